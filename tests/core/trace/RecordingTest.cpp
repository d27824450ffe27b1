// The recorded graph: interpreted it gives the double run bit for bit, and it reads nothing that was not set.
#include "trace/Recording.h"

#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <bit>
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

private slots:
    void interpretedGraphIsTheDoubleRunBitForBit_data()
    {
        QTest::addColumn<QString>("preset");
        for (const auto& preset : test::engine().catalogue().presets)
            QTest::newRow(preset.id.c_str()) << QString::fromStdString(preset.id);
    }
    void interpretedGraphIsTheDoubleRunBitForBit()
    {
        QFETCH(QString, preset);
        const auto schedule = policy::scheduleOf(m_book, m_recorded, startingAt(test::engine().preset(preset.toStdString()), test::quarter("2025Q2")));
        const auto levers = policy::leversOf<double>(m_book, schedule);
        const auto parameters = run::centralParameters<double>(m_book);
        std::vector<std::vector<double>> expected;
        run::simulate<double>(parameters, m_exogenous, levers, [&](int, const auto& v) {
            v.forEach([&, &row = expected.emplace_back()](std::size_t, double x) { row.push_back(x); });
        });
        trace::interpret(m_recording, parameters, m_exogenous, levers, [&](int quarter, const std::vector<double>& values) {
            for (std::size_t i = 0; i < values.size(); ++i)
                if (std::bit_cast<quint64>(values[i]) != std::bit_cast<quint64>(expected[static_cast<std::size_t>(quarter)][i]))
                    QFAIL(qPrintable(QString("%1 differs in %2").arg(model::variableTable[i].id.data(), Quarter{quarter}.text().c_str())));
        });
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
