// What the pane of a measure says, as rich text made from the data book; no widgets.
#pragma once

#include "bridge/Board.h"

#include <QCoreApplication>
#include <QDate>
#include <QString>

namespace chokepoint::ui {

class MeasureText {
    Q_DECLARE_TR_FUNCTIONS(MeasureText)
public:
    /// `today` for the notice of dates that have passed; without a valid one there is none.
    MeasureText(const Board& board, std::size_t measure, QDate today);

    /// Where the measure stands, and a notice when a date in it has passed.
    QString status() const;
    /// Every level or mark in full words with how hard it is and whose step it would be.
    QString levels() const;
    /// Effect, law, example, side effects, undoing, what happened so far.
    QString facts() const;
    /// Every source in full, and the grades.
    QString sources() const;

private:
    QString said(const std::string& words) const;
    QString value(const MessageValue& words) const; ///< escaped
    QString level(const std::string& value, const QString& name, const std::string& label) const;
    QString effect() const;
    QString undoing() const;
    QString events() const;

    const Board& m_board;
    const Measure& m_measure;
    std::size_t m_place;
    QDate m_today;
};

} // namespace chokepoint::ui
