// Every level of every measure, moved in the window: its row changes a series on the screen, or says a true reason.
#include "bridge/Board.h"
#include "bridge/Draws.h"
#include "pages/explore/ExplorePage.h"
#include "levers/LeverPanel.h"
#include "levers/LeverFoot.h"
#include "levers/LeverRow.h"
#include "look/Theme.h"
#include "window/MainWindow.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <set>

using namespace chokepoint;
using namespace chokepoint::ui;

namespace {

constexpr int narrowestAnswer = 266; ///< pixels, in the narrowest window

std::vector<std::string> valuesOf(const Measure& measure)
{
    std::vector<std::string> values;
    for (const auto& level : measure.levels)
        values.push_back(level.id);
    if (measure.isNumber) {
        values = measure.marks;
        values.insert(values.end(), {measure.minimum, measure.maximum});
    }
    return values;
}

} // namespace

class EveryMoveTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(*qApp, Theme::Light); }

    void everyMoveChangesASeriesOnTheScreenOrItsRowSaysWhyNot_data()
    {
        QTest::addColumn<QString>("measure");
        for (const auto& measure : test::engine().catalogue().measures)
            QTest::newRow(measure.id.c_str()) << QString::fromStdString(measure.id);
    }
    void everyMoveChangesASeriesOnTheScreenOrItsRowSaysWhyNot()
    {
        QFETCH(QString, measure);
        const auto& catalogue = test::engine().catalogue();
        const auto place = *catalogue.findMeasure(measure.toStdString());
        const auto& about = catalogue.measures[place];
        Board board(test::engine(), test::english());
        Draws draws(board);
        MainWindow window(board, draws);
        auto* levers = window.page<ExplorePage>()->levers();
        // the window shows four charts and all cards at first
        std::vector<std::size_t> displayed;
        for (std::size_t i = 0; i < 4; ++i)
            displayed.push_back(*catalogue.findSeries(catalogue.charts[i].series));
        for (const auto& card : catalogue.cards)
            displayed.push_back(*catalogue.findSeries(card.series));
        for (const auto& value : valuesOf(about)) {
            board.setMeasure(place, value);
            if (!board.isChanged(place))
                continue; // the status quo
            while (!levers->isAnswered())
                QCoreApplication::processEvents();
            bool differs = false;
            for (const auto series : displayed)
                differs = differs || board.present().series[series] != board.reference().series[series];
            const auto reason = levers->row(measure)->answer();
            const auto* answer = levers->foot()->findChild<QLabel*>(QStringLiteral("answer"));
            QCOMPARE(answer->text(), reason);
            const auto need = answer->fontMetrics().boundingRect(0, 0, narrowestAnswer, 1000, Qt::TextWordWrap, reason).height();
            QVERIFY2(need <= answer->height(), qPrintable(reason));
            QVERIFY2(differs || !reason.isEmpty(), value.c_str());
            if (!about.inModel) {
                QVERIFY(!differs);
                QVERIFY2(reason.contains("bargaining chip"), qPrintable(reason));
            }
            if (differs) // a reason beside an effect may only say from when it bites
                QVERIFY2(reason.isEmpty() || reason.contains("from", Qt::CaseInsensitive), qPrintable(reason));
        }
    }
};

CHOKEPOINT_TEST(EveryMoveTest, QApplication)
#include "EveryMoveTest.moc"
