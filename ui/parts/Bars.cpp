// Paints the bars.
#include "parts/Bars.h"

#include "charts/Ticks.h"
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

constexpr int oneLine = 28, twoLines = 38, lineStep = 15, gradeRoom = 22, barHeight = 14, axisHeight = 40, topRoom = 20, widestValue = 132,
              narrowestValue = 56, widestName = 340, edge = 8, mostNameLines = 3;

/// A round step that cuts a range into about four.
double roundStep(double range)
{
    const double wished = range / 4, power = std::pow(10.0, std::floor(std::log10(wished)));
    for (const double round : {1.0, 2.0, 2.5, 5.0})
        if (wished <= round * power * (1 + 1e-12))
            return round * power;
    return 10 * power;
}

QColor colourOf(const Tokens& t, BarPiece::Colour colour)
{
    switch (colour) {
    case BarPiece::Colour::Rise: return t.blue;
    case BarPiece::Colour::Fall: return t.vermillion;
    case BarPiece::Colour::Total: return t.text;
    case BarPiece::Colour::Muted: return t.track;
    case BarPiece::Colour::Accent: break;
    }
    return t.accent;
}

} // namespace

Bars::Bars(const Language& language, QWidget* parent)
    : QWidget(parent), m_language(language), m_table(new TableAction(*this, language, [this] { return table(); }))
{
    setAccessibleName(tr("Bars"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

/// A name with its value, in words.
QString Bars::pair(const BarRow& row) const
{
    return text(Message("told.pair", {{"name", row.name.toStdString()}, {"value", row.value.toStdString()}}), m_language);
}

void Bars::setContent(const BarsContent& content)
{
    m_content = content;
    double low = content.mark.value_or(0), high = low;
    const auto take = [&](double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    };
    QStringList said;
    m_valueWidth = narrowestValue;
    for (const auto& row : content.rows) {
        m_valueWidth = std::clamp(QFontMetrics(fontOf(12, QFont::DemiBold)).horizontalAdvance(row.value) + 24, m_valueWidth, widestValue);
        for (const auto& piece : row.pieces) {
            take(piece.from);
            take(piece.to);
        }
        if (row.interval) {
            take(row.interval->first);
            take(row.interval->second);
        }
        if (row.innerInterval) {
            take(row.innerInterval->first);
            take(row.innerInterval->second);
        }
        said << pair(row);
    }
    if (!(high > low))
        high = low + 1;
    m_step = roundStep(high - low);
    m_low = std::floor(low / m_step + 1e-9) * m_step;
    m_high = std::ceil(high / m_step - 1e-9) * m_step;
    setAccessibleDescription(joined(said, MessageList::Joint::Semicolon, m_language));
    fitRows();
    m_table->renew();
    updateGeometry();
    update();
}

/// A row for each bar: what it says, where it lies on the axis, and the ends of its line.
FigureTable Bars::table() const
{
    const auto heads = {tr("Bar"), tr("Told"), tr("From"), tr("To"), tr("Line from"), tr("Line to")};
    FigureTable table{accessibleName().toStdString(), m_content.axis.toStdString(), {}, {}, false};
    for (const auto& head : heads)
        table.columns.push_back(head.toStdString());
    for (const auto& row : m_content.rows) {
        std::vector<FigureCell> cells{textCell(row.name), textCell(row.value)};
        const auto pair = [&](const std::optional<std::pair<double, double>>& ends) {
            for (const bool isFirst : {true, false})
                cells.push_back(ends ? numberCell(isFirst ? ends->first : ends->second, m_language) : FigureCell());
        };
        pair(row.pieces.isEmpty() ? std::nullopt : std::optional(std::pair(row.pieces.front().from, row.pieces.back().to)));
        pair(row.interval);
        table.rows.push_back(std::move(cells));
    }
    return table;
}

QStringList Bars::paintedTexts() const
{
    QStringList texts{m_content.axis, m_content.markWords};
    for (const auto& row : m_content.rows)
        texts << row.name << row.grade << row.value << row.tip << row.under;
    return texts;
}

/// All rows are as high as the one with the most lines.
void Bars::fitRows()
{
    qsizetype most = 1;
    for (int i = 0; i < m_content.rows.size(); ++i)
        most = std::max(most, nameLines(i).size() + (m_content.rows[i].under.isEmpty() ? 0 : 1));
    m_rowHeight = most == 1 ? oneLine : twoLines + static_cast<int>(most - 2) * lineStep;
}

void Bars::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int before = m_rowHeight;
    fitRows();
    if (m_rowHeight != before)
        updateGeometry();
}

int Bars::roomOfName(const BarRow& row) const { return nameWidth() - (row.grade.isEmpty() ? 0 : gradeRoom); }

QStringList Bars::nameLines(int row) const
{
    const auto& about = m_content.rows[row];
    const QFontMetrics metrics(fontOf(12, about.isStrong ? QFont::DemiBold : QFont::Normal));
    const int room = roomOfName(about);
    QStringList lines;
    QString rest = about.name;
    while (lines.size() + 1 < mostNameLines && metrics.horizontalAdvance(rest) > room) {
        qsizetype cut = -1; // the last space up to which the rest fits
        for (qsizetype at = rest.indexOf(QLatin1Char(' ')); at >= 0 && metrics.horizontalAdvance(rest.left(at)) <= room;
             at = rest.indexOf(QLatin1Char(' '), at + 1))
            cut = at;
        if (cut < 0)
            break;
        lines << rest.left(cut);
        rest = rest.mid(cut + 1);
    }
    return lines << metrics.elidedText(rest, Qt::ElideRight, room);
}

QString Bars::underOf(const BarRow& row, const QFontMetrics& metrics) const
{
    const bool fits = QFontMetricsF(metrics).horizontalAdvance(row.under) <= nameWidth(); // a part of a pixel too much would cut it
    return row.underBrief.isEmpty() || fits ? row.under : row.underBrief;
}

QSize Bars::sizeHint() const { return {480, static_cast<int>(m_content.rows.size()) * m_rowHeight + topRoom + axisHeight}; }
QSize Bars::minimumSizeHint() const { return {320, sizeHint().height()}; }

int Bars::nameWidth() const { return std::min(widestName, width() * 40 / 100); }

double Bars::pixelOf(double value) const
{
    const int left = nameWidth() + edge, right = width() - m_valueWidth;
    return left + (value - m_low) / (m_high - m_low) * (right - left);
}

QRect Bars::rowRect(int row) const { return {0, topRoom + row * m_rowHeight, width(), m_rowHeight}; }

int Bars::rowAt(const QPoint& point) const
{
    const int row = (point.y() - topRoom) / m_rowHeight;
    return point.y() < topRoom || row >= m_content.rows.size() ? -1 : row;
}

void Bars::paintAxis(QPainter& painter, const Tokens& t) const
{
    const int bottom = topRoom + static_cast<int>(m_content.rows.size()) * m_rowHeight;
    painter.setFont(fontOf(11));
    for (double tick = m_low; tick <= m_high + m_step / 2; tick += m_step) {
        const double value = std::fabs(tick) < m_step / 1000 ? 0 : tick;
        const bool isZero = value == 0;
        painter.setPen(QPen(isZero ? t.faint : t.grid, 1));
        painter.drawLine(QPointF(pixelOf(value), topRoom), QPointF(pixelOf(value), bottom));
        painter.setPen(t.muted);
        painter.drawText(QRectF(pixelOf(value) - 50, bottom + 2, 100, 16), Qt::AlignCenter, tickWords(value, m_language));
    }
    painter.setPen(t.faint);
    const QRectF unit(nameWidth() + edge, bottom + 18, width() - nameWidth() - edge - 8, 18);
    const bool fits = painter.fontMetrics().horizontalAdvance(m_content.axis) <= unit.width(); // else it begins further to the left
    painter.drawText(fits ? unit : unit.adjusted(-nameWidth() - edge, 0, 0, 0), (fits ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter,
                     m_content.axis);
    if (!m_content.mark)
        return;
    painter.setPen(QPen(t.text, 1.2, Qt::DashLine));
    painter.drawLine(QPointF(pixelOf(*m_content.mark), topRoom), QPointF(pixelOf(*m_content.mark), bottom));
    painter.setPen(t.muted);
    const double half = painter.fontMetrics().horizontalAdvance(m_content.markWords) / 2.0 + 4;
    const double middle = std::clamp(pixelOf(*m_content.mark), half, std::max(half, width() - half));
    painter.drawText(QRectF(middle - half, 0, 2 * half, topRoom), Qt::AlignCenter, m_content.markWords);
}

void Bars::paintInterval(QPainter& painter, const std::pair<double, double>& interval, double y, const Tokens& t) const
{
    painter.setPen(QPen(t.text, 1.4));
    const double left = pixelOf(interval.first), right = pixelOf(interval.second);
    painter.drawLine(QPointF(left, y), QPointF(right, y));
    for (const double end : {left, right})
        painter.drawLine(QPointF(end, y - 3.5), QPointF(end, y + 3.5));
}

void Bars::paintRow(QPainter& painter, const BarRow& row, const QRect& place, const Tokens& t) const
{
    const double middle = place.center().y() + 0.5;
    for (const auto& piece : row.pieces) {
        QRectF bar(QPointF(pixelOf(std::min(piece.from, piece.to)), middle - barHeight / 2.0),
                   QPointF(pixelOf(std::max(piece.from, piece.to)), middle + barHeight / 2.0));
        if (bar.width() < 1.5)
            bar.setWidth(1.5);
        const bool isOutlined = piece.isHatched && piece.colour == BarPiece::Colour::Muted; // a track alone is too pale for thin lines
        const auto colour = piece.part >= 0 ? colourOfPart(t, piece.part) : isOutlined ? t.edge : colourOf(t, piece.colour);
        painter.setPen(piece.isHatched ? QPen(colour, 1) : QPen(Qt::NoPen));
        painter.setBrush(piece.isHatched ? QBrush(colour, Qt::BDiagPattern) : QBrush(colour));
        painter.drawRoundedRect(bar, 2.5, 2.5);
    }
    constexpr double apart = 4;
    if (row.interval)
        paintInterval(painter, *row.interval, row.innerInterval ? middle - apart : middle, t);
    if (row.innerInterval)
        paintInterval(painter, *row.innerInterval, middle + apart, t);
    painter.setFont(fontOf(12, row.isStrong ? QFont::DemiBold : QFont::Normal));
    painter.setPen(t.text);
    const auto lines = nameLines(rowAt(place.center()));
    int top = place.center().y() + 1 - static_cast<int>(lines.size() + (row.under.isEmpty() ? 0 : 1)) * lineStep / 2;
    for (const auto& line : lines) {
        painter.drawText(QRect(0, top, roomOfName(row), lineStep), Qt::AlignLeft | Qt::AlignVCenter, line);
        top += lineStep;
    }
    if (!row.under.isEmpty()) {
        painter.setFont(fontOf(11));
        painter.setPen(t.muted);
        painter.drawText(QRect(0, top, nameWidth(), lineStep), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(underOf(row, painter.fontMetrics()), Qt::ElideRight, nameWidth()));
        painter.setFont(fontOf(12, row.isStrong ? QFont::DemiBold : QFont::Normal));
        painter.setPen(t.text);
    }
    painter.drawText(QRect(width() - m_valueWidth + 10, place.top(), m_valueWidth - 10, place.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(row.value, Qt::ElideRight, m_valueWidth - 10));
    if (!row.grade.isEmpty()) {
        const QRectF box(nameWidth() - 18, middle - 8, 16, 16);
        painter.setPen(QPen(t.line, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, 3, 3);
        painter.setPen(t.muted);
        painter.setFont(fontOf(10.5));
        painter.drawText(box, Qt::AlignCenter, row.grade);
    }
}

void Bars::paintEvent(QPaintEvent*)
{
    const auto& t = tokensOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_content.rows.isEmpty())
        return;
    paintAxis(painter, t);
    for (int i = 0; i < m_content.rows.size(); ++i) {
        const auto& row = m_content.rows[i];
        if (m_content.isChained && i + 1 < m_content.rows.size() && !row.pieces.isEmpty() && !m_content.rows[i + 1].pieces.isEmpty()
            && !m_content.rows[i + 1].pieces.front().isHatched) {
            const double end = pixelOf(row.pieces.back().to);
            painter.setPen(QPen(t.faint, 1));
            painter.drawLine(QPointF(end, rowRect(i).center().y()), QPointF(end, rowRect(i + 1).center().y()));
        }
        paintRow(painter, row, rowRect(i), t);
    }
}

void Bars::mouseReleaseEvent(QMouseEvent* event)
{
    const int row = rowAt(event->pos());
    if (event->button() == Qt::LeftButton && row >= 0 && !m_content.rows[row].key.isEmpty())
        emit rowClicked(m_content.rows[row].key);
}

bool Bars::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int row = rowAt(help->pos());
    if (row < 0)
        return true;
    QStringList lines{pair(m_content.rows[row])};
    if (!m_content.rows[row].tip.isEmpty())
        lines << m_content.rows[row].tip;
    QToolTip::showText(help->globalPos(), plainText(lines.join(QLatin1Char('\n'))), this);
    return true;
}

} // namespace chokepoint::ui
