// What a headline can say only after further runs: which measure of a package does most, and why a single one does nothing.
#pragma once

#include "api/MoveAnswer.h"
#include "bridge/Board.h"
#include "bridge/Job.h"

#include <QObject>

#include <optional>
#include <vector>

namespace chokepoint::ui {

/// Asked in the background once a control has been let go; while it is held, and until the answer is there, nothing is known.
class HeadlineReasons : public QObject {
    Q_OBJECT
public:
    HeadlineReasons(const Board& board, QObject* parent);

    struct Question {
        bool wantsMain = false, wantsReason = false;
        std::size_t series = 0; ///< that the headline is about
        int year = 0;
        std::vector<std::size_t> displayed; ///< series on the screen
        bool operator==(const Question&) const = default;
    };
    /// Of the scenario that lies on the board now. Nothing happens when this is known or under way.
    void ask(const Question& question);

    /// The measure with the largest share in the direction of the change.
    std::optional<std::size_t> main() const { return m_main; }
    /// Why the one change has no effect; nullptr when it is not known.
    const MoveAnswer* reason() const { return m_reason ? &*m_reason : nullptr; }
    bool isBusy() const { return m_job.isRunning(); }

signals:
    void found();

private:
    const Board& m_board;
    Job m_job;
    std::optional<Question> m_asked;
    Scenario m_scenario, m_baseline; ///< that were asked about
    std::optional<std::size_t> m_main;
    std::optional<MoveAnswer> m_reason;
};

} // namespace chokepoint::ui
