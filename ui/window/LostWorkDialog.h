// Offers work that was not saved when the program ended badly.
#pragma once

#include "document/SideFile.h"

#include <QDialog>

class QListWidget;

namespace chokepoint::ui {

/// Closing it leaves everything where it is: it is offered again at the next start.
class LostWorkDialog : public QDialog {
    Q_OBJECT
public:
    explicit LostWorkDialog(std::vector<LostWork> lost, QWidget* parent = nullptr);

signals:
    void opened(const chokepoint::ui::LostWork& work);

private:
    void openChosen();
    void discardChosen();
    void fill();

    std::vector<LostWork> m_lost;
    QListWidget* m_list = nullptr;
};

} // namespace chokepoint::ui
