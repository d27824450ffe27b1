// Lists every text of the data book that may be translated.
#include "facts/Overlay.h"

namespace chokepoint::facts {
namespace {

class Texts {
public:
    /// Texts of one row. What the English leaves empty is no text.
    struct Row {
        Texts& texts;
        std::string table, key;
        Row& add(const char* column, std::string& text) { return add(column, std::vector<std::string*>{&text}); }
        Row& add(const char* column, std::vector<std::string*> places)
        {
            if (!places.front()->empty())
                texts.m_found.push_back({table, key, column, std::move(places)});
            return *this;
        }
    };
    Row row(std::string table, std::string key) { return {*this, std::move(table), std::move(key)}; }
    std::vector<DataText> found() && { return std::move(m_found); }

private:
    std::vector<DataText> m_found;
};

/// The names of the ends stand in the rows of the settings at the ends.
void addPhrases(Measure& measure, Texts& texts)
{
    auto& settings = measure.isNumber ? measure.numbers : measure.levels;
    for (auto& setting : settings) {
        auto row = texts.row("phrases", measure.id + "/" + setting.id);
        row.add("doing", setting.doing)
            .add("condition", setting.condition)
            .add("short", setting.shortLabel)
            .add("doing_capped", setting.doingCapped)
            .add("condition_capped", setting.conditionCapped);
        if (&setting == &settings.front())
            row.add("first_end", measure.firstEnd);
        if (&setting == (measure.isNumber ? &settings.front() : &settings.back()))
            row.add("last_end", measure.lastEnd);
    }
}

void addMeasure(Measure& measure, Texts& texts)
{
    texts.row("measures", measure.id)
        .add("short", measure.shortName)
        .add("title", measure.title)
        .add("unit", measure.unit)
        .add("status_quo_note", measure.statusQuoNote)
        .add("legal_basis", measure.legalBasis)
        .add("dates", measure.dates)
        .add("effect", measure.effect)
        .add("note", measure.note);
    for (auto& level : measure.levels)
        texts.row("levels", measure.id + "/" + level.id).add("label", level.label);
    addPhrases(measure, texts);
    if (!measure.notes)
        return;
    texts.row("measure_notes", measure.id)
        .add("status_words", measure.notes->statusWords)
        .add("effect_words", measure.notes->effectWords)
        .add("example", measure.notes->example)
        .add("undo_who", measure.notes->undoWho)
        .add("undo_how_fast", measure.notes->undoHowFast)
        .add("side_effects", measure.notes->sideEffects);
    for (auto& step : measure.notes->steps)
        texts.row("level_steps", measure.id + "/" + step.value).add("who_must_act", step.whoMustAct);
}

void addSeries(Series& series, Texts& texts)
{
    // a series without a label of its own for the end of a line has its short name there
    const bool hasLabel = series.endLabel != series.shortName;
    auto row = texts.row("series", series.id);
    row.add("name", series.name)
        .add("short",
             hasLabel ? std::vector<std::string*>{&series.shortName} : std::vector<std::string*>{&series.shortName, &series.endLabel})
        .add("noun", series.noun)
        .add("description", series.description);
    if (hasLabel)
        row.add("end_label", series.endLabel);
}

void addSupplyChain(SupplyChain& supply, Texts& texts)
{
    for (auto& node : supply.nodes)
        texts.row("map_nodes", node.id)
            .add("label", node.label)
            .add("short", node.shortName)
            .add("firms", node.firms)
            .add("firms_short", node.shortFirms)
            .add("firms_short_china", node.shortFirmsInChina)
            .add("rule", node.rule)
            .add("substitutes", node.substitutes);
    for (auto& edge : supply.edges)
        texts.row("map_edges", supply.nodes[edge.from].id + "/" + supply.nodes[edge.to].id)
            .add("flow", edge.flow)
            .add("rule_or_note", edge.note);
}

void addScenarios(const char* table, std::vector<Scenario>& scenarios, Texts& texts)
{
    for (auto& scenario : scenarios)
        texts.row(table, scenario.id)
            .add("title", scenario.title)
            .add("short", scenario.shortTitle)
            .add("subject", scenario.subject)
            .add("description", scenario.description);
}

} // namespace

std::vector<DataText> textsOf(Catalogue& catalogue, std::vector<Claim>& claims, SupplyChain& supply)
{
    Texts texts;
    for (auto& group : catalogue.groups)
        texts.row("groups", group.id).add("name", group.name);
    for (auto& actor : catalogue.actors)
        texts.row("actors", actor.id).add("name", actor.name).add("whole", actor.wholeName);
    for (auto& sector : catalogue.sectors)
        texts.row("sectors", sector.id).add("name", sector.name);
    for (auto& series : catalogue.series)
        addSeries(series, texts);
    for (auto& term : catalogue.terms)
        texts.row("terms", term.id).add("name", term.name);
    for (auto& parameter : catalogue.parameters)
        texts.row("parameters", parameter.id).add("description", parameter.description);
    for (auto& path : catalogue.paths)
        texts.row("paths", path.id).add("description", path.description);
    for (auto& lever : catalogue.levers)
        texts.row("lever_names", lever.id).add("description", lever.description);
    for (auto& measure : catalogue.measures)
        addMeasure(measure, texts);
    for (auto& event : catalogue.events)
        texts.row("timeline", event.id).add("event", event.what);
    for (std::size_t mark = 0; mark < catalogue.eventMarks.size(); ++mark)
        texts.row("event_marks", catalogue.events[catalogue.eventMarks[mark].event].id + "/" + std::to_string(mark + 1))
            .add("words", catalogue.eventMarks[mark].words);
    for (auto& limit : catalogue.limits)
        texts.row("limits", limit.id).add("about", limit.about).add("limit", limit.sentence);
    for (auto& preset : catalogue.startPresets)
        texts.row("start_presets", preset.preset).add("words", preset.words);
    addScenarios("presets", catalogue.presets, texts);
    addScenarios("assumptions", catalogue.assumptionSets, texts);
    for (auto& claim : claims) {
        texts.row("claims", claim.id)
            .add("statement", claim.statement)
            .add("verdict", claim.verdict)
            .add("reading", claim.reading)
            .add("leaves_out", claim.leavesOut);
        for (std::size_t part = 0; part < claim.parts.size(); ++part)
            texts.row("claim_parts", claim.id + "/" + std::to_string(part + 1)).add("words", claim.parts[part].words);
    }
    addSupplyChain(supply, texts);
    return std::move(texts).found();
}

std::vector<DataText> textsOf(const GameTexts& games)
{
    Texts texts;
    for (auto& issue : games.scored.domain.issues) {
        texts.row("scored_issues", issue.id).add("name", issue.name);
        for (auto& level : issue.levels)
            texts.row("scored_levels", issue.id + "/" + level.id).add("label", level.label).add("short", level.shortLabel);
    }
    for (auto& issue : games.model.domain.issues) {
        texts.row("bargain_issues", issue.id).add("name", issue.name);
        for (auto& level : issue.levels)
            texts.row("bargain_levels", issue.id + "/" + level.id).add("label", level.label).add("short", level.shortLabel);
    }
    for (auto& outcome : games.model.outcomes)
        texts.row("bargain_outcomes", outcome.id).add("name", outcome.name).add("why", outcome.why);
    for (auto& weighting : games.model.weightings)
        texts.row("bargain_weightings", weighting.id).add("name", weighting.name).add("about", weighting.about);
    for (auto& player : games.model.vetoPlayers)
        texts.row("bargain_vetoes", player.id).add("name", player.name);
    for (auto& ally : games.model.allies)
        texts.row("bargain_allies", ally.id).add("name", ally.name);
    for (auto& rule : games.model.consents)
        texts.row("bargain_consents", games.model.allies[rule.ally].id + "/" + rule.measure + "/" + rule.value).add("why", rule.why);
    for (auto& rule : games.reactions)
        texts.row("reactions", rule.id).add("about", rule.about);
    return std::move(texts).found();
}

} // namespace chokepoint::facts
