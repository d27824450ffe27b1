// A message over the page: it comes and goes without moving anything under it.
#pragma once

#include <QWidget>

class QLabel;

namespace chokepoint::ui {

class MessageBar : public QWidget {
    Q_OBJECT
public:
    /// Hidden. Lies over what stands below `bar`, as wide as the parent of that.
    explicit MessageBar(QWidget* bar);

    /// Shows a plain text until it is closed or hidden.
    void say(const QString& text);
    /// Empty without a message.
    QString text() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    QWidget* m_bar;
    QLabel* m_text;
};

} // namespace chokepoint::ui
