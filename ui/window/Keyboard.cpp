// Builds shortcuts and their list.
#include "window/Keyboard.h"

#include "look/Theme.h"
#include "window/MainWindow.h"
#include "window/Pages.h"

#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QShortcut>
#include <QToolButton>

#include <algorithm>

namespace chokepoint::ui {
namespace {

/// The areas that can be seen, in the order of F6: those of the page, then the bar.
std::vector<Page::Area> areasOf(MainWindow& window)
{
    auto areas = window.pageOf(window.currentPage())->areas();
    if (auto* scenario = window.findChild<QToolButton*>(QStringLiteral("scenario")))
        areas.push_back({scenario, scenario->parentWidget()});
    std::erase_if(areas, [](const Page::Area& area) { return !area.first || !area.first->isVisible(); });
    return areas;
}

void moveFocus(MainWindow& window, int step)
{
    const auto areas = areasOf(window);
    const auto count = static_cast<int>(areas.size());
    if (count == 0)
        return;
    const auto* focused = QApplication::focusWidget();
    const auto now = std::ranges::find_if(areas, [&](const Page::Area& area) {
        return focused && (focused == area.first || focused == area.whole || area.whole->isAncestorOf(focused));
    });
    const int place = static_cast<int>(now - areas.begin());
    const int next = now == areas.end() ? (step > 0 ? 0 : count - 1) : (place + step + count) % count;
    areas[static_cast<std::size_t>(next)].first->setFocus(Qt::TabFocusReason);
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

/// "Ctrl+1 to 4" for four pages.
QString pageKeys() { return MainWindow::tr("Ctrl+1 to %1").arg(pageKinds().size()); }

} // namespace

QList<std::pair<QString, QString>> keysInWords()
{
    return {
        {MainWindow::tr("Tab, Shift+Tab"), MainWindow::tr("next control, control before")},
        {MainWindow::tr("F6, Shift+F6"), MainWindow::tr("next area: measures, charts, results, top bar")},
        {MainWindow::tr("Ctrl+F"), MainWindow::tr("search measures")},
        {MainWindow::tr("Left, Right"),
         MainWindow::tr("on a measure: next setting or step; on a chart: cross-hair by a quarter; on the years: another year")},
        {MainWindow::tr("Home, End"), MainWindow::tr("on a slider: its ends; Home on a chart: default years")},
        {MainWindow::tr("+, −"), MainWindow::tr("on a chart: fewer years, more years up to 2035")},
        {MainWindow::tr("Enter, Space"), MainWindow::tr("on a group: fold or open; on a name: its pane; on a title: choose a series")},
        {MainWindow::tr("Esc"), MainWindow::tr("close the pane or a menu")},
        {MainWindow::tr("Space"), MainWindow::tr("anywhere else: replay the last change")},
        {MainWindow::tr("Ctrl+Z, Ctrl+Y"), MainWindow::tr("undo, redo")},
        {pageKeys(), MainWindow::tr("the pages, in the order of the bar")},
        {MainWindow::tr("Alt+0"), MainWindow::tr("overview")},
        {MainWindow::tr("Alt+1, 2, 4, 6"), MainWindow::tr("number of charts")},
        {MainWindow::tr("Ctrl+T"), MainWindow::tr("on a chart: its numbers as a table")},
        {MainWindow::tr("Ctrl+E"), MainWindow::tr("events on the charts, or none")},
        {MainWindow::tr("Ctrl+L"), MainWindow::tr("law of a past quarter")},
        {MainWindow::tr("Ctrl+Tab"), MainWindow::tr("on the page Flows: next of its four leaves")},
        {MainWindow::tr("Ctrl+arrows, Ctrl+Return"), MainWindow::tr("on the map: links of a card, follow the link")},
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
    on(Qt::CTRL | Qt::Key_L, [&window] { window.go({.page = "explore", .part = "law"}); });
    if (auto* file = window.findChild<QToolButton*>(QStringLiteral("file")); file && file->menu()) {
        auto* action = file->menu()->addAction(MainWindow::tr("Keyboard…"), &window, [&window] { showKeys(window); });
        action->setObjectName(QStringLiteral("showKeys"));
        action->setShortcut(Qt::Key_F1);
        window.addAction(action);
    }
}

} // namespace chokepoint::ui
