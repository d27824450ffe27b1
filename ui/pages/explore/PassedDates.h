// A notice: dates that have passed since the record was last checked, and the measures that they concern.
#pragma once

#include "api/Catalogue.h"
#include "api/Language.h"

#include <QDate>
#include <QFrame>
#include <QVector>

class QLabel;
class QPushButton;

namespace chokepoint::ui {

/// Catalogue::lastChecked as a date.
QDate lastChecked(const Catalogue& catalogue);

/// Events after the last check and up to `today` that concern measures of the catalogue, in order of time.
QVector<const Event*> passedSinceCheck(const Catalogue& catalogue, QDate today);

class PassedDates : public QFrame {
    Q_OBJECT
public:
    /// Hidden until a day is set. The catalogue must outlive it.
    PassedDates(const Catalogue& catalogue, const Language& language, QWidget* parent = nullptr);

    /// Shows the dates that have passed by a day, or nothing when there are none.
    void setToday(QDate today);
    QString words() const;

signals:
    /// What has changed since is to be recorded; the measure that the first of the dates concerns, a row of the catalogue.
    void recordAsked(std::size_t measure);

private:
    const Catalogue& m_catalogue;
    Language m_language;
    QLabel *m_summary = nullptr, *m_list = nullptr;
    QPushButton* m_more = nullptr;
    std::size_t m_first = 0; ///< the measure of the first date
};

} // namespace chokepoint::ui
