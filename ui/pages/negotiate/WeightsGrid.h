// The weightings of a side beside each other, outcome by outcome, one of them taken.
#pragma once

#include "api/BargainModel.h"
#include "parts/PaintedTexts.h"

#include <QWidget>

#include <utility>
#include <vector>

namespace chokepoint::ui {

class WeightsGrid : public QWidget, public PaintedTexts {
    Q_OBJECT
public:
    WeightsGrid(const bargain::GameTables& game, bargain::Side side, QWidget* parent = nullptr);

    /// The weightings of one side in a game; those of the other stay out of it.
    void setGame(const bargain::GameTables& game, bargain::Side side);
    const std::vector<int>& weights() const { return m_columns[static_cast<std::size_t>(m_chosen)].weights; }
    /// Every column by its name, that of a person's own with it.
    std::vector<std::pair<QString, std::vector<int>>> all() const;
    QString chosenName() const { return m_columns[static_cast<std::size_t>(m_chosen)].name; }
    int chosen() const { return m_chosen; }
    /// Takes a column as a person would.
    void choose(int column);
    /// Weights of a person's own, as a further column, which is taken.
    void setOwn(const std::vector<int>& weights);

    QRect headOf(int column) const; ///< for tests
    QStringList paintedTexts() const override;
    /// What ends in an ellipsis at this width.
    QStringList cutTexts() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {460, sizeHint().height()}; }

signals:
    void chosenChanged();

protected:
    bool event(QEvent*) override;
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void keyPressEvent(QKeyEvent*) override;

private:
    struct Column {
        QString name, about;
        std::vector<int> weights;
        bool isOwn = false;
    };
    struct Row {
        QString name, why; ///< of an outcome
    };
    int nameWidth() const;
    int columnWidth() const;
    int headRoom() const;
    void describe();

    std::vector<Row> m_rows;
    std::vector<Column> m_columns;
    int m_chosen = 0;
};

} // namespace chokepoint::ui
