// Paints the rows.
#include "pages/negotiate/RowList.h"

#include "look/Theme.h"
#include "parts/DataText.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace chokepoint::ui {
namespace {

constexpr int lineTall = 22, underTall = 14, markRoom = 26, rowGap = 8;
constexpr double rowPixels = 12, underPixels = 11;

} // namespace

QColor colourOf(const QWidget& widget, Ink ink)
{
    const auto& t = tokensOf(widget);
    switch (ink) {
    case Ink::Muted: return t.muted;
    case Ink::Mine: return t.accent;
    case Ink::Theirs: return t.caution;
    case Ink::Text: break;
    }
    return t.text;
}

RowList::RowList(std::vector<int> widths, QWidget* parent) : QWidget(parent), m_widths(std::move(widths))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RowList::setWidths(std::vector<int> widths)
{
    m_widths = std::move(widths);
    update();
}

void RowList::setRows(QVector<ListRow> rows)
{
    const int before = sizeHint().height();
    m_rows = std::move(rows);
    setAccessibleDescription(paintedTexts().join(QLatin1Char('\n')));
    if (sizeHint().height() != before)
        updateGeometry();
    update();
}

QStringList RowList::paintedTexts() const
{
    QStringList texts;
    for (const auto& row : m_rows) {
        for (const auto& cell : row.cells)
            if (!cell.text.isEmpty())
                texts << cell.text;
        if (!row.under.isEmpty())
            texts << row.under;
    }
    return texts;
}

int RowList::heightOf(const ListRow& row) const { return lineTall + (row.under.isEmpty() ? 0 : underTall); }

QSize RowList::sizeHint() const
{
    int height = 2;
    for (const auto& row : m_rows)
        height += heightOf(row);
    return {240, height};
}

void RowList::paintRow(QPainter& painter, const ListRow& row, const QRect& place) const
{
    const auto& t = tokensOf(*this);
    if (row.isTinted)
        painter.fillRect(place, t.tint);
    const QRect line(place.left(), place.top(), place.width(), lineTall);
    int left = place.left() + (row.isTinted ? 4 : 0);
    if (row.number) {
        const QRectF mark(left + 0.5, line.top() + 3.5, 16, 16);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(row.isMine ? t.accent : t.caution, 1.2));
        painter.setBrush(row.isMine ? t.accent : t.card);
        row.isMine ? painter.drawEllipse(mark) : painter.drawRoundedRect(mark, 3, 3);
        painter.setPen(row.isMine ? inkOn(t.accent) : t.caution);
        painter.setFont(fontOf(underPixels, QFont::DemiBold));
        painter.drawText(mark, Qt::AlignCenter, QString::number(*row.number));
        left += markRoom;
    }
    int right = place.right() - (row.isTinted ? 4 : 0);
    for (auto column = static_cast<int>(m_widths.size()); column-- > 1;) {
        const int width = m_widths[static_cast<std::size_t>(column)];
        const QRect cell(right - width, line.top(), width, lineTall);
        right -= width + rowGap;
        if (column == 1 && row.bar) {
            const QRectF track(cell.left(), cell.center().y() - 3, cell.width(), 6);
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.track);
            painter.drawRoundedRect(track, 3, 3);
            painter.setBrush(t.caution);
            painter.drawRoundedRect(QRectF(track.left(), track.top(), track.width() * *row.bar, 6), 3, 3);
            continue;
        }
        if (column >= row.cells.size())
            continue;
        painter.setPen(colourOf(*this, row.cells[column].ink));
        painter.setFont(fontOf(rowPixels, row.cells[column].isStrong ? QFont::DemiBold : QFont::Normal));
        painter.drawText(cell, Qt::AlignRight | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(row.cells[column].text, Qt::ElideRight, width));
    }
    if (!row.cells.isEmpty()) {
        painter.setPen(colourOf(*this, row.cells.front().ink));
        painter.setFont(fontOf(row.isHead ? underPixels : rowPixels, row.cells.front().isStrong ? QFont::DemiBold : QFont::Normal));
        painter.drawText(QRect(left, line.top(), right - left, lineTall), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(row.cells.front().text, Qt::ElideRight, right - left));
    }
    if (!row.under.isEmpty()) {
        painter.setPen(t.muted);
        painter.setFont(fontOf(underPixels));
        painter.drawText(QRect(left, line.bottom() - 3, place.right() - left, underTall), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(row.under, Qt::ElideRight, place.right() - left));
    }
    if (row.isRuled) {
        painter.setPen(t.grid);
        painter.drawLine(place.bottomLeft(), place.bottomRight());
    }
}

void RowList::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    int top = 0;
    for (const auto& row : m_rows) {
        paintRow(painter, row, QRect(0, top, width(), heightOf(row)));
        top += heightOf(row);
    }
}

bool RowList::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    int top = 0;
    for (const auto& row : m_rows) {
        top += heightOf(row);
        if (help->y() < top) {
            QStringList words;
            for (const auto& cell : row.cells)
                words << cell.text;
            if (!row.under.isEmpty())
                words << row.under;
            QToolTip::showText(help->globalPos(), plainText(words.join(QLatin1Char('\n'))), this);
            break;
        }
    }
    return true;
}

} // namespace chokepoint::ui
