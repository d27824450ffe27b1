// A slider over the quarters whose track is the strip of what binds, with events above it and a button that plays.
#pragma once

#include "api/Language.h"
#include "api/Projection.h"
#include "parts/PaintedTexts.h"

#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class QToolButton;

namespace chokepoint::ui {

/// Left and Right: a quarter. Page Up and Page Down: a year. Home and End. Space plays at four quarters a second.
class QuarterSlider : public QWidget, public PaintedTexts {
    Q_OBJECT
public:
    explicit QuarterSlider(const Language& language, QWidget* parent = nullptr);

    /// By quarter from 2022Q1.
    void setBinding(std::vector<BindingInput> binding);
    /// What happened, the most telling first: a name that finds no free place is left out.
    struct Event {
        double time = 0; ///< in years
        QString words;
    };
    void setEvents(std::vector<Event> events);

    Quarter quarter() const { return m_quarter; }
    void setQuarter(Quarter quarter); ///< emits moved() when it is another
    bool isPlaying() const { return m_play.isActive(); }
    void setPlaying(bool plays);
    QToolButton* playButton() const { return m_button; }
    /// Where a quarter lies, in widget coordinates.
    QPoint pointAt(Quarter quarter) const;
    const std::vector<BindingInput>& binding() const { return m_binding; }

    static constexpr int msPerQuarter = 250;

    /// The line between what is recorded and what is projected, in pieces.
    QVector<QLineF> recordedLine() const;

    QStringList paintedTexts() const override;
    QSize sizeHint() const override { return {600, 90}; }
    QSize minimumSizeHint() const override { return {400, 90}; }

    /// A stretch of one bottleneck on the track.
    struct Block {
        QRectF place;
        BindingInput input;
        QString word;
        QRectF wordRoom; ///< the word stands in its middle, clear of the knob
    };
    std::vector<Block> blocks() const;
    QRectF knob() const;

signals:
    void moved(Quarter quarter);
    void playingChanged(bool plays);

protected:
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void resizeEvent(QResizeEvent*) override;

private:
    struct Word {
        QRectF place;
        QString text;
    };
    double xAt(double year) const;
    Quarter quarterAt(double x) const;
    std::vector<Word> eventWords() const;
    std::vector<Word> yearWords() const;
    std::vector<Word> periodWords() const;
    std::optional<QRectF> roomBesideKnob(const QRectF& block, double wide) const;
    void describe();
    void advance();

    Language m_language;
    std::vector<BindingInput> m_binding;
    std::vector<Event> m_events;
    Quarter m_quarter{};
    QTimer m_play;
    QToolButton* m_button;
};

} // namespace chokepoint::ui
