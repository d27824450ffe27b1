// Every target over its kept corpus, and over what comes of it when bytes are bent, cut and doubled in a fixed random order.
#include "Targets.h"
#include "TestData.h"
#include "TestProgram.h"

#include "api/Reactions.h"
#include "api/Rehearsal.h"
#include "api/ShareCode.h"
#include "api/WatchedTalks.h"
#include "api/WorkbookFile.h"

#include <QElapsedTimer>
#include <QTest>

#include <random>

using namespace chokepoint;
namespace fs = std::filesystem;

namespace {

std::string bent(std::string bytes, std::mt19937& random)
{
    for (auto left = 1 + random() % 4; left > 0 && !bytes.empty(); --left) {
        const auto at = random() % bytes.size();
        const auto length = std::min<std::size_t>(1 + random() % 64, bytes.size() - at);
        switch (random() % 5) {
        case 0: bytes[at] = static_cast<char>(random()); break;
        case 1: bytes[at] ^= static_cast<char>(1 << random() % 8); break;
        case 2: bytes.erase(at, length); break;
        case 3: bytes.insert(random() % bytes.size(), bytes.substr(at, length)); break;
        default: bytes.replace(at, length, length, static_cast<char>(random() % 2 ? 0xFF : 0)); break;
        }
    }
    return bytes;
}

/// Good files of today's form, so that the corpus does not grow old.
std::vector<std::string> freshSeeds(std::string_view target)
{
    const auto& engine = test::engine();
    std::vector<std::string> seeds;
    if (target == "scenario")
        for (const auto& entry : fs::directory_iterator(test::sourceFolder() / "scenarios"))
            if (entry.path().extension() == ".toml")
                seeds.push_back(test::readFile(entry.path()));
    if (target == "code")
        for (const auto& preset : engine.catalogue().presets)
            seeds.push_back(shareCode(preset));
    if (target == "rules")
        seeds.push_back(reactionsText(shippedReactions(engine)));
    if (target == "rehearsal") {
        const auto table = *bargain::packageTableOf(engine, {});
        bargain::RehearsalTerms terms;
        terms.people.us = bargain::SeatTerms{table.game().weightings.front().weights};
        terms.secret = 77;
        bargain::Rehearsal rehearsal(table, terms);
        if (!rehearsal.press(3, 3, 1) || !rehearsal.offer(table.game().domain.statusQuo()))
            throw std::logic_error("a seed that says less than it should");
        seeds.push_back(bargain::rehearsalText(rehearsal));
        seeds.push_back("dates 2026Q4 2027Q1 2027Q2 4\n"); // a line of a sheet
        seeds.push_back(bargain::watchedText(bargain::WatchedTalks(table, {.rounds = 4, .seed = 3})));
    }
    if (target == "workbook") {
        StoredWorkbook stored;
        stored.workbook = freshWorkbook(engine.catalogue());
        const auto before = contentBytes(stored.workbook);
        openScenario(stored.workbook, engine.catalogue(), engine.preset("grand_bargain"));
        stored.workbook.news = {{"2027-01-01", "news", {}, {}, Change{"hbm_export", "open", test::quarter("2027Q1"), 1}, {}}};
        stored.history = historyOf(stored.workbook, {stepBetween("step", before, contentBytes(stored.workbook))}, 1);
        seeds.push_back(workbookBytes(stored));
    }
    return seeds;
}

} // namespace

class CorpusTest : public QObject {
    Q_OBJECT
private slots:
    void nothingOfACorpusBreaksItsTarget_data()
    {
        QTest::addColumn<int>("target");
        for (int i = 0; i < static_cast<int>(std::size(fuzz::targets)); ++i)
            QTest::newRow(fuzz::targets[i].name) << i;
    }
    void nothingOfACorpusBreaksItsTarget()
    {
        QFETCH(int, target);
        const auto& about = fuzz::targets[target];
        auto seeds = freshSeeds(about.name);
        QVERIFY(!seeds.empty());
        const auto folder = test::sourceFolder() / "tests" / "fuzz" / "corpus" / about.name;
        const auto fresh = seeds.size();
        for (const auto& entry : fs::directory_iterator(folder))
            seeds.push_back(test::readFile(entry.path()));
        QVERIFY2(seeds.size() > fresh, "the corpus is there");
        std::mt19937 random(6);
        QElapsedTimer timer;
        int runs = 0;
        const auto run = [&](const std::string& bytes) {
            timer.start();
            about.run(test::engine(), bytes);
            ++runs;
            QVERIFY2(timer.elapsed() < about.longest, "one input takes too long");
        };
        for (const auto& seed : seeds) {
            run(seed);
            for (int i = 0; i < 20; ++i)
                run(bent(seed, random));
        }
        // for a minute where it is asked for, as under sanitizers; copies that are bent twice and thrice reach further
        QElapsedTimer all;
        all.start();
        while (all.elapsed() < 1000 * qEnvironmentVariableIntValue("CHOKEPOINT_FUZZ_SECONDS") / about.parts) {
            auto bytes = seeds[random() % seeds.size()];
            for (auto bends = 1 + random() % 3; bends > 0 && !bytes.empty(); --bends)
                bytes = bent(bytes, random);
            run(bytes);
        }
        qInfo("%d inputs", runs);
    }
};

CHOKEPOINT_TEST(CorpusTest)
#include "CorpusTest.moc"
