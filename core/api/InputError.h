// The error for input that is wrong: what, where, why, and what to do next.
#pragma once

#include "api/Refusal.h"

#include <memory>
#include <stdexcept>
#include <string>

namespace chokepoint {

/// Thrown for wrong input from outside (files, option values, shared codes). Nothing has been changed when it arrives.
/// It carries a Refusal, of which said(error, language) makes the words; or, where a throw is not converted yet, English: then what()
/// is the whole message and the members are its parts, each a sentence or phrase for people.
class InputError : public std::runtime_error {
public:
    explicit InputError(Refusal refusal)
        : std::runtime_error("refusal." + refusal.id), m_refusal(std::make_shared<const Refusal>(std::move(refusal)))
    {
    }
    InputError(const std::string& what, const std::string& where, const std::string& why, const std::string& next)
        : std::runtime_error(what + "\n  where: " + where + "\n  why: " + why + "\n  next: " + next), problem(what), place(where),
          reason(why), remedy(next)
    {
    }

    /// Null for an error that carries English.
    const Refusal* refusal() const { return m_refusal.get(); }

    std::string problem; ///< what went wrong
    std::string place;   ///< file, line and field, or the option
    std::string reason;  ///< why it is wrong
    std::string remedy;  ///< what to do next

private:
    std::shared_ptr<const Refusal> m_refusal; ///< shared, for an exception is copied without throwing
};

} // namespace chokepoint
