// Edits scenario text where its content changed, and leaves the rest of it as a person wrote it.
#include "api/ScenarioText.h"
#include "api/ScenarioEdits.h"
#include "files/Toml.h"
#include "scenario/ScenarioWriting.h"
#include "scenario/TextLines.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace chokepoint {
namespace {

using scenario::quoted;
using scenario::TextLines;

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";

/// The form of a text has no place for what it would have to say, such as changes in one line.
struct CannotBeKept {};

/// A table with its heading: [begin, body) what belongs above it, [body, end) heading and keys, [end, next) what follows freely.
struct Block {
    const toml::table* table = nullptr;
    std::size_t begin = 0, body = 0, end = 0, next = 0;
};

class Merge {
public:
    Merge(std::string_view text, const Scenario& before, const Scenario& after, const Catalogue& catalogue)
        : m_before(before), m_after(after), m_catalogue(catalogue), m_root(toml::parse(text)), m_lines(text)
    {
    }

    std::string text()
    {
        find();
        editHead();
        const auto changes = editChanges();
        const auto assumptions = editAssumptions();
        std::string text = m_lines.text(0, m_headEnd) + changes;
        for (const auto& block : m_blocks)
            text += m_texts.contains(block.table) ? m_texts.at(block.table) : m_lines.text(block.begin, block.next);
        return text + assumptions;
    }

private:
    static std::size_t lineOf(const toml::source_region& region) { return region.begin.line - 1; }
    static TextLines::Span spanOf(const toml::node& node)
    {
        const auto& [begin, end, path] = node.source();
        return {begin.line - 1, begin.column - 1, end.line - 1, end.column - 1};
    }

    /// The line behind the last key of a table, without the tables in it that have a heading of their own.
    std::size_t endOf(const toml::table& table, std::size_t end) const
    {
        for (const auto& [key, node] : table) {
            const auto* inner = node.as_table();
            if (inner && !inner->is_inline()) {
                if (!m_lines.beginsWith(lineOf(inner->source()), "["))
                    end = endOf(*inner, end); // dotted keys
            } else if (!node.is_array_of_tables()) {
                end = std::max(end, std::size_t{node.source().end.line});
            }
        }
        return end;
    }

    void addBlock(const toml::table& table, std::string_view heading)
    {
        const auto line = lineOf(table.source());
        if (line >= m_lines.size() || !m_lines.beginsWith(line, heading))
            throw CannotBeKept();
        m_blocks.push_back({&table, line, line, endOf(table, line + 1), 0});
    }

    /// Finds the blocks, and what belongs to each.
    void find()
    {
        const auto each = [&](const char* key, auto found) {
            if (const auto* list = m_root.get_as<toml::array>(key))
                for (const auto& entry : *list) {
                    addBlock(*entry.as_table(), "[[");
                    found(entry.as_table());
                }
        };
        std::size_t change = 0;
        each("change", [&](const toml::table* table) { m_changes.emplace(table, change++); });
        each("assumption", [&](const toml::table* table) { m_isLong.emplace(table, table->get("parameter")->value_or(std::string())); });
        m_short = m_root.get_as<toml::table>("assumptions");
        if (m_short) {
            addBlock(*m_short, "[");
            for (const auto& [key, node] : *m_short)
                if (const auto* inner = node.as_table(); inner && m_lines.beginsWith(lineOf(inner->source()), "["))
                    throw CannotBeKept(); // a heading for a part of an id
        }
        std::ranges::sort(m_blocks, {}, &Block::body);
        m_keysEnd = endOf(m_root, 0);
        auto free = m_keysEnd;
        for (std::size_t i = 0; i < m_blocks.size(); ++i) {
            auto& block = m_blocks[i];
            while (block.begin > free && m_lines.isComment(block.begin - 1))
                --block.begin;
            while (block.begin > free && m_lines.isBlank(block.begin - 1))
                --block.begin;
            (i == 0 ? m_headEnd : m_blocks[i - 1].next) = block.begin;
            free = block.end;
        }
        (m_blocks.empty() ? m_headEnd : m_blocks.back().next) = m_lines.size();
    }

    /// Sets a key of a table, or takes it away with the comments directly above it; a new one follows `last`, the last line of the keys.
    void set(const toml::table& table, std::string_view key, const std::optional<std::string>& value, std::size_t last)
    {
        const auto found = table.find(key);
        if (found == table.end()) {
            if (value)
                m_lines.insertAfter(last, std::string(key) + " = " + *value);
        } else if (value) {
            m_lines.replace(spanOf(found->second), *value);
        } else {
            removeKey(found->first.source(), found->second.source());
        }
    }
    void removeKey(const toml::source_region& key, const toml::source_region& value)
    {
        auto from = lineOf(key);
        while (from > 0 && m_lines.isComment(from - 1))
            --from;
        m_lines.remove(from, value.end.line);
    }

    void editHead()
    {
        const auto edit = [&](const char* key, const std::string& before, const std::string& after, bool isOptional) {
            if (before != after)
                set(m_root, key, isOptional && after.empty() ? std::nullopt : std::optional(quoted(after)), m_keysEnd - 1);
        };
        edit("based_on", m_before.basedOn, m_after.basedOn, true);
        edit("subject", m_before.subject, m_after.subject, true);
        edit("short", m_before.shortTitle, m_after.shortTitle, true);
        edit("baseline", m_before.baseline, m_after.baseline, false);
        edit("description", m_before.description, m_after.description, true);
        edit("title", m_before.title, m_after.title, false);
        edit("id", m_before.id, m_after.id, false);
    }

    /// For each change the one of the file that it stands for: the same one, else one of the same measure and quarter, else of the measure.
    std::vector<std::optional<std::size_t>> matched() const
    {
        std::vector<std::optional<std::size_t>> matches(m_after.changes.size());
        std::vector<bool> isTaken(m_before.changes.size());
        const auto match = [&](auto keyOf) {
            using Key = decltype(keyOf(Change()));
            std::multimap<Key, std::size_t> free;
            for (std::size_t i = 0; i < isTaken.size(); ++i)
                if (!isTaken[i])
                    free.emplace(keyOf(m_before.changes[i]), i);
            for (std::size_t i = 0; i < matches.size(); ++i) {
                if (matches[i])
                    continue;
                if (const auto found = free.find(keyOf(m_after.changes[i])); found != free.end()) {
                    matches[i] = found->second;
                    isTaken[found->second] = true;
                    free.erase(found);
                }
            }
        };
        match([](const Change& c) { return std::tuple(c.measure, c.from, c.value, c.over); });
        match([](const Change& c) { return std::tuple(c.measure, c.from); });
        match([](const Change& c) { return c.measure; });
        return matches;
    }

    /// Lays every change into the place of its block, a new one behind the one before it, and returns those that no block precedes. If
    /// changes stand in another order now, all stand in the place of the first.
    std::string editChanges()
    {
        std::vector<const Block*> blocks(m_changes.size());
        for (const auto& block : m_blocks)
            if (const auto change = m_changes.find(block.table); change != m_changes.end())
                blocks[change->second] = &block;
        const auto matches = matched();
        std::vector<std::size_t> order;
        std::vector<bool> isKept(blocks.size());
        for (const auto& match : matches)
            if (match) {
                order.push_back(*match);
                isKept[*match] = true;
            }
        for (std::size_t i = 0; i < blocks.size(); ++i)
            m_texts[blocks[i]->table] = isKept[i] ? std::string() : freeText(*blocks[i]);
        const bool isInOrder = std::ranges::is_sorted(order);
        std::string unplaced;
        std::size_t place = 0;
        for (std::size_t i = 0; i < matches.size(); ++i) {
            if (matches[i] && isInOrder)
                place = *matches[i];
            auto& text = blocks.empty() ? unplaced : m_texts[blocks[place]->table];
            if (matches[i]) {
                const auto& block = *blocks[*matches[i]];
                editChange(block, m_before.changes[*matches[i]], m_after.changes[i]);
                text += m_lines.text(block.begin, block.next);
            } else {
                text += "\n" + scenario::changeBlock(m_after.changes[i], m_catalogue);
            }
        }
        return unplaced;
    }

    /// The comments that follow a block that goes: they may be about what comes next.
    std::string freeText(const Block& block) const
    {
        const auto text = m_lines.text(block.end, block.next);
        return text.find('#') == std::string::npos ? std::string() : text;
    }

    void editChange(const Block& block, const Change& before, const Change& after)
    {
        const auto last = block.end - 1;
        if (before.over != after.over)
            set(*block.table, "over", after.over == 1 ? std::nullopt : std::optional(std::to_string(after.over)), last);
        if (before.from != after.from)
            set(*block.table, "from", after.from ? std::optional(quoted(after.from->text())) : std::nullopt, last);
        if (before.value != after.value)
            set(*block.table, block.table->contains("number") ? "number" : "level", quoted(after.value), last);
    }

    /// Edits every assumption in its place, and returns new ones of the long form.
    std::string editAssumptions()
    {
        std::map<std::string, const Assumption*> before, after;
        for (const auto& assumption : m_before.assumptions)
            before.emplace(assumption.parameter, &assumption);
        for (const auto& assumption : m_after.assumptions)
            after.insert_or_assign(assumption.parameter, &assumption);
        for (const auto& block : m_blocks) {
            const auto entry = m_isLong.find(block.table);
            if (entry == m_isLong.end())
                continue;
            const auto found = after.find(entry->second);
            if (found == after.end()) {
                m_texts[block.table] = freeText(block);
                continue;
            }
            editAssumption(block, *before.at(entry->second), *found->second);
            after.erase(found);
        }
        if (m_short)
            editShort(*m_short, "", before, after);
        std::string unplaced;
        for (const auto& [parameter, assumption] : after) {
            if (m_short && scenario::isShort(*assumption))
                m_lines.insertAfter(std::ranges::find(m_blocks, m_short, &Block::table)->end - 1,
                                    quoted(parameter) + " = " + quoted(assumption->value));
            else
                unplaced += "\n" + scenario::assumptionBlock(*assumption);
        }
        return unplaced;
    }

    void editAssumption(const Block& block, const Assumption& before, const Assumption& after)
    {
        const auto edit = [&](const char* key, const std::string& was, const std::string& is) {
            if (was != is)
                set(*block.table, key, is.empty() ? std::nullopt : std::optional(quoted(is)), block.end - 1);
        };
        edit("reason", before.reason, after.reason);
        edit("high", before.high, after.high);
        edit("low", before.low, after.low);
        edit("value", before.value, after.value);
    }

    /// Takes those that it holds out of `after`.
    void editShort(const toml::table& table, const std::string& prefix, const std::map<std::string, const Assumption*>& before,
                   std::map<std::string, const Assumption*>& after)
    {
        for (const auto& [key, node] : table) {
            const auto id = prefix + std::string(key.str());
            if (const auto* inner = node.as_table()) {
                editShort(*inner, id + ".", before, after);
                continue;
            }
            const auto found = after.find(id);
            if (found == after.end() || !scenario::isShort(*found->second)) {
                removeKey(key.source(), node.source());
                continue;
            }
            if (before.at(id)->value != found->second->value)
                m_lines.replace(spanOf(node), quoted(found->second->value));
            after.erase(found);
        }
    }

    const Scenario &m_before, &m_after;
    const Catalogue& m_catalogue;
    toml::table m_root;
    TextLines m_lines;
    std::vector<Block> m_blocks; ///< in the order of the text
    std::map<const toml::table*, std::size_t> m_changes;   ///< place among the changes
    std::map<const toml::table*, std::string> m_isLong;    ///< parameter of an assumption in the long form
    std::map<const toml::table*, std::string> m_texts;     ///< what stands in the place of a block, where that is not the block
    const toml::table* m_short = nullptr;                  ///< assumptions in the short form
    std::size_t m_keysEnd = 0, m_headEnd = 0;              ///< the line behind the keys of the head, and behind what follows them freely
};

/// True when two scenarios say the same in a file, where the order of assumptions says nothing.
bool isSame(Scenario a, Scenario b)
{
    for (auto* scenario : {&a, &b}) {
        std::ranges::sort(scenario->assumptions, {}, &Assumption::parameter);
        scenario->start = defaultStart;
    }
    return a == b;
}

/// The comments and blank lines with which a text begins.
std::string headOf(std::string_view text)
{
    const TextLines lines(text);
    std::size_t end = 0;
    while (end < lines.size() && (lines.isComment(end) || lines.isBlank(end)))
        ++end;
    return lines.text(0, end);
}

std::string replaced(std::string text, std::string_view what, std::string_view by)
{
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

std::string merged(const Scenario& scenario, const Catalogue& catalogue, const std::string& original)
{
    std::optional<Scenario> before;
    try {
        before = readScenario(original, "original");
    } catch (const InputError&) {
        return writeScenario(scenario, catalogue);
    }
    if (isSame(*before, scenario))
        return original;
    try {
        const auto text = Merge(original, *before, scenario, catalogue).text();
        if (isSame(readScenario(text, "merged"), scenario))
            return text;
    } catch (const InputError&) { // the edited text is no scenario
    } catch (const CannotBeKept&) {
    }
    return headOf(original) + writeScenario(scenario, catalogue);
}

} // namespace

std::string writeScenario(const Scenario& scenario, const Catalogue& catalogue, std::string_view original)
{
    const bool isMarked = original.starts_with(byteOrderMark);
    original.remove_prefix(isMarked ? byteOrderMark.size() : 0);
    const bool isFromWindows = original.find("\r\n") != std::string_view::npos;
    auto said = edit::datedForText(scenario);
    if (isFromWindows) // in a text of several lines the ends of lines were read as well
        said.description = replaced(said.description, "\r\n", "\n");
    auto text = merged(said, catalogue, replaced(std::string(original), "\r\n", "\n"));
    if (isFromWindows)
        text = replaced(std::move(text), "\n", "\r\n");
    return (isMarked ? std::string(byteOrderMark) : std::string()) + text;
}

} // namespace chokepoint
