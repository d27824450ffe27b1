// The data book's ids of units and the units they stand for; what people read stands in units.csv.
#include "numbers/Unit.h"

#include <algorithm>
#include <array>
#include <utility>

namespace chokepoint::numbers {
namespace {

struct Wording {
    std::string_view text;
    Unit unit;
};

constexpr Unit perYear = one / year;

// One row for each meaning. "GB" is told per die or per stack by the parameter's description, "share" of approvals per candidate.
constexpr std::array wordings{
    Wording{"0 logic, 1 HBM, 2 packaging, 3 demand", choice},
    Wording{"0/1", one},
    Wording{"1", one},
    Wording{"1/ln", one},
    Wording{"1/month", one / month},
    Wording{"1/year", perYear},
    Wording{"1/yr", perYear},
    Wording{"GB", gigabyte / die},
    Wording{"GB", gigabyte / stack},
    Wording{"GB/s", gigabyte / second / h100e},
    Wording{"GB/s per GB", bandwidthGrade},
    Wording{"H100 bandwidths", one},
    Wording{"H100 bandwidths", h100e / die},
    Wording{"H100e", one},
    Wording{"H100e", h100e / die},
    Wording{"M dies", millionDies},
    Wording{"M dies/year", millionDies / year},
    Wording{"M dies/yr", millionDies / year},
    Wording{"M stacks/year", millionStacks / year},
    Wording{"M units/year", millionPackages / year},
    Wording{"MH", millionH100e},
    Wording{"MH effective", millionH100e},
    Wording{"MH per USD bn", millionH100e / usdBillion},
    Wording{"MH/M", h100e / die},
    Wording{"MH/USD bn", millionH100e / usdBillion},
    Wording{"MH/year", millionH100e / year},
    Wording{"MH/yr", millionH100e / year},
    Wording{"PB", petabyte},
    Wording{"PB/USD bn", petabyte / usdBillion},
    Wording{"PB/year", petabyte / year},
    Wording{"PB/yr", petabyte / year},
    Wording{"USD", usd},
    Wording{"USD M/year", usdMillion / year},
    Wording{"USD M/yr", usdMillion / year},
    Wording{"USD bn", usdBillion / approval},
    Wording{"USD bn/M dies", usdBillion / millionDies},
    Wording{"USD bn/year", usdBillion / year},
    Wording{"USD bn/yr", usdBillion / year},
    Wording{"USD k/H100e", usdThousand / h100e},
    Wording{"USD k/wafer", usdThousand / wafer},
    Wording{"USD/GB", usd / gigabyte},
    Wording{"aircraft", aircraft},
    Wording{"approvals/year", approval / year},
    Wording{"billion yuan/year", yuanBillion / year},
    Wording{"candidates/year", candidate / year},
    Wording{"candidates/yr", candidate / year},
    Wording{"dies", die / package},
    Wording{"dies/wafer", die / wafer},
    Wording{"elasticity", one},
    Wording{"families", one},
    Wording{"index", one},
    Wording{"index 0-1", one},
    Wording{"k", thousandPeople},
    Wording{"k wafers", thousandWafers},
    Wording{"k wpm", thousandWafers / month},
    Wording{"k wpm/yr", thousandWafers / month / year},
    Wording{"k/yr", thousandPeople / year},
    Wording{"ln", one},
    Wording{"months", month},
    Wording{"percent", percent},
    Wording{"percent of 2023", percent},
    Wording{"points", one},
    Wording{"points", percent},
    Wording{"ratio", one},
    Wording{"share", one},
    Wording{"share", approval / candidate},
    Wording{"stacks/wafer", stack / wafer},
    Wording{"thousand people", thousandPeople},
    Wording{"thousand people/year", thousandPeople / year},
    Wording{"thousand wafers/month", thousandWafers / month},
    Wording{"utility", one},
    Wording{"years", year},
    Wording{"yr", year},
};

} // namespace

bool wordingStandsFor(std::string_view wording, const Unit& unit)
{
    return std::ranges::any_of(wordings, [&](const Wording& w) { return w.text == wording && w.unit == unit; });
}

bool isWording(std::string_view text) { return std::ranges::find(wordings, text, &Wording::text) != wordings.end(); }

std::string describe(const Unit& unit)
{
    const std::array<std::pair<std::string_view, int>, 16> parts{{{"usd", unit.usd},
                                                                  {"yuan", unit.yuan},
                                                                  {"gigabyte", unit.gigabyte},
                                                                  {"second", unit.second},
                                                                  {"die", unit.die},
                                                                  {"package", unit.package},
                                                                  {"stack", unit.stack},
                                                                  {"wafer", unit.wafer},
                                                                  {"h100e", unit.h100e},
                                                                  {"person", unit.person},
                                                                  {"candidate", unit.candidate},
                                                                  {"approval", unit.approval},
                                                                  {"aircraft", unit.aircraft},
                                                                  {"choice", unit.choice},
                                                                  {"month", unit.month},
                                                                  {"year", unit.year}}};
    std::string above = unit.ten == 0 ? "" : "10^" + std::to_string(unit.ten);
    std::string below;
    for (const auto& [name, power] : parts) {
        if (power == 0)
            continue;
        const int size = power < 0 ? -power : power;
        std::string text(name);
        if (size > 1)
            text += "^" + std::to_string(size);
        if (power > 0)
            above += (above.empty() ? "" : " ") + text;
        else
            below += "/" + text;
    }
    return (above.empty() ? "1" : above) + below;
}

} // namespace chokepoint::numbers
