// A measure and one of its settings: a level from a list, or a number.
#pragma once

#include <QWidget>

#include <string>

class QComboBox;
class QStackedWidget;

namespace chokepoint::ui {

class Board;
class NumberField;

class SettingPicker : public QWidget {
    Q_OBJECT
public:
    /// `name`: what it is for, for assistive programs. The board must outlive it.
    SettingPicker(const Board& board, const QString& name, QWidget* parent = nullptr);

    void showSetting(const std::string& measure, const std::string& value);
    std::string measure() const;
    /// Empty for a number that is none.
    std::string value() const;

private:
    void showMeasure();

    const Board& m_board;
    QComboBox *m_measure = nullptr, *m_level = nullptr;
    NumberField* m_number = nullptr;
    QStackedWidget* m_value = nullptr;
};

} // namespace chokepoint::ui
