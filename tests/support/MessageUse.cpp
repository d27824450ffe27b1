// Reads calls from sources without a compiler: ids and names stand in quotation marks, because they would not compile otherwise.
#include "MessageUse.h"

#include "SourceText.h"
#include "TestData.h"

#include <algorithm>
#include <optional>
#include <regex>
#include <set>

namespace chokepoint::test {
namespace {

namespace fs = std::filesystem;

std::size_t behindBlanks(std::string_view text, std::size_t at) { return std::min(text.find_first_not_of(" \t\r\n", at), text.size()); }

/// The index of the comma or closing bracket that ends the expression at `at`.
std::size_t endOfExpression(std::string_view text, std::size_t at)
{
    for (int depth = 0; at < text.size();) {
        const char c = text[at];
        if (beginsLiteral(text, at)) {
            at = behindLiteral(text, at);
            continue;
        }
        if (depth == 0 && (c == ',' || c == ')' || c == '}' || c == ']'))
            return at;
        depth += c == '(' || c == '{' || c == '[' ? 1 : c == ')' || c == '}' || c == ']' ? -1 : 0;
        ++at;
    }
    return at;
}

/// The names in {{"a", x}, {"b", y}} at `at`; nothing when it is no such list.
std::optional<std::vector<std::string>> namesIn(std::string_view text, std::size_t at)
{
    std::vector<std::string> names;
    for (at = behindBlanks(text, at + 1); at < text.size() && text[at] != '}';) {
        const auto quote = text[at] == '{' ? behindBlanks(text, at + 1) : text.size();
        if (quote >= text.size() || text[quote] != '"')
            return std::nullopt;
        const auto end = behindLiteral(text, quote);
        names.emplace_back(text.substr(quote + 1, end - quote - 2));
        at = behindBlanks(text, endOfExpression(text, at));
        if (at < text.size() && text[at] == ',')
            at = behindBlanks(text, at + 1);
    }
    std::ranges::sort(names);
    return names;
}

/// Reads the values behind the id, which ends at `at`.
void readNames(std::string_view text, std::size_t at, MessageUse& use)
{
    at = behindBlanks(text, at);
    if (use.kind == MessageUse::Kind::Family && at < text.size() && text[at] == ',')
        at = endOfExpression(text, behindBlanks(text, at + 1)); // the member
    if (at >= text.size() || text[at] != ',')
        return;
    at = behindBlanks(text, at + 1);
    if (at < text.size() && text[at] == '{') {
        if (use.kind == MessageUse::Kind::Refusal && text[behindBlanks(text, at + 1)] == '.')
            return; // a place
        const auto names = namesIn(text, at);
        use.areNamesKnown = names.has_value();
        use.names = names.value_or(std::vector<std::string>());
    } else {
        use.areNamesKnown = use.kind == MessageUse::Kind::Refusal; // behind its id a refusal has values in braces, or a place
    }
}

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const auto& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text.empty() ? "no values" : text;
}

class Checker {
public:
    explicit Checker(const Language& language) : m_language(language), m_ids(language.messageIds()) {}

    void check(const MessageUse& use)
    {
        if (use.kind == MessageUse::Kind::Message)
            checkMessage(use, use.id);
        else if (use.kind == MessageUse::Kind::Refusal)
            checkRefusal(use);
        else if (use.id != "refusal") // said() makes these of what Refusal() names
            checkFamily(use);
    }

    std::vector<std::string> faults()
    {
        for (const auto& id : m_ids)
            if (!m_used.contains(id))
                m_faults.push_back("\"" + id + "\" is used nowhere");
        return m_faults;
    }

private:
    void checkNames(const MessageUse& use, const std::string& id, const std::vector<std::string>& needed)
    {
        if (use.areNamesKnown && use.names != needed)
            m_faults.push_back(use.where + ": \"" + id + "\" is given " + joined(use.names) + " but names " + joined(needed));
    }
    void checkMessage(const MessageUse& use, const std::string& id)
    {
        m_used.insert(id);
        if (m_language.knows(id))
            checkNames(use, id, m_language.argumentsOf(id));
        else
            m_faults.push_back(use.where + ": \"" + id + "\" is missing");
    }
    void checkFamily(const MessageUse& use)
    {
        bool isFound = false;
        for (const auto& id : m_ids)
            if (id.starts_with(use.id + ".")) {
                isFound = true;
                checkMessage(use, id);
            }
        if (!isFound)
            m_faults.push_back(use.where + ": family \"" + use.id + "\" is missing");
    }
    void checkRefusal(const MessageUse& use)
    {
        std::set<std::string> needed;
        for (const char* part : {"problem", "reason", "remedy"}) {
            const auto id = "refusal." + use.id + "." + part;
            m_used.insert(id);
            if (m_language.knows(id))
                needed.insert(m_language.argumentsOf(id).begin(), m_language.argumentsOf(id).end());
            else if (std::string_view(part) != "remedy")
                m_faults.push_back(use.where + ": \"" + id + "\" is missing");
        }
        checkNames(use, "refusal." + use.id, {needed.begin(), needed.end()});
    }

    const Language& m_language;
    std::vector<std::string> m_ids;
    std::set<std::string> m_used;
    std::vector<std::string> m_faults;
};

} // namespace

std::vector<MessageUse> messageUsesIn(std::string_view source, const std::string& name)
{
    static const std::regex call("\\b(Message::ofFamily|Message|Refusal)(\\s+\\w+)?\\s*[({]\\s*\"([^\"]*)\"");
    const auto text = withoutComments(source);
    std::vector<MessageUse> uses;
    for (std::sregex_iterator at(text.begin(), text.end(), call), end; at != end; ++at) {
        const auto& match = *at;
        MessageUse use;
        use.kind = match[1] == "Refusal" ? MessageUse::Kind::Refusal
                 : match[1] == "Message" ? MessageUse::Kind::Message
                                         : MessageUse::Kind::Family;
        use.id = match[3];
        const auto line = 1 + std::count(text.begin(), text.begin() + match.position(), '\n');
        use.where = name + ":" + std::to_string(line);
        readNames(text, static_cast<std::size_t>(match.position() + match.length()), use);
        uses.push_back(std::move(use));
    }
    return uses;
}

std::vector<MessageUse> messageUsesBelow(const std::vector<std::string>& folders)
{
    std::vector<MessageUse> uses;
    for (const auto& folder : folders)
        for (const auto& entry : fs::recursive_directory_iterator(sourceFolder() / folder))
            if (entry.path().extension() == ".h" || entry.path().extension() == ".cpp") {
                const auto found = messageUsesIn(readFile(entry.path()), fs::relative(entry.path(), sourceFolder()).string());
                uses.insert(uses.end(), found.begin(), found.end());
            }
    return uses;
}

std::vector<std::string> messageFaults(const Language& language, const std::vector<MessageUse>& uses)
{
    Checker checker(language);
    for (const auto& use : uses)
        checker.check(use);
    return checker.faults();
}

} // namespace chokepoint::test
