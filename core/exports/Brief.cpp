// Gathers what a brief says.
#include "api/Brief.h"

#include "api/Attribution.h"
#include "api/AttributionWords.h"
#include "api/Catalogue.h"
#include "api/ChangeWords.h"
#include "api/Engine.h"
#include "api/Headline.h"
#include "api/InputError.h"
#include "api/InputWords.h"
#include "api/Language.h"
#include "api/LiveEnsemble.h"
#include "api/MeasureWords.h"
#include "api/NumberWords.h"
#include "api/Overview.h"
#include "api/ScenarioWords.h"
#include "api/ShareCode.h"
#include "api/SourceWords.h"
#include "api/Telling.h"
#include "api/UnitWords.h"
#include "api/Versions.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace chokepoint {
namespace {

constexpr const char* noPublisher = "-"; ///< of a source that is our own judgment
constexpr std::size_t mostShares = 8, mostSources = 18, permutations = 200, shownDigits = 8, fewestDraws = 64, mostDraws = 100'000;

/// Runs of a package and of what it is compared with, and the draws of what the brief tells.
class BriefWriter {
public:
    BriefWriter(const Engine& engine, const Language& language, const BriefRequest& request)
        : m_engine(engine),
          m_language(language),
          m_catalogue(engine.catalogue()),
          m_request(request),
          m_scenario(request.pair.scenario),
          m_baseline(request.pair.baseline)
    {
        m_baseline.assumptions = m_scenario.assumptions;
        check();
        m_present = engine.project(m_scenario);
        m_reference = engine.project(m_baseline);
        chooseSeries();
    }

    Brief write()
    {
        if (!run())
            return {};
        Brief brief;
        tellHeadline(brief);
        brief.sections = {changes(), results(), shares(), figures(), assumptions(), limits(), sources(), again()};
        std::erase_if(brief.sections, [](const BriefSection& section) {
            return section.paragraphs.empty() && section.points.empty() && !section.table && section.figures.empty()
                && section.lines.empty();
        });
        brief.identity = said(Message("brief.identity", {{"version", m_request.origin.version},
                                                         {"equations", modelVersion},
                                                         {"data", dataVersion(m_engine).substr(0, shownDigits)},
                                                         {"hash", hash()},
                                                         {"draws", m_request.draws},
                                                         {"day", dateValue(m_request.origin.day)}}));
        return brief;
    }

private:
    std::string said(const MessageValue& value) const { return m_language.text(value); }
    std::string hash() const { return scenarioHash(m_engine, m_scenario, m_baseline).substr(0, shownDigits); }
    const Series& about(std::size_t row) const { return m_catalogue.series[row]; }
    bool isChanged() const { return m_present.series != m_reference.series; }
    std::string scenarioName() const { return said(words::scenarioLabel(m_catalogue, m_scenario)); }
    std::string baselineName() const { return said(words::scenarioLabel(m_catalogue, m_request.pair.baseline)); }

    void check() const
    {
        if (m_request.series && about(*m_request.series).kind == SeriesKind::Category)
            throw InputError(Refusal("series_is_category", {{"series", about(*m_request.series).name}},
                                     {.option = "series " + about(*m_request.series).id}));
        if (m_request.year < firstYear || m_request.year > lastYear)
            throw InputError(Refusal("year_out_of_range", {{"year", m_request.year}, {"fromYear", firstYear}, {"toYear", lastYear}}));
        if (m_request.draws < fewestDraws || m_request.draws > mostDraws)
            throw InputError(Refusal("number_out_of_range",
                                     {{"value", m_request.draws}, {"name", "draws"}, {"least", fewestDraws}, {"most", mostDraws}},
                                     {.option = "draws"}));
    }

    /// The main result and what stands with it in figures; the results of the start page are told in any case.
    void chooseSeries()
    {
        for (const auto& card : m_catalogue.cards)
            m_headlines.push_back(*m_catalogue.findSeries(card.series));
        const auto main = m_request.series.value_or(mostTelling(m_headlines.front(), m_headlines, m_request.year, m_present, m_reference));
        const auto overview =
            overviewOf(m_catalogue, m_present, m_reference,
                       {.year = m_request.year,
                        .main = main,
                        .small = std::vector<std::optional<std::size_t>>(std::max<std::size_t>(m_request.figures, 1) - 1)});
        m_charted = {main};
        m_charted.insert(m_charted.end(), overview.small.begin(), overview.small.end());
        m_charted.resize(std::min(m_charted.size(), m_request.figures));
        m_main = main;
        m_drawn = m_headlines;
        for (const auto row : m_charted)
            if (std::ranges::find(m_drawn, row) == m_drawn.end())
                m_drawn.push_back(row);
        if (std::ranges::find(m_drawn, m_main) == m_drawn.end())
            m_drawn.push_back(m_main);
        m_drawn.push_back(*m_catalogue.findSeries("accel.binding")); // for the strip of what binds
    }

    bool run()
    {
        LiveEnsemble study(m_engine, {.draws = m_request.draws, .seed = 1, .threads = m_request.work.threads, .set = {}, .clock = {}});
        m_draws = study.run(m_scenario, m_drawn, m_request.draws, m_request.work.isCancelled);
        m_drawsBefore = study.run(m_baseline, m_drawn, m_request.draws, m_request.work.isCancelled);
        return m_draws.samples.draws() > 0 && m_drawsBefore.samples.draws() > 0;
    }

    ChangeSpread spreadOf(std::size_t row) const { return changeSpread(m_draws.samples, m_drawsBefore.samples, row, m_request.year); }

    void tellHeadline(Brief& brief)
    {
        const auto spread = spreadOf(m_main);
        auto headline = headlineOf(m_catalogue, m_scenario, m_request.pair.baseline, m_present, m_reference,
                                   {.series = m_main, .year = m_request.year, .spread = &spread});
        attributeMain(headline);
        brief.title = said(words::headlineTitle(m_catalogue, headline));
        brief.subtitle = said(words::headlineBelow(m_catalogue, headline));
    }

    /// Which measure does most, for the headline of a package of one's own and for the table of shares.
    void attributeMain(Headline& headline)
    {
        if (!isChanged())
            return;
        AttributionRequest request;
        request.series = {m_main};
        request.permutations = permutations;
        request.work = m_request.work;
        m_attribution = attribute(m_engine, m_scenario, m_baseline, request);
        const auto order = sharesInOrder();
        if (headline.subject == Headline::Subject::Package && !order.empty())
            addFound(headline, m_attribution->players[order.front()].measures.front(), nullptr);
    }

    double shareOf(std::size_t player) const { return Period::ofYear(m_request.year).in(m_attribution->series.front().shares[player]); }

    /// Players that do anything, the largest share first.
    std::vector<std::size_t> sharesInOrder() const
    {
        std::vector<std::size_t> order;
        if (!m_attribution || m_attribution->series.empty())
            return order;
        for (std::size_t player = 0; player < m_attribution->players.size(); ++player)
            if (shareOf(player) != 0)
                order.push_back(player);
        std::ranges::stable_sort(order, std::greater{}, [&](std::size_t player) { return std::fabs(shareOf(player)); });
        return order;
    }

    BriefSection changes() const
    {
        BriefSection section{.heading = said(Message("brief.changes"))};
        for (const auto& change : m_scenario.changes)
            section.points.push_back(said(words::change(m_catalogue, change, m_scenario.start)));
        section.paragraphs.push_back(said(section.points.empty() ? Message("brief.no_change", {{"scenario", scenarioName()}})
                                                                 : Message("brief.compared", {{"scenario", scenarioName()},
                                                                                              {"baseline", baselineName()},
                                                                                              {"changes", section.points.size()}})));
        return section;
    }

    BriefSection results() const
    {
        BriefSection section{.heading = said(Message("brief.results", {{"year", m_request.year}}))};
        BriefTable table;
        for (auto message : {Message("brief.result"), Message("brief.package"), Message("brief.baseline"), Message("brief.change"),
                             Message("brief.range"), Message("brief.runs")})
            table.head.push_back(said(std::move(message)));
        auto rows = m_headlines;
        if (std::ranges::find(rows, m_main) == rows.end())
            rows.insert(rows.begin(), m_main);
        for (const auto row : rows) {
            const auto unit = words::displayUnit(about(row));
            const double value = m_present.annualMean(row, m_request.year), before = m_reference.annualMean(row, m_request.year);
            const auto [shown, shownBefore] = words::numbersAlike(value * unit.scale, before * unit.scale);
            const auto spread = spreadOf(row);
            table.rows.push_back({about(row).name, said(words::amount(shown, unit)), said(words::amount(shownBefore, unit)),
                                  said(words::changeWithDoubt(about(row), value, before, &spread)),
                                  said(words::rangeOfChange(about(row), spread)), said(words::agreementOfRuns(spread))});
        }
        section.table = std::move(table);
        section.paragraphs = {said(Message("brief.how_results", {{"year", m_request.year}, {"baseline", baselineName()}}))};
        return section;
    }

    BriefSection figures() const
    {
        BriefSection section{.heading = said(Message("brief.figures"))};
        for (const auto row : m_charted) {
            const auto levelOf = [&](const LiveRun& made) -> const SeriesSpread* {
                const auto place = static_cast<std::size_t>(std::ranges::find(m_drawn, row) - m_drawn.begin());
                return m_catalogue.discrepancies[about(row).discrepancy].sdQuarter > 0 ? &made.levelSpreads[place] : nullptr;
            };
            const auto evidence = sheetEvidenceOf(m_engine, m_scenario, m_baseline, row, m_request.year, 0);
            const SheetRuns runs{.engine = m_engine,
                                 .language = m_language,
                                 .scenarios = {{&m_scenario, &m_present, &m_draws.samples, levelOf(m_draws)}},
                                 .baseline = {&m_baseline, &m_reference, &m_drawsBefore.samples, levelOf(m_drawsBefore)},
                                 .program = m_request.origin.version,
                                 .date = m_request.origin.day,
                                 .evidence = &evidence};
            SheetRequest request;
            request.series = about(row).id;
            request.year = m_request.year;
            request.lastYear = std::max(request.lastYear, m_request.year);
            section.figures.push_back(sheetOf(runs, request));
        }
        section.paragraphs.push_back(said(Message("figure.bands_explained")));
        return section;
    }

    /// Shares that add up to the change as it is shown; what is left of many stands in one row.
    BriefSection shares() const
    {
        BriefSection section{.heading = said(Message("brief.shares"))};
        const auto order = sharesInOrder();
        if (order.empty())
            return section;
        const auto unit = words::differenceUnit(about(m_main));
        std::vector<double> parts;
        std::vector<std::string> names;
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (i < mostShares) {
                names.push_back(words::playerName(m_catalogue, m_attribution->players[order[i]]));
                parts.push_back(shareOf(order[i]) * unit.scale);
            } else if (i == mostShares) {
                names.push_back(said(Message("brief.other_measures", {{"count", order.size() - mostShares}})));
                parts.push_back(shareOf(order[i]) * unit.scale);
            } else
                parts.back() += shareOf(order[i]) * unit.scale;
        }
        const auto sum = words::sumAsShown(parts);
        BriefTable table{.head = {said(Message("brief.measure")), said(Message("brief.share", {{"unit", unit.name()}}))}, .rows = {}};
        for (std::size_t i = 0; i < parts.size(); ++i)
            table.rows.push_back({names[i], m_language.number(sum.parts[i])});
        table.rows.push_back({said(Message("brief.together")), m_language.number(sum.sum)});
        section.paragraphs = {said(words::attributionFinding(m_catalogue, *m_attribution, 0, Period::ofYear(m_request.year))),
                              said(Message("brief.how_shares", {{"series", about(m_main).noun}, {"year", m_request.year}}))};
        section.table = std::move(table);
        return section;
    }

    BriefSection assumptions() const
    {
        BriefSection section{.heading = said(Message("brief.assumptions"))};
        for (const auto& assumption : m_scenario.assumptions)
            if (const auto row = m_catalogue.findParameter(assumption.parameter)) {
                const auto& input = m_catalogue.parameters[*row];
                const MessageValue value = words::assumptionValue(assumption), evidence = words::inputEvidence(input);
                section.points.push_back(
                    said(assumption.reason.empty()
                             ? Message("brief.assumption", {{"input", input.description}, {"value", value}, {"evidence", evidence}})
                             : Message(
                                 "brief.assumption_for",
                                 {{"input", input.description}, {"value", value}, {"evidence", evidence}, {"reason", assumption.reason}})));
            }
        section.paragraphs = {said(section.points.empty() ? Message("brief.no_assumption") : Message("brief.assumed")),
                              said(words::evidence(m_catalogue))};
        return section;
    }

    BriefSection limits() const
    {
        BriefSection section{.heading = said(Message("brief.limits"))};
        for (const auto& limit : m_catalogue.limits)
            section.points.push_back(said(Message("export.limit", {{"about", limit.about}, {"sentence", limit.sentence}})));
        return section;
    }

    /// Originals behind the observations of what is told, and behind the law of the changed measures.
    BriefSection sources() const
    {
        BriefSection section{.heading = said(Message("brief.sources"))};
        std::vector<std::string> ids;
        const auto add = [&](const std::string& id) {
            const auto place = m_catalogue.findSource(id);
            const bool isPublished = place && m_catalogue.sources[*place].publisher != noPublisher;
            if (isPublished && std::ranges::find(ids, id) == ids.end())
                ids.push_back(id);
        };
        for (const auto& o : m_catalogue.observations)
            if (std::ranges::any_of(m_charted, [&](std::size_t row) { return about(row).id == o.series; }))
                add(o.source);
        for (const auto& change : m_scenario.changes)
            if (const auto measure = m_catalogue.findMeasure(change.measure))
                for (const auto& id : m_catalogue.measures[*measure].sources)
                    add(id);
        for (std::size_t i = 0; i < ids.size() && i < mostSources; ++i)
            if (const auto place = m_catalogue.findSource(ids[i]))
                section.points.push_back(said(words::sourceLine(m_catalogue.sources[*place])));
        const auto others = ids.size() - std::min(ids.size(), mostSources);
        section.paragraphs = {said(others == 0 ? Message("brief.how_sources") : Message("brief.how_some_sources", {{"others", others}}))};
        return section;
    }

    /// Words that make the run again: a share code, and a command where no assumption has a range or a reason, which have no option.
    BriefSection again() const
    {
        BriefSection section{.heading = said(Message("brief.again"))};
        section.paragraphs = {said(Message("brief.how_again"))};
        const auto options = commandOptions(m_catalogue, m_scenario);
        section.lines = {"chokepoint-cli run" + (options.empty() ? std::string() : " " + options), shareCode(m_scenario)};
        return section;
    }

    const Engine& m_engine;
    const Language& m_language;
    const Catalogue& m_catalogue;
    const BriefRequest& m_request;
    Scenario m_scenario, m_baseline;
    Projection m_present, m_reference;
    std::size_t m_main = 0;
    std::vector<std::size_t> m_headlines, m_charted, m_drawn;
    LiveRun m_draws, m_drawsBefore;
    std::optional<Attribution> m_attribution;
};

} // namespace

Brief briefOf(const Engine& engine, const Language& language, const BriefRequest& request)
{
    return BriefWriter(engine, language, request).write();
}

} // namespace chokepoint
