// Puts the sections side by side with their names.
#include "pages/sources/SourcesPage.h"

#include "api/Audit.h"
#include "api/Backtest.h"
#include "pages/sources/AuditView.h"
#include "pages/sources/BacktestView.h"
#include "pages/sources/EquationsView.h"
#include "pages/sources/FourLinesView.h"
#include "pages/sources/LimitsView.h"
#include "pages/sources/LiteratureView.h"
#include "pages/sources/ObservationsView.h"
#include "pages/sources/ParametersView.h"
#include "parts/SearchView.h"
#include "parts/WrappedLabel.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace chokepoint::ui {

SourcesPage::SourcesPage(Board& board, Draws& draws, QWidget* parent) : SectionedPage(id, parent), m_board(board)
{
    buildSearch();
    m_parameters = new ParametersView(board, this);
    m_observations = new ObservationsView(board.catalogue(), board.language(), this);
    m_fourLines = new FourLinesView(board, draws, this);
    m_backtest = new BacktestView(board, this);
    connect(m_backtest, &BacktestView::factsWanted, this, [this] { emit factsAsked({}); });
    setAcceptDrops(true);
    m_equations = new EquationsView(board, this);
    m_audit = new AuditView(board, this);
    add(tr("Limits"), tr("What this program cannot tell you"), m_limits = new LimitsView(board, this));
    add(tr("Inputs"), tr("What the model assumes, and your own assumptions"), m_parameters);
    add(tr("Policy or assumption?"), tr("The effects of both, kept apart"), m_fourLines);
    add(tr("Observations"), tr("What others measured, estimated or forecast"), m_observations);
    add(tr("Test on the past"), tr("The model against what was observed, misses first"), m_backtest);
    add(tr("Equations"), tr("As the model runs them"), m_equations);
    add(tr("Audit"), tr("The same run in 50 digits"), m_audit);
    m_literature = new LiteratureView(board.catalogue(), board.language(), this);
    add(tr("Publications"), tr("Every source, and how we saw it"), m_literature);
}

void SourcesPage::buildSearch()
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(16, 12, 16, 0);
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("searchSources"));
    m_search->setPlaceholderText(tr("Search everything here: a name, a firm, or a figure such as 13 million stacks"));
    m_search->setAccessibleName(tr("Search sources"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    row->addWidget(m_search);
    besideNames()->insertLayout(0, row);
    m_results = new SearchView(m_board.catalogue(), m_board.language(), this);
    m_results->setContentsMargins(16, 8, 16, 12);
    m_results->hide();
    besideNames()->addWidget(m_results, 1);
    connect(m_search, &QLineEdit::textChanged, this, &SourcesPage::seek);
    connect(m_results, &SearchView::typedAnew, this, [this](const QString& text) {
        m_search->setText(text);
        m_search->setFocus();
    });
    connect(m_results, &SearchView::chosen, this, &SourcesPage::openRecord);
    connect(findChild<QListWidget*>(QStringLiteral("sections")), &QListWidget::itemClicked, this, [this] { showResults(false); });
}

void SourcesPage::seek(const QString& typed)
{
    const bool isSought = !typed.trimmed().isEmpty();
    if (isSought)
        m_results->seek(typed);
    showResults(isSought);
}

void SourcesPage::showResults(bool areShown)
{
    m_results->setVisible(areShown);
    views()->setVisible(!areShown);
}

/// Results give way to the section that is opened; what was typed stays, and Enter brings them back.
void SourcesPage::sectionChanged()
{
    if (m_results)
        showResults(false);
}

/// Enter brings back results that gave way to a section.
bool SourcesPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return SectionedPage::eventFilter(watched, event);
    const auto& pressed = *static_cast<QKeyEvent*>(event);
    if (m_results->takeKey(*m_search, pressed))
        return true;
    if (pressed.key() != Qt::Key_Return && pressed.key() != Qt::Key_Enter)
        return SectionedPage::eventFilter(watched, event);
    seek(m_search->text());
    return true;
}

void SourcesPage::openRecord(RecordKind kind, std::size_t place)
{
    const auto& catalogue = m_board.catalogue();
    const auto openSource = [this](std::size_t source) {
        showSection(Section::Literature);
        m_literature->showSource(source);
    };
    switch (kind) {
    case RecordKind::Figure:
        showSection(Section::Observations);
        m_observations->showFigure(place);
        break;
    case RecordKind::Input: showParameter(place); break;
    case RecordKind::InputOverTime: // it is read off its publication, and has no row of its own
        if (const auto& sources = catalogue.paths[place].sources; !sources.empty())
            if (const auto source = catalogue.findSource(sources.front()))
                openSource(*source);
        break;
    case RecordKind::Event:
        if (const auto source = catalogue.findSource(catalogue.events[place].source))
            openSource(*source);
        break;
    case RecordKind::Source: openSource(place); break;
    case RecordKind::Measure: emit asked({.page = "explore", .measure = place}); break;
    case RecordKind::Limit: showSection(Section::Limits); break;
    }
}

void SourcesPage::add(const QString& name, const QString& purpose, QWidget* view)
{
    auto* page = new QWidget(views());
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(4);
    layout->addWidget(wrappedLabel(name, 14.5, nullptr, page, QFont::DemiBold));
    layout->addWidget(wrappedLabel(purpose, 12.5, "muted", page));
    layout->addSpacing(6);
    layout->addWidget(view, 1);
    addSection(name, purpose, page);
}

void SourcesPage::showSection(Section section)
{
    showResults(false);
    showRow(static_cast<int>(section));
}

SourcesPage::Section SourcesPage::section() const { return static_cast<Section>(sectionRow()); }

bool SourcesPage::isBusy() const { return m_limits->isBusy() || m_backtest->isBusy() || m_audit->isBusy(); }

void SourcesPage::follow(const Way& way)
{
    if (way.series)
        showSeries(*way.series);
    if (way.parameter)
        showParameter(*way.parameter);
    if (way.part == "parameters")
        showSection(Section::Parameters);
    if (way.part == "limits")
        showSection(Section::Limits);
    if (way.part == "facts")
        showOwnFacts();
}

void SourcesPage::showOwnFacts()
{
    showSection(Section::Backtest);
    m_backtest->showPart(BacktestView::Part::OwnFacts);
}

/// One file of this computer, as a file manager drags it; nothing for anything else.
QString SourcesPage::fileIn(const QMimeData& dragged)
{
    const auto urls = dragged.urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

void SourcesPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (!fileIn(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void SourcesPage::dropEvent(QDropEvent* event)
{
    if (const auto file = fileIn(*event->mimeData()); !file.isEmpty()) {
        event->acceptProposedAction();
        emit factsAsked(file);
    }
}

void SourcesPage::showSeries(std::size_t series)
{
    const auto& catalogue = m_board.catalogue();
    const bool isObserved =
        std::ranges::any_of(catalogue.observations, [&](const Observation& o) { return o.series == catalogue.series[series].id; });
    showSection(isObserved ? Section::Observations : Section::Equations);
    if (isObserved)
        m_observations->showSeries(series);
    else
        m_equations->showSeries(series);
}

void SourcesPage::showParameter(std::size_t parameter)
{
    showSection(Section::Parameters);
    m_parameters->showParameter(parameter);
}

} // namespace chokepoint::ui
