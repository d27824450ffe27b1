// Every key on every widget with nothing chosen: whatever it does, the program goes on. Models answer every index.
#include "TestProgram.h"
#include "WindowTest.h"

#include "levers/LeverPanel.h"
#include "pages/explore/ExplorePage.h"
#include "pages/sources/SourcesPage.h"
#include "pages/why/WhyPage.h"
#include "parts/FactTable.h"

#include <QAbstractItemModelTester>
#include <QAbstractProxyModel>
#include <QAction>
#include <QLineEdit>
#include <QPointer>
#include <QShortcut>
#include <QTableView>
#include <QTimer>

#include <functional>

using namespace chokepoint;
using namespace chokepoint::ui;

class EveryKeyTest : public test::WindowTest {
    Q_OBJECT

    QTimer m_closer; ///< closes menus and dialogs that a key opened, which else wait for a hand

    /// Keys that widgets of Qt know, and all shortcuts of the window.
    QList<QKeyCombination> keys() const
    {
        QList<QKeyCombination> all;
        for (const auto key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_Escape, Qt::Key_Delete, Qt::Key_Backspace, Qt::Key_Insert, Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down,
                               Qt::Key_Home, Qt::Key_End, Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_F2, Qt::Key_Plus, Qt::Key_Minus, Qt::Key_Menu, Qt::Key_A})
            all << QKeyCombination(key);
        for (const auto key : {Qt::Key_A, Qt::Key_C, Qt::Key_V, Qt::Key_X, Qt::Key_Home, Qt::Key_End, Qt::Key_Left, Qt::Key_Right})
            all << (Qt::CTRL | key);
        for (const auto key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down})
            all << (Qt::SHIFT | key);
        const auto add = [&](const QKeySequence& sequence) {
            if (!sequence.isEmpty() && !all.contains(sequence[0]))
                all << sequence[0];
        };
        for (const auto* action : m_window->findChildren<QAction*>())
            for (const auto& sequence : action->shortcuts())
                add(sequence);
        for (const auto* shortcut : m_window->findChildren<QShortcut*>())
            add(shortcut->key());
        return all;
    }
    void closeWhatOpened()
    {
        if (auto* popup = QApplication::activePopupWidget())
            popup->close();
        else if (auto* dialog = QApplication::activeModalWidget())
            dialog->close();
    }
    /// Presses every key on every widget that takes the focus; returns how many of them there were.
    int walk(QWidget* page, const std::function<void()>& comeBack)
    {
        QList<QPointer<QWidget>> widgets;
        for (auto* widget : page->findChildren<QWidget*>())
            if (widget->isVisible() && widget->isEnabled() && widget->focusPolicy() != Qt::NoFocus && !widget->inherits("QMenu"))
                widgets << widget;
        const auto all = keys();
        for (const auto& widget : widgets)
            for (const auto key : all) {
                if (widget && !widget->isVisible())
                    comeBack(); // a key before led to another page
                if (!widget)
                    break; // a key before took it away
                widget->setFocus();
                m_window->dialogs().answerNext({}); // open and save are given up
                QTest::keyClick(widget, key.key(), key.keyboardModifiers());
            }
        return static_cast<int>(widgets.size());
    }
    void showSources(SourcesPage::Section section)
    {
        m_window->showPage("sources");
        m_window->page<SourcesPage>()->showSection(section);
        QCoreApplication::processEvents();
    }

private slots:
    void init()
    {
        openWindow();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        connect(&m_closer, &QTimer::timeout, this, &EveryKeyTest::closeWhatOpened, Qt::UniqueConnection);
        m_closer.start(0);
    }
    void cleanup()
    {
        m_closer.stop();
        closeWindow();
    }

    void copyingWithoutAChosenRowDoesNothing()
    {
        showSources(SourcesPage::Section::Parameters);
        for (auto* table : m_window->page<SourcesPage>()->findChildren<FactTable*>()) {
            if (!table->isVisible())
                continue;
            table->search("no such words anywhere");
            QCOMPARE(table->shownCount(), 0);
            QTest::mouseClick(table->table()->viewport(), Qt::LeftButton, {}, table->table()->viewport()->rect().center());
            table->table()->setFocus();
            QTest::keyClick(table->table(), Qt::Key_C, Qt::ControlModifier);
            QVERIFY(table->chosenKey().isEmpty());
        }
    }
    void modelsAnswerEveryIndex()
    {
        for (int section = 0; section <= static_cast<int>(SourcesPage::Section::Literature); ++section)
            showSources(static_cast<SourcesPage::Section>(section));
        const auto tables = m_window->page<SourcesPage>()->findChildren<FactTable*>();
        QVERIFY(tables.size() > 4);
        for (auto* table : tables) {
            auto* shown = qobject_cast<QAbstractProxyModel*>(table->table()->model());
            QAbstractItemModelTester outer(shown, QAbstractItemModelTester::FailureReportingMode::QtTest);
            QAbstractItemModelTester inner(shown->sourceModel(), QAbstractItemModelTester::FailureReportingMode::QtTest);
            table->search("a");
            table->search("no such words anywhere");
            table->search({});
            for (auto* model : {static_cast<QAbstractItemModel*>(shown), shown->sourceModel()}) {
                QVERIFY(!model->data({}, Qt::DisplayRole).isValid());
                QVERIFY(!model->headerData(-1, Qt::Horizontal, Qt::DisplayRole).isValid());
                QVERIFY(!model->headerData(model->columnCount(), Qt::Horizontal, Qt::DisplayRole).isValid());
            }
        }
    }
    void everyKeyOnEveryWidgetOfSources()
    {
        int widgets = 0;
        for (int section = 0; section <= static_cast<int>(SourcesPage::Section::Literature); ++section) {
            showSources(static_cast<SourcesPage::Section>(section));
            for (auto* table : m_window->page<SourcesPage>()->findChildren<FactTable*>())
                table->search("no such words anywhere");
            widgets += walk(m_window->page<SourcesPage>(), [&] { showSources(static_cast<SourcesPage::Section>(section)); });
        }
        QVERIFY(widgets > 20);
    }
    void everyKeyOnEveryWidgetOfWhy()
    {
        int widgets = 0;
        for (int section = 0; section <= static_cast<int>(WhyPage::Section::Claims); ++section) {
            const auto show = [&] {
                m_window->showPage("why");
                m_window->page<WhyPage>()->showSection(static_cast<WhyPage::Section>(section));
                QCoreApplication::processEvents();
            };
            show();
            widgets += walk(m_window->page<WhyPage>(), show);
        }
        QVERIFY(widgets > 20);
    }
    void everyKeyOnEveryWidgetOfExplore()
    {
        m_window->page<ExplorePage>()->showMeasure(0);
        QCoreApplication::processEvents();
        QVERIFY(walk(m_window.get(), [this] { m_window->showPage("explore"); }) > 40);
    }
};

CHOKEPOINT_TEST(EveryKeyTest, QApplication)
#include "EveryKeyTest.moc"
