// The recorded graph: interpreted it gives the double run, it reads nothing that was not set, and what runs work out ahead is in it.
#include "trace/Recording.h"

#include "model/Trends.h"

#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace chokepoint;

namespace {

void collect(const numbers::Node& node, std::set<const numbers::Node*>& seen, std::set<std::string>& inputs)
{
    if (!seen.insert(&node).second)
        return;
    if (node.operation == numbers::Operation::Input)
        inputs.insert(node.text);
    for (const auto& in : node.inputs)
        if (in)
            collect(*in, seen, inputs);
}

} // namespace

class RecordingTest : public QObject {
    Q_OBJECT

    facts::DataBook m_book = facts::loadDataBook(test::sourceFolder() / "resources" / "data");
    policy::MeasureSchedule m_recorded = policy::recordedSchedule(m_book);
    run::Exogenous<double> m_exogenous = run::exogenousOf<double>(m_book, m_recorded);
    trace::Recording m_recording = trace::recordStep(m_book);

    std::set<std::string> inputsOfAll() const
    {
        std::set<const numbers::Node*> seen;
        std::set<std::string> inputs;
        for (const auto* nodes : {&m_recording.variables, &m_recording.start})
            for (const auto& node : *nodes)
                collect(*node, seen, inputs);
        return inputs;
    }

    /// Calls f(node) for each node of the graph once.
    template <class F> void forEachNode(F f) const
    {
        std::set<const numbers::Node*> seen;
        std::set<std::string> inputs;
        for (const auto* nodes : {&m_recording.variables, &m_recording.start})
            for (const auto& node : *nodes)
                collect(*node, seen, inputs);
        for (const auto* node : seen)
            f(*node);
    }
    /// The row of the parameter that a node is, or the size of the table.
    static std::size_t parameterAt(const numbers::Node& node)
    {
        const auto prefix = trace::InputPrefix::parameter;
        return node.operation == numbers::Operation::Input && node.text.starts_with(prefix)
                 ? model::indexOf(model::parameterTable, std::string_view(node.text).substr(prefix.size()))
                 : model::parameterTable.size();
    }
    /// The row of the parameter of which a node is one more, or the size of the table.
    static std::size_t growthAt(const numbers::Node& node)
    {
        const bool isGrowth = node.operation == numbers::Operation::Add && node.inputs[0]->operation == numbers::Operation::Constant
                           && node.inputs[0]->text == "1";
        return isGrowth ? parameterAt(*node.inputs[1]) : model::parameterTable.size();
    }
    template <class List> static std::set<std::size_t> placesOf(const List& rows)
    {
        std::set<std::size_t> places;
        for (const auto& row : rows)
            places.insert(row.place);
        return places;
    }

private slots:
    void interpretedGraphIsTheDoubleRun_data()
    {
        QTest::addColumn<QString>("preset");
        for (const auto& preset : test::engine().catalogue().presets)
            QTest::newRow(preset.id.c_str()) << QString::fromStdString(preset.id);
    }
    /// But for the last digits: runs multiply by reciprocals and carry trends on, the graph is the equations as they stand.
    void interpretedGraphIsTheDoubleRun()
    {
        QFETCH(QString, preset);
        const auto schedule = policy::scheduleOf(m_book, m_recorded, startingAt(test::engine().preset(preset.toStdString()), test::quarter("2025Q2")));
        const auto levers = policy::leversOf<double>(m_book, schedule);
        const auto parameters = run::centralParameters<double>(m_book);
        std::vector<std::vector<double>> expected;
        run::simulate<double>(parameters, m_exogenous, levers, [&](int, const auto& v) {
            v.forEach([&, &row = expected.emplace_back()](std::size_t, double x) { row.push_back(x); });
        });
        std::vector<double> levels(model::variableTable.size());
        for (const auto& row : expected)
            for (std::size_t i = 0; i < row.size(); ++i)
                levels[i] = std::max(levels[i], std::fabs(row[i]));
        // illicit inflow is what is left between two large flows
        levels[model::indexOf(model::variableTable, "hbm.leak")] = levels[model::indexOf(model::variableTable, "hbm.need")];
        trace::interpret(m_recording, parameters, m_exogenous, levers, [&](int quarter, const std::vector<double>& values) {
            for (std::size_t i = 0; i < values.size(); ++i)
                if (!(std::fabs(values[i] - expected[static_cast<std::size_t>(quarter)][i]) <= 1e-12 * levels[i]))
                    QFAIL(qPrintable(QString("%1 differs in %2").arg(model::variableTable[i].id.data(), Quarter{quarter}.text().c_str())));
        });
    }
    void whatEquationsDivideByHasItsReciprocal()
    {
        std::set<std::size_t> found;
        forEachNode([&](const numbers::Node& node) {
            if (node.operation == numbers::Operation::Divide)
                if (const auto row = parameterAt(*node.inputs[1]); row < model::parameterTable.size())
                    found.insert(row);
        });
        QVERIFY(found == placesOf(model::divisors));
    }
    void ratesOfGrowthHaveTheirLogarithmsAndTrends()
    {
        std::set<std::size_t> logarithms, powers, decays, compounds, remainders;
        forEachNode([&](const numbers::Node& node) {
            const auto keep = [](std::set<std::size_t>& rows, std::size_t row) {
                if (row < model::parameterTable.size())
                    rows.insert(row);
            };
            if (node.operation == numbers::Operation::Log)
                keep(logarithms, growthAt(*node.inputs[0]));
            if (node.operation == numbers::Operation::Pow)
                keep(powers, growthAt(*node.inputs[0]));
            if (node.operation == numbers::Operation::Exp && node.inputs[0]->operation == numbers::Operation::Multiply)
                if (const auto& rate = *node.inputs[0]->inputs[0]; rate.operation == numbers::Operation::Negate)
                    keep(decays, parameterAt(*rate.inputs[0]));
        });
        for (const auto& trend : model::trendTable)
            (trend.course == model::Course::Compound ? compounds : remainders).insert(trend.rate.place);
        QVERIFY(logarithms == placesOf(model::growths));
        QVERIFY(powers == compounds);
        QVERIFY(std::ranges::includes(decays, remainders)); // some decay with another time than the calendar's
    }
    void noEquationReadsAVariableBeforeItIsSet()
    {
        for (const auto& input : inputsOfAll())
            QVERIFY2(!input.starts_with(trace::InputPrefix::unset), input.c_str());
    }
    void everyParameterPathAndLeverIsReadBySomeEquation()
    {
        const auto inputs = inputsOfAll();
        for (const auto& parameter : model::parameterTable)
            QVERIFY2(inputs.contains(std::string(trace::InputPrefix::parameter) + std::string(parameter.id)), parameter.id.data());
        for (const auto& path : model::pathTable)
            if (path.id != "cxmt_profile") // its knots are constants of the graph
                QVERIFY2(inputs.contains(std::string(trace::InputPrefix::path) + std::string(path.id)), path.id.data());
        for (const auto& lever : model::leverTable)
            QCOMPARE(inputs.contains(std::string(trace::InputPrefix::lever) + std::string(lever.id)), !lever.id.starts_with("trade."));
    }
    void anInputWithoutAValueIsRefused()
    {
        const std::unordered_map<std::string, double> nothing;
        trace::Interpreter interpreter(nothing);
        QVERIFY_THROWS_EXCEPTION(std::out_of_range, interpreter.value(m_recording.variables.front()));
    }
};

CHOKEPOINT_TEST(RecordingTest)
#include "RecordingTest.moc"
