// The commands of chokepoint-cli. A command is data: its name, its help, and what it takes and does.
#pragma once

#include "options/Options.h"
#include "api/Engine.h"
#include "api/Language.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace chokepoint::app {

/// Loads the engine and the language when a command needs them.
class EngineSource {
public:
    EngineSource(std::function<const Engine&()> engine, std::function<const Language&()> language)
        : m_engine(std::move(engine)), m_language(std::move(language))
    {
    }
    const Engine& operator()() const { return m_engine(); }
    /// Reads the data book first, so that of a folder that holds neither the data book is told.
    const Language& language() const
    {
        m_engine();
        return m_language();
    }

private:
    std::function<const Engine&()> m_engine;
    std::function<const Language&()> m_language;
};

/// What a command does once its options are read. Throws InputError.
using Action = std::function<void(const EngineSource& engine)>;

struct Command {
    std::string name, help;
    Action (*declare)(Options& command); ///< adds the options; the action keeps what they are read into
};

/// The one list of the commands, in the order of the help. "run" stands for `Command runCommand()` in RunCommand.cpp.
#define CHOKEPOINT_COMMANDS(COMMAND)                                                                                                       \
    COMMAND(run) COMMAND(export)                                                                                                           \
    COMMAND(ensemble) COMMAND(draw) COMMAND(slopes) COMMAND(equations) COMMAND(causes) COMMAND(audit) COMMAND(backtest) COMMAND(report)    \
        COMMAND(catalogue) COMMAND(attribute) COMMAND(tornado) COMMAND(sobol) COMMAND(prim) COMMAND(seek) COMMAND(claim) COMMAND(value)    \
            COMMAND(regret) COMMAND(compare) COMMAND(marginal) COMMAND(bargain) COMMAND(check) COMMAND(workbook) COMMAND(code)

#define CHOKEPOINT_DECLARE(name) Command name##Command();
CHOKEPOINT_COMMANDS(CHOKEPOINT_DECLARE)
#undef CHOKEPOINT_DECLARE

} // namespace chokepoint::app
