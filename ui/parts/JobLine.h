// A line under a result that is on its way: how far it is, how long it will take, and buttons to give it up and to start again.
#pragma once

#include "api/Language.h"

#include <QWidget>

#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace chokepoint::ui {

class Job;

class JobLine : public QWidget {
    Q_OBJECT
public:
    /// `work`: what is computed, as a phrase. `again` starts what was given up; none where a button of the view does.
    JobLine(Job& job, const Language& language, const QString& work, QWidget* parent = nullptr, std::function<void()> again = {});

private:
    void refresh();
    QString statistics() const;

    Job& m_job;
    Language m_language;
    QString m_work;
    QLabel* m_words;
    QProgressBar* m_bar;
    QPushButton *m_cancel, *m_again;
    bool m_isGivenUp = false; ///< by its button
};

} // namespace chokepoint::ui
