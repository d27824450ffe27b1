// Makes the chips anew when others are compared, and lays them into as many rows as they need.
#include "pages/compare/ChipRow.h"

#include "api/ScenarioWords.h"
#include "look/Theme.h"
#include "pages/compare/ComparedSet.h"
#include "pages/compare/ScenarioChip.h"
#include "parts/DataText.h"
#include "parts/Text.h"

#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QResizeEvent>

#include <algorithm>

namespace chokepoint::ui {
namespace {

constexpr int chipGap = 8, chipTall = 30;
constexpr int below = 4; ///< pixels for the mark of where a dragged chip would go

} // namespace

ChipRow::ChipRow(ComparedSet& set, QWidget* parent) : QWidget(parent), m_set(set)
{
    setObjectName(QStringLiteral("compared"));
    setAccessibleName(tr("Packages that are compared"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_more = new QPushButton(tr("Add a package"), this);
    m_more->setObjectName(QStringLiteral("addPackage"));
    m_more->setProperty("role", "chip");
    m_more->setFont(fontOf(12.5));
    m_menu = new QMenu(m_more);
    m_menu->setToolTipsVisible(true);
    connect(m_menu, &QMenu::aboutToShow, this, &ChipRow::fillMenu);
    m_more->setMenu(m_menu);
    connect(&set, &ComparedSet::changed, this, &ChipRow::rebuild);
    rebuild();
    fillMenu();
}

void ChipRow::rebuild()
{
    const auto focused = std::ranges::find_if(m_chips, [](const ScenarioChip* chip) { return chip->hasFocus(); });
    const auto carried = focused == m_chips.end() ? QString() : (*focused)->objectName();
    for (auto* chip : m_chips) {
        chip->hide();
        chip->setObjectName({}); // the new one has it
        chip->deleteLater();     // it may be the one at work
    }
    m_chips.clear();
    for (std::size_t place = 0; place <= m_set.baseline(); ++place) {
        const bool isBaseline = place == m_set.baseline();
        auto* chip = new ScenarioChip(isBaseline ? tr("against %1").arg(m_set.nameOf(place)) : m_set.nameOf(place), static_cast<int>(place),
                                      isBaseline, this);
        chip->setObjectName(QStringLiteral("chip:") + text(m_set.at(place).id));
        chip->setBanded(!isBaseline && place == m_set.banded());
        if (!isBaseline && !m_set.isOnTable(place))
            chip->setRemovable();
        connect(chip, &ScenarioChip::clicked, this, [this, place] { m_set.setBanded(place); });
        connect(chip, &ScenarioChip::removed, this, [this, place] { m_set.remove(place); });
        connect(chip, &ScenarioChip::carried, this, [this, place](int step) {
            if (step > 0 || place > 0)
                m_set.move(place, place + static_cast<std::size_t>(step));
        });
        connect(chip, &ScenarioChip::draggedTo, this, [this](const QPoint& point) {
            m_target = placeAt(point);
            update();
        });
        connect(chip, &ScenarioChip::dropped, this, [this, place] {
            const auto target = std::exchange(m_target, std::nullopt);
            update();
            if (target)
                m_set.move(place, *target);
        });
        chip->show();
        m_chips.push_back(chip);
        if (!carried.isEmpty() && chip->objectName() == carried)
            chip->setFocus();
    }
    m_more->setVisible(m_set.scenarios().size() < WorkbookComparison::mostScenarios);
    updateGeometry();
    arrange(width(), true);
}

void ChipRow::offer(const std::string& id, const QString& name, const QString& about)
{
    auto* action = m_menu->addAction(menuText(name), this, [this, id] { m_set.add(id); });
    action->setObjectName(QStringLiteral("add:") + text(id));
    action->setToolTip(plainText(about));
}

/// Packages of the workbook, then ready-made ones; those that stand there already are left out, as is what the baseline does.
void ChipRow::fillMenu()
{
    m_menu->clear();
    const auto& workbook = m_set.board().workbook();
    const auto isThere = [&](const std::string& id) {
        return m_set.at(m_set.baseline()).id == id || std::ranges::find(m_set.scenarios(), id, &Scenario::id) != m_set.scenarios().end();
    };
    for (const auto& entry : workbook.scenarios)
        if (!isThere(entry.scenario.id))
            offer(entry.scenario.id, m_set.board().said(words::scenarioLabel(m_set.catalogue(), entry.scenario)), text(entry.notes));
    if (!m_menu->isEmpty())
        m_menu->addSeparator();
    for (const auto& preset : m_set.catalogue().presets)
        if (!isThere(preset.id) && !findScenario(workbook, preset.id))
            offer(preset.id, text(preset.title), text(preset.description));
}

/// The height that the chips need in a width; moves them there if wanted.
int ChipRow::arrange(int width, bool isMoved) const
{
    int x = 0, y = 0;
    const auto place = [&](QWidget* part) {
        const auto size = part->sizeHint();
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += chipTall + chipGap;
        }
        if (isMoved)
            part->setGeometry(x, y, size.width(), chipTall);
        x += size.width() + chipGap;
    };
    for (auto* chip : m_chips)
        place(chip);
    if (m_set.scenarios().size() < WorkbookComparison::mostScenarios)
        place(m_more);
    return y + chipTall + below;
}

int ChipRow::heightForWidth(int width) const { return arrange(width, false); }

std::optional<std::size_t> ChipRow::placeAt(const QPoint& point) const
{
    for (std::size_t place = 0; place < m_set.baseline(); ++place)
        if (m_chips[place]->geometry().adjusted(-chipGap / 2, -chipGap, chipGap / 2, chipGap).contains(point))
            return place;
    return std::nullopt;
}

void ChipRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange(width(), true);
}

/// A bar under the chip whose place the dragged one would take.
void ChipRow::paintEvent(QPaintEvent*)
{
    if (!m_target)
        return;
    QPainter painter(this);
    const auto place = m_chips[*m_target]->geometry();
    painter.fillRect(QRect(place.left(), place.bottom() + 2, place.width(), 2), tokensOf(*this).accent);
}

} // namespace chokepoint::ui
