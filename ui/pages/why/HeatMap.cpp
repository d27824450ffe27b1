// Paints the cells.
#include "pages/why/HeatMap.h"

#include "look/Theme.h"
#include "parts/DataText.h"
#include "parts/TableAction.h"
#include "parts/Text.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {
namespace {

constexpr int headHeight = 24, rowHeight = 24, widestName = 340, gradeRoom = 26, gap = 2;

} // namespace

HeatMap::HeatMap(const Language& language, QWidget* parent)
    : QWidget(parent), m_language(language), m_table(new TableAction(*this, language, [this] { return table(); }))
{
    setAccessibleName(tr("Shares by input and time"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void HeatMap::setContent(const HeatContent& content)
{
    m_content = content;
    QStringList said;
    for (const auto& row : content.rows) {
        MessageList cells{{}, MessageList::Joint::Comma};
        for (qsizetype c = 0; c < row.cells.size(); ++c)
            cells.items.emplace_back(
                Message("told.cell", {{"column", content.columns[c].toStdString()}, {"value", std::lround(row.cells[c])}}));
        said << text(Message("told.pair", {{"name", row.name.toStdString()}, {"value", cells}}), m_language);
    }
    setAccessibleDescription(joined(said, MessageList::Joint::Semicolon, m_language));
    m_table->renew();
    updateGeometry();
    update();
}

FigureTable HeatMap::table() const
{
    FigureTable table{accessibleName().toStdString(), tr("hundredths").toStdString(), {tr("Input").toStdString()}, {}, false};
    for (const auto& column : m_content.columns)
        table.columns.push_back(column.toStdString());
    for (const auto& row : m_content.rows) {
        std::vector<FigureCell> cells{textCell(row.name)};
        for (const double value : row.cells)
            cells.push_back(numberCell(value, m_language));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

QStringList HeatMap::paintedTexts() const
{
    auto texts = m_content.columns;
    for (const auto& row : m_content.rows)
        texts << row.name << row.grade;
    return texts;
}

QSize HeatMap::sizeHint() const
{
    return {480, m_content.rows.isEmpty() ? 0 : headHeight + static_cast<int>(m_content.rows.size()) * rowHeight + gap};
}

int HeatMap::nameWidth() const { return std::min(widestName, width() * 42 / 100); }

QRect HeatMap::cellRect(int row, int column) const
{
    const auto columns = std::max<int>(1, static_cast<int>(m_content.columns.size()));
    const int left = nameWidth(), room = width() - left - 1;
    const int begin = left + room * column / columns, end = left + room * (column + 1) / columns;
    return {begin + gap / 2, headHeight + row * rowHeight + gap / 2, end - begin - gap, rowHeight - gap};
}

int HeatMap::rowAt(const QPoint& point) const
{
    const int row = (point.y() - headHeight) / rowHeight;
    return point.y() < headHeight || row >= m_content.rows.size() ? -1 : row;
}

void HeatMap::paintEvent(QPaintEvent*)
{
    const auto& t = tokensOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(fontOf(11));
    painter.setPen(t.muted);
    for (int c = 0; c < m_content.columns.size(); ++c) {
        const auto cell = cellRect(0, c);
        painter.drawText(QRect(cell.left() - gap, 0, cell.width() + 2 * gap, headHeight), Qt::AlignCenter, m_content.columns[c]);
    }
    for (int r = 0; r < m_content.rows.size(); ++r) {
        const auto& row = m_content.rows[r];
        const int top = headHeight + r * rowHeight;
        painter.setFont(fontOf(12));
        painter.setPen(t.text);
        const int room = nameWidth() - gradeRoom - 6;
        painter.drawText(QRect(0, top, room, rowHeight), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(row.name, Qt::ElideRight, room));
        painter.setFont(fontOf(11));
        painter.setPen(t.muted);
        painter.drawText(QRect(nameWidth() - gradeRoom, top, gradeRoom - 6, rowHeight), Qt::AlignCenter, row.grade);
        for (int c = 0; c < row.cells.size(); ++c) {
            const double share = std::clamp(row.cells[c] / 100, 0.0, 1.0);
            painter.setPen(c == m_content.marked ? QPen(t.text, 1.2) : QPen(Qt::NoPen));
            painter.setBrush(mixed(t.accent, t.card, std::sqrt(share) * 0.9 + 0.03));
            painter.drawRoundedRect(QRectF(cellRect(r, c)).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
            painter.setPen(share > 0.35 ? t.card : t.text);
            painter.drawText(cellRect(r, c), Qt::AlignCenter, row.cells[c] < 0.5 ? QString() : QString::number(std::lround(row.cells[c])));
        }
    }
}

void HeatMap::mouseReleaseEvent(QMouseEvent* event)
{
    const int row = rowAt(event->pos());
    if (event->button() == Qt::LeftButton && row >= 0 && !m_content.rows[row].key.isEmpty())
        emit rowClicked(m_content.rows[row].key);
}

bool HeatMap::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const int row = rowAt(help->pos()); row >= 0)
        QToolTip::showText(help->globalPos(), plainText(tr("%1 (grade %2)").arg(m_content.rows[row].name, m_content.rows[row].grade)),
                           this);
    return true;
}

} // namespace chokepoint::ui
