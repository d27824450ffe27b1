// How far each package stays behind the best of them: a table over all draws.
#pragma once

#include "api/Decisions.h"
#include "parts/PackageMenu.h"
#include "pages/why/WhyView.h"

#include <set>

class QTableWidget;

namespace chokepoint::ui {

class AimLine;

class RegretView : public WhyView {
    Q_OBJECT
public:
    RegretView(Board& board, Focus& focus, QWidget* parent);

    QTableWidget* table() const { return m_table; }

protected:
    void renew() override;

private:
    void buildMenu();
    void compute();
    void take(const std::vector<NamedPackage>& packages, const RegretTable& regrets, const Aim& aim);

    std::vector<NamedPackage> m_packages;
    std::set<QString> m_leftOut; ///< names that the person took out
    AimLine* m_aim;
    QTableWidget* m_table;
    QLabel *m_finding, *m_note;
};

} // namespace chokepoint::ui
