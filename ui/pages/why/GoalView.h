// Goal seek: what is wanted of a series in a year, and the nearest packages that bring it.
#pragma once

#include "api/GoalSeek.h"
#include "pages/why/WhyView.h"

#include <optional>
#include <set>

class QPushButton;
class QToolButton;

namespace chokepoint::ui {

class NumberField;
class Segments;

class GoalView : public WhyView {
    Q_OBJECT
public:
    GoalView(Board& board, Focus& focus, QWidget* parent);

    const GoalAnswer& answer() const { return m_answer; }

protected:
    void renew() override;

private:
    void buildForm(QVBoxLayout* under);
    void buildSides(QVBoxLayout* under);
    void buildGroups();
    void seek();
    void take(const GoalRequest& request, const GoalAnswer& answer);
    void clear();
    void removePackages();
    std::vector<std::size_t> movable() const;
    void tell();
    void addPackage(const GoalRequest& request, const GoalPackage& package, int number);

    GoalAnswer m_answer;
    MessageValue m_limit = {""};         ///< the bound that was asked for, as the person typed it
    std::optional<Scenario> m_askedFrom; ///< the scenario from which they were sought; nothing without an answer
    QString m_said;                      ///< what came of it
    Segments *m_comparison, *m_nearest, *m_runs, *m_side;
    NumberField* m_threshold;
    QToolButton* m_groups;
    std::set<std::size_t> m_heldGroups; ///< places in Catalogue::groups whose measures may not move
    QPushButton* m_seek;
    QLabel *m_wish, *m_error, *m_result;
    QVBoxLayout* m_packages;
};

} // namespace chokepoint::ui
