// Paints products and lines, and lets the lines be dragged.
#include "pages/flows/ProductPlot.h"

#include "api/NumberWords.h"
#include "api/ProductWords.h"
#include "look/Theme.h"
#include "parts/DataText.h"
#include "parts/Text.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

namespace chokepoint::ui {
namespace {

constexpr double leastTpp = 1000, mostTpp = 100000, leastBandwidth = 1000, mostBandwidth = 20000, mostDensity = 18;
constexpr std::array tppTicks{1000.0, 2000.0, 5000.0, 10000.0, 20000.0, 50000.0, 100000.0};
constexpr std::array bandwidthTicks{1000.0, 2000.0, 5000.0, 10000.0, 20000.0};
constexpr double left = 62, right = 34, top = 52, stripRoom = 108, axisRoom = 38, near = 5, labelPixels = 11;

double logPart(double value, double low, double high)
{
    return std::clamp(std::log(std::max(value, 1e-9) / low) / std::log(high / low), 0.0, 1.0);
}

/// Two digits count: a hand is no finer.
double rounded(double value)
{
    const double step = std::pow(10.0, std::floor(std::log10(std::max(value, 1e-6))) - 1);
    return std::round(value / step) * step;
}

/// A shape for each verdict, so that none is told by its colour alone.
void drawVerdict(QPainter& painter, const Tokens& t, ProductVerdict verdict, const QPointF& at, double size)
{
    painter.setPen(QPen(t.card, 1));
    switch (verdict) {
    case ProductVerdict::Licensable:
        painter.setBrush(t.blue);
        painter.drawPolygon(
            QPolygonF{at + QPointF(0, -7 * size), at + QPointF(7 * size, 0), at + QPointF(0, 7 * size), at + QPointF(-7 * size, 0)});
        return;
    case ProductVerdict::Caught:
        painter.setBrush(t.vermillion);
        painter.drawRect(QRectF(at.x() - 5.5 * size, at.y() - 5.5 * size, 11 * size, 11 * size));
        return;
    case ProductVerdict::Free: painter.setPen(QPen(t.green, 2 * size)); break;
    case ProductVerdict::Unknown: painter.setPen(QPen(t.muted, 1.5, Qt::DotLine)); break;
    }
    painter.setBrush(t.card);
    painter.drawEllipse(at, 5 * size, 5 * size);
}

QFont labelFont(const Product& product) { return fontOf(labelPixels, product.isChinese ? QFont::Normal : QFont::DemiBold); }

} // namespace

ProductPlot::ProductPlot(const ProductBook& book, const Language& language, QWidget* parent)
    : QWidget(parent), m_book(book), m_language(language)
{
    setObjectName(QStringLiteral("productPlot"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Chips and HBM stacks against the lines"));
}

void ProductPlot::setLines(const ProductLine& chips, const ProductLine& stacks)
{
    m_chips = chips;
    m_stacks = stacks;
    update();
}

QRectF ProductPlot::plot() const { return QRectF(rect()).adjusted(left, top, -right, -stripRoom - axisRoom); }

QRectF ProductPlot::strip() const { return {left, height() - stripRoom + 40, width() - left - right, 30}; }

QPointF ProductPlot::placeOf(double tpp, double bandwidth) const
{
    const auto room = plot();
    return {room.left() + logPart(tpp, leastTpp, mostTpp) * room.width(),
            room.bottom() - logPart(bandwidth, leastBandwidth, mostBandwidth) * room.height()};
}

double ProductPlot::stackX(double density) const { return strip().left() + std::clamp(density / mostDensity, 0.0, 1.0) * strip().width(); }

std::vector<ProductPlot::Point> ProductPlot::points() const
{
    std::vector<Point> points;
    for (const auto& product : m_book.products) {
        const auto verdict = verdictOf(product, lineFor(product));
        if (product.kind == Product::Kind::Stack && product.density())
            points.push_back({&product, verdict, QPointF(stackX(*product.density()), strip().center().y())});
        else if (product.kind == Product::Kind::Chip && product.tpp && product.bandwidth)
            points.push_back({&product, verdict, placeOf(*product.tpp, *product.bandwidth)});
    }
    return points;
}

std::vector<ProductPlot::Line> ProductPlot::lines() const
{
    std::vector<Line> lines;
    const auto room = plot(), bar = strip().adjusted(0, -8, 0, 8);
    const auto upright = [&](Handle handle, const std::optional<double>& value, bool isDenied) {
        if (value && *value > 0)
            lines.push_back({handle, QLineF(QPointF(placeOf(*value, 1).x(), room.top()), QPointF(placeOf(*value, 1).x(), room.bottom())),
                             isDenied, *value});
    };
    const auto level = [&](Handle handle, const std::optional<double>& value, bool isDenied) {
        if (value && *value > 0)
            lines.push_back({handle, QLineF(QPointF(room.left(), placeOf(1, *value).y()), QPointF(room.right(), placeOf(1, *value).y())),
                             isDenied, *value});
    };
    const auto dense = [&](Handle handle, const std::optional<double>& value, bool isDenied) {
        if (value && *value > 0)
            lines.push_back({handle, QLineF(QPointF(stackX(*value), bar.top()), QPointF(stackX(*value), bar.bottom())), isDenied, *value});
    };
    upright(Handle::Tpp, m_chips.tpp, false);
    level(Handle::Bandwidth, m_chips.bandwidth, false);
    upright(Handle::DeniedTpp, m_chips.deniedTpp, true);
    level(Handle::DeniedBandwidth, m_chips.deniedBandwidth, true);
    dense(Handle::StackDensity, m_stacks.stackDensity, false);
    dense(Handle::DeniedStackDensity, m_stacks.deniedStackDensity, true);
    return lines;
}

std::optional<ProductPlot::Handle> ProductPlot::handleAt(const QPointF& place) const
{
    for (const auto& line : lines()) {
        const bool isUpright = std::fabs(line.place.dx()) < 1;
        const double off = isUpright ? std::fabs(place.x() - line.place.x1()) : std::fabs(place.y() - line.place.y1());
        const bool isBeside = isUpright ? place.y() >= line.place.y1() && place.y() <= line.place.y2()
                                        : place.x() >= line.place.x1() && place.x() <= line.place.x2();
        if (off <= near && isBeside)
            return line.handle;
    }
    return std::nullopt;
}

double ProductPlot::valueAt(Handle handle, const QPointF& place) const
{
    const auto room = plot();
    const auto part = [](double value) { return std::clamp(value, 0.0, 1.0); };
    switch (handle) {
    case Handle::Tpp:
    case Handle::DeniedTpp:
        return rounded(leastTpp * std::pow(mostTpp / leastTpp, part((place.x() - room.left()) / std::max(1.0, room.width()))));
    case Handle::Bandwidth:
    case Handle::DeniedBandwidth:
        return rounded(leastBandwidth
                       * std::pow(mostBandwidth / leastBandwidth, part((room.bottom() - place.y()) / std::max(1.0, room.height()))));
    case Handle::StackDensity:
    case Handle::DeniedStackDensity: break;
    }
    constexpr double tenths = 10;
    return std::round(part((place.x() - strip().left()) / std::max(1.0, strip().width())) * mostDensity * tenths) / tenths;
}

/// Where a license is needed, and of that where it is denied. What density alone catches lies outside.
void ProductPlot::paintRegions(QPainter& painter) const
{
    const auto& t = tokensOf(*this);
    const auto room = plot();
    const auto from = [&](const std::optional<double>& tpp, const std::optional<double>& bandwidth) {
        QPainterPath area;
        if (tpp)
            area.addRect(QRectF(QPointF(placeOf(*tpp, 1).x(), room.top()), room.bottomRight()));
        QPainterPath above;
        if (bandwidth)
            above.addRect(QRectF(room.topLeft(), QPointF(room.right(), placeOf(1, *bandwidth).y())));
        return area.united(above);
    };
    const auto needed = from(m_chips.tpp, m_chips.bandwidth);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(t.blue, t.card, 0.10));
    painter.drawPath(needed);
    painter.setBrush(mixed(t.vermillion, t.card, 0.14));
    painter.drawPath(needed.intersected(from(m_chips.deniedTpp, m_chips.deniedBandwidth)));
    const auto bar = strip();
    painter.setBrush(mixed(t.edge, t.card, 0.12));
    painter.drawRect(bar);
    if (m_stacks.stackDensity) {
        const double x = stackX(*m_stacks.stackDensity);
        painter.setBrush(mixed(t.blue, t.card, 0.16));
        painter.drawRect(QRectF(QPointF(x, bar.top()), bar.bottomRight()));
        if (m_stacks.deniedStackDensity) {
            painter.setBrush(mixed(t.vermillion, t.card, 0.2));
            painter.drawRect(QRectF(QPointF(std::max(x, stackX(*m_stacks.deniedStackDensity)), bar.top()), bar.bottomRight()));
        }
    }
}

void ProductPlot::paintAxes(QPainter& painter) const
{
    const auto& t = tokensOf(*this);
    const auto room = plot();
    painter.setFont(fontOf(10.5));
    const auto word = [&](double value) { return text(words::number(value), m_language); };
    for (const double tick : tppTicks) {
        const double x = placeOf(tick, 1).x();
        painter.setPen(QPen(t.grid, 1));
        painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()));
        painter.setPen(t.muted);
        painter.drawText(QRectF(x - 32, room.bottom() + 3, 64, 15), Qt::AlignCenter, word(tick));
    }
    for (const double tick : bandwidthTicks) {
        const double y = placeOf(1, tick).y();
        painter.setPen(QPen(t.grid, 1));
        painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y));
        painter.setPen(t.muted);
        painter.drawText(QRectF(4, y - 8, left - 10, 16), Qt::AlignRight | Qt::AlignVCenter, word(tick));
    }
    painter.setFont(fontOf(12, QFont::DemiBold));
    painter.setPen(t.text);
    painter.drawText(QRectF(14, 8, 200, 18), Qt::AlignLeft | Qt::AlignVCenter, text(Message("products.chips"), m_language));
    painter.drawText(QRectF(14, height() - stripRoom + 4, 200, 18), Qt::AlignLeft | Qt::AlignVCenter,
                     text(Message("products.stacks"), m_language));
    painter.setFont(fontOf(10.5));
    painter.setPen(t.muted);
    painter.drawText(QRectF(4, room.top() - 19, left - 10, 15), Qt::AlignRight | Qt::AlignVCenter,
                     text(Message("products.axis_bandwidth"), m_language));
    painter.drawText(QRectF(room.right() - 80, room.bottom() + 18, 80, 15), Qt::AlignRight | Qt::AlignVCenter,
                     text(Message("products.axis_tpp"), m_language));
    painter.drawText(QRectF(100, height() - stripRoom + 4, width() - 118, 18), Qt::AlignLeft | Qt::AlignVCenter,
                     text(Message("products.stacks_unit"), m_language));
    for (int tick = 0; tick <= static_cast<int>(mostDensity); tick += 3)
        painter.drawText(QRectF(stackX(tick) - 20, strip().bottom() + 8, 40, 15), Qt::AlignCenter,
                         text(words::exactNumber(std::to_string(tick)), m_language));
}

/// Names beside their points, clear of each other and, where that can be, of the lines. One that finds no free place is left out; it is
/// told where the pointer or the keys are.
std::vector<ProductPlot::Label> ProductPlot::labels() const
{
    QList<QRectF> taken, ruled;
    const auto all = points();
    for (const auto& point : all)
        taken << QRectF(point.place.x() - 6, point.place.y() - 6, 12, 12);
    for (const auto& line : lines())
        ruled << QRectF(line.place.p1(), line.place.p2()).normalized().adjusted(-1, -1, 1, 1);
    const auto touches = [](const QList<QRectF>& boxes, const QRectF& here) {
        return std::ranges::any_of(boxes, [&](const QRectF& other) { return other.intersects(here); });
    };
    std::vector<Label> labels;
    for (const auto& point : all) {
        const auto name = text(point.product->label);
        const double wide = QFontMetricsF(labelFont(*point.product)).horizontalAdvance(name) + 2;
        const QPointF above(-wide / 2, -22);
        std::vector<QPointF> tries{above, QPointF(5, -22), QPointF(-5 - wide, -22)};
        if (point.product->kind != Product::Kind::Stack)
            tries = {QPointF(10, -7), QPointF(-10 - wide, -7), above, QPointF(-wide / 2, 9), QPointF(12, -22), QPointF(12, 8)};
        std::optional<QRectF> free, clear;
        for (const auto& offset : tries) {
            const QRectF here(point.place + offset, QSizeF(wide, 14));
            if (touches(taken, here) || here.left() <= 4 || here.right() >= width() - 4)
                continue;
            if (!free)
                free = here;
            if (!clear && !touches(ruled, here))
                clear = here;
        }
        if (!free)
            continue;
        labels.push_back({point.product, clear.value_or(*free)});
        taken << labels.back().box;
    }
    return labels;
}

void ProductPlot::paintPoints(QPainter& painter) const
{
    const auto& t = tokensOf(*this);
    int place = 0;
    for (const auto& point : points()) {
        const auto& at = point.place;
        if (point.product->isChinese) {
            painter.setPen(QPen(t.muted, 1.5));
            painter.drawLine(at + QPointF(-4, -4), at + QPointF(4, 4));
            painter.drawLine(at + QPointF(-4, 4), at + QPointF(4, -4));
        } else {
            drawVerdict(painter, t, point.verdict, at, 1);
        }
        if (place++ == m_current && hasFocus()) {
            painter.setPen(QPen(t.accent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(at, 10, 10);
        }
    }
    for (const auto& label : labels()) {
        painter.setFont(labelFont(*label.product));
        painter.setPen(label.product->isChinese ? t.muted : t.text);
        painter.drawText(label.box, Qt::AlignLeft | Qt::AlignVCenter, text(label.product->label));
    }
}

QStringList ProductPlot::paintedTexts() const
{
    QStringList texts;
    for (const auto& words : {Message("products.chips"), Message("products.stacks"), Message("products.stacks_unit"),
                              Message("products.axis_tpp"), Message("products.axis_bandwidth"), Message("products.free"),
                              Message("products.licensable"), Message("products.caught"), Message("products.unknown")})
        texts << text(words, m_language);
    for (const auto& product : m_book.products)
        texts << text(product.label);
    return texts;
}

void ProductPlot::paintEvent(QPaintEvent*)
{
    const auto& t = tokensOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? t.accent : t.line, 1));
    painter.setBrush(t.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    paintRegions(painter);
    paintAxes(painter);
    for (const auto& line : lines()) {
        painter.setPen(QPen(line.isDenied ? t.vermillion : t.blue, 1.8, line.isDenied ? Qt::SolidLine : Qt::DashLine));
        painter.drawLine(line.place);
        painter.setBrush(t.card);
        painter.drawEllipse(line.place.p2(), 4, 4);
    }
    paintPoints(painter);
    double x = width() - right; // what the shapes mean, from the right
    painter.setFont(fontOf(10.5));
    for (const auto verdict : {ProductVerdict::Unknown, ProductVerdict::Caught, ProductVerdict::Licensable, ProductVerdict::Free}) {
        const auto word = text(words::verdictName(verdict), m_language);
        const double wide = QFontMetricsF(painter.font()).horizontalAdvance(word);
        painter.setPen(t.muted);
        painter.drawText(QRectF(x - wide, 9, wide + 2, 16), Qt::AlignLeft | Qt::AlignVCenter, word);
        const QPointF at(x - wide - 10, 17);
        drawVerdict(painter, t, verdict, at, 0.75);
        x -= wide + 30;
    }
}

bool ProductPlot::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QString told;
        for (const auto& point : points())
            if (QLineF(point.place, help->pos()).length() < 9)
                told = text(words::productTold(*point.product, lineFor(*point.product)), m_language);
        QToolTip::showText(help->globalPos(), plainText(told), this);
        return true;
    }
    return QWidget::event(event);
}

void ProductPlot::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        m_dragged = handleAt(event->position());
}

void ProductPlot::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragged && event->buttons() & Qt::LeftButton)
        emit moved(*m_dragged, valueAt(*m_dragged, event->position()));
    const auto handle = m_dragged ? m_dragged : handleAt(event->position());
    const bool isLevel = handle == Handle::Bandwidth || handle == Handle::DeniedBandwidth;
    setCursor(!handle ? Qt::ArrowCursor : isLevel ? Qt::SizeVerCursor : Qt::SizeHorCursor);
}

void ProductPlot::mouseReleaseEvent(QMouseEvent*) { m_dragged.reset(); }

void ProductPlot::keyPressEvent(QKeyEvent* event)
{
    const bool isBack = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up;
    const bool isOn = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down;
    if (!isBack && !isOn)
        return QWidget::keyPressEvent(event);
    const auto all = points();
    const int count = static_cast<int>(all.size());
    m_current = m_current < 0 ? 0 : (m_current + (isOn ? 1 : count - 1)) % count;
    const auto& product = *all[static_cast<std::size_t>(m_current)].product;
    setAccessibleDescription(text(words::productTold(product, lineFor(product)), m_language));
    update();
}

} // namespace chokepoint::ui
