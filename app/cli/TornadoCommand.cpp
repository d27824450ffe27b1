// tornado: a series with each uncertain parameter at its low and its high end.
#include "cli/Analysis.h"
#include "api/Catalogue.h"
#include "api/InputError.h"
#include "api/Language.h"
#include "api/NumberWords.h"
#include "api/Sensitivity.h"
#include "api/SensitivityWords.h"
#include "api/Telling.h"
#include "cli/Commands.h"
#include "options/Terminal.h"
#include "cli/Json.h"
#include "cli/OutputFile.h"

#include <cmath>
#include <memory>

namespace chokepoint::app {
namespace {

struct TornadoOptions {
    QuestionOptions question;
    RunControl work;
    std::size_t rows = 15;
    std::string csv;
    bool json = false;
};

Json tornadoJson(const Catalogue& catalogue, const Tornado& tornado, const Question& question)
{
    Json bars = Json::array();
    for (const auto i : widestBars(tornado, question.at, question.contrast)) {
        const auto& bar = tornado.bars[i];
        const auto& p = catalogue.parameters[bar.parameter];
        const auto [low, high] = endsOf(bar, question.at, Contrast::Value);
        const auto [lowDifference, highDifference] = endsOf(bar, question.at, Contrast::Difference);
        Json entry{{"parameter", p.id},
                   {"low", p.low},
                   {"high", p.high},
                   {"grade", letterOf(p.grade)},
                   {"value_low", low},
                   {"value_high", high},
                   {"difference_low", lowDifference},
                   {"difference_high", highDifference}};
        if (question.contrast == Contrast::Change) {
            const auto [lowChange, highChange] = endsOf(bar, question.at, Contrast::Change);
            entry.set("change_low", lowChange).set("change_high", highChange);
        }
        bars.add(entry);
    }
    const auto& about = catalogue.series[question.series];
    Json json{{"series", about.id},
              {"at", question.at.text()},
              {"unit", about.unit.id},
              {"central", centralOf(tornado, question.at, Contrast::Value)},
              {"central_difference", centralOf(tornado, question.at, Contrast::Difference)}};
    if (question.contrast == Contrast::Change)
        json.set("central_change", centralOf(tornado, question.at, Contrast::Change));
    return json.set("bars", bars);
}

/// A change from nothing has no number.
std::string changeText(double change) { return std::isfinite(change) ? words::roundTrip(change) : std::string(); }

std::string tornadoCsv(const Catalogue& catalogue, const Tornado& tornado, bool hasChanges)
{
    std::string text =
        std::string("parameter,quarter,low,high,difference_low,difference_high") + (hasChanges ? ",change_low,change_high" : "") + "\n";
    for (const auto& bar : tornado.bars)
        for (std::size_t q = 0; q < bar.low.size(); ++q) {
            text += catalogue.parameters[bar.parameter].id + "," + Quarter{static_cast<int>(q)}.text();
            for (const double value : {bar.low[q], bar.high[q], bar.lowDifference[q], bar.highDifference[q]})
                text += "," + words::roundTrip(value);
            if (hasChanges)
                text += "," + changeText(bar.lowChange[q]) + "," + changeText(bar.highChange[q]);
            text += "\n";
        }
    return text;
}

void runTornado(const Engine& engine, const Language& language, TornadoOptions& options)
{
    const auto question = chosenQuestion(engine, options.question);
    if (question.over)
        throw InputError(Refusal("tornado_over", {.option = "--over"}));
    watchOnTerminal(options.work);
    const auto tornado = tornadoOf(engine, question.scenario, question.baseline, question.series, options.work);
    if (options.json)
        writeOutput(tornadoJson(engine.catalogue(), tornado, question).text());
    else if (!options.csv.empty())
        writeOutput(options.csv, tornadoCsv(engine.catalogue(), tornado, question.contrast == Contrast::Change), "--csv");
    else
        tell(questionText(engine, language, question)
             + (widestBars(tornado, question.at, question.contrast).empty()
                    ? language.text(Message("answers.nothing_varies")) + "\n"
                    : words::tornadoTable(engine.catalogue(), tornado, question.series, question.at, question.contrast, options.rows,
                                          language)));
}

Action declareTornado(Options& command)
{
    auto options = std::make_shared<TornadoOptions>();
    addQuestionOptions(command, options->question);
    command.add("--rows", options->rows, "Rows of the table (15)").valueName("N");
    command.add("--threads", options->work.threads, "Threads (0 = all), with the same result for any number").valueName("T");
    const auto json = command.addFlag("--json", options->json, "Write JSON");
    command.add("--csv", options->csv, "Write every quarter to a file, or to standard output with -").valueName("FILE").excludes(json);
    return [options](const EngineSource& engine) { runTornado(engine(), engine.language(), *options); };
}

} // namespace

Command tornadoCommand()
{
    return {"tornado", "Show what a series does with each input alone at its low and high end", declareTornado};
}

} // namespace chokepoint::app
