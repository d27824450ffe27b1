// Which theme the windows have: the one of the desktop, followed while the program runs, or one that the person has chosen.
#pragma once

#include "look/Theme.h"

#include <QObject>

namespace chokepoint::ui {

/// One for the application, made when it is first asked for.
class ThemeChoice : public QObject {
    Q_OBJECT
public:
    enum class Wish { AsDesktop, Light, Dark };

    static ThemeChoice& of(QApplication& application);

    Wish wish() const { return m_wish; }
    /// Applies it at once.
    void setWish(Wish wish);

signals:
    void wishChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    explicit ThemeChoice(QApplication& application);
    void follow();

    QApplication& m_application;
    Wish m_wish = Wish::AsDesktop;
    QColor m_foreign;          ///< the colour that no theme of ours sets, as it was last
    bool m_isApplying = false; ///< the changes of palette that are under way are our own
};

} // namespace chokepoint::ui
