// Writes equations and causes as JSON.
#include "cli/EquationJson.h"

#include "api/Equations.h"

namespace chokepoint::app {
namespace {

const char* kindOf(EquationInput::Kind kind)
{
    switch (kind) {
    case EquationInput::Kind::Variable: return "variable";
    case EquationInput::Kind::Previous: return "previous";
    case EquationInput::Kind::Parameter: return "parameter";
    case EquationInput::Kind::Lever: return "lever";
    case EquationInput::Kind::RecordedLever: return "recorded";
    case EquationInput::Kind::Path: return "path";
    case EquationInput::Kind::Time: break;
    }
    return "time";
}

} // namespace

Json asJson(const Equation& e)
{
    Json parts = Json::array(), inputs = Json::array();
    for (const auto& part : e.parts)
        parts.add({{"name", part.name}, {"expression", part.expression}, {"unit", part.unit}});
    for (const auto& input : e.inputs)
        inputs.add({{"kind", kindOf(input.kind)}, {"id", input.id}});
    return {{"id", e.id}, {"name", e.name}, {"description", e.description}, {"unit", e.unit.id}, {"expression", e.expression},
            {"parts", parts}, {"start", e.start}, {"inputs", inputs}, {"used_by", e.usedBy}};
}

Json asJson(const Cause& cause)
{
    return {{"kind", kindOf(cause.input.kind)},
            {"id", cause.input.id},
            {"name", cause.name},
            {"unit", cause.unit.id},
            {"grade", cause.grade ? letterOf(*cause.grade) : ""},
            {"sources", cause.sources},
            {"present", cause.present},
            {"baseline", cause.baseline}};
}

} // namespace chokepoint::app
