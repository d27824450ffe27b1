// Why: what each measure contributes, which inputs the result rests on, how to get elsewhere, and what becomes of claims.
#pragma once

#include "api/Equations.h"
#include "api/Sensitivity.h"
#include "bridge/Board.h"
#include "pages/why/Focus.h"
#include "bridge/Job.h"
#include "parts/SectionedPage.h"

class QHBoxLayout;
class QLabel;

namespace chokepoint::ui {

class CausesView;
class Draws;
class ClaimsView;
class GoalView;
class IndicesView;
class PeriodPicker;
class RegretView;
class SeriesPicker;
class SharesView;
class TornadoView;
class UnitsView;
class UnknownsView;
class WhyView;

class WhyPage : public SectionedPage {
    Q_OBJECT
public:
    static constexpr const char* id = "why";
    WhyPage(Board& board, Draws& draws, QWidget* parent = nullptr);

    void follow(const Way& way) override;
    void suggest(const Way& way) override;

    enum class Section { Shares, Causes, Tornado, Indices, Units, Goal, Regret, Unknowns, Claims };
    void showSection(Section section);
    Section section() const;

    /// What is explained. A suggestion counts only until the person has chosen.
    void chooseFocus(std::size_t series, Period period);
    void suggestFocus(std::size_t series, Period period);
    const Focus& focus() const { return m_focus; }
    /// True while the section that is shown still computes.
    bool isBusy() const override;

    SharesView* shares() const { return m_shares; }
    CausesView* causes() const { return m_causes; }
    TornadoView* tornado() const { return m_tornado; }
    IndicesView* indices() const { return m_indices; }
    UnitsView* units() const { return m_units; }
    GoalView* goal() const { return m_goal; }
    RegretView* regret() const { return m_regret; }
    UnknownsView* unknowns() const { return m_unknowns; }
    ClaimsView* claims() const { return m_claims; }

protected:
    void showEvent(QShowEvent*) override;

private:
    void add(const QString& name, const QString& purpose, WhyView* view);
    void addAll(Draws& draws);
    QHBoxLayout* buildQuick();
    void sectionChanged() override;
    void askInput(std::size_t parameter);
    void weighEvidence();
    void openWithAnAnswer();

    Board& m_board;
    Focus m_focus;
    bool m_isChosen = false;  ///< the person chose series or time
    bool m_isStandIn = false; ///< the section stands in for that of the shares, which has nothing to say
    QLabel* m_evidence;       ///< what the spread of the series rests on
    Job m_evidenceJob;
    SeriesPicker* m_series;
    PeriodPicker* m_period;
    std::vector<WhyView*> m_all;
    SharesView* m_shares;
    CausesView* m_causes;
    TornadoView* m_tornado;
    IndicesView* m_indices;
    UnitsView* m_units;
    GoalView* m_goal;
    RegretView* m_regret;
    UnknownsView* m_unknowns;
    ClaimsView* m_claims;
};

} // namespace chokepoint::ui
