// Patterns are parsed by ICU and kept as a tree of our own.
#include "words/Pattern.h"

#include "api/Message.h"

#include <unicode/messagepattern.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace chokepoint::words {
namespace {

[[noreturn]] void refuse(const std::string& reason) { throw std::invalid_argument(reason); }

std::string utf8(const icu::UnicodeString& text)
{
    std::string bytes;
    return text.toUTF8String(bytes);
}

std::string reasonOf(UErrorCode status, const UParseError& where)
{
    const std::string near = utf8(icu::UnicodeString(where.preContext)) + utf8(icu::UnicodeString(where.postContext));
    const std::string place = near.empty() ? std::string() : " near \u201c" + near + "\u201d";
    switch (status) {
    case U_UNMATCHED_BRACES: return "a brace is not closed" + place;
    case U_DEFAULT_KEYWORD_MISSING: return "a plural or select lacks the form \u201cother\u201d" + place;
    default: return "the syntax of messages is broken" + place;
    }
}

/// Text between two values: asterisks switch strong on and off, two of them are one to be shown.
void addLiteral(const std::string& literal, bool& isStrong, std::vector<PatternNode>& nodes)
{
    std::string text;
    const auto flush = [&] {
        if (!text.empty())
            nodes.push_back({.isStrong = isStrong, .text = std::exchange(text, {})});
    };
    for (std::size_t i = 0; i < literal.size(); ++i)
        if (literal[i] != '*') {
            text += literal[i];
        } else if (i + 1 < literal.size() && literal[i + 1] == '*') {
            text += '*';
            ++i;
        } else {
            flush();
            isStrong = !isStrong;
        }
    flush();
}

class Parser {
public:
    Parser(const icu::MessagePattern& pattern, const Plurals& plurals) : m_pattern(pattern), m_plurals(plurals) {}

    /// The values in the order of their names, so that a node can hold an index.
    std::vector<std::string> arguments()
    {
        for (int32_t i = 0; i < m_pattern.countParts(); ++i) {
            const auto& part = m_pattern.getPart(i);
            if (part.getType() == UMSGPAT_PART_TYPE_ARG_NUMBER)
                refuse("values have names, not numbers");
            if (part.getType() != UMSGPAT_PART_TYPE_ARG_NAME)
                continue;
            const auto name = utf8(m_pattern.getSubstring(part));
            if (!MessageName::isName(name))
                refuse("\u201c" + name + "\u201d is no name: letters, digits, points and underscores");
            if (name != "program")
                m_arguments.push_back(name);
        }
        std::ranges::sort(m_arguments);
        const auto twice = std::ranges::unique(m_arguments);
        m_arguments.erase(twice.begin(), twice.end());
        if (m_arguments.size() > mostArguments)
            refuse("it names more than " + std::to_string(mostArguments) + " values");
        return m_arguments;
    }

    /// What # means in a text.
    struct Around {
        std::string counted;    ///< the value of the plural of which the text is a form, if any
        bool isHashLost = false; ///< in a selection within a plural
    };

    /// The text from a part MSG_START to its MSG_LIMIT.
    std::vector<PatternNode> message(int32_t start, const Around& around)
    {
        std::vector<PatternNode> nodes;
        std::string literal;
        bool isStrong = false;
        for (int32_t i = start + 1, from = m_pattern.getPart(start).getLimit();; ++i) {
            const auto& part = m_pattern.getPart(i);
            const auto type = part.getType();
            literal += piece(from, part.getIndex(), m_pattern.getPartType(i - 1) == UMSGPAT_PART_TYPE_SKIP_SYNTAX, around.isHashLost);
            from = part.getLimit();
            if (type == UMSGPAT_PART_TYPE_SKIP_SYNTAX || type == UMSGPAT_PART_TYPE_INSERT_CHAR)
                continue;
            addLiteral(std::exchange(literal, {}), isStrong, nodes);
            if (type == UMSGPAT_PART_TYPE_MSG_LIMIT) {
                if (isStrong)
                    refuse("an asterisk is not closed; write ** for one that is to be shown");
                return nodes;
            }
            if (type == UMSGPAT_PART_TYPE_REPLACE_NUMBER) {
                nodes.push_back(value(around.counted));
            } else {
                const auto limit = m_pattern.getLimitPartIndex(i);
                nodes.push_back(argument(i, limit, around));
                i = limit;
                from = m_pattern.getPart(limit).getLimit();
            }
            nodes.back().isStrong = isStrong;
        }
    }

private:
    /// Literal text as it stands. A brace belongs to a quotation, which begins with it.
    std::string piece(int32_t from, int32_t to, bool isBehindQuote, bool isHashLost) const
    {
        const auto text = utf8(m_pattern.getPatternString().tempSubStringBetween(from, to));
        if (text.find_first_of("{}") != std::string::npos && !(isBehindQuote && text.find_first_of("{}#") == 0))
            refuse("a brace is closed that was not opened");
        if (isHashLost && text.find('#') != std::string::npos && !(isBehindQuote && text.find_first_of("{}#") == 0))
            refuse("# stands in a select within a plural, where it is not the number; name the value");
        return text;
    }

    PatternNode value(const std::string& name) const
    {
        const auto at = std::ranges::lower_bound(m_arguments, name);
        const auto index = name == "program" ? programArgument : static_cast<std::size_t>(at - m_arguments.begin());
        return {.kind = PatternNode::Kind::Value, .isYear = isNameOfYear(name), .argument = index};
    }

    PatternNode argument(int32_t start, int32_t limit, const Around& around)
    {
        const auto name = utf8(m_pattern.getSubstring(m_pattern.getPart(start + 1)));
        auto node = value(name);
        switch (m_pattern.getPart(start).getArgType()) {
        case UMSGPAT_ARG_TYPE_NONE: return node;
        case UMSGPAT_ARG_TYPE_PLURAL: node.kind = PatternNode::Kind::Plural; break;
        case UMSGPAT_ARG_TYPE_SELECTORDINAL: node.kind = PatternNode::Kind::Ordinal; break;
        case UMSGPAT_ARG_TYPE_SELECT: node.kind = PatternNode::Kind::Select; break;
        default:
            node.isDollars = name != "program" && limit == start + 3 // the name and one word behind it
                          && utf8(m_pattern.getSubstring(m_pattern.getPart(start + 2))) == "dollars";
            if (node.isDollars)
                return node;
            refuse("the value \u201c" + name + "\u201d has a style other than plural, selectordinal, select and dollars");
        }
        const bool isPlural = node.kind != PatternNode::Kind::Select;
        if (isPlural && name == "program")
            refuse("{program} can only be selected by");
        for (int32_t i = start + 2; i < limit; ++i) {
            if (m_pattern.getPartType(i) != UMSGPAT_PART_TYPE_ARG_SELECTOR)
                refuse("a plural with an offset is not allowed");
            PatternBranch branch{.key = utf8(m_pattern.getSubstring(m_pattern.getPart(i)))};
            if (m_pattern.getPartType(++i) != UMSGPAT_PART_TYPE_MSG_START)
                branch.exact = static_cast<std::int64_t>(m_pattern.getNumericValue(m_pattern.getPart(i++)));
            branch.nodes = message(i, isPlural ? Around{name} : Around{{}, around.isHashLost || !around.counted.empty()});
            i = m_pattern.getLimitPartIndex(i);
            node.branches.push_back(std::move(branch));
        }
        check(node, name);
        return node;
    }

    void check(PatternNode& node, const std::string& name) const
    {
        std::vector<PluralForm> found;
        for (auto& branch : node.branches) {
            if (std::ranges::count(node.branches, branch.key, &PatternBranch::key) > 1)
                refuse("the form \u201c" + branch.key + "\u201d of \u201c" + name + "\u201d stands twice");
            if (node.kind == PatternNode::Kind::Select) {
                if (name == "program" && branch.key != "command_line" && branch.key != "window" && branch.key != "other")
                    refuse("{program} is command_line, window or other, not \u201c" + branch.key + "\u201d");
            } else if (!branch.exact) {
                const auto form = pluralForm(branch.key);
                const auto& forms = node.kind == PatternNode::Kind::Plural ? m_plurals.cardinalForms() : m_plurals.ordinalForms();
                if (!form || std::ranges::find(forms, *form) == forms.end())
                    refuse("\u201c" + branch.key + "\u201d is no plural form of the language");
                branch.form = *form;
                found.push_back(*form);
            }
        }
        if (node.kind == PatternNode::Kind::Select)
            return;
        for (const auto form : node.kind == PatternNode::Kind::Plural ? m_plurals.cardinalForms() : m_plurals.ordinalForms())
            if (std::ranges::find(found, form) == found.end())
                refuse("the plural of \u201c" + name + "\u201d lacks the form \u201c" + keywordOf(form) + "\u201d");
    }

    const icu::MessagePattern& m_pattern;
    const Plurals& m_plurals;
    std::vector<std::string> m_arguments;
};

} // namespace

bool isNameOfYear(std::string_view name) { return name == "year" || name.ends_with("Year"); }

Pattern parsePattern(std::string_view text, const Plurals& plurals)
{
    if (text.empty())
        refuse("it is empty");
    if (text.starts_with(' ') || text.ends_with(' '))
        refuse("it begins or ends with a blank: a pattern is a whole sentence or phrase");
    UErrorCode status = U_ZERO_ERROR;
    UParseError where{};
    icu::MessagePattern pattern(UMSGPAT_APOS_DOUBLE_OPTIONAL, status);
    pattern.parse(icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size()))), &where, status);
    if (U_FAILURE(status))
        refuse(reasonOf(status, where));
    Parser parser(pattern, plurals);
    Pattern result;
    result.arguments = parser.arguments();
    result.nodes = parser.message(0, {});
    return result;
}

} // namespace chokepoint::words
