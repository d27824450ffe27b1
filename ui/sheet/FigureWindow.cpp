// What the window holds, and how a change becomes a new page.
#include "sheet/FigureWindow.h"

#include "api/Comparison.h"
#include "api/Engine.h"
#include "api/Files.h"
#include "parts/DataText.h"
#include "parts/Segments.h"
#include "parts/Text.h"
#include "sheet/FigurePaper.h"
#include "sheet/SheetPainter.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>

namespace chokepoint::ui {
namespace {

constexpr std::ptrdiff_t mostTitleLines = 3;

} // namespace

FigureSubject subjectOf(const Board& board, const BoardChart& chart)
{
    FigureSubject subject{{board.played()}, board.assumedBaseline()};
    auto& request = subject.request;
    request.series = chart.series;
    request.year = board.year();
    const bool isStacked = chart.withParts && chart.view == BoardChart::View::Value; // elsewhere a card draws a line
    request.kind = isStacked ? SheetRequest::Kind::Stacked : SheetRequest::Kind::Line;
    request.show = chart.view == BoardChart::View::Difference ? SheetRequest::Show::Difference
                 : chart.view == BoardChart::View::Logarithm  ? SheetRequest::Show::Logarithm
                                                              : SheetRequest::Show::Value;
    request.withEvents = chart.withEvents;
    if (request.show == SheetRequest::Show::Difference)
        request.firstYear = std::min(board.start().year() - 1, request.lastYear - 1);
    request.lastYear = std::max(request.lastYear, request.year);
    return subject;
}

FigureSubject subjectOf(const Engine& engine, const std::string& origin)
{
    const auto carried = readSheetText(engine.catalogue(), origin);
    auto opened = openedSheet(engine, carried);
    FigureSubject subject{std::move(opened.scenarios), std::move(opened.baseline), std::move(opened.request)};
    subject.keptAs = origin;
    if (const auto page = text(carried.page); sheetPageNamed(page))
        subject.page = page;
    const auto styles = sheetStyleNames(); // never a file: a picture of a stranger names none
    if (std::ranges::find(styles, carried.style) != styles.end())
        subject.style = text(carried.style);
    return subject;
}

FigureWindow* FigureWindow::openOver(Board& board, Draws& draws, FigureSubject subject, QWidget* parent)
{
    auto* window = new FigureWindow(board, draws, std::move(subject), parent);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->setWindowFlag(Qt::WindowMaximizeButtonHint);
    const auto room = parent ? parent->size() : QSize(1280, 800);
    window->resize(std::max(room.width() * 24 / 25, 960), std::max(room.height() * 24 / 25, 640));
    window->show();
    return window;
}

const SheetPlan& FigureWindow::plan() const { return m_paper->plan(); }

void FigureWindow::setRequest(const SheetRequest& request)
{
    const bool needsShares = request.kind == SheetRequest::Kind::Waterfall && !(m_evidence && !m_evidence->shares.empty())
                          && m_subject.request.kind != request.kind;
    const bool isOther = needsShares || request.series != m_subject.request.series || request.year != m_subject.request.year;
    m_subject.request = request;
    if (isOther) {
        want();
        findEvidence();
    }
    refresh();
}

void FigureWindow::change(const std::function<void(SheetRequest&)>& edit)
{
    auto request = m_subject.request;
    edit(request);
    setRequest(request);
}

/// The draws of everything that is shown; the board's own are asked for again, for it may move on.
void FigureWindow::want()
{
    const auto row = *m_board.catalogue().findSeries(m_subject.request.series);
    auto all = m_subject.scenarios;
    all.push_back(m_subject.baseline);
    m_draws.want(this, {row}, all);
}

/// In the background, for it takes some tenths of a second.
void FigureWindow::findEvidence()
{
    constexpr std::size_t evidenceDraws = 1000;
    m_evidence.reset();
    const auto row = *m_board.catalogue().findSeries(m_subject.request.series);
    m_job.start([this, &engine = m_board.engine(), scenario = m_subject.scenarios.front(), baseline = m_subject.baseline, row,
                 year = m_subject.request.year,
                 withShares = m_subject.request.kind == SheetRequest::Kind::Waterfall](const Job::Delivery& desk) {
        auto evidence = sheetEvidenceOf(engine, scenario, baseline, row, year, evidenceDraws, withShares);
        desk.deliver([this, evidence = std::move(evidence)] {
            m_evidence = evidence;
            refresh();
        });
    });
}

SheetRuns FigureWindow::runs() const
{
    const auto row = *m_board.catalogue().findSeries(m_subject.request.series);
    m_levels.assign(m_central.size(), std::nullopt);
    const auto runOf = [&](const Scenario& scenario, std::size_t place) {
        const auto* draws = m_draws.drawsOf(scenario);
        if (draws && !draws->has(row))
            draws = nullptr;
        if (draws)
            m_levels[place] = m_draws.levelSpreadOf(scenario, row);
        return SheetRun{&scenario, &m_central[place], draws, m_levels[place] ? &*m_levels[place] : nullptr};
    };
    QDate today; // the program's main window knows it
    for (const auto* above = parentWidget(); above && !today.isValid(); above = above->parentWidget())
        today = above->property("today").toDate();
    SheetRuns runs{m_board.engine(),
                   m_board.language(),
                   {},
                   runOf(m_subject.baseline, m_subject.scenarios.size()),
                   QApplication::applicationVersion().toStdString(),
                   today.toString(Qt::ISODate).toStdString(),
                   m_evidence ? &*m_evidence : nullptr};
    for (std::size_t i = 0; i < m_subject.scenarios.size(); ++i)
        runs.scenarios.push_back(runOf(m_subject.scenarios[i], i));
    return runs;
}

bool FigureWindow::isComplete() const
{
    if (!m_evidence || !m_draws.isFinal())
        return false;
    const auto shown = runs();
    return shown.baseline.draws
        && std::ranges::all_of(shown.scenarios, [](const SheetRun& run) { return run.draws && run.draws->draws() > 0; });
}

void FigureWindow::refresh()
{
    fit();
    showKinds();
    try {
        revise();
        m_sheet = sheetOf(runs(), m_subject.request);
    } catch (const InputError& error) { // the page stays as it was
        say(told(error, m_board.language()));
        return;
    }
    m_paper->showPlan(planOf(m_sheet, m_page, m_style));
    m_paper->setAccessibleName(text(m_sheet.title.words));
    m_paper->setAccessibleDescription(text(m_sheet.alternative.words));
    showSize();
    showTexts();
    showChecks();
    showSights();
    const bool isReady = isComplete();
    for (auto* button : m_exports)
        button->setEnabled(isReady);
}

SheetOrigin FigureWindow::origin() const
{
    auto origin = sheetOriginOf(runs(), m_subject.request);
    origin.page = m_page.id.toStdString();
    origin.style = m_style.id.toStdString();
    return origin;
}

SheetLabel FigureWindow::label() const
{
    return {text(m_sheet.title.words), text(m_sheet.alternative.words), sheetText(origin()), QApplication::applicationVersion()};
}

void FigureWindow::exportTo(const QString& file)
{
    constexpr double sizes[]{onceSize, twiceSize, printSize};
    try {
        const auto bytes = fileOf(plan(), label(), file, sizes[m_dots->current()]);
        writeFile(file.toStdString(), {bytes.constData(), static_cast<std::size_t>(bytes.size())});
        say(tr("Written: %1").arg(file));
    } catch (const InputError& error) {
        say(told(error, m_board.language()));
    }
}

/// The values of the lines by time, with tabs between them.
QString FigureWindow::table() const
{
    QStringList rows;
    for (const auto& row : m_sheet.rows) {
        QStringList cells{pastedText(row.front())};
        for (std::size_t i = 1; i < row.size(); ++i)
            cells << text(row[i]);
        rows << cells.join(QLatin1Char('\t'));
    }
    for (const auto& bar : m_sheet.bars)
        rows << pastedText(bar.name) + QLatin1Char('\t') + QString::number(bar.value, 'g', 17);
    for (const auto& panel : m_sheet.panels)
        for (const auto& line : panel.lines)
            for (std::size_t i = 0; i < line.x.size(); ++i)
                rows << QStringList{pastedText(line.name), QString::number(line.x[i], 'g', 8), QString::number(line.y[i], 'g', 17)}.join(
                    QLatin1Char('\t'));
    return rows.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void FigureWindow::copy()
{
    auto* mime = new QMimeData;
    mime->setImageData(pictureOf(plan(), twiceSize));
    mime->setData(QStringLiteral("image/svg+xml"), svgOf(plan(), label()));
    mime->setText(table());
    QApplication::clipboard()->setMimeData(mime);
    say(tr("Copied: picture, SVG and table of values"));
}

void FigureWindow::print()
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(text(m_sheet.title.words));
    QPrintDialog dialog(&printer, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    QPainter painter(&printer);
    const double dotsPerPoint = printer.resolution() / 72.0;
    const QRectF room(printer.pageLayout().paintRectPixels(printer.resolution()));
    const QSizeF size = plan().size * dotsPerPoint;
    const double scale = std::min({1.0, room.width() / size.width(), room.height() / size.height()});
    paintPlan(painter, plan(), QRectF(QPointF(), size * scale));
}

QStringList FigureWindow::checks() const
{
    QStringList lines;
    const auto overlaps = plan().overlaps().size();
    const bool hasOthers = std::ranges::any_of(
        std::initializer_list<const SheetText*>{&m_sheet.title, &m_sheet.subtitle, &m_sheet.source, &m_sheet.note, &m_sheet.alternative},
        [](const SheetText* words) { return !words->otherNumbers.empty(); });
    lines << (hasOthers ? tr("! An edited text states numbers that this run does not give. The footer says so.")
                        : tr("✓ Titles and texts agree with the numbers."));
    const auto titleLines = std::ranges::count(plan().texts, PlanText::Role::Title, &PlanText::role);
    lines << (m_sheet.hasBareTitle || titleLines == 0 ? tr("! The title gives no amount. Say how much of what changes.")
              : titleLines > mostTitleLines           ? tr("! The title takes more than three lines. Shorten it.")
                                                      : tr("✓ The title states the finding in a few lines."));
    const auto& request = m_subject.request;
    const bool isWhole = request.withBand && request.withBoundary && request.withBaseline && !m_sheet.source.words.empty();
    lines << (isWhole ? tr("✓ Band, boundary of the projection, baseline and source are shown.")
                      : tr("! Band, boundary, baseline or source is left out. The footer says so."));
    const auto least = QString::number(plan().smallestText(), 'g', 3);
    lines << (overlaps > 0 || plan().isTight ? tr("! Texts overlap or find no room. Choose a larger size or fewer parts.")
                                             : tr("✓ No text is cut or overlaps another; the smallest is %1 points.").arg(least));
    lines << (m_sheet.certainty == Certainty::Unclear
                  ? (m_sheet.title.isOwn() ? tr("! The runs do not agree on the sign of the change. Your title must not state one.")
                                           : tr("! The runs do not agree on the sign of the change. The title says so."))
                  : tr("✓ The runs agree on the sign of the change, or the title is hedged."));
    lines << (isComplete() ? tr("✓ All runs are in.") : tr("! Runs are still coming in."));
    return lines;
}

} // namespace chokepoint::ui
