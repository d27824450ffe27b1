// The main window: a bar with scenario, baseline, undo and files; the pages; messages about wrong input.
#pragma once

#include "api/InputError.h"
#include "bridge/Board.h"
#include "look/Theme.h"
#include "parts/FileDialogs.h"
#include "parts/Page.h"

#include <QMainWindow>

#include <functional>

class QHBoxLayout;
class QLabel;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace chokepoint::ui {

class ChoiceBox;
class Draws;
class ExportMenu;
class MessageBar;
class PageBar;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// Board and draws must outlive it; windows on one board share both.
    MainWindow(Board& board, Draws& draws);

    /// A page by its PageKind::id, made when it is first asked for.
    Page* pageOf(const std::string& id);
    /// The same by its class, which knows its id.
    template <class Wanted> Wanted* page() { return static_cast<Wanted*>(pageOf(Wanted::id)); }
    std::string currentPage() const;
    /// Turns to a page.
    void showPage(const std::string& id) { go({.page = id}); }
    /// Turns to a page and shows what the way names.
    void go(const Way& way);
    /// The day, for every page.
    void setToday(QDate today);

    /// Opens a scenario file; a wrong one leaves the board as it is and shows why.
    void openScenario(const QString& file);
    /// Compares with a scenario file; a wrong one changes nothing and shows why.
    void openBaseline(const QString& file);
    /// Opens a table of facts and shows them on the page of sources; a wrong one changes nothing and shows why.
    void openFacts(const QString& file);
    /// Writes the scenario on the board; shows why when it cannot.
    void saveScenario(const QString& file);
    /// Opens the news log; `measure`: what a new line is about, a row of the catalogue.
    void openNews(std::optional<std::size_t> measure = {});
    /// Asks for the files of "Open", "Save as" and "A saved scenario"; tests answer it.
    FileDialogs& dialogs() { return m_dialogs; }
    ExportMenu& exports() { return *m_exports; }
    /// The size at which a window opens on a screen with so much room: the frame and the title bar, which the desktop adds, are kept free.
    static QSize firstSizeOn(QSize available);
    /// The theme of all windows from now on, whatever the desktop has.
    void setTheme(Theme theme);

    /// The message that is shown, empty without one.
    QString message() const;
    /// Shows why something was refused, or says something in words, over the page.
    void showMessage(const InputError& error);
    void say(const QString& words);
    /// Puts the actions of whoever keeps the workbook in a file at the top of the file menu, in place of the window's own for opening.
    void setFileActions(const QList<QAction*>& actions);
    /// Opens the figure that a picture of this program carries, with its scenario on the board; false for any other file. Shows why when it
    /// cannot.
    bool openFigure(const QString& file);
    /// The same of what a picture carries, without touching the board: a figure that the workbook keeps.
    void openKeptFigure(const std::string& origin);
    /// Opens a file of any kind that the program knows: by `opener` once there is one, else as a scenario.
    void openAny(const QString& file);
    void setOpener(std::function<void(const QString& file)> opener) { m_opener = std::move(opener); }

signals:
    /// A scenario file was opened or saved.
    void fileUsed(const QString& file);

protected:
    void keyPressEvent(QKeyEvent*) override;
    void resizeEvent(QResizeEvent*) override;

private:
    QWidget* buildTopBar(QWidget* parent);
    void addBoxes(QHBoxLayout* layout);
    QToolButton* menuButton(QWidget* bar);
    void addThemes(QMenu* menu);
    void addDialogs(QMenu* menu);
    void addExports(QMenu* menu);
    void listFigures(QMenu* menu);
    void buildPages(QWidget* parent);
    void buildActions();
    QToolButton* barButton(QAction* action, const QString& name);
    ChoiceBox* presetBox(const QString& name, const QString& purpose, int widest, void (MainWindow::*choose)(int));
    void listChanges();
    void refresh();
    void showNames();
    void fitBar();
    int roomForBoxes() const;
    void placeBoxes(int room);
    void refreshHistory();
    void choosePreset(int index);
    void chooseBaseline(int index);
    void putOnTop(const Scenario& package);
    void askOpen();
    void askBaseline();
    void askFacts();
    void askSave();

    Board& m_board;
    FileDialogs m_dialogs;
    Draws& m_draws;
    std::vector<Page*> m_made; ///< by place in pageKinds(); none before it is asked for
    QDate m_today;
    std::optional<Way> m_subject; ///< what was told last
    PageBar* m_pageBar = nullptr;
    QStackedWidget* m_pages = nullptr;
    QHBoxLayout* m_tools = nullptr; ///< in the bar: the button of the page
    QLabel* m_against = nullptr;
    ChoiceBox *m_scenario = nullptr, *m_baseline = nullptr;
    QToolButton *m_changes = nullptr, *m_replayButton = nullptr;
    std::size_t m_listedChanges = 0;
    MessageBar* m_messageBar = nullptr;
    ExportMenu* m_exports = nullptr;
    QMenu* m_fileMenu = nullptr;
    std::function<void(const QString& file)> m_opener;
    QAction *m_undo = nullptr, *m_redo = nullptr, *m_open = nullptr, *m_save = nullptr, *m_replay = nullptr;
};

} // namespace chokepoint::ui
