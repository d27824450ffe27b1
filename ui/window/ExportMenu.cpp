// Asks for a file, runs the scenario with its bands, and writes.
#include "window/ExportMenu.h"

#include "api/Files.h"
#include "charts/ChartCard.h"
#include "export/BriefPdf.h"
#include "parts/DataText.h"
#include "parts/Text.h"
#include "window/MainWindow.h"

#include <QApplication>
#include <QFileInfo>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace chokepoint::ui {

ExportMenu::ExportMenu(MainWindow& window, Board& board, QMenu* menu, std::function<QDate()> today)
    : QObject(&window), m_window(window), m_board(board), m_today(std::move(today))
{
    m_job.setLanguage(board.language());
    connect(&m_job, &Job::failed, this, [this](const QString& why) { m_window.say(why); });
    auto* formats = menu->addMenu(tr("Export data"));
    formats->setObjectName(QStringLiteral("exportData"));
    const auto add = [&](const char* name, const QString& words, auto then) {
        formats->addAction(menuText(words), this, then)->setObjectName(QLatin1String(name));
    };
    using Kind = FileDialogs::Kind;
    add("exportShown", tr("Charts shown, as CSV…"), [this] { askShown(); });
    add("exportCsv", tr("All results, as CSV…"), [this] { ask(QStringLiteral(".csv"), Kind::Table, dataCsv, false, {}); });
    add("exportXlsx", tr("All results, as a spreadsheet…"),
        [this] { ask(QStringLiteral(".xlsx"), Kind::Spreadsheet, dataXlsx, false, {}); });
    add("exportIamc", tr("All results by year, IAMC format…"),
        [this] { ask(QStringLiteral("-iamc.csv"), Kind::Table, iamcCsv, true, {}); });
    add("exportBundle", tr("Bundle with codebook and equations…"),
        [this] { ask(QStringLiteral(".zip"), Kind::Bundle, exportBundle, false, {}); });
    formats->addSeparator();
    add("briefPdf", tr("Brief of some pages, as PDF…"), [this] { askBrief(QStringLiteral(".pdf"), Kind::Pdf); });
    add("briefMarkdown", tr("Brief of some pages, as Markdown…"), [this] { askBrief(QStringLiteral(".md"), Kind::Markdown); });
}

ExportOrigin ExportMenu::origin() const
{
    return {QApplication::applicationVersion().toStdString(), m_today().toString(Qt::ISODate).toStdString()};
}

std::vector<std::size_t> ExportMenu::shownSeries() const
{
    std::vector<std::size_t> rows;
    const auto add = [&](const std::string& id) {
        const auto row = m_board.catalogue().findSeries(id);
        if (row && m_board.catalogue().series[*row].kind != SeriesKind::Category && std::ranges::find(rows, *row) == rows.end())
            rows.push_back(*row);
    };
    for (const auto* chart : m_window.findChildren<ChartCard*>())
        if (chart->isVisible()) {
            const auto shown = chart->shown();
            add(shown.series);
            for (const auto& companion : shown.companions)
                add(companion);
        }
    if (const auto subject = m_window.pageOf(m_window.currentPage())->subject(); rows.empty() && subject && subject->series)
        add(m_board.catalogue().series[*subject->series].id);
    return rows;
}

void ExportMenu::askShown()
{
    auto rows = shownSeries();
    if (rows.empty())
        m_window.say(tr("No chart is shown here. Turn to Explore, or export all results."));
    else
        ask(QStringLiteral("-charts.csv"), FileDialogs::Kind::Table, dataCsv, false, std::move(rows));
}

/// A run of all series takes some seconds, so it goes on beside the window.
void ExportMenu::ask(const QString& ending, FileDialogs::Kind kind, Writer writer, bool isByYear, std::vector<std::size_t> series)
{
    const auto file = m_window.dialogs().askSave(&m_window, tr("Export data"), text(m_board.scenario().id) + ending, kind);
    if (file.isEmpty())
        return;
    DataRequest request;
    request.pairs = {{m_board.played(), m_board.baseline()}};
    request.series = std::move(series);
    request.isByYear = isByYear;
    request.draws = m_draws;
    request.seed = Draws::seed;
    m_window.say(tr("Exporting %1…").arg(QFileInfo(file).fileName()));
    m_job.start([this, file, writer, request, &engine = m_board.engine(), language = m_board.language(),
                 origin = origin()](const Job::Delivery& desk) mutable {
        request.work = desk.work;
        const auto table = dataTableOf(engine, language, request);
        if (table.parts.empty())
            return; // given up
        desk.deliver([this, file, bytes = writer({engine, language, table, origin})] { write(file, bytes); });
    });
}

/// The runs are made beside the window; pages are laid out on its thread, as all that needs fonts.
void ExportMenu::askBrief(const QString& ending, FileDialogs::Kind kind)
{
    const auto file = m_window.dialogs().askSave(&m_window, tr("Write a brief"), text(m_board.scenario().id) + ending, kind);
    if (file.isEmpty())
        return;
    BriefRequest request;
    request.pair = {m_board.played(), m_board.baseline()};
    request.year = m_board.year();
    request.draws = m_draws;
    request.origin = origin();
    m_window.say(tr("Exporting %1…").arg(QFileInfo(file).fileName()));
    m_job.start([this, file, request, isPdf = kind == FileDialogs::Kind::Pdf, &engine = m_board.engine(),
                 language = m_board.language()](const Job::Delivery& desk) mutable {
        request.work = desk.work;
        const auto brief = briefOf(engine, language, request);
        if (!brief.title.empty())
            desk.deliver([this, file, brief, isPdf, version = request.origin.version] {
                write(file, isPdf ? briefPdf(brief, text(version)).toStdString() : markdownOf(brief));
            });
    });
}

void ExportMenu::saveText(const std::string& content, const QString& name, FileDialogs::Kind kind)
{
    if (const auto file = m_window.dialogs().askSave(&m_window, tr("Export data"), name, kind); !file.isEmpty())
        write(file, content);
}

void ExportMenu::write(const QString& file, const std::string& bytes)
{
    try {
        writeFile(file.toStdString(), bytes);
        m_window.say(tr("Saved as %1.").arg(file));
    } catch (const InputError& error) {
        m_window.showMessage(error);
    }
}

} // namespace chokepoint::ui
