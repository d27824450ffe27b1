// The part of the menu that takes results along: as CSV, spreadsheet, IAMC table, bundle with all that belongs to them, or brief.
#pragma once

#include "api/DataExport.h"
#include "bridge/Board.h"
#include "bridge/Draws.h"
#include "bridge/Job.h"
#include "parts/FileDialogs.h"

#include <QDate>
#include <QObject>

#include <functional>

class QMenu;

namespace chokepoint::ui {

class MainWindow;

/// Runs what is to be written in the background, writes the file whole or not at all, and tells in the window what came of it.
class ExportMenu : public QObject {
    Q_OBJECT
public:
    /// Adds its actions to `menu`. Window and board must outlive it; `today` is asked when a file is made.
    ExportMenu(MainWindow& window, Board& board, QMenu* menu, std::function<QDate()> today);

    /// Asks where and writes a text that is there already, such as a table of a page.
    void saveText(const std::string& text, const QString& name, FileDialogs::Kind kind = FileDialogs::Kind::Table);
    bool isRunning() const { return m_job.isRunning(); }
    ExportOrigin origin() const;
    /// Behind the bands; those of the charts unless a test wants fewer.
    void setDraws(std::size_t draws) { m_draws = draws; }

private:
    using Writer = std::string (*)(const ExportContent& content);
    void ask(const QString& ending, FileDialogs::Kind kind, Writer writer, bool isByYear, std::vector<std::size_t> series);
    void askShown();
    /// Places in the catalogue of the series of the charts that can be seen, and of those that stand with them.
    std::vector<std::size_t> shownSeries() const;
    void write(const QString& file, const std::string& bytes);
    void askBrief(const QString& ending, FileDialogs::Kind kind);

    MainWindow& m_window;
    Board& m_board;
    std::function<QDate()> m_today;
    std::size_t m_draws = Draws::fineDraws;
    Job m_job;
};

} // namespace chokepoint::ui
