// The rules of the house that no compiler checks: sizes, widths, head sentences, sectors without decimals, folders with a README.
#include "SourceText.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <regex>
#include <set>
#include <string>

using namespace chokepoint;
namespace fs = std::filesystem;

namespace {

std::vector<fs::path> sourcesBelow(std::initializer_list<const char*> folders)
{
    std::vector<fs::path> files;
    for (const char* folder : folders)
        for (const auto& entry : fs::recursive_directory_iterator(test::sourceFolder() / folder))
            if (entry.path().extension() == ".h" || entry.path().extension() == ".cpp")
                files.push_back(entry.path());
    return files;
}

/// The classes of some sources: by name the bases, and the functions that they declare, those without `override`.
struct DeclaredClass {
    std::string name;
    std::set<std::string> bases, functions;
};
std::vector<DeclaredClass> classesIn(std::string_view source)
{
    const auto text = test::withoutCommentsAndLiterals(source);
    static const std::regex head("\\b(?:class|struct)\\s+(\\w+)(?:\\s+final)?\\s*:([^;{}]*)\\{"),
        base("(\\w+)\\s*(?:<[^>]*>)?\\s*(?:,|$)"),
        function("(^|[;{}:])\\s*(?:(?:static|inline|constexpr|explicit|virtual|const)\\s+)*[\\w:]+(?:<[^;{}]*>)?(?:\\s*[*&])*"
                 "\\s+[*&]*(\\w+)\\s*\\([^;{}]*\\)([^;{}]*)[;{]");
    std::vector<DeclaredClass> classes;
    for (std::sregex_iterator at(text.begin(), text.end(), head), end; at != end; ++at) {
        DeclaredClass found{(*at)[1], {}, {}};
        const std::string bases = (*at)[2];
        for (std::sregex_iterator b(bases.begin(), bases.end(), base); b != end; ++b)
            found.bases.insert((*b)[1]);
        int depth = 1, brackets = 0;
        std::string body; // of the class alone, without bodies of functions and braces of what is given to them
        for (auto i = static_cast<std::size_t>(at->position() + at->length()); i < text.size() && depth > 0; ++i) {
            const char c = text[i];
            brackets += depth == 1 && c == '(' ? 1 : depth == 1 && c == ')' ? -1 : 0;
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if ((depth == 1 && (brackets == 0 || c != '}')) || (depth == 2 && c == '{' && brackets == 0))
                body += c;
        }
        for (std::size_t from = 0; from < body.size();) {
            std::smatch match;
            if (!std::regex_search(body.cbegin() + static_cast<std::ptrdiff_t>(from), body.cend(), match, function))
                break;
            if (const std::string behind = match[3]; behind.find("override") == std::string::npos)
                found.functions.insert(match[2]);
            from += static_cast<std::size_t>(match.position() + match.length()) - 1; // the end of one may begin the next
        }
        classes.push_back(std::move(found));
    }
    return classes;
}

/// Functions of classes of widgets that stand in the way of those of Qt: a caller of show() would not show the widget.
std::vector<std::string> hidingQtIn(const std::vector<DeclaredClass>& classes)
{
    static const std::set<std::string> ofWidgets{"show", "hide", "close", "raise", "lower", "update", "repaint", "setFocus"},
        ofDialogs{"open", "exec", "accept", "reject", "done"},
        noWidgets{"QObject", "QAbstractTableModel", "QSortFilterProxyModel", "QStyledItemDelegate", "QUndoCommand", "QIconEngine",
                  "QProxyStyle"};
    const std::function<bool(const std::string&, bool)> isOf = [&](const std::string& name, bool isDialog) {
        if (name.starts_with('Q') && !name.starts_with("QCP"))
            return isDialog ? name == "QDialog" : !noWidgets.contains(name);
        return std::ranges::any_of(classes, [&](const DeclaredClass& each) {
            return each.name == name && std::ranges::any_of(each.bases, [&](const std::string& base) { return isOf(base, isDialog); });
        });
    };
    std::vector<std::string> faults;
    for (const auto& each : classes)
        for (const auto& function : each.functions)
            if ((ofWidgets.contains(function) && isOf(each.name, false)) || (ofDialogs.contains(function) && isOf(each.name, true)))
                faults.push_back(each.name + "::" + function);
    return faults;
}

std::string shown(const fs::path& file) { return fs::relative(file, test::sourceFolder()).string(); }

} // namespace

class HouseTest : public QObject {
    Q_OBJECT
private slots:
    void filesStayUnderFourHundredLinesOrAreTables()
    {
        for (const auto& file : sourcesBelow({"app", "core", "ui"})) {
            const auto lines = test::split(test::readFile(file), '\n').size();
            QVERIFY2(lines <= 400, (shown(file) + " has " + std::to_string(lines) + " lines").c_str());
        }
    }
    void linesHaveAtMostHundredFortyColumns()
    {
        QStringList faults;
        for (const auto& file : sourcesBelow({"app", "core", "ui"}))
            if (const auto [columns, line] = test::widestLine(test::readFile(file)); columns > 140)
                faults << QString("%1:%2 has %3 columns").arg(shown(file).c_str()).arg(line).arg(columns);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
    }
    void functionsHaveAtMostSixtyLines()
    {
        QStringList faults;
        for (const auto& file : sourcesBelow({"app", "core", "ui"}))
            for (const auto& function : test::functionsIn(test::readFile(file)))
                if (function.lineCount > 60)
                    faults << QString("%1:%2 has %3 lines: %4")
                                  .arg(shown(file).c_str())
                                  .arg(function.line)
                                  .arg(function.lineCount)
                                  .arg(function.head.c_str());
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
    }
    void widthsAndLengthsAreMeasured()
    {
        const auto widest = test::widestLine("// short\n// \u2212\u2212\nx\n");
        QCOMPARE(widest.columns, std::size_t{8});
        QCOMPARE(widest.line, std::size_t{1});
        QCOMPARE(test::widestLine("// \u2212\u2212\n").columns, std::size_t{5}); // letters, not bytes

        const std::string lines(58, '\n');
        const auto functions = test::functionsIn(
            "namespace a {\nconst int table[]{1, f(2)};\ntemplate <class T = int>\nvoid f(int x = {}) // {\n{" + lines
            + "}\nclass C : public D {\npublic:\n    C(int n) : m_n{n}, m_x(\"{\")\n    {\n        go([&] {\n        });\n    }\n"
              "    bool operator==(const C&) const { return '}' != 1'000; }\n    int m_n = g();\n};\n}\n");
        QCOMPARE(functions.size(), std::size_t{3});
        QCOMPARE(functions[0].line, std::size_t{3});
        QCOMPARE(functions[0].lineCount, std::size_t{61});
        QCOMPARE(functions[1].head, std::string("C(int n) : m_n{n}, m_x( )"));
        QCOMPARE(functions[1].lineCount, std::size_t{5});
        QCOMPARE(functions[2].lineCount, std::size_t{1});
    }
    void everyFileSaysInItsFirstLineWhatItIsFor()
    {
        for (const auto& file : sourcesBelow({"app", "core", "ui", "tests"})) {
            const auto text = test::readFile(file);
            QVERIFY2(text.starts_with("// ") && text.find('\n') > 15, shown(file).c_str());
        }
    }
    void sectorsHoldNoDecimalButCalendarYears()
    {
        static const std::regex decimal("(^|[^A-Za-z0-9_\"])([0-9]+\\.[0-9]*|[0-9]*\\.[0-9]+|[0-9]+[eE][0-9-]+)");
        static const std::regex text("\"[^\"]*\"|//.*");
        for (const auto& file : sourcesBelow({"core/model"}))
            for (const auto& line : test::split(test::readFile(file), '\n')) {
                const auto code = std::regex_replace(line, text, "");
                for (std::sregex_iterator at(code.begin(), code.end(), decimal), end; at != end; ++at) {
                    const double value = std::stod((*at)[2]);
                    QVERIFY2(value >= 2000 && value <= 2100, (shown(file) + ": " + line).c_str());
                }
            }
    }
    void sectorsNeverTouchBareValues()
    {
        // Raw is the door of data readers and reporters; in model/ it may stand only where states are filled from parameters,
        // in the tables, in the calendar, in the paths, and where what follows from parameters is worked out ahead.
        const std::set<std::string> doors{"Table.h", "Calendar.h", "Paths.h", "Given.h", "Trends.h"};
        for (const auto& file : sourcesBelow({"core/model"})) {
            const auto name = file.filename().string();
            if (!doors.contains(name))
                QVERIFY2(test::readFile(file).find("Raw::") == std::string::npos, shown(file).c_str());
        }
    }
    void noWidgetHidesAFunctionOfQtByAName()
    {
        std::vector<DeclaredClass> classes;
        for (const auto& file : sourcesBelow({"ui", "app"}))
            for (auto& each : classesIn(test::readFile(file)))
                classes.push_back(std::move(each));
        QVERIFY(classes.size() > 150);
        QVERIFY(std::ranges::any_of(
            classes, [](const DeclaredClass& each) { return each.name == "NegotiatePage" && each.functions.contains("openFile"); }));
        const auto faults = hidingQtIn(classes);
        QVERIFY2(faults.empty(), (faults.empty() ? std::string() : faults.front()).c_str());
    }
    void functionsThatHideThoseOfQtAreSeen()
    {
        const auto faults = [](const char* source) { return hidingQtIn(classesIn(source)); };
        const auto bare = [&](const char* source) { return faults(source).empty(); };
        QCOMPARE(faults("class A : public QFrame {\n    Q_OBJECT\npublic:\n    explicit A(QWidget* p = nullptr);\n"
                        "    void show(int x = f(1), const Key& key = {});\n};"),
                 std::vector<std::string>{"A::show"});
        QCOMPARE(faults("class B : public C {};\nclass C : public QWidget, public D {\n    int n() const { return 1; }\n"
                        "    bool close() { return true; }\n};"),
                 std::vector<std::string>{"C::close"});
        QCOMPARE(faults("class C : public QDialog {};\nclass B final : public C {\nprivate:\n"
                        "    static QList<int> exec(const QString& a);\n};"),
                 std::vector<std::string>{"B::exec"});
        QCOMPARE(faults("class D : public QWidget {\npublic:\n    void setFocus(std::size_t series, Period period);\n};"),
                 std::vector<std::string>{"D::setFocus"});
        QVERIFY(bare("class A : public QWidget {\npublic:\n    void show() override;\n    void open();\n    void showAll() { show(); }\n};"));
        QVERIFY(bare("class A : public QObject {\n    void show();\n};") && bare("// class A : public QWidget { void show(); };"));
        QVERIFY(bare("class A : public QWidget {\n    void act()\n    {\n        update();\n        auto x = go(close());\n    }\n};"));
    }
    void foldersHaveAReadme()
    {
        for (const char* folder : {"app", "core", "ui", "tests", "packaging", "scenarios", "resources", "."})
            QVERIFY2(fs::exists(test::sourceFolder() / folder / "README.md"), folder);
    }
    void textsOfTheDataBookAreNeverCompared()
    {
        // ids, places and enums are: a text may be reworded, or read in another language
        static const std::string field = "(?:\\.|->)(?:name|shortName|title|shortTitle|unit|words|group|screenGroup|sector|grade|gradeOf[A-Za-z]+|distribution"
                                         "|actor|order|what|about|note)(?:\\.(?:name|words))?(?:\\(\\))?",
                                 literal = "(?:Q[A-Za-z0-9]+\\()?\"";
        static const std::regex compared(field + "(?: *[=!]= *|\\.(?:starts_with|startsWith|contains|find|rfind)\\()" + literal + "|\" *\\)? *[=!]= *[A-Za-z_.>()-]*" + field + "\\b");
        QVERIFY(std::regex_search("if (series.sector == \"Talent\")", compared) && std::regex_search("x->grade != \"D\"", compared));
        QVERIFY(std::regex_search("event.what.startsWith(QStringLiteral(\"DUE: \"))", compared) && std::regex_search("\"US\" == m_measure.actor", compared));
        QVERIFY(!std::regex_search("series.id == \"hbm.stock\"", compared) && !std::regex_search("measures[m].group == place", compared));
        for (const auto& file : sourcesBelow({"app", "core", "ui"}))
            for (const auto& line : test::split(test::readFile(file), '\n'))
                QVERIFY2(!std::regex_search(line, compared), (shown(file) + ": " + line).c_str());
    }
    void nothingIsLeftOpen()
    {
        static const std::regex open("\\b(TO"
                                     "DO|FIX"
                                     "ME|XX"
                                     "X|HA"
                                     "CK)\\b");
        for (const auto& file : sourcesBelow({"app", "core", "ui", "tests"}))
            QVERIFY2(!std::regex_search(test::readFile(file), open), shown(file).c_str());
    }
};

CHOKEPOINT_TEST(HouseTest)
#include "HouseTest.moc"
