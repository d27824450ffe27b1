// Asks for the weights.
#include "pages/negotiate/WeightsDialog.h"

#include "look/Theme.h"
#include "parts/DataText.h"
#include "parts/Text.h"
#include "parts/WheelGuard.h"
#include "parts/WrappedLabel.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <numeric>

namespace chokepoint::ui {

WeightsDialog::WeightsDialog(const bargain::GameTables& game, const std::vector<int>& weights, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("weightsDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal); // stays so when it is hidden for a moment
    setWindowTitle(tr("Your own weights"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    for (std::size_t o = 0; o < game.outcomes.size(); ++o) {
        const auto row = static_cast<int>(o);
        auto* name = wrappedLabel(text(game.outcomes[o].name), 13, nullptr, this);
        name->setWordWrap(false);
        auto* box = new QSpinBox(this);
        box->setObjectName(QStringLiteral("weight:") + text(game.outcomes[o].id));
        box->setAccessibleName(text(game.outcomes[o].name));
        box->setRange(0, 100);
        box->setValue(weights[o]);
        box->setToolTip(plainText(text(game.outcomes[o].why)));
        guardWheel(*box);
        connect(box, &QSpinBox::valueChanged, this, &WeightsDialog::tell);
        m_boxes << box;
        grid->addWidget(name, row, 0);
        grid->addWidget(box, row, 1);
    }
    column->addLayout(grid);
    m_sum = new QLabel(this);
    m_sum->setFont(fontOf(13, QFont::DemiBold));
    column->addWidget(m_sum);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(m_buttons);
    tell();
}

std::vector<int> WeightsDialog::weights() const
{
    std::vector<int> weights;
    for (const auto* box : m_boxes)
        weights.push_back(box->value());
    return weights;
}

void WeightsDialog::tell()
{
    const auto all = weights();
    const int sum = std::accumulate(all.begin(), all.end(), 0);
    m_sum->setText(tr("%1 of 100 points are given.").arg(sum));
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(sum == 100);
}

} // namespace chokepoint::ui
