// Walks over braces, comments and quotation marks; the sources compile, so that nothing needs to be checked.
#include "SourceText.h"

#include <algorithm>
#include <cctype>
#include <regex>

namespace chokepoint::test {
namespace {

bool isRaw(std::string_view text, std::size_t at) { return text.substr(at, 3) == "R\"("; }

std::size_t behindComment(std::string_view text, std::size_t at)
{
    const bool isLine = text[at + 1] == '/';
    const auto end = text.find(isLine ? "\n" : "*/", at + 2);
    return end == std::string_view::npos ? text.size() : end + (isLine ? 0 : 2);
}

void blank(std::string& text, std::size_t begin, std::size_t end)
{
    std::replace_if(
        text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(end),
        [](char c) { return c != '\n'; }, ' ');
}

std::string blanked(std::string_view source, bool literalsToo)
{
    std::string text(source);
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = at;
        if (beginsLiteral(text, at)) {
            at = behindLiteral(text, at);
            if (literalsToo)
                blank(text, begin, at);
        } else if (text.compare(at, 2, "//") == 0 || text.compare(at, 2, "/*") == 0) {
            at = behindComment(text, at);
            blank(text, begin, at);
        } else {
            ++at;
        }
    }
    return text;
}

/// With blanks for lines of the preprocessor.
void blankDirectives(std::string& text)
{
    for (std::size_t at = 0; at < text.size();) {
        auto end = std::min(text.find('\n', at), text.size());
        const auto first = text.find_first_not_of(" \t", at);
        if (first < end && text[first] == '#') {
            while (text[end - 1] == '\\' && end < text.size())
                end = std::min(text.find('\n', end + 1), text.size());
            blank(text, at, end);
        }
        at = end + 1;
    }
}

/// The index behind the bracket that closes the one at `at`.
std::size_t behindBrackets(std::string_view text, std::size_t at)
{
    const char open = text[at], close = open == '(' ? ')' : open == '[' ? ']' : open == '{' ? '}' : '>';
    for (int depth = 0; at < text.size(); ++at) {
        depth += text[at] == open ? 1 : text[at] == close ? -1 : 0;
        if (depth == 0)
            return at + 1;
    }
    return text.size();
}

std::string inOneLine(std::string_view text)
{
    std::string line;
    for (const char c : text)
        if (!std::isspace(static_cast<unsigned char>(c)))
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    while (!line.empty() && line.back() == ' ')
        line.pop_back();
    return line;
}

/// What a brace opens, told by what stands before it.
enum class Opens { Scope, Body, Value };

Opens opens(const std::string& head)
{
    static const std::regex scope("^(inline )?(namespace|class|struct|union|enum|extern)\\b[^()=]*$");
    static const std::regex symbol("\\boperator ?[^ (\\w]+");
    // its signature, or the list of a constructor; the brace of m_count{1} in such a list opens a value
    static const std::regex body("\\)( const| noexcept| override| final| &+)*( ->.*| requires.*| : .*[)}])?$");
    auto text = std::regex_replace(head, symbol, "operator");
    while (text.starts_with("template <"))
        text = inOneLine(std::string_view(text).substr(behindBrackets(text, text.find('<'))));
    if (std::regex_search(text, scope))
        return Opens::Scope;
    std::string outside; // of brackets
    for (std::size_t at = 0; at < text.size();) {
        const auto next = text[at] == '(' ? behindBrackets(text, at) : at + 1;
        outside += text[at] == '(' ? "()" : text.substr(at, 1);
        at = next;
    }
    return outside.find('=') == std::string::npos && std::regex_search(outside, body) ? Opens::Body : Opens::Value;
}

} // namespace

bool beginsLiteral(std::string_view text, std::size_t at)
{
    return text[at] == '"' || isRaw(text, at) || (text[at] == '\'' && (at == 0 || !std::isalnum(static_cast<unsigned char>(text[at - 1]))));
}

std::size_t behindLiteral(std::string_view text, std::size_t at)
{
    if (isRaw(text, at))
        return std::min(text.find(")\"", at), text.size() - 2) + 2;
    const char quote = text[at++];
    while (at < text.size() && text[at] != quote)
        at += text[at] == '\\' ? 2 : 1;
    return std::min(at + 1, text.size());
}

std::string withoutComments(std::string_view source) { return blanked(source, false); }

std::string withoutCommentsAndLiterals(std::string_view source) { return blanked(source, true); }

std::vector<Function> functionsIn(std::string_view source)
{
    static const std::regex label("^(public|protected|private|signals|Q_OBJECT|Q_SIGNALS)\\b[a-z ]*:?$");
    auto text = withoutCommentsAndLiterals(source);
    blankDirectives(text);
    std::vector<Function> functions;
    const auto lineOf = [&](std::size_t at) {
        return 1 + static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    };
    std::size_t begin = 0; // of the head
    const auto head = [&](std::size_t end) { return inOneLine(std::string_view(text).substr(begin, end - begin)); };
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '(') {
            at = behindBrackets(text, at);
            continue;
        }
        if (c == '{') {
            const auto what = opens(head(at));
            if (what == Opens::Scope) {
                begin = ++at;
                continue;
            }
            const auto end = behindBrackets(text, at);
            if (what == Opens::Body) {
                const auto first = lineOf(std::min(text.find_first_not_of(" \t\n", begin), at));
                functions.push_back({head(at), first, lineOf(end - 1) - first + 1});
                begin = end;
            }
            at = end;
            continue;
        }
        if (c == ';' || c == '}' || ((c == '\n' || c == ':') && std::regex_match(head(at + 1), label)))
            begin = at + 1;
        ++at;
    }
    return functions;
}

Width widestLine(std::string_view source)
{
    Width widest;
    for (std::size_t at = 0, line = 1; at < source.size(); ++line) {
        const auto end = std::min(source.find('\n', at), source.size());
        const auto text = source.substr(at, end - at);
        // bytes that continue a letter in UTF-8 begin with the bits 10
        const auto columns =
            static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
        if (columns > widest.columns)
            widest = {columns, line};
        at = end + 1;
    }
    return widest;
}

} // namespace chokepoint::test
