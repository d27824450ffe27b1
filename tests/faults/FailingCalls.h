// Calls of the system that fail when a test wants it: this program's own open, write, rename ... stand before those of the system.
#pragma once

namespace chokepoint::test {

/// While one lives, the calls that change files are counted, and one of them fails.
class FailingCalls {
public:
    enum class How { Once, FromThenOn };
    /// The call of this number, from 1, fails with this error; a number of 0 only counts. `shortWrites`: a write takes half of the bytes
    /// instead of failing.
    FailingCalls(int number, int error, How how = How::Once, bool shortWrites = false);
    ~FailingCalls();
    FailingCalls(const FailingCalls&) = delete;
    FailingCalls& operator=(const FailingCalls&) = delete;

    int counted() const;
    /// True when a call failed.
    bool hasFailed() const;
};

} // namespace chokepoint::test
