// Every move answers: each level of each measure changes a displayed series or has a true reason not to.
#include "TestData.h"
#include "TestProgram.h"
#include "api/MeasureWords.h"
#include "api/MoveAnswer.h"
#include "api/Projection.h"
#include "api/ScenarioEdits.h"

#include <QTest>

#include <array>
#include <map>
#include <optional>

using namespace chokepoint;

namespace {

std::vector<std::size_t> displayed()
{
    std::vector<std::size_t> rows;
    for (const auto* places : {&test::engine().catalogue().charts, &test::engine().catalogue().cards})
        for (const auto& place : *places)
            rows.push_back(*test::engine().catalogue().findSeries(place.series));
    return rows;
}

Scenario withLever(Scenario scenario, const std::string& measure, const std::string& value)
{
    std::erase_if(scenario.changes, [&](const Change& c) { return c.measure == measure; });
    if (!value.empty())
        scenario.changes.push_back({measure, value, {}, 1});
    return scenario;
}

bool differ(const Scenario& a, const Scenario& b, const std::vector<std::size_t>& rows)
{
    const auto x = test::engine().project(a), y = test::engine().project(b);
    return std::ranges::any_of(rows, [&](std::size_t row) { return x.series[row] != y.series[row]; });
}

} // namespace

class LeverEffectTest : public QObject {
    Q_OBJECT
    using Kind = MoveAnswer::Kind;

    const Catalogue& m_catalogue = test::engine().catalogue();

    BindingInput bindingIn(const Projection& run, Quarter at) const
    {
        return static_cast<BindingInput>(static_cast<int>(run.at(*m_catalogue.findSeries("accel.binding"), at)));
    }

    /// The reason that another input binds is true when the measure moves what its own input allows, and in no quarter in which it does is
    /// that input the bottleneck.
    void verifyBound(const Scenario& scenario, const std::string& measure, const MoveAnswer& answer)
    {
        constexpr std::array<const char*, 3> limits{"logic.limit", "hbm.limit", "packaging.limit"}; // by BindingInput
        QVERIFY(answer.own != BindingInput::Demand && answer.own != answer.bottleneck);
        const auto limit = *m_catalogue.findSeries(limits[static_cast<std::size_t>(answer.own)]);
        const auto changed = test::engine().project(scenario), unchanged = test::engine().project(withLever(scenario, measure, ""));
        std::optional<Quarter> first;
        for (int q = 0; q < quarterCount; ++q)
            if (changed.at(limit, Quarter{q}) != unchanged.at(limit, Quarter{q})) {
                first = first.value_or(Quarter{q});
                QVERIFY(bindingIn(changed, Quarter{q}) != answer.own && bindingIn(unchanged, Quarter{q}) != answer.own);
            }
        QVERIFY(first == answer.boundFrom);
        QCOMPARE(bindingIn(changed, *first), answer.bottleneck);
    }

    /// Levels that are treated alike give the same run, whatever else is set.
    void verifyAlike(const Measure& measure, const std::string& value, const std::string& like)
    {
        for (const auto& preset : m_catalogue.presets)
            QVERIFY(test::engine().project(withLever(preset, measure.id, value)).series
                    == test::engine().project(withLever(preset, measure.id, like)).series);
    }

    /// Nothing that one other measure can be set to lets the change count.
    void verifyNotFound(const Scenario& scenario, const std::string& measure)
    {
        for (const auto& other : m_catalogue.measures)
            if (other.id != measure && other.inModel)
                for (const auto& value : valuesOf(other)) {
                    const auto freed = withLever(scenario, other.id, value);
                    QVERIFY2(!differ(freed, withLever(freed, measure, ""), displayed()), (measure + " " + other.id + "=" + value).c_str());
                }
    }

    static std::vector<std::string> valuesOf(const Measure& measure)
    {
        auto values = measure.marks;
        for (const auto& level : measure.levels)
            values.push_back(level.id);
        if (measure.isNumber)
            values.insert(values.end(), {measure.minimum, measure.maximum});
        return values;
    }

    /// Fails when the answer to a move is not true: runs the model through the engine that everybody sees.
    void verify(const Scenario& scenario, std::size_t measure, const MoveAnswer& answer)
    {
        const auto& about = m_catalogue.measures[measure];
        const auto rows = displayed();
        const auto words = test::said(words::moveReason(m_catalogue, answer, measure));
        if (answer.kind != Kind::Bound || !answer.isSlight)
            QCOMPARE(answer.kind == Kind::Effect, differ(scenario, withLever(scenario, about.id, ""), rows));
        QVERIFY(answer.kind != Kind::NotChanged);
        QCOMPARE(answer.kind == Kind::TableOnly, !about.inModel);
        QVERIFY2(answer.kind == Kind::Effect || !words.empty(), about.id.c_str());
        if (answer.kind == Kind::Bound)
            verifyBound(scenario, about.id, answer);
        if (answer.kind == Kind::Elsewhere) {
            QVERIFY(differ(scenario, withLever(scenario, about.id, ""), {answer.series}));
            verifyNotFound(scenario, about.id); // or the measure in the way would have been named
        }
        if (answer.kind == Kind::SameLevers)
            verifyAlike(about, scenario.changes.back().value, answer.like);
        if (answer.kind == Kind::NotFound)
            verifyNotFound(scenario, about.id);
        if (answer.kind == Kind::Blocked) {
            const auto freed = withLever(scenario, m_catalogue.measures[answer.blocker].id, answer.freeingValue);
            QVERIFY2(differ(freed, withLever(freed, about.id, ""), rows), words.c_str());
            const auto kept = withLever(scenario, m_catalogue.measures[answer.blocker].id, answer.blockerValue);
            QVERIFY2(!differ(kept, withLever(kept, about.id, ""), rows), words.c_str());
        }
    }

private slots:
    void everyLevelOfEveryMeasureInFourPackagesChangesWhatIsShownOrSaysTrulyWhyNot()
    {
        std::map<Kind, int> kinds;
        for (const char* id : {"status_quo_2026", "full_denial", "open_gates", "beijing_wall"})
            for (std::size_t m = 0; m < m_catalogue.measures.size(); ++m) {
                const auto& measure = m_catalogue.measures[m];
                for (const auto& value : valuesOf(measure)) {
                    if (value == measure.statusQuo || (!measure.inModel && kinds[Kind::TableOnly] > 20))
                        continue;
                    const auto scenario = withLever(test::engine().preset(id), measure.id, value);
                    const auto answer = answerMove(test::engine(), scenario, m, displayed());
                    verify(scenario, m, answer);
                    ++kinds[answer.kind];
                }
            }
        qInfo("effect %d, elsewhere %d, table only %d, same levers %d, bound %d, blocked %d, not found %d", kinds[Kind::Effect],
              kinds[Kind::Elsewhere], kinds[Kind::TableOnly], kinds[Kind::SameLevers], kinds[Kind::Bound], kinds[Kind::Blocked],
              kinds[Kind::NotFound]);
        QVERIFY(kinds[Kind::Effect] > 50 && kinds[Kind::SameLevers] > 0 && kinds[Kind::TableOnly] > 0 && kinds[Kind::Blocked] > 0);
        QVERIFY(kinds[Kind::Blocked] + kinds[Kind::Bound] + kinds[Kind::NotFound] + kinds[Kind::SameLevers] + kinds[Kind::Elsewhere] >= 40);
    }
    void whatDoesNotMoveChineseOutputNamesTheBottleneckWhereThatIsWhy()
    {
        const std::vector<std::size_t> output{*m_catalogue.findSeries("accel.dies")};
        int bound = 0;
        for (const char* id : {"status_quo_2026", "full_denial", "open_gates", "tool_wall"})
            for (std::size_t m = 0; m < m_catalogue.measures.size(); ++m) {
                const auto& group = m_catalogue.groups[m_catalogue.measures[m].group].id;
                if (group != "memory" && group != "tools" && group != "allies" && group != "enforcement")
                    continue;
                for (const auto& level : m_catalogue.measures[m].levels) {
                    auto scenario = withLever(test::engine().preset(id), m_catalogue.measures[m].id, level.id);
                    scenario.changes.back().from = test::quarter("2031Q1"); // when other inputs have long taken over
                    const auto answer = answerMove(test::engine(), scenario, m, output);
                    if (answer.kind == Kind::Effect)
                        QVERIFY(differ(scenario, withLever(scenario, m_catalogue.measures[m].id, ""), output));
                    if (answer.kind != Kind::Bound)
                        continue;
                    verifyBound(scenario, m_catalogue.measures[m].id, answer);
                    const auto said = test::said(words::moveReason(m_catalogue, answer, m));
                    QVERIFY2(said.find(": from " + std::to_string(answer.boundFrom.year()) + " the bottleneck is ") != std::string::npos,
                             said.c_str());
                    ++bound;
                    qInfo("%s: %s=%s: %s", id, m_catalogue.measures[m].id.c_str(), level.id.c_str(), said.c_str());
                }
            }
        QVERIFY(bound > 0);
    }
    void aSlightMoveOfTheBottleneckItselfIsNotSaidToWaitForAnother()
    {
        // a little more enforcement: less HBM is smuggled while HBM is the bottleneck, so little that output shows no change
        const auto budget = *m_catalogue.findMeasure("enforcement_budget");
        const auto& today = test::engine().preset("status_quo_2026");
        const double now = std::stod(edit::lastValue(today, m_catalogue.measures[budget]));
        auto scenario = withLever(today, "enforcement_budget", std::to_string(now + 0.5));
        const auto changed = test::engine().project(scenario), unchanged = test::engine().project(today);
        const auto limit = *m_catalogue.findSeries("hbm.limit");
        int slight = 0;
        for (int q = 0; q < quarterCount; ++q)
            slight += changed.at(limit, Quarter{q}) != unchanged.at(limit, Quarter{q})
                   && bindingIn(changed, Quarter{q}) == BindingInput::Hbm;
        QVERIFY(slight > 0);
        const auto answer = answerMove(test::engine(), scenario, budget, {*m_catalogue.findSeries("accel.dies")});
        QVERIFY2(answer.kind != Kind::Bound, test::said(words::moveReason(m_catalogue, answer, budget)).c_str());
    }
    void theCapNeedsACappedLevel()
    {
        const auto& catalogue = test::engine().catalogue();
        const auto cap = *catalogue.findMeasure("hbm_cap_units");
        const auto answer =
            answerMove(test::engine(), withLever(test::engine().preset("status_quo_2026"), "hbm_cap_units", "3"), cap, displayed());
        QCOMPARE(answer.kind, Kind::Blocked);
        QCOMPARE(catalogue.measures[answer.blocker].id, std::string("hbm_export"));
        QCOMPARE(
            test::said(words::moveReason(catalogue, answer, cap)),
            std::string("No effect if Washington keeps the December 2024 HBM rule. It would count if Washington allows capped sales of "
                        "HBM2E to China."));
    }
    void levelsThatWriteTheSameSayWhichTheyAreLike()
    {
        const auto& catalogue = test::engine().catalogue();
        const auto affiliates = *catalogue.findMeasure("affiliates_50");
        const auto answer = answerMove(test::engine(), withLever(test::engine().preset("status_quo_2026"), "affiliates_50", "none"),
                                       affiliates, displayed());
        QCOMPARE(test::said(words::moveReason(catalogue, answer, affiliates)),
                 std::string("The model treats this like today’s setting, Suspended."));
    }
    void aMeasureThatIsNotChangedHasNoAnswer()
    {
        QCOMPARE(answerMove(test::engine(), test::engine().preset("status_quo_2026"), 0, displayed()).kind, Kind::NotChanged);
    }
    void theMeasuresOfEveryPresetAnswerTruly()
    {
        for (const char* id : {"full_denial", "beijing_wall", "talent_drought"}) {
            const auto& preset = test::engine().preset(id);
            for (const auto& change : preset.changes) {
                const auto m = *test::engine().catalogue().findMeasure(change.measure);
                if (change.value != test::engine().catalogue().measures[m].statusQuo)
                    verify(preset, m, answerMove(test::engine(), preset, m, displayed()));
            }
        }
    }
};

CHOKEPOINT_TEST(LeverEffectTest)
#include "LeverEffectTest.moc"
