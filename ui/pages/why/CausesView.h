// Causes: a series on top, what its equation reads under it on the same time axis; click to walk, back, or start anew.
#pragma once

#include "api/Figure.h"
#include "api/Equations.h"
#include "pages/why/WhyView.h"

class QPushButton;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace chokepoint::ui {

class CausesView : public WhyView {
    Q_OBJECT
public:
    CausesView(Board& board, Focus& focus, QWidget* parent);

    /// The variable that is shown, and how many steps there are back to the root.
    QString shownName() const;
    int steps() const { return static_cast<int>(m_trail.size()) - 1; }
    /// Walks to a variable: series, hidden state or term.
    void walk(const std::string& variable);

    /// The courses of a cause as the chart of the same series shows them: stocks at the end of a quarter, all else at its middle.
    static Figure stripOf(const Cause& cause, const Catalogue& catalogue);

signals:
    void inputAsked(std::size_t parameter);

protected:
    void renew() override;

private:
    void back();
    void showCauses();
    void addStrip(const Cause& cause, bool isTop);
    void addChildren(QTreeWidgetItem* item);

    std::vector<std::string> m_trail; ///< ids from the root to the shown one
    std::size_t m_root = 0;
    QTreeWidget* m_tree;
    QToolButton* m_back;
    QLabel *m_path, *m_equation;
    QVBoxLayout* m_strips;
};

} // namespace chokepoint::ui
