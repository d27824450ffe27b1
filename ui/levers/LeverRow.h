// One measure as a row: name, evidence grade, present value, its control, and what changed.
#pragma once

#include "bridge/Board.h"

#include <QFrame>

#include <optional>

class QLabel;
class QToolButton;

namespace chokepoint::ui {

class NumberField;
class QuarterPicker;
class Segments;
class StopSlider;

class LeverRow : public QFrame {
    Q_OBJECT
public:
    LeverRow(Board& board, std::size_t measure, QWidget* parent = nullptr);

    std::size_t measure() const { return m_measure; }
    const Measure& about() const;

    /// True when the words of the measure hold the text, whatever the case.
    bool matches(const QString& text) const;

    /// Disables the control and says why; an empty reason enables it.
    void setUnavailable(const QString& reason);

    /// Says under the control why the change does nothing, or from when it bites; an empty text says nothing.
    void setAnswer(const QString& reason);
    QString answer() const;

    /// Reads the board again.
    void refresh();

signals:
    /// The person asks for the pane of this measure.
    void detailsAsked(std::size_t measure);

private:
    void buildControl();
    void buildSlider();
    void nameStops();
    QWidget* buildHead();
    QWidget* buildFoot();
    QToolButton* linkIn(QWidget* parent, const char* name, const QString& words);
    /// The quarter of a change that would be added after the last one; nothing when the model ends before.
    std::optional<Quarter> laterStart() const;
    void addLater();
    void tellDates();
    void take(double number);
    void refuse(const QString& sentence);
    bool isEnabledControl() const;
    double positionOf(const std::string& value) const;
    std::string valueAt(double position) const;

    Board& m_board;
    std::size_t m_measure;
    std::string m_shownValue;
    QLabel *m_value = nullptr, *m_dates = nullptr, *m_today = nullptr, *m_reason = nullptr, *m_answer = nullptr;
    QWidget *m_name = nullptr, *m_foot = nullptr;
    QToolButton* m_later = nullptr;
    QuarterPicker* m_from = nullptr;
    NumberField* m_typed = nullptr;
    Segments* m_segments = nullptr;
    StopSlider* m_slider = nullptr;
};

} // namespace chokepoint::ui
