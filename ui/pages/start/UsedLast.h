// The files used last, with a way to clear the list and to keep none.
#pragma once

#include "pages/start/RecentFiles.h"

#include <QWidget>

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace chokepoint::ui {

class UsedLast : public QWidget {
    Q_OBJECT
public:
    explicit UsedLast(RecentFiles recent, QWidget* parent = nullptr);

    /// Reads the list anew.
    void refresh();

signals:
    void fileChosen(const QString& file);

private:
    void addFile(const QString& file);
    void addLine(const QString& words);

    RecentFiles m_recent;
    QVBoxLayout* m_list = nullptr;
    QPushButton* m_clear = nullptr;
    QCheckBox* m_keepNone = nullptr;
};

} // namespace chokepoint::ui
