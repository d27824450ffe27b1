// Reads a language from its file with toml++. Its errors are in English, the only ones, for there is no language yet to say them in.
#include "words/LanguageInside.h"
#include "files/Toml.h"

#include <algorithm>
#include <fstream>
#include <initializer_list>
#include <sstream>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace chokepoint {
namespace {

constexpr std::uintmax_t largestFile = 4'000'000;

[[noreturn]] void refuseFile(const std::string& place, const std::string& reason)
{
    throw LanguageError({"The words of the program cannot be read", place, reason,
                         "Mend it, or install the program anew; resources/words/en.toml shows how it is written."});
}

class Reader {
public:
    explicit Reader(const std::string& place) : m_place(place) {}

    [[noreturn]] void fail(const toml::node* node, const std::string& id, const std::string& reason) const
    {
        std::string where = m_place;
        if (node && node->source().begin.line > 0)
            where += ", line " + std::to_string(node->source().begin.line);
        if (!id.empty())
            where += ", " + id;
        refuseFile(where, reason);
    }

    const toml::table& table(const toml::table& parent, std::string_view key, const std::string& id) const
    {
        const auto* node = parent.get(key);
        if (!node || !node->is_table())
            fail(node ? node : &parent, id, "a table of this name is needed");
        return *node->as_table();
    }

    std::string text(const toml::table& parent, std::string_view key, const std::string& id) const
    {
        const auto* node = parent.get(key);
        if (!node || !node->is_string())
            fail(node ? node : &parent, id + "." + std::string(key), "a text is needed here");
        return node->as_string()->get();
    }

    std::int64_t whole(const toml::table& parent, std::string_view key, const std::string& id, std::int64_t least, std::int64_t most) const
    {
        const auto* node = parent.get(key);
        if (!node || !node->is_integer() || node->as_integer()->get() < least || node->as_integer()->get() > most)
            fail(node ? node : &parent, id + "." + std::string(key),
                 "a whole number from " + std::to_string(least) + " to " + std::to_string(most) + " is needed here");
        return node->as_integer()->get();
    }

    void allowOnly(const toml::table& parent, const std::string& id, std::initializer_list<std::string_view> keys) const
    {
        for (const auto& [key, node] : parent)
            if (std::ranges::find(keys, key.str()) == keys.end())
                fail(&node, id + "." + std::string(key.str()), "the program knows no such key");
    }

    LanguageStyle::Separators separators(const toml::table& lists, std::string_view key) const
    {
        const std::string id = "language.list." + std::string(key);
        const auto& list = table(lists, key, id);
        allowOnly(list, id, {"pair", "middle", "last"});
        return {text(list, "pair", id), text(list, "middle", id), text(list, "last", id)};
    }

    /// What stands before and behind {number}.
    std::pair<std::string, std::string> around(const toml::table& number, std::string_view key) const
    {
        constexpr std::string_view hole = "{number}";
        const auto pattern = text(number, key, "language.number");
        const auto at = pattern.find(hole);
        if (at == std::string::npos)
            fail(number.get(key), "language.number." + std::string(key), "it lacks {number}");
        return {pattern.substr(0, at), pattern.substr(at + hole.size())};
    }

    void style(const toml::table& language, LanguageStyle& style) const
    {
        const auto& number = table(language, "number", "language.number");
        allowOnly(number, "language.number", {"decimal", "group", "group_size", "minus", "plus", "percent", "dollars"});
        style.decimalSign = text(number, "decimal", "language.number");
        style.groupSign = text(number, "group", "language.number");
        style.groupSize = static_cast<std::size_t>(whole(number, "group_size", "language.number", 2, 6));
        style.minusSign = text(number, "minus", "language.number");
        style.plusSign = text(number, "plus", "language.number");
        std::tie(style.percentBefore, style.percentAfter) = around(number, "percent");
        std::tie(style.dollarsBefore, style.dollarsAfter) = around(number, "dollars");
        const auto& lists = table(language, "list", "language.list");
        allowOnly(lists, "language.list", {"and", "or", "comma", "semicolon", "dot", "sentence"});
        style.andList = separators(lists, "and");
        style.orList = separators(lists, "or");
        style.commaList = separators(lists, "comma");
        style.semicolonList = separators(lists, "semicolon");
        style.dotList = separators(lists, "dot");
        style.sentenceList = separators(lists, "sentence");
    }

    /// All texts below a table are patterns; their ids are the keys joined by points.
    template <class Patterns>
    void patterns(const toml::table& parent, const std::string& prefix, const words::Plurals& plurals, Patterns& result) const
    {
        for (const auto& [key, node] : parent) {
            const std::string id = prefix + std::string(key.str());
            if (prefix.empty() && id == "language")
                continue;
            if (!MessageName::isName(key.str()))
                fail(&node, id, "an id has letters, digits and underscores only");
            if (const auto* inner = node.as_table()) {
                patterns(*inner, id + ".", plurals, result);
                continue;
            }
            if (!node.is_string())
                fail(&node, id, "a message is a text in quotation marks");
            try {
                if (!result.emplace(id, words::parsePattern(node.as_string()->get(), plurals)).second)
                    fail(&node, id, "the message stands twice");
            } catch (const std::invalid_argument& e) {
                fail(&node, id, std::string(e.what()));
            }
        }
    }

private:
    const std::string& m_place;
};

} // namespace

std::shared_ptr<const Language::Inside> Language::Inside::read(std::string_view toml, const std::string& place, Program program)
{
    const Reader reader(place);
    try {
        const toml::table root = toml::parse(toml, place);
        auto inside = std::make_shared<Inside>();
        const auto& language = reader.table(root, "language", "language");
        reader.allowOnly(language, "language", {"name", "locale", "number", "list"});
        inside->name = reader.text(language, "name", "language");
        inside->program = program;
        reader.style(language, inside->style);
        const auto locale = reader.text(language, "locale", "language");
        try {
            inside->plurals = std::make_shared<const words::Plurals>(locale);
        } catch (const std::invalid_argument& e) {
            reader.fail(language.get("locale"), "language.locale", std::string(e.what()));
        }
        reader.patterns(root, "", *inside->plurals, inside->patterns);
        return inside;
    } catch (const toml::parse_error& e) {
        refuseFile(place + ", line " + std::to_string(e.source().begin.line), std::string(e.description()));
    }
}

Language Language::load(const std::filesystem::path& resources, const std::string& name, Program program)
{
    const auto file = resources / "words" / (name + ".toml");
    std::error_code error;
    const bool isFile = std::filesystem::is_regular_file(file, error); // a pipe would be waited for
    const auto size = isFile ? std::filesystem::file_size(file, error) : 0;
    std::ifstream stream;
    if (isFile && !error && size <= largestFile)
        stream.open(file, std::ios::binary);
    if (!stream.is_open())
        refuseFile(file.string(), size > largestFile ? "the file has over 4 MB" : "the file is missing or may not be read");
    std::ostringstream text;
    text << stream.rdbuf();
    return parse(text.str(), file.string(), program);
}

Language Language::parse(std::string_view toml, const std::string& place, Program program)
{
    return Language(Inside::read(toml, place, program));
}

} // namespace chokepoint
