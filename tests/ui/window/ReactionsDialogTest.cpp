// Reaction rules as a person uses them: switched on, seen on the charts and in the rows, changed, saved and opened again.
#include "TestProgram.h"
#include "WindowTest.h"

#include "api/MoveAnswer.h"
#include "charts/BoardFigure.h"
#include "levers/LeverFoot.h"
#include "levers/LeverPanel.h"
#include "levers/LeverRow.h"
#include "parts/StopSlider.h"
#include "window/SettingPicker.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QToolButton>

#include <algorithm>

using namespace chokepoint;
using namespace chokepoint::ui;

class ReactionsDialogTest : public test::WindowTest {
    Q_OBJECT

    QDialog* openDialog()
    {
        pick(in<QToolButton>(m_window.get(), "file")->menu(), "openReactions");
        auto* dialog = in<QDialog>(m_window.get(), "reactionRules");
        if (!dialog || !QTest::qWaitForWindowExposed(dialog))
            QTest::qFail("the dialog does not open", __FILE__, __LINE__);
        return dialog;
    }
    std::vector<FigureMark> answerMarks(const char* id) const
    {
        auto marks = figureMarks(figureRuns(*m_board), series(id), true);
        std::erase_if(marks, [](const FigureMark& mark) { return mark.kind != MarkKind::Answer; });
        return marks;
    }
    QString rowAnswer(const char* id) const { return in<LeverPanel>(m_window.get(), "leverPanel")->row(id)->answer(); }
    void makeHarsh() { m_board->setMeasure(measure("affiliates_50"), "in_force"); }

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void answersAreOffUntilTheyAreAskedFor()
    {
        makeHarsh();
        QVERIFY(m_board->answers().empty() && m_board->played() == m_board->scenario() && answerMarks("minerals.supply_index").empty());
        const auto before = m_board->present().series;
        const auto steps = m_board->history().count();
        auto* menu = in<QToolButton>(m_window.get(), "file")->menu();
        pick(menu, "answersOn");
        QVERIFY(m_board->reactions().isOn && !m_board->answers().empty());
        const auto row = seriesRow("minerals.supply_index");
        QVERIFY(m_board->present().series[row] != before[row]);
        QVERIFY(m_board->present().series == test::engine().project(m_board->played()).series);
        QCOMPARE(m_board->scenario().changes.size(), std::size_t{1}); // the package itself stays
        QCOMPARE(m_board->history().count(), steps);
        const auto marks = answerMarks("minerals.supply_index");
        QVERIFY(!marks.empty() && marks.front().time == test::quarter("2027Q2").begin());
        QVERIFY(marks.front().label.starts_with("Answer: ") && marks.front().whole.find("Affiliates rule") != std::string::npos);
        QTRY_VERIFY(rowAnswer("cn_rare_earth").contains("in answer to"));
        QVERIFY(rowAnswer("hbm_export").isEmpty());
        pick(menu, "answersOn");
        QVERIFY(m_board->present().series == before && answerMarks("minerals.supply_index").empty());
        QTRY_VERIFY(rowAnswer("cn_rare_earth").isEmpty());
    }
    void rowsAnswerForWhatIsPlayed()
    {
        auto* panel = in<LeverPanel>(m_window.get(), "leverPanel");
        const auto isUsable = [&] { return in<StopSlider>(panel->row("hbm_cap_units"))->isEnabled(); };
        m_board->setMeasure(measure("hbm_cap_units"), "3");
        QTRY_VERIFY(panel->isAnswered() && !panel->row("hbm_cap_units")->answer().isEmpty());
        const auto before = panel->row("hbm_cap_units")->answer();
        QVERIFY(!isUsable());
        // Washington relaxes under a cap in answer to the cap itself: planted, so that the row acts by the answer alone
        m_board->setReactions({true, {{.id = "planted", .measure = "hbm_cap_units", .value = "3", .after = 0, .answer = "hbm_export",
                                       .answerValue = "hbm3_cap"}}, {}});
        QCOMPARE(m_board->answers().size(), std::size_t{1});
        QTRY_VERIFY(panel->isAnswered());
        QVERIFY(isUsable());
        const auto row = measure("hbm_cap_units");
        const auto told = answerMove(m_board->engine(), m_board->played(), row, {seriesRow("compute.china_effective")});
        QVERIFY(told.kind == MoveAnswer::Kind::Effect);
        QVERIFY2(panel->row("hbm_cap_units")->answer() != before, qPrintable(before));
    }
    void theFootFollowsAnAnswerThatComesAndGoes()
    {
        makeHarsh();
        auto* panel = in<LeverPanel>(m_window.get(), "leverPanel");
        auto* menu = in<QToolButton>(m_window.get(), "file")->menu();
        pick(menu, "answersOn");
        QTRY_VERIFY(panel->isAnswered() && rowAnswer("cn_rare_earth").contains("in answer to"));
        emit panel->row("cn_rare_earth")->handled(measure("cn_rare_earth")); // taken in hand
        const auto* told = in<QLabel>(panel->foot(), "answer");
        QVERIFY2(told->text().contains("in answer to"), qPrintable(told->text()));
        auto reactions = m_board->reactions();
        for (auto& rule : reactions.rules)
            rule.after += 2;
        m_board->setReactions(reactions); // the answer comes later, and the foot says so
        QTRY_COMPARE(told->text(), rowAnswer("cn_rare_earth"));
    }
    void whatIsUntouchedDiffersByExactlyZero()
    {
        auto* dialog = openDialog();
        QTest::keyClick(in<QCheckBox>(dialog, "rulesOn"), Qt::Key_Space);
        QVERIFY(m_board->reactions().isOn && m_board->answers().empty());
        QVERIFY(m_board->present().series == m_board->reference().series);
        QVERIFY(in<QLabel>(dialog, "rulesCount")->text().contains("nothing on the table is answered"));
        makeHarsh();
        QVERIFY(in<QLabel>(dialog, "rulesCount")->text().contains("brings"));
        const auto all = m_board->answers().size();
        auto* least = in<QSpinBox>(dialog, "rulesLeast");
        least->selectAll();
        QTest::keyClicks(least, "100");
        QTest::keyClick(least, Qt::Key_Return);
        QVERIFY(all > 0 && m_board->answers().empty());
    }
    void rulesThatAreRefusedChangeNothingAndAreTold()
    {
        makeHarsh();
        auto odd = m_board->reactions();
        odd.chances.least = 2; // nobody asks for it while no answers come
        m_board->setReactions(odd);
        const auto before = m_board->present().series;
        auto on = odd;
        on.isOn = true;
        QCOMPARE(test::errorOf([&] { m_board->setReactions(on); }).refusal().id, std::string("chance_out_of_range"));
        QVERIFY(m_board->reactions() == odd && m_board->answers().empty() && m_board->present().series == before);
        QVERIFY(m_board->played() == m_board->scenario());
        auto* menu = in<QToolButton>(m_window.get(), "file")->menu();
        pick(menu, "answersOn");
        QVERIFY(!in<QAction>(m_window.get(), "answersOn")->isChecked() && m_board->reactions() == odd);
        QVERIFY2(m_window->message().contains("chance"), qPrintable(m_window->message()));
        auto* dialog = openDialog(); // shows a sound chance in its place
        QTest::keyClick(in<QCheckBox>(dialog, "rulesOn"), Qt::Key_Space);
        QVERIFY(m_board->reactions().isOn && m_board->reactions().chances.least <= 1);
    }
    void enterInAListOrAFieldLeavesNoDialogThatOnlyShows_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("name");
        QTest::newRow("reaction rules") << "openReactions" << "reactionRules";
        QTest::newRow("sets of assumptions") << "openSets" << "assumptionSets";
        QTest::newRow("news log") << "openNews" << "newsLog";
        QTest::newRow("history") << "openHistory" << "history";
        QTest::newRow("share code") << "openShare" << "share";
    }
    void enterInAListOrAFieldLeavesNoDialogThatOnlyShows()
    {
        QFETCH(QString, action);
        QFETCH(QString, name);
        makeHarsh();
        pick(in<QToolButton>(m_window.get(), "file")->menu(), action);
        auto* dialog = in<QDialog>(m_window.get(), qPrintable(name));
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        int parts = 0;
        for (auto* part : dialog->findChildren<QWidget*>())
            if (part->isVisible() && part->isEnabled() && (qobject_cast<QListWidget*>(part) || qobject_cast<QLineEdit*>(part))) {
                QTest::keyClick(part, Qt::Key_Return);
                QVERIFY2(dialog->isVisible(), qPrintable(part->objectName()));
                ++parts;
            }
        QVERIFY(parts > 0 || name == "share");
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(dialog->isVisible());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
    }
    void whatARuleRestsOnIsReadFromItsBeginning()
    {
        auto* about = in<QLineEdit>(openDialog(), "ruleAbout");
        QVERIFY(about->fontMetrics().horizontalAdvance(about->text()) > about->width());
        QCOMPARE(about->cursorPosition(), 0);
    }
    void rulesAreChangedAddedRemovedAndReset()
    {
        makeHarsh();
        auto* dialog = openDialog();
        QTest::keyClick(in<QCheckBox>(dialog, "rulesOn"), Qt::Key_Space);
        auto* list = in<QListWidget>(dialog, "rules");
        const int count = static_cast<int>(shippedReactions(test::engine()).size());
        QCOMPARE(list->count(), count);
        list->setCurrentRow(0); // affiliates rule and rare earths
        auto* after = in<QSpinBox>(dialog, "ruleAfter");
        after->selectAll();
        QTest::keyClicks(after, "6");
        click(in<QPushButton>(dialog, "changeRule"));
        QVERIFY(m_board->answers().front().change.from == test::quarter("2028Q3"));
        QVERIFY(list->item(0)->text().contains("6 quarters later"));
        // a measure that answers itself is refused in words
        auto* answer = in<QComboBox>(in<SettingPicker>(dialog, "ruleAnswer"), "measure");
        answer->setCurrentIndex(answer->findData("affiliates_50"));
        click(in<QPushButton>(dialog, "addRule"));
        QVERIFY(in<QLabel>(dialog, "rulesTold")->text().contains("answers itself"));
        QCOMPARE(list->count(), count);
        answer->setCurrentIndex(answer->findData("cn_boeing"));
        auto* number = in<QLineEdit>(in<SettingPicker>(dialog, "ruleAnswer"), "number");
        number->selectAll();
        QTest::keyClicks(number, "0");
        click(in<QPushButton>(dialog, "addRule"));
        QCOMPARE(list->count(), count + 1);
        QVERIFY(std::ranges::any_of(m_board->answers(), [](const auto& each) { return each.change.measure == "cn_boeing"; }));
        QTemporaryDir folder;
        const auto file = folder.filePath("mine.txt");
        m_window->dialogs().answerNext(file);
        click(in<QPushButton>(dialog, "saveRules"));
        const auto mine = m_board->reactions().rules;
        click(in<QPushButton>(dialog, "removeRule"));
        QCOMPARE(list->count(), count);
        click(in<QPushButton>(dialog, "resetRules"));
        QVERIFY(m_board->reactions().rules == shippedReactions(test::engine()));
        m_window->dialogs().answerNext(file);
        click(in<QPushButton>(dialog, "openRules"));
        QCOMPARE(m_board->reactions().rules.size(), mine.size());
        QVERIFY(m_board->reactions().rules.front().after == 6 && m_board->reactions().rules.back().answer == "cn_boeing");
        QFile bent(file);
        QVERIFY(bent.open(QIODevice::WriteOnly) && bent.write("when pigs fly\n") > 0);
        bent.close();
        m_window->dialogs().answerNext(file);
        click(in<QPushButton>(dialog, "openRules"));
        QVERIFY(in<QLabel>(dialog, "rulesTold")->text().contains("no reaction rule"));
        QCOMPARE(m_board->reactions().rules.size(), mine.size());
    }
};

CHOKEPOINT_TEST(ReactionsDialogTest, QApplication)
#include "ReactionsDialogTest.moc"
