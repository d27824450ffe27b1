// A painted table of few columns: offers, effects, ledgers, guesses. Its rows keep their places when values change.
#pragma once

#include "parts/PaintedTexts.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace chokepoint::ui {

/// Colours by meaning: one's own numbers, those of the other side, quiet words, or words as they are.
enum class Ink { Text, Muted, Mine, Theirs };

struct ListCell {
    QString text;
    Ink ink = Ink::Text;
    bool isStrong = false;
};

struct ListRow {
    QVector<ListCell> cells;
    QString under{};             ///< a quiet line below the first cell
    std::optional<int> number{}; ///< in a mark before the first cell: round and of this side, square and of the other
    bool isMine = true;
    std::optional<double> bar{}; ///< 0 to 1, in place of the second cell
    bool isTinted = false, isHead = false, isRuled = true;
};

class RowList : public QWidget, public PaintedTexts {
    Q_OBJECT
public:
    /// `widths`: of the columns in pixels; the first one takes what is left. The first stands at the left, the others at the right.
    explicit RowList(std::vector<int> widths, QWidget* parent = nullptr);

    void setRows(QVector<ListRow> rows);
    const QVector<ListRow>& rows() const { return m_rows; }
    void setWidths(std::vector<int> widths);
    /// First cells go on in further lines where there is no room for all of their words.
    void wrapFirstCells();
    /// What is painted with an ellipsis for lack of room.
    QStringList cutTexts() const;
    QStringList paintedTexts() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    bool event(QEvent*) override;

private:
    int widthOfFirst(const ListRow& row, int width) const;
    int linesOf(const ListRow& row, int width) const;
    int heightOf(const ListRow& row, int width) const;
    void paintFirst(QPainter& painter, const ListRow& row, const QPoint& at) const;
    void paintRow(QPainter& painter, const ListRow& row, const QRect& place) const;

    std::vector<int> m_widths;
    QVector<ListRow> m_rows;
    bool m_isWrapped = false;
};

/// The colour of an ink on a widget.
QColor colourOf(const QWidget& widget, Ink ink);

} // namespace chokepoint::ui
