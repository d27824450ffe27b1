// The data book in another language: planted overlays take their places, stale lines are told, and everything unknown is refused.
#include "facts/Overlay.h"

#include "TestData.h"
#include "TestProgram.h"
#include "api/Engine.h"
#include "api/Projection.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fstream>

using namespace chokepoint;

namespace {

/// The shipped resources with a folder "xx" for one planted table.
class Planted {
public:
    Planted()
    {
        std::filesystem::copy(test::sourceFolder() / "resources", root(), std::filesystem::copy_options::recursive);
        std::filesystem::create_directory(root() / "data" / "xx");
    }
    std::filesystem::path root() const { return std::filesystem::path(m_folder.path().toStdString()); }
    void write(const std::string& file, const std::string& lines) const
    {
        std::ofstream(root() / "data" / "xx" / file, std::ios::binary) << "key,column,text,digest\n" << lines;
    }
    Engine engine() const { return Engine(root(), test::sourceFolder() / "scenarios", "xx"); }

private:
    QTemporaryDir m_folder;
};

std::string line(const std::string& key, const std::string& column, const std::string& text, const std::string& english)
{
    return key + "," + column + "," + text + "," + textDigest(english) + "\n";
}

const Series& seriesOf(const Engine& engine, const char* id) { return engine.catalogue().series[*engine.catalogue().findSeries(id)]; }

} // namespace

class OverlayTest : public QObject {
    Q_OBJECT
private slots:
    void aTextIsKnownByItsDigest()
    {
        QCOMPARE(textDigest("123456789"), std::string("cbf43926")); // the check value of CRC-32
        QCOMPARE(textDigest(""), std::string("00000000"));
        QCOMPARE(textDigest("Chinese compute"), textDigest(std::string("Chinese ") + "compute"));
        QVERIFY(textDigest("Chinese compute") != textDigest("Chinese compute."));
    }
    void aPlantedTextStandsInPlaceOfTheEnglish()
    {
        const Planted planted;
        planted.write("sectors.csv", line("hbm", "name", "Speicher", "HBM"));
        planted.write("phrases.csv", line("hbm_export/open", "short", "Frei", "Open"));
        planted.write("presets.csv", line("open_gates", "short", "Offene Tore", "Open gates"));
        const auto engine = planted.engine();
        QVERIFY(staleTextsOf(engine).empty());
        const auto& catalogue = engine.catalogue();
        QCOMPARE(catalogue.sectors[seriesOf(engine, "hbm.legal").sector].name, std::string("Speicher"));
        QCOMPARE(catalogue.measures[*catalogue.findMeasure("hbm_export")].levels[0].shortLabel, std::string("Frei"));
        QCOMPARE(catalogue.presets[*catalogue.findPreset("open_gates")].shortTitle, std::string("Offene Tore"));
        QCOMPARE(catalogue.groups.front().name, test::engine().catalogue().groups.front().name); // what has no line stays
        QCOMPARE(catalogue.measures[0].title, test::engine().catalogue().measures[0].title);
    }
    void aShortNameIsTheLabelOfALineThatHasNoneOfItsOwn()
    {
        const Planted planted;
        planted.write("series.csv", line("hbm.stock", "short", "Bestand", "Chinese HBM stock") + line("hbm.limit", "short", "HBM erlaubt Chips", "Dies that HBM allows"));
        const auto engine = planted.engine();
        QCOMPARE(seriesOf(engine, "hbm.stock").endLabel, std::string("Bestand"));
        QCOMPARE(seriesOf(engine, "hbm.limit").shortName, std::string("HBM erlaubt Chips"));
        QCOMPARE(seriesOf(engine, "hbm.limit").endLabel, std::string("limit: HBM"));
    }
    void everyTextCanBeTranslatedAndNoNumberMoves()
    {
        auto catalogue = test::engine().catalogue();
        auto claims = claimsOf(test::engine());
        auto supply = supplyChainOf(test::engine());
        const Planted planted;
        std::map<std::string, std::string> tables;
        auto scored = bargain::scoredGameOf(test::engine());
        auto model = bargain::modelGameOf(test::engine());
        auto reactions = shippedReactions(test::engine());
        auto texts = facts::textsOf(catalogue, claims, supply);
        const auto ofGames = facts::textsOf(facts::GameTexts{scored, model, reactions});
        QVERIFY(texts.size() > 1500 && ofGames.size() > 180);
        texts.insert(texts.end(), ofGames.begin(), ofGames.end());
        const auto quoted = [](std::string text) {
            for (auto at = text.find('"'); at != std::string::npos; at = text.find('"', at + 2))
                text.insert(at, 1, '"');
            return '"' + text + '"';
        };
        for (const auto& text : texts)
            tables[text.table] += line(quoted(text.key), text.column, quoted("[" + *text.places.front() + "]"), *text.places.front());
        for (const auto& [table, lines] : tables)
            planted.write(table + ".csv", lines);
        const auto engine = planted.engine();
        QVERIFY(staleTextsOf(engine).empty());
        auto translated = engine.catalogue();
        auto translatedClaims = claimsOf(engine);
        auto translatedSupply = supplyChainOf(engine);
        auto translatedScored = bargain::scoredGameOf(engine);
        auto translatedModel = bargain::modelGameOf(engine);
        auto translatedReactions = shippedReactions(engine);
        auto after = facts::textsOf(translated, translatedClaims, translatedSupply);
        for (const auto& text : facts::textsOf(facts::GameTexts{translatedScored, translatedModel, translatedReactions}))
            after.push_back(text);
        QCOMPARE(after.size(), texts.size());
        for (std::size_t i = 0; i < texts.size(); ++i)
            for (std::size_t place = 0; place < texts[i].places.size(); ++place)
                QCOMPARE(*after[i].places[place], "[" + *texts[i].places[place] + "]");
        for (const auto& preset : engine.catalogue().presets) {
            QVERIFY(engine.project(preset).series == test::engine().project(test::engine().preset(preset.id)).series);
        }
        for (std::size_t i = 0; i < catalogue.series.size(); ++i)
            QVERIFY(translated.series[i].id == catalogue.series[i].id && translated.series[i].sector == catalogue.series[i].sector
                    && translated.series[i].unit.id == catalogue.series[i].unit.id && translated.series[i].unit.scale == catalogue.series[i].unit.scale);
    }
    void aStaleLineIsToldAndStaysEnglish()
    {
        const Planted planted;
        planted.write("groups.csv", line("memory", "name", "Speicher", "Memories") + line("allies", "name", "Partner", "Allied tool controls"));
        planted.write("actors.csv", line("us", "whole", "Die Vereinigten Staaten", "United States of America"));
        const auto engine = planted.engine();
        QVERIFY(staleTextsOf(engine) == (std::vector<StaleText>{{"actors", 2, "us", "whole"}, {"groups", 2, "memory", "name"}}));
        QCOMPARE(engine.catalogue().groups[0].name, std::string("Memory (HBM)"));
        const auto allies = std::ranges::find(engine.catalogue().groups, std::string("allies"), &MeasureGroup::id);
        QCOMPARE(allies->name, std::string("Partner"));
        QVERIFY(staleTextsOf(test::engine()).empty());
    }
    void whatTheDataBookDoesNotHaveIsRefused_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("lines");
        QTest::addColumn<QString>("place");
        const auto row = [](const char* name, const char* file, const std::string& lines, const char* place) {
            QTest::newRow(name) << file << QString::fromStdString(lines) << place;
        };
        row("an unknown key", "groups.csv", line("memories", "name", "x", "Memory"), "groups.csv, line 2, key");
        row("an unknown column", "groups.csv", line("memory", "side", "x", "own"), "groups.csv, line 2, column");
        row("a text that is empty in English", "measures.csv", line("hbm_export", "unit", "x", ""),
            "measures.csv, line 2, column");
        row("a level of no measure", "levels.csv", line("hbm_export/ajar", "label", "x", "Open"), "levels.csv, line 2, key");
        row("an empty text", "groups.csv", line("memory", "name", "", "Memory"), "groups.csv, line 2, text");
        row("no digest", "groups.csv", "memory,name,x,\n", "groups.csv, line 2, digest");
        row("a digest that is none", "groups.csv", "memory,name,x,0123456Z\n", "groups.csv, line 2, digest");
        row("a doubled line", "groups.csv", line("memory", "name", "x", "Memory") + line("memory", "name", "y", "Memory"), "groups.csv, line 3, key");
        row("a row with too few fields", "groups.csv", "memory,name,x\n", "groups.csv, line 2");
        row("an unknown table", "gropus.csv", line("memory", "name", "x", "Memory"), "");
        row("a table that is not translated", "sources.csv", line("A16Z", "title", "x", "y"), "");
        row("a file of another kind", "groups.txt", line("memory", "name", "x", "Memory"), "");
    }
    void whatTheDataBookDoesNotHaveIsRefused()
    {
        QFETCH(QString, file);
        QFETCH(QString, lines);
        QFETCH(QString, place);
        const Planted planted;
        planted.write(file.toStdString(), lines.toStdString());
        const auto error = test::errorOf([&] { planted.engine(); });
        QVERIFY2(error.place.find(file.toStdString()) != std::string::npos && error.place.starts_with(place.toStdString()), error.what());
        QVERIFY2(!error.reason.empty() && !error.remedy.empty(), error.what());
    }
    void aLanguageWithoutAFolderIsRefused()
    {
        const auto error = test::errorOf([] { Engine(test::sourceFolder() / "resources", test::sourceFolder() / "scenarios", "tlh"); });
        QVERIFY2(error.place.ends_with("tlh"), error.what());
        const Planted planted; // a folder without a table
        QVERIFY(test::errorOf([&] { planted.engine(); }).place.ends_with("xx"));
    }
};

CHOKEPOINT_TEST(OverlayTest)
#include "OverlayTest.moc"
