// Keeps the message under the bar, outside of every layout.
#include "parts/MessageBar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace chokepoint::ui {

MessageBar::MessageBar(QWidget* bar) : QWidget(bar->parentWidget()), m_bar(bar)
{
    setObjectName(QStringLiteral("messageBar"));
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("message"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* close = new QToolButton(this);
    close->setObjectName(QStringLiteral("closeMessage"));
    close->setText(tr("Close"));
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    layout->addWidget(m_text, 1);
    layout->addWidget(close, 0, Qt::AlignTop);
    bar->installEventFilter(this);
    parentWidget()->installEventFilter(this);
    hide();
}

void MessageBar::say(const QString& text)
{
    m_text->setText(text);
    place();
    show();
    raise();
}

QString MessageBar::text() const { return isHidden() ? QString() : m_text->text(); }

bool MessageBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        place();
    return QWidget::eventFilter(watched, event);
}

void MessageBar::place()
{
    const int wide = parentWidget()->width();
    setGeometry(0, m_bar->geometry().bottom() + 1, wide, layout()->totalHeightForWidth(wide));
}

} // namespace chokepoint::ui
