// Shared parts of the commands of analysis.
#include "Analysis.h"

#include "InputError.h"

#include <unistd.h>

#include <chrono>
#include <cmath>
#include <iostream>
#include <sstream>

namespace chokepoint::app {

std::vector<std::size_t> seriesNamed(const Catalogue& catalogue, const std::string& list)
{
    std::vector<std::size_t> rows;
    std::istringstream stream(list);
    for (std::string id; std::getline(stream, id, ',');) {
        const auto row = catalogue.findSeries(id);
        if (!row)
            throw InputError("There is no series \"" + id + "\"", "--series " + list, "no series of the data book has this id",
                             "List them with: chokepoint-cli catalogue series");
        rows.push_back(*row);
    }
    return rows;
}

Quarter quarterNamed(const std::string& text, const std::string& option)
{
    if (const auto quarter = Quarter::parse(text))
        return *quarter;
    throw InputError("\"" + text + "\" is not a quarter of the model", option, "quarters run from 2022Q1 to 2035Q4", "Write for instance 2030Q4.");
}

std::string csvField(const std::string& text)
{
    if (text.find_first_of(",\"\n") == std::string::npos)
        return text;
    std::string field = "\"";
    for (const char c : text)
        field += c == '"' ? std::string("\"\"") : std::string(1, c);
    return field + "\"";
}

void watchOnTerminal(Work& work)
{
    work.clock = [] { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); };
    if (isatty(STDERR_FILENO) == 0)
        return;
    work.onProgress = [](const Progress& progress) {
        std::cerr << "\r" << progress.done << " of " << progress.total << " runs";
        if (progress.secondsLeft)
            std::cerr << ", " << std::ceil(*progress.secondsLeft) << " s left";
        std::cerr << (progress.done == progress.total ? "\n" : "   ") << std::flush;
    };
}

} // namespace chokepoint::app
