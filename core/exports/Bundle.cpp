// Puts all that belongs to a table into one archive.
#include "api/Catalogue.h"
#include "api/Engine.h"
#include "api/Equations.h"
#include "api/Language.h"
#include "api/ScenarioText.h"
#include "api/ShareCode.h"
#include "exports/Archive.h"
#include "exports/MarkdownText.h"
#include "exports/Sheet.h"

namespace chokepoint {
namespace {

/// "scenario", or "scenario-2" where there are several.
std::string fileName(const ExportContent& content, const char* what, std::size_t place)
{
    return content.table.scenarios.size() == 1 ? what : what + ("-" + std::to_string(place + 1));
}

/// What every file of the archive is, a message of the family "export_file" each; scenario files and codes once.
std::string readmeOf(const ExportContent& content)
{
    const auto said = [&](const MessageValue& value) { return content.language.text(value); };
    const auto account = exported::accountOf(content);
    std::string text = "# " + exported::markdownOf(account.title) + "\n";
    for (const auto& line : account.lines)
        text += "\n" + exported::markdownLineOf(line) + "\n";
    text += "\n## " + said(Message("export.files")) + "\n\n";
    for (const char* file :
         {"data", "codebook", "sources", "equations", "scenario", "baseline", "share_code", "command", "citation", "license"})
        text += "- " + said(Message::ofFamily("export_file", file)) + "\n";
    return text;
}

/// A text as a scalar of YAML in quotation marks.
std::string yaml(const std::string& text)
{
    std::string scalar = "\"";
    for (const char c : text)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            scalar += ' ';
        else
            scalar += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    return scalar + "\"";
}

/// The Citation File Format, version 1.2.0.
std::string citationOf(const ExportContent& content)
{
    const auto& first = content.table.scenarios.front();
    return "cff-version: 1.2.0\n"
           "message: "
         + yaml(content.language.text(Message("export.citation")))
         + "\n"
           "title: "
         + yaml(exported::accountOf(content).title)
         + "\n"
           "type: dataset\n"
           "authors:\n"
           "  - name: "
         + yaml("Chokepoint")
         + "\n"
           "version: "
         + yaml(content.origin.version)
         + "\n"
           "date-released: "
         + content.origin.day
         + "\n"
           "license: CC-BY-4.0\n"
           "identifiers:\n"
           "  - type: other\n"
           "    value: "
         + yaml("chokepoint:" + first.hash) + "\n";
}

} // namespace

std::string commandForExport(const ExportContent& content, std::size_t place)
{
    const auto& table = content.table;
    std::string command = "chokepoint-cli export --format csv " + fileName(content, "data", place) + ".csv --scenario "
                        + fileName(content, "scenario", place) + ".toml --baseline " + fileName(content, "baseline", place) + ".toml";
    const auto& catalogue = content.engine.catalogue();
    std::size_t numbers = 0;
    for (const auto& series : catalogue.series)
        numbers += series.kind != SeriesKind::Category;
    if (table.series.size() < numbers) {
        command += " --series ";
        for (std::size_t i = 0; i < table.series.size(); ++i)
            command += (i == 0 ? "" : ",") + catalogue.series[table.series[i]].id;
    }
    if (table.firstYear != firstYear || table.lastYear != lastYear)
        command += " --years " + std::to_string(table.firstYear) + "-" + std::to_string(table.lastYear);
    if (table.isByYear)
        command += " --by year";
    return command + " --draws " + std::to_string(table.draws) + " --seed " + std::to_string(table.seed);
}

std::string exportBundle(const ExportContent& content)
{
    const auto& catalogue = content.engine.catalogue();
    std::vector<exported::ArchivedFile> files{{"README.md", readmeOf(content)},
                                              {"data.csv", dataCsv(content)},
                                              {"codebook.csv", codebookCsv(content)},
                                              {"sources.csv", sourcesCsv(content)},
                                              {"equations.md", referenceText(content.engine, ReferenceFormat::Markdown)}};
    std::string commands, codes;
    for (std::size_t place = 0; place < content.table.scenarios.size(); ++place) {
        const auto& [scenario, baseline, name, baselineName, hash] = content.table.scenarios[place];
        files.push_back({fileName(content, "scenario", place) + ".toml", writeScenario(scenario, catalogue)});
        files.push_back({fileName(content, "baseline", place) + ".toml", writeScenario(baseline, catalogue)});
        commands += commandForExport(content, place) + "\n";
        codes += shareCode(scenario) + "\n";
    }
    files.push_back({"share-code.txt", codes});
    files.push_back({"command.txt", commands});
    files.push_back({"CITATION.cff", citationOf(content)});
    files.push_back({"LICENSE.txt", content.language.text(Message("export.license_file")) + "\n"});
    return exported::archiveOf(files);
}

} // namespace chokepoint
