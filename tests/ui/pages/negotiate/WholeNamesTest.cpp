// Names of moves and consents are whole where the window is narrow.
#include "NegotiateTest.h"
#include "TestProgram.h"

#include "pages/negotiate/RowList.h"
#include "pages/negotiate/WeightsGrid.h"

#include <QComboBox>

using namespace chokepoint;
using namespace chokepoint::ui;

class WholeNamesTest : public test::NegotiateTest {
    Q_OBJECT

    static bool isWhole(const QLabel* label) { return label->heightForWidth(label->width()) <= label->height(); }

private slots:
    void init() { openNegotiate(); }
    void cleanup() { closeWindow(); }

    void aListGoesOnInFurtherLines()
    {
        RowList list({0, 60});
        const QString words = QStringLiteral("HBM sales to HBM3, Best AI chip to B30A, US tariff to 12%");
        ListRow row{{{words}, {QStringLiteral("47.2")}}};
        row.number = 1;
        list.setRows({row, row});
        list.resize(220, 400);
        QCOMPARE(list.cutTexts(), (QStringList{words, words}));
        const int oneLine = list.heightForWidth(220);
        const auto inkBelow = [&] {
            const auto picture = list.grab(QRect(30, 24, 120, 14)).toImage();
            for (int x = 0; x < picture.width(); ++x)
                for (int y = 0; y < picture.height(); ++y)
                    if (picture.pixelColor(x, y) != picture.pixelColor(0, 0))
                        return true;
            return false;
        };
        list.setRows({row});
        QVERIFY(!inkBelow());
        list.wrapFirstCells();
        list.setRows({row});
        QVERIFY(inkBelow());
        list.setRows({row, row});
        QVERIFY(list.cutTexts().isEmpty());
        QVERIFY(list.heightForWidth(220) > oneLine && list.heightForWidth(900) == oneLine);
        QCOMPARE(list.sizeHint().height(), list.heightForWidth(220));
    }
    void weightingsAreWholeForBothSides()
    {
        for (const QSize size : {QSize(1280, 800), QSize(1024, 768), QSize(1440, 900)}) {
            m_window->resize(size);
            for (const int side : {1, 0}) {
                in<QComboBox>(m_page, "side")->setCurrentIndex(side);
                settle();
                const auto cut = in<WeightsGrid>(m_page, "weightsGrid")->cutTexts();
                QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QStringLiteral(", "))));
            }
        }
    }
    void movesOfTheDebriefAndOfTheTableAreWhole()
    {
        m_window->resize(1280, 800);
        tickAndOpen();
        clickStop("hbm", "hbm2e");
        clickStop("purchases", "most");
        clickStop("minerals", "general");
        send();
        settle();
        QVERIFY(in<RowList>(m_page, "offers")->cutTexts().isEmpty());
        for (const auto* name : {"vetoes", "consents"})
            QVERIFY2(!in<QLabel>(m_page, name)->text().isEmpty() && isWhole(in<QLabel>(m_page, name)), name);
        m_window->resize(1440, 900);
        settle();
        QVERIFY(isWhole(in<QLabel>(m_page, "consents")));
        m_window->resize(1280, 800);
        m_page->breakOff();
        m_page->breakOff();
        settle();
        for (const auto* name : {"trueMoves", "guesses"}) {
            const auto* list = in<RowList>(m_page, name);
            QVERIFY2(list->cutTexts().isEmpty(), name);
            QVERIFY2(list->height() >= list->heightForWidth(list->width()), name);
        }
    }
};

CHOKEPOINT_TEST(WholeNamesTest, QApplication)
#include "WholeNamesTest.moc"
