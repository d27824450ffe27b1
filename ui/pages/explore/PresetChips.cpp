// Builds the bar.
#include "pages/explore/PresetChips.h"

#include "look/Theme.h"
#include "parts/DataText.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace chokepoint::ui {
namespace {

constexpr int narrow = 560, narrowest = 360; ///< pixels

} // namespace

PresetChips::PresetChips(Board& board, QWidget* parent) : QFrame(parent), m_board(board)
{
    setObjectName(QStringLiteral("tryBar"));
    auto* layout = new QVBoxLayout(this); // in a box of the overview
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    const auto& catalogue = board.catalogue();
    auto* where = new QLabel(tr("You see the status quo of %1; the law was last checked on %2. Move a measure, or\u00a0try:")
                                 .arg(board.said(dateValue(catalogue.recordMonth)), board.said(dateValue(catalogue.lastChecked))),
                             this);
    where->setObjectName(QStringLiteral("where"));
    where->setFont(fontOf(12.5));
    where->setWordWrap(true);
    where->setProperty("role", "muted");
    layout->addWidget(where);
    m_chips = new QGridLayout;
    m_chips->setSpacing(6);
    for (const auto& offer : catalogue.startPresets) {
        const auto& preset = catalogue.presets[*catalogue.findPreset(offer.preset)];
        auto* chip = new QPushButton(menuText(offer.words), this);
        chip->setObjectName(QStringLiteral("try:") + QString::fromStdString(offer.preset));
        chip->setProperty("role", "chip");
        chip->setFont(fontOf(12));
        chip->setToolTip(plainText(preset.description));
        connect(chip, &QPushButton::clicked, this, [this, &preset] { m_board.setScenario(preset, QString::fromStdString(preset.title)); });
        m_buttons.push_back(chip);
    }
    layout->addLayout(m_chips);
    arrange();
    connect(&board, &Board::changed, this, &PresetChips::refresh);
    refresh();
}

/// All chips in one row, two rows of two where that is too wide, or one below the other.
void PresetChips::arrange()
{
    const int columns = width() < narrowest ? 1 : width() < narrow ? 2 : static_cast<int>(m_buttons.size());
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int i = 0; i < static_cast<int>(m_buttons.size()); ++i)
        m_chips->addWidget(m_buttons[static_cast<std::size_t>(i)], i / columns, i % columns, Qt::AlignLeft);
    for (int c = 0; c <= static_cast<int>(m_buttons.size()); ++c)
        m_chips->setColumnStretch(c, c == columns ? 1 : 0);
}

void PresetChips::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    arrange();
}

void PresetChips::refresh()
{
    setVisible(m_board.scenario().changes.empty() && m_board.scenario().assumptions.empty() && !m_board.isReplaying());
}

} // namespace chokepoint::ui
