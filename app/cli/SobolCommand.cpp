// sobol: the share of an answer's variance that each uncertain parameter explains.
#include "cli/Analysis.h"
#include "api/Catalogue.h"
#include "api/Sensitivity.h"
#include "cli/Commands.h"
#include "cli/Json.h"
#include "cli/OutputFile.h"
#include "api/WhyWords.h"
#include "api/Words.h"

#include <iostream>
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

Json asJson(const Catalogue& catalogue, const Indices& indices, const Question& question)
{
    Json list = Json::array();
    for (std::size_t q = 0; q < indices.quarters.size(); ++q)
        for (const auto i : words::largestIndices(indices, q)) {
            const auto& index = indices.indices[q][i];
            list.add({{"at", indices.quarters[q].text()}, {"parameter", catalogue.parameters[indices.parameters[i]].id},
                            {"first", index.first}, {"first_low", index.firstLow}, {"first_high", index.firstHigh},
                            {"total", index.total}, {"total_low", index.totalLow}, {"total_high", index.totalHigh}});
        }
    return {{"series", catalogue.series[question.series].id}, {"points", indices.points}, {"indices", list}};
}

std::string csvText(const Catalogue& catalogue, const Indices& indices)
{
    std::string text = "quarter,parameter,first,first_low,first_high,total,total_low,total_high\n";
    for (std::size_t q = 0; q < indices.quarters.size(); ++q)
        for (std::size_t i = 0; i < indices.parameters.size(); ++i) {
            const auto& x = indices.indices[q][i];
            text += indices.quarters[q].text() + "," + catalogue.parameters[indices.parameters[i]].id;
            for (const double value : {x.first, x.firstLow, x.firstHigh, x.total, x.totalLow, x.totalHigh})
                text += "," + words::roundTrip(value);
            text += "\n";
        }
    return text;
}

void run(const Engine& engine, const Language& language, SobolOptions& options)
{
    const auto question = chosenQuestion(engine, options.question);
    for (int year = question.scenario.start.year(); options.byYear && year <= lastYear; ++year)
        options.request.quarters.push_back(Quarter{(year - firstYear) * 4 + 3});
    watchOnTerminal(options.request.work);
    const auto indices = indicesOf(engine, question, options.request);
    if (options.json)
        std::cout << asJson(engine.catalogue(), indices, question).text();
    else if (!options.csv.empty())
        writeOutput(options.csv, csvText(engine.catalogue(), indices));
    else
        for (std::size_t q = 0; q < indices.quarters.size(); ++q)
            std::cout << (q ? "\n" : "") << words::indicesTable(engine.catalogue(), indices, q, options.rows, language);
}

Action declare(Options& command)
{
    auto options = std::make_shared<SobolOptions>();
    addQuestionOptions(command, options->question);
    command.add("--points", options->request.points, "Base points; runs are this times the parameters + 2 (1024)").valueName("N");
    command.add("--resamples", options->request.resamples, "Resamples behind the intervals (200)").valueName("N");
    command.add("--seed", options->request.seed, "Seed of the points (1)").valueName("S");
    command.addFlag("--by-year", options->byYear, "The last quarter of every year from --from on");
    command.add("--rows", options->rows, "Rows of the table (15)").valueName("N");
    command.add("--threads", options->request.work.threads, "Threads (0 = all); the result does not depend on it").valueName("T");
    const auto json = command.addFlag("--json", options->json, "Write JSON");
    command.add("--csv", options->csv, "Write all parameters to a file, or to standard output with -").valueName("FILE").excludes(json);
    return [options](const EngineSource& engine) { run(engine(), engine.language(), *options); };
}

} // namespace

Command sobolCommand() { return {"sobol", "Share the variance of an answer among the uncertain parameters (Sobol indices)", declare}; }

} // namespace chokepoint::app
