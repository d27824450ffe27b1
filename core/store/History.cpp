// Workbooks as bytes, and the steps between them.
#include "api/WorkbookHistory.h"

#include "api/WorkbookFile.h"
#include "files/Utf8.h"
#include "numbers/Sha256.h"
#include "store/ContentArchive.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <set>

namespace chokepoint {
namespace {

/// A whole number as decimal text and a mark behind it; a text as its length, a mark, and itself.
class StepWriter {
public:
    template <class... Values> void operator()(const Values&... values) { (put(values), ...); }
    std::string bytes;

private:
    void put(std::int64_t number) { bytes += std::to_string(number) + ' '; }
    void put(std::size_t number) { put(static_cast<std::int64_t>(number)); }
    void put(int number) { put(std::int64_t{number}); }
    void put(bool flag) { put(std::int64_t{flag}); }
    void put(double number) { put(std::bit_cast<std::int64_t>(number)); }
    void put(Quarter quarter) { put(quarter.index); }
    void put(BoardChart::View view) { put(static_cast<int>(view)); }
    void put(const std::string& text)
    {
        put(text.size());
        bytes += text;
    }
    template <class T> void put(const std::optional<T>& value)
    {
        put(value.has_value());
        if (value)
            put(*value);
    }
    template <class T> void put(const std::vector<T>& list)
    {
        put(list.size());
        for (const auto& item : list)
            put(item);
    }
    void put(const ComparedWith& other)
    {
        put(other.index());
        std::visit([&](const auto& baseline) { put(baseline); }, other);
    }
    template <class T> void put(const T& value) { store::fields(*this, value); }
};

[[noreturn]] void damaged() { throw InputError(Refusal("workbook_damaged")); }

class StepReader {
public:
    explicit StepReader(std::string_view bytes) : m_rest(bytes) {}
    template <class... Values> void operator()(Values&... values) { (get(values), ...); }
    void requireEnd() const
    {
        if (!m_rest.empty())
            damaged();
    }

private:
    std::int64_t number(std::int64_t least, std::int64_t most)
    {
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), number);
        if (error != std::errc() || end == m_rest.data() + m_rest.size() || *end != ' ' || number < least || number > most)
            damaged();
        m_rest.remove_prefix(static_cast<std::size_t>(end - m_rest.data()) + 1);
        return number;
    }
    void get(int& value) { value = static_cast<int>(number(INT32_MIN, INT32_MAX)); }
    void get(bool& value) { value = number(0, 1) == 1; }
    void get(double& value)
    {
        value = std::bit_cast<double>(number(INT64_MIN, INT64_MAX));
        if (!std::isfinite(value))
            damaged();
    }
    void get(Quarter& quarter) { quarter.index = static_cast<int>(number(0, quarterCount - 1)); }
    void get(BoardChart::View& view) { view = static_cast<BoardChart::View>(number(0, static_cast<int>(BoardChart::View::Logarithm))); }
    void get(std::string& text)
    {
        const auto length = static_cast<std::size_t>(number(0, static_cast<std::int64_t>(m_rest.size())));
        if (length > m_rest.size())
            damaged();
        text = m_rest.substr(0, length);
        m_rest.remove_prefix(length);
        for (std::size_t at = 0; at < text.size();) {
            const auto character = files::lengthOfCharacter(text, at);
            if (character == 0)
                damaged();
            at += character;
        }
    }
    template <class T> void get(std::optional<T>& value)
    {
        value.reset();
        if (number(0, 1) == 1)
            get(value.emplace());
    }
    template <class T> void get(std::vector<T>& list)
    {
        list.clear();
        for (auto left = number(0, mostWorkbookRows); left > 0; --left)
            get(list.emplace_back());
    }
    void get(ComparedWith& other)
    {
        switch (number(0, std::variant_size_v<ComparedWith> - 1)) {
        case 0: return get(other.emplace<PresetBaseline>());
        case 1: return get(other.emplace<WorkbookBaseline>());
        default: return get(other.emplace<OwnBaseline>());
        }
    }
    template <class T> void get(T& value) { store::fields(*this, value); }

    std::string_view m_rest;
};

/// What every function over workbooks rests on, and what a file can hold.
void requireSound(const Workbook& workbook)
{
    if (workbook.facts.size() > mostFacts
        || std::ranges::any_of(workbook.facts, [](const PersonalFact& fact) { return fact.packages.size() > 2; }))
        damaged();
    std::set<std::string_view> ids, titles;
    for (const auto& entry : workbook.scenarios)
        if (!ids.insert(entry.scenario.id).second || !titles.insert(entry.scenario.title).second)
            damaged();
    if (!ids.contains(workbook.onTable))
        damaged();
}

std::size_t bytesOfStep(const WorkbookStep& step)
{
    return step.name.size() + step.removed.size() + step.added.size() + step.layoutBefore.size() + step.layoutAfter.size();
}

} // namespace

std::string contentBytes(const Workbook& workbook)
{
    StepWriter writer;
    store::contentFields(writer, workbook);
    return std::move(writer.bytes);
}

std::string layoutBytes(const WorkbookView& view)
{
    StepWriter writer;
    store::layoutFields(writer, view);
    return std::move(writer.bytes);
}

void setContent(Workbook& workbook, std::string_view bytes)
{
    Workbook read;
    StepReader reader(bytes);
    store::contentFields(reader, read);
    reader.requireEnd();
    requireSound(read);
    read.view = std::move(workbook.view);
    workbook = std::move(read);
}

void setLayout(WorkbookView& view, std::string_view bytes)
{
    auto read = view;
    StepReader reader(bytes);
    store::layoutFields(reader, read);
    reader.requireEnd();
    view = std::move(read);
}

WorkbookStep stepBetween(std::string name, std::string_view before, std::string_view after)
{
    const auto shorter = std::min(before.size(), after.size());
    const auto same = std::ranges::mismatch(before.substr(0, shorter), after.substr(0, shorter)).in1 - before.begin();
    const auto at = static_cast<std::size_t>(same);
    std::size_t end = 0;
    while (end < shorter - at && before[before.size() - end - 1] == after[after.size() - end - 1])
        ++end;
    return {.name = std::move(name),
            .at = at,
            .removed = std::string(before.substr(at, before.size() - end - at)),
            .added = std::string(after.substr(at, after.size() - end - at)),
            .layoutBefore = {},
            .layoutAfter = {}};
}

std::optional<std::string> stepped(std::string_view bytes, const WorkbookStep& step, bool isForward)
{
    const auto& from = isForward ? step.removed : step.added;
    if (step.at > bytes.size() || bytes.substr(step.at, from.size()) != from)
        return std::nullopt;
    std::string after(bytes);
    after.replace(step.at, from.size(), isForward ? step.added : step.removed);
    return after;
}

WorkbookHistory historyOf(const Workbook& workbook, std::vector<WorkbookStep> steps, std::size_t done)
{
    std::size_t bytes = 0, kept = 0; // from the newest on
    while (kept < std::min(steps.size(), mostKeptSteps)) {
        const auto size = bytesOfStep(steps[steps.size() - 1 - kept]);
        if (size > largestStep || bytes + size > mostStepBytes)
            break;
        bytes += size;
        ++kept;
    }
    const auto dropped = steps.size() - kept;
    if (dropped > done) // what can be put on again no longer follows on what is there
        return {};
    steps.erase(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(dropped));
    return {.steps = std::move(steps), .done = done - dropped, .content = numbers::sha256(contentBytes(workbook))};
}

WorkbookHistory historyFor(const Workbook& workbook, WorkbookHistory history)
{
    return history.done <= history.steps.size() && history.content == numbers::sha256(contentBytes(workbook)) ? std::move(history)
                                                                                                              : WorkbookHistory();
}

} // namespace chokepoint
