// The window's program and the display: a sentence where there is none, a message box where nobody reads standard error.
#pragma once

#include <filesystem>
#include <string>

namespace chokepoint::app {

/// While it stands, Qt's own end of the program for want of a display (an abort) is a sentence on standard error and exit code 1.
/// Only Qt knows whether a display can be opened, with whichever plugin it takes; it tells it to its message handler and no other way.
class DisplayGuard {
public:
    explicit DisplayGuard(const std::filesystem::path& resources);
    ~DisplayGuard();
    DisplayGuard(const DisplayGuard&) = delete;
    DisplayGuard& operator=(const DisplayGuard&) = delete;
    /// The display is open.
    void release();
};

/// Nobody sees standard error: the program was started from an icon or a menu, with a file at most. `argc` is at least 1.
bool isStartedFromDesktop(int argc, char** argv);

/// Shows a message until it is closed. Needs a display; without one nothing happens but what DisplayGuard says.
void showFailure(const std::string& text, int argc, char** argv);

} // namespace chokepoint::app
