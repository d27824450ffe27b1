// Workbooks and layers under a passphrase: nothing of them can be read, found or changed without it, and no file takes the machine.
#include "TestData.h"
#include "TestProgram.h"

#include "api/WorkbookFile.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace chokepoint;

namespace {

constexpr std::string_view passphrase = "four words nobody guesses", plantedWords = "PLANTED-POSITION-4711";

const SealKey& key()
{
    static const SealKey made(passphrase, weakestSeal);
    return made;
}

StoredWorkbook secretWorkbook()
{
    StoredWorkbook stored;
    stored.workbook = freshWorkbook(test::engine().catalogue());
    stored.workbook.notes = plantedWords;
    stored.workbook.scenarios.front().scenario.title = plantedWords;
    return stored;
}

std::string refusalOfSealed(const std::function<void()>& call) { return test::errorOf(call).refusal().id; }

} // namespace

class SealTest : public QObject {
    Q_OBJECT
private slots:
    void whatWasSealedComesBackWithThePassphrase_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 65'535, 65'536, 65'537, 131'072, 300'000})
            QTest::newRow(QByteArray::number(size).constData()) << size;
    }
    void whatWasSealedComesBackWithThePassphrase()
    {
        QFETCH(int, size);
        std::string bytes(static_cast<std::size_t>(size), '\0');
        for (std::size_t i = 0; i < bytes.size(); ++i)
            bytes[i] = static_cast<char>(i * 31);
        const auto sealed = key().seal(bytes);
        QVERIFY(isSealed(sealed) && !isSealed(bytes));
        QVERIFY(key().open(sealed, "x") == bytes);
        QVERIFY(SealKey(sealed, passphrase, "x").open(sealed, "x") == bytes);
        QVERIFY(key().seal(bytes) != sealed); // no two look alike
        QVERIFY(key().isOf(sealed) && !SealKey(passphrase, weakestSeal).isOf(sealed));
    }
    void nothingOfAWorkbookCanBeReadInItsFile()
    {
        const QTemporaryDir folder;
        const auto file = folder.filePath("secret.choke").toStdString();
        writeWorkbookFile(file, secretWorkbook(), &key());
        const auto bytes = test::readFile(file);
        QVERIFY(bytes.find(plantedWords) == std::string::npos);
        QVERIFY(bytes.find("SQLite") == std::string::npos);
        QCOMPARE(refusalOfSealed([&] { readWorkbookFile(file); }), std::string("workbook_encrypted"));
        QVERIFY(readWorkbookFile(file, &key()) == secretWorkbook());
        editWorkbookFile(
            file, [](StoredWorkbook& stored) { stored.workbook.notes += " edited"; }, &key());
        QVERIFY(readWorkbookFile(file, &key()).workbook.notes.ends_with(" edited"));
        QVERIFY(test::readFile(file).find("edited") == std::string::npos);
    }
    void anotherPassphraseIsToldSo()
    {
        const auto sealed = key().seal("text");
        const auto refused = test::errorOf([&] { SealKey(sealed, "four words nobody guessed", "own.choke"); });
        QCOMPARE(refused.refusal().id, std::string("passphrase_wrong"));
        QCOMPARE(refused.refusal().place.file, std::string("own.choke"));
        const SealKey other(passphrase, weakestSeal); // the same words with another salt
        QCOMPARE(refusalOfSealed([&] { other.open(sealed, "x"); }), std::string("passphrase_wrong"));
    }
    void whatWasCutIsRefusedWhereverItWasCut()
    {
        const auto sealed = key().seal(std::string(70'000, 'a'));
        for (std::size_t size = 0; size < sealed.size(); size += size < 200 || size + 200 > sealed.size() ? 1 : 499) {
            const auto cut = sealed.substr(0, size);
            QCOMPARE(refusalOfSealed([&] { key().open(cut, "x"); }), std::string("sealed_damaged"));
        }
        QCOMPARE(refusalOfSealed([&] { key().open(sealed + "x", "x"); }), std::string("sealed_damaged"));
    }
    void whatWasChangedIsRefusedInEveryByte()
    {
        const auto sealed = key().seal(std::string(300, 'a'));
        for (std::size_t at = 0; at < sealed.size(); ++at) {
            auto bad = sealed;
            bad[at] = static_cast<char>(bad[at] ^ 1 << at % 8);
            const auto refused = refusalOfSealed([&] { key().open(bad, "x"); });
            QVERIFY2(refused == "sealed_damaged" || refused == "passphrase_wrong", refused.c_str());
        }
    }
    void piecesCannotChangePlaces()
    {
        constexpr std::size_t piece = 65'536 + 17;
        const auto sealed = key().seal(std::string(65'536, 'a') + std::string(65'536, 'b') + "end");
        const auto begin = sealed.size() - 2 * piece - 20;
        const auto swapped =
            sealed.substr(0, begin) + sealed.substr(begin + piece, piece) + sealed.substr(begin, piece) + sealed.substr(begin + 2 * piece);
        QCOMPARE(swapped.size(), sealed.size());
        QCOMPARE(refusalOfSealed([&] { key().open(swapped, "x"); }), std::string("sealed_damaged"));
        const auto shortened = sealed.substr(0, begin + 2 * piece);
        QCOMPARE(refusalOfSealed([&] { key().open(shortened, "x"); }), std::string("sealed_damaged"));
    }
    void aFileThatAsksForTooMuchIsRefusedAtOnce_data()
    {
        QTest::addColumn<int>("place");
        QTest::addColumn<QByteArray>("number");
        QTest::newRow("endless passes") << 9 << QByteArray("\xFF\xFF\xFF\xFF");
        QTest::newRow("no pass") << 9 << QByteArray(4, '\0');
        QTest::newRow("four tebibytes") << 13 << QByteArray("\xFF\xFF\xFF\xFF");
        QTest::newRow("a gibibyte") << 13 << QByteArray("\x00\x10\x00\x00", 4);
        QTest::newRow("no memory") << 13 << QByteArray(4, '\0');
    }
    void aFileThatAsksForTooMuchIsRefusedAtOnce()
    {
        QFETCH(int, place);
        QFETCH(QByteArray, number);
        auto sealed = key().seal("text");
        sealed.replace(static_cast<std::size_t>(place), 4, number.constData(), 4);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(refusalOfSealed([&] { SealKey(sealed, passphrase, "x"); }), std::string("sealed_damaged"));
        QVERIFY(timer.elapsed() < 1000);
    }
    void aPassphraseHasALength()
    {
        QCOMPARE(refusalOfSealed([] { SealKey("seven77", weakestSeal); }), std::string("passphrase_length"));
        QCOMPARE(refusalOfSealed([] { SealKey(std::string(longestPassphrase + 1, 'a'), weakestSeal); }), std::string("passphrase_length"));
    }
    void theUsualCostIsThatOfTheHead()
    {
        const SealKey usual(passphrase);
        const auto sealed = usual.seal("text");
        QCOMPARE(SealKey(sealed, passphrase, "x").open(sealed, "x"), std::string("text"));
        QCOMPARE(sealed.substr(9, 8), std::string("\0\0\0\3\0\2\0\0", 8)); // three passes over 128 MiB
    }
    void aLayerOpensWithItsOwnPassphraseAndLeavesNoTraceInThePlainFile()
    {
        auto stored = secretWorkbook();
        stored.workbook.notes.clear();
        stored.workbook.scenarios.front().scenario.title = "Open";
        sealLayer(stored.layers, "washington", plantedWords, key());
        sealLayer(stored.layers, "beijing", "other words", SealKey("another passphrase", weakestSeal));
        const auto bytes = workbookBytes(stored);
        QVERIFY(bytes.find(plantedWords) == std::string::npos);
        QVERIFY(bytes.find("other words") == std::string::npos);
        const auto back = readWorkbook(bytes, "x");
        const auto opened = [](const StoredWorkbook& of, const char* id, std::string_view words) {
            const auto& layer = *findLayer(of.layers, id);
            return openLayer(layer, SealKey(layer.bytes, words, "x"), "x");
        };
        QCOMPARE(opened(back, "washington", passphrase), std::string(plantedWords));
        QCOMPARE(opened(back, "beijing", "another passphrase"), std::string("other words"));
        QCOMPARE(refusalOfSealed([&] { opened(back, "beijing", passphrase); }), std::string("passphrase_wrong"));
        QVERIFY(!findLayer(back.layers, "nobody"));
        sealLayer(stored.layers, "washington", "new", key());
        QCOMPARE(stored.layers.size(), std::size_t{2});
        stored.layers[0].id = "beijing_too";
        QCOMPARE(refusalOfSealed([&] { opened(stored, "beijing_too", passphrase); }), std::string("sealed_damaged"));
    }
};

CHOKEPOINT_TEST(SealTest)
#include "SealTest.moc"
