// Which scenarios a figure sets side by side, whose band it draws, and which revision it is of the one that the workbook keeps.
#include "sheet/FigureWindow.h"

#include "api/Engine.h"
#include "api/ScenarioWords.h"
#include "parts/DataText.h"
#include "parts/ElidedLabel.h"
#include "parts/Text.h"
#include "parts/WheelGuard.h"
#include "parts/WrappedLabel.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace chokepoint::ui {

void FigureWindow::buildScenarios(QVBoxLayout* layout)
{
    layout->addWidget(heading(tr("Scenarios")));
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(2);
    layout->addLayout(m_rows);
    m_add = new QPushButton(menuText(tr("Add a scenario, up to six")), this);
    m_add->setObjectName(QStringLiteral("addScenario"));
    m_add->setProperty("role", "link");
    m_add->setAutoDefault(false);
    auto* menu = new QMenu(m_add);
    menu->setObjectName(QStringLiteral("scenariosToAdd"));
    menu->setToolTipsVisible(true);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { offerScenarios(menu); });
    m_add->setMenu(menu);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    m_ofOne = wrappedLabel(tr("This kind of chart shows the first scenario alone."), 12, "caution", this);
    m_ofOne->setObjectName(QStringLiteral("ofOne"));
    layout->addWidget(m_ofOne);
    m_bandOf = heading(tr("Band of"));
    layout->addWidget(m_bandOf);
    m_banded = new QComboBox(this);
    m_banded->setObjectName(QStringLiteral("banded"));
    m_banded->setAccessibleName(tr("The package whose band is drawn"));
    m_banded->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    guardWheel(*m_banded);
    connect(m_banded, &QComboBox::activated, this,
            [this](int id) { change([id](SheetRequest& request) { request.banded = static_cast<std::size_t>(id); }); });
    layout->addWidget(m_banded);
    showScenarios();
}

QString FigureWindow::nameOf(const Scenario& scenario) const
{
    return scenario.title.empty() ? m_board.said(words::scenarioLabel(m_board.catalogue(), scenario)) : text(scenario.title);
}

/// A row for each, and the choice of the band where there are several.
void FigureWindow::showScenarios()
{
    while (auto* item = m_rows->takeAt(0)) {
        item->widget()->hide(); // a button may be at work
        item->widget()->deleteLater();
        delete item;
    }
    m_banded->clear();
    const auto count = m_subject.scenarios.size();
    for (std::size_t place = 0; place < count; ++place) {
        const auto name = nameOf(m_subject.scenarios[place]);
        m_banded->addItem(name);
        auto* row = new QWidget(this);
        auto* layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        auto* label = new ElidedLabel(row);
        label->setText(name);
        layout->addWidget(label, 1);
        auto* remove = new QToolButton(row);
        remove->setText(QStringLiteral("\u00d7"));
        remove->setObjectName(QStringLiteral("removeScenario%1").arg(place));
        remove->setAccessibleName(tr("Remove %1").arg(name));
        remove->setToolTip(plainText(tr("Remove %1").arg(name)));
        remove->setVisible(count > 1);
        connect(remove, &QToolButton::clicked, this, [this, place] {
            auto left = m_subject.scenarios;
            left.erase(left.begin() + static_cast<std::ptrdiff_t>(place));
            setScenarios(std::move(left));
        });
        layout->addWidget(remove);
        m_rows->addWidget(row);
    }
    m_banded->setCurrentIndex(static_cast<int>(m_subject.request.banded));
    m_banded->setVisible(count > 1);
    m_bandOf->setVisible(count > 1);
    m_add->setEnabled(count < SheetRuns::mostScenarios);
}

/// Those of the workbook, then the ready-made ones, but what stands in the figure already.
void FigureWindow::offerScenarios(QMenu* menu)
{
    menu->clear();
    const auto offer = [&](const Scenario& scenario, const QString& about) {
        const auto isSame = [&](const Scenario& other) { return other.id == scenario.id && other.changes == scenario.changes; };
        if (isSame(m_subject.baseline) || std::ranges::any_of(m_subject.scenarios, isSame))
            return;
        auto* action = menu->addAction(menuText(nameOf(scenario)), this, [this, scenario] {
            auto more = m_subject.scenarios;
            more.push_back(scenario);
            setScenarios(std::move(more));
        });
        action->setObjectName(QStringLiteral("add:") + text(scenario.id));
        action->setToolTip(plainText(about));
    };
    for (const auto& entry : m_board.workbook().scenarios)
        offer(entry.scenario, text(entry.notes));
    if (!menu->isEmpty())
        menu->addSeparator();
    for (const auto& preset : m_board.catalogue().presets)
        offer(startingAt(preset, m_subject.scenarios.front().start), text(preset.description));
}

/// All run under the assumptions of the first, for these are no policy. What cannot be run so is not taken.
void FigureWindow::setScenarios(std::vector<Scenario> scenarios)
{
    std::vector<Projection> central;
    try {
        for (auto& scenario : scenarios) {
            scenario.assumptions = scenarios.front().assumptions;
            central.push_back(m_board.engine().project(scenario));
        }
        central.push_back(m_board.engine().project(m_subject.baseline));
    } catch (const InputError& error) {
        return say(told(error, m_board.language()));
    }
    auto wanted = m_subject.scenarios[m_subject.request.banded]; // whole, for two may have one id, or one title
    wanted.assumptions = scenarios.front().assumptions;
    const auto banded = std::ranges::find(scenarios, wanted);
    m_subject.request.banded = banded == scenarios.end() ? 0 : static_cast<std::size_t>(banded - scenarios.begin());
    const bool isOtherFirst = scenarios.front() != m_subject.scenarios.front();
    m_subject.scenarios = std::move(scenarios);
    m_central = std::move(central);
    m_levels.assign(m_central.size(), std::nullopt);
    showScenarios();
    want();
    if (isOtherFirst)
        findEvidence();
    refresh();
}

/// The text of the figure of which this one may be a later revision: that which was opened or kept here, else the newest of the workbook
/// that tells of the same. Empty without one.
std::string FigureWindow::keptBefore(const SheetOrigin& now) const
{
    const auto isSame = [&](const std::string& kept, bool withNames) {
        try {
            const auto before = readSheetText(m_board.catalogue(), kept);
            const auto &a = before.request, &b = now.request;
            return withNames ? isSameSubject(before, now) : a.series == b.series && a.kind == b.kind && a.show == b.show;
        } catch (const InputError&) { // of another version of the data book
            return false;
        }
    };
    if (!m_keptAs.empty() && isSame(m_keptAs, false))
        return m_keptAs;
    const auto& figures = m_board.workbook().view.figures;
    for (auto figure = figures.rbegin(); figure != figures.rend(); ++figure)
        if (isSame(figure->origin, true))
            return figure->origin;
    return {};
}

/// Sets the letter that the figure has now.
void FigureWindow::revise()
{
    const auto now = sheetOriginOf(runs(), m_subject.request);
    const auto before = keptBefore(now);
    m_subject.request.revision = before.empty() ? "A" : revisionAfter(readSheetText(m_board.catalogue(), before), now);
}

/// What tells something else stands beside the revision before it; what only looks otherwise takes its place.
void FigureWindow::keep()
{
    auto figures = m_board.workbook().view.figures;
    const auto now = origin();
    const auto before = keptBefore(now);
    const KeptSheet kept{m_sheet.title.words, sheetText(now)};
    const auto place = std::ranges::find(figures, before, &KeptSheet::origin);
    if (place != figures.end() && readSheetText(m_board.catalogue(), before).request.revision == now.request.revision)
        *place = kept;
    else
        figures.push_back(kept);
    m_keptAs = kept.origin;
    m_board.keepFigures(std::move(figures));
    say(tr("Kept in the workbook as revision %1, in the menu under Figures").arg(text(now.request.revision)));
}

} // namespace chokepoint::ui
