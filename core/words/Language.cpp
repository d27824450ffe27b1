// Says messages: walks the tree of a pattern and fills in values. Values are never read as patterns.
#include "words/LanguageInside.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <stdexcept>
#include <utility>

namespace chokepoint {
namespace {

using words::Pattern;
using words::PatternNode;

[[noreturn]] void fail(const Message& message, const std::string& value, const std::string& problem)
{
    throw std::logic_error("message \"" + message.id() + "\": " + (value.empty() ? "" : "value \"" + value + "\" ") + problem);
}

/// Collects what is said: as one text, or also by strength.
class Writer {
public:
    explicit Writer(std::vector<Span>* spans = nullptr) : m_spans(spans)
    {
        if (!m_spans)
            m_text.reserve(128);
    }
    void add(std::string_view text, bool isStrong)
    {
        if (text.empty())
            return;
        if (!m_spans)
            m_text += text;
        else if (!m_spans->empty() && m_spans->back().isStrong == isStrong)
            m_spans->back().text += text;
        else
            m_spans->push_back({std::string(text), isStrong});
    }
    std::string take() { return std::move(m_text); }

private:
    std::string m_text;
    std::vector<Span>* m_spans;
};

std::optional<std::int64_t> wholeNumber(const std::string& text)
{
    std::int64_t value = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    return read.ec == std::errc() && read.ptr == end ? std::optional(value) : std::nullopt;
}

/// A whole number as text, on the stack.
class Whole {
public:
    explicit Whole(std::int64_t value) : m_end(std::to_chars(m_digits.data(), m_digits.data() + m_digits.size(), value).ptr) {}
    std::string_view text() const { return {m_digits.data(), static_cast<std::size_t>(m_end - m_digits.data())}; }

private:
    std::array<char, 24> m_digits;
    char* m_end;
};

bool isPlainDecimal(std::string_view text)
{
    const auto areDigits = [](std::string_view part) {
        return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    if (text.starts_with('-'))
        text.remove_prefix(1);
    const auto point = text.find('.');
    return areDigits(text.substr(0, point)) && (point == std::string_view::npos || areDigits(text.substr(point + 1)));
}

/// How a number stands in its text.
struct Dress {
    bool isGrouped = true;
    bool isDollars = false;
};

std::string dressed(const LanguageStyle& style, std::string_view digits, Digits::Form form, Dress dress = {})
{
    if (!isPlainDecimal(digits))
        return std::string(digits);
    const bool isNegative = digits.starts_with('-'), isZero = digits.find_first_not_of("-0.") == std::string_view::npos;
    if (isNegative)
        digits.remove_prefix(1);
    const bool isPercent = form == Digits::Form::Percent || form == Digits::Form::SignedPercent;
    const bool isSigned = form == Digits::Form::Signed || form == Digits::Form::SignedPercent;
    std::string text = isPercent ? style.percentBefore : std::string();
    if (!isZero)
        text += isNegative ? style.minusSign : isSigned ? style.plusSign : std::string();
    if (dress.isDollars) // behind the sign: "−$4.5bn"
        text += style.dollarsBefore;
    const auto point = std::min(digits.find('.'), digits.size());
    for (std::size_t i = 0; i < point; ++i) {
        if (dress.isGrouped && i > 0 && (point - i) % style.groupSize == 0)
            text += style.groupSign;
        text += digits[i];
    }
    if (point < digits.size())
        text.append(style.decimalSign).append(digits.substr(point + 1));
    if (dress.isDollars)
        text += style.dollarsAfter;
    return isPercent ? text + style.percentAfter : text;
}

const LanguageStyle::Separators& separators(const LanguageStyle& style, MessageList::Joint joint)
{
    switch (joint) {
    case MessageList::Joint::Or: return style.orList;
    case MessageList::Joint::Comma: return style.commaList;
    case MessageList::Joint::Semicolon: return style.semicolonList;
    case MessageList::Joint::Dot: return style.dotList;
    case MessageList::Joint::Sentence: return style.sentenceList;
    default: return style.andList;
    }
}

/// Calls `item` with each index and `between` with each separator.
template <class Item, class Between>
void walkList(const LanguageStyle::Separators& separators, std::size_t size, Item item, Between between)
{
    for (std::size_t i = 0; i < size; ++i) {
        if (i > 0)
            between(size == 2 ? separators.pair : i + 1 == size ? separators.last : separators.middle);
        item(i);
    }
}

/// Everything that is needed to say a message; templates over the inner type, which is private to Language.
template <class Inside> class Speaker {
public:
    Speaker(const Inside& inside, Writer& writer) : m_inside(inside), m_writer(writer) {}

    void say(const Message& message, bool isStrong)
    {
        if (message.isEmpty())
            return;
        const auto at = m_inside.patterns.find(std::string_view(message.id()));
        if (at == m_inside.patterns.end())
            fail(message, "", "does not stand in the language");
        const Pattern& pattern = at->second;
        Bound bound{message, pattern, {}};
        std::size_t found = 0;
        for (const auto& value : message.values()) {
            const auto argument = std::ranges::lower_bound(pattern.arguments, value.name.text());
            if (argument == pattern.arguments.end() || *argument != value.name.text())
                fail(message, std::string(value.name.text()), "is not named by the pattern");
            auto& place = bound.values[static_cast<std::size_t>(argument - pattern.arguments.begin())];
            if (place)
                fail(message, std::string(value.name.text()), "is given twice");
            place = &value.value;
            ++found;
        }
        if (found < pattern.arguments.size())
            for (std::size_t i = 0; i < pattern.arguments.size(); ++i)
                if (!bound.values[i])
                    fail(message, pattern.arguments[i], "is missing");
        sayNodes(pattern.nodes, bound, isStrong);
    }

    void sayValue(const MessageValue& value, bool isYear, bool isStrong)
    {
        switch (value.kind()) {
        case MessageValue::Kind::Text: return m_writer.add(value.text(), isStrong);
        case MessageValue::Kind::Count:
            return m_writer.add(
                dressed(m_inside.style, Whole(value.count()).text(), Digits::Form::Plain, {!isYear, m_areDollars}), isStrong);
        case MessageValue::Kind::Digits:
            return m_writer.add(dressed(m_inside.style, value.text(), value.form(), {true, m_areDollars}), isStrong);
        case MessageValue::Kind::Message: return say(value.message(), isStrong);
        case MessageValue::Kind::List: {
            const auto& list = value.list();
            walkList(
                separators(m_inside.style, list.joint), list.items.size(),
                [&](std::size_t i) { sayValue(list.items[i], isYear, isStrong); },
                [&](const std::string& separator) { m_writer.add(separator, isStrong); });
        }
        }
    }

private:
    struct Bound {
        const Message& message;
        const Pattern& pattern;
        std::array<const MessageValue*, words::mostArguments> values;
        const std::string& nameOf(const PatternNode& node) const { return pattern.arguments[node.argument]; }
    };

    std::string_view program() const { return m_inside.program == Program::CommandLine ? "command_line" : "window"; }

    void sayNodes(const std::vector<PatternNode>& nodes, const Bound& bound, bool isOuterStrong)
    {
        for (const auto& node : nodes) {
            const bool isStrong = isOuterStrong || node.isStrong;
            if (node.kind == PatternNode::Kind::Text)
                m_writer.add(node.text, isStrong);
            else if (node.kind == PatternNode::Kind::Value && node.argument == words::programArgument)
                m_writer.add(program(), isStrong);
            else if (node.kind == PatternNode::Kind::Value) {
                const bool wereDollars = std::exchange(m_areDollars, m_areDollars || node.isDollars);
                sayValue(*bound.values[node.argument], node.isYear, isStrong);
                m_areDollars = wereDollars;
            } else
                sayNodes(node.kind == PatternNode::Kind::Select ? selected(node, bound) : counted(node, bound), bound, isStrong);
        }
    }

    const std::vector<PatternNode>& selected(const PatternNode& node, const Bound& bound) const
    {
        const MessageValue* const value = node.argument == words::programArgument ? nullptr : bound.values[node.argument];
        if (value && (value->kind() == MessageValue::Kind::Message || value->kind() == MessageValue::Kind::List))
            fail(bound.message, bound.nameOf(node), "is selected by, so it must be a text or a number");
        const Whole whole(value ? value->count() : 0);
        const std::string_view key = !value                                        ? program()
                                   : value->kind() == MessageValue::Kind::Count ? whole.text()
                                                                                : std::string_view(value->text());
        const auto branch = std::ranges::find(node.branches, key, &words::PatternBranch::key);
        return branch != node.branches.end() ? branch->nodes : std::ranges::find(node.branches, "other", &words::PatternBranch::key)->nodes;
    }

    const std::vector<PatternNode>& counted(const PatternNode& node, const Bound& bound) const
    {
        const auto& value = *bound.values[node.argument];
        const bool isCount = value.kind() == MessageValue::Kind::Count;
        if (!isCount && (value.kind() != MessageValue::Kind::Digits || node.kind == PatternNode::Kind::Ordinal))
            fail(bound.message, bound.nameOf(node), "must be a count");
        std::optional<std::int64_t> exact = isCount ? std::optional(value.count()) : std::nullopt;
        if (!isCount) // of Digits only a whole number can be exact: "0.0" may be a rounded something
            exact = wholeNumber(value.text());
        if (exact)
            if (const auto branch = std::ranges::find(node.branches, exact, &words::PatternBranch::exact); branch != node.branches.end())
                return branch->nodes;
        const auto form = node.kind == PatternNode::Kind::Ordinal ? m_inside.plurals->ordinal(value.count())
                        : isCount                                 ? m_inside.plurals->cardinal(value.count())
                        : isPlainDecimal(value.text())            ? m_inside.plurals->cardinal(value.text())
                                                                  : words::PluralForm::Other;
        return std::ranges::find_if(node.branches, [&](const auto& branch) { return !branch.exact && branch.form == form; })->nodes;
    }

    const Inside& m_inside;
    Writer& m_writer;
    bool m_areDollars = false; ///< within "{name, dollars}": also the digits of a message that the value holds
};

} // namespace

Language Language::pseudo(const Language& language)
{
    auto inside = std::make_shared<Inside>(*language.m_inside);
    for (auto& [id, pattern] : inside->patterns)
        pattern = words::pseudoPattern(std::move(pattern));
    for (auto* list : {&inside->style.andList, &inside->style.orList}) // the others have no letters
        for (auto* separator : {&list->pair, &list->middle, &list->last})
            *separator = words::stretched(*separator);
    return Language(std::move(inside));
}

std::string Language::text(const Message& message) const
{
    Writer writer;
    Speaker(*m_inside, writer).say(message, false);
    return writer.take();
}

std::string Language::text(const MessageValue& value) const
{
    Writer writer;
    Speaker(*m_inside, writer).sayValue(value, false, false);
    return writer.take();
}

std::vector<Span> Language::spans(const Message& message) const
{
    std::vector<Span> spans;
    Writer writer(&spans);
    Speaker(*m_inside, writer).say(message, false);
    return spans;
}

std::string Language::number(const Digits& digits) const { return dressed(m_inside->style, digits.text, digits.form); }

std::string Language::list(const std::vector<std::string>& items, MessageList::Joint joint) const
{
    std::string text;
    walkList(separators(m_inside->style, joint), items.size(), [&](std::size_t i) { text += items[i]; },
             [&](const std::string& separator) { text += separator; });
    return text;
}

const LanguageStyle& Language::style() const { return m_inside->style; }
const std::string& Language::name() const { return m_inside->name; }
Program Language::program() const { return m_inside->program; }

std::vector<std::string> Language::messageIds() const
{
    std::vector<std::string> ids;
    for (const auto& [id, pattern] : m_inside->patterns)
        ids.push_back(id);
    std::ranges::sort(ids);
    return ids;
}

bool Language::knows(std::string_view id) const { return m_inside->patterns.contains(id); }

const std::vector<std::string>& Language::argumentsOf(std::string_view id) const
{
    const auto at = m_inside->patterns.find(id);
    if (at == m_inside->patterns.end())
        throw std::logic_error("message \"" + std::string(id) + "\": does not stand in the language");
    return at->second.arguments;
}

} // namespace chokepoint
