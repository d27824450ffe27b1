// Units of series and parameters: how far a value is scaled for show, and the id of the unit's words.
#include "words/Units.h"

#include "api/DecisionWords.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

namespace chokepoint::words {
namespace {

struct Shown {
    std::string_view unit; ///< of the data book
    double scale;
    std::string_view id;
};

constexpr std::array<Shown, 25> units{{
    {"0 logic, 1 HBM, 2 packaging, 3 demand", 1, "which_input"},
    {"GB", 1, "gb_per_die"},
    {"H100 bandwidths", 1, "h100_bandwidths"},
    {"H100e", 1, "h100e"},
    {"M dies", 1, "million_dies"},
    {"M dies/year", 1, "million_dies_year"},
    {"M units/year", 1, "million_packages_year"},
    {"MH", 1, "million_h100e"},
    {"MH effective", 1, "million_h100e"},
    {"MH per USD bn", 1000, "h100e_per_usd_million"}, // a million of them per billion dollars is 1,000 per million
    {"MH/year", 1, "million_h100e_year"},
    {"PB", 1, "million_gb"},
    {"PB/year", 1, "million_gb_year"},
    {"USD bn/year", 1, "usd_billion_year"},
    {"USD/GB", 1, "usd_per_gb"},
    {"approvals/year", 1, "approvals_year"},
    {"candidates/year", 1, "candidates_year"},
    {"index", 1, "index"},
    {"index 0-1", 1, "index_of_supply"},
    {"months", 1, "months"},
    {"ratio", 1, "times"},
    {"share", 100, "per_cent"},
    {"thousand people", 1000, "people"},
    {"thousand people/year", 1000, "people_year"},
    {"thousand wafers/month", 1, "thousand_wafers_month"},
}};

const DisplayUnit percentagePoints{100, "percentage_points"};

} // namespace

MessageValue DisplayUnit::name() const
{
    if (id.empty())
        return unknown;
    return Message::ofFamily("unit", id);
}

DisplayUnit displayUnit(const Series& series)
{
    const auto at = std::ranges::find(units, std::string_view(series.unit), &Shown::unit);
    return at == units.end() ? DisplayUnit{1, {}, series.unit} : DisplayUnit{at->scale, std::string(at->id)};
}

DisplayUnit differenceUnit(const Series& series) { return isInPoints(series) ? percentagePoints : displayUnit(series); }

bool isInPoints(const Series& series) { return series.unit == "share"; }

Message amount(const MessageValue& number, const DisplayUnit& unit)
{
    if (unit.id.empty())
        return Message("amount_otherwise.unknown", {{"number", number}, {"unit", unit.unknown}});
    return Message::ofFamily("amount", unit.id, {{"number", number}});
}

Message amountWithoutUnit(const MessageValue& number, const DisplayUnit& unit)
{
    return Message::ofFamily("amount_alone", unit.id.empty() ? "index" : unit.id, {{"number", number}});
}

DisplayUnit unitOfChange(const Series& series, double largest)
{
    constexpr double readable = 0.05;
    struct Step {
        std::string_view from, to;
        double factor;
    };
    constexpr std::array<Step, 9> steps{{{"million_h100e", "h100e", 1e6},
                                         {"million_h100e_year", "h100e_year", 1e6},
                                         {"million_dies", "dies", 1e6},
                                         {"million_dies_year", "dies_year", 1e6},
                                         {"million_packages_year", "packages_year", 1e6},
                                         {"million_gb", "gb", 1e6},
                                         {"million_gb_year", "gb_year", 1e6},
                                         {"thousand_wafers_month", "wafers_month", 1e3},
                                         {"usd_billion_year", "usd_million_year", 1e3}}};
    const auto display = displayUnit(series);
    const auto step = std::ranges::find(steps, std::string_view(display.id), &Step::from);
    if (largest * display.scale >= readable || step == steps.end())
        return display;
    return {display.scale * step->factor, std::string(step->to)};
}

Message unitOfInput(UnitWorth::Input input)
{
    constexpr std::array<std::string_view, 3> inputs{"million_gb_hbm_year", "million_dies_year", "million_packages_year"};
    return Message::ofFamily("unit", inputs[static_cast<std::size_t>(input)]);
}

Message parameterUnit(const Parameter& parameter)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 24> words{{
        {"1/yr", "a_year"}, {"yr", "years"}, {"months", "months"}, {"k/yr", "thousand_year"}, {"k wpm/yr", "thousand_wafers_month_year"},
        {"GB", "gb"}, {"MH/yr", "million_h100e_year"}, {"MH/USD bn", "million_h100e_per_usd_billion"}, {"MH/M", "h100e_each"},
        {"USD k/H100e", "usd_thousand_per_h100e"}, {"dies/wafer", "dies_per_wafer"}, {"M dies/yr", "million_dies_year"},
        {"PB/USD bn", "million_gb_per_usd_billion"}, {"USD/GB", "usd_per_gb"}, {"stacks/wafer", "stacks_per_wafer"},
        {"PB/yr", "million_gb_year"}, {"GB/s per GB", "gb_second_per_gb"}, {"USD k/wafer", "usd_thousand_per_wafer"},
        {"USD bn/yr", "usd_billion_year"}, {"1/month", "a_month"}, {"candidates/yr", "candidates_year"}, {"USD bn", "usd_billion"},
        {"points", "points"}, {"utility", "points_of_appeal"},
    }};
    const auto at = std::ranges::find(words, std::string_view(parameter.unit), &std::pair<std::string_view, std::string_view>::first);
    return at == words.end() ? Message() : Message::ofFamily("unit", at->second);
}

MessageValue withUnit(const Parameter& parameter, const MessageValue& number)
{
    const auto unit = parameterUnit(parameter);
    if (unit.isEmpty())
        return number;
    return Message("amount_otherwise.of_input", {{"number", number}, {"unit", unit}});
}

} // namespace chokepoint::words
