// A whole rehearsal without a mouse: prepared, bargained to its end, looked back on, and opened again out of the workbook.
#include "NegotiateTest.h"
#include "TestProgram.h"

#include "pages/negotiate/DebriefView.h"
#include "pages/negotiate/PlaneView.h"
#include "pages/negotiate/PrepareView.h"
#include "pages/negotiate/WeightsGrid.h"
#include "parts/Segments.h"

#include <QComboBox>
#include <QMenu>
#include <QSlider>
#include <QTimer>
#include <QToolButton>

using namespace chokepoint;
using namespace chokepoint::ui;
using bargain::Side;

class KeyboardTalksTest : public test::NegotiateTest {
    Q_OBJECT

    /// By Tab alone.
    void tabTo(QWidget* wanted)
    {
        for (int i = 0; i < 200 && QApplication::focusWidget() != wanted; ++i)
            key(Qt::Key_Tab);
        QVERIFY2(QApplication::focusWidget() == wanted, qPrintable(wanted->objectName()));
    }
    /// In the draft, which has the focus.
    void putLevel(const char* id, const char* to)
    {
        for (std::size_t i = 0; i < domain().issues.size() && board()->current() != issue(id); ++i)
            key(Qt::Key_J);
        for (std::size_t i = 0; i < domain().issues.size() && board()->current() != issue(id); ++i)
            key(Qt::Key_K);
        const auto wanted = level(issue(id), to);
        for (int i = 0; i < 8 && board()->draft().levels[issue(id)] != wanted; ++i)
            key(board()->draft().levels[issue(id)] > wanted ? Qt::Key_Left : Qt::Key_Right);
        QCOMPARE(std::size_t{board()->draft().levels[issue(id)]}, wanted);
    }
    /// Walks by arrows to what is wanted in the menu that is open, and takes it; a menu in it goes on being walked.
    static void takeFromMenu(QStringList names)
    {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (const auto& name : names) {
            const auto isThere = [&] {
                const auto* action = menu->activeAction();
                return action && (action->menu() ? action->menu()->objectName() : action->objectName()) == name;
            };
            for (int i = 0; i < 30 && !isThere(); ++i)
                QTest::keyClick(menu, Qt::Key_Down);
            QVERIFY2(isThere(), qPrintable(name));
            auto* below = menu->activeAction()->menu();
            QTest::keyClick(menu, Qt::Key_Return);
            if (below)
                menu = below;
        }
    }

private slots:
    void init() { openNegotiate(); }
    void cleanup() { closeWindow(); }

    void aRehearsalFromThePreparationToTheDebriefAndBackOutOfTheWorkbook()
    {
        QTRY_VERIFY(!m_page->isBusy());
        // prepare
        tabTo(in<QComboBox>(m_page, "persona"));
        key(Qt::Key_Down); // the late mover
        tabTo(m_page->prepare()->grid());
        key(Qt::Key_Right);
        QCOMPARE(m_page->prepare()->grid()->chosenName(), QString("Security first"));
        tabTo(in<QSlider>(m_page, "chance"));
        key(Qt::Key_Left);
        QCOMPARE(in<QSlider>(m_page, "chance")->value(), 69);
        tabTo(in<QCheckBox>(m_page, "cautionsRead"));
        key(Qt::Key_Space);
        key(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), button("openTable"));
        key(Qt::Key_Space);
        QVERIFY2(m_page->step() == NegotiatePage::Step::Table, qPrintable(m_page->message()));

        // eight rounds, the draft by keys
        for (int round = 1; round <= 8 && !m_page->rehearsal()->isOver() && !m_page->rehearsal()->isLastWord(); ++round) {
            QCOMPARE(m_page->rehearsal()->round(), round);
            tabTo(board());
            if (round == 1) {
                putLevel("minerals", "general");
                putLevel("purchases", "most");
                putLevel("tariff", "t30");
                QVERIFY2(board()->accessibleDescription().startsWith("US tariff: "), qPrintable(board()->accessibleDescription()));
            }
            if (round == 3)
                putLevel("visas", "more");
            if (round == 8)
                putLevel("tariff", "t18");
            const auto draft = board()->draft();
            const auto before = m_page->rehearsal()->view(Side::US).moves().size();
            for (int press = 0; press < 2 && m_page->rehearsal()->view(Side::US).moves().size() == before; ++press)
                key(Qt::Key_Return, Qt::ControlModifier); // twice when it is worth less than what is on offer
            QVERIFY(m_page->rehearsal()->view(Side::US).moves()[before].package == draft);
        }
        if (!m_page->rehearsal()->isOver()) {
            QVERIFY(m_page->rehearsal()->isLastWord());
            tabTo(button("acceptOffer"));
            key(Qt::Key_Space);
        }

        // debrief: what the marks say, by arrows
        QVERIFY2(m_page->step() == NegotiatePage::Step::Debrief, qPrintable(m_page->message()));
        const auto debrief = *m_page->rehearsal()->debrief();
        QVERIFY(debrief.deal);
        tabTo(m_page->debrief()->plane());
        key(Qt::Key_Right);
        QVERIFY(in<QLabel>(m_page, "spotTold")->text().startsWith("Today: "));
        const auto title = in<QLabel>(m_page, "debriefTitle")->text();

        // begun anew, and opened again out of the workbook
        tabTo(button("playAgain"));
        key(Qt::Key_Space);
        QVERIFY(m_page->step() == NegotiatePage::Step::Prepare && !m_page->rehearsal());
        auto* files = in<QToolButton>(m_page, "rehearsalFiles");
        tabTo(files);
        QTimer::singleShot(0, m_page, [] { takeFromMenu({"keptRehearsals", "kept:rehearsal"}); }); // the menu may be a loop of its own
        key(Qt::Key_Space);
        QTRY_VERIFY2(m_page->rehearsal(), qPrintable(m_page->message()));
        QVERIFY(m_page->step() == NegotiatePage::Step::Debrief);
        QCOMPARE(in<QLabel>(m_page, "debriefTitle")->text(), title);
        QVERIFY(m_page->rehearsal()->debrief()->deal->package == debrief.deal->package);
    }
    void breakingOffAsksOnceMore()
    {
        tickAndOpen();
        tabTo(button("breakOff"));
        key(Qt::Key_Space);
        QVERIFY(!m_page->rehearsal()->isOver());
        key(Qt::Key_Space);
        QVERIFY(m_page->rehearsal()->isOver() && m_page->step() == NegotiatePage::Step::Debrief);
        QVERIFY(in<QLabel>(m_page, "debriefTitle")->text().startsWith("No deal"));
    }
};

CHOKEPOINT_TEST(KeyboardTalksTest, QApplication)
#include "KeyboardTalksTest.moc"
