// Turns what a chart shows into rows and columns.
#include "api/FigureTable.h"

#include "api/CsvField.h"
#include "api/Language.h"
#include "api/NumberWords.h"

#include <algorithm>
#include <cmath>

namespace chokepoint {
namespace {

/// Builds the columns one after the other over the quarters, then the rows.
class TableBuilder {
public:
    TableBuilder(FigureTable& table, const std::vector<double>& times, const Language& language)
        : m_table(table), m_times(times), m_language(language)
    {
        m_table.columns = {said(Message("figure_table.quarter"))};
        for (std::size_t q = 0; q < times.size(); ++q)
            m_table.rows.push_back({{.value = std::nullopt, .words = said(Quarter{static_cast<int>(q)})}});
    }

    std::string said(const MessageValue& value) const { return m_language.text(value); }

    FigureCell cell(double value) const { return {value, said(m_table.isDifference ? words::signedNumber(value) : words::number(value))}; }

    /// `y` stands at `x`, which may lack quarters and have joins between them.
    void addColumn(const std::string& name, const std::vector<double>& x, const std::vector<double>& y)
    {
        if (y.empty())
            return;
        m_table.columns.push_back(name);
        for (std::size_t q = 0; q < m_times.size(); ++q) {
            const auto at = std::ranges::find(x, m_times[q]);
            const auto place = static_cast<std::size_t>(at - x.begin());
            m_table.rows[q].push_back(at != x.end() && place < y.size() ? cell(y[place]) : FigureCell());
        }
    }

    void addLine(const FigureLine& line)
    {
        addColumn(line.label, line.x, line.own.empty() ? line.y : line.own);
        addColumn(said(Message("figure_table.low", {{"line", line.label}})), line.x, line.low);
        addColumn(said(Message("figure_table.high", {{"line", line.label}})), line.x, line.high);
    }

    void addBand(const FigureBand& band, const std::string& label)
    {
        const MessageValue line = label;
        addColumn(said(Message("figure_table.low", {{"line", line}})), band.x, band.low);
        addColumn(said(Message("figure_table.high", {{"line", line}})), band.x, band.high);
        addColumn(said(Message("figure_table.level_low", {{"line", line}})), band.x, band.levelLow);
        addColumn(said(Message("figure_table.level_high", {{"line", line}})), band.x, band.levelHigh);
        addColumn(said(Message("figure_table.inner_low", {{"line", line}})), band.x, band.innerLow);
        addColumn(said(Message("figure_table.inner_high", {{"line", line}})), band.x, band.innerHigh);
        addColumn(said(Message("figure_table.widest_low", {{"line", line}})), band.x, band.widestLow);
        addColumn(said(Message("figure_table.widest_high", {{"line", line}})), band.x, band.widestHigh);
    }

    /// A row for each point, behind that of the quarter in which it lies, and three columns for them.
    void addPoints(const std::vector<FigurePoint>& points)
    {
        if (points.empty())
            return;
        const auto lines = m_table.columns.size();
        for (auto message : {Message("figure_table.point"), Message("figure_table.point_low"), Message("figure_table.point_high"),
                             Message("figure_table.point_words")})
            m_table.columns.push_back(said(std::move(message)));
        std::vector<std::vector<std::vector<FigureCell>>> behind(m_times.size());
        for (const auto& point : points) {
            const double quarter = std::floor((point.x - firstYear) * 4);
            const auto q = static_cast<std::size_t>(std::clamp(quarter, 0.0, static_cast<double>(m_times.size() - 1)));
            std::vector<FigureCell> row{m_table.rows[q].front()};
            row.resize(lines);
            row.push_back(cell(point.y));
            row.push_back(point.low ? cell(*point.low) : FigureCell());
            row.push_back(point.high ? cell(*point.high) : FigureCell());
            row.push_back({std::nullopt, point.words});
            behind[q].push_back(std::move(row));
        }
        std::vector<std::vector<FigureCell>> rows;
        for (std::size_t q = 0; q < m_times.size(); ++q) {
            m_table.rows[q].resize(m_table.columns.size());
            rows.push_back(std::move(m_table.rows[q]));
            rows.insert(rows.end(), behind[q].begin(), behind[q].end());
        }
        m_table.rows = std::move(rows);
    }

private:
    FigureTable& m_table;
    const std::vector<double>& m_times;
    const Language& m_language;
};

} // namespace

FigureTable tableOf(const Figure& figure, const Language& language)
{
    FigureTable table{.title = figure.title, .unit = figure.unit, .columns = {}, .rows = {}, .isDifference = figure.isDifference};
    const auto& main = figure.lines.back();
    TableBuilder builder(table, main.x, language);
    builder.addLine(main); // it is drawn last and read first
    if (figure.band)
        builder.addBand(*figure.band, main.label);
    for (std::size_t i = 0; i + 1 < figure.lines.size(); ++i)
        builder.addLine(figure.lines[i]);
    builder.addPoints(figure.points);
    return table;
}

FigureTable tableOfLines(const std::vector<FigureLine>& lines, const FigureBand* band, const std::string& bandOf, const std::string& title,
                         const std::string& unit, bool isDifference, const Language& language)
{
    FigureTable table{.title = title, .unit = unit, .columns = {}, .rows = {}, .isDifference = isDifference};
    const std::vector<double> none;
    TableBuilder builder(table, lines.empty() ? none : lines.front().x, language);
    for (const auto& line : lines)
        builder.addLine(line);
    if (band)
        builder.addBand(*band, bandOf);
    return table;
}

std::string figureCsv(const FigureTable& table)
{
    std::string csv;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        csv += (i == 0 ? "" : ",") + csvField(table.columns[i]);
    csv += "," + csvField("unit") + "\n";
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            csv += (i == 0 ? "" : ",") + (row[i].value ? words::roundTrip(*row[i].value) : csvField(row[i].words));
        csv += "," + csvField(table.unit) + "\n";
    }
    return csv;
}

} // namespace chokepoint
