// The texts of a sheet: each follows from the numbers unless a person wrote another.
#include "figure/SheetParts.h"

#include "api/ChangeWords.h"
#include "api/Comparison.h"
#include "api/Covert.h"
#include "api/Engine.h"
#include "api/Headline.h"
#include "api/MeasureWords.h"
#include "api/NumberWords.h"
#include "api/ScenarioWords.h"
#include "api/SourceWords.h"
#include "api/TerminalText.h"
#include "api/UnitWords.h"
#include "api/Versions.h"

#include <algorithm>
#include <set>

namespace chokepoint::figure {
namespace {

using Kind = SheetRequest::Kind;
using Show = SheetRequest::Show;

constexpr std::size_t mostSettings = 4, mostOriginals = 4, hashDigits = 8;
constexpr std::size_t longestLaw = 60; ///< characters of a title that a finding begins with

Headline headlineIn(const SheetMaking& making)
{
    const auto& runs = making.runs;
    const auto& first = runs.scenarios.front();
    auto headline = headlineOf(runs.engine.catalogue(), *first.scenario, *runs.baseline.scenario, *first.central, *runs.baseline.central,
                               {making.row, making.request.year, making.spread ? &*making.spread : nullptr});
    if (headline.subject == Headline::Subject::Package && headline.law.empty() && !first.scenario->title.empty()
        && !making.isOfPreset(&Scenario::title, *first.scenario))
        headline.law = inOneLine(first.scenario->title, longestLaw); // a figure goes to people without the package before them: it is named
    return headline;
}

/// The change of a scenario in the year told, hedged as the draws say.
MessageValue changeIn(const SheetMaking& making, const SheetRun& run)
{
    const double value = run.central->annualMean(making.row, making.request.year);
    const double before = making.runs.baseline.central->annualMean(making.row, making.request.year);
    if (!run.draws || !making.runs.baseline.draws)
        return words::changeOf(making.series, value, before);
    const auto spread = changeSpread(*run.draws, *making.runs.baseline.draws, making.row, making.request.year);
    return words::changeWithDoubt(making.series, value, before, &spread);
}

/// Of several scenarios the two ends are told: what moves the series most in either direction.
Message severalTitle(const SheetMaking& making)
{
    const auto& runs = making.runs.scenarios;
    const auto value = [&](const SheetRun& run) { return run.central->annualMean(making.row, making.request.year); };
    const auto [least, most] = std::ranges::minmax_element(runs, [&](const SheetRun& a, const SheetRun& b) { return value(a) < value(b); });
    return Message("sheet.title_several", {{"series", making.series.shortName},
                                           {"year", making.request.year},
                                           {"most", making.nameOf(*most)},
                                           {"mostChange", changeIn(making, *most)},
                                           {"least", making.nameOf(*least)},
                                           {"leastChange", changeIn(making, *least)}});
}

Message titleOf(const SheetMaking& making)
{
    return making.runs.scenarios.size() > 1 ? severalTitle(making)
                                            : words::headlineTitle(making.runs.engine.catalogue(), headlineIn(making));
}

std::string unitOf(const SheetMaking& making)
{
    switch (making.request.show) {
    case Show::Percent: return making.said(Message("sheet.unit_percent"));
    case Show::Index: return making.said(Message("sheet.unit_index", {{"year", making.indexYear}}));
    case Show::Difference: return making.said(words::differenceUnit(making.series).name());
    case Show::Logarithm: return making.said(Message("sheet.unit_logarithm", {{"unit", words::displayUnit(making.series).name()}}));
    case Show::Value: break;
    }
    return making.said(words::displayUnit(making.series).name());
}

/// Series, unit and what is meant by the series.
MessageValue subtitleOf(const SheetMaking& making, const std::string& unit)
{
    const auto& runs = making.runs;
    MessageList sentences{{}, MessageList::Joint::Sentence};
    const auto baseline = making.nameOf(runs.baseline);
    sentences.items.emplace_back(
        making.isChange() ? Message("sheet.subtitle_change", {{"series", making.series.name}, {"baseline", baseline}, {"unit", unit}})
                          : Message("sheet.subtitle", {{"series", making.series.name}, {"unit", unit}}));
    if (making.request.kind == Kind::Bar || making.request.kind == Kind::Waterfall)
        sentences.items.emplace_back(Message("sheet.mean_of", {{"year", making.request.year}}));
    if (making.request.kind == Kind::Slope)
        sentences.items.emplace_back(Message("sheet.means_of", {{"firstYear", making.request.firstYear}, {"year", making.request.year}}));
    if (!making.series.description.empty())
        sentences.items.emplace_back(Message("sheet.definition", {{"words", making.series.description}}));
    return sentences;
}

Message sourceOf(const SheetMaking& making)
{
    const auto& runs = making.runs;
    const auto& catalogue = runs.engine.catalogue();
    const auto day = dateValue(catalogue.lastChecked);
    if (!runs.evidence || (runs.evidence->originals.empty() && !runs.evidence->restsOnJudgment))
        return Message("sheet.source_plain", {{"version", runs.program}, {"day", day}});
    MessageList names{{}, MessageList::Joint::And};
    for (std::size_t i = 0; i < std::min(mostOriginals, runs.evidence->originals.size()); ++i)
        names.items.emplace_back(runs.evidence->originals[i]);
    if (runs.evidence->restsOnJudgment)
        names.items.emplace_back(Message("sheet.own_judgment"));
    const auto source = Message("sheet.source", {{"version", runs.program}, {"day", day}, {"names", names}});
    const auto& grades = runs.evidence->grades;
    if (!grades || (grades->onAB == 0 && grades->onCD == 0))
        return source;
    const auto weak = words::percent(std::clamp(grades->onCD, 0.0, 1.0));
    return Message("sheet.source_with_grades", {{"source", source}, {"weak", weak}, {"year", making.request.year}});
}

/// What a package does, in its settings; the first few and how many more.
Message packageOf(const SheetMaking& making, const SheetRun& run)
{
    const auto& catalogue = making.runs.engine.catalogue();
    const auto& changes = run.scenario->changes;
    const std::vector<Change> told{changes.begin(), changes.begin() + static_cast<std::ptrdiff_t>(std::min(mostSettings, changes.size()))};
    auto settings = words::settings(catalogue, told);
    settings.joint = MessageList::Joint::Semicolon;
    const auto more = changes.size() - told.size();
    if (changes.size() == 1) // whose name is its setting
        return Message("sheet.package_of_one", {{"settings", settings}});
    return Message("sheet.package", {{"name", making.nameOf(run)}, {"settings", settings}, {"more", more}});
}

/// Who published the values beside the lines.
void addObservers(MessageList& sentences, const SheetMaking& making, const Sheet& sheet)
{
    const auto& catalogue = making.runs.engine.catalogue();
    if (sheet.panels.empty() || sheet.panels.front().points.empty())
        return;
    MessageList names{{}, MessageList::Joint::And};
    bool hasForecast = false, hasFact = false;
    for (const auto& point : sheet.panels.front().points)
        (point.kind == PointKind::Expectation ? hasForecast : hasFact) = true;
    for (const auto& observation : catalogue.observations) {
        const bool isShown = observation.time >= sheet.from && observation.time <= sheet.to;
        const auto row = catalogue.findSource(observation.source);
        if (observation.series != making.series.id || !isShown || !row)
            continue;
        const auto& source = catalogue.sources[*row];
        const auto& publisher = words::publisherOf(source);
        const auto name = isOwnJudgement(observation.source) || publisher == "-" ? MessageValue(Message("sheet.own_judgment"))
                                                                                : MessageValue(publisher);
        if (std::ranges::find(names.items, name) == names.items.end())
            names.items.push_back(name);
    }
    const auto others = names.items.size() > mostOriginals ? names.items.size() - mostOriginals : 0;
    names.items.erase(names.items.end() - static_cast<std::ptrdiff_t>(others), names.items.end());
    sentences.items.emplace_back(Message(
        "sheet.observations",
        {{"which", hasForecast && hasFact ? "both" : hasForecast ? "forecasts" : "facts"}, {"names", names}, {"others", others}}));
}

/// Whether it has lines and bands along the years.
bool hasTime(const Sheet& sheet)
{
    return sheet.kind != Kind::Table && sheet.kind != Kind::Bar && sheet.kind != Kind::Slope && sheet.kind != Kind::Waterfall;
}

/// Whether the chart itself shows what 8 runs in 10 say of a run, which is the scenario at a place or, without one, the baseline.
bool hasDrawnRange(const SheetMaking& making, const Sheet& sheet, std::optional<std::size_t> place)
{
    const auto& request = making.request;
    if (sheet.kind == Kind::Table || !request.withBand)
        return false;
    if (!hasTime(sheet) || sheet.kind == Kind::Multiples || !place)
        return true;
    return *place == std::min(request.banded, making.runs.scenarios.size() - 1);
}

/// Nothing that nobody reports stands without its range: where the chart draws none, the note tells that of the year.
void addCovertRanges(MessageList& sentences, const SheetMaking& making, const Sheet& sheet)
{
    const auto& runs = making.runs;
    if (making.isChange() || !isCovert(runs.engine, making.row) || sheet.kind == Kind::Stacked)
        return;
    if (!making.spread) {
        sentences.items.emplace_back(Message("sheet.covert"));
        return;
    }
    MessageList ranges{{}, MessageList::Joint::And};
    const auto add = [&](const SheetRun& run, std::optional<std::size_t> place) {
        if (!run.draws || hasDrawnRange(making, sheet, place))
            return;
        const auto spread = spreadAt(*run.draws, making.row, Period::ofYear(making.request.year));
        const double scale = making.request.show == Show::Index ? 100 / making.indexBase : words::displayUnit(making.series).scale;
        ranges.items.emplace_back(Message("sheet.covert_range", {{"low", making.amountOf(spread.quantiles[quantilePlace(0.1)] * scale)},
                                                                 {"high", making.amountOf(spread.quantiles[quantilePlace(0.9)] * scale)},
                                                                 {"name", making.nameOf(run)}}));
    };
    for (std::size_t place = 0; place < runs.scenarios.size(); ++place)
        add(runs.scenarios[place], place);
    if (making.isBaselineShown())
        add(runs.baseline, std::nullopt);
    if (!ranges.items.empty())
        sentences.items.emplace_back(Message("sheet.covert_ranges", {{"year", making.request.year}, {"ranges", ranges}}));
}

/// Where the axis of a waterfall begins, if not at zero.
void addBreak(MessageList& sentences, const Sheet& sheet)
{
    if (sheet.isBroken)
        sentences.items.emplace_back(Message("sheet.broken", {{"value", sheet.ticks.front().words}}));
}

MessageValue noteOf(const SheetMaking& making, const Sheet& sheet)
{
    const auto& runs = making.runs;
    const auto& first = runs.scenarios.front();
    MessageList sentences{{}, MessageList::Joint::Sentence};
    if (runs.scenarios.size() == 1 && !first.scenario->changes.empty())
        sentences.items.emplace_back(packageOf(making, first));
    if (making.request.kind == Kind::Waterfall)
        sentences.items.emplace_back(Message("sheet.shares"));
    addBreak(sentences, sheet);
    if (runs.scenarios.size() > 1)
        sentences.items.emplace_back(Message("sheet.packages_against", {{"baseline", making.nameOf(runs.baseline)}}));
    if (making.request.kind == Kind::Multiples && making.request.withBand && making.spread)
        sentences.items.emplace_back(Message("sheet.panel_ranges"));
    if (sheet.kind == Kind::Multiples && sheet.boundary)
        sentences.items.emplace_back(Message("sheet.panel_boundary"));
    if (const auto assumptions = first.scenario->assumptions.size(); assumptions > 0)
        sentences.items.emplace_back(Message("sheet.assumed", {{"assumptions", assumptions}}));
    if (making.spread && making.finding.isChange() && runs.scenarios.size() == 1)
        sentences.items.emplace_back(Message("sheet.range", {{"year", making.request.year},
                                                             {"range", words::rangeOfChange(making.series, *making.spread)},
                                                             {"agreement", words::agreementOfRuns(*making.spread)}}));
    addCovertRanges(sentences, making, sheet);
    addObservers(sentences, making, sheet);
    if (making.spread)
        sentences.items.emplace_back(!sheet.panels.empty() && sheet.panels.front().band
                                         ? Message("sheet.runs", {{"runs", making.spread->draws}})
                                         : Message("sheet.runs_alone", {{"runs", making.spread->draws}}));
    sentences.items.emplace_back(Message("sheet.no_forecast"));
    return sentences;
}

/// What the picture shows, for those who do not see it.
MessageValue alternativeOf(const SheetMaking& making, const Sheet& sheet)
{
    const auto& runs = making.runs;
    const auto& request = making.request;
    const auto& catalogue = runs.engine.catalogue();
    MessageList sentences{{}, MessageList::Joint::Sentence};
    const char* kind = sheet.kind == Kind::Multiples ? "multiples"
                     : sheet.kind == Kind::Stacked   ? "stacked"
                     : sheet.kind == Kind::Bar       ? "bar"
                     : sheet.kind == Kind::Slope     ? "slope"
                     : sheet.kind == Kind::Table     ? "table"
                     : sheet.kind == Kind::Waterfall ? "waterfall"
                     : sheet.kind == Kind::Area      ? "area"
                                                     : "line";
    sentences.items.emplace_back(Message("sheet.what", {{"kind", kind},
                                                        {"series", making.series.noun},
                                                        {"unit", sheet.unit},
                                                        {"firstYear", request.firstYear},
                                                        {"lastYear", request.lastYear}}));
    for (const auto& run : runs.scenarios) {
        const auto first = making.amountOf(making.yearOf(run, request.firstYear));
        const auto then = making.amountOf(making.yearOf(run, request.year));
        const auto last = making.amountOf(making.yearOf(run, request.lastYear));
        sentences.items.emplace_back(Message("sheet.course", {{"name", making.nameOf(run)},
                                                              {"first", first},
                                                              {"firstYear", request.firstYear},
                                                              {"then", then},
                                                              {"year", request.year},
                                                              {"last", last},
                                                              {"lastYear", request.lastYear}}));
    }
    if (sheet.kind == Kind::Waterfall)
        for (const auto& bar : sheet.bars)
            if (bar.from)
                sentences.items.emplace_back(Message("sheet.step", {{"name", bar.name}, {"change", bar.told}}));
    addBreak(sentences, sheet);
    if (runs.scenarios.size() == 1 && making.finding.isChange())
        sentences.items.emplace_back(Message("sheet.telling", {{"words", words::headlineBelow(catalogue, headlineIn(making))}}));
    else if (making.isBaselineShown())
        sentences.items.emplace_back(Message("sheet.against", {{"baseline", making.nameOf(runs.baseline)},
                                                               {"value", making.amountOf(making.yearOf(runs.baseline, request.year))},
                                                               {"year", request.year}}));
    return sentences;
}

void addBandKeys(Sheet& sheet, const SheetMaking& making, const SheetPanel& panel)
{
    const auto& band = *panel.band;
    const bool isLevel = !band.levelLow.empty();
    const auto add = [&](SheetKey::Shade shade, const Message& words) { sheet.keys.push_back({shade, making.said(words), panel.bandHue}); };
    if (!band.innerLow.empty())
        add(SheetKey::Shade::Inner, Message("sheet.key_inner"));
    add(SheetKey::Shade::Runs, isLevel ? Message("sheet.key_runs") : Message("sheet.key_runs_alone"));
    if (!isLevel)
        return;
    const double most = *std::ranges::max_element(band.levelHigh);
    add(SheetKey::Shade::Level, most > sheet.top ? Message("sheet.key_level_beyond", {{"value", making.amountOf(most)}})
                                                 : Message("sheet.key_level"));
}

void addKeys(Sheet& sheet, const SheetMaking& making)
{
    if (const auto banded = std::ranges::find_if(sheet.panels, [](const SheetPanel& panel) { return panel.band.has_value(); });
        banded != sheet.panels.end())
        addBandKeys(sheet, making, *banded);
    if (std::ranges::any_of(sheet.bars, [](const SheetBar& bar) { return bar.low.has_value(); }))
        sheet.keys.push_back({SheetKey::Shade::Bar, making.said(Message("sheet.key_runs_alone"))});
    bool hasPart = false, hasRange = false;
    for (const auto& panel : sheet.panels)
        for (const auto& line : panel.lines) {
            if (!hasPart && line.isCovert && line.hue.of == SheetHue::Of::Part)
                sheet.keys.push_back({SheetKey::Shade::Part, making.said(Message("figure.covert_parts")), line.hue});
            hasPart |= line.isCovert && line.hue.of == SheetHue::Of::Part;
            if (!hasRange && !line.low.empty())
                sheet.keys.push_back(
                    {SheetKey::Shade::Baseline, making.said(Message("sheet.key_baseline", {{"name", line.name}})), line.hue});
            hasRange |= !line.low.empty();
        }
}

/// What was turned off of all that makes a figure honest, and which edited text says another number than the run.
MessageValue marksOf(const Sheet& sheet, const SheetMaking& making)
{
    const auto& request = making.request;
    MessageList off{{}, MessageList::Joint::And}, sentences{{}, MessageList::Joint::Sentence};
    if (!request.withBand && sheet.kind != Kind::Table && sheet.kind != Kind::Stacked) // which have none
        off.items.emplace_back(Message("sheet.off_band"));
    if (!request.withBoundary && hasTime(sheet))
        off.items.emplace_back(Message("sheet.off_boundary"));
    if (!request.withBaseline && !making.isChange())
        off.items.emplace_back(Message("sheet.off_baseline"));
    if (!request.withSource || (request.own.source && request.own.source->empty()))
        off.items.emplace_back(Message("sheet.off_source"));
    if (!off.items.empty())
        sentences.items.emplace_back(Message("sheet.left_out", {{"parts", off}}));
    MessageList others{{}, MessageList::Joint::And};
    for (const auto* text : {&sheet.title, &sheet.subtitle, &sheet.source, &sheet.note, &sheet.alternative})
        for (const auto& number : text->otherNumbers)
            if (const MessageValue value = number; std::ranges::find(others.items, value) == others.items.end())
                others.items.push_back(value);
    if (!others.items.empty())
        sentences.items.emplace_back(Message("sheet.other_numbers", {{"numbers", others}, {"count", others.items.size()}}));
    return sentences;
}

MessageValue identityOf(const Sheet& sheet, const SheetMaking& making)
{
    const auto& runs = making.runs;
    MessageList facts{{}, MessageList::Joint::Dot};
    facts.items.emplace_back(runs.scenarios.size() > 1 ? Message("sheet.scenarios", {{"count", runs.scenarios.size()}})
                                                       : Message("sheet.scenario", {{"title", making.titleOf(runs.scenarios.front())}}));
    facts.items.emplace_back(sheet.hash.substr(0, hashDigits));
    facts.items.emplace_back(Message("sheet.revision", {{"letter", making.request.revision}}));
    if (!runs.date.empty())
        facts.items.push_back(dateValue(runs.date));
    facts.items.emplace_back(Message("sheet.license"));
    return facts;
}

} // namespace

void addWords(Sheet& sheet, const SheetMaking& making)
{
    const auto& own = making.request.own;
    const auto put = [&](SheetText& text, const MessageValue& value, const std::optional<std::string>& written) {
        text.fromNumbers = making.said(value);
        text.words = written.value_or(text.fromNumbers);
    };
    sheet.unit = unitOf(making);
    put(sheet.title, titleOf(making), own.title);
    put(sheet.subtitle, subtitleOf(making, sheet.unit), own.subtitle);
    put(sheet.source, sourceOf(making), own.source);
    put(sheet.note, noteOf(making, sheet), own.note);
    put(sheet.alternative, alternativeOf(making, sheet), own.alternative);
    for (auto* text : {&sheet.title, &sheet.subtitle, &sheet.source, &sheet.note, &sheet.alternative})
        if (text->isOwn())
            text->otherNumbers = otherNumbers(text->words, sheet, making);
    const auto& style = making.runs.language.style();
    sheet.hasBareTitle = sheet.title.isOwn() && statesNumber(sheet.title.fromNumbers, style) && !statesNumber(sheet.title.words, style);
    if (!making.request.withSource)
        sheet.source.words.clear();
    addKeys(sheet, making);
    sheet.identity = making.said(identityOf(sheet, making));
    sheet.marks = making.said(marksOf(sheet, making));
}

} // namespace chokepoint::figure
