// A grey panel over the whole window, with all windows above it away: hidden at a key, or between two people at one machine.
#pragma once

#include <QPointer>
#include <QWidget>

class QLabel;

namespace chokepoint::ui {

/// Whether a window belongs to another, be it by way of a third.
bool isAbove(const QWidget& window, const QWidget& other);

/// While it is there the contents of the window and all windows above it are hidden, for screen readers too, and the title says the
/// program's name alone.
class HidePanel : public QWidget {
    Q_OBJECT
public:
    /// Covers the window of `page` in one frame; `words` say how it goes away, `keys` do it.
    HidePanel(QWidget& page, const QString& words, QList<int> keys);

    void leave();

signals:
    void left();

protected:
    void keyPressEvent(QKeyEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_window;
    QPointer<QWidget> m_contents, m_focus;
    QList<QPointer<QWidget>> m_above; ///< windows that were there
    QString m_title;
    QList<int> m_keys;
};

} // namespace chokepoint::ui
