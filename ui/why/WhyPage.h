// Why: what each measure contributes, which inputs the result rests on, how to get elsewhere, and what becomes of claims.
#pragma once

#include "Board.h"
#include "Focus.h"

#include <QWidget>

class QListWidget;
class QStackedWidget;

namespace chokepoint::ui {

class CausesView;
class ClaimsView;
class GoalView;
class IndicesView;
class QuarterPicker;
class SeriesPicker;
class SharesView;
class TornadoView;
class WhyView;

class WhyPage : public QWidget {
    Q_OBJECT
public:
    explicit WhyPage(Board& board, QWidget* parent = nullptr);

    enum class Section { Shares, Causes, Tornado, Indices, Goal, Claims };
    void showSection(Section section);
    Section section() const;

    /// What is explained. A suggestion counts only until the person has chosen.
    void setFocus(std::size_t series, Quarter quarter);
    void suggestFocus(std::size_t series, Quarter quarter);
    const Focus& focus() const { return m_focus; }
    /// True while the section that is shown still computes.
    bool isBusy() const;

    SharesView* shares() const { return m_shares; }
    CausesView* causes() const { return m_causes; }
    TornadoView* tornado() const { return m_tornado; }
    IndicesView* indices() const { return m_indices; }
    GoalView* goal() const { return m_goal; }
    ClaimsView* claims() const { return m_claims; }

signals:
    /// An input was clicked: place in Catalogue::parameters.
    void inputAsked(std::size_t parameter);

private:
    void add(const QString& name, const QString& purpose, WhyView* view);

    Board& m_board;
    Focus m_focus;
    bool m_isChosen = false; ///< the person chose series or quarter
    QListWidget* m_sections;
    QStackedWidget* m_views;
    SeriesPicker* m_series;
    QuarterPicker* m_quarter;
    std::vector<WhyView*> m_all;
    SharesView* m_shares;
    CausesView* m_causes;
    TornadoView* m_tornado;
    IndicesView* m_indices;
    GoalView* m_goal;
    ClaimsView* m_claims;
};

} // namespace chokepoint::ui
