// Reads scenario files with toml++.
#include "api/ScenarioText.h"

#include "api/Files.h"
#include "scenario/ScenarioLines.h"

#include <toml++/toml.h>

#include <algorithm>
#include <initializer_list>
#include <set>

namespace chokepoint {
namespace {

constexpr std::int64_t knownFormat = 1;
constexpr std::size_t longestLine = 10000;

std::size_t lineOf(const toml::node& node) { return node.source().begin.line; }

class Reader {
public:
    explicit Reader(const std::string& place) : m_place(place) {}

    [[noreturn]] void fail(const toml::node* node, const std::string& key, const std::string& problem, const std::string& reason,
                           const std::string& remedy) const
    {
        std::string where = m_place;
        if (node && lineOf(*node) > 0)
            where += ", line " + std::to_string(lineOf(*node));
        if (!key.empty())
            where += ", key \"" + key + "\"";
        throw InputError(problem, where, reason, remedy);
    }

    void allowOnly(const toml::table& table, std::initializer_list<std::string_view> keys) const
    {
        std::string list;
        for (const auto key : keys)
            list += (list.empty() ? "" : ", ") + std::string(key);
        for (const auto& [key, node] : table)
            if (std::ranges::find(keys, key.str()) == keys.end())
                fail(&node, std::string(key.str()), "The scenario has an unknown key", "the keys here are: " + list,
                     "Correct the spelling or leave the key out.");
    }

    std::string text(const toml::table& table, std::string_view key, bool isRequired) const
    {
        const auto* node = table.get(key);
        if (!node && !isRequired)
            return {};
        if (!node)
            fail(&table, std::string(key), "The scenario lacks a key", "\"" + std::string(key) + "\" is required here",
                 "Add it, for instance: " + std::string(key) + " = \"...\"");
        if (const auto* value = node->as_string())
            return value->get();
        fail(node, std::string(key), "A key of the scenario has the wrong type", "it must be text in quotation marks",
             "Write " + std::string(key) + " = \"...\"");
    }

    Change change(const toml::table& table) const
    {
        allowOnly(table, {"measure", "level", "number", "from", "over"});
        Change result;
        result.measure = text(table, "measure", true);
        const bool hasLevel = table.contains("level"), hasNumber = table.contains("number");
        if (hasLevel == hasNumber)
            fail(&table, result.measure, "A change must give one value",
                 hasLevel ? "it has both \"level\" and \"number\"" : "it has neither \"level\" nor \"number\"",
                 "Give \"level\" for a measure with levels, \"number\" (decimal text) for one with a number.");
        result.value = text(table, hasLevel ? "level" : "number", true);
        if (table.contains("from")) {
            const auto from = text(table, "from", true);
            result.from = Quarter::parse(from);
            if (!result.from)
                fail(table.get("from"), "from", "\"" + from + "\" is not a quarter of the model", "quarters run from 2022Q1 to 2035Q4",
                     "Write for instance from = \"2027Q1\".");
        }
        if (const auto* over = table.get("over")) {
            const auto* quarters = over->as_integer();
            if (!quarters || quarters->get() < 1 || quarters->get() > quarterCount)
                fail(over, "over", "A ramp has the wrong length",
                     "it must be a whole number of quarters from 1 to " + std::to_string(quarterCount), "Write for instance over = 4.");
            result.over = static_cast<int>(quarters->get());
        }
        return result;
    }

    /// Adds an assumption, which must be the only one about its parameter.
    void add(Assumption assumption, const toml::node& node, scenario::ScenarioWithLines& read)
    {
        auto& result = read.scenario.assumptions;
        if (result.size() == mostAssumptions)
            tooMany(node, "assumption", mostAssumptions);
        if (!m_assumed.insert(assumption.parameter).second)
            fail(&node, assumption.parameter, "A parameter is assumed twice",
                 "an assumption about it stands in another place of the file, and one would win unseen", "Leave one of the two out.");
        result.push_back(std::move(assumption));
        read.assumptionLines.push_back(lineOf(node));
    }

    /// Ids have points, so [assumptions] may hold "hbm.relax_share" = "..." or hbm.relax_share = "...", which nests.
    void assumptions(const toml::table& table, const std::string& prefix, scenario::ScenarioWithLines& result)
    {
        for (const auto& [key, node] : table) {
            const std::string id = prefix + std::string(key.str());
            if (const auto* inner = node.as_table())
                assumptions(*inner, id + ".", result);
            else if (const auto* value = node.as_string())
                add({id, value->get(), {}, {}, {}}, node, result);
            else
                fail(&node, id, "An assumption has the wrong type", "it must be decimal text in quotation marks",
                     "Write \"" + id + "\" = \"0.11\".");
        }
    }

    /// The long form, with an own range and a reason.
    Assumption assumption(const toml::table& table) const
    {
        allowOnly(table, {"parameter", "value", "low", "high", "reason"});
        return {text(table, "parameter", true), text(table, "value", true), text(table, "low", table.contains("high")),
                text(table, "high", table.contains("low")), text(table, "reason", false)};
    }

    /// Calls `read` with each table of an array of tables; nothing without one.
    template <class Read> void eachTable(const toml::table& root, const std::string& key, std::size_t most, Read read) const
    {
        const auto* node = root.get(key);
        if (!node)
            return;
        const auto* list = node->as_array();
        if (!list || !list->is_array_of_tables())
            fail(node, key, "The " + key + "s have the wrong type", "each " + key + " is a table of its own",
                 "Begin each " + key + " with a line [[" + key + "]].");
        if (list->size() > most)
            tooMany(*list, key, most);
        for (const auto& entry : *list)
            read(*entry.as_table());
    }

    scenario::ScenarioWithLines scenario(const toml::table& root)
    {
        allowOnly(root, {"format", "id", "title", "short", "description", "baseline", "based_on", "change", "assumption", "assumptions"});
        const auto* format = root.get("format");
        if (!format || !format->is_integer())
            fail(format ? format : nullptr, "format", "The file does not say its format", "a scenario file begins with format = 1",
                 "Add the line: format = 1");
        if (format->as_integer()->get() != knownFormat)
            fail(format, "format", "The file has an unknown format", "this version reads format 1",
                 "Open it with a newer version of the program.");
        scenario::ScenarioWithLines read;
        auto& result = read.scenario;
        result.id = text(root, "id", true);
        result.title = text(root, "title", true);
        result.shortTitle = text(root, "short", false);
        result.description = text(root, "description", false);
        if (const auto* baseline = root.get("baseline")) {
            result.baseline = text(root, "baseline", true);
            read.baselineLine = lineOf(*baseline);
        }
        result.basedOn = text(root, "based_on", false);
        eachTable(root, "change", mostChanges, [&](const toml::table& entry) {
            result.changes.push_back(change(entry));
            read.changeLines.push_back(lineOf(entry));
        });
        if (const auto* own = root.get("assumptions")) {
            if (!own->is_table())
                fail(own, "assumptions", "The assumptions have the wrong type", "they are a table",
                     "Begin them with a line [assumptions].");
            assumptions(*own->as_table(), "", read);
        }
        eachTable(root, "assumption", mostAssumptions, [&](const toml::table& entry) { add(assumption(entry), entry, read); });
        return read;
    }

private:
    [[noreturn]] void tooMany(const toml::node& node, const std::string& key, std::size_t most) const
    {
        fail(&node, key, "The scenario has too many " + key + "s", "a scenario has at most " + std::to_string(most),
             "Check that this is a scenario file.");
    }

    const std::string& m_place;
    std::set<std::string> m_assumed; ///< parameters of the assumptions that were read
};

[[noreturn]] void tooLarge(const std::string& place)
{
    throw InputError("The scenario file is too large", place, "a scenario file has at most 1 MB", "Check that this is a scenario file.");
}

} // namespace

scenario::ScenarioWithLines scenario::readWithLines(std::string_view text, const std::string& place)
{
    if (text.size() > largestScenarioFile)
        tooLarge(place);
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        throw InputError("The scenario file is empty", place, "there is nothing in it", "Choose another file.");
    // a key of very many parts would nest tables until the stack ends
    std::size_t line = 1;
    for (std::size_t at = 0; at < text.size(); ++line) {
        const auto end = std::min(text.find('\n', at), text.size());
        if (end - at > longestLine)
            throw InputError("A line of the scenario file is too long", place + ", line " + std::to_string(line),
                             "a line has at most 10,000 characters",
                             "Break the text into shorter lines, or check that this is a scenario file.");
        at = end + 1;
    }
    try {
        return Reader(place).scenario(toml::parse(text, place));
    } catch (const toml::parse_error& e) {
        throw InputError("The scenario file cannot be read", place + ", line " + std::to_string(e.source().begin.line),
                         std::string(e.description()), "Mend the line; scenario files are TOML text in UTF-8.");
    }
}

Scenario readScenario(std::string_view text, const std::string& place) { return scenario::readWithLines(text, place).scenario; }

Scenario readScenarioFile(const std::filesystem::path& file)
{
    return readScenario(readTextFile(file, largestScenarioFile), file.string());
}

} // namespace chokepoint
