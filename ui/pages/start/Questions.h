// Five questions to start from, each with its answer computed on the spot, its range, and a way into the program.
#pragma once

#include "api/Engine.h"
#include "api/Language.h"
#include "api/Projection.h"
#include "parts/Page.h"

#include <QWidget>

#include <vector>

namespace chokepoint::ui {

class CardButton;
class Draws;

class Questions : public QWidget {
    Q_OBJECT
public:
    /// Engine and draws must outlive it.
    Questions(const Engine& engine, const Language& language, Draws& draws, QWidget* parent = nullptr);

    /// The scenarios and series whose draws the answers need.
    std::vector<Scenario> scenarios() const;
    std::vector<std::size_t> series() const;

signals:
    /// A question was chosen: this package on the board, and there.
    void asked(const chokepoint::Scenario& scenario, const chokepoint::ui::Way& way);
    /// The same for a question about things as they are: the board stays.
    void wayAsked(const chokepoint::ui::Way& way);

protected:
    void showEvent(QShowEvent*) override;

private:
    struct Question {
        const char* id;
        const Scenario* preset;          ///< of the catalogue
        std::vector<std::size_t> series; ///< whose change answers it; a category: what limits output
        int year;
        Way way;
        Projection present;
        CardButton* card;
    };
    void refresh();
    void add(const char* id, const QString& words, const char* preset, const std::vector<const char*>& series, int year, Way way);
    Message answerOf(const Question& question) const;
    Message changeOf(const Question& question, std::size_t series) const;
    Message bottleneckOf(const Question& question) const;

    const Engine& m_engine;
    Language m_language;
    Draws& m_draws;
    const Scenario* m_today;
    Projection m_reference;
    std::vector<Question> m_questions;
};

} // namespace chokepoint::ui
