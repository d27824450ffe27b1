// Weights of a person's own: a number for each outcome, adding up to 100.
#pragma once

#include "api/BargainModel.h"

#include <QDialog>
#include <QVector>

#include <vector>

class QDialogButtonBox;
class QLabel;
class QSpinBox;

namespace chokepoint::ui {

class WeightsDialog : public QDialog {
    Q_OBJECT
public:
    /// Deletes itself once it is answered.
    WeightsDialog(const bargain::GameTables& game, const std::vector<int>& weights, QWidget* parent = nullptr);

    std::vector<int> weights() const;

private:
    void tell();

    QVector<QSpinBox*> m_boxes;
    QLabel* m_sum;
    QDialogButtonBox* m_buttons;
};

} // namespace chokepoint::ui
