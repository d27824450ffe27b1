// Puts counts into grids beside the histogram.
#include "pages/sources/BandsView.h"

#include "api/BacktestWords.h"
#include "charts/BandHistogramView.h"
#include "look/Theme.h"
#include "parts/ClearScroll.h"
#include "parts/Text.h"
#include "parts/WrappedLabel.h"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace chokepoint::ui {
namespace {

constexpr int sideBySide = 860; ///< room for histogram and series beside each other
constexpr int widestTable = 820;
constexpr std::size_t seriesShown = 6;

void clear(QGridLayout& grid)
{
    while (auto* item = grid.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

/// Words at the left of a grid wrap, numbers at the right stand under each other.
void put(QGridLayout& grid, int row, int column, const QString& words, bool isHead = false, bool isStrong = false)
{
    auto* label = new QLabel(words, grid.parentWidget());
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(column == 0 || isHead);
    label->setAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | (isHead ? Qt::AlignBottom : Qt::AlignTop));
    if (isHead)
        label->setProperty("role", "muted");
    if (isStrong)
        label->setFont(fontOf(12.5, QFont::DemiBold));
    grid.addWidget(label, row, column);
}

/// A card in a column, and what stands in it.
QVBoxLayout* cardIn(QBoxLayout* under, QWidget* parent, int stretch = 0)
{
    auto* card = new QFrame(parent);
    card->setProperty("card", true);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(14, 10, 14, 12);
    inside->setSpacing(6);
    under->addWidget(card, stretch);
    return inside;
}

QLabel* heading(const QString& words, QWidget* parent)
{
    auto* label = new QLabel(words, parent);
    label->setFont(fontOf(12.5, QFont::DemiBold));
    label->setWordWrap(true);
    label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    return label;
}

} // namespace

BandsView::BandsView(const Board& board, QWidget* parent) : QWidget(parent), m_board(board)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto scroll = clearScroll(this);
    layout->addWidget(scroll.area);
    auto* column = scroll.column;
    column->setSpacing(12);
    m_rule = wrappedLabel(scroll.inside, QStringLiteral("bandRule"), "muted");
    column->addWidget(m_rule);

    m_pair = new QBoxLayout(QBoxLayout::LeftToRight);
    m_pair->setSpacing(12);
    auto* left = cardIn(m_pair, scroll.inside, 3);
    left->addWidget(heading(tr("Where the figures lie in the band"), scroll.inside));
    m_histogram = new BandHistogramView(board.language(), scroll.inside);
    left->addWidget(m_histogram, 1);
    auto* caption = wrappedLabel(scroll.inside, QStringLiteral("histogramCaption"), "muted");
    caption->setText(tr("Exact bands would fill all ten bars alike (dashed). By chance, a bar ends in the shade 9 times in 10. High ends "
                        "mean that the bands are too narrow, a high middle that they are too wide."));
    caption->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    left->addWidget(caption);
    auto* right = cardIn(m_pair, scroll.inside, 2);
    right->addWidget(heading(tr("Without one series"), scroll.inside));
    m_leftOutSentence = wrappedLabel(scroll.inside, QStringLiteral("leftOut"));
    right->addWidget(m_leftOutSentence);
    auto* leftOut = new QWidget(scroll.inside);
    leftOut->setObjectName(QStringLiteral("leftOutGrid"));
    m_leftOut = new QGridLayout(leftOut);
    m_leftOut->setContentsMargins(0, 0, 0, 0);
    m_leftOut->setColumnStretch(0, 1);
    right->addWidget(leftOut);
    right->addStretch();
    column->addLayout(m_pair);

    auto* table = cardIn(column, scroll.inside);
    table->addWidget(heading(tr("What the bands hold, and in brackets what they should"), scroll.inside));
    auto* coverage = new QWidget(scroll.inside);
    coverage->setObjectName(QStringLiteral("coverageGrid"));
    coverage->setMaximumWidth(widestTable); // beyond it the eye loses the line
    m_coverage = new QGridLayout(coverage);
    m_coverage->setContentsMargins(0, 0, 0, 0);
    m_coverage->setHorizontalSpacing(18);
    m_coverage->setColumnStretch(0, 1);
    auto* width = new QHBoxLayout;
    width->addWidget(coverage, 100);
    width->addStretch(1);
    table->addLayout(width);
    column->addStretch();
}

void BandsView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_pair->setDirection(width() >= sideBySide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void BandsView::setContent(const Backtest& backtest)
{
    m_rule->setText(m_board.said(words::bandRule()));
    m_histogram->setContent(backtest.histogram);
    showCoverage(backtest);
    showLeftOut(backtest);
}

void BandsView::showCoverage(const Backtest& backtest)
{
    clear(*m_coverage);
    const QStringList heads{tr("Class of figures"), tr("Figures"), tr("5-in-10 band"), tr("8-in-10 band"), tr("9-in-10 band"),
                            tr("Runs alone, 8 in 10")};
    for (int i = 0; i < heads.size(); ++i)
        put(*m_coverage, 0, i, heads[i], true);
    int line = 0;
    const auto add = [&](const QString& name, const BandCounts& counts) {
        const auto held = [&](std::size_t in, double part) {
            return tr("%1 (%2)").arg(in).arg(m_board.said(words::expectedIn(counts, part)));
        };
        const QStringList cells{name,
                                QString::number(counts.all),
                                held(counts.in50, 0.5),
                                held(counts.in80, 0.8),
                                held(counts.in90, 0.9),
                                held(counts.runsHold80, 0.8)};
        ++line;
        for (int i = 0; i < cells.size(); ++i)
            put(*m_coverage, line, i, cells[i], false, line == 1);
    };
    add(tr("All"), backtest.counts);
    for (const auto& one : backtest.classes)
        add(text(words::className(m_board.catalogue(), one, m_board.language())), one.counts);
}

void BandsView::showLeftOut(const Backtest& backtest)
{
    clear(*m_leftOut);
    m_leftOutSentence->setText(m_board.said(words::leftOutSentence(m_board.catalogue(), backtest)));
    put(*m_leftOut, 0, 0, tr("Left out, heaviest first"), true);
    put(*m_leftOut, 0, 1, tr("8-in-10 band holds"), true);
    for (std::size_t i = 0; i < std::min(seriesShown, backtest.leftOut.size()); ++i) {
        const auto& one = backtest.leftOut[i];
        put(*m_leftOut, static_cast<int>(i) + 1, 0, text(m_board.catalogue().series[one.series].name));
        put(*m_leftOut, static_cast<int>(i) + 1, 1, tr("%1 of %2").arg(one.rest.in80).arg(one.rest.all));
    }
}

} // namespace chokepoint::ui
