// Every text that the program shows is spelled as American English is, by the dictionary of hunspell and our own list of terms.
#include "ShownTexts.h"
#include "TestProgram.h"

#include <hunspell.hxx>

#include <QTest>

#include <cctype>
#include <fstream>
#include <set>

using namespace chokepoint;

namespace {

/// A dictionary and the terms of tests/architecture/terms.txt, one a line; what stands behind a # is a remark.
class Speller {
public:
    Speller() : m_dictionary("/usr/share/hunspell/en_US.aff", "/usr/share/hunspell/en_US.dic")
    {
        std::ifstream file(test::sourceFolder() / "tests/architecture/terms.txt");
        for (std::string line; std::getline(file, line);) {
            line = line.substr(0, line.find('#'));
            if (const auto end = line.find_last_not_of(' '); end != std::string::npos)
                m_terms.insert(line.substr(0, end + 1));
        }
    }
    bool knows(const std::string& word)
    {
        auto small = word; // a sentence may begin with a term
        small[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(small[0])));
        for (const auto& term : {word, small})
            if (m_terms.contains(term))
                return true;
        return m_dictionary.spell(word);
    }

private:
    Hunspell m_dictionary;
    std::set<std::string> m_terms;
};

/// The words of a text: letters, with apostrophes inside. Left out are what holds digits or joins names of files and options, and
/// possessive endings.
std::vector<std::string> wordsOf(std::string text)
{
    static const std::regex apostrophe("\u2019"), blank("[\\s/(),;:!?=<>+%\x1f]+"),
        name("[\\d_@*{}\\[\\]\\\\&$#]|--|\\w\\.\\w|^-"), possessive("'s?$"), inside("[A-Za-z]+('[A-Za-z]+)*");
    text = std::regex_replace(text, apostrophe, "'");
    for (char& byte : text) // quotation marks, dashes and the like
        if (static_cast<unsigned char>(byte) >= 0x80)
            byte = ' ';
    std::vector<std::string> words;
    for (std::sregex_token_iterator at(text.begin(), text.end(), blank, -1), end; at != end; ++at) {
        const std::string token = *at;
        if (token.empty() || std::regex_search(token, name))
            continue;
        for (std::sregex_iterator word(token.begin(), token.end(), inside), none; word != none; ++word)
            if (const auto plain = std::regex_replace(word->str(), possessive, ""); plain.size() > 1)
                words.push_back(plain);
    }
    return words;
}

std::vector<std::string> misspelledIn(Speller& speller, const std::string& text)
{
    std::vector<std::string> wrong;
    for (const auto& word : wordsOf(text))
        if (!speller.knows(word))
            wrong.push_back(word);
    return wrong;
}

} // namespace

class SpellingTest : public QObject {
    Q_OBJECT
private slots:
    void everyTextIsSpelledAsInAmericanEnglish()
    {
        Speller speller;
        int faults = 0;
        for (const auto& shown : test::shownTexts())
            for (const auto& word : misspelledIn(speller, shown.text)) {
                qWarning("%s  (%s)", word.c_str(), shown.where.c_str());
                ++faults;
            }
        QVERIFY2(faults == 0, "not in the dictionary; correct it, or add it to tests/architecture/terms.txt");
    }
    void textsOfAllKindsAreRead()
    {
        const auto& texts = test::shownTexts();
        QVERIFY(texts.size() > 3500);
        for (const std::string kind : {"words/en.toml, refusal.", "measure_notes, hbm_export, effect_words", "presets, ", "claim_parts, ", "timeline, ",
                                       "observations, ", "ui/pages/start/StartPage.cpp", "app/cli/SeekCommand.cpp"})
            QVERIFY2(std::ranges::any_of(texts, [&](const auto& shown) { return shown.where.starts_with(kind); }), kind.c_str());
    }
    void aPlantedMisspellingIsNoticed()
    {
        Speller speller;
        using Words = std::vector<std::string>;
        QCOMPARE(misspelledIn(speller, "Washington licenses chips; Beijing’s gray market shrinks."), Words());
        QCOMPARE(misspelledIn(speller, "A licence for the centre."), (Words{"licence", "centre"})); // British
        QCOMPARE(misspelledIn(speller, "Chinese compte, “acess” and don’t."), (Words{"compte", "acess"}));
        QCOMPARE(misspelledIn(speller, "H100, hbm_export=open, --csv, history.csv and 15 CFR 744.23(a)(4)"), Words());
        const auto planted = test::textsOfMessages("[t]\na = \"{n, plural, one {# stak} other {{n} stacks}} of\\nmemry\"\n", "planted");
        QCOMPARE(planted.size(), std::size_t(1));
        QCOMPARE(misspelledIn(speller, planted[0].text), (Words{"stak", "memry"}));
    }
};

CHOKEPOINT_TEST(SpellingTest)
#include "SpellingTest.moc"
