// catalogue: what the data book holds, as text or as JSON.
#include "cli/Commands.h"
#include "api/Words.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>

namespace chokepoint::app {
namespace {

using Json = nlohmann::ordered_json;

Json levelsAsJson(const Measure& measure)
{
    Json list = Json::array();
    for (const auto& level : measure.levels)
        list.push_back({{"level", level.id}, {"short", level.shortLabel}, {"label", level.label}});
    return list;
}

Json asJson(const MeasureNotes& notes)
{
    Json steps = Json::array();
    for (const auto& step : notes.steps)
        steps.push_back({{"level", step.value}, {"difficulty", words::difficulty(step.difficulty)}, {"example_date", step.exampleDate},
                         {"who_must_act", step.whoMustAct}});
    return {{"status", words::statusLine(notes)}, {"until", notes.until}, {"status_in_words", notes.statusWords},
            {"effect_in_words", notes.effectWords}, {"example_date", notes.exampleDate}, {"example", notes.example}, {"sources", notes.sources},
            {"grade", notes.grade}, {"undo_who", notes.undoWho}, {"undo_how_fast", notes.undoHowFast}, {"side_effects", notes.sideEffects},
            {"grade_judged", notes.gradeOfJudgement}, {"related_series", notes.relatedSeries}, {"steps", steps}};
}

Json asJson(const Measure& m)
{
    Json json{{"measure", m.id}, {"short", m.shortName}, {"title", m.title}, {"group", m.screenGroup}, {"actor", m.actor},
              {"kind", m.isNumber ? "number" : "level"}, {"in_model", m.inModel}, {"status_quo", m.statusQuo}};
    if (m.isNumber)
        json.update(Json{{"minimum", m.minimum}, {"maximum", m.maximum}, {"unit", m.unit}, {"marks", m.marks}});
    else
        json["levels"] = levelsAsJson(m);
    json.update(Json{{"law", m.legalBasis}, {"dates", m.dates}, {"effect", m.effect}, {"sources", m.sources},
                     {"grade_law", m.gradeOfLaw}, {"grade_effect", m.gradeOfEffect}});
    if (m.notes)
        json["notes"] = asJson(*m.notes);
    return json;
}

Json asJson(const Series& s)
{
    return {{"series", s.id}, {"sector", s.sector}, {"unit", s.unit}, {"unit_in_words", words::displayUnit(s).unit}, {"name", s.name},
            {"short_name", s.shortName}, {"description", s.description}};
}

Json asJson(const Parameter& p)
{
    return {{"parameter", p.id}, {"unit", p.unit}, {"central", p.central}, {"low", p.low}, {"high", p.high},
            {"distribution", p.distribution}, {"grade", p.grade}, {"sources", p.sources}, {"description", p.description}};
}

Json asJson(const Source& s)
{
    return {{"source", s.id}, {"authors", s.authors}, {"title", s.title}, {"publisher", s.publisher}, {"date", s.date}, {"url", s.url},
            {"how_seen", s.howSeen}, {"note", s.note}};
}

Json asJson(const Scenario& s)
{
    Json changes = Json::array();
    for (const auto& change : s.changes)
        changes.push_back({{"measure", change.measure}, {"value", change.value}});
    return {{"preset", s.id}, {"title", s.title}, {"description", s.description}, {"changes", changes}};
}

template <class Row> Json listAsJson(const std::vector<Row>& rows)
{
    Json list = Json::array();
    for (const auto& row : rows)
        list.push_back(asJson(row));
    return list;
}

void printMeasures(const Catalogue& catalogue)
{
    for (const auto& m : catalogue.measures) {
        std::cout << m.id << "  " << m.title << " (" << m.actor << (m.inModel ? "" : "; matters at the table only") << ")\n    ";
        if (m.isNumber)
            std::cout << m.minimum << " to " << m.maximum << " " << m.unit;
        for (const auto& level : m.levels)
            std::cout << (&level == &m.levels.front() ? "" : ", ") << level.id;
        std::cout << "; now " << m.statusQuo << "\n";
    }
}

void printLevels(const Catalogue& catalogue)
{
    for (const auto& m : catalogue.measures)
        for (const auto& level : m.levels)
            std::cout << m.id << "=" << level.id << (level.id == m.statusQuo ? "  (now)  " : "  ") << level.label << "\n";
}

void print(const Catalogue& catalogue, const std::string& what)
{
    if (what == "measures")
        printMeasures(catalogue);
    else if (what == "levels")
        printLevels(catalogue);
    else if (what == "series")
        for (const auto& s : catalogue.series)
            std::cout << s.id << "  " << s.name << ", " << words::displayUnit(s).unit << "\n";
    else if (what == "parameters")
        for (const auto& p : catalogue.parameters)
            std::cout << p.id << "  " << p.central << " (" << p.low << " to " << p.high << ") " << p.unit << ", " << p.distribution
                      << ", grade " << p.grade << "  " << p.description << "\n";
    else if (what == "sources")
        for (const auto& s : catalogue.sources)
            std::cout << s.id << "  " << s.authors << ": " << s.title << ", " << s.publisher << ", " << s.date << "  " << s.url << "\n";
    else
        for (const auto& s : catalogue.presets)
            std::cout << s.id << "  " << s.title << "\n    " << s.description << "\n";
}

void printJson(const Catalogue& catalogue, const std::string& what)
{
    Json json;
    if (what == "measures")
        json = listAsJson(catalogue.measures);
    else if (what == "levels") {
        json = Json::object();
        for (const auto& m : catalogue.measures)
            if (!m.isNumber)
                json[m.id] = levelsAsJson(m);
    } else if (what == "series")
        json = listAsJson(catalogue.series);
    else if (what == "parameters")
        json = listAsJson(catalogue.parameters);
    else if (what == "sources")
        json = listAsJson(catalogue.sources);
    else
        json = listAsJson(catalogue.presets);
    std::cout << json.dump(2) << "\n";
}

} // namespace

void addCatalogueCommand(CLI::App& cli, const EngineSource& engine)
{
    struct Options {
        std::string what;
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    auto* command = cli.add_subcommand("catalogue", "List what the data book holds");
    command->add_option("what", options->what, "measures, levels, series, parameters, sources or presets")
        ->required()->check(CLI::IsMember({"measures", "levels", "series", "parameters", "sources", "presets"}));
    command->add_flag("--json", options->json, "Write JSON");
    command->callback([engine, options] { options->json ? printJson(engine().catalogue(), options->what) : print(engine().catalogue(), options->what); });
}

} // namespace chokepoint::app
