// Draws the four lines of one series and says in a sentence what they differ by.
#include "pages/sources/FourLinesView.h"
#include "api/InputWords.h"
#include "api/ScenarioWords.h"
#include "api/UnitWords.h"

#include "charts/ChartView.h"
#include "charts/CovertBand.h"
#include "look/Theme.h"
#include "parts/SeriesPicker.h"
#include "parts/Text.h"

#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

namespace chokepoint::ui {
namespace {

constexpr int year = 2028;

} // namespace

FourLinesView::FourLinesView(Board& board, Draws& draws, QWidget* parent) : QWidget(parent), m_board(board)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto* card = new QFrame(this);
    card->setProperty("card", true);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(14, 10, 10, 10);
    inside->setSpacing(2);
    m_series = new SeriesPicker(board.catalogue(), m_board.language(), card);
    m_unit = new QLabel(card);
    m_unit->setFont(fontOf(12));
    m_unit->setProperty("role", "muted");
    m_view = new ChartView(m_board.language(), card);
    m_band = new CovertBand(m_board, draws, m_view);
    inside->addWidget(m_series);
    inside->addWidget(m_unit);
    inside->addWidget(m_view, 1);
    layout->addWidget(card, 1);
    m_sentence = new QLabel(this);
    m_sentence->setObjectName(QStringLiteral("assumptionSentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_sentence);
    connect(m_series, &SeriesPicker::chosen, this, &FourLinesView::refresh);
    connect(m_view, &ChartView::hovered, this, [this](double time) { m_view->setCrosshair(time); });
    connect(m_view, &ChartView::left, this, [this] { m_view->setCrosshair(std::nullopt); });
    connect(&board, &Board::changed, this, &FourLinesView::refresh);
}

void FourLinesView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void FourLinesView::refresh()
{
    if (!isVisible())
        return;
    const auto row = m_series->series();
    const auto& series = m_board.catalogue().series[row];
    const auto present = m_board.presentByDefault(), reference = m_board.referenceByDefault();
    Figure figure;
    figure.series = series.id;
    figure.colour = series.colour;
    const auto line = [&](const Projection& run, FigureLine::Manner manner, const QString& label) {
        return figureLine(series, run.series[row], manner, label.toStdString());
    };
    const bool isAssumed = !m_board.scenario().assumptions.empty();
    if (isAssumed)
        figure.lines = {line(reference, FigureLine::Manner::Companion, tr("baseline, data book")),
                        line(present, FigureLine::Manner::Companion, tr("package, data book"))};
    figure.lines.push_back(line(m_board.reference(), FigureLine::Manner::Baseline, isAssumed ? tr("baseline, yours") : tr("baseline")));
    figure.lines.push_back(line(m_board.present(), FigureLine::Manner::Present, isAssumed ? tr("package, yours") : tr("package")));
    m_band->setFigure(figure);
    const auto stamp = m_board.said(words::assumptionStamp(m_board.scenario()));
    QStringList unit{m_board.said(words::displayUnit(series).name())};
    if (!stamp.isEmpty())
        unit << stamp;
    m_unit->setText(joined(unit, MessageList::Joint::Dot, m_board.language()));
    m_sentence->setText(
        !isAssumed ? tr("Nothing to tell apart yet: you have made no assumption. Set one under Inputs, and four lines part policy from "
                        "assumption.")
                   : m_board.said(words::assumptionEffect(series, year, m_board.present().annualMean(row, year),
                                                          m_board.reference().annualMean(row, year), present.annualMean(row, year),
                                                          reference.annualMean(row, year))));
}

} // namespace chokepoint::ui
