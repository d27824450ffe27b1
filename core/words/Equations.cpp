// Equations in named terms: what they read by the words that people see instead of ids.

#include "api/Catalogue.h"
#include "api/EquationWords.h"
#include "api/Equations.h"
#include "api/Language.h"

#include <algorithm>
#include <array>
#include <utility>

namespace chokepoint::words {
namespace {

constexpr std::string_view minus = "\u2212"; ///< as in numbers that are shown; code and XMILE keep the hyphen

bool isPartOfId(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.'; }

/// The words for a variable, or the text itself.
std::string nameOf(const Catalogue& catalogue, const std::string& id)
{
    if (const auto series = catalogue.findSeries(id))
        return catalogue.series[*series].name;
    const auto term = std::ranges::find(catalogue.terms, id, &Term::id);
    return term == catalogue.terms.end() ? id : term->name;
}

/// The words for what stands in brackets after `kind`.
MessageValue inputName(const Catalogue& catalogue, const std::string& kind, const std::string& id)
{
    if (kind == "parameter") {
        const auto parameter = catalogue.findParameter(id);
        return parameter ? catalogue.parameters[*parameter].description : id;
    }
    if (kind == "path") {
        const auto path = std::ranges::find(catalogue.paths, id, &Path::id);
        return path == catalogue.paths.end() ? id : path->description;
    }
    if (kind == "previous")
        return Message("equation.previous", {{"name", nameOf(catalogue, id)}});
    const auto lever = std::ranges::find(catalogue.levers, id, &Lever::id);
    const auto& name = lever == catalogue.levers.end() ? id : lever->description;
    return kind == "recorded" ? MessageValue(Message("equation.recorded", {{"name", name}})) : name;
}

} // namespace

MessageValue causeName(const Cause& cause)
{
    switch (cause.input.kind) {
    case EquationInput::Kind::Previous: return Message("equation.previous", {{"name", cause.name}});
    case EquationInput::Kind::RecordedLever: return Message("equation.recorded", {{"name", cause.name}});
    default: return cause.name;
    }
}

std::string namedExpression(const Catalogue& catalogue, const std::string& expression, const Language& language)
{
    constexpr std::array<std::string_view, 5> kinds{"parameter", "path", "previous", "lever", "recorded"};
    std::string text;
    for (std::size_t at = 0; at < expression.size();) {
        if (!isPartOfId(expression[at])) {
            const char sign = expression[at++];
            text += sign == '-' ? std::string(minus) : std::string(1, sign);
            continue;
        }
        std::size_t end = at;
        while (end < expression.size() && isPartOfId(expression[end]))
            ++end;
        const auto token = expression.substr(at, end - at);
        if (std::ranges::find(kinds, token) != kinds.end() && end < expression.size() && expression[end] == '(') {
            const auto close = std::min(expression.find(')', end), expression.size());
            text += "[" + language.text(inputName(catalogue, token, expression.substr(end + 1, close - end - 1))) + "]";
            at = close + 1;
            continue;
        }
        const auto name = nameOf(catalogue, token);
        text += name == token ? token : "[" + name + "]";
        at = end;
    }
    return text;
}

} // namespace chokepoint::words
