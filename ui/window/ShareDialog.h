// Shows the scenario as a share code, as a picture of it, and as a call of the command line.
#pragma once

#include <QDialog>

class QVBoxLayout;

namespace chokepoint::ui {

class Board;

class ShareDialog : public QDialog {
    Q_OBJECT
public:
    /// Shows the scenario that lies on the board now. Throws InputError when it has no code.
    explicit ShareDialog(const Board& board, QWidget* parent = nullptr);

private:
    void addText(QVBoxLayout* layout, const char* name, const QString& title, const QString& words, const QString& copy);
};

} // namespace chokepoint::ui
