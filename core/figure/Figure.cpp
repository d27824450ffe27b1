// Gathers what a chart shows from two runs and the data book.
#include "api/Figure.h"

#include "api/Covert.h"
#include "api/Decomposition.h"
#include "api/Engine.h"
#include "api/Findings.h"
#include "api/ScenarioWords.h"
#include "api/SourceWords.h"
#include "api/Telling.h"
#include "api/UnitWords.h"
#include "figure/FigureTime.h"

#include <algorithm>
#include <set>

namespace chokepoint {
namespace {

constexpr std::size_t mostNamed = 2;      ///< sources in a footer
constexpr const char* noPublisher = "-"; ///< of a source that is our own judgment

/// Who stands behind a source; nothing for a judgment of our own.
const std::string* behind(const Source& source)
{
    return source.publisher == noPublisher ? nullptr : &words::publisherOf(source);
}

/// Who observed a series and how that was seen, or that nobody did: in one line, and in a shorter one.
std::pair<Message, Message> sourcesOf(const Catalogue& catalogue, const Series& series)
{
    std::vector<const std::string*> who; // nullptr for us
    std::set<std::string> grades;
    for (const auto& o : catalogue.observations) {
        if (o.series != series.id)
            continue;
        const auto* name = behind(catalogue.sources[*catalogue.findSource(o.source)]);
        if (std::ranges::none_of(who, [&](const auto* other) { return name == other || (name && other && *name == *other); }))
            who.push_back(name);
        grades.insert(letterOf(o.grade));
    }
    if (who.empty())
        return {Message("figure.unobserved"), Message("figure.unobserved_short")};
    const auto nameOf = [](const std::string* name) { return name ? MessageValue(*name) : MessageValue(Message("figure.own_estimate")); };
    MessageList all{{}, MessageList::Joint::And}, letters{{grades.begin(), grades.end()}, MessageList::Joint::Comma};
    for (const auto* name : who)
        all.items.push_back(nameOf(name));
    const MessageValue named = who.size() <= mostNamed
                                 ? MessageValue(all)
                                 : MessageValue(Message("figure.source_and_others",
                                                        {{"source", nameOf(who.front())}, {"others", who.size() - 1}}));
    return {Message("figure.dots", {{"sources", named}, {"count", grades.size()}, {"grades", letters}}),
            Message("figure.dots_short", {{"count", who.size()}})};
}

/// Cuts the first words that all labels share, such as "US AI researchers born in".
void cutSharedWords(std::vector<FigureLine>& lines)
{
    const auto first = [](const std::string& label) { return label.substr(0, label.find(' ')); };
    while (lines.size() > 1 && std::ranges::all_of(lines, [&](const FigureLine& line) {
               return line.label.find(' ') != std::string::npos && first(line.label) == first(lines[0].label);
           }))
        for (auto& line : lines)
            line.label.erase(0, line.label.find(' ') + 1);
}

/// The series that add up to another, one on top of the other.
std::vector<FigureLine> stackOf(const FigureRuns& runs, std::size_t row)
{
    const auto& catalogue = runs.engine.catalogue();
    std::vector<FigureLine> stack;
    for (const auto addend : addendsOf(runs.engine, row)) {
        const auto& series = catalogue.series[addend];
        auto line = figureLine(series, runs.present.series[addend], FigureLine::Manner::Part, series.endLabel);
        line.isCovert = isCovert(runs.engine, addend);
        line.own = line.y;
        for (std::size_t i = 0; i < line.y.size() && !stack.empty(); ++i)
            line.y[i] += stack.back().y[i];
        stack.push_back(std::move(line));
    }
    cutSharedWords(stack);
    return stack;
}

/// The lines, the main one last: it is drawn over the others.
std::vector<FigureLine> linesOf(const FigureRuns& runs, std::size_t row, const FigureRequest& request)
{
    const auto& catalogue = runs.engine.catalogue();
    const auto& series = catalogue.series[row];
    const auto lineLabel = [&](const Scenario& scenario) { return runs.language.text(words::lineLabel(catalogue, scenario)); };
    const auto joinsIn = [&](std::size_t of, const FigureLine& line) {
        const auto& about = catalogue.series[of];
        return figure::joinsOf(runs, about, line.y, figureLine(about, runs.reference.series[of], line.manner, {}).y);
    };
    if (request.isDifference)
        return {figure::differenceLine(runs, row, lineLabel(runs.scenario))};
    auto lines = request.withParts ? stackOf(runs, row) : std::vector<FigureLine>();
    const bool isStacked = !lines.empty();
    if (runs.present.series[row] != runs.reference.series[row]) {
        lines.push_back(figureLine(series, runs.reference.series[row], FigureLine::Manner::Baseline, lineLabel(runs.baseline)));
        lines.back().isCovert = isCovert(runs.engine, row);
    }
    const bool hasCompanions = !isStacked && !request.companions.empty();
    if (hasCompanions)
        for (const auto& id : request.companions) {
            const auto other = catalogue.findSeries(id).value();
            lines.push_back(figureLine(catalogue.series[other], runs.present.series[other], FigureLine::Manner::Companion,
                                       catalogue.series[other].endLabel));
            lines.back().isCovert = isCovert(runs.engine, other);
            lines.back().joins = joinsIn(other, lines.back());
        }
    const auto label = isStacked     ? runs.language.text(Message("figure.total"))
                     : hasCompanions ? series.endLabel
                                     : lineLabel(runs.scenario);
    lines.push_back(figureLine(series, runs.present.series[row], FigureLine::Manner::Present, label));
    lines.back().isCovert = isCovert(runs.engine, row);
    lines.back().isOutput = std::ranges::any_of(lines, [](const FigureLine& line) { return line.limitBy.has_value(); });
    if (!isStacked)
        lines.back().joins = joinsIn(row, lines.back());
    return lines;
}

} // namespace

namespace figure {

std::vector<FigurePoint> pointsOf(const FigureRuns& runs, const Series& series, const std::vector<OwnFact>& ownFacts)
{
    const auto& catalogue = runs.engine.catalogue();
    const double scale = words::displayUnit(series).scale;
    const auto scaled = [&](const std::optional<double>& x) { return x ? std::optional(*x * scale) : std::nullopt; };
    std::vector<FigurePoint> points;
    for (const auto& o : catalogue.observations) {
        if (o.series != series.id)
            continue;
        const auto source = catalogue.findSource(o.source);
        const auto who = !source                                ? MessageValue(o.source)
                         : behind(catalogue.sources[*source]) ? MessageValue(catalogue.sources[*source].authors)
                                                              : MessageValue(Message("figure.own_estimate"));
        const auto grade = letterOf(o.grade);
        const auto words = o.note.empty() ? Message("figure.observation", {{"who", who}, {"grade", grade}})
                                          : Message("figure.observation_noted", {{"who", who}, {"grade", grade}, {"note", o.note}});
        points.push_back({o.time, o.value * scale, scaled(o.low), scaled(o.high),
                          o.isExpectation ? PointKind::Expectation : PointKind::Observation, runs.language.text(words)});
    }
    for (const auto& fact : ownFacts)
        if (fact.series == series.id)
            points.push_back({fact.time, fact.value * scale, scaled(fact.low), scaled(fact.high), PointKind::OwnFact, fact.words});
    return points;
}

} // namespace figure

FigureLine figureLine(const Series& series, const SeriesValues& values, FigureLine::Manner manner, const std::string& label)
{
    const double scale = words::displayUnit(series).scale;
    FigureLine line;
    line.series = series.id;
    line.label = label;
    line.manner = manner;
    line.colour = series.colour;
    line.limitBy = series.limitBy;
    line.x.reserve(values.size());
    line.y.reserve(values.size());
    for (int q = 0; q < quarterCount; ++q) {
        line.x.push_back(figure::timeOf(series, Quarter{q}));
        line.y.push_back(values[static_cast<std::size_t>(q)] * scale);
    }
    return line;
}

Figure figureOf(const FigureRuns& runs, const FigureRequest& request)
{
    const auto& catalogue = runs.engine.catalogue();
    const auto row = catalogue.findSeries(request.series).value();
    const auto& series = catalogue.series[row];
    const auto said = [&](const MessageValue& value) { return runs.language.text(value); };
    auto finding = words::findingOf(catalogue, row, request.year, runs.present, runs.reference);
    finding.certainty = request.certainty;
    Figure figure;
    figure.series = series.id;
    figure.colour = series.colour;
    figure.title = said(words::title(finding));
    figure.shortTitle = said(words::shortTitle(finding));
    figure.shortestTitle = said(words::shortestTitle(finding));
    figure.name = series.shortName;
    figure.narrowSubtitle = said(words::narrowSubtitle(finding));
    figure.scenarioLabel = said(words::lineLabel(catalogue, runs.scenario));
    figure.baselineLabel = said(words::lineLabel(catalogue, runs.baseline));
    figure.isDifference = request.isDifference;
    if (request.isDifference) {
        const auto unit = words::differenceUnit(series).name();
        figure.unit = said(Message("figure.difference_unit", {{"baseline", figure.baselineLabel}, {"unit", unit}}));
        figure.subtitle =
            said(Message("figure.difference", {{"series", series.name}, {"baseline", figure.baselineLabel}, {"unit", unit}}));
    } else {
        figure.unit = said(words::displayUnit(series).name());
        figure.subtitle = said(words::subtitle(series));
    }
    figure.stamp = said(words::assumptionStamp(runs.scenario));
    const auto [sources, shortSources] = sourcesOf(catalogue, series);
    figure.sources = said(sources);
    figure.shortSources = said(shortSources);
    figure.reach = figure::reachOf(runs.scenario, request.year);
    figure.told = figure::yearMarkOf(runs, row, request);
    figure.lines = linesOf(runs, row, request);
    if (!request.isDifference)
        figure.points = figure::pointsOf(runs, series, request.ownFacts);
    figure.marks = figureMarks(runs, series, request.withEvents);
    if (request.withStrip)
        for (int q = 0; q < quarterCount; ++q) {
            figure.binding.push_back(bindingAt(catalogue, runs.present, Quarter{q}));
            figure.bindingBefore.push_back(bindingAt(catalogue, runs.reference, Quarter{q}));
        }
    return figure;
}

} // namespace chokepoint
