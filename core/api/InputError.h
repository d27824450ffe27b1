// The error for input that is wrong: what, where, why, and what to do next.
#pragma once

#include <stdexcept>
#include <string>

namespace chokepoint {

/// Thrown for wrong input from outside (files, option values, shared codes). Nothing has been changed when it arrives.
/// what() is the whole message, the members are its parts, each a sentence or phrase for people.
class InputError : public std::runtime_error {
public:
    InputError(const std::string& what, const std::string& where, const std::string& why, const std::string& next)
        : std::runtime_error(what + "\n  where: " + where + "\n  why: " + why + "\n  next: " + next), problem(what), place(where), reason(why), remedy(next)
    {
    }

    std::string problem; ///< what went wrong
    std::string place;   ///< file, line and field, or the option
    std::string reason;  ///< why it is wrong
    std::string remedy;  ///< what to do next
};

} // namespace chokepoint
