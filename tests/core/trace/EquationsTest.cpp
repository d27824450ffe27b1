// Equations, units, causes, the reference and XMILE: recorded from the model, complete, in words.
#include "facts/DataBook.h"
#include "api/Equations.h"
#include "api/Projection.h"
#include "model/Levers.h"
#include "trace/UnitCheck.h"

#include "TestData.h"
#include "TestProgram.h"

#include <QTest>
#include <QXmlStreamReader>

#include <set>

using namespace chokepoint;
using Kind = EquationInput::Kind;

class EquationsTest : public QObject {
    Q_OBJECT

    std::vector<Equation> m_equations = equationsOf(test::engine());
    const Equation& equation(const char* id) const { return *std::ranges::find(m_equations, id, &Equation::id); }

private slots:
    void everyVariableHasAnEquationAUnitAndWords()
    {
        QCOMPARE(m_equations.size(), model::variableTable.size());
        for (const auto& e : m_equations) {
            QVERIFY2(!e.expression.empty() && !e.unit.id.empty() && e.name.size() > 2, e.id.c_str());
            QVERIFY2(e.expression != e.id, e.id.c_str());
            const bool isState = e.role == Equation::Role::State || e.role == Equation::Role::SeriesAndState;
            QCOMPARE(!e.start.empty(), isState);
            QVERIFY2(e.role == Equation::Role::Series || e.role == Equation::Role::SeriesAndState || !e.usedBy.empty(), e.id.c_str()); // nothing hidden without a use
        }
    }
    void equationsReadAsTheSectorIsWritten()
    {
        QCOMPARE(equation("compute.us").expression, "compute.world × parameter(world.us_share)");
        QCOMPARE(equation("drug.clinical_entries_us").expression, "drug.us_2");
        QCOMPARE(equation("hbm.inflow").expression, "hbm.legal + hbm.leak + hbm.home + lever(hbm.extra)");
        QCOMPARE(equation("logic.released").expression, "previous(logic.bank) / parameter(logic.bank_release)");
        QCOMPARE(equation("hbm.stock").expression, "max(0, previous(hbm.stock) + 0.25 × (hbm.inflow - accel.dies × hbm.per_die))");
        QCOMPARE(equation("hbm.stock").start, "parameter(start.hbm.stock)");
        QVERIFY((equation("logic.released").inputs == std::vector<EquationInput>{{Kind::Previous, "logic.bank"}, {Kind::Parameter, "logic.bank_release"}}));
        QVERIFY(std::ranges::count(equation("logic.bank").usedBy, "logic.released") == 1);
    }
    void aPartThatIsUsedTwiceIsWrittenOnce()
    {
        const auto& home = equation("accel.spend");
        QVERIFY(!home.parts.empty());
        for (const auto& part : home.parts)
            QVERIFY2(part.expression.size() > 3, part.expression.c_str());
    }
    void noTextHasAnExponent()
    {
        for (const auto& e : m_equations)
            QVERIFY2(e.expression.find("e-") == std::string::npos, e.expression.c_str());
    }
    void everyUnitFollowsFromTheInputs()
    {
        const auto check = checkUnits(test::engine());
        for (const auto& mismatch : check.mismatches)
            qWarning("%s", mismatch.c_str());
        QVERIFY(check.mismatches.empty());
        QVERIFY(check.checked > 800);
        qInfo("%zu operations checked, the unit of %zu of %zu variables follows from the inputs", check.checked, check.derived, check.variables);
        QVERIFY(check.derived > check.variables * 9 / 10);
    }
    void aWrongUnitIsFound()
    {
        const auto book = facts::loadDataBook(test::sourceFolder() / "resources" / "data");
        auto recording = trace::recordStep(book);
        const auto stock = model::indexOf(model::variableTable, "hbm.stock"), price = model::indexOf(model::variableTable, "hbm.price");
        recording.variables[stock] = numbers::Symbol::of(numbers::Operation::Add, numbers::Symbol(recording.variables[stock]), numbers::Symbol(recording.variables[price])).node();
        const auto report = trace::checkUnits(recording);
        QVERIFY(!report.mismatches.empty());
        QVERIFY2(report.mismatches.front().starts_with("hbm.stock"), report.mismatches.front().c_str());
    }
    void noSeriesParameterLeverOrPathIsWithoutWordsAndSource()
    {
        const auto& catalogue = test::engine().catalogue();
        for (const auto& s : catalogue.series)
            QVERIFY2(!s.name.empty() && !s.unit.id.empty() && !s.endLabel.empty(), s.id.c_str());
        for (const auto& p : catalogue.parameters)
            QVERIFY2(!p.description.empty() && !p.unit.id.empty() && !p.sources.empty(), p.id.c_str());
        for (const auto& p : catalogue.paths)
            QVERIFY2(!p.description.empty() && !p.unit.id.empty() && !p.sources.empty(), p.id.c_str());
        QCOMPARE(catalogue.levers.size(), model::leverTable.size());
        for (const auto& l : catalogue.levers)
            QVERIFY2(!l.description.empty() && !l.unit.id.empty(), l.id.c_str());
        for (const auto& m : catalogue.measures)
            QVERIFY2(!m.title.empty() && !m.sources.empty(), m.id.c_str());
    }
    void noLeverOfAModelMeasureIsUnread()
    {
        const auto book = facts::loadDataBook(test::sourceFolder() / "resources" / "data");
        std::set<std::string> read;
        for (const auto& e : m_equations)
            for (const auto& input : e.inputs)
                if (input.kind == Kind::Lever)
                    read.insert(input.id);
        for (std::size_t m = 0; m < book.actions.size(); ++m) {
            std::set<std::size_t> written;
            if (book.actions[m].lever)
                written.insert(*book.actions[m].lever);
            for (const auto& level : book.actions[m].levels)
                for (const auto& [lever, text] : level)
                    written.insert(lever);
            if (!book.catalogue.measures[m].inModel)
                continue;
            QVERIFY2(!written.empty(), book.catalogue.measures[m].id.c_str());
            for (const auto lever : written)
                QVERIFY2(read.contains(std::string(model::leverTable[lever].id)), model::leverTable[lever].id.data());
        }
    }
    void causesTellBothRuns()
    {
        const auto& engine = test::engine();
        const auto& scenario = engine.preset("open_gates");
        const auto& baseline = engine.preset("status_quo_2026");
        const auto causes = causesOf(engine, "hbm.inflow", scenario, baseline);
        const auto row = *engine.catalogue().findSeries("hbm.legal");
        const auto legal = std::ranges::find(causes.causes, std::string("hbm.legal"), [](const Cause& c) { return c.input.id; });
        QVERIFY(legal != causes.causes.end());
        QVERIFY(legal->present == engine.project(scenario).series[row]);
        QVERIFY(legal->baseline == engine.project(baseline).series[row]);
        QVERIFY(legal->present != legal->baseline);
        for (const auto& cause : causesOf(engine, "logic.limit", scenario, baseline).causes)
            QVERIFY2(!cause.name.empty() && !cause.unit.id.empty(), cause.input.id.c_str());
        const auto bank = causesOf(engine, "logic.released", scenario, baseline).causes.front(); // a state of the quarter before
        const auto now = causesOf(engine, "logic.bank", scenario, baseline).self;
        QCOMPARE(bank.present[30], now.present[29]);
        const auto constant = causesOf(engine, "logic.released", scenario, baseline).causes.back();
        QVERIFY(constant.grade && !constant.sources.empty());
    }
    void anUnknownVariableIsRefused()
    {
        const auto& status = test::engine().preset("status_quo_2026");
        QVERIFY(test::errorOf([&] { causesOf(test::engine(), "hbm.magic", status, status); }).problem.find("hbm.magic") != std::string::npos);
    }
    void theReferenceTellsLimitsFirstAndEveryEquation()
    {
        const auto html = referenceText(test::engine(), ReferenceFormat::Html), markdown = referenceText(test::engine(), ReferenceFormat::Markdown);
        for (const auto& text : {html, markdown}) {
            QVERIFY(text.find("Limits") < text.find("Equations"));
            for (const auto& e : m_equations)
                QVERIFY2(text.find(e.id + " = ") != std::string::npos, e.id.c_str());
        }
        QVERIFY(html.find("previous(hbm.stock) + ") != std::string::npos && html.find("&lt;") != std::string::npos);
        QVERIFY(markdown.starts_with("# Chokepoint"));
    }
    void xmileIsWellFormedAndNamesEverythingOnce()
    {
        QXmlStreamReader xml(QByteArray::fromStdString(xmileText(test::engine(), test::engine().preset("grand_bargain"))));
        std::set<QString> names;
        int stocks = 0, courses = 0;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                continue;
            stocks += xml.name() == QLatin1String("stock");
            courses += xml.name() == QLatin1String("gf");
            if (xml.attributes().hasAttribute("name"))
                QVERIFY2(names.insert(xml.attributes().value("name").toString()).second, qPrintable(xml.attributes().value("name").toString()));
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        const auto isState = [](const Equation& e) { return e.role == Equation::Role::State || e.role == Equation::Role::SeriesAndState; };
        QCOMPARE(stocks, std::ranges::count_if(m_equations, isState));
        QVERIFY(courses > 40);
        QVERIFY(names.contains("hbm_stock") && names.contains("hbm_stock_previous") && names.contains("parameter_hbm_reserve") && names.contains("lever_hbm_leak"));
    }
};

CHOKEPOINT_TEST(EquationsTest)
#include "EquationsTest.moc"
