// Writes scenario text.
#include "scenario/ScenarioWriting.h"

#include "api/ScenarioEdits.h"
#include "api/ScenarioText.h"

#include <algorithm>
#include <string_view>

namespace chokepoint::scenario {

std::string quoted(const std::string& text)
{
    // in one line and between double quotes, as the files that ship
    constexpr std::string_view digits = "0123456789ABCDEF", named = "\b\t\n\f\r\"\\", letters = "btnfr\"\\";
    std::string out = "\"";
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if (const auto at = named.find(letter); at != std::string_view::npos)
            out += {'\\', letters[at]};
        else if (byte < 0x20 || byte == 0x7f)
            out += {'\\', 'u', '0', '0', digits[byte / 16], digits[byte % 16]};
        else
            out += letter;
    }
    return out + "\"";
}

std::string valueKey(const Change& change, const Catalogue& catalogue)
{
    const auto measure = catalogue.findMeasure(change.measure);
    return measure && catalogue.measures[*measure].isNumber ? "number" : "level";
}

std::string changeBlock(const Change& change, const Catalogue& catalogue)
{
    std::string text = "[[change]]\nmeasure = " + quoted(change.measure) + "\n";
    text += valueKey(change, catalogue) + " = " + quoted(change.value) + "\n";
    if (change.from)
        text += "from = " + quoted(change.from->text()) + "\n";
    if (change.over != 1)
        text += "over = " + std::to_string(change.over) + "\n";
    return text;
}

std::string assumptionBlock(const Assumption& assumption)
{
    std::string text = "[[assumption]]\nparameter = " + quoted(assumption.parameter) + "\nvalue = " + quoted(assumption.value) + "\n";
    if (!assumption.low.empty())
        text += "low = " + quoted(assumption.low) + "\nhigh = " + quoted(assumption.high) + "\n";
    if (!assumption.reason.empty())
        text += "reason = " + quoted(assumption.reason) + "\n";
    return text;
}

bool isShort(const Assumption& assumption) { return assumption.low.empty() && assumption.high.empty() && assumption.reason.empty(); }

} // namespace chokepoint::scenario

namespace chokepoint {

std::string writeScenario(const Scenario& given, const Catalogue& catalogue)
{
    const auto scenario = edit::datedForText(given);
    using scenario::quoted;
    std::string text = "format = 1\nid = " + quoted(scenario.id) + "\ntitle = " + quoted(scenario.title) + "\ndescription = "
        + quoted(scenario.description) + "\nbaseline = " + quoted(scenario.baseline) + "\n";
    if (!scenario.shortTitle.empty())
        text += "short = " + quoted(scenario.shortTitle) + "\n";
    if (!scenario.subject.empty())
        text += "subject = " + quoted(scenario.subject) + "\n";
    if (!scenario.basedOn.empty())
        text += "based_on = " + quoted(scenario.basedOn) + "\n";
    for (const auto& change : scenario.changes)
        text += "\n" + scenario::changeBlock(change, catalogue);
    // the short form says a value only; one that says more makes all of them long, so that their order stays
    if (!std::ranges::all_of(scenario.assumptions, scenario::isShort)) {
        for (const auto& assumption : scenario.assumptions)
            text += "\n" + scenario::assumptionBlock(assumption);
    } else if (!scenario.assumptions.empty()) {
        text += "\n[assumptions]\n";
        for (const auto& assumption : scenario.assumptions)
            text += quoted(assumption.parameter) + " = " + quoted(assumption.value) + "\n";
    }
    return text;
}

} // namespace chokepoint
