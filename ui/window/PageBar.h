// The names of the pages in the top bar; one of them is chosen.
#pragma once

#include <QString>
#include <QVector>
#include <QWidget>

#include <vector>

class QToolButton;

namespace chokepoint::ui {

struct PageName {
    QString id;   ///< for tests and settings, the same in every language
    QString name; ///< on its button
};

class PageBar : public QWidget {
    Q_OBJECT
public:
    /// Ctrl+1 chooses the first page, and so on.
    explicit PageBar(const QVector<PageName>& pages, QWidget* parent = nullptr);

    int current() const { return m_current; }
    void setCurrent(int page); ///< emits nothing

signals:
    void chosen(int page);

private:
    std::vector<QToolButton*> m_buttons;
    int m_current = 0;
};

} // namespace chokepoint::ui
