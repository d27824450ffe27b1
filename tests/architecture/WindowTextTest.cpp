// Rules for the texts of the window that can be read off its sources: what can be translated, and where data may be markup.
#include "SourceText.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <algorithm>
#include <regex>
#include <string>
#include <vector>

using namespace chokepoint;
namespace fs = std::filesystem;

namespace {

std::string placeIn(const fs::path& file) { return fs::relative(file, test::sourceFolder()).string(); }

/// Every statement of the window that matches, with its file, handed to `look`.
template <class Look> int forEach(const std::regex& pattern, Look look)
{
    int seen = 0;
    for (const char* folder : {"ui", "app"})
        for (const auto& entry : fs::recursive_directory_iterator(test::sourceFolder() / folder)) {
            if (entry.path().extension() != ".h" && entry.path().extension() != ".cpp")
                continue;
            const auto text = test::readFile(entry.path());
            for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at, ++seen)
                look(*at, placeIn(entry.path()) + ": " + at->str());
        }
    return seen;
}

/// The rest of a statement, up to its semicolon or its lambda; a text in it may hold either.
const std::string rest = "(?:[^;{\"]|\"(?:[^\"\\\\]|\\\\.)*\")*";

/// The index behind the bracket that closes the one at `open`.
std::size_t behindBracket(const std::string& text, std::size_t open)
{
    int depth = 0;
    for (auto at = open; at < text.size();) {
        if (test::beginsLiteral(text, at)) {
            at = test::behindLiteral(text, at);
            continue;
        }
        depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
        ++at;
        if (depth == 0)
            return at;
    }
    return text.size();
}

/// Where a sentence is put together from pieces: a translated text with something before or behind it, one that is the value of another,
/// one of values only, and lists joined by hand.
std::vector<std::string> gluedIn(const std::string& source)
{
    const auto text = test::withoutComments(source);
    std::vector<std::string> glued;
    const auto take = [&](std::size_t from, std::size_t to) { glued.push_back(text.substr(from, std::min<std::size_t>(to - from, 90))); };
    static const std::regex translated("\\btr\\("), filled("\\.arg\\("), after("\\+=?\\s*(\\w+::)?tr\\("),
        valuesOnly("\\btr\\(\\s*\"(?=[^\"]*%[1-9n][^\"]*%[1-9n])([^A-Za-z\"=(]|%n)*\"\\s*[,)]"),
        joinedByHand("join\\((QStringLiteral\\(\"(, |; | \u00b7 |\\. | )\"\\)|QLatin1Char\\('[,;. ]'\\))\\)");
    for (const auto* pattern : {&after, &valuesOnly, &joinedByHand})
        for (std::sregex_iterator at(text.begin(), text.end(), *pattern), end; at != end; ++at)
            take(static_cast<std::size_t>(at->position()), static_cast<std::size_t>(at->position() + at->length()));
    for (std::sregex_iterator at(text.begin(), text.end(), translated), end; at != end; ++at) {
        const auto from = static_cast<std::size_t>(at->position()), behind = behindBracket(text, from + 2);
        if (const auto next = text.find_first_not_of(" \n", behind); next != std::string::npos && text[next] == '+')
            take(from, behind + 3);
    }
    for (std::sregex_iterator at(text.begin(), text.end(), filled), end; at != end; ++at) {
        const auto from = static_cast<std::size_t>(at->position()), open = from + 4, behind = behindBracket(text, open);
        if (std::regex_search(text.begin() + static_cast<std::ptrdiff_t>(open), text.begin() + static_cast<std::ptrdiff_t>(behind), translated))
            take(from, behind);
    }
    return glued;
}

} // namespace

class WindowTextTest : public QObject {
    Q_OBJECT
private slots:
    void sourcesToTranslateAreWholeAndCanBeFound()
    {
        // a text may stand in several pieces, one after the other
        static const std::regex translated("\\btr\\(\\s*\"((?:[^\"\\\\]|\\\\.|\"\\s*\")*)\"\\s*[,)]"), greedy("\\\\u[0-9a-fA-F]{5}");
        const int seen = forEach(translated, [](const std::smatch& match, const std::string& where) {
            const std::string words = match[1];
            for (const char* edge : {" ", ",", ";", "\\n", "<br>"})
                QVERIFY2(!words.starts_with(edge) && (*edge == ';' || !words.ends_with(edge)), where.c_str());
            QVERIFY2(!std::regex_search(words, greedy), (where + " (lupdate reads a fifth digit)").c_str());
        });
        QVERIFY(seen > 300);
    }
    void noSentenceIsGluedFromTwo()
    {
        int seen = 0;
        for (const auto& entry : fs::recursive_directory_iterator(test::sourceFolder() / "ui"))
            if (entry.path().extension() == ".cpp" || entry.path().extension() == ".h") {
                const auto name = placeIn(entry.path());
                ++seen;
                const auto glued = gluedIn(test::readFile(entry.path()));
                QVERIFY2(glued.empty(), (name + ": " + (glued.empty() ? "" : glued.front())).c_str());
            }
        QVERIFY(seen > 100);
    }
    void gluedSentencesAreSeen()
    {
        for (const char* source : {"x = a + tr(\"b\");", "x += QLatin1Char(' ') + MainWindow::tr(\"b\");", "x = tr(\"a\") + b;", "tr(\"a (%1)\")\n + b",
                                   "tr(\"A: %1\").arg(ok ? tr(\"b\") : tr(\"c\"))", "tr(\"A %1 %2\").arg(f(1), tr(\"b %1\").arg(g()))", "tr(\"%1: %2\")",
                                   "tr(\"%1. %2\", \"why\")", "l.join(QStringLiteral(\", \"))", "l.join(QLatin1Char(' '))", "l.join(QStringLiteral(\" \u00b7 \"))"})
            QVERIFY2(gluedIn(source).size() == 1, source);
        for (const char* source : {"x = tr(\"a\");", "// a + tr(\"b\")", "tr(\"A %1\").arg(f(2) + 1)", "tr(\"%1 to %2\")", "tr(\"%1\\u202f%\")", "tr(\"%1 (%2)\")", "l << tr(\"a\") << b;",
                                   "l.join(QLatin1Char('\\n'))", "str(\"%1 %2\")", "f(tr(\"a\"), 1 + 2)"})
            QVERIFY2(gluedIn(source).empty(), source);
    }
    void noSourceStandsUnderTheContextOfAll()
    {
        QCOMPARE(forEach(std::regex("QObject::tr\\(|QCoreApplication::translate\\("), [](const std::smatch&, const std::string& where) { QVERIFY2(false, where.c_str()); }), 0);
    }
    void contextsOfTablesAreClasses() // where there are tables of texts; today every text stands where it is used
    {
        forEach(std::regex("QT_TRANSLATE_NOOP\\(\"([^\"]*)\""), [](const std::smatch& match, const std::string& where) {
            const std::string space = "chokepoint::ui::", context = match[1];
            QVERIFY2(context.starts_with(space), where.c_str());
            const std::regex declared("class " + context.substr(space.size()) + " : public [^{]*\\{\\s*Q_OBJECT");
            QVERIFY2(forEach(declared, [](const std::smatch&, const std::string&) {}) == 1, where.c_str());
        });
    }
    void namesOfObjectsAreNotTranslated()
    {
        QVERIFY(forEach(std::regex("setObjectName\\(" + rest + ";"), [](const std::smatch& match, const std::string& where) {
                    QVERIFY2(!std::regex_search(match.str(), std::regex("\\btr\\(|->text\\(|\\.title|screenGroup|shortName")), where.c_str());
                }) > 50);
    }
    void toolTipsShowDataAsItIs()
    {
        // own words, escaped data, or rich text that is made of escaped data
        static const std::regex safe("plainText\\(|\\(\\s*(0, )?tr\\(\"[^\"]*\"\\)\\s*\\)|\\(\\{\\}\\)|toolTipOf\\(|\\? tr\\(\"[^\"]*\"\\) : tr\\(\"[^\"]*\"\\)\\)");
        QVERIFY(forEach(std::regex("(setToolTip|setStatusTip|setWhatsThis|QToolTip::showText)\\(" + rest + ";"), [](const std::smatch& match, const std::string& where) {
                    QVERIFY2(std::regex_search(match.str(), safe), where.c_str());
                }) > 30);
    }
    void menusAndButtonsShowDataAsItIs()
    {
        static const std::regex safe("menuText\\(|countText\\(|QString::number\\(|\\(\\s*(tr|MainWindow::tr)\\(\"[^\"]*\"\\)|\\(\\s*tr\\((words|doors)|\\((this|box|action|events|place|m_\\w+|card|head)[,)]");
        QVERIFY(forEach(std::regex("(addAction|addMenu|new QPushButton|new QCheckBox|new QAction)\\(" + rest), [](const std::smatch& match, const std::string& where) {
                    QVERIFY2(std::regex_search(match.str(), safe), where.c_str());
                }) > 30);
    }
};

CHOKEPOINT_TEST(WindowTextTest)
#include "WindowTextTest.moc"
