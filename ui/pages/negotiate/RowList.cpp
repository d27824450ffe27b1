// Paints the rows.
#include "pages/negotiate/RowList.h"

#include "look/Theme.h"
#include "parts/DataText.h"

#include <QHelpEvent>
#include <QPainter>
#include <QResizeEvent>
#include <QToolTip>

#include <algorithm>

namespace chokepoint::ui {
namespace {

constexpr int lineTall = 22, furtherTall = 15, underTall = 14, markRoom = 26, rowGap = 8, tintInset = 4, usualWidth = 240;
constexpr double rowPixels = 12, underPixels = 11;

QFont fontOfCell(const ListRow& row, int column)
{
    const double pixels = row.isHead && column == 0 ? underPixels : rowPixels;
    return fontOf(pixels, row.cells[column].isStrong ? QFont::DemiBold : QFont::Normal);
}

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
    if (m_isWrapped)
        updateGeometry();
    update();
}

void RowList::wrapFirstCells()
{
    m_isWrapped = true;
    auto policy = sizePolicy();
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
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

int RowList::widthOfFirst(const ListRow& row, int width) const
{
    int left = width - (row.isTinted ? 2 * tintInset : 0) - (row.number ? markRoom : 0);
    for (std::size_t column = 1; column < m_widths.size(); ++column)
        left -= m_widths[column] + rowGap;
    return std::max(left, 1);
}

int RowList::linesOf(const ListRow& row, int width) const
{
    if (!m_isWrapped || row.cells.isEmpty())
        return 1;
    const QFontMetrics metrics(fontOfCell(row, 0));
    const int tall =
        metrics.boundingRect(QRect(0, 0, widthOfFirst(row, width), QWIDGETSIZE_MAX), Qt::TextWordWrap, row.cells.front().text).height();
    return std::max(1, tall / std::max(1, metrics.lineSpacing()));
}

int RowList::heightOf(const ListRow& row, int width) const
{
    return lineTall + (linesOf(row, width) - 1) * furtherTall + (row.under.isEmpty() ? 0 : underTall);
}

int RowList::heightForWidth(int width) const
{
    int height = 2;
    for (const auto& row : m_rows)
        height += heightOf(row, width);
    return height;
}

QSize RowList::sizeHint() const { return {usualWidth, heightForWidth(m_isWrapped ? width() : usualWidth)}; }

/// A layout that does not ask for the height of a width learns of it here.
void RowList::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_isWrapped && event->size().width() != event->oldSize().width())
        updateGeometry();
}

QStringList RowList::cutTexts() const
{
    QStringList cut;
    for (const auto& row : m_rows)
        for (int column = 0; column < row.cells.size() && column < static_cast<int>(m_widths.size()); ++column) {
            const int room = column == 0 ? widthOfFirst(row, width()) : m_widths[static_cast<std::size_t>(column)];
            const bool isWhole = column == 0 && m_isWrapped;
            if (!isWhole && !(column == 1 && row.bar)
                && QFontMetrics(fontOfCell(row, column)).horizontalAdvance(row.cells[column].text) > room)
                cut << row.cells[column].text;
        }
    return cut;
}

void RowList::paintRow(QPainter& painter, const ListRow& row, const QRect& place) const
{
    const auto& t = tokensOf(*this);
    if (row.isTinted)
        painter.fillRect(place, t.tint);
    const QRect line(place.left(), place.top(), place.width(), lineTall);
    int left = place.left() + (row.isTinted ? tintInset : 0);
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
    int right = place.right() - (row.isTinted ? tintInset : 0);
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
        painter.setFont(fontOfCell(row, column));
        painter.drawText(cell, Qt::AlignRight | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(row.cells[column].text, Qt::ElideRight, width));
    }
    if (!row.cells.isEmpty()) {
        painter.setPen(colourOf(*this, row.cells.front().ink));
        painter.setFont(fontOfCell(row, 0));
        paintFirst(painter, row, QPoint(left, line.top()));
    }
    if (!row.under.isEmpty()) {
        painter.setPen(t.muted);
        painter.setFont(fontOf(underPixels));
        const int below = line.bottom() + (linesOf(row, width()) - 1) * furtherTall;
        painter.drawText(QRect(left, below - 3, place.right() - left, underTall), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(row.under, Qt::ElideRight, place.right() - left));
    }
    if (row.isRuled) {
        painter.setPen(t.grid);
        painter.drawLine(place.bottomLeft(), place.bottomRight());
    }
}

/// Its words in the room that is left, or over several lines.
void RowList::paintFirst(QPainter& painter, const ListRow& row, const QPoint& at) const
{
    const auto& words = row.cells.front().text;
    const int room = widthOfFirst(row, width()), lines = linesOf(row, width());
    if (lines == 1)
        return painter.drawText(QRect(at, QSize(room, lineTall)), Qt::AlignLeft | Qt::AlignVCenter,
                                painter.fontMetrics().elidedText(words, Qt::ElideRight, room));
    const int tall = lineTall + (lines - 1) * furtherTall;
    painter.drawText(QRect(at, QSize(room, tall)), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, words);
}

void RowList::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    int top = 0;
    for (const auto& row : m_rows) {
        const int tall = heightOf(row, width());
        paintRow(painter, row, QRect(0, top, width(), tall));
        top += tall;
    }
}

bool RowList::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    int top = 0;
    for (const auto& row : m_rows) {
        top += heightOf(row, width());
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
