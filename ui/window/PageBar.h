// The names of the pages in the top bar; one of them is chosen.
#pragma once

#include "parts/Page.h"

#include <vector>

class QToolButton;

namespace chokepoint::ui {

class PageBar : public QWidget {
    Q_OBJECT
public:
    /// Ctrl+1 chooses the first page, and so on.
    explicit PageBar(const std::vector<PageKind>& pages, QWidget* parent = nullptr);

    int current() const { return m_current; }
    void setCurrent(int page); ///< emits nothing
    bool isTight() const { return m_isTight; }
    void setTight(bool tight); ///< names stand closer, where a window is as narrow as it gets

signals:
    void chosen(int page);

private:
    std::vector<QToolButton*> m_buttons;
    int m_current = 0;
    bool m_isTight = false;
};

} // namespace chokepoint::ui
