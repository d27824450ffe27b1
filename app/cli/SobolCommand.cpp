// sobol: the share of an answer's variance that each uncertain parameter explains.
#include "cli/Analysis.h"
#include "api/Catalogue.h"
#include "api/Language.h"
#include "api/NumberWords.h"
#include "api/Sensitivity.h"
#include "api/SensitivityWords.h"
#include "api/Telling.h"
#include "cli/Commands.h"
#include "options/Terminal.h"
#include "cli/Json.h"
#include "cli/OutputFile.h"

#include <memory>

namespace chokepoint::app {
namespace {

struct SobolOptions {
    QuestionOptions question;
    IndicesRequest request;
    std::size_t rows = 15;
    bool byYear = false, json = false;
    std::string csv;
};

Json sobolJson(const Catalogue& catalogue, const Indices& indices, const Question& question)
{
    Json list = Json::array();
    for (std::size_t q = 0; q < indices.periods.size(); ++q)
        for (const auto i : largestIndices(indices, q)) {
            const auto& index = indices.indices[q][i];
            const auto end = [&](double value) { return indices.hasIntervals ? Json(value) : Json(); };
            list.add({{"at", indices.periods[q].text()},
                      {"parameter", catalogue.parameters[indices.parameters[i]].id},
                      {"first", index.first},
                      {"first_low", end(index.firstLow)},
                      {"first_high", end(index.firstHigh)},
                      {"total", index.total},
                      {"total_low", end(index.totalLow)},
                      {"total_high", end(index.totalHigh)}});
        }
    return {{"series", catalogue.series[question.series].id}, {"points", indices.points}, {"indices", list}};
}

std::string sobolCsv(const Catalogue& catalogue, const Indices& indices)
{
    std::string text = "period,parameter,first,first_low,first_high,total,total_low,total_high\n";
    for (std::size_t q = 0; q < indices.periods.size(); ++q)
        for (std::size_t i = 0; i < indices.parameters.size(); ++i) {
            const auto& x = indices.indices[q][i];
            text += indices.periods[q].text() + "," + catalogue.parameters[indices.parameters[i]].id;
            const auto end = [&](double value) { return indices.hasIntervals ? words::roundTrip(value) : std::string(); };
            text += "," + words::roundTrip(x.first) + "," + end(x.firstLow) + "," + end(x.firstHigh) + "," + words::roundTrip(x.total) + ","
                  + end(x.totalLow) + "," + end(x.totalHigh) + "\n";
        }
    return text;
}

/// The table of one year or quarter, or why there is none.
std::string tableOf(const Catalogue& catalogue, const Language& language, const Indices& indices, std::size_t quarter, std::size_t rows)
{
    const auto unanswered = indices.unanswered[quarter];
    auto text = unanswered == 0
                  ? std::string()
                  : language.text(Message("answers.missing_points", {{"missing", unanswered}, {"all", indices.points}})) + "\n";
    if (largestIndices(indices, quarter).empty())
        return text + (unanswered < indices.points ? language.text(Message("answers.nothing_varies")) + "\n" : "");
    return text + words::indicesTable(catalogue, indices, quarter, rows, language);
}

void runSobol(const Engine& engine, const Language& language, SobolOptions& options)
{
    const auto question = chosenQuestion(engine, options.question);
    for (int year = question.scenario.start.year(); options.byYear && year <= lastYear; ++year)
        options.request.periods.push_back(Period::ofYear(year));
    watchOnTerminal(options.request.work);
    const auto indices = indicesOf(engine, question, options.request);
    if (options.json)
        writeOutput(sobolJson(engine.catalogue(), indices, question).text());
    else if (!options.csv.empty())
        writeOutput(options.csv, sobolCsv(engine.catalogue(), indices), "--csv");
    else
        for (std::size_t q = 0; q < indices.periods.size(); ++q) {
            auto ofQuarter = question;
            ofQuarter.at = indices.periods[q];
            tell((q ? "\n" : "") + questionText(engine, language, ofQuarter));
            tell(tableOf(engine.catalogue(), language, indices, q, options.rows));
        }
}

Action declareSobol(Options& command)
{
    auto options = std::make_shared<SobolOptions>();
    addQuestionOptions(command, options->question);
    command.add("--points", options->request.points, "Base points (1024); the number of runs is this times the number of inputs plus 2")
        .valueName("N");
    command.add("--resamples", options->request.resamples, "Resamples behind the intervals, 0 for none (200)").valueName("N");
    command.add("--seed", options->request.seed, "Seed of the points (1)").valueName("S");
    command.addFlag("--by-year", options->byYear, "Take every year from --from");
    command.add("--rows", options->rows, "Rows of the table (15)").valueName("N");
    command.add("--threads", options->request.work.threads, "Threads (0 = all), with the same result for any number").valueName("T");
    const auto json = command.addFlag("--json", options->json, "Write JSON");
    command.add("--csv", options->csv, "Write all inputs to a file, or to standard output with -").valueName("FILE").excludes(json);
    return [options](const EngineSource& engine) { runSobol(engine(), engine.language(), *options); };
}

} // namespace

Command sobolCommand() { return {"sobol", "Split the uncertainty of an answer among the inputs (Sobol indices)", declareSobol}; }

} // namespace chokepoint::app
