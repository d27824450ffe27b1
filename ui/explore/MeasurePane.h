// The pane of a measure: what it is in law, its levels in full words, when it applies, what it did so far, and the sources.
#pragma once

#include "Board.h"

#include <QWidget>

#include <optional>

class QLabel;
class QToolButton;

namespace chokepoint::ui {

class MeasurePane : public QWidget {
    Q_OBJECT
public:
    explicit MeasurePane(Board& board, QWidget* parent = nullptr);

    /// Shows a measure by its place in the catalogue.
    void setMeasure(std::size_t measure);
    std::optional<std::size_t> measure() const { return m_measure; }

signals:
    void closed();

protected:
    void keyPressEvent(QKeyEvent*) override;

private:
    QString facts() const;
    QString levels() const;
    QString events() const;
    QString sources() const;
    void buildTimes(QWidget* parent);
    void fillTimes();
    void refresh();

    Board& m_board;
    std::optional<std::size_t> m_measure;
    QLabel *m_title = nullptr, *m_text = nullptr;
    QToolButton *m_from = nullptr, *m_over = nullptr;
    QWidget* m_times = nullptr;
};

} // namespace chokepoint::ui
