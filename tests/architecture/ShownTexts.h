// Every English text that the program shows, as people wrote it: messages, the data book, and texts of the window and the command line.
#pragma once

#include "SourceText.h"
#include "TestData.h"

#include "api/BargainModel.h"
#include "api/Claims.h"
#include "api/Reactions.h"
#include "facts/Overlay.h"
#include "words/Pattern.h"

#include <filesystem>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

namespace chokepoint::test {

struct ShownText {
    std::string where; ///< "words/en.toml, refusal.no_bound.reason"
    std::string text;
};

/// Stands where a message has a value.
inline constexpr char valueMark = '\x1f';

/// The pieces of a pattern that people read, with the mark of a value for each, so that words beside one do not grow together.
inline void addPieces(const std::vector<words::PatternNode>& nodes, std::string& text)
{
    for (const auto& node : nodes) {
        if (node.kind == words::PatternNode::Kind::Text)
            text += node.text;
        else if (node.kind == words::PatternNode::Kind::Value)
            text += valueMark;
        for (const auto& branch : node.branches) {
            addPieces(branch.nodes, text);
            text += '\n';
        }
    }
}

/// The messages of a language file, each a line `key = "pattern"` below its table.
inline std::vector<ShownText> textsOfMessages(const std::string& file, const std::string& name)
{
    static const std::regex line("(?:^|\\n)(?:\\[([\\w.]+)\\]|(\\w+) = \"((?:[^\"\\\\\\n]|\\\\.)*)\")");
    const words::Plurals plurals("en-US");
    std::vector<ShownText> texts;
    std::string table;
    for (std::sregex_iterator at(file.begin(), file.end(), line), end; at != end; ++at) {
        if ((*at)[1].matched)
            table = (*at)[1];
        if ((*at)[1].matched || table.starts_with("language"))
            continue;
        ShownText shown{name + ", " + table + "." + (*at)[2].str(), {}};
        const auto pattern = std::regex_replace(std::regex_replace((*at)[3].str(), std::regex("\\\\n"), "\n"), std::regex("\\\\\""), "\"");
        addPieces(words::parsePattern(pattern, plurals).nodes, shown.text);
        texts.push_back(std::move(shown));
    }
    return texts;
}

/// The texts of the data book that an overlay would translate, and the notes of observations.
inline std::vector<ShownText> textsOfDataBook()
{
    auto catalogue = engine().catalogue();
    auto claims = claimsOf(engine());
    auto supply = supplyChainOf(engine());
    std::vector<ShownText> texts;
    for (const auto& text : facts::textsOf(catalogue, claims, supply))
        texts.push_back({text.table + ", " + text.key + ", " + text.column, *text.places.front()});
    for (const auto& observation : catalogue.observations)
        texts.push_back({"observations, " + observation.id, observation.note});
    auto scored = bargain::scoredGameOf(engine());
    auto model = bargain::modelGameOf(engine());
    auto reactions = shippedReactions(engine());
    for (const auto& text : facts::textsOf(facts::GameTexts{scored, model, reactions}))
        texts.push_back({text.table + ", " + text.key + ", " + text.column, *text.places.front()});
    return texts;
}

/// Literals of a source that `call` captures as its first group; a literal may stand in pieces.
inline void addLiterals(const std::string& source, const std::string& name, const std::regex& call, std::vector<ShownText>& texts)
{
    static const std::regex seam("\"\\s*\""), escaped("\\\\(u[0-9a-fA-F]{4}|.)");
    const auto code = withoutComments(source);
    for (std::sregex_iterator at(code.begin(), code.end(), call), end; at != end; ++at)
        texts.push_back({name, std::regex_replace(std::regex_replace((*at)[1].str(), seam, ""), escaped, " ")});
}

/// What stands in tr(), and in the help of the command line.
inline std::vector<ShownText> textsOfSources()
{
    namespace fs = std::filesystem;
    const std::string literal = "\"((?:[^\"\\\\]|\\\\.|\"\\s*\")*)\"";
    const std::regex translated("\\btr\\(\\s*" + literal), help("(?:\\.add(?:Flag)?\\(\\s*\"[^\"]*\",[^\";]*,\\s*|return \\{\"\\w+\",\\s*|about = )" + literal);
    std::vector<ShownText> texts;
    for (const char* folder : {"ui", "app"})
        for (const auto& entry : fs::recursive_directory_iterator(sourceFolder() / folder))
            if (entry.path().extension() == ".cpp" || entry.path().extension() == ".h") {
                const auto name = fs::relative(entry.path(), sourceFolder()).string();
                const auto source = readFile(entry.path());
                addLiterals(source, name, translated, texts);
                if (name.starts_with("app"))
                    addLiterals(source, name, help, texts);
            }
    return texts;
}

inline const std::vector<ShownText>& shownTexts()
{
    static const auto texts = [] {
        auto all = textsOfMessages(readFile(sourceFolder() / "resources/words/en.toml"), "words/en.toml");
        for (auto more : {textsOfDataBook(), textsOfSources()})
            all.insert(all.end(), more.begin(), more.end());
        return all;
    }();
    return texts;
}

} // namespace chokepoint::test
