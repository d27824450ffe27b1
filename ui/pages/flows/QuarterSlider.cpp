// Draws and moves the slider.
#include "pages/flows/QuarterSlider.h"

#include "api/ProjectionWords.h"
#include "look/Theme.h"
#include "parts/Text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {
namespace {

constexpr int trackLeft = 138, trackRight = 22, trackTop = 38, trackHeight = 17;
constexpr double wordPixels = 10.5, blockPixels = 10.5, sliderNamePixels = 14.5;
constexpr QColor ink(0x10, 0x14, 0x18); ///< of words on a colour, in both themes

double widthOf(const QString& words, double pixels, QFont::Weight weight = QFont::Normal)
{
    return QFontMetricsF(fontOf(pixels, weight)).horizontalAdvance(words);
}

/// A triangle, or two bars while it plays.
class PlayButton : public QToolButton {
public:
    using QToolButton::QToolButton;

protected:
    void paintEvent(QPaintEvent*) override
    {
        const auto& t = tokensOf(*this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QPointF middle = QRectF(rect()).center();
        painter.setPen(hasFocus() ? QPen(t.text, 2) : QPen(Qt::NoPen));
        painter.setBrush(t.accent);
        painter.drawEllipse(middle, 15, 15);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.card);
        if (isChecked()) {
            painter.drawRect(QRectF(middle.x() - 5, middle.y() - 6, 4, 12));
            painter.drawRect(QRectF(middle.x() + 1.5, middle.y() - 6, 4, 12));
        } else {
            painter.drawPolygon(QPolygonF{middle + QPointF(-4.5, -7), middle + QPointF(8, 0), middle + QPointF(-4.5, 7)});
        }
    }
};

} // namespace

QuarterSlider::QuarterSlider(const Language& language, QWidget* parent)
    : QWidget(parent), m_language(language), m_binding(quarterCount, BindingInput::Logic), m_button(new PlayButton(this))
{
    setObjectName(QStringLiteral("quarterSlider"));
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Quarter of the map"));
    m_button->setObjectName(QStringLiteral("play"));
    m_button->setCheckable(true);
    m_button->setAccessibleName(tr("Play the quarters"));
    m_button->setToolTip(tr("Plays the quarters, four a second (Space)."));
    m_button->setFixedSize(34, 34);
    m_play.setInterval(msPerQuarter);
    connect(&m_play, &QTimer::timeout, this, &QuarterSlider::advance);
    connect(m_button, &QToolButton::clicked, this, [this](bool plays) { setPlaying(plays); });
    describe();
}

void QuarterSlider::setBinding(std::vector<BindingInput> binding)
{
    m_binding = std::move(binding);
    describe();
    update();
}

void QuarterSlider::setEvents(std::vector<Event> events)
{
    m_events = std::move(events);
    update();
}

void QuarterSlider::setQuarter(Quarter quarter)
{
    quarter.index = std::clamp(quarter.index, 0, quarterCount - 1);
    if (quarter == m_quarter)
        return;
    m_quarter = quarter;
    describe();
    update();
    emit moved(quarter);
}

void QuarterSlider::setPlaying(bool plays)
{
    if (plays && m_quarter.index + 1 >= quarterCount)
        setQuarter({0}); // from the end it begins anew
    m_button->setChecked(plays);
    if (plays == m_play.isActive())
        return;
    if (plays)
        m_play.start();
    else
        m_play.stop();
    emit playingChanged(plays);
}

void QuarterSlider::advance()
{
    setQuarter({m_quarter.index + 1});
    if (m_quarter.index + 1 >= quarterCount)
        setPlaying(false);
}

void QuarterSlider::describe()
{
    const auto input = words::binding(m_binding[static_cast<std::size_t>(m_quarter.index)]);
    setAccessibleDescription(text(Message("strip.scarcest", {{"quarter", m_quarter}, {"input", input}}), m_language));
}

double QuarterSlider::xAt(double year) const
{
    return trackLeft + (year - firstYear) / (lastYear + 1 - firstYear) * (width() - trackLeft - trackRight);
}

QPoint QuarterSlider::pointAt(Quarter quarter) const
{
    return {static_cast<int>(std::lround(xAt(quarter.middle()))), trackTop + trackHeight / 2};
}

Quarter QuarterSlider::quarterAt(double x) const
{
    const double part = (x - trackLeft) / std::max(1, width() - trackLeft - trackRight);
    return {std::clamp(static_cast<int>(std::floor(part * quarterCount)), 0, quarterCount - 1)};
}

QRectF QuarterSlider::knob() const { return {pointAt(m_quarter).x() - 5.5, trackTop - 3.5, 11, 24}; }

/// Where in a block a word of a width stands: in its middle, else in the larger part beside the knob that covers the middle.
std::optional<QRectF> QuarterSlider::roomBesideKnob(const QRectF& block, double wide) const
{
    if (wide > block.width())
        return std::nullopt;
    const auto covered = knob().adjusted(-2, 0, 2, 0);
    const double middle = block.center().x();
    if (covered.right() < middle - wide / 2 || covered.left() > middle + wide / 2)
        return block;
    auto before = block, after = block;
    before.setRight(covered.left());
    after.setLeft(covered.right());
    const auto& larger = before.width() > after.width() ? before : after;
    return larger.width() >= wide ? std::optional(larger) : std::nullopt;
}

std::vector<QuarterSlider::Block> QuarterSlider::blocks() const
{
    std::vector<Block> blocks;
    for (std::size_t q = 0; q < m_binding.size();) {
        auto end = q;
        while (end + 1 < m_binding.size() && m_binding[end + 1] == m_binding[q])
            ++end;
        const double left = xAt(Quarter{static_cast<int>(q)}.begin()), right = xAt(Quarter{static_cast<int>(end)}.end());
        Block block{QRectF(left + 0.5, trackTop, right - left - 1, trackHeight), m_binding[q], {}, {}};
        const auto word = text(words::bindingOnStrip(block.input), m_language);
        for (const auto& shown : {word, word.left(1).toUpper()}) {
            const auto room = roomBesideKnob(block.place, widthOf(shown, blockPixels, QFont::DemiBold) + 4);
            if (!block.word.isEmpty() || !room)
                continue;
            block.word = shown;
            block.wordRoom = *room;
        }
        blocks.push_back(block);
        q = end + 1;
    }
    return blocks;
}

std::vector<QuarterSlider::Word> QuarterSlider::periodWords() const
{
    const double x = xAt(recordedUntil);
    const auto before = tr("recorded"), after = tr("projected");
    const double width = widthOf(before, wordPixels);
    return {{QRectF(x - 5 - width, 4, width, 14), before}, {QRectF(x + 5, 4, widthOf(after, wordPixels), 14), after}};
}

std::vector<QuarterSlider::Word> QuarterSlider::eventWords() const
{
    std::vector<Word> words;
    for (const auto& event : m_events) {
        const double width = widthOf(event.words, wordPixels);
        const double last = this->width() - trackRight - width;
        const double x = std::max<double>(trackLeft, std::min(xAt(event.time) - width / 2, last));
        const QRectF place(x, 19, width, 14);
        const bool isFree =
            std::ranges::none_of(words, [&](const Word& word) { return word.place.adjusted(-8, 0, 8, 0).intersects(place); });
        if (isFree)
            words.push_back({place, event.words});
    }
    return words;
}

std::vector<QuarterSlider::Word> QuarterSlider::yearWords() const
{
    std::vector<Word> words;
    const double room = xAt(firstYear + 1) - xAt(firstYear);
    for (int year = firstYear; year <= lastYear; ++year) {
        const auto word = text(Message("figure.year", {{"year", year}}), m_language);
        if (room > widthOf(word, wordPixels) + 4 || (year - firstYear) % 2 == 0)
            words.push_back({QRectF(xAt(year), trackTop + trackHeight + 5, room, 15), word});
    }
    return words;
}

/// Parts what is recorded from what is projected; it leaves words out that stand in its way.
QVector<QLineF> QuarterSlider::recordedLine() const
{
    const double x = xAt(recordedUntil), end = trackTop + trackHeight + 18;
    QVector<QLineF> line;
    double from = 4;
    for (const auto& words : {eventWords(), yearWords()}) // from above down
        for (const auto& word : words) {
            const double half = widthOf(word.text, wordPixels) / 2 + 2, middle = word.place.center().x();
            if (x < middle - half || x > middle + half)
                continue;
            line << QLineF(x, from, x, word.place.top());
            from = word.place.bottom();
        }
    if (from < end)
        line << QLineF(x, from, x, end);
    return line;
}

QStringList QuarterSlider::paintedTexts() const
{
    QStringList texts{text(m_quarter, m_language), tr("bottleneck")};
    for (const auto& block : blocks())
        if (!block.word.isEmpty())
            texts << block.word;
    for (const auto& words : {eventWords(), yearWords(), periodWords()})
        for (const auto& word : words)
            texts << word.text;
    return texts;
}

void QuarterSlider::paintEvent(QPaintEvent*)
{
    const auto& t = tokensOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? t.accent : t.line, 1));
    painter.setBrush(t.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    painter.setFont(fontOf(sliderNamePixels, QFont::DemiBold));
    painter.setPen(t.accent);
    painter.drawText(QRectF(56, 28, trackLeft - 60, 20), Qt::AlignLeft | Qt::AlignVCenter, text(m_quarter, m_language));
    painter.setFont(fontOf(wordPixels));
    painter.setPen(t.muted);
    painter.drawText(QRectF(56, 47, trackLeft - 60, 15), Qt::AlignLeft | Qt::AlignVCenter, tr("bottleneck"));
    for (const auto& words : {periodWords(), eventWords()})
        for (const auto& word : words)
            painter.drawText(word.place, Qt::AlignLeft | Qt::AlignVCenter, word.text);
    for (const auto& word : yearWords())
        painter.drawText(word.place, Qt::AlignHCenter | Qt::AlignTop, word.text);
    painter.setPen(QPen(t.edge, 1));
    for (const auto& event : m_events)
        painter.drawLine(QPointF(xAt(event.time), trackTop - 5), QPointF(xAt(event.time), trackTop - 1));
    for (int year = firstYear; year <= lastYear + 1; ++year)
        painter.drawLine(QPointF(xAt(year), trackTop + trackHeight + 1), QPointF(xAt(year), trackTop + trackHeight + 5));
    painter.setFont(fontOf(blockPixels, QFont::DemiBold));
    for (const auto& block : blocks()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colourOfBinding(t, static_cast<int>(block.input)));
        painter.drawRoundedRect(block.place, 2, 2);
        painter.setPen(block.input == BindingInput::Demand ? t.text : ink);
        painter.drawText(block.wordRoom, Qt::AlignCenter, block.word);
    }
    painter.setPen(QPen(t.faint, 1, Qt::DotLine));
    painter.drawLines(recordedLine());
    painter.setPen(QPen(t.accent, 2));
    painter.setBrush(t.card);
    painter.drawRoundedRect(knob(), 4, 4);
}

void QuarterSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && event->position().x() > trackLeft - 8) {
        setPlaying(false);
        setQuarter(quarterAt(event->position().x()));
    }
}

void QuarterSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton && event->position().x() > trackLeft - 8)
        setQuarter(quarterAt(event->position().x()));
}

void QuarterSlider::keyPressEvent(QKeyEvent* event)
{
    const auto step = [this](int quarters) {
        setPlaying(false);
        setQuarter({m_quarter.index + quarters});
    };
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down: return step(-1);
    case Qt::Key_Right:
    case Qt::Key_Up: return step(1);
    case Qt::Key_PageUp: return step(-4);
    case Qt::Key_PageDown: return step(4);
    case Qt::Key_Home: return step(-quarterCount);
    case Qt::Key_End: return step(quarterCount);
    case Qt::Key_Space: return setPlaying(!isPlaying());
    default: QWidget::keyPressEvent(event);
    }
}

void QuarterSlider::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_button->move(14, trackTop + trackHeight / 2 - m_button->height() / 2);
}

} // namespace chokepoint::ui
