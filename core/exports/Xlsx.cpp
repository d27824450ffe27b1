// Writes a table as a workbook of a spreadsheet, with charts that the spreadsheet draws itself.
#include "api/Catalogue.h"
#include "api/Engine.h"
#include "api/InputError.h"
#include "api/Language.h"
#include "api/UnitWords.h"
#include "exports/Archive.h"
#include "exports/Sheet.h"

#include <xlsxwriter.h>

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

namespace chokepoint {
namespace {

using exported::Sheet;

constexpr std::size_t mostCharts = 12, chartsInARow = 2;
constexpr int chartRows = 17, chartColumns = 8, textWidth = 100;
constexpr int firstChartColumn = 2;
constexpr double lineHeight = 15;
constexpr std::size_t longestText = 32'000; ///< bytes that a cell holds, with room to spare

/// A file in memory, for the library writes to a file with a name only.
class MemoryFile {
public:
    MemoryFile() : m_handle(memfd_create("chokepoint", MFD_CLOEXEC)) {}
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    ~MemoryFile() { close(m_handle); }
    std::string name() const { return "/proc/self/fd/" + std::to_string(m_handle); }
    std::string bytes() const
    {
        const auto size = lseek(m_handle, 0, SEEK_END);
        std::string content(static_cast<std::size_t>(std::max<off_t>(size, 0)), '\0');
        std::size_t done = 0;
        while (done < content.size()) {
            const auto count = pread(m_handle, content.data() + done, content.size() - done, static_cast<off_t>(done));
            if (count <= 0)
                return {};
            done += static_cast<std::size_t>(count);
        }
        return content;
    }

private:
    int m_handle;
};

/// What the library says of a call; anything but a success is a lack of room, for the content is made here.
void require(lxw_error error)
{
    if (error != LXW_NO_ERROR)
        exported::refuseForRoom();
}

std::string cellText(const std::string& text)
{
    if (text.size() <= longestText)
        return text;
    auto end = longestText;
    while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) // not within a character
        --end;
    return text.substr(0, end);
}

struct Formats {
    lxw_format *head = nullptr, *title = nullptr, *prose = nullptr;
};

Formats formatsOf(lxw_workbook* book)
{
    Formats formats{workbook_add_format(book), workbook_add_format(book), workbook_add_format(book)};
    format_set_bold(formats.head);
    format_set_text_wrap(formats.head);
    format_set_bottom(formats.head, LXW_BORDER_THIN);
    format_set_align(formats.head, LXW_ALIGN_VERTICAL_TOP);
    format_set_bold(formats.title);
    format_set_font_size(formats.title, 14);
    format_set_text_wrap(formats.prose);
    format_set_align(formats.prose, LXW_ALIGN_VERTICAL_TOP);
    return formats;
}

lxw_worksheet* addSheet(lxw_workbook* book, const std::string& name)
{
    auto* sheet = workbook_add_worksheet(book, name.c_str());
    return sheet ? sheet : throw std::logic_error("a sheet needs a name of its own: " + name);
}

/// Texts are written as texts, so that none of them is a formula or a link.
void fill(lxw_workbook* book, const Sheet& content, const Formats& formats)
{
    auto* sheet = addSheet(book, content.name);
    for (std::size_t i = 0; i < content.columns.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        worksheet_set_column(sheet, column, column, content.columns[i].width, nullptr);
        require(worksheet_write_string(sheet, 0, column, content.columns[i].words.c_str(), formats.head));
    }
    for (std::size_t r = 0; r < content.rows.size(); ++r)
        for (std::size_t i = 0; i < content.rows[r].size(); ++i) {
            const auto& cell = content.rows[r][i];
            const auto row = static_cast<lxw_row_t>(r + 1);
            const auto column = static_cast<lxw_col_t>(i);
            if (cell.number)
                require(worksheet_write_number(sheet, row, column, *cell.number, nullptr));
            else if (!cell.text.empty())
                require(worksheet_write_string(sheet, row, column, cellText(cell.text).c_str(), nullptr));
        }
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(content.rows.size()), static_cast<lxw_col_t>(content.columns.size() - 1));
}

/// A line of a chart: a column of the data sheet.
struct ChartLine {
    exported::DataColumn column;
    std::uint32_t colour;
    float width;
    std::uint8_t dash;
};
constexpr std::array<ChartLine, 4> chartLines{{{exported::BaselineColumn, 0x6B7280, 1.5F, LXW_CHART_LINE_DASH_DASH},
                                               {exported::LowColumn, 0x9DBBE0, 1.0F, LXW_CHART_LINE_DASH_SOLID},
                                               {exported::HighColumn, 0x9DBBE0, 1.0F, LXW_CHART_LINE_DASH_SOLID},
                                               {exported::ValueColumn, 0x1F5FA8, 2.25F, LXW_CHART_LINE_DASH_SOLID}}};

/// One chart for the rows `first` to `last` of the data sheet.
lxw_chart* chartOf(lxw_workbook* book, const ExportContent& content, const Sheet& data, const ExportedSeries& part, lxw_row_t first)
{
    const auto& series = content.engine.catalogue().series[part.series];
    const auto last = first + static_cast<lxw_row_t>(part.rows.size()) - 1;
    auto* chart = workbook_add_chart(book, LXW_CHART_LINE);
    for (const auto& line : chartLines) {
        const bool isBand = line.column == exported::LowColumn || line.column == exported::HighColumn;
        if (isBand && !part.rows.front().low)
            continue;
        auto* drawn = chart_add_series(chart, nullptr, nullptr);
        chart_series_set_categories(drawn, data.name.c_str(), first, exported::PeriodColumn, last, exported::PeriodColumn);
        chart_series_set_values(drawn, data.name.c_str(), first, static_cast<lxw_col_t>(line.column), last,
                                static_cast<lxw_col_t>(line.column));
        const auto& scenario = content.table.scenarios[part.scenario];
        const auto& name = line.column == exported::ValueColumn    ? scenario.name
                         : line.column == exported::BaselineColumn ? scenario.baselineName
                                                                   : data.columns[static_cast<std::size_t>(line.column)].words;
        chart_series_set_name(drawn, name.starts_with('=') ? (" " + name).c_str() : name.c_str()); // the library reads "=" as a reference
        lxw_chart_line style{};
        style.color = line.colour;
        style.width = line.width;
        style.dash_type = line.dash;
        chart_series_set_line(drawn, &style);
    }
    chart_title_set_name(chart, series.name.c_str());
    chart_axis_set_name(chart->y_axis, content.language.text(words::displayUnit(series).name()).c_str());
    chart_axis_set_interval_unit(chart->x_axis, content.table.isByYear ? 2 : 8);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    return chart;
}

/// Lines that a sentence takes in the column of text; letters are narrower than the digits by which its width is counted.
double linesOf(const std::string& line) { return 1 + std::floor(static_cast<double>(line.size()) / (textWidth * 1.05)); }

/// Places of the parts that have a chart: the headline series first, each part once.
std::vector<std::size_t> chartedParts(const ExportContent& content)
{
    const auto& headlines = content.engine.catalogue().headlines;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < content.table.parts.size(); ++i)
        places.push_back(i);
    std::ranges::stable_sort(
        places, {}, [&](std::size_t place) { return std::ranges::find(headlines, content.table.parts[place].series) - headlines.begin(); });
    places.resize(std::min(places.size(), mostCharts));
    return places;
}

/// What was run, in sentences, and beside them the first series as charts.
void fillSummary(lxw_workbook* book, const ExportContent& content, const Sheet& data, const Formats& formats)
{
    auto* sheet = workbook_get_worksheet_by_name(book, content.language.text(Message("export.sheet_summary")).c_str());
    const auto account = exported::accountOf(content);
    worksheet_set_column(sheet, 0, 0, textWidth, nullptr);
    lxw_row_t row = 0;
    require(worksheet_write_string(sheet, row++, 0, cellText(account.title).c_str(), formats.title));
    for (const auto& line : account.lines) {
        worksheet_set_row(sheet, row, lineHeight * linesOf(line), nullptr); // a spreadsheet does not fit rows by itself
        require(worksheet_write_string(sheet, row++, 0, cellText(line).c_str(), formats.prose));
    }
    worksheet_freeze_panes(sheet, 1, 0);
    const auto charted = chartedParts(content);
    for (std::size_t i = 0; i < charted.size(); ++i) {
        const auto place = static_cast<lxw_row_t>(i / chartsInARow) * chartRows + 1;
        const auto column = static_cast<lxw_col_t>(firstChartColumn + static_cast<int>(i % chartsInARow) * chartColumns);
        const auto& part = content.table.parts[charted[i]];
        const auto first = static_cast<lxw_row_t>(charted[i] * part.rows.size() + 1); // all have as many rows, below the head
        require(worksheet_insert_chart(sheet, place, column, chartOf(book, content, data, part, first)));
    }
}

constexpr std::time_t secondsOfDay = 86'400;

/// Noon of "2026-11-29", in seconds since 1970.
std::time_t timeOf(const std::string& day)
{
    int year = 1980, month = 1, date = 1;
    if (day.size() == 10) {
        year = std::stoi(day.substr(0, 4));
        month = std::stoi(day.substr(5, 2));
        date = std::stoi(day.substr(8, 2));
    }
    // days since 1970, by the calendar that begins in March
    const long y = month <= 2 ? year - 1 : year, era = y / 400, ofEra = y - era * 400;
    const long ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + date - 1;
    return (era * 146'097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719'468) * secondsOfDay + secondsOfDay / 2;
}

void setProperties(lxw_workbook* book, const ExportContent& content)
{
    const auto title = exported::accountOf(content).title, comments = exported::identityLine(content, 0);
    const auto mutableText = [](const std::string& text) { return const_cast<char*>(text.c_str()); }; // the library copies it
    lxw_doc_properties properties{};
    const std::string author = "Chokepoint";
    properties.title = mutableText(title);
    properties.author = mutableText(author);
    properties.comments = mutableText(comments);
    properties.created = timeOf(content.origin.day);
    require(workbook_set_properties(book, &properties));
}

} // namespace

std::string dataXlsx(const ExportContent& content)
{
    const MemoryFile file;
    auto* book = workbook_new(file.name().c_str());
    if (!book)
        exported::refuseForRoom();
    std::unique_ptr<lxw_workbook, void (*)(lxw_workbook*)> owner(book, lxw_workbook_free); // until it is closed
    const auto formats = formatsOf(book);
    const auto data = exported::dataSheet(content);
    addSheet(book, content.language.text(Message("export.sheet_summary")));
    fill(book, data, formats);
    fill(book, exported::codebookSheet(content), formats);
    fill(book, exported::sourcesSheet(content), formats);
    fillSummary(book, content, data, formats);
    setProperties(book, content);
    require(workbook_close(owner.release()));
    auto bytes = file.bytes();
    if (!exported::isWholeArchive(bytes)) // the library does not tell of all that could not be written
        exported::refuseForRoom();
    return bytes;
}

} // namespace chokepoint
