// Builds shortcuts and their list.
#include "window/Keyboard.h"

#include "charts/ChartCard.h"
#include "charts/ChartView.h"
#include "pages/explore/ExplorePage.h"
#include "pages/explore/HeadlinePanel.h"
#include "levers/LeverPanel.h"
#include "look/Theme.h"
#include "window/MainWindow.h"
#include "parts/Segments.h"

#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QShortcut>
#include <QToolButton>

namespace chokepoint::ui {
namespace {

/// The areas of the page in the order of F6: measures, charts, year of the results, bar.
QList<QWidget*> areasOf(const MainWindow& window)
{
    QList<QWidget*> areas{window.explore()->levers()->searchField()};
    for (auto* chart : window.explore()->charts())
        if (chart->isVisible()) {
            areas << chart->view();
            break;
        }
    areas << window.explore()->headlines()->years() << window.findChild<QToolButton*>(QStringLiteral("scenario"));
    areas.removeIf([](const QWidget* area) { return !area || !area->isVisible(); });
    return areas;
}

/// The area that holds the focus, -1 for none.
qsizetype areaOf(const MainWindow& window, const QList<QWidget*>& areas)
{
    const auto* focused = QApplication::focusWidget();
    if (!focused)
        return -1;
    const auto* explore = window.explore();
    for (qsizetype i = 0; i < areas.size(); ++i) {
        const QWidget* room = areas[i] == explore->levers()->searchField() ? static_cast<const QWidget*>(explore->levers())
                            : areas[i] == explore->headlines()->years()    ? static_cast<const QWidget*>(explore->headlines())
                                                                           : areas[i]->parentWidget();
        if (focused == areas[i] || room->isAncestorOf(focused))
            return i;
    }
    return -1;
}

void moveFocus(const MainWindow& window, int step)
{
    const auto areas = areasOf(window);
    if (areas.isEmpty())
        return;
    const auto now = areaOf(window, areas);
    const auto next = now < 0 ? (step > 0 ? 0 : areas.size() - 1) : (now + step + areas.size()) % areas.size();
    areas[next]->setFocus(Qt::TabFocusReason);
}

void showKeys(MainWindow& window)
{
    auto* dialog = new QDialog(&window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("keyboard"));
    dialog->setWindowTitle(MainWindow::tr("Keyboard"));
    auto* layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(20, 16, 20, 16);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(5);
    int row = 0;
    for (const auto& [keys, words] : keysInWords()) {
        auto* key = new QLabel(keys, dialog);
        key->setFont(fontOf(13, QFont::DemiBold));
        grid->addWidget(key, row, 0, Qt::AlignTop | Qt::AlignLeft);
        grid->addWidget(new QLabel(words, dialog), row++, 1);
    }
    layout->addLayout(grid);
    auto* close = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(close, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    layout->addWidget(close);
    dialog->open();
}

} // namespace

QList<std::pair<QString, QString>> keysInWords()
{
    return {
        {MainWindow::tr("Tab, Shift+Tab"), MainWindow::tr("next control, control before")},
        {MainWindow::tr("F6, Shift+F6"), MainWindow::tr("next area: measures, charts, year of the results, bar")},
        {MainWindow::tr("Ctrl+F"), MainWindow::tr("search measures")},
        {MainWindow::tr("Left, Right"),
         MainWindow::tr("on a measure: next level or step; on a chart: cross-hair by a quarter; on the years: another year")},
        {MainWindow::tr("Home, End"), MainWindow::tr("on a slider: its ends; Home on a chart: usual years")},
        {MainWindow::tr("+, −"), MainWindow::tr("on a chart: fewer years, more years up to 2035")},
        {MainWindow::tr("Enter, Space"), MainWindow::tr("on a group: fold or open; on a name: its pane; on a title: choose a series")},
        {MainWindow::tr("Esc"), MainWindow::tr("close the pane or a menu")},
        {MainWindow::tr("Space"), MainWindow::tr("elsewhere: show the last change again")},
        {MainWindow::tr("Ctrl+Z, Ctrl+Y"), MainWindow::tr("undo, redo")},
        {MainWindow::tr("Ctrl+1, 2, 3"), MainWindow::tr("the pages Explore, Why, Sources")},
        {MainWindow::tr("Alt+1, 2, 4, 6"), MainWindow::tr("number of charts")},
        {MainWindow::tr("Ctrl+E"), MainWindow::tr("events on the charts, or none")},
        {MainWindow::tr("Ctrl+L"), MainWindow::tr("law as of a date")},
        {MainWindow::tr("Ctrl+O, Ctrl+Shift+S"), MainWindow::tr("open a scenario, save it")},
        {MainWindow::tr("F1"), MainWindow::tr("this list")},
    };
}

void addKeyboard(MainWindow& window)
{
    const auto on = [&](const QKeySequence& keys, auto act) {
        QObject::connect(new QShortcut(keys, &window), &QShortcut::activated, &window, act);
    };
    on(Qt::Key_F6, [&window] { moveFocus(window, 1); });
    on(Qt::SHIFT | Qt::Key_F6, [&window] { moveFocus(window, -1); });
    const std::array<std::pair<Qt::Key, int>, 4> counts{{{Qt::Key_1, 1}, {Qt::Key_2, 2}, {Qt::Key_4, 4}, {Qt::Key_6, 6}}};
    for (const auto& [key, count] : counts)
        on(Qt::ALT | key, [&window, count = count] { window.setChartCount(count); });
    on(Qt::CTRL | Qt::Key_L, [&window] { window.explore()->levers()->openLaw(); });
    if (auto* file = window.findChild<QToolButton*>(QStringLiteral("file")); file && file->menu()) {
        auto* action = file->menu()->addAction(MainWindow::tr("Keyboard …"), &window, [&window] { showKeys(window); });
        action->setObjectName(QStringLiteral("showKeys"));
        action->setShortcut(Qt::Key_F1);
        window.addAction(action);
    }
}

} // namespace chokepoint::ui
