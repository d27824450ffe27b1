// The data book in another language: which texts of its overlay were made from English that has changed since.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chokepoint {

class Engine;

/// A line of an overlay whose digest is not that of the English text that the data book has now. Its English text stays in force until
/// somebody has looked at it: the law that it tells of may have changed.
struct StaleText {
    std::string table;       ///< "timeline"
    int line = 0;            ///< of the overlay's file
    std::string key, column; ///< "2025-04-09", "event"
    friend bool operator==(const StaleText&, const StaleText&) = default;
};

/// The stale lines of the overlay that an engine was made with, by table and line; none for an engine in English.
const std::vector<StaleText>& staleTextsOf(const Engine& engine);

/// What an overlay notes of the English text that it translates: the CRC-32 of its UTF-8 bytes, as eight digits of base sixteen.
std::string textDigest(std::string_view english);

} // namespace chokepoint
