// What a program says at its end when something is wrong, and the exit code that goes with it.
#pragma once

#include "api/InputError.h"
#include "api/Language.h"

#include <exception>
#include <filesystem>
#include <string>

namespace chokepoint::app {

/// The call itself is wrong: an unknown option, a missing argument. Exit code 2.
class CallError : public InputError {
public:
    using InputError::InputError;
};

struct Failure {
    int code = 1;     ///< 2 when the call is wrong
    std::string text; ///< what, where, why and what next, a line each
};

/// Any error in words: wrong input, a wrong call, memory or threads that the system refuses, and faults of ours. `resources`: the data
/// book of the call, for its words; where it has none, those that came with the program.
Failure failureOf(std::exception_ptr error, const std::filesystem::path& resources, Program program) noexcept;

/// A file that grows beyond what the system allows is refused in words and does not end the program.
void ignoreFileSizeSignal();

} // namespace chokepoint::app
