// Every colour of text can be read on every ground that it stands on, and what tells something without words stands out, in both themes.
#include "look/Theme.h"
#include "TestProgram.h"

#include <QTest>

using namespace chokepoint;
using namespace chokepoint::ui;

class ContrastTest : public QObject {
    Q_OBJECT

    struct Pair {
        const char* name;
        QColor front, ground;
    };
    static std::vector<Pair> pairsOf(const std::vector<std::pair<const char*, QColor>>& fronts, const std::vector<std::pair<const char*, QColor>>& grounds)
    {
        std::vector<Pair> pairs;
        for (const auto& [front, colour] : fronts)
            for (const auto& below : grounds)
                pairs.push_back({front, colour, below.second});
        return pairs;
    }
    static void verify(const std::vector<Pair>& pairs, double least)
    {
        for (const auto& [name, front, ground] : pairs)
            QVERIFY2(contrastOf(front, ground) >= least,
                     qPrintable(QString("%1 %2 on %3: %4").arg(name, front.name(), ground.name()).arg(contrastOf(front, ground))));
    }

private slots:
    void contrastIsThatOfTheGuideline()
    {
        QCOMPARE(contrastOf(Qt::white, Qt::black), 21.0);
        QCOMPARE(contrastOf(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastOf(Qt::red, Qt::red), 1.0);
        QVERIFY(std::abs(contrastOf(QColor("#767676"), Qt::white) - 4.54) < 0.01); // the known last grey that passes
    }
    void allPairsThatAreUsedTogetherStandOut_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void allPairsThatAreUsedTogetherStandOut()
    {
        QFETCH(bool, isDark);
        const auto& t = tokensOf(isDark ? Theme::Dark : Theme::Light);
        const std::vector<std::pair<const char*, QColor>> grounds{{"ground", t.ground}, {"panel", t.panel}, {"card", t.card}, {"tint", t.tint}, {"grid", t.grid}};
        verify(pairsOf({{"text", t.text}, {"muted", t.muted}, {"faint", t.faint}, {"accent", t.accent}, {"caution", t.caution}}, grounds), 4.5);
        verify(pairsOf({{"text", t.text}, {"muted", t.muted}, {"accent", t.accent}}, {{"track", t.track}}), 4.5); // segments
        verify(pairsOf({{"card", t.card}}, {{"accent", t.accent}}), 4.5); // a chosen segment, the primary button, a tick
        const std::vector<std::pair<const char*, QColor>> plain{{"panel", t.panel}, {"card", t.card}};
        verify(pairsOf({{"edge", t.edge}, {"accent", t.accent}}, plain), 3);
        verify(pairsOf({{"range bar", colourOfRange(t)}}, {{"panel", t.panel}}), 3);
        verify(pairsOf({{"blue", t.blue}, {"vermillion", t.vermillion}, {"green", t.green}, {"purple", t.purple}, {"orange", t.orange}, {"sky", t.sky}}, {{"card", t.card}}), 3);
    }
    void wordsOnColouredBlocksAreReadable()
    {
        for (const auto theme : {Theme::Light, Theme::Dark}) {
            const auto& t = tokensOf(theme);
            for (int input = 0; input < 4; ++input) {
                const auto block = colourOfBinding(t, input);
                QVERIFY2(contrastOf(inkOn(block), block) >= 4.5, qPrintable(block.name()));
            }
        }
    }
    void whatBindsHasTheColoursOfTheGuide()
    {
        const auto& t = tokensOf(Theme::Light);
        QCOMPARE(colourOfBinding(t, 0), t.sky);
        QCOMPARE(colourOfBinding(t, 1), t.vermillion);
        QCOMPARE(colourOfBinding(t, 2), t.green);
        QCOMPARE(colourOfBinding(t, 3), t.track);
    }
};

CHOKEPOINT_TEST(ContrastTest, QApplication)
#include "ContrastTest.moc"
