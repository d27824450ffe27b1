// The weightings of a side beside each other, outcome by outcome, one of them taken.
#pragma once

#include "api/BargainModel.h"
#include "parts/PaintedTexts.h"

#include <QWidget>

#include <vector>

namespace chokepoint::ui {

class WeightsGrid : public QWidget, public PaintedTexts {
    Q_OBJECT
public:
    explicit WeightsGrid(const bargain::GameTables& game, QWidget* parent = nullptr);

    void setSide(bargain::Side side);
    const std::vector<int>& weights() const { return m_columns[static_cast<std::size_t>(m_chosen)].weights; }
    QString chosenName() const { return m_columns[static_cast<std::size_t>(m_chosen)].name; }
    int chosen() const { return m_chosen; }
    /// Takes a column as a person would.
    void choose(int column);
    /// Weights of a person's own, as a further column, which is taken.
    void setOwn(const std::vector<int>& weights);

    QRect headOf(int column) const; ///< for tests
    QStringList paintedTexts() const override;
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
    };
    int nameWidth() const;
    int columnWidth() const;
    void describe();

    const bargain::GameTables& m_game;
    std::vector<Column> m_columns;
    int m_chosen = 0;
};

} // namespace chokepoint::ui
