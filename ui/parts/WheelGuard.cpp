// Filters the events of the control.
#include "parts/WheelGuard.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QWidget>

namespace chokepoint::ui {
namespace {

class WheelGuard : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const bool isStrayWheel = event->type() == QEvent::Wheel && !static_cast<const QWidget*>(watched)->hasFocus();
        const bool isRepeat =
            event->type() == QEvent::KeyPress && static_cast<const QKeyEvent*>(event)->isAutoRepeat() && qobject_cast<QComboBox*>(watched);
        if (isStrayWheel)
            event->ignore(); // goes on to what lies under the control
        return isStrayWheel || isRepeat;
    }
};

} // namespace

void guardWheel(QWidget& control)
{
    control.setFocusPolicy(Qt::StrongFocus);
    control.installEventFilter(new WheelGuard(&control));
}

} // namespace chokepoint::ui
