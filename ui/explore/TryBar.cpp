// Builds the bar.
#include "TryBar.h"

#include "Look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace chokepoint::ui {
namespace {

/// Presets offered, and the words on their chips.
const std::array<std::pair<const char*, const char*>, 4> offers{{{"china_ask_2025", QT_TRANSLATE_NOOP("TryBar", "HBM relaxed: China’s ask")},
                                                                 {"hbm_strict", QT_TRANSLATE_NOOP("TryBar", "Strict enforcement")},
                                                                 {"talent_drought", QT_TRANSLATE_NOOP("TryBar", "Talent drought")},
                                                                 {"escalation_spiral", QT_TRANSLATE_NOOP("TryBar", "Escalation")}}};

} // namespace

TryBar::TryBar(Board& board, QWidget* parent) : QFrame(parent), m_board(board)
{
    setObjectName(QStringLiteral("tryBar"));
    setProperty("card", true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 14, 8);
    layout->setSpacing(4);
    auto* where = new QLabel(tr("Status quo of September 2026 (last checked 8 October 2026). A bench for reasoning, not a forecast."), this);
    where->setObjectName(QStringLiteral("where"));
    where->setFont(fontOf(12.5));
    where->setWordWrap(true);
    where->setProperty("role", "muted");
    layout->addWidget(where);
    auto* chips = new QHBoxLayout;
    chips->setSpacing(6);
    auto* label = new QLabel(tr("Try"), this);
    label->setFont(fontOf(12.5));
    chips->addWidget(label);
    for (const auto& [id, words] : offers) {
        const auto place = board.catalogue().findPreset(id);
        if (!place)
            continue;
        const auto& preset = board.catalogue().presets[*place];
        auto* chip = new QPushButton(tr(words), this);
        chip->setObjectName(QStringLiteral("try:") + QLatin1String(id));
        chip->setProperty("role", "chip");
        chip->setFont(fontOf(12));
        chip->setToolTip(QString::fromStdString(preset.description));
        connect(chip, &QPushButton::clicked, this, [this, &preset] { m_board.setScenario(preset, QString::fromStdString(preset.title)); });
        chips->addWidget(chip);
    }
    chips->addStretch(1);
    layout->addLayout(chips);
    connect(&board, &Board::changed, this, &TryBar::refresh);
    refresh();
}

void TryBar::refresh()
{
    setVisible(m_board.scenario().changes.empty() && m_board.scenario().assumptions.empty() && !m_board.isReplaying());
}

} // namespace chokepoint::ui
