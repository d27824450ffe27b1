// Reads scenario files with toml++.
#include "api/ScenarioText.h"

#include "api/Files.h"
#include "files/Toml.h"
#include "scenario/ScenarioLines.h"

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

    [[noreturn]] void fail(const toml::node* node, const std::string& key, Refusal refusal) const
    {
        refusal.place = {.file = m_place, .line = node ? lineOf(*node) : 0, .field = key};
        throw InputError(std::move(refusal));
    }

    void allowOnly(const toml::table& table, std::initializer_list<std::string_view> keys) const
    {
        for (const auto& [key, node] : table)
            if (std::ranges::find(keys, key.str()) == keys.end())
                fail(&node, std::string(key.str()),
                     Refusal("scenario_key_unknown",
                             {{"keys", MessageList{std::vector<MessageValue>(keys.begin(), keys.end()), MessageList::Joint::Comma}}}));
    }

    std::string text(const toml::table& table, std::string_view key, bool isRequired) const
    {
        const auto* node = table.get(key);
        if (!node && !isRequired)
            return {};
        if (!node)
            fail(&table, std::string(key), Refusal("scenario_key_missing", {{"key", key}}));
        if (const auto* value = node->as_string())
            return value->get();
        fail(node, std::string(key), Refusal("scenario_key_not_text", {{"key", key}}));
    }

    Change change(const toml::table& table) const
    {
        allowOnly(table, {"measure", "level", "number", "from", "over"});
        Change result;
        result.measure = text(table, "measure", true);
        const bool hasLevel = table.contains("level"), hasNumber = table.contains("number");
        if (hasLevel == hasNumber)
            fail(&table, result.measure, Refusal("change_without_one_value", {{"has", hasLevel ? "both" : "neither"}}));
        result.value = text(table, hasLevel ? "level" : "number", true);
        if (table.contains("from")) {
            const auto from = text(table, "from", true);
            result.from = Quarter::parse(from);
            if (!result.from)
                fail(table.get("from"), "from", Refusal("not_a_quarter", {{"text", from}}));
        }
        if (const auto* over = table.get("over")) {
            const auto* quarters = over->as_integer();
            if (!quarters || quarters->get() < 1 || quarters->get() > quarterCount)
                fail(over, "over", Refusal("ramp_of_wrong_length", {{"most", quarterCount}}));
            result.over = static_cast<int>(quarters->get());
        }
        return result;
    }

    /// Adds an assumption, which must be the only one about its parameter.
    void add(Assumption assumption, const toml::node& node, scenario::ScenarioWithLines& read)
    {
        auto& result = read.scenario.assumptions;
        if (result.size() == mostAssumptions)
            fail(&node, "assumption", Refusal("scenario_has_too_many", {{"key", "assumption"}, {"most", mostAssumptions}}));
        if (!m_assumed.insert(assumption.parameter).second)
            fail(&node, assumption.parameter, Refusal("assumed_twice"));
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
                fail(&node, id, Refusal("assumption_not_text", {{"id", id}}));
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
            fail(node, key, Refusal("not_in_tables", {{"key", key}}));
        if (list->size() > most)
            fail(list, key, Refusal("scenario_has_too_many", {{"key", key}, {"most", most}}));
        for (const auto& entry : *list)
            read(*entry.as_table());
    }

    scenario::ScenarioWithLines scenario(const toml::table& root)
    {
        allowOnly(root, {"format", "id", "title", "short", "subject", "description", "baseline", "based_on", "change", "assumption",
                         "assumptions"});
        const auto* format = root.get("format");
        if (!format || !format->is_integer())
            fail(format, "format", Refusal("scenario_without_format", {{"known", std::to_string(knownFormat)}}));
        if (format->as_integer()->get() != knownFormat)
            fail(format, "format", Refusal("scenario_of_other_format", {{"known", std::to_string(knownFormat)}}));
        scenario::ScenarioWithLines read;
        auto& result = read.scenario;
        result.id = text(root, "id", true);
        result.title = text(root, "title", true);
        result.shortTitle = text(root, "short", false);
        result.subject = text(root, "subject", false);
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
                fail(own, "assumptions", Refusal("assumptions_not_table"));
            assumptions(*own->as_table(), "", read);
        }
        eachTable(root, "assumption", mostAssumptions, [&](const toml::table& entry) { add(assumption(entry), entry, read); });
        return read;
    }

private:
    const std::string& m_place;
    std::set<std::string> m_assumed; ///< parameters of the assumptions that were read
};

} // namespace

scenario::ScenarioWithLines scenario::readWithLines(std::string_view text, const std::string& place)
{
    if (text.size() > largestScenarioFile)
        throw InputError(Refusal("text_too_large", {{"megabytes", largestScenarioFile >> 20}}, {.file = place}));
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        throw InputError(Refusal("scenario_empty", {.file = place}));
    // a key of very many parts would nest tables until the stack ends
    std::size_t line = 1;
    for (std::size_t at = 0; at < text.size(); ++line) {
        const auto end = std::min(text.find('\n', at), text.size());
        if (end - at > longestLine)
            throw InputError(Refusal("scenario_line_too_long", {{"most", longestLine}}, {.file = place, .line = line}));
        at = end + 1;
    }
    try {
        return Reader(place).scenario(toml::parse(text, place));
    } catch (const toml::parse_error& e) {
        throw InputError(Refusal("scenario_not_toml", {{"detail", e.description()}}, {.file = place, .line = e.source().begin.line}));
    }
}

Scenario readScenario(std::string_view text, const std::string& place) { return scenario::readWithLines(text, place).scenario; }

Scenario readScenarioFile(const std::filesystem::path& file)
{
    return readScenario(readTextFile(file, largestScenarioFile), file.string());
}

} // namespace chokepoint
