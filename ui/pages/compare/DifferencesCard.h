// What differs between two of those that are compared, measure by measure, and what that does, in words.
#pragma once

#include <QFrame>

#include <utility>
#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;
class QWidget;

namespace chokepoint::ui {

class ComparedSet;
class ElidedButton;

class DifferencesCard : public QFrame {
    Q_OBJECT
public:
    explicit DifferencesCard(ComparedSet& set, QWidget* parent = nullptr);

    /// Name of a measure and its two settings, a row each. For tests.
    std::vector<std::vector<QString>> rows() const;
    QString sentence() const;
    QString count() const;

    /// Its labels know their heights.
    bool hasHeightForWidth() const override { return false; }

signals:
    /// Why the first differs from the second in the outcome that ranks.
    void whyAsked();

protected:
    void resizeEvent(QResizeEvent*) override;

private:
    void buildHeads(QVBoxLayout* layout);
    void refresh();
    void say(const QString& richWords);
    void tell();
    void fillMenu(ElidedButton* button, bool isFirst);
    void addRow(int row, const QString& measure, const QString& first, bool isFirstSet, const QString& second, bool isSecondSet);

    ComparedSet& m_set;
    QLabel* m_count;
    ElidedButton *m_first, *m_second;
    QWidget* m_list;
    QGridLayout* m_rows;
    QLabel* m_sentence;
    QPushButton* m_why;
};

} // namespace chokepoint::ui
