// The rules by which the other side answers: whether they hold, which answers come, and the rules themselves.
#pragma once

#include "bridge/Board.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace chokepoint::ui {

class FileDialogs;
class SettingPicker;

class ReactionsDialog : public QDialog {
    Q_OBJECT
public:
    /// Board and dialogs must outlive it.
    ReactionsDialog(Board& board, FileDialogs& dialogs, QWidget* parent = nullptr);

private:
    QWidget* buildSwitch();
    QWidget* buildList();
    QWidget* buildForm();
    QSpinBox* spinIn(QWidget* parent, const char* name, const QString& words, int least, int most);
    QPushButton* buttonIn(QWidget* parent, const char* name, const QString& words, void (ReactionsDialog::*then)());
    void list();
    void choose(int row);
    void takeChances();
    bool take(const ReactionView& view);
    void add();
    void change();
    void remove();
    void reset();
    void openRules();
    void saveRules();
    ReactionRule ruleOfForm() const;
    /// Puts other rules on the board, and says why where they are refused. `chosen`: the row that is shown then.
    void put(std::vector<ReactionRule> rules, int chosen);
    std::optional<std::size_t> chosen() const;

    Board& m_board;
    FileDialogs& m_dialogs;
    QCheckBox* m_on = nullptr;
    QComboBox* m_manner = nullptr;
    QSpinBox *m_least = nullptr, *m_seed = nullptr, *m_after = nullptr, *m_chance = nullptr;
    QListWidget* m_list = nullptr;
    SettingPicker *m_cause = nullptr, *m_answer = nullptr;
    QLineEdit* m_about = nullptr;
    QLabel *m_told = nullptr, *m_count = nullptr;
    QPushButton *m_change = nullptr, *m_remove = nullptr;
};

} // namespace chokepoint::ui
