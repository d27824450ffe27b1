// Covers the window and gives it back.
#include "pages/negotiate/HidePanel.h"

#include "look/Theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QMainWindow>
#include <QVBoxLayout>

namespace chokepoint::ui {

bool isAbove(const QWidget& window, const QWidget& other)
{
    for (const auto* below = other.parentWidget(); below; below = below->parentWidget())
        if (below == &window)
            return true;
    return false;
}

HidePanel::HidePanel(QWidget& page, const QString& words, QList<int> keys)
    : QWidget(page.window()),
      m_window(page.window()),
      m_focus(QApplication::focusWidget()),
      m_title(m_window->windowTitle()),
      m_keys(std::move(keys))
{
    setObjectName(QStringLiteral("hidePanel"));
    setAttribute(Qt::WA_StyledBackground);
    setAutoFillBackground(true);
    auto palette = this->palette();
    palette.setColor(QPalette::Window, tokensOf(page).ground);
    setPalette(palette);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(words);
    auto* column = new QVBoxLayout(this);
    auto* name = new QLabel(QStringLiteral("Chokepoint"), this);
    name->setFont(fontOf(22, QFont::DemiBold));
    auto* how = new QLabel(words, this);
    how->setObjectName(QStringLiteral("hideWords"));
    how->setProperty("role", "muted");
    how->setFont(fontOf(14));
    for (auto* label : {name, how})
        label->setAlignment(Qt::AlignCenter);
    column->addStretch(1);
    column->addWidget(name);
    column->addWidget(how);
    column->addStretch(1);
    if (const auto* main = qobject_cast<QMainWindow*>(m_window))
        m_contents = main->centralWidget();
    if (m_contents)
        m_contents->hide();
    for (auto* window : QApplication::topLevelWidgets())
        if (window->isVisible() && isAbove(*m_window, *window)) {
            m_above << window;
            window->hide();
        }
    m_window->setWindowTitle(QStringLiteral("Chokepoint"));
    m_window->activateWindow();
    m_window->installEventFilter(this);
    setGeometry(m_window->rect());
    show();
    raise();
    setFocus();
}

void HidePanel::leave()
{
    m_window->removeEventFilter(this);
    m_window->setWindowTitle(m_title);
    if (m_contents)
        m_contents->show();
    hide();
    for (const auto& window : m_above)
        if (window)
            window->show();
    if (m_focus) {
        m_focus->setFocus();
        m_focus->activateWindow();
    }
    emit left();
    deleteLater();
}

void HidePanel::keyPressEvent(QKeyEvent* event)
{
    if (m_keys.contains(event->key()))
        leave();
}

/// Nothing below it is reached.
void HidePanel::mousePressEvent(QMouseEvent* event) { event->accept(); }

bool HidePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_window && event->type() == QEvent::Resize)
        setGeometry(m_window->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace chokepoint::ui
