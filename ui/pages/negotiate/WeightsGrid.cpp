// Paints the grid of weights.
#include "pages/negotiate/WeightsGrid.h"

#include "look/Theme.h"
#include "parts/DataText.h"
#include "parts/Text.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace chokepoint::ui {
namespace {

constexpr int titleTall = 42, rowTall = 20, mostBar = 34, headLeft = 23;
constexpr double cellPixels = 12, aboutPixels = 11;

} // namespace

WeightsGrid::WeightsGrid(const bargain::GameTables& game, bargain::Side side, QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("weightsGrid"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("What does your side want most?"));
    setGame(game, side);
}

/// A weighting without a name is the sheet of the scored game.
void WeightsGrid::setGame(const bargain::GameTables& game, bargain::Side side)
{
    m_rows.clear();
    for (const auto& outcome : game.outcomes)
        m_rows.push_back({text(outcome.name), text(outcome.why)});
    m_columns.clear();
    for (const auto place : bargain::weightingsOf(game, side)) {
        const auto& weighting = game.weightings[place];
        const bool isSheet = weighting.name.empty();
        m_columns.push_back({isSheet ? tr("The printed sheet") : text(weighting.name),
                             isSheet ? tr("As the scored game gives it to your side") : text(weighting.about), weighting.weights});
    }
    m_chosen = 0;
    updateGeometry();
    describe();
    update();
    emit chosenChanged();
}

void WeightsGrid::setOwn(const std::vector<int>& weights)
{
    const auto same = std::ranges::find(m_columns, weights, &Column::weights);
    if (same == m_columns.end()) {
        std::erase_if(m_columns, [&](const Column& column) { return column.isOwn; });
        m_columns.push_back({tr("Your own"), {}, weights, true});
        choose(static_cast<int>(m_columns.size()) - 1);
        return;
    }
    choose(static_cast<int>(same - m_columns.begin()));
}

std::vector<std::pair<QString, std::vector<int>>> WeightsGrid::all() const
{
    std::vector<std::pair<QString, std::vector<int>>> all;
    for (const auto& column : m_columns)
        all.emplace_back(column.name, column.weights);
    return all;
}

void WeightsGrid::choose(int column)
{
    m_chosen = std::clamp(column, 0, static_cast<int>(m_columns.size()) - 1);
    describe();
    update();
    emit chosenChanged();
}

void WeightsGrid::describe()
{
    QStringList words{chosenName()};
    for (std::size_t o = 0; o < m_rows.size(); ++o)
        words << tr("%1: %2 of 100").arg(m_rows[o].name).arg(weights()[o]);
    setAccessibleDescription(words.join(QLatin1Char('\n')));
}

/// As wide as the names are, for the heads of the columns need the rest.
int WeightsGrid::nameWidth() const
{
    const QFontMetrics metrics(fontOf(cellPixels));
    int widest = 0;
    for (const auto& row : m_rows)
        widest = std::max(widest, metrics.horizontalAdvance(row.name));
    return std::min(widest + 16, width() / 4);
}

int WeightsGrid::headRoom() const { return columnWidth() - headLeft - 7; }

int WeightsGrid::columnWidth() const { return (width() - nameWidth()) / static_cast<int>(m_columns.size()); }

QRect WeightsGrid::headOf(int column) const { return {nameWidth() + column * columnWidth(), 0, columnWidth(), titleTall}; }

QSize WeightsGrid::sizeHint() const { return {760, titleTall + rowTall * static_cast<int>(m_rows.size()) + 4}; }

QStringList WeightsGrid::paintedTexts() const
{
    QStringList texts;
    for (const auto& row : m_rows)
        texts << row.name;
    for (const auto& column : m_columns)
        texts << column.name << column.about;
    return texts;
}

QStringList WeightsGrid::cutTexts() const
{
    QStringList cut;
    const auto take = [&](const QString& words, const QFont& font, int room) {
        if (QFontMetrics(font).horizontalAdvance(words) > room)
            cut << words;
    };
    for (const auto& row : m_rows)
        take(row.name, fontOf(cellPixels), nameWidth() - 8);
    for (const auto& column : m_columns) {
        take(column.name, fontOf(12.5, QFont::DemiBold), headRoom());
        take(column.about, fontOf(aboutPixels), headRoom());
    }
    return cut;
}

void WeightsGrid::paintEvent(QPaintEvent*)
{
    const auto& t = tokensOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int wide = columnWidth();
    for (int c = 0; c < static_cast<int>(m_columns.size()); ++c) {
        const auto& column = m_columns[static_cast<std::size_t>(c)];
        const auto head = headOf(c);
        const bool isChosen = c == m_chosen;
        if (isChosen) {
            painter.setPen(hasFocus() ? QPen(t.accent, 1.2) : QPen(Qt::NoPen));
            painter.setBrush(t.tint);
            painter.drawRoundedRect(QRectF(head.left() + 0.5, 0.5, wide - 7, height() - 1), 6, 6);
        }
        painter.setPen(QPen(isChosen ? t.accent : t.edge, 1.4));
        painter.setBrush(t.card);
        painter.drawEllipse(QPointF(head.left() + 13, 13), 6, 6);
        if (isChosen) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.accent);
            painter.drawEllipse(QPointF(head.left() + 13, 13), 3.2, 3.2);
        }
        painter.setPen(isChosen ? t.accent : t.text);
        painter.setFont(fontOf(12.5, QFont::DemiBold));
        painter.drawText(QRect(head.left() + headLeft, 3, headRoom(), 20), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(column.name, Qt::ElideRight, headRoom()));
        painter.setPen(t.muted);
        painter.setFont(fontOf(aboutPixels));
        painter.drawText(QRect(head.left() + headLeft, 22, headRoom(), 16), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(column.about, Qt::ElideRight, headRoom()));
        for (std::size_t o = 0; o < m_rows.size(); ++o) {
            const int top = titleTall + static_cast<int>(o) * rowTall, weight = column.weights[o];
            const double length = std::max(1.5, (wide - 60.0) * std::min(weight, mostBar) / mostBar);
            painter.setPen(Qt::NoPen);
            painter.setBrush(isChosen ? t.accent : t.faint);
            painter.drawRoundedRect(QRectF(head.left() + 9, top + 6, length, 8), 2, 2);
            painter.setPen(isChosen ? t.accent : t.muted);
            painter.setFont(fontOf(cellPixels, isChosen ? QFont::DemiBold : QFont::Normal));
            painter.drawText(QRectF(head.left() + 9 + length + 6, top, 40, rowTall), Qt::AlignLeft | Qt::AlignVCenter,
                             QString::number(weight));
        }
    }
    painter.setFont(fontOf(cellPixels));
    for (std::size_t o = 0; o < m_rows.size(); ++o) {
        const int top = titleTall + static_cast<int>(o) * rowTall;
        painter.setPen(t.grid);
        painter.drawLine(0, top + rowTall - 1, nameWidth() - 8, top + rowTall - 1);
        painter.setPen(t.text);
        painter.drawText(QRect(0, top, nameWidth() - 8, rowTall), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(m_rows[o].name, Qt::ElideRight, nameWidth() - 8));
    }
}

/// Why an outcome has its weights.
bool WeightsGrid::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int row = (help->y() - titleTall) / rowTall;
    if (help->y() >= titleTall && row < static_cast<int>(m_rows.size()))
        QToolTip::showText(help->globalPos(), plainText(m_rows[static_cast<std::size_t>(row)].why), this);
    return true;
}

void WeightsGrid::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && event->position().x() >= nameWidth())
        choose((static_cast<int>(event->position().x()) - nameWidth()) / std::max(1, columnWidth()));
}

void WeightsGrid::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left: return choose(m_chosen - 1);
    case Qt::Key_Right: return choose(m_chosen + 1);
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace chokepoint::ui
