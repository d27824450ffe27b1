// The news log of a workbook: what has happened since the data book was checked, and what of it is law in the person's own baseline.
#pragma once

#include "api/Workbook.h"

#include <QDate>
#include <QDialog>

#include <optional>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace chokepoint::ui {

class Board;
class NumberField;
class QuarterPicker;

class NewsDialog : public QDialog {
    Q_OBJECT
public:
    /// The board must outlive it. `today`: the date of a new entry; `measure`: what a new entry is about, a row of the catalogue.
    NewsDialog(Board& board, QDate today, std::optional<std::size_t> measure, QWidget* parent = nullptr);

private:
    QWidget* buildList();
    QWidget* buildForm();
    void addSetting(QFormLayout* form, QWidget* parent);
    void list();
    void choose(int row);
    void showEntry(const NewsEntry& entry);
    void showMeasure();
    NewsEntry entryOfForm() const;
    std::vector<NewsEntry> newsWithForm() const;
    bool isComplete(bool asLaw);
    void keep();
    void record();
    void remove();
    QString lineOf(const NewsEntry& entry) const;

    Board& m_board;
    QDate m_today;
    std::optional<std::size_t> m_line; ///< of the log, in the form; nothing: a new entry
    QListWidget* m_list = nullptr;
    QDateEdit* m_date = nullptr;
    QLineEdit *m_headline = nullptr, *m_source = nullptr;
    QPlainTextEdit* m_quotation = nullptr;
    QComboBox *m_measure = nullptr, *m_level = nullptr;
    NumberField* m_number = nullptr;
    QStackedWidget* m_value = nullptr;
    QuarterPicker *m_from = nullptr, *m_until = nullptr;
    QCheckBox* m_ends = nullptr;
    QLabel* m_told = nullptr;
    QPushButton *m_record = nullptr, *m_remove = nullptr;
};

} // namespace chokepoint::ui
