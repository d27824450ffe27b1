// Paints stacked areas.
#include "pages/flows/StackCard.h"

#include "api/NumberWords.h"
#include "pages/flows/TimePlot.h"
#include "parts/DataText.h"
#include "parts/TableAction.h"
#include "parts/Text.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {
namespace {

constexpr double partNamePixels = 11, cardPadding = 14, cardHead = 46, nameHeight = 14, titlePixels = 13, titleLine = 17;

SeriesValues plus(SeriesValues sum, const SeriesValues& values)
{
    for (std::size_t q = 0; q < sum.size(); ++q)
        sum[q] += values[q];
    return sum;
}

} // namespace

StackCard::StackCard(const Language& language, QWidget* parent)
    : QWidget(parent), m_language(language), m_table(new TableAction(*this, language, [this] { return table(); }))
{
    setMouseTracking(true);
}

/// Each part, and what it is in the other package.
FigureTable StackCard::table() const
{
    QStringList names;
    for (const auto& part : m_content.parts)
        names << part.name << tr("%1, baseline").arg(part.name);
    return tableByQuarter(m_content.title, m_content.unit, names, m_language, [this](std::size_t quarter, std::size_t column) {
        const auto& part = m_content.parts[column / 2];
        return column % 2 == 0 ? part.values[quarter] : part.reference[quarter];
    });
}

void StackCard::setContent(StackContent content)
{
    m_content = std::move(content);
    setAccessibleName(m_content.title);
    setAccessibleDescription(toldAt(static_cast<std::size_t>(endOf(m_content.year).index)));
    m_table->renew();
    update();
}

double StackCard::highest() const
{
    SeriesValues sum{}, reference{};
    for (const auto& part : m_content.parts) {
        sum = plus(sum, part.values);
        reference = plus(reference, part.reference);
    }
    return std::max(*std::ranges::max_element(sum), *std::ranges::max_element(reference));
}

/// A title that is wider than a narrow card goes on in a second line.
int StackCard::titleLines() const
{
    const QFontMetricsF metrics(fontOf(titlePixels, QFont::DemiBold));
    return metrics.horizontalAdvance(m_content.title) > width() - 2 * cardPadding ? 2 : 1;
}

QRectF StackCard::plotRoom() const
{
    double names = 0;
    const QFontMetricsF metrics(fontOf(partNamePixels, QFont::DemiBold));
    for (const auto& part : m_content.parts)
        names = std::max(names, metrics.horizontalAdvance(part.name));
    names = std::max(names, QFontMetricsF(fontOf(partNamePixels)).horizontalAdvance(m_content.referenceName));
    return QRectF(rect()).adjusted(cardPadding - 4, cardHead + titleLine * (titleLines() - 1), -cardPadding - names - 8, -8);
}

QString StackCard::toldAt(std::size_t quarter) const
{
    QStringList parts;
    for (auto part = m_content.parts.rbegin(); part != m_content.parts.rend(); ++part)
        parts << text(
            Message("open_models.part_told", {{"name", part->name.toStdString()}, {"share", words::number(part->values[quarter])}}),
            m_language);
    return text(Message("open_models.bar_told", {{"name", MessageValue(Quarter{static_cast<int>(quarter)})},
                                                 {"parts", joined(parts, MessageList::Joint::Comma, m_language).toStdString()}}),
                m_language);
}

QStringList StackCard::paintedTexts() const
{
    QStringList texts{m_content.title, m_content.unit, tr("history"), tr("projection")};
    for (const auto& part : m_content.parts)
        texts << part.name;
    if (!m_content.referenceName.isEmpty())
        texts << m_content.referenceName;
    return texts + TimePlot(plotRoom(), 0, m_content.top > 0 ? m_content.top : highest(), 4).axisTexts(m_language);
}

bool StackCard::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const TimePlot plot(plotRoom(), 0, m_content.top > 0 ? m_content.top : highest(), 4);
        const bool isInside = plot.plot().contains(help->pos());
        QToolTip::showText(help->globalPos(), isInside ? plainText(toldAt(plot.quarterAt(help->pos().x()))) : QString(), this);
        return true;
    }
    return QWidget::event(event);
}

void StackCard::paintParts(QPainter& painter, const TimePlot& plot) const
{
    const auto& t = tokensOf(*this);
    SeriesValues below{}, reference{};
    for (std::size_t i = 0; i < m_content.parts.size(); ++i) {
        const auto& part = m_content.parts[i];
        const auto above = plus(below, part.values);
        QPolygonF area;
        for (std::size_t q = 0; q < above.size(); ++q)
            area << plot.at(above, q);
        for (std::size_t q = above.size(); q-- > 0;)
            area << plot.at(below, q);
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(t.*part.hue, t.card, part.tint));
        painter.drawPolygon(area);
        below = above;
    }
    below = {};
    for (std::size_t i = 0; i < m_content.parts.size(); ++i) {
        const auto& part = m_content.parts[i];
        below = plus(below, part.values);
        reference = plus(reference, part.reference);
        const bool isTop = i + 1 == m_content.parts.size();
        if (!isTop)
            plot.drawLine(painter, below, QPen(t.card, 1));
        const bool isWhole = isTop && m_content.top > 0; // of a whole the top is no border
        if (!isWhole && (isTop || !m_content.isReferenceSum) && below != reference)
            plot.drawLine(painter, reference, QPen(t.text, 1.1, Qt::DashLine));
    }
}

/// In the height where a part ends, moved apart where two would touch.
void StackCard::paintNames(QPainter& painter, const TimePlot& plot) const
{
    const auto& t = tokensOf(*this);
    struct Name {
        QString words;
        double y;
        bool isPart;
    };
    std::vector<Name> names;
    constexpr auto last = static_cast<std::size_t>(quarterCount - 1);
    double below = 0, reference = 0;
    for (const auto& part : m_content.parts) {
        names.push_back({part.name, plot.yAt(below + part.values[last] / 2), true});
        below += part.values[last];
        reference += part.reference[last];
    }
    if (!m_content.referenceName.isEmpty() && below != reference)
        names.push_back({m_content.referenceName, plot.yAt(reference), false});
    std::ranges::sort(names, std::ranges::less{}, &Name::y);
    double least = plot.plot().top() - 6;
    for (auto& name : names) {
        name.y = std::max(name.y, least + nameHeight / 2);
        least = name.y + nameHeight / 2;
    }
    double most = plot.plot().bottom() + 4;
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
        name->y = std::min(name->y, most - nameHeight / 2);
        most = name->y - nameHeight / 2;
    }
    for (const auto& name : names) {
        painter.setFont(fontOf(partNamePixels, name.isPart ? QFont::DemiBold : QFont::Normal));
        painter.setPen(name.isPart ? t.text : t.muted);
        painter.drawText(QRectF(plot.plot().right() + 8, name.y - 8, width() - plot.plot().right() - 8, 16),
                         Qt::AlignLeft | Qt::AlignVCenter, name.words);
    }
}

void StackCard::paintEvent(QPaintEvent*)
{
    const auto& t = tokensOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.line, 1));
    painter.setBrush(t.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    const double room = width() - 2 * cardPadding, more = titleLine * (titleLines() - 1);
    painter.setFont(fontOf(titlePixels, QFont::DemiBold));
    painter.setPen(t.text);
    painter.drawText(QRectF(cardPadding, 9, room, 18 + more), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, m_content.title);
    painter.setFont(fontOf(11));
    painter.setPen(t.muted);
    painter.drawText(QRectF(cardPadding, 27 + more, room, 18), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(painter.font()).elidedText(m_content.unit, Qt::ElideRight, room));
    if (m_content.parts.empty())
        return;
    const TimePlot plot(plotRoom(), 0, m_content.top > 0 ? m_content.top : highest(), 4);
    plot.drawAxes(painter, t, m_language);
    paintParts(painter, plot);
    plot.drawRecord(painter, t, tr("history"), tr("projection"));
    plot.drawYear(painter, t, m_content.year);
    paintNames(painter, plot);
}

} // namespace chokepoint::ui
