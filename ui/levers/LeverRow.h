// One measure as a row of one height: name, evidence grade, present value with its date, and its control.
#pragma once

#include "bridge/Board.h"

#include <QFrame>

#include <vector>

class QLabel;

namespace chokepoint::ui {

class NumberField;
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

    /// Why the change does nothing, or from when it bites; empty while there is nothing to say. The row marks its value then, and its tool
    /// tip says it; the whole stands in the foot of the panel.
    void setAnswer(const QString& reason);
    const QString& answer() const { return m_answer; }

    /// Reads the board again.
    void refresh();

signals:
    /// The person asks for the pane of this measure.
    void detailsAsked(std::size_t measure);
    /// The person has its control in hand, or its changes are others than before.
    void handled(std::size_t measure);
    /// A number that was typed is none that the measure takes; the sentence says why, and is empty when that is over.
    void refused(std::size_t measure, const QString& sentence);

protected:
    bool eventFilter(QObject*, QEvent*) override;
    void resizeEvent(QResizeEvent*) override;

private:
    void buildControl();
    void buildSlider();
    void nameStops();
    QWidget* buildHead();
    void showValue();
    void take(double number);
    double positionOf(const std::string& value) const;
    std::string valueAt(double position) const;

    Board& m_board;
    std::size_t m_measure;
    std::string m_shownValue;
    std::vector<Change> m_shownChanges;
    QString m_answer, m_unavailable;
    QLabel* m_value = nullptr;
    QWidget *m_name = nullptr, *m_valueRoom = nullptr;
    NumberField* m_typed = nullptr;
    Segments* m_segments = nullptr;
    StopSlider* m_slider = nullptr;
};

} // namespace chokepoint::ui
