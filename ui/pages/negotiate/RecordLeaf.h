// The record at the table: what was agreed when, sought and read without leaving it.
#pragma once

#include "bridge/Board.h"

#include "api/RecordSearch.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace chokepoint::ui {

class SearchView;

class RecordLeaf : public QWidget {
    Q_OBJECT
public:
    explicit RecordLeaf(const Board& board, QWidget* parent = nullptr);

    QLineEdit* line() const { return m_line; }
    /// Nothing of what was sought is left.
    void clear();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void seek(const QString& typed);
    void read(RecordKind kind, std::size_t place);

    QLineEdit* m_line;
    SearchView* m_found;
    QLabel* m_read;
    QWidget* m_readRoom;
};

} // namespace chokepoint::ui
