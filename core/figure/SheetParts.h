// What the files that make a sheet share: the runs in the unit that is shown, and the steps from them to the sheet.
#pragma once

#include "api/Findings.h"
#include "api/Sheet.h"

namespace chokepoint::figure {

/// The runs, the wish and what follows from both.
struct SheetMaking {
    const SheetRuns& runs;
    const SheetRequest& request;
    std::size_t row; ///< of the series
    const Series& series;
    int indexYear = 0;                  ///< of an index
    double indexBase = 1;               ///< what is 100 there, in the unit of the series
    std::optional<ChangeSpread> spread; ///< of the first scenario in the year told
    words::Finding finding;             ///< of the first scenario

    bool isChange() const { return request.show == SheetRequest::Show::Difference || request.show == SheetRequest::Show::Percent; }
    /// A run as it is shown, by quarter.
    SeriesValues valuesOf(const SheetRun& run) const;
    /// The mean of a year as it is shown.
    double yearOf(const SheetRun& run, int year) const;
    /// A value as it is shown, with its unit: "4.9m dies a year", "+16%".
    MessageValue amountOf(double shown) const;
    bool isBaselineShown() const;
    /// At the end of a line.
    std::string nameOf(const SheetRun& run) const;
    /// In the identity line: never the title of a preset that the scenario is not.
    std::string titleOf(const SheetRun& run) const;
    bool isOfPreset(std::string Scenario::*name, const Scenario& scenario) const;
    std::string said(const MessageValue& value) const { return runs.language.text(value); }
};

SheetMaking makingOf(const SheetRuns& runs, const SheetRequest& request);

/// Lines, bands, dots, bars and rows.
void addChart(Sheet& sheet, const SheetMaking& making);
/// A bar, or one side of a slope, for each scenario and for the baseline.
void addBars(Sheet& sheet, const SheetMaking& making);
/// From the baseline to the first scenario, measure by measure; a difference begins at zero. False without shares.
bool addWaterfall(Sheet& sheet, const SheetMaking& making);
void addRows(Sheet& sheet, const SheetMaking& making);
SheetHue hueOf(const SheetMaking& making, std::size_t place);
/// What others published, where the lines are levels.
void addObservations(SheetPanel& panel, const SheetMaking& making);
/// Axes, boundary, dates and strips.
void addAxes(Sheet& sheet, const SheetMaking& making);
/// Title, subtitle, source, note, alternative text, marks and identity; the chart must be there.
void addWords(Sheet& sheet, const SheetMaking& making);

/// Bands of one run, clipped to the years that are shown; nothing without draws.
std::optional<FigureBand> bandOf(const SheetMaking& making, const SheetRun& run, const FigureLine& line);

/// Whether a text states a number that is no year of the model.
bool statesNumber(const std::string& text, const LanguageStyle& style);

/// Numbers that an edited text states and the run does not give.
std::vector<std::string> otherNumbers(const std::string& own, const Sheet& sheet, const SheetMaking& making);

} // namespace chokepoint::figure
