// Slopes: they equal central differences away from kinks, tell kinks and jumps as such, and do not depend on threads.
#include "facts/DataBook.h"
#include "api/Slopes.h"
#include "run/Simulation.h"

#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <bit>

#include <cmath>

using namespace chokepoint;

class SlopesTest : public QObject {
    Q_OBJECT

    facts::DataBook m_book = facts::loadDataBook(test::sourceFolder() / "resources" / "data");
    policy::MeasureSchedule m_recorded = policy::recordedSchedule(m_book);
    run::Exogenous<double> m_exogenous = run::exogenousOf<double>(m_book, m_recorded);
    std::vector<std::size_t> m_all; ///< every series but the category
    policy::LeverValues<double> m_levers;

    void take(const char* preset)
    {
        m_levers = policy::leversOf<double>(m_book, policy::scheduleOf(m_book, m_recorded, test::engine().preset(preset)));
    }
    /// The run with one input moved.
    std::vector<SeriesValues> moved(const SlopeInput& input, double by, int from = defaultStart.index, int until = quarterCount) const
    {
        auto parameters = run::centralParameters<double>(m_book);
        auto levers = m_levers;
        const auto& catalogue = test::engine().catalogue();
        if (input.kind == SlopeInput::Kind::Parameter)
            parameters[model::indexOf(model::parameterTable, catalogue.parameters[input.place].id)] += by;
        else
            for (int q = from; q < until; ++q)
                levers[static_cast<std::size_t>(q)][model::indexOf(model::leverTable, catalogue.levers[input.place].id)] += by;
        std::vector<SeriesValues> result(model::seriesCount);
        run::simulate<double>(parameters, m_exogenous, levers, [&](int q, const auto& v) {
            v.forEach([&](std::size_t row, double x) {
                if (row < result.size())
                    result[row][static_cast<std::size_t>(q)] = x;
            });
        });
        return result;
    }
    /// The largest value of a series; for a residue that of what it remains of.
    static double levelOf(const std::vector<SeriesValues>& run, std::size_t row)
    {
        const auto& catalogue = test::engine().catalogue();
        const auto& id = catalogue.series[row].id;
        return std::ranges::max(run[id == "demand.unspent" ? *catalogue.findSeries("demand.budget") : id == "hbm.leak" ? *catalogue.findSeries("hbm.need")
                                    : id == "revenue.resold" ? *catalogue.findSeries("import.spend") : row]);
    }
    static double sizeOf(const SlopeInput& input) { return input.value == 0 ? 1 : std::fabs(input.value); }
    std::string idOf(const SlopeInput& input) const
    {
        const auto& catalogue = test::engine().catalogue();
        return input.kind == SlopeInput::Kind::Parameter ? catalogue.parameters[input.place].id : catalogue.levers[input.place].id;
    }
    std::size_t lever(const Slopes& slopes, const char* id) const
    {
        for (std::size_t i = 0; i < slopes.inputs.size(); ++i)
            if (slopes.inputs[i].kind == SlopeInput::Kind::Lever && idOf(slopes.inputs[i]) == id)
                return i;
        QTest::qFail("no such lever", __FILE__, __LINE__);
        return 0;
    }

private slots:
    void initTestCase()
    {
        const auto& series = test::engine().catalogue().series;
        for (std::size_t i = 0; i < series.size(); ++i)
            if (series[i].kind != SeriesKind::Category)
                m_all.push_back(i);
    }
    void equalCentralDifferencesAwayFromKinks_data()
    {
        QTest::addColumn<QString>("preset");
        for (const auto* preset : {"status_quo_2026", "grand_bargain", "full_denial"})
            QTest::newRow(preset) << preset;
    }
    void equalCentralDifferencesAwayFromKinks()
    {
        QFETCH(QString, preset);
        take(preset.toUtf8().constData());
        const auto slopes = slopesOf(test::engine(), test::engine().preset(preset.toStdString()), m_all);
        QCOMPARE(slopes.inputs.size(), 359u + 59u);
        const auto line = moved(slopes.inputs[0], 0);
        std::size_t away = 0;
        double worst = 0;
        for (std::size_t i = 0; i < slopes.inputs.size(); ++i) {
            const auto& input = slopes.inputs[i];
            const double h = 1e-4 * sizeOf(input);
            if (std::min(input.kinkAbove, input.kinkBelow) < 4 * h)
                continue;
            ++away;
            const auto up = moved(input, h), down = moved(input, -h), up2 = moved(input, 2 * h), down2 = moved(input, -2 * h);
            for (std::size_t s = 0; s < m_all.size(); ++s)
                for (std::size_t q = 0; q < quarterCount; ++q) {
                    const auto row = m_all[s];
                    const auto slope = slopes.at(s, Quarter{static_cast<int>(q)}, i);
                    QVERIFY(slope.kind == Slope::Kind::Smooth);
                    // of fourth order in h, so that the error is that of rounding
                    const double central = (8 * (up[row][q] - down[row][q]) - (up2[row][q] - down2[row][q])) / (12 * h);
                    const double level = levelOf(line, row) / sizeOf(input);
                    const double off = std::fabs(slope.above - central) / std::max({std::fabs(central), 1e-3 * level, 1e-12});
                    worst = std::max(worst, off);
                    if (off > 1e-6)
                        QFAIL(qPrintable(QString("%1 of %2 in %3: %4, central difference %5").arg(idOf(input).c_str(), test::engine().catalogue().series[row].id.c_str(),
                                             Quarter{static_cast<int>(q)}.text().c_str()).arg(slope.above).arg(central)));
                }
        }
        qInfo("%zu of %zu inputs are away from kinks; largest deviation %.1g", away, slopes.inputs.size(), worst);
        QVERIFY(away > 300);
    }
    void aKinkHasTheSlopesOfItsTwoSides()
    {
        take("status_quo_2026");
        const auto slopes = slopesOf(test::engine(), test::engine().preset("status_quo_2026"), m_all);
        std::size_t kinks = 0;
        for (std::size_t i = 0; i < slopes.inputs.size(); ++i) {
            const auto& input = slopes.inputs[i];
            if (input.kinkAbove > 0 && input.kinkBelow > 0)
                continue;
            const double h = 1e-7 * sizeOf(input);
            const auto line = moved(input, 0), up = moved(input, h), down = moved(input, -h);
            for (std::size_t s = 0; s < m_all.size(); ++s)
                for (std::size_t q = 0; q < quarterCount; ++q) {
                    const auto row = m_all[s];
                    const auto slope = slopes.at(s, Quarter{static_cast<int>(q)}, i);
                    if (slope.kind == Slope::Kind::Jump)
                        continue;
                    kinks += slope.kind == Slope::Kind::Kink;
                    const double tolerance = 1e-4 * std::fabs(slope.above) + 1e-6 * levelOf(line, row) / sizeOf(input) + 1e-9;
                    QVERIFY2(std::fabs((up[row][q] - line[row][q]) / h - slope.above) <= tolerance,
                             qPrintable(QString("%1 of %2 in quarter %3: %4, by runs %5").arg(idOf(input).c_str(), test::engine().catalogue().series[row].id.c_str())
                                            .arg(q).arg(slope.above).arg((up[row][q] - line[row][q]) / h)));
                    QVERIFY2(std::fabs((line[row][q] - down[row][q]) / h - slope.below) <= tolerance + 1e-4 * std::fabs(slope.below), idOf(input).c_str());
                }
        }
        QVERIFY(kinks > 0);
        // 100 per cent of graduate applicants pass today; screening can only take away
        const auto screening = lever(slopes, "talent.screen_china");
        const auto students = std::ranges::find(m_all, *test::engine().catalogue().findSeries("drug.workforce")) - m_all.begin();
        QVERIFY(slopes.at(static_cast<std::size_t>(students), test::quarter("2030Q4"), screening).kind == Slope::Kind::Kink);
    }
    void aJumpIsToldAsAJump()
    {
        // under a cap of stacks without memory nothing is sold; the first byte opens the market by a step
        const auto row = *test::engine().catalogue().findSeries("hbm.price");
        const auto legal = *test::engine().catalogue().findSeries("compute.home");
        const auto slopes = slopesOf(test::engine(), test::engine().preset("open_gates"), {row, legal});
        const auto capped = lever(slopes, "hbm.capped"); // 0: any cap at all makes the quota the product of two levers
        QCOMPARE(slopes.inputs[capped].kinkAbove, 0.0);
        QVERIFY(slopes.at(0, test::quarter("2030Q4"), capped).kind == Slope::Kind::Jump);
        QVERIFY(slopes.at(0, test::quarter("2026Q4"), capped).kind == Slope::Kind::Smooth); // before the change
    }
    void leversThatNoEquationReadsHaveNoSlope()
    {
        const auto slopes = slopesOf(test::engine(), test::engine().preset("grand_bargain"), m_all);
        for (const char* id : {"trade.tariff", "trade.s301", "trade.farm", "trade.boeing"})
            for (std::size_t s = 0; s < m_all.size(); ++s)
                QCOMPARE(slopes.at(s, test::quarter("2035Q4"), lever(slopes, id)).above, 0.0);
    }
    void threadsChangeNothing()
    {
        const auto& scenario = test::engine().preset("hbm_strict");
        const auto one = slopesOf(test::engine(), scenario, m_all, 1), three = slopesOf(test::engine(), scenario, m_all, 3);
        // by bits: behind a jump a slope may not be a number
        const auto sameBits = [](double a, double b) { return std::bit_cast<quint64>(a) == std::bit_cast<quint64>(b); };
        for (std::size_t s = 0; s < m_all.size(); ++s)
            for (int q = 0; q < quarterCount; ++q)
                for (std::size_t input = 0; input < one.inputs.size(); ++input) {
                    const auto a = one.at(s, Quarter{q}, input), b = three.at(s, Quarter{q}, input);
                    QVERIFY(sameBits(a.above, b.above) && sameBits(a.below, b.below));
                }
    }
    void aCategoryIsRefused()
    {
        const auto error = test::errorOf([] { slopesOf(test::engine(), test::engine().preset("open_gates"), {*test::engine().catalogue().findSeries("accel.binding")}); });
        QVERIFY(error.place.find("accel.binding") != std::string::npos);
    }
    void oneMoreUnitIsWorthWhatARunWithItGives()
    {
        take("status_quo_2026");
        const auto worths = marginalValuesOf(test::engine(), test::engine().preset("status_quo_2026"));
        const auto slopes = slopesOf(test::engine(), test::engine().preset("status_quo_2026"), {0});
        const auto row = *test::engine().catalogue().findSeries("compute.china");
        const auto line = moved(slopes.inputs[0], 0);
        QVERIFY(worths.size() == 3 && worths[0].input == ScarceInput::Hbm && worths[1].input == ScarceInput::Dies);
        QVERIFY(worths[2].input == ScarceInput::Packages);
        const std::array<std::pair<const char*, double>, 2> levers{{{"hbm.extra", 4}, {"logic.extra", 4}}};
        std::size_t found = 0;
        for (std::size_t w = 0; w < levers.size(); ++w)
            for (const int q : {13, 17, 21, 30, 45}) {
                const double h = 1e-6;
                const auto more = moved(slopes.inputs[lever(slopes, levers[w].first)], h * levers[w].second, q, q + 1);
                for (const auto& [at, worth] : {std::pair(q, worths[w].atOnce), std::pair(std::min(q + 4, quarterCount - 1), worths[w].aYearLater)}) {
                    const double gain = (more[row][static_cast<std::size_t>(at)] - line[row][static_cast<std::size_t>(at)]) / h;
                    found += std::fabs(gain) > 1e-6;
                    QVERIFY2(std::fabs(worth[static_cast<std::size_t>(q)] - gain) <= 1e-4 * std::fabs(gain) + 1e-7,
                             qPrintable(QString("%1 in %2: %3, by a run %4").arg(levers[w].first).arg(q).arg(worth[static_cast<std::size_t>(q)]).arg(gain)));
                }
            }
        QVERIFY(found > 4);
    }
};

CHOKEPOINT_TEST(SlopesTest)
#include "SlopesTest.moc"
