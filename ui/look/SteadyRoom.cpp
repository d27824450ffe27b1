// Stands between a label and the layout.
#include "SteadyRoom.h"

#include <QEvent>
#include <QLabel>

#include <algorithm>

namespace chokepoint::ui {
namespace {
constexpr int narrowest = 24;
} // namespace

SteadyRoom::SteadyRoom(QLabel* label, QWidget* parent) : QWidget(parent), m_label(label)
{
    m_label->setParent(this);
    auto policy = m_label->sizePolicy();
    policy.setHeightForWidth(m_label->wordWrap());
    setSizePolicy(policy);
    m_told = m_label->sizeHint();
}

int SteadyRoom::wantedHeight() const { return m_label->wordWrap() ? heightForWidth(width()) : sizeHint().height(); }

QSize SteadyRoom::sizeHint() const
{
    if (m_label->isHidden())
        return {0, 0};
    return m_label->wordWrap() ? m_label->sizeHint() : QSize(m_told.width(), m_label->sizeHint().height());
}

/// Words that wrap can stand in any width; a single line is cut by its label.
QSize SteadyRoom::minimumSizeHint() const
{
    return m_label->isHidden() ? QSize(0, 0) : QSize(std::max(m_label->minimumWidth(), std::min(narrowest, m_told.width())), m_label->minimumSizeHint().height());
}

bool SteadyRoom::hasHeightForWidth() const { return m_label->wordWrap(); }

int SteadyRoom::heightForWidth(int width) const { return m_label->isHidden() ? 0 : m_label->heightForWidth(width); }

/// A text that needs the height there is stays a matter between the label and this.
bool SteadyRoom::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) {
        if (const int wanted = wantedHeight(); wanted != m_needed) {
            m_needed = wanted;
            m_told = m_label->sizeHint();
            updateGeometry();
        }
        return true;
    }
    return QWidget::event(event);
}

void SteadyRoom::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_label->setGeometry(rect());
    m_needed = wantedHeight();
}

} // namespace chokepoint::ui
