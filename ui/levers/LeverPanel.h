// The measures in groups that fold, with a search and a filter for what changed.
#pragma once

#include "bridge/Board.h"

#include <QWidget>

#include <map>
#include <optional>
#include <vector>

class QBoxLayout;
class QCheckBox;
class QLineEdit;
class QTimer;
class QToolButton;
class QVBoxLayout;

namespace chokepoint::ui {

class ElidedButton;
class LeverFoot;
class LeverRow;

class LeverPanel : public QWidget {
    Q_OBJECT
public:
    explicit LeverPanel(Board& board, QWidget* parent = nullptr);

    /// The row of a measure; null when the id is unknown.
    LeverRow* row(const QString& measure) const;
    /// Opens or folds a group by its id.
    void setOpen(const QString& group, bool open);
    void focusSearch();
    QLineEdit* searchField() const { return m_search; }
    /// Opens the choice of the date of the law.
    void openLaw();
    /// The series on the screen, by place in the catalogue: a move that changes none of them says why.
    void setDisplayed(const std::vector<std::size_t>& series);
    /// True when every changed row has its answer.
    bool isAnswered() const { return m_unanswered.empty(); }
    /// What one changed measure has to say more: that which moved last, or whose control was taken in hand.
    LeverFoot* foot() const { return m_foot; }

public slots:
    void refresh();

signals:
    /// The person asks for the pane of a measure.
    void detailsAsked(std::size_t measure);

protected:
    void resizeEvent(QResizeEvent*) override;

private:
    struct Group {
        QString id, name;
        ElidedButton* head = nullptr;
        QWidget* body = nullptr;
        std::vector<LeverRow*> rows;
        bool isOpen = false;
    };
    QToolButton* buildLaw();
    void fillLaw();
    void placeLaw();
    void tellWhatCannotAct();
    QString whenItApplies(std::size_t child, std::size_t parent);
    const QStringList& actingLevels(std::size_t child, std::size_t parent);
    void addGroup(std::size_t place, QVBoxLayout* list);
    void filter();
    void updateHead(Group& group);
    void askAgain();
    /// What a reaction rule sets of a measure, in words; empty without one.
    QString answerTo(std::size_t measure) const;
    void answerNext();
    void takeInHand(std::size_t measure);
    void findInHand();
    void tellInHand();
    void tellRefused(std::size_t measure, const QString& sentence);

    Board& m_board;
    QLineEdit* m_search = nullptr;
    QCheckBox* m_onlyChanged = nullptr;
    QToolButton* m_law = nullptr;
    QBoxLayout* m_second = nullptr; ///< filter and law
    std::vector<Group> m_groups;
    std::map<QString, LeverRow*> m_rows;
    std::map<std::size_t, QStringList> m_acting; ///< by sub-control
    std::vector<std::size_t> m_displayed;
    std::vector<LeverRow*> m_unanswered; ///< changed rows whose answer is still to be found
    QTimer* m_answering = nullptr;
    LeverFoot* m_foot = nullptr;
    std::optional<std::size_t> m_inHand; ///< the changed measure of the foot
    std::vector<std::size_t> m_moved;    ///< whose changes became others, while the rows are read again
    bool m_isReading = false;
};

} // namespace chokepoint::ui
