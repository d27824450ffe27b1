// Rules for the texts of the window that can be read off its sources: what can be translated, and where data may be markup.
#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <regex>

using namespace chokepoint;
namespace fs = std::filesystem;

namespace {

std::string shown(const fs::path& file) { return fs::relative(file, test::sourceFolder()).string(); }

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
                look(*at, shown(entry.path()) + ": " + at->str());
        }
    return seen;
}

/// The rest of a statement, up to its semicolon or its lambda; a text in it may hold either.
const std::string rest = "(?:[^;{\"]|\"(?:[^\"\\\\]|\\\\.)*\")*";

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
    void noSourceStandsUnderTheContextOfAll()
    {
        QCOMPARE(forEach(std::regex("QObject::tr\\(|QCoreApplication::translate\\("), [](const std::smatch&, const std::string& where) { QVERIFY2(false, where.c_str()); }), 0);
    }
    void contextsOfTablesAreClasses()
    {
        const int seen = forEach(std::regex("QT_TRANSLATE_NOOP\\(\"([^\"]*)\""), [](const std::smatch& match, const std::string& where) {
            const std::string space = "chokepoint::ui::", context = match[1];
            QVERIFY2(context.starts_with(space), where.c_str());
            const std::regex declared("class " + context.substr(space.size()) + " : public [^{]*\\{\\s*Q_OBJECT");
            QVERIFY2(forEach(declared, [](const std::smatch&, const std::string&) {}) == 1, where.c_str());
        });
        QVERIFY(seen > 5);
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
