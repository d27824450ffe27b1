// Every move answers: each level of each measure changes a displayed series or has a true reason not to.
#include "TestData.h"
#include "TestProgram.h"
#include "api/MeasureWords.h"
#include "api/MoveAnswer.h"
#include "api/Projection.h"

#include <QTest>

#include <map>

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

Scenario with(Scenario scenario, const std::string& measure, const std::string& value)
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

    /// Fails when the answer to a move is not true.
    void verify(const Scenario& scenario, std::size_t measure, const MoveAnswer& answer)
    {
        const auto& catalogue = test::engine().catalogue();
        const auto& about = catalogue.measures[measure];
        const auto rows = displayed();
        const auto words = test::said(words::moveReason(catalogue, answer, measure));
        QCOMPARE(answer.kind == Kind::Effect, differ(scenario, with(scenario, about.id, ""), rows));
        QVERIFY(answer.kind != Kind::NotChanged);
        QCOMPARE(answer.kind == Kind::TableOnly, !about.inModel);
        QVERIFY2(answer.kind == Kind::Effect || !words.empty(), about.id.c_str());
        if (answer.kind == Kind::Elsewhere)
            QVERIFY(differ(scenario, with(scenario, about.id, ""), {answer.series}));
        if (answer.kind == Kind::Blocked) {
            const auto freed = with(scenario, catalogue.measures[answer.blocker].id, answer.freeingValue);
            QVERIFY2(differ(freed, with(freed, about.id, ""), rows), words.c_str());
        }
    }

private slots:
    void everyLevelOfEveryMeasureChangesWhatIsShownOrSaysTrulyWhyNot()
    {
        const auto& catalogue = test::engine().catalogue();
        std::map<Kind, int> kinds;
        for (std::size_t m = 0; m < catalogue.measures.size(); ++m) {
            const auto& measure = catalogue.measures[m];
            auto values = measure.marks;
            for (const auto& level : measure.levels)
                values.push_back(level.id);
            if (measure.isNumber)
                values.insert(values.end(), {measure.minimum, measure.maximum});
            for (const auto& value : values) {
                if (value == measure.statusQuo)
                    continue;
                const auto scenario = with(test::engine().preset("status_quo_2026"), measure.id, value);
                const auto answer = answerMove(test::engine(), scenario, m, displayed());
                verify(scenario, m, answer);
                ++kinds[answer.kind];
            }
        }
        qInfo("effect %d, elsewhere %d, table only %d, same levers %d, blocked %d, overlapping %d", kinds[Kind::Effect], kinds[Kind::Elsewhere],
              kinds[Kind::TableOnly], kinds[Kind::SameLevers], kinds[Kind::Blocked], kinds[Kind::Overlapping]);
        QVERIFY(kinds[Kind::Effect] > 50 && kinds[Kind::Blocked] > 0 && kinds[Kind::SameLevers] > 0 && kinds[Kind::TableOnly] > 0);
    }
    void theCapNeedsACappedLevel()
    {
        const auto& catalogue = test::engine().catalogue();
        const auto cap = *catalogue.findMeasure("hbm_cap_units");
        const auto answer = answerMove(test::engine(), with(test::engine().preset("status_quo_2026"), "hbm_cap_units", "3"), cap, displayed());
        QCOMPARE(answer.kind, Kind::Blocked);
        QCOMPARE(catalogue.measures[answer.blocker].id, std::string("hbm_export"));
        QCOMPARE(test::said(words::moveReason(catalogue, answer, cap)),
                 std::string("No effect now: HBM sales to China (Dec 2024 rule) stands in the way; it would act at “HBM3E, capped”"));
    }
    void levelsThatWriteTheSameSayWhichTheyAreLike()
    {
        const auto& catalogue = test::engine().catalogue();
        const auto affiliates = *catalogue.findMeasure("affiliates_50");
        const auto answer = answerMove(test::engine(), with(test::engine().preset("status_quo_2026"), "affiliates_50", "none"), affiliates, displayed());
        QCOMPARE(test::said(words::moveReason(catalogue, answer, affiliates)), std::string("The equations treat it like “Suspended”"));
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
