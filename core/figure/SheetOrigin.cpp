// What a picture carries of its figure, as text and back; and on which originals a figure rests.
#include "api/Sheet.h"

#include "api/Attribution.h"
#include "api/Engine.h"
#include "api/InputError.h"
#include "api/ScenarioWords.h"
#include "api/Sensitivity.h"
#include "api/ShareCode.h"
#include "api/SourceWords.h"
#include "api/Telling.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <span>

namespace chokepoint {
namespace {

using Kind = SheetRequest::Kind;
using Show = SheetRequest::Show;

constexpr std::string_view firstLine = "chokepoint figure 1";
constexpr std::array<std::string_view, 8> kindNames{"line", "stacked", "multiples", "bar", "slope", "table", "waterfall", "area"};
constexpr std::array<std::string_view, 5> showNames{"value", "difference", "percent", "index", "logarithm"};

struct NamedSwitch {
    std::string_view name;
    bool SheetRequest::*field;
};
constexpr NamedSwitch switches[]{{"band", &SheetRequest::withBand},         {"boundary", &SheetRequest::withBoundary},
                                 {"baseline", &SheetRequest::withBaseline}, {"source", &SheetRequest::withSource},
                                 {"dates", &SheetRequest::withDates},       {"events", &SheetRequest::withEvents},
                                 {"strip", &SheetRequest::withStrip},       {"peak", &SheetRequest::withPeak},
                                 {"observations", &SheetRequest::withObservations}};

struct NamedText {
    std::string_view name;
    std::optional<std::string> SheetTexts::*field;
};
constexpr NamedText texts[]{{"title", &SheetTexts::title},
                            {"subtitle", &SheetTexts::subtitle},
                            {"source_text", &SheetTexts::source},
                            {"note", &SheetTexts::note},
                            {"alternative", &SheetTexts::alternative}};

template <class Value> std::optional<Value> named(std::span<const std::string_view> names, std::string_view name)
{
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? std::nullopt : std::optional(static_cast<Value>(found - names.begin()));
}

/// A text in one line: a line end as "\n", a backslash as two, other control characters as blanks.
std::string escaped(std::string_view text)
{
    std::string line;
    for (const char letter : text)
        if (letter == '\n')
            line += "\\n";
        else if (letter == '\\')
            line += "\\\\";
        else
            line += static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f ? ' ' : letter;
    return line;
}

std::string unescaped(std::string_view line)
{
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (line[i] == '\\' && i + 1 < line.size())
            text += line[++i] == 'n' ? '\n' : line[i];
        else
            text += line[i];
    return text;
}

/// A whole number in range, else what was there.
template <class Whole> void readWhole(std::string_view text, Whole least, Whole most, Whole& value)
{
    Whole read{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), read);
    if (error == std::errc{} && end == text.data() + text.size() && read >= least && read <= most)
        value = read;
}

bool isRevision(std::string_view text)
{
    return (text.size() == 1 || text.size() == 2) && std::ranges::all_of(text, [](char letter) { return letter >= 'A' && letter <= 'Z'; });
}

void readLine(std::string_view key, std::string_view value, SheetOrigin& origin)
{
    auto& request = origin.request;
    if (key == "scenario" && origin.scenarios.size() < SheetRuns::mostScenarios)
        origin.scenarios.emplace_back(value);
    else if (key == "id" && origin.ids.size() < origin.scenarios.size())
        origin.ids.emplace_back(value);
    else if (key == "against")
        origin.baseline = value;
    else if (key == "series")
        request.series = value;
    else if (key == "kind")
        request.kind = sheetKindNamed(value).value_or(Kind::Line);
    else if (key == "show")
        request.show = sheetShowNamed(value).value_or(Show::Value);
    else if (key == "from")
        readWhole(value, firstYear, lastYear, request.firstYear);
    else if (key == "to")
        readWhole(value, firstYear, lastYear, request.lastYear);
    else if (key == "year")
        readWhole(value, firstYear, lastYear, request.year);
    else if (key == "banded")
        readWhole(value, std::size_t{0}, SheetRuns::mostScenarios, request.banded);
    else if (key == "page")
        origin.page = value;
    else if (key == "style")
        origin.style = value;
    else if (key == "revision" && isRevision(value))
        request.revision = value;
    for (const auto& [name, field] : switches)
        if (key == name)
            request.*field = value != "no";
    for (const auto& [name, field] : texts)
        if (key == name)
            request.own.*field = unescaped(value);
}

} // namespace

std::optional<Kind> sheetKindNamed(std::string_view name) { return named<Kind>(kindNames, name); }
std::optional<Show> sheetShowNamed(std::string_view name) { return named<Show>(showNames, name); }
std::vector<std::string> sheetKindNames() { return {kindNames.begin(), kindNames.end()}; }
std::vector<std::string> sheetShowNames() { return {showNames.begin(), showNames.end()}; }

SheetOrigin sheetOriginOf(const SheetRuns& runs, const SheetRequest& request)
{
    SheetOrigin origin{{}, {}, shareCode(*runs.baseline.scenario), request, {}, {}};
    for (const auto& run : runs.scenarios) {
        origin.scenarios.push_back(shareCode(*run.scenario));
        origin.ids.push_back(run.scenario->id);
    }
    return origin;
}

std::string revisionAfter(const SheetOrigin& kept, const SheetOrigin& now)
{
    const auto& letter = kept.request.revision;
    if ((kept.scenarios == now.scenarios && kept.baseline == now.baseline && kept.request.own == now.request.own) || letter == "ZZ")
        return letter;
    if (letter == "Z")
        return "AA";
    auto next = letter;
    if (next.back() == 'Z') {
        ++next.front();
        next.back() = 'A';
    } else {
        ++next.back();
    }
    return next;
}

bool isSameSubject(const SheetOrigin& a, const SheetOrigin& b)
{
    return a.ids == b.ids && a.request.series == b.request.series && a.request.kind == b.request.kind && a.request.show == b.request.show;
}

std::string sheetText(const SheetOrigin& origin)
{
    const auto& request = origin.request;
    std::string text(firstLine);
    const auto put = [&](std::string_view key, std::string_view value) {
        text.append("\n").append(key).append("=").append(escaped(value));
    };
    for (std::size_t i = 0; i < origin.scenarios.size(); ++i) {
        put("scenario", origin.scenarios[i]);
        put("id", i < origin.ids.size() ? origin.ids[i] : std::string());
    }
    put("against", origin.baseline);
    put("series", request.series);
    put("kind", kindNames[static_cast<std::size_t>(request.kind)]);
    put("show", showNames[static_cast<std::size_t>(request.show)]);
    put("from", std::to_string(request.firstYear));
    put("to", std::to_string(request.lastYear));
    put("year", std::to_string(request.year));
    put("banded", std::to_string(request.banded));
    put("revision", request.revision);
    put("page", origin.page);
    put("style", origin.style);
    for (const auto& [name, field] : switches)
        if (!(request.*field))
            put(name, "no");
    for (const auto& [name, field] : texts)
        if (request.own.*field)
            put(name, *(request.own.*field));
    text += '\n';
    return text;
}

SheetOrigin readSheetText(const Catalogue& catalogue, std::string_view text)
{
    if (text.size() > longestSheetText || !text.starts_with(firstLine))
        throw InputError(Refusal("not_a_figure"));
    SheetOrigin origin;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        const auto line = text.substr(begin, end - begin);
        if (const auto sign = line.find('='); sign != std::string_view::npos)
            readLine(line.substr(0, sign), line.substr(sign + 1), origin);
        begin = end + 1;
    }
    const auto row = catalogue.findSeries(origin.request.series);
    if (!row || catalogue.series[*row].kind == SeriesKind::Category || origin.scenarios.empty()
        || origin.request.firstYear >= origin.request.lastYear)
        throw InputError(Refusal("not_a_figure"));
    return origin;
}

OpenedSheet openedSheet(const Engine& engine, const SheetOrigin& origin)
{
    const auto read = [&](const std::string& code) {
        auto scenario = readShareCode(engine, code).scenario;
        const auto* preset = words::presetLike(engine.catalogue(), scenario);
        if (preset && preset->title == scenario.title) {
            auto known = startingAt(*preset, scenario.start);
            known.assumptions = std::move(scenario.assumptions);
            known.baseline = scenario.baseline;
            return known;
        }
        return scenario;
    };
    OpenedSheet sheet{{}, origin.baseline.empty() ? Scenario() : read(origin.baseline), origin.request};
    for (std::size_t i = 0; i < origin.scenarios.size(); ++i) {
        sheet.scenarios.push_back(read(origin.scenarios[i]));
        if (i < origin.ids.size() && !origin.ids[i].empty())
            sheet.scenarios.back().id = origin.ids[i];
    }
    if (origin.baseline.empty())
        sheet.baseline = engine.preset(sheet.scenarios.front().baseline);
    return sheet;
}

namespace {

/// Shares of the measures in the year, the largest first, the small ones together.
std::vector<SheetShare> sharesOf(const Engine& engine, const Scenario& scenario, const Scenario& baseline, std::size_t series, int year)
{
    constexpr std::size_t permutations = 200;
    const auto& catalogue = engine.catalogue();
    AttributionRequest request;
    request.series = {series};
    request.permutations = permutations;
    const auto attribution = attribute(engine, scenario, baseline, request);
    std::vector<SheetShare> shares;
    for (std::size_t i = 0; i < attribution.players.size(); ++i)
        if (const double value = annualMean(attribution.series.front().shares[i], year); value != 0)
            shares.push_back({catalogue.measures[attribution.players[i].measures.front()].shortName, value});
    std::ranges::stable_sort(shares, [](const SheetShare& a, const SheetShare& b) { return std::fabs(a.value) > std::fabs(b.value); });
    return shares;
}

} // namespace

SheetEvidence sheetEvidenceOf(const Engine& engine, const Scenario& scenario, const Scenario& baseline, std::size_t series, int year,
                              std::size_t draws, bool withShares)
{
    constexpr std::size_t mostBars = 8;
    const auto& catalogue = engine.catalogue();
    SheetEvidence evidence;
    const auto take = [&](const std::string& id) {
        const auto row = catalogue.findSource(id);
        if (!row)
            return;
        if (isOwnJudgement(id)) {
            evidence.restsOnJudgment = true;
            return;
        }
        const auto& source = catalogue.sources[*row];
        const auto& name = words::publisherOf(source);
        if (name != "-" && !name.empty() && std::ranges::find(evidence.originals, name) == evidence.originals.end())
            evidence.originals.push_back(name);
    };
    const auto tornado = tornadoOf(engine, scenario, baseline, series, {});
    const auto bars = widestBars(tornado, Period::ofYear(year), Contrast::Value);
    for (std::size_t i = 0; i < std::min(mostBars, bars.size()); ++i) {
        const auto& parameter = catalogue.parameters[tornado.bars[bars[i]].parameter];
        for (const auto& id : parameter.sources)
            if (isOwnJudgement(id) || parameter.grade == Grade::A || parameter.grade == Grade::B) // what was seen, and what was judged
                take(id);
    }
    for (const auto& observation : catalogue.observations)
        if (observation.series == catalogue.series[series].id)
            take(observation.source);
    if (draws > 0) {
        BacktestRequest request;
        request.draws = draws;
        const auto shares = gradeSharesOf(engine, scenario, {series}, year, request);
        if (!shares.empty())
            evidence.grades = shares.front();
    }
    if (withShares)
        evidence.shares = sharesOf(engine, scenario, baseline, series, year);
    return evidence;
}

} // namespace chokepoint
