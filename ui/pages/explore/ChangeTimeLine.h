// The changes of one measure over time: the time line, and under it value, quarter, ramp and removal of the chosen change.
#pragma once

#include "bridge/Board.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace chokepoint::ui {

class NumberField;
class TimeLine;

class ChangeTimeLine : public QWidget {
    Q_OBJECT
public:
    explicit ChangeTimeLine(Board& board, QWidget* parent = nullptr);

    void setMeasure(std::size_t measure);
    TimeLine* line() const { return m_line; }

public slots:
    void refresh();

private:
    void buildEditor(QVBoxLayout* layout);
    void buildMenus();
    void connectAll();
    void add(Quarter quarter);
    void take(const std::string& value);
    void say(const QString& sentence);
    void fillEditor();
    std::optional<Change> chosen() const;
    /// Runs a step of the board; when it is refused, says why.
    template <class Step> void attempt(Step step);

    Board& m_board;
    std::optional<std::size_t> m_measure;
    TimeLine* m_line = nullptr;
    QWidget* m_editor = nullptr;
    QComboBox* m_level = nullptr;
    NumberField* m_number = nullptr;
    QLabel *m_unit = nullptr, *m_message = nullptr;
    QToolButton *m_from = nullptr, *m_over = nullptr;
    QPushButton *m_add = nullptr, *m_remove = nullptr;
};

} // namespace chokepoint::ui
