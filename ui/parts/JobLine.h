// A line under a result that is on its way: how far it is, how long it will take, and a button to give it up.
#pragma once

#include "api/Language.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace chokepoint::ui {

class Job;

class JobLine : public QWidget {
    Q_OBJECT
public:
    /// `work`: what is computed, as a phrase.
    JobLine(Job& job, const Language& language, const QString& work, QWidget* parent = nullptr);

private:
    void refresh();
    QString statistics() const;

    Job& m_job;
    Language m_language;
    QString m_work;
    QLabel* m_words;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
};

} // namespace chokepoint::ui
