// A brief of two to four pages about a package: what was changed, what it does, which measures do it, assumptions, limits and sources.
#pragma once

#include "api/DataExport.h"
#include "api/Sheet.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace chokepoint {

struct BriefTable {
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows; ///< each as long as `head`; the first column names, the others are numbers
};

/// What stands under a heading, in this order; each part may be empty.
struct BriefSection {
    std::string heading;
    std::vector<std::string> paragraphs = {};
    std::optional<BriefTable> table = {};
    std::vector<std::string> points = {}; ///< a list
    std::vector<Sheet> figures = {};
    std::vector<std::string> lines = {}; ///< to be typed or pasted, set as they are
};

/// In words. A text of data or a person may hold any sign: who writes it into a format escapes it.
struct Brief {
    std::string title;    ///< the finding
    std::string subtitle; ///< value against value, range, reason
    std::vector<BriefSection> sections;
    std::string identity; ///< by what the run is recognized, and the license
};

struct BriefRequest {
    ExportedPair pair;
    int year = 2028;                   ///< that is told
    std::optional<std::size_t> series; ///< the main result, a place in Catalogue::series; nothing: the one that moves most
    std::size_t draws = 10'000;        ///< 64 to 100,000
    std::size_t figures = 3;           ///< at most so many, the main result first
    ExportOrigin origin;
    RunControl work;
};

/// Runs the package and what it is compared with, and says it. Throws InputError as Engine::check does, and for a category, a year and a
/// number of draws out of range. Without a title when it was cancelled.
Brief briefOf(const Engine& engine, const Language& language, const BriefRequest& request);

/// As Markdown (CommonMark with tables), in UTF-8. `figures`: for each figure the name of its file, or none; a figure without a file is
/// told by its alternative text.
std::string markdownOf(const Brief& brief, const std::vector<std::string>& figures = {});

} // namespace chokepoint
