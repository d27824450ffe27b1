// Paints the cells of the table of ranks: the line of a scenario before its name, ranges on an axis, and what is quiet or not sure.
#pragma once

#include <QStyledItemDelegate>

namespace chokepoint::ui {

class RankCells : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// What a cell says beside its text.
    enum Role {
        PlaceOfPackage = Qt::UserRole + 1,
        IsBaseline,
        IsBanded, ///< its row is tinted
        IsQuiet,
        IsChange,      ///< in the color of changes
        IsUnsure,      ///< in the color of caution, and bold
        Ends,          ///< of a range: low, high, main and the end of the axis
        BeginsOutcome, ///< a rule stands before it
    };
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace chokepoint::ui
