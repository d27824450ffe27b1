// Places the parts of a result by hand: a layout would move them with every text.
#include "pages/explore/FigureCard.h"

#include "look/Theme.h"
#include "parts/DataText.h"
#include "parts/ElidedLabel.h"

#include <QLabel>
#include <QMouseEvent>
#include <QPainter>

#include <array>
#include <utility>

namespace chokepoint::ui {
namespace {

constexpr int nameHeight = 17, lineHeight = 27, barHeight = 12, rangeHeight = 15, below = 9; ///< pixels, from the top
constexpr int cardHeight = nameHeight + lineHeight + barHeight + rangeHeight + below;
constexpr int besideValue = 6;

QLabel* labelIn(QWidget* card, const QString& name, const QFont& font, Qt::Alignment alignment)
{
    auto* label = new QLabel(card);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setFont(font);
    label->setAlignment(alignment);
    return label;
}

} // namespace

FigureCard::FigureCard(const QString& id, const QString& name, const QString& unit, QWidget* parent) : QWidget(parent), m_unit(unit)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_name = new ElidedLabel(this);
    m_name->setObjectName(QStringLiteral("name:") + id);
    m_name->setFont(fontOf(12));
    m_name->setText(name);
    m_name->setProperty("role", "muted");
    m_value = labelIn(this, QStringLiteral("value:") + id, fontOf(20, QFont::DemiBold), Qt::AlignLeft | Qt::AlignBottom);
    m_value->setCursor(Qt::PointingHandCursor);
    m_value->setToolTip(tr("Opens the sources of this number."));
    m_value->installEventFilter(this);
    m_change = labelIn(this, QStringLiteral("change:") + id, fontOf(13.5, QFont::DemiBold), Qt::AlignRight | Qt::AlignBottom);
    m_bar = new RangeBar(this);
    m_bar->setObjectName(QStringLiteral("bar:") + id);
    m_range = labelIn(this, QStringLiteral("range:") + id, fontOf(11), Qt::AlignRight | Qt::AlignTop);
    m_range->setProperty("role", "muted");
}

QSize FigureCard::sizeHint() const { return {200, cardHeight}; }

QSize FigureCard::minimumSizeHint() const { return {120, cardHeight}; }

QString FigureCard::value() const { return m_value->text(); }

void FigureCard::setValue(const QString& value)
{
    m_value->setText(value);
    fitLine();
}

void FigureCard::setChange(const QString& change, bool isPlain)
{
    m_change->setText(change);
    m_isPlain = isPlain;
    setStyled(*m_change, "role", QLatin1String(isPlain ? "muted" : "accent"));
    fitLine();
}

/// Value and change share a line. Where a narrow card has no room for both they become smaller, for neither may be cut.
void FigureCard::fitLine()
{
    constexpr std::array<std::pair<double, double>, 4> sizes{{{20, 13.5}, {18, 12.5}, {16, 11.5}, {14, 11}}};
    for (const auto& [value, change] : sizes) {
        m_value->setFont(fontOf(value, QFont::DemiBold));
        m_change->setFont(fontOf(change, m_isPlain ? QFont::Normal : QFont::DemiBold));
        if (m_value->sizeHint().width() + besideValue + m_change->sizeHint().width() <= width())
            break;
    }
    m_value->setGeometry(0, nameHeight, m_value->sizeHint().width(), lineHeight);
    const int wide = m_change->sizeHint().width();
    m_change->setGeometry(width() - wide, nameHeight, wide, lineHeight - 2);
    update();
}

void FigureCard::setRange(const std::optional<RangeBar::Range>& range, const QString& words, const QString& sentence)
{
    m_bar->setRange(range);
    m_bar->setToolTip(plainText(sentence));
    m_bar->setAccessibleName(sentence);
    m_range->setText(words);
    m_range->setToolTip(plainText(sentence));
}

QStringList FigureCard::paintedTexts() const { return {m_unit}; }

bool FigureCard::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_value && event->type() == QEvent::MouseButtonRelease && static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton)
        emit valueClicked();
    return QWidget::eventFilter(watched, event);
}

void FigureCard::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_name->setGeometry(0, 0, width(), nameHeight);
    fitLine();
    m_bar->setGeometry(0, nameHeight + lineHeight, width(), barHeight);
    m_range->setGeometry(0, nameHeight + lineHeight + barHeight, width(), rangeHeight);
}

/// The unit, where the change leaves it room; the name's tool tip says it too.
void FigureCard::paintEvent(QPaintEvent*)
{
    const int left = m_value->geometry().right() + 1 + besideValue, right = m_change->geometry().left() - besideValue;
    QPainter painter(this);
    painter.setFont(fontOf(12));
    if (m_unit.isEmpty() || painter.fontMetrics().horizontalAdvance(m_unit) > right - left)
        return;
    painter.setPen(tokensOf(*this).muted);
    const int baseline = nameHeight + lineHeight - m_value->fontMetrics().descent() - 1;
    painter.drawText(left, baseline, m_unit);
}

} // namespace chokepoint::ui
