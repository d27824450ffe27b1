// Runs the packages in the background and lays the sheet out as a table.
#include "pages/compare/SheetDialog.h"

#include "api/ChangeWords.h"
#include "api/ComparisonWords.h"
#include "api/Engine.h"
#include "api/Overview.h"
#include "api/UnitWords.h"
#include "look/Theme.h"
#include "parts/DataText.h"
#include "parts/JobLine.h"
#include "parts/Text.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QLabel>
#include <QMimeData>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QTextBrowser>
#include <QTextDocument>
#include <QVBoxLayout>

namespace chokepoint::ui {
namespace {

constexpr std::size_t sheetDraws = 2048;
constexpr int widePage = 4; ///< packages from which a sheet is printed across

QString cell(const QString& words, const char* style = "")
{
    return QStringLiteral("<td style=\"padding:3px 8px;%1\">%2</td>").arg(QLatin1String(style), words.toHtmlEscaped());
}

} // namespace

SheetDialog::SheetDialog(Board& board, std::vector<Scenario> scenarios, Scenario baseline, QStringList names, int year, QWidget* parent)
    : QDialog(parent),
      m_board(board),
      m_scenarios(std::move(scenarios)),
      m_baseline(std::move(baseline)),
      m_names(std::move(names)),
      m_year(year)
{
    setObjectName(QStringLiteral("actionsSheet"));
    setWindowTitle(tr("Actions and outcomes"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(980, 680);
    auto* layout = new QVBoxLayout(this);
    m_sheet = new QTextBrowser(this);
    m_sheet->setObjectName(QStringLiteral("sheetText"));
    m_sheet->setAccessibleName(tr("What each package does, and what comes of it"));
    m_sheet->setOpenLinks(false);
    layout->addWidget(m_sheet, 1);
    layout->addWidget(new JobLine(m_job, m_board.language(), tr("Running every package"), this, [this] { compute(); }));
    auto* buttons = new QDialogButtonBox(this);
    const auto add = [&](const char* name, const QString& words, auto then) {
        auto* button = buttons->addButton(words, QDialogButtonBox::ActionRole);
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
        button->setEnabled(false); // until the runs are there
        connect(button, &QPushButton::clicked, this, then);
        return button;
    };
    m_copy = add("copySheet", tr("Copy"), &SheetDialog::copy);
    m_print = add("printSheet", tr("Print…"), &SheetDialog::print);
    auto* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setObjectName(QStringLiteral("closeSheet"));
    close->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    m_job.setLanguage(m_board.language());
    connect(&m_job, &Job::failed, m_sheet, &QTextBrowser::setPlainText);
    compute();
}

QString SheetDialog::asText() const { return m_sheet->toPlainText(); }

void SheetDialog::compute()
{
    ComparisonRequest request;
    request.scenarios = m_scenarios;
    request.baseline = m_baseline;
    for (const auto series : headlineSeries(m_board.catalogue()))
        request.outcomes.emplace_back(series, m_year);
    request.draws = sheetDraws;
    m_job.start([this, &engine = m_board.engine(), request](const Job::Delivery& desk) mutable {
        request.work = desk.work;
        const auto result = compareScenarios(engine, request);
        if (!result.columns.empty())
            desk.deliver([this, columns = result.columns] { fill(columns); });
    });
}

void SheetDialog::fill(const std::vector<ComparedColumn>& outcomes)
{
    m_outcomes = outcomes;
    m_sheet->setHtml(html(For::Reading));
    m_isReady = true;
    for (auto* button : {m_copy, m_print})
        button->setEnabled(true);
}

QString SheetDialog::html(For purpose) const
{
    const auto& catalogue = m_board.catalogue();
    std::vector<const Scenario*> scenarios;
    for (const auto& scenario : m_scenarios)
        scenarios.push_back(&scenario);
    scenarios.push_back(&m_baseline);
    const auto headOf = [&](const QString& first) {
        QString row = QStringLiteral("<tr>") + cell(first, "font-weight:600");
        for (const auto& name : m_names)
            row += cell(purpose == For::Pasting ? pastedText(name) : name, "font-weight:600");
        return row + QStringLiteral("</tr>");
    };
    QString rows = headOf(tr("What they set"));
    for (const auto& setting : words::settingsSideBySide(catalogue, scenarios)) {
        rows += QStringLiteral("<tr>") + cell(text(catalogue.measures[setting.measure].shortName));
        for (std::size_t i = 0; i < setting.settings.size(); ++i)
            rows += cell(m_board.said(setting.settings[i]), setting.areSet[i] ? "font-weight:600" : "");
        rows += QStringLiteral("</tr>");
    }
    rows += headOf(tr("What comes of it in %1").arg(m_year));
    for (const auto& outcome : m_outcomes) {
        const auto& series = catalogue.series[outcome.series];
        std::vector<double> values;
        for (const auto& figure : outcome.figures)
            values.push_back(figure.central);
        const auto shown = words::valuesAlike(series, values);
        rows += QStringLiteral("<tr>")
              + cell(m_board.said(Message("compare.in_unit", {{"series", series.shortName}, {"unit", words::displayUnit(series).name()}})));
        for (std::size_t i = 0; i < shown.size(); ++i) {
            const bool isBaseline = i + 1 == shown.size();
            const auto change = words::changeWithDoubt(series, values[i], values.back(), &outcome.figures[i].change);
            rows += cell(m_board.said(isBaseline ? shown[i] : Message("compare.with_change", {{"value", shown[i]}, {"change", change}})));
        }
        rows += QStringLiteral("</tr>");
    }
    const auto note =
        tr("Means of the year in the central run, with the change from “%1”. Bold: the package sets it itself; the others keep "
           "today’s law.")
            .arg(m_names.back());
    return QStringLiteral("<table cellspacing=\"0\" border=\"0\">%1</table><p>%2</p>").arg(rows, note.toHtmlEscaped());
}

/// As a table for a spreadsheet, where no name may run, and as text.
void SheetDialog::copy() const
{
    QTextDocument pasted;
    pasted.setDefaultFont(m_sheet->font());
    pasted.setHtml(html(For::Pasting));
    auto* copied = new QMimeData;
    copied->setHtml(pasted.toHtml());
    copied->setText(pasted.toPlainText());
    QApplication::clipboard()->setMimeData(copied);
}

void SheetDialog::print()
{
    auto* printer = new QPrinter(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    if (m_names.size() > widePage)
        printer->setPageOrientation(QPageLayout::Landscape);
    auto* dialog = new QPrintDialog(printer, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] {
        QTextDocument paper; // in black, whatever the theme
        paper.setDefaultFont(fontOf(12));
        paper.setHtml(m_sheet->document()->toHtml());
        paper.print(printer);
    });
    connect(dialog, &QObject::destroyed, [printer] { delete printer; });
    dialog->open();
}

} // namespace chokepoint::ui
