// A style of figures of one's own, read from a file: font, colors and logo of a house.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace chokepoint {

struct FigureStyle {
    std::string basedOn = "print"; ///< id of a style that comes with the program
    std::string font;              ///< family; empty: that of the program
    std::string logo;              ///< path of a picture, beside the file of the style; empty: none
    /// Name and "#rrggbb"; the names are those of figureColors().
    std::vector<std::pair<std::string, std::string>> colors;
    friend bool operator==(const FigureStyle&, const FigureStyle&) = default;
};

/// The colors that a style may set.
std::vector<std::string> figureColors();

/// Reads a style such as
///
///     based_on = "print"
///     font = "Source Sans 3"
///     logo = "house.png"
///     [colors]
///     blue = "#003366"
///
/// Throws InputError with file, line and key for what is no TOML, an unknown key, and a color that is none.
FigureStyle readFigureStyle(const std::filesystem::path& file);

} // namespace chokepoint
