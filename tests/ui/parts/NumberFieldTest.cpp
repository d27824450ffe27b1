// Typed numbers in every field of the window: read by one rule, refused at the field, and never at odds with the board.
#include "TestProgram.h"
#include "WindowTest.h"

#include "levers/LeverPanel.h"
#include "levers/LeverFoot.h"
#include "levers/LeverRow.h"
#include "pages/explore/ExplorePage.h"
#include "pages/explore/MeasurePane.h"
#include "pages/why/ClaimsView.h"
#include "pages/why/GoalView.h"
#include "pages/why/WhyPage.h"
#include "parts/NumberField.h"
#include "parts/Segments.h"
#include "parts/StopSlider.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>

#include <cmath>

using namespace chokepoint;
using namespace chokepoint::ui;

class NumberFieldTest : public test::WindowTest {
    Q_OBJECT

    LeverRow* budget() { return m_window->page<ExplorePage>()->levers()->row("enforcement_budget"); }
    std::string value() { return m_board->valueOf(measure("enforcement_budget")); }
    void type(QLineEdit* field, const QString& text)
    {
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
    }
    void enter(QLineEdit* field, const QString& text)
    {
        type(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }
    /// Field, slider and board tell the same.
    void verifyAgreement()
    {
        auto* field = in<NumberField>(budget(), "typed");
        QCOMPARE(field->text().toStdString(), value());
        const auto& about = m_board->catalogue().measures[measure("enforcement_budget")];
        const double low = std::stod(about.minimum), high = std::stod(about.maximum);
        QVERIFY(std::fabs(in<StopSlider>(budget())->position() - (std::stod(value()) - low) / (high - low)) < 1e-9);
    }
    /// Why the number was refused; empty when it was not.
    QString said()
    {
        const auto* answer = in<QLabel>(m_window->page<ExplorePage>()->levers()->foot(), "answer");
        return answer->isVisible() && answer->text().contains(QStringLiteral("is not a number")) ? answer->text() : QString();
    }

private slots:
    void init()
    {
        openWindow();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->page<ExplorePage>()->levers()->setOpen("enforcement", true);
        QCoreApplication::processEvents();
    }
    void cleanup() { closeWindow(); }

    void aCommaForAPointIsRefusedAtTheFieldWithWhatToWrite()
    {
        auto* field = in<NumberField>(budget(), "typed");
        const auto before = value();
        enter(field, "200,5");
        QCOMPARE(value(), before);
        QVERIFY2(said().contains("200.5"), qPrintable(said()));
        verifyAgreement();
        enter(field, "200.5");
        QCOMPARE(value(), std::string("200.5"));
        QVERIFY(said().isEmpty());
        verifyAgreement();
    }
    void fieldSliderAndBoardAgreeAfterEnterUndoAPresetAndLeaving()
    {
        auto* field = in<NumberField>(budget(), "typed");
        enter(field, "410.0");
        QCOMPARE(value(), std::string("410"));
        verifyAgreement();
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier); // nothing is being typed: the undo is the window's
        QVERIFY(value() != "410");
        verifyAgreement();
        type(field, "33");
        click(in<QToolButton>(m_window.get(), "redo"));
        QCOMPARE(value(), std::string("410"));
        verifyAgreement();
        type(field, "44");
        m_board->setScenario(test::engine().preset("full_denial"), "denial");
        verifyAgreement();
        type(field, "300");
        m_window->page<ExplorePage>()->levers()->searchField()->setFocus();
        QCOMPARE(value(), std::string("300"));
        verifyAgreement();
        type(field, "thirty");
        m_window->page<ExplorePage>()->levers()->searchField()->setFocus();
        QCOMPARE(value(), std::string("300"));
        QVERIFY(!said().isEmpty());
        verifyAgreement();
    }
    void theFieldOfAChangeReadsByTheSameRule()
    {
        m_board->setChange(measure("enforcement_budget"), test::quarter("2028Q1"), "400");
        m_window->page<ExplorePage>()->showMeasure(measure("enforcement_budget"));
        auto* field = in<NumberField>(m_window->page<ExplorePage>()->pane(), "changeNumber");
        QTRY_VERIFY(field->isVisible());
        enter(field, "200,5");
        QCOMPARE(value(), std::string("400"));
        QVERIFY(in<QLabel>(m_window->page<ExplorePage>()->pane(), "timeMessage")->isVisible());
        QVERIFY(in<QLabel>(m_window->page<ExplorePage>()->pane(), "timeMessage")->text().contains("200.5"));
        QCOMPARE(field->text(), QString("400"));
        enter(field, "500");
        QCOMPARE(value(), std::string("500"));
        m_board->undo();
        QCOMPARE(field->text(), QString("400"));
        verifyAgreement();
    }
    void goalSeekRefusesACommaAndTellsTheBoundAsTyped()
    {
        m_window->showPage("why");
        m_window->page<WhyPage>()->showSection(WhyPage::Section::Goal);
        auto* goal = m_window->page<WhyPage>()->goal();
        auto* field = in<NumberField>(goal, "threshold");
        enter(field, "12,5");
        QVERIFY(in<QLabel>(goal, "goalError")->isVisible() && in<QLabel>(goal, "goalError")->text().contains("12.5"));
        QCOMPARE(field->text(), QString("12,5")); // a field that only asks keeps what was typed
        QVERIFY(!goal->isBusy());
        enter(field, "0.0312345"); // more digits than a result is told with; the goal is met at once
        QVERIFY(in<QLabel>(goal, "goalError")->isHidden());
        QTRY_VERIFY(in<QLabel>(goal, "goalResult")->text().contains("at least 0.0312345"));
    }
    void anOwnClaimIsToldWithThePersonsDigits()
    {
        m_window->showPage("why");
        m_window->page<WhyPage>()->showSection(WhyPage::Section::Claims);
        auto* claims = m_window->page<WhyPage>()->claims();
        in<QListWidget>(claims, "claims")->setCurrentRow(0);
        auto* field = in<NumberField>(claims, "threshold");
        enter(field, "12,5");
        QVERIFY(in<QLabel>(claims, "claimError")->isVisible());
        enter(field, "1,012.345");
        QTRY_VERIFY(!claims->answer().parts.empty());
        const auto told = in<QLabel>(claims, "partWords")->text();
        QVERIFY2(told.contains(QStringLiteral("at least 1,012.345%")), qPrintable(told));
    }
};

CHOKEPOINT_TEST(NumberFieldTest, QApplication)
#include "NumberFieldTest.moc"
