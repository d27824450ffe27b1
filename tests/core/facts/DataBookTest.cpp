// The data book: it loads as shipped, and every kind of broken row is refused with file, line and field.
#include "facts/DataBook.h"
#include "api/MeasureWords.h"
#include "model/Variables.h"

#include "TestData.h"
#include "TestProgram.h"

#include <QTemporaryDir>
#include <QRegularExpression>
#include <QTest>

#include <fstream>
#include <set>

using namespace chokepoint;

namespace {

std::filesystem::path shipped() { return test::sourceFolder() / "resources" / "data"; }

/// A copy of the data book in which the first occurrence of `from` in `file` reads `to`.
std::filesystem::path spoiled(const QTemporaryDir& folder, const std::string& file, const std::string& from, const std::string& to)
{
    const std::filesystem::path target(folder.path().toStdString());
    std::filesystem::copy(shipped(), target);
    auto text = test::readFile(target / file);
    const auto at = text.find(from);
    if (at == std::string::npos)
        QTest::qFail("the text to spoil is not in the file", __FILE__, __LINE__);
    text.replace(at, from.size(), to);
    std::ofstream(target / file, std::ios::binary) << text;
    return target;
}

} // namespace

class DataBookTest : public QObject {
    Q_OBJECT
private slots:
    void loadsAsShipped()
    {
        const auto book = facts::loadDataBook(shipped());
        QCOMPARE(book.catalogue.series.size(), 126u);
        QCOMPARE(book.catalogue.parameters.size(), 359u);
        QCOMPARE(book.catalogue.measures.size(), 53u);
        QCOMPARE(book.catalogue.sources.size(), 589u);
        QCOMPARE(book.catalogue.charts.size(), 6u);
        QCOMPARE(book.catalogue.events.size(), 126u);
        QCOMPARE(book.catalogue.correlations.size(), 13u);
        QCOMPARE(std::ranges::count(book.catalogue.measures, false, &Measure::inModel), 13);
    }
    void everySeriesHasAShortNameOfItsOwn()
    {
        std::set<std::string> names;
        for (const auto& series : facts::loadDataBook(shipped()).catalogue.series) {
            QVERIFY2(QString::fromStdString(series.shortName).size() <= 32, series.shortName.c_str());
            QVERIFY2(names.insert(series.shortName).second, series.shortName.c_str());
        }
    }
    void everyMeasureIsToldOfInWords()
    {
        const auto book = facts::loadDataBook(shipped());
        for (const auto& m : book.catalogue.measures) {
            QVERIFY2(m.notes && m.notes->steps.size() == (m.isNumber ? m.marks.size() : m.levels.size()), m.id.c_str());
            for (const auto* text : {&m.notes->statusWords, &m.notes->effectWords, &m.notes->example, &m.notes->undoHowFast, &m.notes->sideEffects})
                QVERIFY2(text->ends_with('.') && words::withoutIds(book.catalogue, m, *text) == *text, text->c_str());
        }
        const auto& rule = *book.catalogue.measures[*book.catalogue.findMeasure("affiliates_50")].notes;
        QCOMPARE(rule.status, MeasureStatus::Suspended);
        QCOMPARE(test::said(words::statusLine(rule)), std::string("Suspended until November 9, 2026"));
        QCOMPARE(rule.steps[2].difficulty, Difficulty::DoneBefore); // in force for six weeks in 2025
    }
    void refusesABookWithoutTheStepsOfALevel()
    {
        const QTemporaryDir folder;
        const auto path = spoiled(folder, "level_steps.csv", "cn_open_weights,closed,never tried,,Beijing’s internet and technology authorities\n", "");
        const auto error = test::errorOf([&] { facts::loadDataBook(path); });
        QCOMPARE(error.place, std::string("level_steps.csv"));
        QVERIFY(error.reason.find("cn_open_weights") != std::string::npos);
    }
    void namesOfParametersStandAlone()
    {
        const auto book = facts::loadDataBook(shipped());
        const QRegularExpression leaning("^(Same|That|Those|Such|Start value)\\b|\\b(of|to|in|before|with) (that|this|those|these|it|such)\\b|\\b(that|this|those) "
                                         "(growth|price|bandwidth|capacity|ratio|room|share|spending|workforce|lag|constant|hiring|rate|gain|attraction|addition)\\b");
        QStringList names;
        for (const auto& p : book.catalogue.parameters) {
            const auto name = QString::fromStdString(p.description);
            QVERIFY2(!leaning.match(name).hasMatch(), qPrintable(name));
            QVERIFY2(!names.contains(name), qPrintable(name));
            names << name;
        }
    }
    void everySeriesHasTheUnitThatTheEquationsGive()
    {
        const auto book = facts::loadDataBook(shipped());
        for (std::size_t i = 0; i < book.catalogue.series.size(); ++i) {
            QCOMPARE(book.catalogue.series[i].id, std::string(model::variableTable[i].id));
            QVERIFY2(numbers::wordingStandsFor(book.catalogue.series[i].unit.id, model::variableTable[i].unit), book.catalogue.series[i].id.c_str());
        }
    }
    void observationsStandBesideTheirSeries()
    {
        const auto book = facts::loadDataBook(shipped());
        const auto find = [&](std::string_view series, double begin) {
            for (const auto& o : book.catalogue.observations)
                if (o.series == series && std::abs(o.begin - begin) < 1e-9)
                    return o;
            QTest::qFail("no such observation", __FILE__, __LINE__);
            return Observation{};
        };
        QCOMPARE(find("revenue.tsmc", 2024).value, 90.1);
        QCOMPARE(find("revenue.tsmc", 2024).time, 2024.5);
        QCOMPARE(find("revenue.nvidia", 2023).value, 60.922);               // fiscal 2024 covers calendar 2023
        QCOMPARE(find("revenue.smic", 2025.75).value, 2.489 * 4);           // a quarter beside a yearly rate
        QCOMPARE(find("hbm.stock", 2025 + 12 / 12.0).value, 40.0);          // 2.5 million stacks of 16 GB, end of December 2025
        QVERIFY(find("revenue.tsmc", 2026).isExpectation);
        QVERIFY(!find("revenue.tsmc", 2024).isExpectation);
        QCOMPARE(find("talent.students", 2022.5).time, 2023.0);             // academic year 2022/23
    }
    void refusesBrokenTables_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("place");
        const auto row = [](const char* name, const char* file, const char* from, const char* to, const char* place) {
            QTest::newRow(name) << file << from << to << place;
        };
        row("a parameter that is not a number", "parameters.csv", "world.growth_2027,1/yr,0.5", "world.growth_2027,1/yr,lots", "parameters.csv, line 2, central");
        row("a parameter that is NaN", "parameters.csv", "world.growth_2027,1/yr,0.5", "world.growth_2027,1/yr,nan", "parameters.csv, line 2, central");
        row("a parameter outside its range", "parameters.csv", "world.growth_2027,1/yr,0.5", "world.growth_2027,1/yr,3.2", "parameters.csv, line 2, central");
        row("an unknown parameter", "parameters.csv", "world.growth_long", "world.growth_short", "parameters.csv, line 3, id");
        row("a doubled parameter", "parameters.csv", "world.growth_long", "world.growth_2027", "parameters.csv, line 3, id");
        row("a parameter in the wrong unit", "parameters.csv", "world.growth_long,1/yr", "world.growth_long,PB", "parameters.csv, line 3, unit");
        row("a parameter in an unknown unit", "parameters.csv", "world.growth_long,1/yr", "world.growth_long,furlongs", "parameters.csv, line 3, unit");
        row("an unknown distribution", "parameters.csv", "0.85,triangular", "0.85,heptagonal", "parameters.csv, line 2, distribution");
        row("an unknown grade", "parameters.csv", "triangular,B,TSMC", "triangular,E,TSMC", "parameters.csv, line 2, grade");
        row("an unknown source", "parameters.csv", "B,TSMC_Q4_25", "B,HEARSAY", "parameters.csv, line 2, sources");
        row("a missing column", "parameters.csv", "central,low", "middle,low", "parameters.csv, line 1");
        row("a row with too few fields", "parameters.csv", "world.growth_2027,1/yr,0.5,", "world.growth_2027,1/yr,", "parameters.csv, line 2");
        row("a quotation mark that does not close", "series.csv", "\"AI chips and", "\"AI chips \"and", "series.csv");
        row("a series in the wrong place", "series.csv", "minerals.supply_index", "minerals.index", "series.csv, line 3, id");
        row("a series in the wrong unit", "series.csv", "world,USD bn/year", "world,PB/year", "series.csv, line 2, unit");
        row("a series without a noun", "series.csv", "spending on AI systems outside China", "", "series.csv, line 2, noun");
        row("a term in the wrong place", "terms.csv", "minerals.squeeze,", "minerals.squeak,", "terms.csv, line 3, id");
        row("a term in the wrong unit", "terms.csv", "world.base,USD bn/year", "world.base,PB/year", "terms.csv, line 2, unit");
        row("a term without words", "terms.csv", "Part of spending that the shortage of minerals takes", "", "terms.csv, line 3, name");
        row("a limit without words", "limits.csv", "How far smuggling and renting abroad could grow is judgment.", "", "limits.csv, line 5, limit");
        row("an unknown class of discrepancy", "series.csv", ",trackers", ",guesses", "series.csv, line 2, discrepancy");
        row("a share's class for what is no share", "series.csv", ",trackers", ",hidden_shares", "series.csv, line 2, discrepancy");
        row("a discrepancy below zero", "discrepancy.csv", "log,0.015,0.05", "log,-0.015,0.05", "discrepancy.csv, line 2, sd_year");
        row("a discrepancy on an unknown scale", "discrepancy.csv", "filings,log", "filings,linear", "discrepancy.csv, line 2, scale");
        row("a doubled class of discrepancy", "discrepancy.csv", "filings_swinging", "filings", "discrepancy.csv, line 3, class");
        row("a path read at a shifted time that is no line", "paths.csv", "dram_price,linear", "dram_price,log", "paths.csv");
        row("years that fall", "paths.csv", "USD bn/yr,2022.5", "USD bn/yr,2021.1", "paths.csv, line 3, year");
        row("an unknown path", "paths.csv", "world_spend", "world_spent", "paths.csv, line 2, path");
        row("a level of no measure", "levels.csv", "hbm_export,0", "hbm_import,0", "levels.csv, line 2, measure");
        row("levels out of order", "levels.csv", "hbm_export,0", "hbm_export,4", "levels.csv, line 2, order");
        row("phrases of no level", "phrases.csv", "hbm_export,open,", "hbm_export,ajar,", "phrases.csv, line 2, level");
        row("a level without phrases", "phrases.csv", "hbm_export,open,opening HBM sales to China,if Washington opens HBM sales to China,Open,,,No HBM control,\n", "", "phrases.csv");
        row("a phrase that is missing", "phrases.csv", "hbm_export,open,opening HBM sales to China", "hbm_export,open,", "phrases.csv, line 2, doing");
        row("an end without a name", "phrases.csv", "Open,,,No HBM control", "Open,,,", "phrases.csv, line 2, first_end");
        row("a name for an end that is none", "phrases.csv", "policing the December 2024 HBM rule strictly,if Washington polices the December 2024 HBM rule strictly,Strictly policed,,,,", "policing the December 2024 HBM rule strictly,if Washington polices the December 2024 HBM rule strictly,Strictly policed,,,Loose,", "phrases.csv, line 7, first_end");
        row("a number without its place", "phrases.csv", "at {number} million stacks a year,if", "at some million stacks a year,if", "phrases.csv, line 9, doing");
        row("a number in its place twice", "phrases.csv", "{number}m stacks", "{number} or {number}m stacks", "phrases.csv, line 9, short");
        row("a number where none is set", "phrases.csv", "capping HBM sales to China at zero", "capping HBM sales to China at {number}", "phrases.csv, line 10, doing");
        row("a form of a number that is none", "phrases.csv", "hbm_cap_units,0,", "hbm_cap_units,1,", "phrases.csv, line 10, level");
        row("a number without words for zero", "phrases.csv", "hbm_cap_units,0,capping HBM sales to China at zero,if Washington caps HBM sales to China at zero,No stacks,,,,\n", "", "phrases.csv");
        row("a mark of no event", "event_marks.csv", "2022-10-07,2022-10", "2022-10-06,2022-10", "event_marks.csv, line 2, event");
        row("a mark without a month", "event_marks.csv", "2022-10-07,2022-10", "2022-10-07,2022", "event_marks.csv, line 2, date");
        row("a mark without words", "event_marks.csv", "first chip rule", "", "event_marks.csv, line 2, words");
        row("a mark of what is not recorded", "event_marks.csv", "accel_ceiling@2022Q4", "accel_ceiling@2022Q3", "event_marks.csv, line 2, changes");
        row("a mark of no change", "event_marks.csv", "accel_ceiling@2022Q4", "accel_ceiling", "event_marks.csv, line 2, changes");
        row("an unknown lever", "levers.csv", "hbm.capped", "hbm.hatted", "levers.csv, line 2, lever");
        row("a lever's value that is missing", "levers.csv", "hbm.capped,0.0", "hbm.capped,", "levers.csv, line 2, value");
        row("a status quo that is no level", "measures.csv", "yes,dec2024,", "yes,dec2054,", "measures.csv, line 2, status_quo");
        row("a status quo out of range", "measures.csv", "yes,6,0,20", "yes,60,0,20", "measures.csv, line 3, status_quo");
        row("a history that goes back", "history.csv", "2022Q4,accel", "2021Q4,accel", "history.csv");
        row("a history with an unknown level", "history.csv", "hbm_export,open", "hbm_export,ajar", "history.csv, line 2, level");
        row("an observation that is not a number", "observations.csv", "amat_revenue,FY2025,28.37", "amat_revenue,FY2025,x", "observations.csv, line 2, value");
        row("an observation map to no series", "observation_map.csv", "revenue.nvidia,", "revenue.nvidea,", "observation_map.csv, line 2, series");
        row("a correlation of an unknown parameter", "correlations.csv", "logic.yield_2024", "logic.yeild_2024", "correlations.csv, line 2, parameter_a");
        row("a correlation above one", "correlations.csv", "0.4,", "1.4,", "correlations.csv, line 2, rank_correlation");
        row("an event without a date", "timeline.csv", "2018-07-06,2018-07-06", "2018-07-06,some day", "timeline.csv, line 2, date");
        row("an event of an unknown measure", "timeline.csv", "us,us_tariff,", "us,us_tarif,", "timeline.csv, line 2, measure_id");
        row("notes on no measure", "measure_notes.csv", "hbm_export,in force", "hbm_import,in force", "measure_notes.csv, line 2, measure");
        row("an unknown status", "measure_notes.csv", "hbm_export,in force", "hbm_export,in fashion", "measure_notes.csv, line 2, status");
        row("a suspension without its end", "measure_notes.csv", "suspended,2026-11-09", "suspended,", "measure_notes.csv, line 19, until");
        row("a status until no date", "measure_notes.csv", "suspended,2026-11-09", "suspended,2026-13-09", "measure_notes.csv, line 19, until");
        row("an example that the record lacks", "measure_notes.csv", ",2026-09-10,", ",2026-09-11,", "measure_notes.csv, line 2, example_date");
        row("notes with an unknown source", "measure_notes.csv", "P001;P003;P103", "P001;RUMOUR", "measure_notes.csv, line 2, sources");
        row("notes with an unknown grade", "measure_notes.csv", "P100,A,", "P100,Z,", "measure_notes.csv, line 2, grade");
        row("notes that point to no series", "measure_notes.csv", "D,hbm.limit", "D,hbm.limits", "measure_notes.csv, line 2, related_series");
        row("notes of a measure for the table that point to a series", "measure_notes.csv", "D,\nverification,", "D,hbm.limit\nverification,", "measure_notes.csv, line 53, related_series");
        row("notes that point to a category", "measure_notes.csv", "D,hbm.limit", "D,accel.binding", "measure_notes.csv, line 2, related_series");
        row("a step to no level", "level_steps.csv", "hbm_export,open", "hbm_export,ajar", "level_steps.csv, line 2, level");
        row("a step of an unknown difficulty", "level_steps.csv", "hbm_export,open,done before", "hbm_export,open,easy", "level_steps.csv, line 2, difficulty");
        row("a step that was in force and is called untried", "level_steps.csv", "hbm_export,open,done before", "hbm_export,open,never tried", "level_steps.csv, line 2, difficulty");
        row("a step called done that the record lacks", "level_steps.csv", "hbm_export,full,never tried", "hbm_export,full,done before", "level_steps.csv, line 8, difficulty");
        row("a step shown by no event", "level_steps.csv", "announced,2025-12-08", "announced,2025-12-07", "level_steps.csv");
        row("a step with nobody to act", "level_steps.csv", "done before,,the Commerce Department", "done before,,", "level_steps.csv, line 2, who_must_act");
        row("an unknown sector", "series.csv", "world.spend,world", "world.spend,globe", "series.csv, line 2, sector");
        row("an unknown colour", "series.csv", "0.25\",,blue,", "0.25\",,mauve,", "series.csv, line 3, colour");
        row("an input that limits nothing", "series.csv", "limit: fabs,,logic", "limit: fabs,,luck", "series.csv, line 12, limit_by");
        row("a unit of no equation", "units.csv", "aircraft,aircraft,1", "airship,,1", "units.csv, line 40, unit");
        row("a unit that is missing", "units.csv", "aircraft,aircraft,1,per cent,,,,\n", "", "lever_names.csv");
        row("a doubled unit", "units.csv", "aircraft,aircraft,1", "USD,,1", "units.csv, line 40, unit");
        row("a unit that makes values vanish", "units.csv", "aircraft,aircraft,1", "aircraft,,0", "units.csv, line 40, scale");
        row("small words that are larger", "units.csv", "dies,1000000", "dies,0.5", "units.csv, line 14, small_scale");
        row("an unknown way to tell changes", "units.csv", "100,points", "100,dots", "units.csv, line 62, change");
        row("a group on no side", "groups.csv", "Memory (HBM),own", "Memory (HBM),mine", "groups.csv, line 2, side");
        row("a group that may be at the table", "groups.csv", "own,yes", "own,maybe", "groups.csv, line 11, at_table_only");
        row("a doubled group", "groups.csv", "allies,Allied", "memory,Allied", "groups.csv, line 10, id");
        row("a sector without a colour", "sectors.csv", "World,green", "World,", "sectors.csv, line 2, colour");
        row("a sector with an unknown identity", "sectors.csv", "entrants", "leavers", "sectors.csv, line 14, identity");
        row("an actor without a name", "actors.csv", "us,US,", "us,,", "actors.csv, line 2, name");
        row("a measure of an unknown group", "measures.csv", "hbm_export,memory", "hbm_export,memories", "measures.csv, line 2, group");
        row("a measure of an unknown actor", "measures.csv", "3A090.c),us,", "3A090.c),uk,", "measures.csv, line 2, actor");
        row("a measure under an unknown one", "measures.csv", "memory,hbm_export,", "memory,hbm_import,", "measures.csv, line 3, parent");
        row("a measure under itself", "measures.csv", "memory,hbm_export,", "memory,hbm_cap_units,", "measures.csv, line 3, parent");
        row("a measure of the model at the table only", "measures.csv", "hbm_export,memory", "hbm_export,table", "measures.csv, line 2, in_model");
        row("an unknown order of levels", "measures.csv", "loosest to tightest", "worst to best", "measures.csv, line 2, order");
        row("an event of an unknown kind", "timeline.csv", "2018-07-06,happened", "2018-07-06,rumoured", "timeline.csv, line 2, kind");
        row("an event by an unknown actor", "timeline.csv", "us,us_tariff,", "uk,us_tariff,", "timeline.csv, line 2, actor");
        row("a doubled event", "timeline.csv", "2018-08-13,2018-08-13", "2018-07-06,2018-08-13", "timeline.csv, line 3, id");
        row("a limit without an id", "limits.csv", "forecast,", ",", "limits.csv, line 2, id");
        row("a start page with an unknown companion", "start_page.csv", "logic.limit;", "luck.limit;", "start_page.csv, line 4, companions");
        row("a companion that no chart can draw", "start_page.csv", "logic.limit;", "accel.binding;", "start_page.csv, line 4, companions");
        row("a chart that may have a strip", "start_page.csv", "compute.china_effective,,yes", "compute.china_effective,,perhaps", "start_page.csv, line 2, strip");
        row("a card with companions", "start_page.csv", "card 2,compute.lead,", "card 2,compute.lead,compute.us", "start_page.csv, line 9, companions");
        row("a card of no side", "start_page.csv", "compute.lead,,,allies", "compute.lead,,,mars", "start_page.csv, line 9, side");
        row("a place of another kind", "start_page.csv", "card 2", "drawer 2", "start_page.csv, line 9, place");
        row("a product of an unknown kind", "products.csv", "a100,chip", "a100,chop", "products.csv, line 2, kind");
        row("a product whose figures the record has", "products.csv", "Nvidia_A100,,", "Nvidia_A100,4992,", "products.csv, line 2, tpp");
        row("a product that the record does not know", "products.csv", "Nvidia_A100", "Nvidia_A1000", "products.csv, line 2, observed");
        row("a product without a source", "products.csv", "C,CHIP_AREAS\na800", "C,\na800", "products.csv, line 2, sources");
        row("a product of no area", "products.csv", "600,826", "600,0", "products.csv, line 2, area");
        row("a line of an unknown setting", "product_lines.csv", "accel_ceiling,open", "accel_ceiling,ajar",
            "product_lines.csv, line 2, level");
        row("a line out of order", "product_lines.csv", "hbm_export,hbm3e_cap,,,,,,2,,,,hbm4,FR_2024_HBM\n", "",
            "product_lines.csv, line 11, level");
        row("a line from an unknown product on", "product_lines.csv", ",b200,", ",b2000,", "product_lines.csv, line 4, denied_from");
        row("a setting without a line", "product_lines.csv", "accel_ceiling,none,0,,,,,,0,,,,\n", "", "product_lines.csv");
        row("a gate of an unknown measure", "map_gates.csv", "hbm_sales,hbm_export,open", "hbm_sales,hbm_import,open", "map_gates.csv, line 2, measure");
        row("a gate with an unknown state", "map_gates.csv", "hbm_sales,hbm_export,open,open", "hbm_sales,hbm_export,open,ajar", "map_gates.csv, line 2, state");
        row("a gate that leaves a setting out", "map_gates.csv", "beijing,cn_chip_purchase,ban,closed\n", "", "map_gates.csv");
        row("a gate with settings out of order", "map_gates.csv", "beijing,cn_chip_purchase,ndrc", "beijing,cn_chip_purchase,guidance", "map_gates.csv, line");
        row("a gate whose rows stand apart", "map_gates.csv", "via_tools,sme_scope,all", "scanners,sme_scope,all", "map_gates.csv, line");
        row("a number that opens a gate", "map_gates.csv", "hbm_cap_units,0,closed", "hbm_cap_units,0,open", "map_gates.csv, line 9, state");
        row("a fixed gate with a setting", "map_gates.csv", "contract,,,contract", "contract,,open,contract", "map_gates.csv, line 76, measure");
        row("a node without a name", "map_nodes.csv", "300 mm silicon wafers", "", "map_nodes.csv, line 2, label");
        row("a node in no column", "map_nodes.csv", "materials,1,1,1", "materials,1,9,1", "map_nodes.csv, line 2, column");
        row("a node at half a row", "map_nodes.csv", "materials,1,1,1", "materials,1,1,1.5", "map_nodes.csv, line 2, row");
        row("two nodes in one place", "map_nodes.csv", "front_end,2,1,2", "front_end,2,1,1", "map_nodes.csv, line 3, row");
        row("a node with an unknown gate", "map_nodes.csv", "HBM_MAP_OWN,no_control", "HBM_MAP_OWN,no_gate", "map_nodes.csv, line 2, gate");
        row("a node that the record calls otherwise", "map_nodes.csv", "SK hynix, Samsung KR, Micron US\",,locked,", "SK hynix, Samsung KR, Micron US\",,open,", "map_nodes.csv, line 17, china_access");
        row("a node of an unknown source", "map_nodes.csv", "7,HBM_MAP_OWN", "7,HEARSAY", "map_nodes.csv, line 2, source_id");
        row("a node too mature", "map_nodes.csv", "7,HBM_MAP_OWN", "11,HBM_MAP_OWN", "map_nodes.csv, line 2, maturity_1_9");
        row("a node with an unknown series", "map_nodes.csv", "hbm.legal;", "hbm.lawful;", "map_nodes.csv, line 17, series");
        row("a node with an unknown measure", "map_nodes.csv", "hbm_copack;", "hbm_unpack;", "map_nodes.csv, line 17, measures");
        row("a link from nowhere", "map_edges.csv", "wafer,dram", "waffle,dram", "map_edges.csv, line 2, from");
        row("a doubled link", "map_edges.csv", "litho,dram", "wafer,dram", "map_edges.csv, line 3, from");
        row("a link with an unknown status", "map_edges.csv", "wafers,open", "wafers,ajar", "map_edges.csv, line 2, status");
        row("a link whose gate stands otherwise", "map_edges.csv", "HBM,blocked", "HBM,contract", "map_edges.csv, line 19, status");
        row("a map without a link that carries a number", "map_edges.csv", "stockpile,accel_cn,HBM2E,draining,Near empty from late 2025.,\n", "", "map_edges.csv");
        row("a start page with an unknown series", "start_page.csv", "chart 1,compute", "chart 1,computers", "start_page.csv, line 2, series");
    }
    void refusesBrokenTables()
    {
        QFETCH(QString, file);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, place);
        const QTemporaryDir folder;
        const auto path = spoiled(folder, file.toStdString(), from.toStdString(), to.toStdString());
        const auto error = test::errorOf([&] { facts::loadDataBook(path); });
        QVERIFY2(error.place.starts_with(place.toStdString()), error.what());
        QVERIFY2(!error.reason.empty() && !error.remedy.empty(), error.what());
    }
    void aWrongRowIsToldWithItsValues()
    {
        const auto refusedFor = [](const char* file, const char* from, const char* to) {
            const QTemporaryDir folder;
            const auto path = spoiled(folder, file, from, to);
            return test::errorOf([&] { facts::loadDataBook(path); });
        };
        const auto number = refusedFor("parameters.csv", "world.growth_2027,1/yr,0.5", "world.growth_2027,1/yr,lots");
        QCOMPARE(number.refusal().id, std::string("data_row"));
        QCOMPARE(number.refusal().values, (std::vector<NamedValue>{{"fault", Message("data_fault.no_number", {{"text", "lots"}})}}));
        QCOMPARE(number.what(), "The data book has an error in this row.\n  where: parameters.csv, line 2, central\n  why: “lots” is not a number.\n"
                                "  next: Fix the file, or reinstall the program’s data.");
        QCOMPARE(refusedFor("measures.csv", "yes,6,0,20", "yes,60,0,20").reason, std::string("60 is outside 0 to 20."));
        QCOMPARE(refusedFor("sectors.csv", "World,green", "World,").reason,
                 std::string("“” is not one of these: blue, vermillion, green, purple, orange, sky."));
        QCOMPARE(refusedFor("parameters.csv", "world.growth_long", "world.growth_2027").reason,
                 std::string("“world.growth_2027” is in line 2 already."));
        QCOMPARE(refusedFor("levels.csv", "hbm_export,0", "hbm_import,0").reason, std::string("measures.csv has no “hbm_import”."));
        QCOMPARE(refusedFor("units.csv", "aircraft,aircraft,1,per cent,,,,\n", "").reason, std::string("units.csv has no “aircraft”."));
    }
    void refusesAnOfferOfNoPreset()
    {
        const QTemporaryDir folder;
        const auto path = spoiled(folder, "start_presets.csv", "hbm_strict,", "hbm_lax,");
        auto catalogue = test::engine().catalogue();
        const auto error = test::errorOf([&] { facts::loadStartPresets(path, catalogue); });
        QCOMPARE(error.place, std::string("start_presets.csv, line 3, preset"));
        QCOMPARE(error.reason, std::string("There is no ready-made package “hbm_lax”."));
    }
    void theWindowKnowsNothingThatTheTablesDoNotSay()
    {
        const auto catalogue = facts::loadDataBook(shipped()).catalogue;
        const auto group = [&](const Measure& m) { return catalogue.groups[m.group]; };
        const auto measure = [&](const char* id) { return catalogue.measures[*catalogue.findMeasure(id)]; };
        const auto series = [&](const char* id) { return catalogue.series[*catalogue.findSeries(id)]; };
        QCOMPARE(measure("hbm_cap_units").parent, catalogue.findMeasure("hbm_export"));
        QCOMPARE(std::ranges::count_if(catalogue.measures, [](const Measure& m) { return m.parent.has_value(); }), 1);
        QVERIFY(group(measure("cn_rare_earth")).isOfOthers && group(measure("sme_allies")).isOfOthers && !group(measure("hbm_export")).isOfOthers);
        QVERIFY(group(catalogue.measures[*catalogue.findMeasure("us_tariff")]).isAtTableOnly);
        QVERIFY(group(measure("hbm_export")).id == "memory" && catalogue.groups.front().id == "memory" && catalogue.groups.back().isAtTableOnly);
        QCOMPARE(catalogue.sectors[series("talent.us").sector].identity, SectorIdentity::Entrants);
        QCOMPARE(catalogue.sectors[series("logic.limit").sector].identity, SectorIdentity::DomesticCompute);
        QCOMPARE(catalogue.sectors[series("revenue.smic").sector].identity, SectorIdentity::None);
        QCOMPARE(series("hbm.limit").endLabel, std::string("limit: HBM"));
        QCOMPARE(series("hbm.stock").endLabel, series("hbm.stock").shortName);
        QCOMPARE(series("packaging.limit").limitBy, std::optional(BindingInput::Packaging));
        QVERIFY(!series("packaging.limit").unit.words.empty() && !series("hbm.stock").limitBy);
        QCOMPARE(series("minerals.supply_index").colour, ColourClass::Blue);
        QCOMPARE(series("world.spend").colour, ColourClass::Green);
        QCOMPARE(catalogue.actors[measure("hbm_export").actor].wholeName, std::string("United States"));
        QCOMPARE(catalogue.charts[2].companions, (std::vector<std::string>{"logic.limit", "hbm.limit", "packaging.limit"}));
        QVERIFY(catalogue.charts[0].hasStrip && !catalogue.charts[2].hasStrip);
        QCOMPARE(std::ranges::count(catalogue.events, EventKind::Due, &Event::kind), 7);
        QCOMPARE(catalogue.lastChecked, std::string("2026-10-08"));
        QCOMPARE(catalogue.recordMonth, std::string("2026-09"));
    }
    void theRecordGoesNoFurtherThanItWasChecked()
    {
        const QTemporaryDir folder;
        const auto path = spoiled(folder, "history.csv", "2026Q3,h1b_fee,4000", "2026Q3,h1b_fee,4000\n2026Q4,us_tariff,20");
        QCOMPARE(facts::loadDataBook(path).catalogue.recordMonth, std::string("2026-10")); // the quarter ends in December
    }
    void aLognormalParameterGoesBeyondItsRange()
    {
        Parameter p;
        p.low = "2";
        p.high = "6";
        p.distribution = Distribution::Uniform;
        QCOMPARE(allowedRange(p), std::pair(2.0, 6.0));
        p.distribution = Distribution::Lognormal;
        QCOMPARE(allowedRange(p), std::pair(2 / 1.5, 9.0));
    }
    void refusesAMissingFileByName()
    {
        const QTemporaryDir folder;
        const std::filesystem::path target(folder.path().toStdString());
        std::filesystem::copy(shipped(), target);
        std::filesystem::remove(target / "levers.csv");
        const auto error = test::errorOf([&] { facts::loadDataBook(target); });
        QVERIFY(error.place.ends_with("levers.csv"));
    }
    void refusesAMissingParameterByName()
    {
        const QTemporaryDir folder;
        const auto path = spoiled(folder, "parameters.csv", "world.growth_2027,", "#");
        auto text = test::readFile(path / "parameters.csv");
        const auto at = text.find('#');
        text.erase(at, text.find('\n', at) - at + 1);
        std::ofstream(path / "parameters.csv", std::ios::binary) << text;
        const auto error = test::errorOf([&] { facts::loadDataBook(path); });
        QVERIFY2(error.reason.find("world.growth_2027") != std::string::npos, error.what());
    }
};

CHOKEPOINT_TEST(DataBookTest)
#include "DataBookTest.moc"
