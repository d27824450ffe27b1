// Agreement with the equations of record: golden runs in full, and hundreds of scenarios in the reduced form of golden/generate.py.
#include "TestData.h"
#include "TestProgram.h"

#include "api/Projection.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <sstream>

using namespace chokepoint;

namespace {

struct Expected {
    std::size_t series;
    std::array<double, 3> values;
};

struct Case {
    std::string name;
    Scenario scenario;
    Quarter start;
    std::vector<Quarter> quarters;
    std::vector<Expected> expected;
};

std::filesystem::path golden(const std::string& file) { return test::sourceFolder() / "tests" / "golden" / file; }

/// measure=value@quarter/over
Change changeFrom(const std::string& text)
{
    const auto equals = text.find('='), at = text.rfind('@'), slash = text.rfind('/');
    return {text.substr(0, equals), text.substr(equals + 1, at - equals - 1), test::quarter(text.substr(at + 1, slash - at - 1).c_str()),
            std::stoi(text.substr(slash + 1))};
}

std::vector<Case> reducedCases()
{
    std::vector<Case> cases;
    std::map<std::string, std::size_t> rows;
    std::istringstream heads(test::readFile(golden("scenarios.csv")));
    std::string line;
    for (std::getline(heads, line); std::getline(heads, line);) {
        const auto f = test::split(line, ',');
        Case c{f[0], test::engine().preset(f[1]), test::quarter(f[2].c_str()), {}, {}};
        for (const auto& text : test::split(f[3], ';'))
            c.scenario.changes.push_back(changeFrom(text));
        for (const auto& text : test::split(f[4], ';'))
            c.scenario.assumptions.push_back({text.substr(0, text.find('=')), text.substr(text.find('=') + 1)});
        for (const auto& text : test::split(f[5], ';'))
            c.quarters.push_back(test::quarter(text.c_str()));
        rows[c.name] = cases.size();
        cases.push_back(std::move(c));
    }
    std::istringstream values(test::readFile(golden("values.csv")));
    Case* current = nullptr;
    for (std::getline(values, line); std::getline(values, line);) {
        const auto f = test::split(line, ',');
        if (!f[0].empty())
            current = &cases[rows.at(f[0])];
        current->expected.push_back({*test::engine().catalogue().findSeries(f[1]), {std::stod(f[2]), std::stod(f[3]), std::stod(f[4])}});
    }
    return cases;
}

double largestOf(const SeriesValues& values)
{
    double largest = 0;
    for (const double v : values)
        largest = std::max(largest, std::fabs(v));
    return largest;
}

/// True when two limits on domestic output differ by less than 1e-9, so that either may be called the scarcest.
bool isTie(const Projection& run, Quarter quarter)
{
    const auto& catalogue = test::engine().catalogue();
    std::vector<double> limits;
    for (const char* id : {"logic.limit", "hbm.limit", "packaging.limit"})
        limits.push_back(run.at(*catalogue.findSeries(id), quarter));
    std::ranges::sort(limits);
    return limits[1] - limits[0] < 1e-9 * limits[1];
}

void compare(const Projection& run, std::size_t series, Quarter quarter, double expected, const std::string& name)
{
    const auto& about = test::engine().catalogue().series[series];
    const double value = run.at(series, quarter);
    const bool good = about.kind == SeriesKind::Category ? value == expected || isTie(run, quarter)
                                                         : test::agrees(value, expected, largestOf(run.series[series]));
    if (!good)
        QFAIL(qPrintable(QString("%1: %2 in %3 is %4, the reference says %5")
                             .arg(name.c_str(), about.id.c_str(), quarter.text().c_str())
                             .arg(value, 0, 'g', 15).arg(expected, 0, 'g', 15)));
}

} // namespace

class AgreementTest : public QObject {
    Q_OBJECT

    void compareWhole(const char* file, const Scenario& scenario, Quarter start)
    {
        const auto reference = test::readReferenceRun(golden(file));
        const auto run = test::engine().project(startingAt(scenario, start));
        QCOMPARE(reference.series.size(), run.series.size());
        std::set<std::size_t> found;
        for (std::size_t i = 0; i < run.series.size(); ++i) {
            const auto series = test::engine().catalogue().findSeries(reference.series[i]);
            QVERIFY2(series && found.insert(*series).second, reference.series[i].c_str());
            for (int q = 0; q < quarterCount; ++q)
                compare(run, *series, Quarter{q}, reference.values[i][static_cast<std::size_t>(q)], file);
        }
    }

private slots:
    void statusQuoIsTheGoldenRun() { compareWhole("status_quo_2026.csv", test::engine().preset("status_quo_2026"), defaultStart); }
    void chinaAskIsTheGoldenRun() { compareWhole("china_ask_2025.csv", test::engine().preset("china_ask_2025"), defaultStart); }
    void noDecember2024RuleIsTheGoldenRun()
    {
        auto scenario = test::engine().preset("status_quo_2026");
        scenario.changes.push_back({"hbm_export", "open", {}, 1});
        compareWhole("no_december_2024_rule.csv", scenario, test::quarter("2024Q4"));
    }
    void talentDroughtWithOwnAssumptionsIsTheGoldenRun()
    {
        auto scenario = test::engine().preset("talent_drought");
        scenario.assumptions = {{"talent.visa_elasticity", "0.85"}, {"hbm.relax_share", "0.11"}};
        compareWhole("talent_drought_2028Q3_overrides.csv", scenario, test::quarter("2028Q3"));
    }
    void everyPresetLevelAndRandomScenarioAgrees()
    {
        const auto cases = reducedCases();
        const auto statusQuo = test::engine().project(test::engine().preset("status_quo_2026"));
        std::size_t random = 0, levels = 0, presets = 0, numbers = 0;
        for (const auto& c : cases) {
            const auto run = test::engine().project(startingAt(c.scenario, c.start));
            std::vector<bool> kept(run.series.size());
            for (const auto& e : c.expected) {
                kept[e.series] = true;
                for (std::size_t i = 0; i < 3; ++i)
                    compare(run, e.series, c.quarters[i], e.values[i], c.name);
                numbers += 3;
            }
            // what the reference leaves as it is must not move here either
            for (std::size_t i = 0; i < kept.size(); ++i)
                for (int q = 0; !kept[i] && q < quarterCount; ++q)
                    compare(run, i, Quarter{q}, statusQuo.at(i, Quarter{q}), c.name);
            random += c.name.starts_with("random");
            levels += c.name.starts_with("level");
            presets += c.name.starts_with("preset");
        }
        qInfo("%zu presets, %zu levels and numbers, %zu random scenarios, %zu values", presets, levels, random, numbers);
        QCOMPARE(presets, test::engine().catalogue().presets.size());
        QVERIFY(random >= 300);
        std::size_t all = 0;
        for (const auto& measure : test::engine().catalogue().measures) {
            std::set<std::string> stops(measure.marks.begin(), measure.marks.end());
            stops.insert({measure.minimum, measure.maximum});
            all += measure.isNumber ? stops.size() : measure.levels.size();
        }
        QCOMPARE(levels, all);
    }
};

CHOKEPOINT_TEST(AgreementTest)
#include "AgreementTest.moc"
