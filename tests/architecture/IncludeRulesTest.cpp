// Which folder may include which: arrows point one way.
#include "SourceText.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <algorithm>
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
    {"files", {"api"}},
    {"facts", {"api", "model", "numbers"}},
    {"policy", {"api", "facts", "model", "numbers"}},
    {"scenario", {"api", "facts", "files", "model", "numbers", "policy"}},
    {"store", {"api", "files", "numbers"}},
    {"run", {"api", "facts", "model", "numbers", "policy", "scenario"}},
    {"draws", {"api", "facts", "model", "numbers", "policy", "run", "scenario"}},
    {"why", {"api", "draws", "facts", "model", "numbers", "policy", "run", "scenario"}},
    {"choice", {"api", "draws", "facts", "model", "numbers", "policy", "run", "scenario", "why"}},
    {"bargain", {"api", "draws", "facts", "model", "numbers", "policy", "run", "scenario"}},
    {"audit", {"api", "draws", "facts", "model", "numbers", "policy", "run", "scenario"}},
    {"trace", {"api", "facts", "model", "numbers", "policy", "run", "scenario"}},
    {"figure", {"api"}},
    {"exports", {"api"}},
    {"words", {"api", "files", "numbers"}},
};

/// Where a name of the standard library is declared.
const std::map<std::string, std::string> declaredIn{{"all_of", "algorithm"},
                                                    {"any_of", "algorithm"},
                                                    {"clamp", "algorithm"},
                                                    {"copy_n", "algorithm"},
                                                    {"count_if", "algorithm"},
                                                    {"fill_n", "algorithm"},
                                                    {"find", "algorithm"},
                                                    {"max", "algorithm"},
                                                    {"min", "algorithm"},
                                                    {"sort", "algorithm"},
                                                    {"array", "array"},
                                                    {"atomic", "atomic"},
                                                    {"bit_cast", "bit"},
                                                    {"copysign", "cmath"},
                                                    {"fabs", "cmath"},
                                                    {"isfinite", "cmath"},
                                                    {"isinf", "cmath"},
                                                    {"isnan", "cmath"},
                                                    {"lround", "cmath"},
                                                    {"sqrt", "cmath"},
                                                    {"strong_ordering", "compare"},
                                                    {"integral", "concepts"},
                                                    {"same_as", "concepts"},
                                                    {"convertible_to", "concepts"},
                                                    {"byte", "cstddef"},
                                                    {"ptrdiff_t", "cstddef"},
                                                    {"size_t", "cstddef"},
                                                    {"int64_t", "cstdint"},
                                                    {"uint8_t", "cstdint"},
                                                    {"uint16_t", "cstdint"},
                                                    {"uint32_t", "cstdint"},
                                                    {"uint64_t", "cstdint"},
                                                    {"uintmax_t", "cstdint"},
                                                    {"aligned_alloc", "cstdlib"},
                                                    {"malloc", "cstdlib"},
                                                    {"memcpy", "cstring"},
                                                    {"exception", "exception"},
                                                    {"path", "filesystem"},
                                                    {"function", "functional"},
                                                    {"istream", "iosfwd"},
                                                    {"numeric_limits", "limits"},
                                                    {"map", "map"},
                                                    {"make_shared", "memory"},
                                                    {"make_unique", "memory"},
                                                    {"shared_ptr", "memory"},
                                                    {"unique_ptr", "memory"},
                                                    {"mutex", "mutex"},
                                                    {"once_flag", "mutex"},
                                                    {"bad_alloc", "new"},
                                                    {"accumulate", "numeric"},
                                                    {"iota", "numeric"},
                                                    {"nullopt", "optional"},
                                                    {"optional", "optional"},
                                                    {"regex", "regex"},
                                                    {"set", "set"},
                                                    {"span", "span"},
                                                    {"istringstream", "sstream"},
                                                    {"ostringstream", "sstream"},
                                                    {"invalid_argument", "stdexcept"},
                                                    {"logic_error", "stdexcept"},
                                                    {"runtime_error", "stdexcept"},
                                                    {"string", "string"},
                                                    {"to_string", "string"},
                                                    {"string_view", "string_view"},
                                                    {"thread", "thread"},
                                                    {"tuple", "tuple"},
                                                    {"conditional_t", "type_traits"},
                                                    {"is_same_v", "type_traits"},
                                                    {"remove_cvref_t", "type_traits"},
                                                    {"unordered_map", "unordered_map"},
                                                    {"exchange", "utility"},
                                                    {"forward", "utility"},

                                                    {"pair", "utility"},
                                                    {"variant", "variant"},
                                                    {"visit", "variant"},
                                                    {"vector", "vector"}};

/// The standard headers that a header of the core brings along, its own and those of headers that it includes.
std::set<std::string> broughtBy(const std::string& header, std::map<std::string, std::set<std::string>>& known)
{
    const auto [at, isNew] = known.try_emplace(header);
    if (!isNew)
        return at->second;
    std::set<std::string> brought;
    static const std::regex pattern("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]");
    for (const auto& line : test::split(test::readFile(test::sourceFolder() / "core" / header), '\n'))
        if (std::smatch match; std::regex_search(line, match, pattern)) {
            if (match[1] == "<")
                brought.insert(match[2]);
            else
                brought.merge(broughtBy(match[2], known));
        }
    return known[header] = brought;
}

/// Names of the standard library that a text uses, without those of headers that are not `brought`.
std::vector<std::string> undeclaredIn(const std::string& text, const std::set<std::string>& brought)
{
    static const std::regex pattern("\\bstd::(?:ranges::|filesystem::)?(\\w+)");
    std::set<std::string> names;
    const auto code = test::withoutCommentsAndLiterals(text);
    for (std::sregex_iterator match(code.begin(), code.end(), pattern), end; match != end; ++match)
        if (const auto declared = declaredIn.find((*match)[1]); declared != declaredIn.end() && !brought.contains(declared->second))
            names.insert(declared->first);
    return {names.begin(), names.end()};
}

/// QString, QtCore/..., qtimer.h; not Quarter.h.
bool isOfQt(const std::string& name)
{
    return name.starts_with("Qt") || name.starts_with("qt")
        || (name.size() > 1 && name[0] == 'Q' && std::isupper(static_cast<unsigned char>(name[1])));
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
            QVERIFY2(to == from || allowed.at(from).contains(to), describe(include).c_str());
        }
    }
    void headersOfTheCoreIncludeWhatTheyUseOfTheStandardLibrary()
    {
        std::map<std::string, std::set<std::string>> known;
        for (const auto& entry : fs::recursive_directory_iterator(test::sourceFolder() / "core"))
            if (entry.path().extension() == ".h") {
                const auto header = fs::relative(entry.path(), test::sourceFolder() / "core").string();
                for (const auto& name : undeclaredIn(test::readFile(entry.path()), broughtBy(header, known)))
                    QFAIL((header + " uses std::" + name + " without <" + declaredIn.at(name) + ">").c_str());
            }
        QCOMPARE(undeclaredIn("std::vector<std::string> f(); // std::map\n", {"string"}), std::vector<std::string>{"vector"});
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
                    QVERIFY2(inside == "api" || !include.name.starts_with(inside + "/"), describe(include).c_str());
    }
    void includesNameTheirFolder()
    {
        for (const char* folder : {"core", "ui", "app"})
            for (const auto& include : includesBelow(folder))
                QVERIFY2(include.isSystem || include.name.ends_with(".moc") || include.name.find('/') != std::string::npos
                             || fs::exists(test::sourceFolder() / folder / include.name),
                         describe(include).c_str());
    }
    void roomsOfTheWindowKnowNoPageAndPagesKnowNoOtherPage()
    {
        for (const auto& include : includesBelow("ui")) {
            if (!include.name.starts_with("pages/"))
                continue;
            const auto page = [](const fs::path& path) { return *std::next(path.begin()); }; // of pages/why/SharesView.h
            const auto from = include.file.lexically_relative("ui");
            const std::string room = *from.begin();
            QVERIFY2(room == "window" || room == "export" || (room == "pages" && page(from) == page(include.name)),
                     describe(include).c_str());
        }
    }
    void heavyLibrariesStayInTheirRooms()
    {
        const auto only = [](const char* library, std::initializer_list<const char*> rooms) {
            for (const char* folder : {"core", "app", "ui"})
                for (const auto& include : includesBelow(folder))
                    if (include.name.find(library) != std::string::npos)
                        QVERIFY2(std::ranges::any_of(rooms, [&](const char* room) { return include.file.string().starts_with(room); }),
                                 describe(include).c_str());
        };
        only("qcustomplot", {"ui/charts/"});
        only("sqlite", {"core/store/"});
        only("qrencode", {"ui/parts/QrCode.cpp"});
        only("sodium", {"core/numbers/", "core/store/"});
        only("boost/", {"core/facts/", "core/numbers/"});
        only("tbb/", {"core/run/"});
        only("toml++", {"core/files/"});
        only("unicode/", {"core/words/"});
        only("libfccp", {"core/facts/"});
        only("pugixml", {"core/trace/"});
        only("xlsxwriter", {"core/exports/"});
        only("zip.h", {"core/exports/"});
        only("CLI/", {"app/options/Options.cpp"});
        only("nlohmann", {"app/cli/Json.cpp"});
    }
    void oneFileWritesToTheStandardStreams()
    {
        // what others write passes through it, and with it what must not act on a terminal
        for (const auto& entry : fs::recursive_directory_iterator(test::sourceFolder() / "app"))
            if (entry.path().extension() == ".cpp" && entry.path().filename() != "Terminal.cpp") {
                const auto text = test::readFile(entry.path());
                QVERIFY2(text.find("std::cout <<") == std::string::npos && text.find("std::cerr") == std::string::npos,
                         entry.path().c_str());
            }
    }
    void heavyHeadersAreKeptOutOfHeaders()
    {
        for (const char* folder : {"core", "app", "ui"})
            for (const auto& include : includesBelow(folder))
                if (include.file.extension() == ".h" && include.file != "core/numbers/Decimal.h")
                    QVERIFY2(include.name.find("qcustomplot") == std::string::npos && !include.name.starts_with("boost/")
                                 && include.name != "numbers/Decimal.h",
                             describe(include).c_str());
    }
};

CHOKEPOINT_TEST(IncludeRulesTest)
#include "IncludeRulesTest.moc"
