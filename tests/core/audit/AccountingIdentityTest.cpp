// The accounting identities, in every quarter of every preset, to 1e-9.
#include "facts/DataBook.h"
#include "api/Projection.h"
#include "model/Variables.h"
#include "run/Simulation.h"

#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <cmath>

using namespace chokepoint;

class AccountingIdentityTest : public QObject {
    Q_OBJECT

    facts::DataBook m_book = facts::loadDataBook(test::sourceFolder() / "resources" / "data");
    policy::MeasureSchedule m_recorded = policy::recordedSchedule(m_book);
    run::Exogenous<double> m_exogenous = run::exogenousOf<double>(m_book, m_recorded);
    std::vector<std::vector<double>> m_variables; ///< by quarter and row of variableTable

    void runPreset(const QString& id)
    {
        m_variables.clear();
        const auto schedule = policy::scheduleOf(m_book, m_recorded, test::engine().preset(id.toStdString()));
        run::simulate<double>(run::centralParameters<double>(m_book), m_exogenous, policy::leversOf<double>(m_book, schedule),
                              [&](int, const auto& v) { v.forEach([&, &row = m_variables.emplace_back()](std::size_t, double x) { row.push_back(x); }); });
    }
    double v(const char* id, std::size_t quarter) const { return m_variables[quarter].at(model::indexOf(model::variableTable, id)); }
    double p(const char* id) const { return std::stod(m_book.catalogue.parameters[*m_book.catalogue.findParameter(id)].central); }
    double sum(std::initializer_list<const char*> ids, std::size_t quarter) const
    {
        double total = 0;
        for (const char* id : ids)
            total += v(id, quarter);
        return total;
    }
    static bool close(double a, double b) { return std::fabs(a - b) <= 1e-9 * std::max({std::fabs(a), std::fabs(b), 1e-3}); }

private slots:
    void hold_data()
    {
        QTest::addColumn<QString>("preset");
        for (const auto& preset : test::engine().catalogue().presets)
            QTest::newRow(preset.id.c_str()) << QString::fromStdString(preset.id);
    }
    void hold()
    {
        QFETCH(QString, preset);
        runPreset(preset);
        for (std::size_t q = 0; q < m_variables.size(); ++q) {
            // firms' terms sum to the totals, HBM makers to the market
            QVERIFY(close(v("revenue.us_allied_total", q), sum({"revenue.nvidia", "revenue.amd_ai", "revenue.sk_hynix_hbm", "revenue.samsung_hbm",
                                                                "revenue.micron_hbm", "revenue.tsmc", "revenue.allied_tools_china"}, q)));
            QVERIFY(close(v("revenue.chinese_total", q), sum({"revenue.smic", "revenue.huawei_ascend", "revenue.other_chinese_accelerators", "revenue.cxmt_hbm"}, q)));
            QVERIFY(close(v("hbm.revenue", q), sum({"revenue.sk_hynix_hbm", "revenue.micron_hbm", "revenue.samsung_hbm"}, q)));
            QVERIFY(close(v("revenue.allied_accelerators", q), sum({"world.spend", "import.spend", "grey.vendor_sales", "offshore.spend", "revenue.resold"}, q)));
            // the budget to its channels
            QVERIFY(close(v("demand.budget", q), sum({"import.spend", "accel.spend", "grey.spend", "offshore.spend", "demand.unspent"}, q)));
            // compute by channel
            QVERIFY(close(v("compute.china", q), sum({"compute.import", "compute.home", "compute.grey", "compute.offshore"}, q)));
            QVERIFY(close(v("compute.china_onshore", q), sum({"compute.china_legal", "compute.grey"}, q)));
            QVERIFY(close(v("compute.china_legal", q), sum({"compute.import", "compute.home"}, q)));
            QVERIFY(close(v("compute.add_onshore", q), sum({"compute.add_import", "compute.add_home", "compute.add_grey"}, q)));
            // people
            QVERIFY(close(v("talent.us", q), sum({"talent.us_china", "talent.us_india", "talent.us_row", "talent.us_domestic"}, q)));
            QVERIFY(close(v("talent.students", q), sum({"talent.students_china", "talent.students_india", "talent.students_row"}, q)));
            QVERIFY(close(v("talent.new", q), sum({"talent.new_china", "talent.new_india", "talent.new_row"}, q)));
            // shares to one
            QVERIFY(close(1, sum({"open.token_closed", "open.token_us", "open.token_china", "open.token_other"}, q)));
            QVERIFY(close(1, sum({"open.base_us", "open.base_china", "open.base_other"}, q)));
        }
    }
    void stocksChangeByTheirFlows_data() { hold_data(); }
    void stocksChangeByTheirFlows()
    {
        QFETCH(QString, preset);
        runPreset(preset);
        const double dt = 0.25;
        for (std::size_t q = 1; q < m_variables.size(); ++q) {
            const auto change = [&](const char* id) { return v(id, q) - v(id, q - 1); };
            const auto balanced = [&](const char* stock, double net) {
                return std::fabs(change(stock) - dt * net) <= 1e-9 * std::max(v(stock, q), 1.0);
            };
            // HBM: home, legal and illicit inflow less what is mounted
            QVERIFY(balanced("hbm.stock", v("hbm.home", q) + v("hbm.legal", q) + v("hbm.leak", q) - v("accel.dies", q) * v("hbm.per_die", q)));
            // dies: foreign and home-made less what is packaged; what the bank releases is both in the supply and taken from the bank
            const double pipeline = v("logic.dies", q) - v("logic.released", q);
            QVERIFY(balanced("logic.bank", v("logic.foreign", q) + pipeline - v("accel.dies", q) / v("packaging.yield", q)));
            // researchers and students
            for (const char* origin : {"china", "india", "row"}) {
                const auto id = [&](const char* group) { return std::string("talent.") + group + "_" + origin; };
                const double retired = p("talent.retire") * v(id("us").c_str(), q - 1);
                QVERIFY(balanced(id("us").c_str(), v(id("us_entry").c_str(), q) - v(id("us_exit").c_str(), q) - retired));
                QVERIFY(balanced(id("students").c_str(), v(id("new").c_str(), q) - v(id("students").c_str(), q - 1) / p("talent.study")));
            }
            QVERIFY(balanced("talent.us_domestic", v("talent.us_entry_domestic", q) - (p("talent.retire") + p("talent.exit_domestic")) * v("talent.us_domestic", q - 1)));
            QVERIFY(balanced("talent.china", v("talent.china_entry", q) + v("talent.returnees", q) * p("talent.returnee_productivity")
                                                 + v("talent.deterred_home", q) - p("talent.china_exit") * v("talent.china", q - 1)));
            // leavers and graduates born in China go somewhere
            const double leavers = v("talent.us_exit_china", q), graduates = v("talent.go_home_china", q);
            QVERIFY(close(leavers + graduates, v("talent.returnees", q) + v("talent.leave_third", q) + v("talent.go_third_china", q)));
            // compute: additions less losses
            const double failure = p("compute.failure");
            QVERIFY(balanced("compute.import", v("compute.add_import", q) - (failure + p("compute.obsolescence_cn")) * v("compute.import", q - 1)));
            QVERIFY(balanced("compute.home", v("compute.add_home", q) - (failure + p("compute.obsolescence_cn")) * v("compute.home", q - 1)));
            QVERIFY(balanced("compute.grey", v("compute.add_grey", q) - (failure + p("compute.obsolescence_cn") + p("grey.failure")) * v("compute.grey", q - 1)));
            QVERIFY(balanced("compute.offshore", v("compute.add_offshore", q) - (failure + p("compute.obsolescence_us")) * v("compute.offshore", q - 1)));
            QVERIFY(balanced("compute.world", v("compute.add_world", q) - (failure + p("compute.obsolescence_us")) * v("compute.world", q - 1)));
        }
    }
    void nothingIsNegativeAndSharesStayBelowOne_data() { hold_data(); }
    void nothingIsNegativeAndSharesStayBelowOne()
    {
        QFETCH(QString, preset);
        const auto run = test::engine().project(test::engine().preset(preset.toStdString()));
        const auto& world = run.series[*test::engine().catalogue().findSeries("world.spend")];
        for (std::size_t i = 0; i < run.series.size(); ++i) {
            const auto& series = test::engine().catalogue().series[i];
            for (std::size_t q = 0; q < run.series[i].size(); ++q) {
                const double value = run.series[i][q];
                const double least = series.id == "revenue.resold" ? -world[q] : 0; // supply may go to China instead, but no more than there is
                QVERIFY2(std::isfinite(value) && value >= least - 1e-9, series.id.c_str());
                QVERIFY2(series.kind != SeriesKind::Share || value <= 1 + 1e-9, series.id.c_str());
            }
        }
    }
};

CHOKEPOINT_TEST(AccountingIdentityTest)
#include "AccountingIdentityTest.moc"
