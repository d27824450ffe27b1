// Value of information: which unknown, were it known, would turn the ranking of two packages.
#pragma once

#include "api/Decisions.h"
#include "parts/PackageMenu.h"
#include "pages/why/WhyView.h"


namespace chokepoint::ui {

class AimLine;
class Bars;

class UnknownsView : public WhyView {
    Q_OBJECT
public:
    UnknownsView(Board& board, Focus& focus, QWidget* parent);

    Bars* bars() const { return m_bars; }
    /// Compares with another package of packagesOf(), by its place there.
    void compareWith(std::size_t package);

signals:
    /// An input was clicked: place in Catalogue::parameters.
    void inputAsked(std::size_t parameter);

protected:
    void renew() override;

private:
    void compute();
    void take(const InformationValue& value, const Aim& aim, const Scenario& one, const Scenario& two);

    std::vector<NamedPackage> m_packages;
    QString m_other; ///< name of the package to compare with; empty: the baseline
    AimLine* m_aim;
    Bars* m_bars;
    QLabel *m_finding, *m_note;
};

} // namespace chokepoint::ui
