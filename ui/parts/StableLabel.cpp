// Stands between a label and the layout.
#include "parts/StableLabel.h"

#include <QEvent>
#include <QLabel>

namespace chokepoint::ui {

StableLabel::StableLabel(QLabel* label, QWidget* parent) : QWidget(parent), m_label(label)
{
    m_label->setParent(this);
    auto policy = m_label->sizePolicy();
    policy.setHeightForWidth(m_label->wordWrap());
    setSizePolicy(policy);
}

QSize StableLabel::sizeHint() const { return m_label->isHidden() ? QSize(0, 0) : m_label->sizeHint(); }

QSize StableLabel::minimumSizeHint() const { return m_label->isHidden() ? QSize(0, 0) : m_label->minimumSizeHint(); }

bool StableLabel::hasHeightForWidth() const { return m_label->wordWrap(); }

int StableLabel::heightForWidth(int width) const { return m_label->isHidden() ? 0 : m_label->heightForWidth(width); }

/// A text that finds room where it stands stays a matter between the label and this.
bool StableLabel::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) {
        // a line may be too long, words that wrap may be too high; to measure is most of the cost
        const bool isHidden = m_label->isHidden(), wraps = m_label->wordWrap();
        const auto metrics = m_label->fontMetrics();
        const bool staysOneLine = m_needed < 2 * metrics.height() && m_label->text().size() * metrics.averageCharWidth() * 3 / 2 < width();
        const int wanted = wraps && !isHidden && !staysOneLine ? heightForWidth(width()) : m_needed;
        const bool isTooLong = !wraps && m_label->minimumSizeHint().width() > width();
        if (wanted != m_needed || wanted > height() || isHidden != (height() == 0) || isTooLong) {
            m_needed = wanted;
            updateGeometry();
        }
        return true;
    }
    return QWidget::event(event);
}

/// While it is hidden, nobody tells it of new texts.
void StableLabel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    updateGeometry();
}

void StableLabel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_label->setGeometry(rect());
    m_needed = hasHeightForWidth() ? heightForWidth(width()) : 0;
    if (m_needed > height())
        updateGeometry(); // the layout did not know of the newest text yet
}

} // namespace chokepoint::ui
