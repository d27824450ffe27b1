// Sensitivity: Sobol indices against known functions, tornado and marginal values against runs, cancelling and refusals.
#include "why/SobolIndices.h"
#include "numbers/Random.h"

#include "api/Projection.h"
#include "api/Sensitivity.h"
#include "api/SensitivityWords.h"
#include "api/Telling.h"
#include "api/UnitWords.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <cmath>

using namespace chokepoint;

namespace {

constexpr double pi = 3.14159265358979323846;
constexpr std::size_t points = 16384;

/// Values of a function over all runs of a design.
template <class Function> std::vector<double> valuesOf(const why::SobolDesign& design, Function function)
{
    std::vector<double> values, x(design.dimensions());
    for (std::size_t run = 0; run < design.runs(); ++run) {
        for (std::size_t k = 0; k < x.size(); ++k)
            x[k] = design.coordinate(run, k);
        values.push_back(function(x));
    }
    return values;
}

double ishigami(const std::vector<double>& u)
{
    const auto x = [&](std::size_t k) { return -pi + 2 * pi * u[k]; };
    return std::sin(x(0)) + 7 * std::sin(x(1)) * std::sin(x(1)) + 0.1 * std::pow(x(2), 4) * std::sin(x(0));
}

Question question(const char* series, const char* preset)
{
    return {test::engine().preset(preset), test::engine().preset("status_quo_2026"), test::quarter("2033Q4"),
            *test::engine().catalogue().findSeries(series), {}, Contrast::Difference};
}

} // namespace

class SensitivityTest : public QObject {
    Q_OBJECT
private slots:
    void indicesOfTheIshigamiFunctionAreKnown()
    {
        const why::SobolDesign design(3, points, 1);
        const auto found = why::sobolIndices(3, points, valuesOf(design, ishigami), 100, 1);
        const double b = 0.1, a = 7;
        const double v1 = 0.5 * std::pow(1 + b * std::pow(pi, 4) / 5, 2), v2 = a * a / 8, v13 = b * b * std::pow(pi, 8) * (1.0 / 18 - 1.0 / 50);
        const double v = v1 + v2 + v13;
        const std::array<double, 3> first{v1 / v, v2 / v, 0}, total{(v1 + v13) / v, v2 / v, v13 / v};
        for (std::size_t k = 0; k < 3; ++k) {
            const auto& index = found.indices[k];
            qInfo("Ishigami %zu: first off by %.5f, total off by %.5f", k + 1, index.first - first[k], index.total - total[k]);
            QVERIFY(std::fabs(index.first - first[k]) < 0.01 && std::fabs(index.total - total[k]) < 0.01);
            QVERIFY(index.firstLow <= first[k] + 0.005 && first[k] - 0.005 <= index.firstHigh);
            QVERIFY(index.totalLow < index.totalHigh);
        }
        QVERIFY(std::fabs(found.mean - a / 2) < 0.01 && std::fabs(found.variance / v - 1) < 0.01);
    }
    void indicesOfTheGFunctionAreKnown()
    {
        const std::array<double, 8> a{0, 1, 4.5, 9, 99, 99, 99, 99};
        const why::SobolDesign design(8, points, 7);
        const auto found = why::sobolIndices(8, points, valuesOf(design, [&](const std::vector<double>& u) {
            double product = 1;
            for (std::size_t k = 0; k < a.size(); ++k)
                product *= (std::fabs(4 * u[k] - 2) + a[k]) / (1 + a[k]);
            return product;
        }), 0, 1);
        double all = 1;
        const auto own = [&](std::size_t k) { return 1 / (3 * (1 + a[k]) * (1 + a[k])); };
        for (std::size_t k = 0; k < a.size(); ++k)
            all *= 1 + own(k);
        const double v = all - 1;
        for (std::size_t k = 0; k < a.size(); ++k) {
            const auto& index = found.indices[k];
            const double first = own(k) / v, total = own(k) * (all / (1 + own(k))) / v;
            qInfo("g %zu: first off by %.5f, total off by %.5f", k + 1, index.first - first, index.total - total);
            QVERIFY(std::fabs(index.first - first) < 0.01 && std::fabs(index.total - total) < 0.01);
            QVERIFY(index.firstLow == index.first && index.totalHigh == index.total);
        }
    }
    void intervalsHoldNineteenSamplesInTwenty()
    {
        // points at random, so that the bootstrap knows their scatter: f = x + y, of which each explains a half
        constexpr std::size_t rows = 400, samples = 80;
        numbers::Random random(5);
        double sum = 0, squares = 0, width = 0;
        for (std::size_t sample = 0; sample < samples; ++sample) {
            std::vector<double> values;
            for (std::size_t i = 0; i < rows; ++i) {
                const double ax = random.unit(), ay = random.unit(), bx = random.unit(), by = random.unit();
                values.insert(values.end(), {ax + ay, bx + by, bx + ay, ax + by});
            }
            const auto index = why::sobolIndices(2, rows, values, 200, sample).indices[0];
            sum += index.total;
            squares += index.total * index.total;
            width += index.totalHigh - index.totalLow;
        }
        const double mean = sum / samples, deviation = std::sqrt(squares / samples - mean * mean);
        const double ratio = width / samples / (2 * 1.96 * deviation);
        QVERIFY2(std::fabs(mean - 0.5) < 0.02 && std::fabs(ratio - 1) < 0.25, qPrintable(QString::number(ratio)));
    }
    void whatChangesNothingHasIndicesOfExactlyZero()
    {
        const why::SobolDesign design(3, 256, 3);
        const auto found = why::sobolIndices(3, 256, valuesOf(design, [](const std::vector<double>& u) { return u[0] * u[1]; }), 20, 1);
        QVERIFY(found.indices[2].first == 0 && found.indices[2].total == 0 && found.indices[2].totalHigh == 0);
        const auto constant = why::sobolIndices(3, 256, valuesOf(design, [](const std::vector<double>&) { return 4.25; }), 20, 1);
        QVERIFY(constant.variance == 0 && constant.indices[0].total == 0);
    }
    void indicesOfTheModelNameWhatMatters()
    {
        IndicesRequest request;
        request.points = 64;
        request.resamples = 50;
        request.periods = {test::quarter("2028Q4"), test::quarter("2033Q4")};
        int partials = 0;
        request.onPartial = [&](const Indices& part) {
            QVERIFY(!part.isComplete && part.points < 64);
            ++partials;
        };
        const auto indices = indicesOf(test::engine(), question("compute.china_effective", "open_gates"), request);
        QVERIFY(indices.isComplete && partials == 3 && indices.points == 64 && indices.indices.size() == 2);
        const auto order = largestIndices(indices, 1);
        QVERIFY(order.size() > 20 && order.size() < indices.parameters.size()); // no talent or drug parameter moves compute
        for (std::size_t i = 0; i < indices.parameters.size(); ++i)
            if (test::engine().catalogue().parameters[indices.parameters[i]].id.starts_with("drug."))
                QVERIFY(indices.indices[1][i].total == 0);
        const auto& largest = indices.indices[1][order[0]]; // the bootstrap gives its interval a width
        QVERIFY(largest.totalLow < largest.totalHigh && largest.firstLow < largest.firstHigh);
        request.work.threads = 3;
        request.onPartial = {};
        QVERIFY(indicesOf(test::engine(), question("compute.china_effective", "open_gates"), request).indices[1][order[0]].total == indices.indices[1][order[0]].total);
    }
    void indicesCanBeCancelledWithWhatIsThere()
    {
        IndicesRequest request;
        request.points = 128;
        int asked = 0;
        request.work.isCancelled = [&] { return ++asked > 10; }; // in the second of four steps
        const auto indices = indicesOf(test::engine(), question("compute.china_effective", "hbm_strict"), request);
        QVERIFY(!indices.isComplete && indices.points > 0 && indices.points < 128);
    }
    void tornadoBarsAreRuns()
    {
        const auto& engine = test::engine();
        const auto row = *engine.catalogue().findSeries("compute.china_effective");
        const auto scenario = engine.preset("open_gates"), baseline = engine.preset("status_quo_2026");
        const auto tornado = tornadoOf(engine, scenario, baseline, row, {});
        QVERIFY(tornado.isComplete && tornado.central == engine.project(scenario).series[row]);
        for (const auto i : widestBars(tornado, test::quarter("2033Q4"), Contrast::Difference)) {
            const auto& bar = tornado.bars[i];
            const auto& p = engine.catalogue().parameters[bar.parameter];
            auto assumed = scenario, reference = baseline;
            assumed.assumptions = reference.assumptions = {{p.id, p.high}};
            const auto high = engine.project(assumed).series[row];
            QVERIFY2(bar.high == high && bar.highDifference[47] == high[47] - engine.project(reference).series[row][47], p.id.c_str());
        }
        auto own = scenario;
        own.assumptions = {{"world.growth_2027", "0.4"}};
        QCOMPARE(tornadoOf(engine, own, baseline, row, {}).bars.size(), tornado.bars.size() - 1);
        const auto text = words::tornadoTable(engine.catalogue(), tornado, row, test::quarter("2033Q4"), Contrast::Difference, 5,
                                              test::english(Program::CommandLine));
        QVERIFY(text.find("compute.") == std::string::npos && std::ranges::count(text, '\n') == 9);
    }
    void ofAYearTheTornadoTellsTheMeanAndItsChange()
    {
        const auto& engine = test::engine();
        const auto row = *engine.catalogue().findSeries("compute.china_effective");
        const auto scenario = engine.preset("open_gates"), baseline = engine.preset("status_quo_2026");
        const auto tornado = tornadoOf(engine, scenario, baseline, row, {});
        const double with = engine.project(scenario).annualMean(row, 2030), without = engine.project(baseline).annualMean(row, 2030);
        const auto near = [](double a, double b) { return std::fabs(a - b) <= 1e-12 * std::fabs(b); };
        QVERIFY(near(centralOf(tornado, Period::ofYear(2030), Contrast::Value), with));
        QVERIFY(near(centralOf(tornado, Period::ofYear(2030), Contrast::Difference), with - without));
        QVERIFY(near(centralOf(tornado, Period::ofYear(2030), Contrast::Change), with / without - 1));
        QVERIFY(!near(centralOf(tornado, test::quarter("2030Q4"), Contrast::Change), with / without - 1));
    }
    void oneMoreUnitIsWorthMostWhereItBinds()
    {
        const auto& engine = test::engine();
        const auto dies = *engine.catalogue().findSeries("accel.dies"), binding = *engine.catalogue().findSeries("accel.binding");
        const auto from = test::quarter("2028Q1");
        const auto values = unitWorthsOf(engine, engine.preset("status_quo_2026"), from, dies);
        const auto run = engine.project(engine.preset("status_quo_2026"));
        QCOMPARE(values.size(), std::size_t{3});
        for (std::size_t q = 0; q < 24; ++q)
            for (const auto& value : values)
                QVERIFY(value.added[q] == 0);
        const auto input = static_cast<BindingInput>(static_cast<int>(run.at(binding, from)));
        if (input == BindingInput::Logic || input == BindingInput::Hbm || input == BindingInput::Packaging)
            QVERIFY(values[input == BindingInput::Hbm ? 0 : input == BindingInput::Logic ? 1 : 2].added[24] > 0);
        QVERIFY(std::ranges::any_of(values, [](const UnitWorth& v) { return v.added.back() != 0; }));
    }
    void wrongRequestsAreRefused()
    {
        IndicesRequest request;
        request.points = 10;
        QVERIFY(test::errorOf([&] { indicesOf(test::engine(), question("compute.china", "hbm_strict"), request); }).place == "points");
        request = {};
        QVERIFY(test::errorOf([&] { indicesOf(test::engine(), question("accel.binding", "hbm_strict"), request); }).place == "series accel.binding");
        RunControl work;
        work.threads = -1;
        QVERIFY(test::errorOf([&] { tornadoOf(test::engine(), {}, {}, 0, work); }).place == "threads");
    }
    void everySampledParameterHasAUnitInWords()
    {
        for (const auto& p : test::engine().catalogue().parameters) {
            const auto unit = test::said(words::parameterUnit(p));
            QVERIFY2(unit.find('/') == std::string::npos, p.id.c_str());
            const auto& id = p.unit.id;
            const bool isPure = id == "share" || id == "ratio" || id == "elasticity" || id == "1" || id == "1/ln" || id == "ln";
            if (p.distribution != Distribution::Fixed)
                QVERIFY2(unit.empty() == isPure, (p.id + " in " + id).c_str());
        }
    }
};

CHOKEPOINT_TEST(SensitivityTest)
#include "SensitivityTest.moc"
