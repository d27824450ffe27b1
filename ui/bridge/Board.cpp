// The board: runs, views and edits of the workbook. Its undo is in BoardHistory.cpp.
#include "bridge/Board.h"

#include "api/LawAsOf.h"
#include "api/Projection.h"
#include "api/ScenarioWords.h"
#include "parts/Text.h"

#include <algorithm>

namespace chokepoint::ui {
namespace {

WorkbookScenario& entryOnTable(Workbook& workbook)
{
    return *std::ranges::find_if(workbook.scenarios, [&](const WorkbookScenario& entry) { return entry.scenario.id == workbook.onTable; });
}

/// True for a title that the program gave, with the number that may tell it from another.
bool isOwnTitle(const std::string& title, const std::string& own)
{
    return title == own || (title.starts_with(own + " (") && title.ends_with(')'));
}

} // namespace

Board::Board(const Engine& engine, const Language& language, QObject* parent)
    : QObject(parent),
      m_engine(engine),
      m_language(language),
      m_workbook(freshWorkbook(engine.catalogue())),
      m_content(contentBytes(m_workbook)),
      m_baseline(scenario()),
      m_recorded(recordedValues(engine)),
      m_present(engine.project(scenario())),
      m_reference(m_present),
      m_reactions{false, shippedReactions(engine), {}},
      m_answered{scenario(), {}}
{
    m_replayTimer.setSingleShot(true);
    connect(&m_replayTimer, &QTimer::timeout, this, &Board::endReplay);
}

/// Runs a workbook and lays it on the board, seen as the present one is.
void Board::put(const Workbook& workbook)
{
    auto after = workbook;
    after.view = m_workbook.view;
    const bool hasOtherFacts = after.facts != m_workbook.facts;
    m_workbook.facts = after.facts;
    if (hasOtherFacts && after == m_workbook) { // facts move no run
        m_content = contentBytes(m_workbook);
        emit factsChanged();
        return;
    }
    auto baseline = baselineOf(after, catalogue()).value_or(catalogue().presets.front());
    const bool isComparedAnew = baseline != m_baseline || scenarioOnTable(after).assumptions != scenario().assumptions;
    auto played = answered(scenarioOnTable(after), baseline, m_reactions);
    m_present = m_engine.project(played.scenario);
    m_answered = std::move(played);
    m_workbook = std::move(after);
    m_content = contentBytes(m_workbook);
    m_baseline = std::move(baseline);
    if (isComparedAnew)
        m_reference = m_engine.project(assumedBaseline());
    emit changed();
    if (hasOtherFacts)
        emit factsChanged();
}

AnsweredScenario Board::answered(const Scenario& scenario, const Scenario& baseline, const ReactionView& reactions) const
{
    if (!reactions.isOn)
        return {scenario, {}};
    return withReactions(m_engine, scenario, baseline, reactions.rules, reactions.chances);
}

void Board::setReactions(const ReactionView& reactions)
{
    checkReactions(m_engine, reactions.rules);
    if (reactions == m_reactions)
        return;
    auto played = answered(scenario(), m_baseline, reactions);
    auto present = m_engine.project(played.scenario);
    m_reactions = reactions; // nothing fails from here on
    m_answered = std::move(played);
    m_present = std::move(present);
    emit changed();
}

const Workbook& Board::beginStep(bool moving)
{
    endReplay();
    if (!moving)
        settle();
    if (moving && !m_isMoving) {
        m_dragBase = m_workbook;
        m_isMoving = true;
        m_drag += 2;
    }
    return moving ? m_dragBase : m_workbook;
}

/// The title of a package that a person made of a preset and did not name: of the status quo what it changes, of others whence it came.
std::string Board::ownTitle(const Scenario& scenario) const
{
    const auto base = catalogue().findPreset(scenario.basedOn.empty() ? scenario.id : scenario.basedOn);
    if (!base)
        return {};
    if (*base > 0)
        return tr("Your package based on %1").arg(text(catalogue().presets[*base].title)).toStdString();
    Scenario untitled = scenario;
    untitled.id.clear();
    untitled.title.clear();
    return m_language.text(words::scenarioLabel(catalogue(), untitled));
}

/// Puts an edited scenario on the table of `base` and sees to its name and to that of what it is compared with.
void Board::pushScenario(Workbook base, const Scenario& edited, const QString& name, bool moving)
{
    m_engine.check(edited);
    const auto& before = scenarioOnTable(base);
    auto after = edited;
    const auto own = ownTitle(after);
    const bool isEdit = after.id == before.id && after.title == before.title;
    if (const auto old = ownTitle(before); isEdit && !old.empty() && isOwnTitle(before.title, old))
        after.title = own; // it follows what is changed
    editOnTable(base, catalogue(), after, own);
    auto& onTable = entryOnTable(base).scenario;
    if (const auto* other = std::get_if<OwnBaseline>(&base.comparedWith); other && !isPreset(catalogue(), onTable))
        onTable.title = uniqueTitle(onTable.title, {other->scenario.title});
    const bool isOfPreset = !onTable.basedOn.empty() && onTable.basedOn != catalogue().presets.front().id;
    if (isOfPreset && isOwnTitle(onTable.title, own))
        onTable.shortTitle = tr("Your package").toStdString();
    push(std::move(base), name, moving);
}

void Board::pushEdit(const Scenario& edited, const QString& name) { pushScenario(m_workbook, edited, name); }

void Board::setScenario(const Scenario& scenario, const QString& name)
{
    Workbook base = beginStep(false);
    auto after = startingAt(scenario, start());
    auto& entry = entryOnTable(base);
    if (entry.scenario.id == after.id)
        after.title = entry.scenario.title; // it may have been made of an earlier one
    else
        entry = {entry.scenario, {}, {}}; // notes and file are those of the one that goes
    pushScenario(std::move(base), after, name);
}

void Board::openScenario(const Scenario& scenario, const std::string& fileText)
{
    const auto opened = startingAt(scenario, start());
    m_engine.check(opened);
    Workbook after = beginStep(false);
    if (const auto* there = findScenario(after, opened.id); there && there->scenario == opened) {
        after.onTable = opened.id;
        compareWith(after, catalogue(), PresetBaseline{opened.baseline});
    } else {
        chokepoint::openScenario(after, catalogue(), opened);
    }
    entryOnTable(after).text = fileText;
    push(std::move(after), text(opened.title));
}

/// A preset, else a copy under a name of its own.
ComparedWith Board::baselineFrom(Workbook workbook, const Scenario& baseline) const
{
    if (isPreset(catalogue(), baseline))
        return PresetBaseline{baseline.id};
    const auto id = addScenario(workbook, catalogue(), startingAt(baseline, scenarioOnTable(workbook).start)); // as if it were there
    return OwnBaseline{findScenario(workbook, id)->scenario};
}

void Board::setBaseline(const Scenario& baseline)
{
    m_engine.check(baseline);
    Workbook after = beginStep(false);
    compareWith(after, catalogue(), baselineFrom(after, baseline));
    push(std::move(after), tr("compared with %1").arg(text(baseline.title)));
}

void Board::setStart(Quarter start)
{
    Workbook after = beginStep(false);
    entryOnTable(after).scenario.start = start;
    if (auto* own = std::get_if<OwnBaseline>(&after.comparedWith))
        own->scenario.start = start;
    m_engine.check(scenarioOnTable(after));
    push(std::move(after), tr("start in %1").arg(said(start)));
}

void Board::setYear(int year)
{
    if (year == m_workbook.view.year)
        return;
    m_workbook.view.year = year;
    emit yearChanged(year);
}

void Board::setContent(Workbook after, const QString& name)
{
    m_engine.check(scenarioOnTable(after));
    if (const auto baseline = baselineOf(after, catalogue()))
        m_engine.check(*baseline);
    beginStep(false);
    push(std::move(after), name);
}

void Board::setNews(std::vector<NewsEntry> news, const QString& name)
{
    Workbook after = beginStep(false);
    after.news = std::move(news);
    push(std::move(after), name);
}

void Board::recordLaw(std::vector<NewsEntry> news, std::size_t line)
{
    Workbook after = beginStep(false);
    const auto entry = news.at(line);
    after.news = std::move(news);
    if (entry.setting) // before it is put anywhere
        m_engine.check({.id = "law", .title = {}, .description = {}, .changes = {*entry.setting}, .assumptions = {}});
    const auto onTable = chokepoint::recordLaw(after, catalogue(), entry, m_recorded, tr("Your baseline").toStdString());
    pushScenario(std::move(after), onTable, tr("law of %1").arg(text(entry.date)));
}

void Board::setFacts(std::vector<PersonalFact> facts, const QString& name)
{
    Workbook after = beginStep(false);
    after.facts = std::move(facts);
    push(std::move(after), name);
}

Scenario Board::assumedBaseline() const
{
    Scenario baseline = m_baseline;
    baseline.assumptions = scenario().assumptions;
    return baseline;
}

Projection Board::presentByDefault() const
{
    Scenario present = played();
    present.assumptions.clear();
    return m_engine.project(present);
}

Projection Board::referenceByDefault() const
{
    Scenario baseline = m_baseline;
    baseline.assumptions.clear();
    return m_engine.project(baseline);
}

void Board::settle()
{
    if (!m_isMoving)
        return;
    m_isMoving = false;
    emit changed();
}

} // namespace chokepoint::ui
