// The dialogs of the workbook that the menu opens: names and notes, news, history, sets of assumptions, and the share code.
#include "window/MainWindow.h"

#include "api/Versions.h"
#include "parts/DataText.h"
#include "parts/Text.h"
#include "sheet/FigureWindow.h"
#include "window/AssumptionsDialog.h"
#include "window/ExportMenu.h"
#include "window/HistoryDialog.h"
#include "window/NewsDialog.h"
#include "window/ReactionsDialog.h"
#include "window/NotesDialog.h"
#include "window/ShareDialog.h"

#include <QFile>
#include <QMenu>

namespace chokepoint::ui {
namespace {

/// Over the window, which stays open to repaint; it removes itself.
void openOver(QDialog* dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

/// The title of a figure, with its letter once there is more than the first.
QString keptName(const Catalogue& catalogue, const KeptSheet& figure)
{
    try {
        const auto revision = readSheetText(catalogue, figure.origin).request.revision;
        return revision == "A" ? text(figure.title) : MainWindow::tr("%1 (revision %2)").arg(text(figure.title), text(revision));
    } catch (const InputError&) { // of another version of the data book; opening it says so
        return text(figure.title);
    }
}

} // namespace

void MainWindow::addDialogs(QMenu* menu)
{
    const auto add = [&](const char* name, const QString& words, auto&& then) {
        menu->addAction(menuText(words), this, then)->setObjectName(QLatin1String(name));
    };
    add("openNotes", tr("Name and notes…"), [this] { openOver(new NotesDialog(m_board, this)); });
    add("openNews", tr("News log…"), [this] { openNews(); });
    add("openHistory", tr("History…"), [this] { openOver(new HistoryDialog(m_board, this)); });
    add("openSets", tr("Sets of assumptions…"), [this] { openOver(new AssumptionsDialog(m_board, this)); });
    add("openReactions", tr("Reaction rules…"), [this] { openOver(new ReactionsDialog(m_board, m_dialogs, this)); });
    auto* answers = menu->addAction(menuText(tr("The other side answers")));
    answers->setObjectName(QStringLiteral("answersOn"));
    answers->setCheckable(true);
    answers->setToolTip(tr("Adds to the package what the reaction rules say that the other side does about it."));
    connect(answers, &QAction::triggered, this, [this, answers](bool isOn) {
        auto view = m_board.reactions();
        view.isOn = isOn;
        try {
            m_board.setReactions(view);
        } catch (const InputError& error) {
            answers->setChecked(m_board.reactions().isOn);
            showMessage(error);
        }
    });
    connect(&m_board, &Board::changed, answers, [this, answers] { answers->setChecked(m_board.reactions().isOn); });
    auto* figures = menu->addMenu(menuText(tr("Figures")));
    figures->setObjectName(QStringLiteral("keptFigures"));
    connect(figures, &QMenu::aboutToShow, this, [this, figures] { listFigures(figures); });
    add("openShare", tr("Share code…"), [this] {
        try {
            openOver(new ShareDialog(m_board, this));
        } catch (const InputError& error) {
            showMessage(error);
        }
    });
}

/// Those that the workbook keeps, the newest first.
void MainWindow::listFigures(QMenu* menu)
{
    menu->clear();
    const auto figures = m_board.workbook().view.figures;
    for (auto figure = figures.rbegin(); figure != figures.rend(); ++figure)
        menu->addAction(menuText(keptName(m_board.catalogue(), *figure)), this,
                        [this, origin = figure->origin] { openKeptFigure(origin); });
    if (figures.empty())
        menu->addAction(tr("None yet: choose Figure… in the menu of a chart"))->setEnabled(false);
    if (figures.empty())
        return;
    menu->addSeparator();
    menu->addAction(tr("Remove the last one"), this, [this] {
        auto left = m_board.workbook().view.figures;
        left.pop_back();
        m_board.keepFigures(std::move(left));
    });
}

void MainWindow::openKeptFigure(const std::string& origin)
{
    try {
        FigureWindow::openOver(m_board, m_draws, subjectOf(m_board.engine(), origin), this);
    } catch (const InputError& error) {
        showMessage(error);
    }
}

bool MainWindow::openFigure(const QString& file)
{
    constexpr qint64 largest = 64 * 1024 * 1024;
    QFile picture(file);
    if (!picture.open(QIODevice::ReadOnly) || picture.size() > largest)
        return false;
    const auto origin = originIn(picture.readAll());
    if (!origin)
        return false;
    try {
        const auto subject = subjectOf(m_board.engine(), *origin);
        m_board.openScenario(subject.scenarios.front());
        if (scenarioHash(m_board.engine(), m_board.scenario(), m_board.assumedBaseline())
            != scenarioHash(m_board.engine(), subject.scenarios.front(), subject.baseline))
            m_board.setBaseline(subject.baseline);
        FigureWindow::openOver(m_board, m_draws, subject, this);
    } catch (const InputError& error) {
        showMessage(error);
    }
    return true;
}

/// Behind the dialogs of the workbook: what leaves it.
void MainWindow::addExports(QMenu* menu)
{
    m_exports = new ExportMenu(*this, m_board, menu, [this] { return m_today.isValid() ? m_today : QDate::currentDate(); });
}

void MainWindow::openNews(std::optional<std::size_t> measure)
{
    openOver(new NewsDialog(m_board, m_today.isValid() ? m_today : QDate::currentDate(), measure, this));
}

} // namespace chokepoint::ui
