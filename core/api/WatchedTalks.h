// Talks of two computers that a person watches: both sides' views are open to whoever watches, and to neither of the two.
#pragma once

#include "api/Rehearsal.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace chokepoint::bargain {

struct WatchTerms {
    Both<std::string> personas{}; ///< ids; empty: drawn by the seed, as the wishes of both are
    std::string replay{};         ///< as in RehearsalTerms
    Side opens = Side::US;
    int rounds = 8;
    std::uint64_t seed = 1;
};

class WatchedTalks {
public:
    /// Throws InputError for terms out of range.
    WatchedTalks(const PackageTable& table, const WatchTerms& terms);
    ~WatchedTalks();
    WatchedTalks(WatchedTalks&&) noexcept;
    WatchedTalks& operator=(WatchedTalks&&) noexcept;

    const WatchTerms& terms() const; ///< with the manners that were drawn
    /// The table as far as it has come. Each side's view is what that computer sees, with its own worths.
    const Rehearsal& talks() const;
    const Persona& persona(Side side) const;
    /// The true worth of a package to both.
    Both<double> worthOf(const Package& package) const;
    /// The next move; false once it is over.
    bool step();
    /// Nothing before it is over.
    std::optional<Debrief> debrief() const;

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

/// The talks as lines of text: their terms and how many moves have been made. The moves themselves are made again by the seed.
std::string watchedText(const WatchedTalks& talks);
/// Whether a text is one of these, by its first line.
bool isWatchedText(std::string_view text);
/// Watches them again as far as they had come. `place` names the file in messages. Throws InputError for what is no such text, and for
/// more moves than these talks have.
WatchedTalks watchedFrom(const PackageTable& table, std::string_view text, const std::string& place);

} // namespace chokepoint::bargain
