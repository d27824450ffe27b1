// The search over all records: numbers as people write them, words by their beginnings, and what was perhaps meant.
#include "api/RecordSearch.h"
#include "api/SourceWords.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <algorithm>

using namespace chokepoint;

namespace {

/// A catalogue of two figures, their sources, an input and a limit.
Catalogue plantedRecords()
{
    Catalogue catalogue;
    Source analyst, judged;
    analyst.id = "ANALYST";
    analyst.title = "Memory for China";
    analyst.publisher = "The Analyst";
    judged.id = "JUDGE";
    judged.title = "Own arithmetic";
    catalogue.sources = {analyst, judged};
    RecordedFigure stacks;
    stacks.id = "stacks";
    stacks.name = "Chinese imports of memory";
    stacks.period = "2024-12";
    stacks.span = std::pair(2025.0, 2025.0);
    stacks.value = "13.0";
    stacks.low = "10";
    stacks.high = "13.5";
    stacks.unitWords = "million_stacks";
    stacks.source = "ANALYST";
    auto charge = stacks;
    charge.id = "charge";
    charge.name = "A charge";
    charge.period = "FY2026";
    charge.span.reset();
    charge.value = "1500";
    charge.low = charge.high = "";
    charge.unitWords = "dollars_billion";
    charge.source = "JUDGE";
    charge.note = "4.5 bn first, 1.5 later; 910C dies";
    catalogue.recorded = {stacks, charge};
    Limit limit;
    limit.about = "No forecast";
    limit.sentence = "It compares.";
    catalogue.limits = {limit};
    return catalogue;
}

} // namespace

class RecordSearchTest : public QObject {
    Q_OBJECT

    Catalogue m_catalogue = plantedRecords();
    RecordSearch m_search{m_catalogue, test::english()};

    std::vector<std::string> titles(const char* typed) const
    {
        std::vector<std::string> result;
        for (const auto& hit : m_search.find(typed))
            result.push_back(m_search.records()[hit.record].title);
        return result;
    }

private slots:
    void numbersAreFoundAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isFound");
        for (const char* typed :
             {"13 million stacks", "13m stacks", "13M stacks", "13,000,000 stacks", "13.0 million stacks", "stacks 13", "13 mil"})
            QTest::newRow(typed) << typed << true;
        for (const char* typed :
             {"130 million stacks", "13 billion stacks", "13 thousand stacks", "1,3 million stacks", "3 million stacks"})
            QTest::newRow(typed) << typed << false;
    }
    void numbersAreFoundAsPeopleWriteThem()
    {
        QFETCH(QString, typed);
        QFETCH(bool, isFound);
        const auto found = titles(qPrintable(typed));
        QCOMPARE(std::ranges::count(found, std::string("Chinese imports of memory")), isFound ? 1 : 0);
        QCOMPARE(std::ranges::count(found, std::string("Memory for China")), isFound ? 1 : 0); // the source that says so
    }
    void aDecimalCommaIsNoGroupOfThousands()
    {
        const auto value = [](const char* typed) { return RecordSearch::tokensOf(typed).at(0).value; };
        QCOMPARE(value("1,500"), 1500.0);
        QCOMPARE(value("1,5"), 1.5);
        QCOMPARE(value("1.5"), 1.5);
        QCOMPARE(value("$4.5 billion"), 4.5e9);
        QCOMPARE(value("4.5bn"), 4.5e9);
        QCOMPARE(value("12,345,678"), 12345678.0);
        QCOMPARE(RecordSearch::tokensOf("13 million stacks").size(), std::size_t(2));
        QVERIFY(!RecordSearch::tokensOf("910c").at(0).isNumber);
        QCOMPARE(titles("1,500"), (std::vector<std::string>{"A charge", "Own arithmetic"}));
        QCOMPARE(titles("1,5"), (std::vector<std::string>{"A charge", "Own arithmetic"})); // the note says 1.5
        QCOMPARE(titles("$4.5 billion"), (std::vector<std::string>{"A charge", "Own arithmetic"}));
        QVERIFY(titles("1,4").empty());
    }
    void wordsAreFoundByTheirBeginnings()
    {
        QCOMPARE(titles("chin imp").front(), std::string("Chinese imports of memory"));
        QCOMPARE(titles("910").front(), std::string("A charge"));
        QCOMPARE(titles("forecasts"), std::vector<std::string>{"No forecast"});
        QVERIFY(titles("hin").empty()); // short ones inside a word would find too much
        QVERIFY(titles("").empty() && titles("  ").empty());
        QVERIFY(titles("imports nonsense").empty()); // every word counts
    }
    void whatStandsInOnePieceComesFirst()
    {
        const auto& shipped = test::engine().catalogue();
        const RecordSearch search(shipped, test::english());
        const auto hits = search.find("13 million stacks");
        QVERIFY(!hits.empty());
        const auto& first = search.records()[hits.front().record];
        QVERIFY(first.kind == RecordKind::Figure);
        QCOMPARE(shipped.recorded[first.place].id, std::string("cn_hbm_imports_cum"));
        const auto isItsSource = [&](const RecordHit& hit) {
            const auto& record = search.records()[hit.record];
            return record.kind == RecordKind::Source && shipped.sources[record.place].id == shipped.recorded[first.place].source
                && record.passages.at(hit.passage - 1).find("13 million stacks") != std::string::npos;
        };
        QVERIFY(std::ranges::any_of(hits, isItsSource));
    }
    void inputsOverTimeAreFoundByWhatTheyAreAndByTheirPublications()
    {
        const auto& shipped = test::engine().catalogue();
        const RecordSearch search(shipped, test::english());
        for (std::size_t i = 0; i < shipped.paths.size(); ++i) {
            const auto& path = shipped.paths[i];
            const auto isIt = [&](const RecordHit& hit) {
                const auto& record = search.records()[hit.record];
                return record.kind == RecordKind::InputOverTime && record.place == i;
            };
            QVERIFY2(std::ranges::any_of(search.find(path.description), isIt), path.description.c_str());
            for (const auto& source : path.sources)
                if (const auto at = shipped.findSource(source))
                    QVERIFY2(std::ranges::any_of(search.find(shipped.sources[*at].title), isIt), shipped.sources[*at].title.c_str());
        }
        QVERIFY(shipped.paths.size() > 30);
    }
    void aMisspelledWordIsToldAsItWasMeant()
    {
        QCOMPARE(m_search.nearest("13 milion stacks"), std::string("13 million stacks"));
        QCOMPARE(m_search.nearest("Chinese improts"), std::string("Chinese imports"));
        QVERIFY(m_search.nearest("zzzzzz").empty());
        QVERIFY(m_search.nearest("14 million stacks").empty()); // no word is wrong
    }
    void everyFigureOfTheRecordIsInWords()
    {
        const auto& shipped = test::engine().catalogue();
        QVERIFY(shipped.recorded.size() > 1000 && shipped.recorded.size() > shipped.observations.size());
        for (const auto& figure : shipped.recorded) {
            const auto said = test::said(words::recordedSentence(figure));
            QVERIFY2(!said.empty() && said.find('_') == std::string::npos && figure.name.find('_') == std::string::npos, said.c_str());
        }
        QCOMPARE(test::said(words::recordedSentence(m_catalogue.recorded[0])),
                 std::string("end of Dec 2024: 13 million stacks (10 to 13.5)"));
        QCOMPARE(test::said(words::recordedSentence(m_catalogue.recorded[1])), std::string("fiscal 2026: $1,500 billion"));
        QCOMPARE(test::said(words::recordedKind(m_catalogue.recorded[0])), std::string("estimate"));
        QCOMPARE(test::said(words::recordedKind(m_catalogue.recorded[1])), std::string("our estimate"));
    }
};

CHOKEPOINT_TEST(RecordSearchTest)
#include "RecordSearchTest.moc"
