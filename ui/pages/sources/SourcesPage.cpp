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
#include "look/Theme.h"
#include "pages/sources/ObservationsView.h"
#include "pages/sources/ParametersView.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace chokepoint::ui {
SourcesPage::SourcesPage(Board& board, Draws& draws, QWidget* parent) : SectionedPage(id, parent), m_board(board)
{
    m_parameters = new ParametersView(board, this);
    m_observations = new ObservationsView(board.catalogue(), board.language(), this);
    m_fourLines = new FourLinesView(board, draws, this);
    m_backtest = new BacktestView(board, this);
    connect(m_backtest, &BacktestView::factsWanted, this, [this] { emit factsAsked({}); });
    setAcceptDrops(true);
    m_equations = new EquationsView(board, this);
    m_audit = new AuditView(board, this);
    add(tr("Limits"), tr("What this cannot tell you"), new LimitsView(board.catalogue(), board.language(), this));
    add(tr("Parameters"), tr("Inputs of the equations, and your own assumptions about them"), m_parameters);
    add(tr("Four lines"), tr("Policy and assumptions kept apart"), m_fourLines);
    add(tr("Observations"), tr("What was observed, and what is expected"), m_observations);
    add(tr("Backtest"), tr("The model against what was observed, and against facts of your own"), m_backtest);
    add(tr("Equations"), tr("The equations, as recorded from the model itself"), m_equations);
    add(tr("Audit"), tr("The run in fifty digits"), m_audit);
    add(tr("Literature"), tr("The sources, and how each was seen"), new LiteratureView(board.catalogue(), board.language(), this));
}

void SourcesPage::add(const QString& name, const QString& purpose, QWidget* view)
{
    auto* page = new QWidget(views());
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(10);
    auto* title = new QLabel(purpose, page);
    title->setFont(fontOf(14.5, QFont::DemiBold));
    title->setWordWrap(true);
    layout->addWidget(title);
    layout->addWidget(view, 1);
    addSection(name, purpose, page);
}

void SourcesPage::showSection(Section section) { showRow(static_cast<int>(section)); }

SourcesPage::Section SourcesPage::section() const { return static_cast<Section>(sectionRow()); }

bool SourcesPage::isBusy() const { return m_backtest->isBusy() || m_audit->isBusy(); }

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
