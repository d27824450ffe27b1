// Reads the style of a house from TOML.
#include "api/FigureStyle.h"

#include "api/Files.h"
#include "api/InputError.h"

#include "files/Toml.h"

#include <algorithm>
#include <optional>

namespace chokepoint {
namespace {

constexpr std::uintmax_t largestStyle = 64 * 1024;
constexpr std::size_t longestStyleLine = 4096;

bool isColor(const std::string& text)
{
    return text.size() == 7 && text.front() == '#' && text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
}

/// One file: what stands in it, and where.
class StyleReader {
public:
    StyleReader(const std::string& place, const std::filesystem::path& folder) : m_place(place), m_folder(folder) {}

    FigureStyle style(const toml::table& root) const
    {
        FigureStyle style;
        for (const auto& [key, node] : root) {
            const std::string name(key.str());
            if (name == "based_on")
                style.basedOn = text(node, name);
            else if (name == "font")
                style.font = text(node, name);
            else if (name == "logo")
                style.logo = (m_folder / text(node, name)).string();
            else if (name == "colors" && node.is_table())
                style.colors = colors(*node.as_table());
            else
                throw InputError(Refusal("style_key_unknown", {{"key", name}}, at(node, name)));
        }
        return style;
    }

private:
    Place at(const toml::node& node, const std::string& name) const
    {
        return {.file = m_place, .line = node.source().begin.line, .field = name};
    }

    std::string text(const toml::node& node, const std::string& name) const
    {
        const auto value = node.value<std::string>();
        if (!node.is_string() || !value || value->empty())
            throw InputError(Refusal("style_not_text", at(node, name)));
        return *value;
    }

    std::vector<std::pair<std::string, std::string>> colors(const toml::table& table) const
    {
        const auto known = figureColors();
        std::vector<std::pair<std::string, std::string>> colors;
        for (const auto& [key, node] : table) {
            const std::string name(key.str());
            if (std::ranges::find(known, name) == known.end())
                throw InputError(Refusal("style_key_unknown", {{"key", name}}, at(node, name)));
            const auto color = text(node, name);
            if (!isColor(color))
                throw InputError(Refusal("style_no_color", {{"text", color}}, at(node, name)));
            colors.emplace_back(name, color);
        }
        return colors;
    }

    std::string m_place;
    std::filesystem::path m_folder;
};

} // namespace

std::vector<std::string> figureColors()
{
    return {"ground", "text", "muted", "grid", "accent", "blue", "vermillion", "green", "purple", "orange", "sky"};
}

FigureStyle readFigureStyle(const std::filesystem::path& file)
{
    const auto place = file.string();
    const auto text = readTextFile(file, largestStyle);
    for (std::size_t begin = 0, line = 1; begin < text.size(); ++line) { // a key of very many parts would nest until the stack ends
        const auto end = std::min(text.find('\n', begin), text.size());
        if (end - begin > longestStyleLine)
            throw InputError(Refusal("style_not_text", {.file = place, .line = line}));
        begin = end + 1;
    }
    try {
        return StyleReader(place, file.parent_path()).style(toml::parse(text, place));
    } catch (const toml::parse_error& error) {
        throw InputError(
            Refusal("style_not_toml", {{"detail", std::string(error.description())}}, {.file = place, .line = error.source().begin.line}));
    }
}

} // namespace chokepoint
