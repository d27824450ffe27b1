// Chooses the marks of a figure.
#include "api/Figure.h"

#include "api/Covert.h"
#include "api/Engine.h"
#include "api/MeasureWords.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace chokepoint {
namespace {

constexpr std::ptrdiff_t mostMarks = 5; ///< beside those of the scenario
constexpr std::size_t mostTurns = 3;
constexpr std::size_t fewMeasures = 3; ///< up to which events of every changed measure are marked, whatever the sector
constexpr double nearest = 0.4;        ///< years between two marks

struct Candidate {
    FigureMark mark; ///< without the whole of its words, which few candidates need
    const Event* event = nullptr;
    int rank = 0; ///< lower is more telling
};

/// The short label of the level that the record takes up at the time of an event; nothing when it takes up none.
std::optional<MessageValue> levelTakenUp(const FigureRuns& runs, std::size_t measure, double time)
{
    const auto& about = runs.engine.catalogue().measures[measure];
    const int near = static_cast<int>((time - firstYear) * 4);
    for (const int q : {near, near + 1}) {
        if (about.isNumber || q < 1 || q + 1 >= quarterCount)
            continue;
        const auto& before = runs.recorded[static_cast<std::size_t>(q - 1)][measure];
        const auto& after = runs.recorded[static_cast<std::size_t>(q)][measure];
        if (before != after)
            return words::shortValue(about, after);
    }
    return std::nullopt;
}

std::optional<Candidate> candidateOf(const FigureRuns& runs, const Series& series, const Event& event,
                                     const std::vector<std::string>& changed)
{
    const auto& catalogue = runs.engine.catalogue();
    const auto& marked = catalogue.sectors[series.sector].markedGroups;
    std::optional<Candidate> best;
    for (const auto& id : event.measures) {
        const auto measure = catalogue.findMeasure(id);
        if (!measure)
            continue;
        const auto& about = catalogue.measures[*measure];
        const bool isOfSector = std::ranges::find(marked, about.group) != marked.end();
        const bool isChanged = std::ranges::binary_search(changed, id) && (changed.size() <= fewMeasures || isOfSector);
        const auto level = levelTakenUp(runs, *measure, event.time);
        const int rank = isChanged ? (level ? 0 : 1) : isOfSector && level ? 2 : 3;
        if (rank == 3 || (best && best->rank <= rank))
            continue;
        const auto& name = about.shortName;
        const auto longName = level ? runs.language.text(Message("figure.event_level", {{"measure", name}, {"level", *level}})) : name;
        best = Candidate{{event.time, name, longName, {}, MarkKind::Event}, &event, rank};
    }
    return best;
}

std::vector<FigureMark> scenarioMarks(const FigureRuns& runs)
{
    const auto& catalogue = runs.engine.catalogue();
    std::map<double, std::vector<const Change*>> byTime;
    for (const auto& change : runs.scenario.changes)
        byTime[edit::quarterOf(runs.scenario, change).begin()].push_back(&change);
    std::vector<FigureMark> marks;
    for (const auto& [time, changes] : byTime) {
        std::string whole;
        for (const auto* change : changes)
            whole += (whole.empty() ? "" : "\n") + runs.language.text(words::change(catalogue, *change, runs.scenario.start));
        const auto& first = *changes.front();
        const auto label = runs.language.text(
            changes.size() == 1 ? words::shortValue(catalogue.measures[catalogue.findMeasure(first.measure).value()], first.value)
                                : MessageValue(Message("figure.several_changes", {{"measures", changes.size()}})));
        marks.push_back({time, label, label, whole, MarkKind::Change});
    }
    return marks;
}

/// "2031" for its first quarter, else "2031 Q2".
MessageValue whenOf(Quarter quarter)
{
    return quarter.ofYear() == 1 ? MessageValue(Message("figure.year", {{"year", quarter.year()}})) : MessageValue(quarter);
}

/// Where the equations turn, the last first: it lies ahead.
std::vector<FigureMark> turnMarks(const FigureRuns& runs, const Series& series)
{
    const auto& catalogue = runs.engine.catalogue();
    const auto row = catalogue.findSeries(series.id).value();
    std::vector<FigureMark> marks;
    for (const auto& turn : turnsOf(runs.engine, runs.scenario, row)) {
        const auto whole = runs.language.text(Message::ofFamily("turn", turn.reason, {{"when", whenOf(turn.from)}}));
        const auto label = runs.language.text(Message::ofFamily("turn_label", turn.reason));
        marks.push_back({turn.from.begin(), label, whole, whole, MarkKind::Turn});
    }
    std::ranges::reverse(marks);
    marks.resize(std::min(marks.size(), mostTurns));
    return marks;
}

/// The words of an event, with its date and source; events still to come say so.
Message eventInWords(const Catalogue& catalogue, const Event& event)
{
    std::vector<std::string> names;
    for (std::size_t begin = 0; begin < event.source.size();) {
        const auto end = std::min(event.source.find(';', begin), event.source.size());
        auto id = event.source.substr(begin, end - begin);
        id.erase(0, std::min(id.find_first_not_of(' '), id.size()));
        id.erase(id.find_last_not_of(' ') + 1);
        begin = end + 1;
        if (const auto at = catalogue.findSource(id)) {
            const auto& source = catalogue.sources[*at];
            const auto& name = source.publisher.empty() ? source.authors : source.publisher;
            if (std::ranges::find(names, name) == names.end())
                names.push_back(name);
        }
    }
    const MessageValue sources = names.empty() ? MessageValue(Message("figure.event_source"))
                                               : MessageValue(MessageList{{names.begin(), names.end()}, MessageList::Joint::Comma});
    const auto grade = letterOf(event.grade);
    return event.kind == EventKind::Due
             ? Message("figure.event_due", {{"date", event.date}, {"what", event.what}, {"sources", sources}, {"grade", grade}})
             : Message("figure.event", {{"date", event.date}, {"what", event.what}, {"sources", sources}, {"grade", grade}});
}

} // namespace

std::vector<FigureMark> figureMarks(const FigureRuns& runs, const Series& series, bool withEvents)
{
    auto marks = scenarioMarks(runs);
    const auto isFree = [&](const FigureMark& mark) {
        return std::ranges::none_of(marks, [&](const FigureMark& other) { return std::fabs(other.time - mark.time) < nearest; });
    };
    for (auto& turn : turnMarks(runs, series))
        if (isFree(turn)) // beside a change of the scenario, that says more
            marks.push_back(std::move(turn));
    if (!withEvents)
        return marks;
    const auto& catalogue = runs.engine.catalogue();
    const auto changed = edit::changedMeasures(runs.scenario);
    std::vector<Candidate> candidates;
    for (const auto& event : catalogue.events)
        if (auto candidate = candidateOf(runs, series, event, changed))
            candidates.push_back(std::move(*candidate));
    std::ranges::stable_sort(candidates, {}, &Candidate::rank);
    auto count = std::ranges::count(marks, MarkKind::Turn, &FigureMark::kind);
    for (const auto& candidate : candidates) {
        const auto isClear = [&](const FigureMark& other) {
            return std::fabs(other.time - candidate.mark.time) >= nearest
                && (other.kind != MarkKind::Event || other.longLabel != candidate.mark.longLabel);
        };
        if (count == mostMarks || candidate.mark.time < firstYear || candidate.mark.time > lastYear
            || !std::ranges::all_of(marks, isClear))
            continue;
        marks.push_back(candidate.mark);
        marks.back().whole = runs.language.text(eventInWords(catalogue, *candidate.event));
        ++count;
    }
    return marks;
}

} // namespace chokepoint
