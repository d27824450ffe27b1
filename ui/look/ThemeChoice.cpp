// Listens to the application for a palette that is not ours, and to its windows for a change of the desktop's theme.
#include "look/ThemeChoice.h"

#include <QApplication>
#include <QEvent>
#include <QPalette>

namespace chokepoint::ui {
namespace {

Theme themeOf(const QPalette& palette) { return palette.color(QPalette::Window).lightness() < 128 ? Theme::Dark : Theme::Light; }

/// A colour that our themes leave to the desktop: when it changes, the desktop's theme has.
constexpr auto foreign = QPalette::LinkVisited;

} // namespace

ThemeChoice::ThemeChoice(QApplication& application) : QObject(&application), m_application(application)
{
    m_foreign = QApplication::palette().color(foreign);
    application.installEventFilter(this);
}

ThemeChoice& ThemeChoice::of(QApplication& application)
{
    if (auto* made = application.findChild<ThemeChoice*>(QString(), Qt::FindDirectChildrenOnly))
        return *made;
    return *new ThemeChoice(application);
}

void ThemeChoice::setWish(Wish wish)
{
    m_wish = wish;
    follow();
    emit wishChanged();
}

/// Sets the theme that is wished for. Without a palette of our own the application has that of the desktop.
void ThemeChoice::follow()
{
    if (m_isApplying)
        return;
    m_isApplying = true;
    if (m_wish == Wish::AsDesktop)
        QApplication::setPalette(QPalette());
    const auto theme = m_wish == Wish::AsDesktop ? themeOf(QApplication::palette()) : m_wish == Wish::Dark ? Theme::Dark : Theme::Light;
    applyTheme(m_application, theme);
    m_foreign = QApplication::palette().color(foreign);
    m_isApplying = false;
}

bool ThemeChoice::eventFilter(QObject* watched, QEvent* event)
{
    const bool isOfThemes = event->type() == QEvent::ThemeChange || event->type() == QEvent::ApplicationPaletteChange;
    if (!isOfThemes || m_wish != Wish::AsDesktop || m_isApplying)
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::ThemeChange && watched->isWindowType()) {
        follow();
    } else if (event->type() == QEvent::ApplicationPaletteChange && watched == &m_application) {
        const auto palette = QApplication::palette();
        const auto shown = themeOf(palette);
        if (palette.color(QPalette::Window) != tokensOf(shown).ground) { // somebody else's palette
            m_isApplying = true;
            applyTheme(m_application, shown);
            m_isApplying = false;
        } else if (palette.color(foreign) != m_foreign) {
            follow();
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace chokepoint::ui
