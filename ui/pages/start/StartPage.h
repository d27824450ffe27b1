// The first view: the rule of the news to play with, doors, questions with their answers, the files used last, and the limits in short.
#pragma once

#include "api/Engine.h"
#include "api/Language.h"
#include "pages/start/RecentFiles.h"
#include "parts/Page.h"

#include <QWidget>

class QBoxLayout;
class QGridLayout;

namespace chokepoint::ui {

class CardButton;
class Draws;
class NewsHero;
class Questions;
class UsedLast;

class StartPage : public QWidget {
    Q_OBJECT
public:
    /// Engine and draws must outlive it.
    StartPage(const Engine& engine, const Language& language, Draws& draws, RecentFiles recent, QWidget* parent = nullptr);

    NewsHero* hero() const { return m_hero; }
    Questions* questions() const { return m_questions; }
    UsedLast* usedLast() const { return m_usedLast; }
    /// The card that leads to a page.
    CardButton* door(const std::string& page) const;
    /// True until the ranges are those of all runs.
    bool isBusy() const;

signals:
    /// A page is asked for with the board as it is.
    void asked(const chokepoint::ui::Way& way);
    /// A page is asked for with this scenario on the board.
    void scenarioAsked(const chokepoint::Scenario& scenario, const chokepoint::ui::Way& way);
    void fileChosen(const QString& file);
    /// A figure of what lies on the board is to be made.
    void figureAsked();

protected:
    void showEvent(QShowEvent*) override;
    void hideEvent(QHideEvent*) override;
    void resizeEvent(QResizeEvent*) override;

private:
    QWidget* buildHead(QWidget* parent);
    QWidget* buildDoors(QWidget* parent);
    void layDoors(int columns);
    QWidget* buildLimits(QWidget* parent);
    QWidget* buildFoot();
    void want();

    const Engine& m_engine;
    Language m_language;
    Draws& m_draws;
    NewsHero* m_hero = nullptr;
    Questions* m_questions = nullptr;
    UsedLast* m_usedLast = nullptr;
    QGridLayout* m_doors = nullptr;
    std::vector<CardButton*> m_cards;
    int m_columns = 0; ///< of the doors
    QBoxLayout *m_headRow = nullptr, *m_lastRow = nullptr;
};

} // namespace chokepoint::ui
