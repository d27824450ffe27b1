// Draws what is read off a plot: the change in the year that is told, and the values under the cross-hair.
#include "charts/Plot.h"

#include "api/Language.h"
#include "api/NumberWords.h"
#include "parts/Text.h"

#include <qcustomplot.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace chokepoint::ui {
namespace {

constexpr int crosshairEdges = 14;    ///< pixels that frame and padding of the read-out take across
constexpr int crosshairPadding = 10;  ///< and from top to bottom
constexpr double beside = 6;          ///< pixels between the mark of the change and its words

} // namespace

void Plot::addTold(const Tokens& t)
{
    m_toldLine = nullptr;
    m_toldText = nullptr;
    if (!m_frame.isTold || m_frame.manner != PlotManner::Large)
        return;
    m_toldLine = new QCPItemLine(m_plot);
    m_toldLine->setLayer(m_words);
    m_toldLine->setPen(QPen(t.accent, 2));
    m_toldLine->setSelectable(false);
    m_toldText = addText({}, t.accent, 12, true);
    m_toldText->setLayer(m_words);
    m_toldText->position->setType(QCPItemPosition::ptAbsolute);
    m_toldText->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
}

/// Beside the mark, where no line of the chart runs through the words and no name of another mark stands; if possible also where no
/// vertical line does.
std::optional<QPointF> Plot::placeForTold(double x, double top, double bottom, const QSizeF& size) const
{
    const double left = x - beside - size.width(), right = x + beside, above = top - size.height() - 2, below = bottom + 2;
    const double atEdge = std::min(right, m_plot->axisRect()->right() - size.width());
    const std::array<QPointF, 6> places{
        QPointF(left, above),  QPointF(x - size.width() / 2, above - beside), QPointF(right, below), QPointF(right, above),
        QPointF(left, below),  QPointF(atEdge, below)};
    const auto isUnderALine = [&](const QRectF& taken) {
        const auto runs = [&](double time) {
            const double line = m_plot->xAxis->coordToPixel(time);
            return line > taken.left() - 2 && line < taken.right() + 2;
        };
        return runs(recordedUntil)
            || std::ranges::any_of(m_marks, [&](const PlacedMark& mark) { return mark.line->visible() && runs(mark.about.time); });
    };
    const auto isUnderAName = [&](const QRectF& taken) {
        return std::ranges::any_of(m_marks, [&](const PlacedMark& mark) {
            const QFontMetricsF metrics(mark.name->font());
            const QSizeF room(metrics.horizontalAdvance(mark.name->text()), metrics.height());
            return mark.isShown && QRectF(mark.name->position->coords(), room).intersects(taken);
        });
    };
    for (const bool isClear : {true, false})
        for (const auto& place : places)
            if (const QRectF taken(place, size); QRectF(m_plot->axisRect()->rect()).contains(taken) && !isCrossed(taken)
                                                 && !isUnderAName(taken) && !(isClear && isUnderALine(taken)))
                return place;
    return std::nullopt;
}

/// Where no place is free the words are left out, for the title says them too.
bool Plot::placeTold()
{
    if (!m_toldText || !m_told)
        return false;
    const auto* rect = m_plot->axisRect();
    const double x = m_plot->xAxis->coordToPixel(m_told->time);
    const double from = m_plot->yAxis->coordToPixel(m_told->from), to = m_plot->yAxis->coordToPixel(m_told->to);
    const bool isInside = x >= rect->left() && x <= rect->right() && std::isfinite(from) && std::isfinite(to);
    m_toldLine->setVisible(isInside);
    m_toldLine->start->setCoords(m_told->time, m_told->from);
    m_toldLine->end->setCoords(m_told->time, m_told->to);
    const QFontMetrics metrics(m_toldText->font());
    const auto words = text(m_told->words);
    const QSizeF size(metrics.horizontalAdvance(words), metrics.height());
    const auto place = isInside ? placeForTold(x, std::min(from, to), std::max(from, to), size) : std::nullopt;
    const auto shown = place ? words : QString();
    const bool isOther = shown != m_toldText->text() || (place && *place != m_toldText->position->coords());
    m_toldText->setText(shown);
    m_toldText->setVisible(place.has_value());
    if (place)
        m_toldText->position->setCoords(*place);
    return isOther;
}

std::optional<QRectF> Plot::toldPlace() const
{
    if (!m_toldText || m_toldText->text().isEmpty())
        return std::nullopt;
    const QFontMetricsF metrics(m_toldText->font());
    return QRectF(m_toldText->position->coords(), QSizeF(metrics.horizontalAdvance(m_toldText->text()), metrics.height()));
}

/// The values of a quarter, the main line first: as many as have room below each other. `needed`: pixels that they take.
QString Plot::crosshairWords(Quarter quarter, QSize& needed) const
{
    const QFontMetrics metrics(m_crosshairText->font());
    const int most = m_plot->width() - crosshairEdges;
    const int rows = std::max(2, (m_plot->height() - crosshairPadding) / metrics.lineSpacing());
    QStringList lines{text(quarter, m_language)};
    needed = {metrics.horizontalAdvance(lines.front()), 0};
    std::vector<const FigureLine*> shown;
    for (const auto& line : m_lines)
        shown.push_back(&line);
    while (static_cast<int>(shown.size()) + 1 > rows && shown.size() > 1) // the main line stands last, and what is compared with it first
        shown.erase(shown.end() - 2);
    for (const auto* line : shown) {
        const auto value = (line->own.empty() ? line->y : line->own)[static_cast<std::size_t>(quarter.index)];
        const auto number = m_frame.isDifference ? words::signedNumber(value) : words::number(value);
        const auto told = [&](const std::string& label) {
            return text(Message("figure.read_out", {{"label", label}, {"value", number}}), m_language);
        };
        const int room = std::max(0, most - metrics.horizontalAdvance(told({})));
        lines << told(metrics.elidedText(text(line->label), Qt::ElideRight, room).toStdString()); // names are cut rather than numbers
        needed.setWidth(std::max(needed.width(), metrics.horizontalAdvance(lines.back())));
    }
    needed += QSize(crosshairEdges, crosshairPadding + static_cast<int>(lines.size()) * metrics.lineSpacing());
    return lines.join(QLatin1Char('\n'));
}

void Plot::setCrosshair(std::optional<double> year, const Tokens& t)
{
    m_crosshairAt = year;
    if (!m_crosshair) {
        if (!year)
            return;
        m_crosshair = new QCPItemLine(m_plot);
        m_crosshair->setLayer(m_words);
        for (auto* end : {m_crosshair->start, m_crosshair->end}) {
            end->setTypeX(QCPItemPosition::ptPlotCoords);
            end->setTypeY(QCPItemPosition::ptAxisRectRatio);
        }
        m_crosshairText = addText({}, t.text, 11, false);
        m_crosshairText->setLayer(m_words);
        m_crosshairText->position->setType(QCPItemPosition::ptAbsolute);
        m_crosshairText->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
        m_crosshairText->setTextAlignment(Qt::AlignLeft);
        m_crosshairText->setPadding({6, 4, 6, 4});
    }
    m_crosshair->setVisible(year.has_value());
    m_crosshairText->setVisible(year.has_value());
    if (year) {
        m_crosshair->setPen(QPen(t.muted, 1));
        m_crosshair->start->setCoords(*year, 0);
        m_crosshair->end->setCoords(*year, 1);
        QSize needed;
        m_crosshairText->setText(
            crosshairWords(Quarter{std::clamp(static_cast<int>((*year - firstYear) * 4), 0, quarterCount - 1)}, needed));
        // inside the chart as a whole: further to the left, or further up, where the plot is too small
        m_crosshairText->position->setCoords(std::max(0, std::min(m_plot->axisRect()->left(), m_plot->width() - needed.width())),
                                             std::max(0, std::min(m_plot->axisRect()->top(), m_plot->height() - needed.height())));
        m_crosshairText->setColor(t.text);
        m_crosshairText->setBrush(QBrush(t.card));
        m_crosshairText->setPen(QPen(t.line));
    }
    if (!m_isReplotDue)
        m_words->replot();
}

std::optional<QRectF> Plot::crosshairPlace() const
{
    if (!m_crosshairText || !m_crosshairText->visible())
        return std::nullopt;
    return QRectF(m_crosshairText->topLeft->pixelPosition(), m_crosshairText->bottomRight->pixelPosition());
}

QStringList Plot::texts() const
{
    QStringList all;
    for (int i = 0; i < m_plot->itemCount(); ++i)
        if (const auto* item = qobject_cast<QCPItemText*>(m_plot->item(i)); item && item->visible() && !item->text().isEmpty())
            all << item->text();
    for (const auto* axis : {m_plot->xAxis, m_plot->yAxis})
        for (const auto& label : axis->tickVectorLabels())
            all << label;
    return all;
}

} // namespace chokepoint::ui
