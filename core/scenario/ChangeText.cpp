// Reads and writes one change as a line of text.
#include "api/ScenarioEdits.h"

#include <charconv>

namespace chokepoint::edit {
namespace {

std::optional<int> rampLength(std::string_view text)
{
    int over = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), over);
    const bool isWhole = error == std::errc{} && end == text.data() + text.size();
    return isWhole && over >= 1 && over <= quarterCount ? std::optional(over) : std::nullopt;
}

} // namespace

std::variant<Change, ChangeTextError> parseChange(std::string_view text)
{
    using enum ChangeTextError::Kind;
    const auto error = [](ChangeTextError::Kind kind, std::string_view part) { return ChangeTextError{kind, std::string(part)}; };
    const auto equals = text.find('=');
    if (equals == std::string_view::npos || text.find('@') < equals)
        return error(NoEqualSign, text);
    if (equals == 0)
        return error(NoMeasure, text);
    auto rest = text.substr(equals + 1);
    Change change{std::string(text.substr(0, equals)), {}, {}, 1};
    if (const auto slash = rest.find('/'); slash != std::string_view::npos) {
        const auto over = rampLength(rest.substr(slash + 1));
        if (!over)
            return error(NotARamp, rest.substr(slash + 1));
        change.over = *over;
        rest = rest.substr(0, slash);
    }
    if (const auto at = rest.find('@'); at != std::string_view::npos) {
        change.from = Quarter::parse(rest.substr(at + 1));
        if (!change.from)
            return error(NotAQuarter, rest.substr(at + 1));
        rest = rest.substr(0, at);
    }
    if (rest.empty())
        return error(NoValue, rest);
    change.value = rest;
    return change;
}

std::string changeText(const Change& change)
{
    std::string text = change.measure + "=" + change.value;
    if (change.from)
        text += "@" + change.from->text();
    if (change.over != 1)
        text += "/" + std::to_string(change.over);
    return text;
}

} // namespace chokepoint::edit
