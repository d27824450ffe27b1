// The foot of the lever panel: dates of one changed measure, the way back, and why it does nothing. It keeps its room whatever it says.
#pragma once

#include "bridge/Board.h"

#include <QFrame>

#include <optional>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace chokepoint::ui {

class QuarterPicker;

/// Rows of measures keep their height so that nothing below them moves; what a changed row has to say more stands here.
class LeverFoot : public QFrame {
    Q_OBJECT
public:
    explicit LeverFoot(Board& board, QWidget* parent = nullptr);

    /// Shows a measure of the catalogue, or what will stand here while nothing is changed.
    void showFor(std::optional<std::size_t> measure);
    std::optional<std::size_t> measure() const { return m_measure; }
    /// Why the change does nothing, from when it bites, or why a typed number was refused; empty says nothing.
    void setAnswer(const QString& words);

protected:
    void showEvent(QShowEvent*) override;

private:
    QWidget* buildDates();
    QToolButton* linkIn(QWidget* parent, const char* name, const QString& words);
    const Measure& about() const;
    /// The quarter of a change that would be added after the last one; nothing when the model ends before.
    std::optional<Quarter> laterStart() const;
    void addLater();
    void tellDates();

    Board& m_board;
    std::optional<std::size_t> m_measure;
    QStackedWidget* m_pages;
    QLabel *m_name = nullptr, *m_dates = nullptr, *m_today = nullptr, *m_answer = nullptr;
    QToolButton *m_reset = nullptr, *m_later = nullptr;
    QuarterPicker* m_from = nullptr;
};

} // namespace chokepoint::ui
