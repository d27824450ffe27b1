// A table of an export before it becomes CSV or a sheet: columns with an id and words, and cells that are numbers or texts.
#pragma once

#include "api/DataExport.h"

#include <optional>
#include <string>
#include <vector>

namespace chokepoint::exported {

struct SheetColumn {
    std::string id;    ///< the head of a CSV file, for programs
    std::string words; ///< the head of a sheet, for people
    int width = 12;    ///< characters
};

/// A number, a text, or nothing.
struct SheetCell {
    SheetCell() = default;
    SheetCell(double value) : number(value) {}
    SheetCell(const std::optional<double>& value) : number(value) {}
    SheetCell(std::string words) : text(std::move(words)) {}
    std::optional<double> number;
    std::string text;
};

struct Sheet {
    std::string name; ///< of the sheet, in words
    std::vector<SheetColumn> columns;
    std::vector<std::vector<SheetCell>> rows; ///< each as long as `columns`
};

/// With a head line; lines end in a line feed.
std::string csvOf(const Sheet& sheet);

/// Where the columns of values stand in dataSheet(), for charts.
enum DataColumn : int {
    ScenarioColumn,
    ComparedColumn,
    SeriesColumn,
    NameColumn,
    UnitColumn,
    PeriodColumn,
    ValueColumn,
    LowColumn,
    HighColumn,
    LevelLowColumn,
    LevelHighColumn,
    BaselineColumn
};

Sheet dataSheet(const ExportContent& content);
Sheet codebookSheet(const ExportContent& content);
Sheet sourcesSheet(const ExportContent& content);

/// What the first sheet and the README say of the table, a paragraph each: what was run against what, the changes, the assumptions, how
/// bands are read, what the program cannot tell, and by what the runs are recognized.
struct Account {
    std::string title;
    std::vector<std::string> lines;
};
Account accountOf(const ExportContent& content);

/// "Chokepoint 0.9.0, equations 2, data 1a2b3c4d, run 5e6f7a8b, November 29, 2026".
std::string identityLine(const ExportContent& content, std::size_t place);

} // namespace chokepoint::exported
