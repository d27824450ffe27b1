// What lets files of a folder be compiled together (CHOKEPOINT_UNITY) and apart: what a file keeps to itself has a name of its own, and
// what is named is included.
#include "SourceText.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <cctype>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <utility>

using namespace chokepoint;
namespace fs = std::filesystem;

namespace {

std::map<fs::path, std::string> textsBelow(const char* folder)
{
    std::map<fs::path, std::string> sources;
    for (const auto& entry : fs::recursive_directory_iterator(test::sourceFolder() / folder))
        if (entry.path().extension() == ".h" || entry.path().extension() == ".cpp")
            sources[fs::relative(entry.path(), test::sourceFolder())] = test::readFile(entry.path());
    return sources;
}

/// Functions and constants that only their file sees: those in a namespace without a name that begin in the first column.
std::set<std::string> ownNames(const std::string& source)
{
    static const std::regex function("([A-Za-z_]\\w*)\\("), group("<[^<>]*>|\\([^()]*\\)"), value("\\{[^{}]*\\}"),
        constant("(\\w+) *(?:\\[[^\\]]*\\])? *=");
    const auto lines = test::split(test::withoutCommentsAndLiterals(source), '\n');
    std::vector<bool> isOwn(lines.size() + 1);
    std::set<std::string> names;
    bool isInside = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        isInside = lines[i] == "namespace {" || (isInside && !lines[i].starts_with("} ")); // the comment behind the brace is blank
        isOwn[i + 1] = isInside && !lines[i].starts_with(' ');
        if (!isOwn[i + 1] || !(lines[i].starts_with("constexpr ") || lines[i].starts_with("const "))
            || lines[i].find(';') == std::string::npos)
            continue;
        const auto line = std::regex_replace(std::regex_replace(lines[i], group, ""), value, "=");
        for (std::sregex_iterator at(line.begin(), line.end(), constant), end; at != end; ++at)
            names.insert((*at)[1]);
    }
    for (const auto& own : test::functionsIn(source))
        if (std::smatch match; isOwn[own.line] && std::regex_search(own.head, match, function))
            names.insert(match[1]);
    return names;
}

/// Names that two files of one folder keep to themselves: compiled together they would be one, or choices of one call.
QStringList metNames(const std::map<fs::path, std::string>& sources)
{
    std::map<std::pair<fs::path, std::string>, fs::path> first;
    QStringList faults;
    for (const auto& [file, source] : sources)
        if (file.extension() == ".cpp")
            for (const auto& name : ownNames(source))
                if (const auto [at, isNew] = first.try_emplace({file.parent_path(), name}, file); !isNew)
                    faults << QString("%1 and %2 both have a name %3").arg(at->second.c_str(), file.c_str(), name.c_str());
    return faults;
}

/// What a file includes of ours, which types begin in its first column, and which are only announced there.
struct Contents {
    std::set<std::string> includes, types, announced;
};

Contents contentsOf(const std::string& source)
{
    Contents contents;
    const auto lines = test::split(source, '\n');
    for (const std::string_view line : lines) {
        if (constexpr std::string_view include = "#include \""; line.starts_with(include))
            contents.includes.emplace(line.substr(include.size(), line.size() - include.size() - 1));
        for (const std::string_view kind : {"class ", "struct ", "enum class "})
            if (line.starts_with(kind)) {
                const auto name = line.substr(kind.size(), line.find_first_of(" ;", kind.size()) - kind.size());
                (line.ends_with(';') ? contents.announced : contents.types).emplace(name);
            }
    }
    return contents;
}

using Headers = std::map<std::string, Contents>;

void addIncluded(const Headers& headers, const std::set<std::string>& includes, std::set<std::string>& included)
{
    for (const auto& name : includes)
        if (const auto header = headers.find(name); header != headers.end() && included.insert(name).second)
            addIncluded(headers, header->second.includes, included);
}

/// Types of the headers that a source names although no header that it includes defines or announces them.
std::set<std::string> notIncluded(const Headers& headers, const std::string& source)
{
    const auto own = contentsOf(source);
    std::set<std::string> included, foreign, missing;
    addIncluded(headers, own.includes, included);
    for (const auto& [name, header] : headers)
        foreign.insert(header.types.begin(), header.types.end());
    for (const auto& name : included)
        for (const auto* types : {&headers.at(name).types, &headers.at(name).announced})
            for (const auto& type : *types)
                foreign.erase(type);
    const auto code = test::withoutCommentsAndLiterals(source);
    const auto isLetter = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; };
    for (std::size_t at = 0; at < code.size();) {
        const auto begin = at;
        while (at < code.size() && isLetter(code[at]))
            ++at;
        const auto word = code.substr(begin, at - begin);
        const auto before = std::string_view(code).substr(0, begin);
        if (foreign.contains(word) && !before.ends_with('.') && !before.ends_with("->") && !before.ends_with("::")) {
            const bool isOwn =
                before.ends_with("class ") || before.ends_with("struct ") || before.ends_with("enum ") || before.ends_with("using ");
            if (isOwn)
                foreign.erase(word);
            else
                missing.insert(word);
        }
        at += at == begin;
    }
    return missing;
}

} // namespace

class UnityTest : public QObject {
    Q_OBJECT
private slots:
    void whatAFileKeepsToItselfHasANameOfItsOwn()
    {
        const auto planted = [](const char* second) {
            return metNames({{"a/X.cpp", "namespace {\n\nint f(int x)\n{\n    return x;\n}\nconstexpr int a = 1, b[2]{1};\n\n} // "
                                         "namespace\nint g() { return 0; }\n"},
                             {second, "namespace {\n\ndouble f(double x) { return x; }\ndouble g() { return 0; }\nconstexpr double b = "
                                      "1;\n\n} // namespace\n"}});
        };
        QCOMPARE(planted("a/Y.cpp"), (QStringList{"a/X.cpp and a/Y.cpp both have a name b", "a/X.cpp and a/Y.cpp both have a name f"}));
        QCOMPARE(planted("b/Y.cpp"), QStringList{});
        for (const char* folder :
             {"app", "core", "ui", "tests/app", "tests/architecture", "tests/core", "tests/faults", "tests/journeys", "tests/ui"}) {
            const auto faults = metNames(textsBelow(folder));
            QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
        }
    }
    void filesOfTheWindowIncludeWhatTheyName()
    {
        // The core is compiled file by file under sanitizers, the window nowhere in packaging/test.
        const Headers few{{"a/X.h", contentsOf("class Y;\nstruct X {\n};\n")},
                          {"a/Y.h", contentsOf("class Y : public X {\n")},
                          {"a/Z.h", contentsOf("struct Z {")}};
        QVERIFY(notIncluded(few, "#include \"a/X.h\"\nX f(Y*); // Z\nint* m = k.Z;\nenum Z {};\nZ z;\n").empty());
        QCOMPARE(notIncluded(few, "#include \"a/X.h\"\nX x = Z{};\n"), std::set<std::string>{"Z"});
        Headers headers;
        for (const auto& [folder, root] : {std::pair("ui", "ui"), std::pair("core/api", "core")})
            for (const auto& [file, text] : textsBelow(folder))
                if (file.extension() == ".h")
                    headers[fs::relative(file, root).string()] = contentsOf(text);
        QStringList faults;
        for (const auto& [file, text] : textsBelow("ui"))
            if (file.extension() == ".cpp")
                for (const auto& type : notIncluded(headers, text))
                    faults << QString("%1 names %2 and includes no header of it").arg(file.c_str(), type.c_str());
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
    }
};

CHOKEPOINT_TEST(UnityTest)
#include "UnityTest.moc"
