// Which folder may include which: arrows point one way.
#include "TestData.h"

#include <QTest>

#include <cctype>

#include <map>
#include <regex>
#include <set>

using namespace chokepoint;
namespace fs = std::filesystem;

namespace {

struct Include {
    fs::path file; ///< relative to the source folder
    std::string name;
    bool isSystem;
};

std::vector<Include> includesBelow(const std::string& folder)
{
    static const std::regex pattern("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]");
    std::vector<Include> includes;
    for (const auto& entry : fs::recursive_directory_iterator(test::sourceFolder() / folder)) {
        if (entry.path().extension() != ".h" && entry.path().extension() != ".cpp")
            continue;
        for (const auto& line : test::split(test::readFile(entry.path()), '\n'))
            if (std::smatch match; std::regex_search(line, match, pattern))
                includes.push_back({fs::relative(entry.path(), test::sourceFolder()), match[2], match[1] == "<"});
    }
    return includes;
}

std::string describe(const Include& include) { return include.file.string() + " includes " + include.name; }

/// Folders of the core and those of the core that each may include, besides itself.
const std::map<std::string, std::set<std::string>> allowed{
    {"api", {}},
    {"numbers", {}},
    {"model", {"numbers"}},
    {"facts", {"api", "model", "numbers"}},
    {"scenario", {"api", "numbers"}},
    {"policy", {"api", "facts", "model", "numbers", "scenario"}},
    {"run", {"api", "facts", "model", "numbers", "policy", "scenario"}},
    {"trace", {"api", "facts", "model", "numbers", "policy", "run"}},
    {"words", {"api", "numbers"}},
};

/// QString, QtCore/..., qtimer.h; not Quarter.h.
bool isOfQt(const std::string& name)
{
    return name.starts_with("Qt") || name.starts_with("qt") || (name.size() > 1 && name[0] == 'Q' && std::isupper(static_cast<unsigned char>(name[1])));
}

} // namespace

class IncludeRulesTest : public QObject {
    Q_OBJECT
private slots:
    void foldersOfTheCoreIncludeOnlyWhatTheyMay()
    {
        for (const auto& include : includesBelow("core")) {
            if (include.isSystem)
                continue;
            const std::string from = *std::next(include.file.begin()), to = fs::path(include.name).begin()->string();
            QVERIFY2(allowed.contains(from), ("a folder without a rule: " + from).c_str());
            const bool isApiSibling = from == "api" && include.name.find('/') == std::string::npos;
            QVERIFY2(to == from || allowed.at(from).contains(to) || isApiSibling, describe(include).c_str());
        }
    }
    void theCoreKnowsNoQt()
    {
        for (const auto& include : includesBelow("core"))
            QVERIFY2(!isOfQt(include.name), describe(include).c_str());
    }
    void windowAndProgramsSeeOnlyTheInterfaceOfTheCore()
    {
        for (const char* folder : {"app", "ui"})
            for (const auto& include : includesBelow(folder))
                for (const auto& [inside, rules] : allowed)
                    QVERIFY2(!include.name.starts_with(inside + "/"), describe(include).c_str());
    }
    void pagesOfTheWindowKnowNoOtherPage()
    {
        const std::set<std::string> pages{"explore", "sources", "why"}, rooms{"bridge", "charts", "levers", "look"};
        std::map<std::string, std::string> folders; // by header
        for (const auto& entry : fs::recursive_directory_iterator(test::sourceFolder() / "ui"))
            if (entry.path().extension() == ".h")
                folders[entry.path().filename().string()] = entry.path().parent_path().filename().string();
        for (const auto& include : includesBelow("ui")) {
            const auto from = include.file.parent_path().filename().string(), to = folders.contains(include.name) ? folders.at(include.name) : "";
            if (pages.contains(to))
                QVERIFY2(to == from || !(pages.contains(from) || rooms.contains(from)), describe(include).c_str());
        }
    }
    void heavyLibrariesStayInTheirRooms()
    {
        const auto only = [](const char* library, const char* room) {
            for (const char* folder : {"core", "app", "ui"})
                for (const auto& include : includesBelow(folder))
                    if (include.name.find(library) != std::string::npos)
                        QVERIFY2(include.file.string().starts_with(room), describe(include).c_str());
        };
        only("qcustomplot", "ui/charts/");
        only("sqlite", "core/store/");
        only("boost/", "core/numbers/");
        only("tbb/", "core/run/");
        only("toml", "core/policy/");
        only("libfccp", "core/facts/");
    }
    void heavyHeadersAreKeptOutOfHeaders()
    {
        for (const char* folder : {"core", "app", "ui"})
            for (const auto& include : includesBelow(folder))
                if (include.file.extension() == ".h" && include.file != "core/numbers/Decimal.h")
                    QVERIFY2(include.name.find("qcustomplot") == std::string::npos && !include.name.starts_with("boost/")
                                 && include.name != "numbers/Decimal.h" && include.name != "CLI/CLI.hpp",
                             describe(include).c_str());
    }
};

QTEST_APPLESS_MAIN(IncludeRulesTest)
#include "IncludeRulesTest.moc"
