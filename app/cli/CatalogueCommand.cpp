// catalogue: what the data book holds, as text or as JSON.
#include "cli/Commands.h"
#include "options/Terminal.h"
#include "api/Catalogue.h"
#include "api/Language.h"
#include "api/MeasureWords.h"
#include "api/UnitWords.h"
#include "cli/Json.h"
#include "cli/OutputFile.h"

#include <memory>
#include <sstream>

namespace chokepoint::app {
namespace {

Json levelsAsJson(const Measure& measure)
{
    Json list = Json::array();
    for (const auto& level : measure.levels)
        list.add({{"level", level.id}, {"short", level.shortLabel}, {"label", level.label}});
    return list;
}

Json catalogueJson(const MeasureNotes& notes, const Language& language)
{
    Json steps = Json::array();
    for (const auto& step : notes.steps)
        steps.add({{"level", step.value},
                   {"difficulty", language.text(words::difficulty(step.difficulty))},
                   {"example_date", step.exampleDate},
                   {"who_must_act", step.whoMustAct}});
    return {{"status", language.text(words::statusLine(notes))},
            {"until", notes.until},
            {"status_in_words", notes.statusWords},
            {"effect_in_words", notes.effectWords},
            {"example_date", notes.exampleDate},
            {"example", notes.example},
            {"sources", notes.sources},
            {"grade", letterOf(notes.grade)},
            {"undo_who", notes.undoWho},
            {"undo_how_fast", notes.undoHowFast},
            {"side_effects", notes.sideEffects},
            {"grade_judged", letterOf(notes.gradeOfJudgement)},
            {"related_series", notes.relatedSeries},
            {"steps", steps}};
}

Json catalogueJson(const Catalogue& catalogue, const Measure& m, const Language& language)
{
    Json json{{"measure", m.id},
              {"short", m.shortName},
              {"title", m.title},
              {"group", catalogue.groups[m.group].name},
              {"actor", catalogue.actors[m.actor].name},
              {"kind", m.isNumber ? "number" : "level"},
              {"in_model", m.inModel},
              {"status_quo", m.statusQuo}};
    if (m.isNumber)
        json.set("minimum", m.minimum).set("maximum", m.maximum).set("unit", m.unit).set("marks", m.marks);
    else
        json.set("levels", levelsAsJson(m));
    json.set("law", m.legalBasis).set("dates", m.dates).set("effect", m.effect).set("sources", m.sources);
    json.set("grade_law", letterOf(m.gradeOfLaw)).set("grade_effect", letterOf(m.gradeOfEffect));
    if (m.notes)
        json.set("notes", catalogueJson(*m.notes, language));
    return json;
}

Json catalogueJson(const Catalogue& catalogue, const Series& s, const Language& language)
{
    return {{"series", s.id},
            {"sector", catalogue.sectors[s.sector].name},
            {"unit", s.unit.id},
            {"unit_in_words", language.text(words::displayUnit(s).name())},
            {"name", s.name},
            {"short_name", s.shortName},
            {"description", s.description}};
}

Json catalogueJson(const Catalogue&, const Parameter& p, const Language&)
{
    return {{"parameter", p.id}, {"unit", p.unit.id}, {"central", p.central}, {"low", p.low}, {"high", p.high},
            {"distribution", wordOf(p.distribution)}, {"grade", letterOf(p.grade)}, {"sources", p.sources}, {"description", p.description}};
}

Json catalogueJson(const Catalogue&, const Source& s, const Language&)
{
    return {{"source", s.id}, {"authors", s.authors}, {"title", s.title}, {"publisher", s.publisher}, {"date", s.date}, {"url", s.url},
            {"how_seen", s.howSeen}, {"note", s.note}};
}

Json catalogueJson(const Catalogue&, const Scenario& s, const Language&)
{
    Json changes = Json::array();
    for (const auto& change : s.changes)
        changes.add({{"measure", change.measure}, {"value", change.value}});
    return {{"preset", s.id}, {"title", s.title}, {"description", s.description}, {"changes", changes}};
}

template <class Row> Json listAsJson(const Catalogue& catalogue, const std::vector<Row>& rows, const Language& language)
{
    Json list = Json::array();
    for (const auto& row : rows)
        list.add(catalogueJson(catalogue, row, language));
    return list;
}

void printMeasures(std::ostream& out, const Catalogue& catalogue, const Language& language)
{
    for (const auto& m : catalogue.measures) {
        const auto name = Message(
            "catalogue.measure",
            {{"id", m.id}, {"title", m.title}, {"actor", catalogue.actors[m.actor].name}, {"counts", m.inModel ? "in_model" : "at_table"}});
        MessageList levels{{}, MessageList::Joint::Comma};
        for (const auto& level : m.levels)
            levels.items.emplace_back(level.id);
        const auto settings =
            m.isNumber ? Message("catalogue.range", {{"low", m.minimum}, {"high", m.maximum}, {"unit", m.unit}, {"now", m.statusQuo}})
                       : Message("catalogue.levels", {{"levels", levels}, {"now", m.statusQuo}});
        out << language.text(name) << "\n    " << language.text(settings) << "\n";
    }
}

void printLevels(std::ostream& out, const Catalogue& catalogue, const Language& language)
{
    for (const auto& m : catalogue.measures)
        for (const auto& level : m.levels) {
            const auto which = level.id == m.statusQuo ? "now" : "other";
            out << language.text(
                Message("catalogue.level", {{"measure", m.id}, {"level", level.id}, {"label", level.label}, {"which", which}}))
                << "\n";
        }
}

void printParameters(std::ostream& out, const Catalogue& catalogue, const Language& language)
{
    for (const auto& p : catalogue.parameters)
        out << language.text(Message("catalogue.parameter", {{"id", p.id},
                                                             {"central", p.central},
                                                             {"low", p.low},
                                                             {"high", p.high},
                                                             {"unit", p.unit.id},
                                                             {"distribution", wordOf(p.distribution)},
                                                             {"grade", letterOf(p.grade)},
                                                             {"input", p.description}}))
            << "\n";
}

void printCatalogue(const Catalogue& catalogue, const std::string& what, const Language& language)
{
    std::ostringstream out;
    if (what == "measures")
        printMeasures(out, catalogue, language);
    else if (what == "levels")
        printLevels(out, catalogue, language);
    else if (what == "series")
        for (const auto& s : catalogue.series)
            out << language.text(Message("catalogue.series", {{"id", s.id}, {"series", s.name}, {"unit", words::displayUnit(s).name()}}))
                << "\n";
    else if (what == "parameters")
        printParameters(out, catalogue, language);
    else if (what == "sources")
        for (const auto& s : catalogue.sources)
            out << s.id << "  " << s.authors << ": " << s.title << ", " << s.publisher << ", " << s.date << "  " << s.url << "\n";
    else
        for (const auto& s : catalogue.presets)
            out << s.id << "  " << s.title << "\n    " << s.description << "\n";
    tell(out.str());
}

void printCatalogueJson(const Catalogue& catalogue, const std::string& what, const Language& language)
{
    Json json;
    if (what == "measures")
        json = listAsJson(catalogue, catalogue.measures, language);
    else if (what == "levels") {
        json = Json::object();
        for (const auto& m : catalogue.measures)
            if (!m.isNumber)
                json.set(m.id, levelsAsJson(m));
    } else if (what == "series")
        json = listAsJson(catalogue, catalogue.series, language);
    else if (what == "parameters")
        json = listAsJson(catalogue, catalogue.parameters, language);
    else if (what == "sources")
        json = listAsJson(catalogue, catalogue.sources, language);
    else
        json = listAsJson(catalogue, catalogue.presets, language);
    writeOutput(json.text());
}

struct CatalogueOptions {
    std::string what;
    bool json = false;
};

Action declareCatalogue(Options& command)
{
    auto options = std::make_shared<CatalogueOptions>();
    command.add("what", options->what, "measures, levels, series, parameters, sources or presets")
        .required().oneOf({"measures", "levels", "series", "parameters", "sources", "presets"});
    command.addFlag("--json", options->json, "Write JSON");
    return [options](const EngineSource& engine) {
        options->json ? printCatalogueJson(engine().catalogue(), options->what, engine.language())
                      : printCatalogue(engine().catalogue(), options->what, engine.language());
    };
}

} // namespace

Command catalogueCommand() { return {"catalogue", "List what the data book holds", declareCatalogue}; }

} // namespace chokepoint::app
