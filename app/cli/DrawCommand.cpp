// draw: the parameters of one draw.
#include "cli/Commands.h"
#include "options/Terminal.h"
#include "api/Ensemble.h"
#include "api/NumberWords.h"

#include <memory>

namespace chokepoint::app {
namespace {

struct DrawOptions {
    std::uint64_t seed = 1, index = 0;
};

Action declareDraw(Options& command)
{
    auto options = std::make_shared<DrawOptions>();
    command.add("--seed", options->seed, "Seed of the draws (1)").valueName("S");
    command.add("--index", options->index, "Number of the draw, from 0").valueName("I");
    return [options](const EngineSource& engine) {
        for (const auto& [id, value] : drawParameters(engine(), options->seed, options->index))
            tell(id + "=" + words::roundTrip(value) + "\n");
    };
}

} // namespace

Command drawCommand() { return {"draw", "Print the inputs of one draw as id=value", declareDraw}; }

} // namespace chokepoint::app
