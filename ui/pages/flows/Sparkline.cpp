// Draws a series in little.
#include "pages/flows/Sparkline.h"

#include "api/NumberWords.h"
#include "api/UnitWords.h"
#include "look/Theme.h"
#include "parts/Text.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace chokepoint::ui {
namespace {

constexpr int sparkHead = 16, sparkYears = 14;
constexpr int yearStep = 4;

} // namespace

Sparkline::Sparkline(const Series& series, const Language& language, QWidget* parent)
    : QWidget(parent), m_series(series), m_language(language)
{
    setObjectName(QStringLiteral("sparkline:") + text(series.id));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Sparkline::setRuns(const SeriesValues& present, const SeriesValues& reference)
{
    m_present = present;
    m_reference = reference;
    describe();
    update();
}

void Sparkline::setQuarter(Quarter quarter)
{
    m_quarter = quarter;
    describe();
    update();
}

QString Sparkline::valueWords() const
{
    const auto unit = words::displayUnit(m_series);
    return text(words::amount(words::number(m_present[static_cast<std::size_t>(m_quarter.index)] * unit.scale), unit), m_language);
}

void Sparkline::describe()
{
    setAccessibleName(text(m_series.name));
    setAccessibleDescription(valueWords());
}

QStringList Sparkline::paintedTexts() const
{
    QStringList texts{text(m_series.shortName), valueWords()};
    for (int year = firstYear; year <= lastYear; year += yearStep)
        texts << text(Message("figure.year", {{"year", year}}), m_language);
    return texts;
}

void Sparkline::paintEvent(QPaintEvent*)
{
    const auto& t = tokensOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto value = valueWords();
    painter.setFont(fontOf(11));
    const double valueWidth = QFontMetricsF(painter.font()).horizontalAdvance(value) + 4;
    painter.setPen(t.muted);
    painter.drawText(QRectF(width() - valueWidth, 0, valueWidth, sparkHead), Qt::AlignRight | Qt::AlignVCenter, value);
    painter.setFont(fontOf(11, QFont::DemiBold));
    painter.setPen(t.text);
    const auto name = QFontMetricsF(painter.font()).elidedText(text(m_series.shortName), Qt::ElideRight, width() - valueWidth - 6);
    painter.drawText(QRectF(0, 0, width() - valueWidth, sparkHead), Qt::AlignLeft | Qt::AlignVCenter, name);

    const QRectF plot(4, sparkHead + 4, width() - 8, height() - sparkHead - sparkYears - 6);
    const auto [lowOf, highOf] = std::ranges::minmax_element(m_present);
    const auto [lowOfOther, highOfOther] = std::ranges::minmax_element(m_reference);
    const double low = std::min({0.0, *lowOf, *lowOfOther}), high = std::max({*highOf, *highOfOther, low + 1e-9});
    const auto at = [&](const SeriesValues& values, std::size_t q) {
        return QPointF(plot.left() + (static_cast<double>(q) + 0.5) / quarterCount * plot.width(),
                       plot.bottom() - (values[q] - low) / (high - low) * plot.height());
    };
    const auto line = [&](const SeriesValues& values, const QPen& pen) {
        QPainterPath path(at(values, 0));
        for (std::size_t q = 1; q < values.size(); ++q)
            path.lineTo(at(values, q));
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
    };
    painter.setPen(QPen(t.grid, 1));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    if (m_present != m_reference)
        line(m_reference, QPen(t.faint, 1, Qt::DashLine));
    line(m_present, QPen(colourOf(t, m_series.colour), 1.6));
    const auto cursor = at(m_present, static_cast<std::size_t>(m_quarter.index));
    painter.setPen(QPen(t.accent, 1));
    painter.drawLine(QPointF(cursor.x(), plot.top() - 2), QPointF(cursor.x(), plot.bottom()));
    painter.setPen(QPen(t.accent, 1.5));
    painter.setBrush(t.panel);
    painter.drawEllipse(cursor, 3, 3);
    painter.setFont(fontOf(10.5));
    painter.setPen(t.muted);
    for (int year = firstYear; year <= lastYear; year += yearStep) {
        const double x = plot.left() + (year - firstYear) * 4.0 / quarterCount * plot.width();
        painter.drawText(QRectF(x, plot.bottom() + 1, 50, sparkYears), Qt::AlignLeft | Qt::AlignTop,
                         text(Message("figure.year", {{"year", year}}), m_language));
    }
}

} // namespace chokepoint::ui
