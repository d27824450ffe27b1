// Lays the pane out and keeps it in step with the board.
#include "pages/explore/MeasurePane.h"

#include "pages/explore/ChangeTimeLine.h"
#include "charts/ChartCard.h"
#include "look/Theme.h"
#include "pages/explore/MeasureText.h"
#include "parts/ClearScroll.h"
#include "parts/DataText.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTextDocumentFragment>
#include <QToolButton>
#include <QVBoxLayout>

namespace chokepoint::ui {
namespace {
constexpr int chartHeight = 250;
} // namespace

MeasurePane::MeasurePane(Board& board, Draws& draws, QWidget* parent) : QWidget(parent), m_board(board), m_draws(draws)
{
    setObjectName(QStringLiteral("measurePane"));
    setAttribute(Qt::WA_StyledBackground);
    setFocusPolicy(Qt::StrongFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 0, 0);
    buildHead(layout);
    const auto [scroll, inside, column] = clearScroll(this, "paneScroll", "paneInside");
    scroll->setFocusPolicy(Qt::NoFocus);
    column->setContentsMargins(0, 0, 12, 12);
    column->setSpacing(12);
    m_status = addText(QStringLiteral("paneStatus"), column);
    m_changes = new ChangeTimeLine(board, inside);
    column->addWidget(m_changes);
    m_chartPlace = new QVBoxLayout;
    column->addLayout(m_chartPlace);
    m_text = addText(QStringLiteral("paneText"), column);
    column->addStretch(1);
    scroll->viewport()->setAutoFillBackground(false); // the pane's own ground shows
    inside->setAutoFillBackground(false);
    layout->addWidget(scroll, 1);
    connect(&board, &Board::changed, this, &MeasurePane::refresh);
}

void MeasurePane::buildHead(QVBoxLayout* layout)
{
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 8, 0);
    m_title = new QLabel(this);
    m_title->setObjectName(QStringLiteral("paneTitle"));
    m_title->setFont(fontOf(14.5, QFont::DemiBold));
    m_title->setWordWrap(true);
    auto* close = new QToolButton(this);
    close->setObjectName(QStringLiteral("closePane"));
    close->setText(tr("Close"));
    connect(close, &QToolButton::clicked, this, &MeasurePane::closed);
    head->addWidget(m_title, 1);
    head->addWidget(close, 0, Qt::AlignTop);
    layout->addLayout(head);
}

QLabel* MeasurePane::addText(const QString& name, QVBoxLayout* layout)
{
    auto* label = new QLabel(this);
    label->setObjectName(name);
    label->setFont(fontOf(13));
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    layout->addWidget(label);
    return label;
}

void MeasurePane::setMeasure(std::size_t measure)
{
    if (m_measure != measure)
        if (auto* scroll = findChild<QScrollArea*>(QStringLiteral("paneScroll")))
            scroll->verticalScrollBar()->setValue(0);
    m_measure = measure;
    m_changes->setMeasure(measure);
    showChart();
    refresh();
}

void MeasurePane::showChart()
{
    const auto& series = m_board.catalogue().measures[*m_measure].notes->relatedSeries;
    if (series.empty()) { // it counts at the table only
        delete m_chart;
        m_chart = nullptr;
    } else if (m_chart) {
        m_chart->setSeries(series);
    } else {
        addChart(series);
    }
}

void MeasurePane::addChart(const std::string& series)
{
    m_chart = new ChartCard(m_board, m_draws, series, {}, false, m_text->parentWidget());
    m_chart->setFixedHeight(chartHeight);
    m_chartPlace->addWidget(m_chart);
    emit chartAdded(m_chart);
    m_chart->show();
}

QString MeasurePane::plainText() const
{
    const auto plain = [](const QLabel* label) { return QTextDocumentFragment::fromHtml(label->text()).toPlainText(); };
    return m_title->text() + QLatin1Char('\n') + plain(m_status) + QLatin1Char('\n') + plain(m_text);
}

void MeasurePane::refresh()
{
    if (!m_measure || isHidden())
        return;
    const MeasureText text(m_board, *m_measure, m_today);
    m_title->setText(ui::plainText(m_board.catalogue().measures[*m_measure].title));
    m_status->setText(text.status());
    m_text->setText(text.levels() + text.facts() + text.sources());
    m_changes->refresh();
}

/// Its chart is there only while it can be seen.
void MeasurePane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_measure && !m_chart)
        showChart();
    refresh();
}

void MeasurePane::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous() && m_chart) {
        m_chart->deleteLater();
        m_chart = nullptr;
    }
}

void MeasurePane::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace chokepoint::ui
