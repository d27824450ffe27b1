// What the scenario does, on top of Explore: a title of at most two lines and one line below it. It never changes its height.
#pragma once

#include <QFrame>
#include <QStringList>

class QLabel;
class QPushButton;

namespace chokepoint::ui {

class HeadlineCard : public QFrame {
    Q_OBJECT
public:
    explicit HeadlineCard(QWidget* parent = nullptr);

    /// Titles and lines, the longest first; the first of each that has room is shown, the last where none has.
    void setWords(const QStringList& titles, const QStringList& lines);
    /// Offers to show the series that is told in a chart.
    void setOffersChart(bool offers);
    QString title() const;
    QString line() const;

signals:
    void whyAsked();
    void chartAsked();

protected:
    void resizeEvent(QResizeEvent*) override;

private:
    void fit();

    QStringList m_titles, m_lines;
    QLabel *m_title = nullptr, *m_line = nullptr;
    QPushButton* m_showTold = nullptr; ///< only when no chart shows what the title tells
};

} // namespace chokepoint::ui
