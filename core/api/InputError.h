// The error for input that is wrong: what, where, why, and what to do next.
#pragma once

#include "api/Refusal.h"

#include <exception>
#include <memory>
#include <stdexcept>

namespace chokepoint {

/// Thrown for wrong input from outside (files, option values, shared codes). Nothing has been changed when it arrives.
/// said(error, language) makes the words; what() is for developers and names the refusal only.
class InputError : public std::runtime_error {
public:
    explicit InputError(Refusal refusal)
        : std::runtime_error("refusal." + refusal.id), m_refusal(std::make_shared<const Refusal>(std::move(refusal)))
    {
    }
    const Refusal& refusal() const { return *m_refusal; }

private:
    std::shared_ptr<const Refusal> m_refusal; ///< shared, for an exception is copied without throwing
};

/// Any other error as one that can be said: memory or threads that the system refuses, and faults of ours.
InputError inputErrorOf(const std::exception& error);

} // namespace chokepoint
