// What a chart shows as a table: a row for each time, a column for each line and each end of a band.
#pragma once

#include "api/Figure.h"
#include "api/Message.h"

#include <optional>
#include <string>
#include <vector>

namespace chokepoint {

class Language;

/// A value as the chart has it, and as it is said; an empty cell has no value and no words.
struct FigureCell {
    std::optional<double> value;
    std::string words; ///< with the digits of the chart's labels; of a text column the text
    friend bool operator==(const FigureCell&, const FigureCell&) = default;
};

struct FigureTable {
    std::string title, unit;
    std::vector<std::string> columns;          ///< names, the time first; the ends of bands say which band they belong to
    std::vector<std::vector<FigureCell>> rows; ///< in order of time; each as long as `columns`
    bool isDifference = false;
    friend bool operator==(const FigureTable&, const FigureTable&) = default;
};

/// The table of a figure: a row a quarter, and a row of its own for each observation. Of a stack each part has its own value, not the top
/// up to it. Values of lines and bands are those that are drawn.
FigureTable tableOf(const Figure& figure, const Language& language);

/// The same as CSV with all digits; the title is no part of it.
std::string figureCsv(const FigureTable& table);

/// Lines that share one time axis, as they stand in `lines`, with one band.
FigureTable tableOfLines(const std::vector<FigureLine>& lines, const FigureBand* band, const std::string& bandOf, const std::string& title,
                         const std::string& unit, bool isDifference, const Language& language);

} // namespace chokepoint
