// Shared test data.
#include "TestData.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <sstream>

namespace chokepoint::test {

std::filesystem::path sourceFolder() { return CHOKEPOINT_SOURCE_DIR; }
std::filesystem::path buildFolder() { return CHOKEPOINT_BUILD_DIR; }

const Engine& engine()
{
    static const Engine loaded(sourceFolder() / "resources", sourceFolder() / "scenarios");
    return loaded;
}

const Language& english(Program program)
{
    static const Language window = Language::load(sourceFolder() / "resources", "en", Program::Window);
    static const Language commandLine = Language::load(sourceFolder() / "resources", "en", Program::CommandLine);
    return program == Program::Window ? window : commandLine;
}

std::vector<std::string> split(const std::string& line, char separator)
{
    std::vector<std::string> fields;
    std::istringstream stream(line);
    for (std::string field; std::getline(stream, field, separator);)
        fields.push_back(field);
    return fields;
}

std::string readFile(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

ReferenceRun readReferenceRun(const std::filesystem::path& file)
{
    std::istringstream stream(readFile(file));
    std::string line;
    std::getline(stream, line);
    ReferenceRun run;
    run.series = split(line, ',');
    run.series.erase(run.series.begin());
    run.values.resize(run.series.size());
    for (std::size_t q = 0; std::getline(stream, line); ++q) {
        const auto fields = split(line, ',');
        for (std::size_t i = 0; i < run.values.size(); ++i)
            std::from_chars(fields[i + 1].data(), fields[i + 1].data() + fields[i + 1].size(), run.values[i].at(q));
    }
    return run;
}

bool agrees(double a, double b, double largest)
{
    return std::fabs(a - b) <= 1e-9 * std::max(std::fabs(b), 1e-3 * largest) + 1e-12;
}

Quarter quarter(const char* text) { return Quarter::parse(text).value(); }

} // namespace chokepoint::test
