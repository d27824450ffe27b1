// Rules of style for every text that the program shows: words that it never uses, how numbers and quotations are written.
#include "ShownTexts.h"
#include "TestProgram.h"

#include <QTest>

#include <array>

using namespace chokepoint;

namespace {

struct Rule {
    const char* pattern; ///< what no text may hold, whatever its case
    const char* instead;
};

/// Phrases of translated English, of the trade's jargon, and marks that a printer would mend.
constexpr std::array rules{
    Rule{"stands? in the way|stood in the way", "name the bottleneck, or say that it limits"},
    Rule{"brings it\\b|come about|were it known|nothing of\\b|that is so already|hangs? on\\b", "a plain verb"},
    Rule{"\\bin all[,.:;]", "in total"},
    Rule{"at the table\\b|on the board\\b", "bargaining chip; set now"},
    Rule{"(%|\x1f|share|half) of (the )?draws\\b|\\b(every|most) draws?\\b", "run"},
    Rule{"\\bruns in 10\\b|runs of 10\\b|draws in 10\\b", "8 in 10 runs"},
    Rule{"\\bgrades? [A-D]\\b", "source A"},
    Rule{"\\bbench for reasoning", "a tool for comparing choices"},
    Rule{"\\bper cent\\b", "percent, or %"},
    Rule{"US\\$|\\bUSD\\b", "$"},
    Rule{"[0-9\x1f]( |\u202f|\u00a0)%(?![1-9n])", "% closes up"},
    Rule{"\\bincl\\.|\\bexcl\\.|\\be\\.g\\.|\\bi\\.e\\.|\\bvs\\b", "words"},
    Rule{"\\w  +\\w", "one blank"},
    Rule{" …", "… closes up"},
    Rule{"[a-z]'[a-z]|\"", "’ and “ ”"},
};

std::vector<std::string> faultsOf(const std::string& text)
{
    std::vector<std::string> faults;
    for (const auto& rule : rules) {
        const std::regex pattern(rule.pattern, std::regex::icase);
        if (std::smatch found; std::regex_search(text, found, pattern))
            faults.push_back("“" + found.str() + "”: " + rule.instead);
    }
    return faults;
}

/// What reads like a fault and is none: columns of a table for a terminal, and text to be typed.
bool isExempt(const test::ShownText& shown)
{
    for (const char* exempt : {"words/en.toml, catalogue.", "words/en.toml, audit.holds", "words/en.toml, audit.broken"})
        if (shown.where.starts_with(exempt))
            return true;
    return shown.text.find(" = \"...\"") != std::string::npos || shown.text.find("\" = \"0.11\"") != std::string::npos;
}

} // namespace

class WordingTest : public QObject {
    Q_OBJECT
private slots:
    void noTextBreaksARuleOfStyle()
    {
        int faults = 0;
        for (const auto& shown : test::shownTexts())
            if (!isExempt(shown))
                for (const auto& fault : faultsOf(shown.text)) {
                    qWarning("%s  (%s: %s)", fault.c_str(), shown.where.c_str(), shown.text.substr(0, 90).c_str());
                    ++faults;
                }
        QCOMPARE(faults, 0);
    }
    void plantedFaultsAreNoticed()
    {
        for (const char* text : {"Buying US chips stands in the way", "8 runs in 10 lie between", "in 81% of draws", "Observed, grade A", "US$ 3 million", "18 %",
                                 "18\u202f%", "No package brings it.", "Open …", "two  blanks", "China's ask", "broad listings incl. chips", "8 % of it, in all."})
            QVERIFY2(!faultsOf(text).empty(), text);
        for (const char* text : {"The bottleneck stays HBM.", "8 in 10 runs lie between −9.6% and 0", "Open…", "“HBM” is China’s choke point", "In all runs: HBM",
                                 "Draws are numbered from 0 to 9.", "a $4.5bn charge", "Number of draws (500)"})
            QVERIFY2(faultsOf(text).empty(), (std::string(text) + " " + (faultsOf(text).empty() ? "" : faultsOf(text).front())).c_str());
    }
    void everyRuleIsUsedByAPlantedFault()
    {
        for (const char* text : {"it hangs on HBM", "nothing of HBM", "at the table only", "a bench for reasoning", "45 per cent", "USD 3", "e.g. chips"})
            QVERIFY2(faultsOf(text).size() == 1, text);
    }
};

CHOKEPOINT_TEST(WordingTest)
#include "WordingTest.moc"
