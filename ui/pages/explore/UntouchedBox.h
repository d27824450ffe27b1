// Which headline results a package leaves alone; before there is a package, which ones to try.
#pragma once

#include "api/Overview.h"
#include "bridge/Board.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace chokepoint::ui {

class PresetChips;
class SeriesMenu;

class UntouchedBox : public QFrame {
    Q_OBJECT
public:
    explicit UntouchedBox(Board& board, QWidget* parent = nullptr);

    void setSeries(const OverviewSeries& series);
    QStringList names() const { return m_names; }
    SeriesMenu* menu() const { return m_menu; }

signals:
    void chartAdded(const std::string& series);

protected:
    void resizeEvent(QResizeEvent*) override;

private:
    void refresh();
    void fit();

    Board& m_board;
    QStringList m_names;
    PresetChips* m_chips = nullptr;
    QWidget* m_list = nullptr; ///< title and names
    QLabel *m_title = nullptr, *m_namesLabel = nullptr;
    QPushButton* m_add = nullptr;
    SeriesMenu* m_menu = nullptr;
};

} // namespace chokepoint::ui
