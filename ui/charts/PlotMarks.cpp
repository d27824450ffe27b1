// Draws the vertical lines of a plot and places their names so that none touch.
#include "charts/Plot.h"
#include "charts/PlotStyle.h"

#include "api/NumberWords.h"
#include "parts/Text.h"

#include <QCoreApplication>

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace chokepoint::ui {
namespace {

struct PlotWords {
    Q_DECLARE_TR_FUNCTIONS(PlotWords)
};

constexpr int rows = 3;              ///< of names under the top of the plot
constexpr double markHeight = 14, gap = 6, leftGap = 16;
constexpr int longestName = 190, shortestName = 96; ///< pixels
constexpr double reach = 5;          ///< pixels from a line within which the pointer asks about it
constexpr double pointReach = 7;     ///< the same of a point
constexpr int longestTurn = 280;     ///< pixels of the words of a turn
constexpr int lowPlot = 130;         ///< pixels below which names of events and turns would cover the lines

/// A change of the scenario, or an answer to it: its line is never left out.
bool isOfScenario(MarkKind kind) { return kind == MarkKind::Change || kind == MarkKind::Answer; }

QPen penOf(MarkKind kind, const Tokens& t)
{
    switch (kind) {
    case MarkKind::Change: return QPen(t.accent, 1.2);
    case MarkKind::Turn: return QPen(t.faint, 1, Qt::DashLine);
    case MarkKind::Event: return QPen(t.track, 1);
    case MarkKind::Answer: return QPen(t.accent, 1.2, Qt::DashDotLine);
    }
    return {};
}

} // namespace

void Plot::addMarks(const Figure& figure, const Tokens& t)
{
    m_marks.clear();
    verticalLine(*m_plot, recordedUntil, QPen(t.faint, 1, Qt::DotLine));
    const bool isSmall = m_frame.manner == PlotManner::Small; // no words beside the lines, and no lines but those of the scenario
    for (const bool isRecorded : {true, false}) {
        if (isSmall)
            break;
        auto* text = addText(isRecorded ? PlotWords::tr("history") : PlotWords::tr("projection"), t.faint, 11, false);
        text->setPositionAlignment((isRecorded ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignBottom);
        text->setPadding(isRecorded ? QMargins(0, 0, 4, 1) : QMargins(4, 0, 0, 1));
        text->position->setTypeX(QCPItemPosition::ptPlotCoords);
        text->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
        text->position->setCoords(recordedUntil, 0);
    }
    for (const auto& mark : figure.marks) {
        if (isSmall && !isOfScenario(mark.kind))
            break; // those of the scenario come first
        auto* line = verticalLine(*m_plot, mark.time, penOf(mark.kind, t));
        if (mark.kind == MarkKind::Change)
            line->setTail(QCPLineEnding(QCPLineEnding::esFlatArrow, 8, 6, true));
        if (mark.kind == MarkKind::Answer)
            line->setTail(QCPLineEnding(QCPLineEnding::esDiamond, 8));
        m_marks.push_back({mark, line, nullptr, false});
    }
    for (auto& mark : m_marks) { // after all lines, so that none runs through a name
        mark.name = addText({}, isOfScenario(mark.about.kind) ? t.accent : t.muted, 11, false);
        mark.name->setLayer(m_words);
        mark.name->position->setType(QCPItemPosition::ptAbsolute);
        mark.name->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
        mark.name->setBrush(QBrush(t.card));
    }
}

/// True when a line of the chart runs through a place.
bool Plot::isCrossed(const QRectF& place) const
{
    const auto runsThrough = [&](const FigureLine& line) {
        for (std::size_t i = 0; i + 1 < line.x.size(); ++i) {
            const double left = m_plot->xAxis->coordToPixel(line.x[i]), right = m_plot->xAxis->coordToPixel(line.x[i + 1]);
            if (right < place.left() || left > place.right())
                continue;
            const auto [high, low] = std::minmax({m_plot->yAxis->coordToPixel(line.y[i]), m_plot->yAxis->coordToPixel(line.y[i + 1])});
            if (high < place.bottom() && low > place.top())
                return true;
        }
        return false;
    };
    return std::ranges::any_of(m_lines, runsThrough);
}

/// The first place in which a name touches no other name, no line of the chart and, when `clear`, no line of a mark; of the scenario's
/// lines it never does. Where it may lie across the end of the record it does so only if there is no other place.
std::optional<QRectF> Plot::placeFor(double x, double width, const QVector<QRectF>& taken, bool clear, bool mayCrossRecord) const
{
    const auto* rect = m_plot->axisRect();
    const double recorded = m_plot->xAxis->coordToPixel(recordedUntil);
    for (const bool mayCross : {false, true})
        for (int place = 0; place < 2 * rows; ++place) {
            const int row = place / 2;
            const double left = place % 2 == 0 ? x + 4 : x - 4 - width;
            if (mayCross && !mayCrossRecord)
                break;
            if (!mayCross && x != recorded && recorded > left - 2 && recorded < left + width + 2)
                continue;
            const QRectF found(left, rect->top() + 3 + row * markHeight, width, markHeight);
            const auto touches = [&](const QRectF& other) { return other.intersects(found.adjusted(-gap, 0, gap, 0)); };
            // left of its line a name must not begin at another line, as if it were that one's
            const double beside = left < x ? leftGap : 2;
            const auto crosses = [&](const PlacedMark& mark) {
                const double line = m_plot->xAxis->coordToPixel(mark.about.time);
                const bool counts = (clear && mark.isShown) || isOfScenario(mark.about.kind);
                return counts && line > found.left() - beside && line < found.right() + 2;
            };
            if (left >= rect->left() + 2 && left + width <= rect->right() + 2 && std::ranges::none_of(taken, touches)
                && std::ranges::none_of(m_marks, crosses) && !isCrossed(found))
                return found;
        }
    return std::nullopt;
}

/// The names of the marks of the scenario while a lever moves: they stay where they are.
bool Plot::nameMarks()
{
    bool isOther = false;
    for (auto& mark : m_marks)
        if (mark.isShown && isOfScenario(mark.about.kind)) {
            const auto name = QFontMetrics(mark.name->font()).elidedText(text(mark.about.label), Qt::ElideRight, longestName);
            isOther |= name != mark.name->text();
            mark.name->setText(name);
        }
    return isOther;
}

/// Marks come the most telling first. A name stands right of its line, or left of it, with the measure where there is room;
/// a mark whose name finds no room is left out, but for one of the scenario, which keeps its line.
bool Plot::placeMarks()
{
    const auto* rect = m_plot->axisRect();
    QVector<QRectF> taken;
    bool isOther = false;
    for (auto& mark : m_marks)
        mark.isShown = false;
    const auto isSaid = [&](const QString& words) {
        return std::ranges::any_of(m_marks, [&](const PlacedMark& other) { return other.isShown && other.name->text() == words; });
    };
    for (auto& mark : m_marks) {
        const double x = m_plot->xAxis->coordToPixel(mark.about.time);
        const QFontMetrics metrics(mark.name->font());
        const auto isUnder = [&](const QRectF& name) { return x > name.left() - 2 && x < name.right() + 2; };
        const bool isEvent = mark.about.kind == MarkKind::Event;
        const bool isChange = isOfScenario(mark.about.kind);
        const bool isInside = x >= rect->left() && x <= rect->right() && (!isEvent || std::ranges::none_of(taken, isUnder))
                           && (isChange || rect->height() >= lowPlot);
        const int whole = mark.about.kind == MarkKind::Turn ? longestTurn : longestName;
        for (const auto& [words, longest, clear] :
             {std::tuple{text(mark.about.longLabel), whole, true}, std::tuple{text(mark.about.label), whole, true},
              std::tuple{text(mark.about.label), shortestName, true}, std::tuple{text(mark.about.label), shortestName, false}}) {
            if (!isInside || mark.isShown || (!clear && !isChange) || m_frame.manner == PlotManner::Small)
                continue;
            const int advance = metrics.horizontalAdvance(words);
            const bool isWhole = advance <= longest;
            if (!isWhole && (longest != shortestName || !isChange))
                continue; // only a name of the scenario is cut; the line of another is left out instead
            const auto shown = isWhole ? words : metrics.elidedText(words, Qt::ElideRight, longest);
            if (isEvent && isSaid(shown))
                continue; // the same words twice tell nothing
            const bool mayCross = !isEvent || taken.isEmpty(); // the most telling event has its name in a narrow chart too
            if (const auto place = placeFor(x, isWhole ? advance : metrics.horizontalAdvance(shown), taken, clear, mayCross)) {
                mark.name->setText(shown);
                mark.name->position->setCoords(place->topLeft());
                taken << *place;
                mark.isShown = true;
            }
        }
        mark.name->setVisible(mark.isShown);
        const bool hasLine = isInside && (mark.isShown || isChange);
        isOther |= mark.line->visible() != hasLine;
        mark.line->setVisible(hasLine);
    }
    return isOther;
}

QString Plot::beyondLabel() const { return m_beyondText ? m_beyondText->text() : QString(); }

QString Plot::wordsAt(QPointF place) const
{
    QStringList words;
    for (const auto& point : m_points)
        if (std::hypot(m_plot->xAxis->coordToPixel(point.x) - place.x(), m_plot->yAxis->coordToPixel(point.y) - place.y()) <= pointReach)
            words << text(point.words);
    if (m_beyond && place.y() < m_plot->axisRect()->top()
        && place.x() > m_plot->axisRect()->right() - QFontMetrics(m_beyondText->font()).horizontalAdvance(m_beyondText->text()))
        words << text(Message("figure.band_beyond", {{"side", m_beyond->isAbove ? "above" : "below"},
                                                     {"value", words::number(m_beyond->value)},
                                                     {"at", Quarter{static_cast<int>((m_beyond->time - firstYear) * 4 - 0.01)}}}),
                      m_language);
    for (const auto& mark : m_marks)
        if (mark.line->visible() && std::fabs(m_plot->xAxis->coordToPixel(mark.about.time) - place.x()) <= reach)
            words << text(mark.about.whole);
    return words.join(QStringLiteral("\n\n"));
}

QVector<std::pair<QString, QRectF>> Plot::markNames() const
{
    QVector<std::pair<QString, QRectF>> names;
    for (const auto& mark : m_marks)
        if (mark.isShown) {
            const QFontMetricsF metrics(mark.name->font());
            names << std::pair(text(mark.about.label), QRectF(mark.name->position->pixelPosition(),
                                                        QSizeF(metrics.horizontalAdvance(mark.name->text()), markHeight)));
        }
    return names;
}

} // namespace chokepoint::ui
