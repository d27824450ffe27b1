// One card for each limit, from the data book.
#include "pages/sources/LimitsView.h"

#include "api/Backtest.h"
#include "api/BacktestWords.h"
#include "api/Catalogue.h"
#include "api/Engine.h"
#include "api/InputWords.h"
#include "parts/ClearScroll.h"
#include "parts/Text.h"
#include "parts/WrappedLabel.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <array>

namespace chokepoint::ui {
namespace {

constexpr int widestText = 760; ///< pixels: longer lines are hard to read
constexpr int narrowestText = 600, gap = 8;

} // namespace

LimitsView::LimitsView(const Board& board, QWidget* parent) : QWidget(parent), m_board(board)
{
    m_job.setLanguage(board.language());
    const auto& catalogue = board.catalogue();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto [scroll, inner, list] = clearScroll(this);
    list->setContentsMargins(0, 0, 8, 16);
    list->setSpacing(8);
    auto* evidence = wrappedLabel(board.said(words::evidence(catalogue)), 13, "muted", inner);
    evidence->setMaximumWidth(widestText);
    list->addWidget(evidence);
    m_columns = new QBoxLayout(QBoxLayout::TopToBottom);
    m_columns->setSpacing(gap);
    std::array<QVBoxLayout*, 2> columns{new QVBoxLayout, new QVBoxLayout};
    for (auto* column : columns) {
        column->setSpacing(gap);
        m_columns->addLayout(column, 1);
    }
    const auto first = catalogue.limits.size() / 2 + 1; // of those and the last one, which is counted
    for (std::size_t i = 0; i < catalogue.limits.size(); ++i)
        add(*columns.at(i < first ? 0 : 1), inner, text(catalogue.limits[i].about), text(catalogue.limits[i].sentence));
    m_bands = add(*columns.back(), inner, tr("How well the bands hold"), tr("Counting past observations…"));
    m_bands->setObjectName(QStringLiteral("bandsLimit"));
    for (auto* column : columns)
        column->addStretch(1);
    list->addLayout(m_columns);
    list->addStretch(1);
    layout->addWidget(scroll, 1);
}

/// Side by side where both columns have room for lines that can be read.
void LimitsView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool isWide = width() >= 2 * narrowestText + gap;
    m_columns->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_columns->parentWidget()->setMaximumWidth(isWide ? 2 * widestText + gap : widestText);
}

/// A limit with its number; the label of its sentence.
QLabel* LimitsView::add(QVBoxLayout& list, QWidget* inner, const QString& about, const QString& sentence)
{
    auto* card = new QFrame(inner);
    card->setProperty("card", true);
    auto* row = new QHBoxLayout(card);
    row->setContentsMargins(14, 10, 14, 10);
    row->setSpacing(12);
    auto* place = wrappedLabel(QString::number(++m_count), 14.5, "accent", card, QFont::DemiBold);
    place->setFixedWidth(22);
    row->addWidget(place, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(wrappedLabel(about, 13.5, nullptr, card, QFont::DemiBold));
    auto* told = wrappedLabel(sentence, 13.5, nullptr, card);
    words->addWidget(told);
    row->addLayout(words, 1);
    list.addWidget(card);
    return told;
}

/// The last limit is counted anew: it follows from the data book and the model, not from a person's scenario.
void LimitsView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isCounted)
        return;
    m_isCounted = true;
    m_job.start([this, &engine = m_board.engine()](const Job::Delivery& desk) {
        const auto counts = backtestOf(engine, engine.catalogue().presets.front(), {}).counts;
        desk.deliver([this, counts] { m_bands->setText(m_board.said(words::bandsLimit(counts))); });
    });
}

} // namespace chokepoint::ui
