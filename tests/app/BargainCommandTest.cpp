// chokepoint-cli bargain as its user calls it: both games, every verb, JSON, and wrong calls.
#include "CalledProgram.h"
#include "TestProgram.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>

using namespace chokepoint;
using test::call;

class BargainCommandTest : public QObject {
    Q_OBJECT
private slots:
    void pointsOfTheScoredGameAreThoseOfTheNote()
    {
        const auto outcome = call({"bargain", "points", "--game", "scored", "--json"});
        QVERIFY(outcome.code == 0 && outcome.err.isEmpty());
        const auto json = outcome.json();
        QCOMPARE(json["packages"].toInt(), 2488320);
        QCOMPARE(json["frontier"].toInt(), 133);
        QCOMPARE(json["better_for_both"].toInt(), 62883);
        QCOMPARE(json["p"].toDouble(), 0.7);
        const auto nash = json["nash"].toObject();
        QVERIFY(std::fabs(nash["us"].toDouble() - 79.93) < 1e-9 && std::fabs(nash["china"].toDouble() - 57.04) < 1e-9);
        QCOMPARE(nash["package"].toObject()["hbm"].toString(), QString("hbm2e"));
        QVERIFY(std::fabs(json["walk_away"].toObject()["us"].toDouble() - 65.885) < 1e-9);
        QVERIFY(std::fabs(json["status_quo"].toObject()["china"].toDouble() - 46.51) < 1e-9);
    }
    void zoneAndFrontierFollowTheChanceOfARollOver()
    {
        const auto at = [](const char* p) { return call({"bargain", "zone", "--p", p, "--json"}).json()["share"].toDouble(); };
        QVERIFY(std::fabs(at("0.5") - 0.295) < 0.0005 && std::fabs(at("0.85") - 0.078) < 0.0005);
        const auto frontier = call({"bargain", "frontier", "--json"}).json()["frontier"].toArray();
        QCOMPARE(frontier.size(), 133);
        QVERIFY(call({"bargain", "frontier"}).out.count('\n') == 134);
    }
    void textsNameThePackagesAndTheCautions()
    {
        const auto points = call({"bargain", "points"});
        QVERIFY(points.code == 0 && points.out.contains("62,883 are better than today") && points.out.contains("79.9"));
        QVERIFY(points.out.contains("HBM2E and older only") && points.out.contains("judgments of this project"));
        const auto model = call({"bargain", "points", "--game", "model", "--draws", "16"});
        QVERIFY(model.code == 0 && model.out.contains("nearly free money") && model.out.contains("16 draws"));
        QVERIFY(call({"bargain", "zone"}).out.contains("16.1%"));
    }
    void redLinesHoldUnlessTheyAreTakenAway()
    {
        const auto kept = call({"bargain", "points", "--game", "model", "--json"}).json();
        const auto open = call({"bargain", "points", "--game", "model", "--no-red-lines", "--json"}).json();
        QCOMPARE(kept["packages"].toInt(), 7776);
        QCOMPARE(open["packages"].toInt(), 27648);
        QVERIFY(kept["nash"].toObject()["package"].toObject()["hbm"].toString() != "hbm3e");
        const auto security = call({"bargain", "points", "--game", "model", "--us-wants", "security", "--json"}).json();
        QVERIFY(security["walk_away"].toObject()["us"].toDouble() > kept["walk_away"].toObject()["us"].toDouble());
        const auto drawn = call({"bargain", "points", "--game", "model", "--draws", "16", "--json"}).json();
        const auto cleared = drawn["nash"].toObject()["cleared"].toObject();
        QVERIFY(cleared["both"].toDouble() <= cleared["us"].toDouble() && cleared["us"].toDouble() <= 1);
    }
    void aPackageTellsOfAlliesDatesAndWhatStays()
    {
        const auto json = call({"bargain", "package", "--game", "model", "--package", "hbm=hbm2e,tariff=t18", "--announced", "2026Q4",
                                "--effective", "2027Q2", "--broken-after", "6", "--json"})
                              .json();
        const auto consents = json["consents"].toArray();
        QCOMPARE(consents.size(), 1);
        QCOMPARE(consents[0].toObject()["ally"].toString(), QString("korea"));
        QCOMPARE(consents[0].toObject()["left"].toObject()["hbm"].toString(), QString("today"));
        QCOMPARE(consents[0].toObject()["left"].toObject()["tariff"].toString(), QString("t18"));
        // what is left is a package like any other
        const auto left = call({"bargain", "package", "--game", "model", "--package", "tariff=t18", "--json"}).json();
        QCOMPARE(consents[0].toObject()["china"].toDouble(), left["china"].toDouble());
        QVERIFY(left["consents"].toArray().isEmpty());
        const auto broken = json["broken"].toObject();
        QCOMPARE(broken["legal"].toString(), QString("2027Q2"));
        QCOMPARE(broken["back"].toString(), QString("2028Q4"));
        QCOMPARE(broken["returns"].toArray().size(), 2);
        const auto text = call({"bargain", "package", "--game", "model", "--package", "hbm=hbm2e"});
        QVERIFY(text.code == 0 && text.out.contains("It needs the consent of South Korea"));
        QVERIFY(text.out.contains("go back to what they are"));
        const auto points = call({"bargain", "points", "--game", "model", "--json"}).json();
        QVERIFY(points["nash"].toObject().contains("consents"));
    }
    void severalPackagesMayStandInOneOffer()
    {
        const QStringList linear{"bargain", "play", "--game", "model", "--us", "linear", "--china", "linear", "--json"};
        const auto json = call(linear + QStringList{"--at-once", "3"}).json();
        qsizetype several = 0;
        for (const auto& move : json["moves"].toArray())
            several += move.toObject()["others"].toArray().size();
        QVERIFY(several > 0);
        const auto one = call(linear).json();
        for (const auto& move : one["moves"].toArray())
            QVERIFY(!move.toObject().contains("others"));
    }
    void gamesAreToldMoveByMove()
    {
        const QStringList game{"bargain", "play", "--us", "linear", "--china", "conceder", "--rounds", "12", "--seed", "3"};
        const auto text = call(game);
        QVERIFY(text.code == 0 && text.out.contains("opening") && text.out.contains("accepts") && text.out.contains("Deal in round"));
        const auto json = call(game + QStringList{"--json"});
        QCOMPARE(json.out, call(game + QStringList{"--json"}).out);
        const auto moves = json.json()["moves"].toArray();
        QCOMPARE(moves.last().toObject()["move"].toString(), QString("accept"));
        QCOMPARE(moves.last().toObject()["package"].toObject(), json.json()["deal"].toObject()["package"].toObject());
        QVERIFY(call({"bargain", "play", "--game", "model", "--rounds", "6"}).code == 0);
    }
    void tournamentsCountDeals()
    {
        const auto outcome = call({"bargain", "tournament", "--strategies", "linear,micro", "--seeds", "5", "--rounds", "8", "--json"});
        const auto pairs = outcome.json()["pairs"].toArray();
        QCOMPARE(pairs.size(), 4);
        QCOMPARE(pairs[1].toObject()["china_strategy"].toString(), QString("micro"));
        QCOMPARE(pairs[0].toObject()["games"].toInt(), 5);
        QVERIFY(call({"bargain", "tournament", "--strategies", "linear", "--seeds", "2"}).out.contains("Linear"));
    }
    void wrongCallsAreRefusedInWords_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("said");
        QTest::addRow("nothing") << QStringList{} << 2 << "what is required";
        QTest::addRow("verb") << QStringList{"haggle"} << 2 << "haggle";
        QTest::addRow("game") << QStringList{"points", "--game", "chess"} << 2 << "chess";
        QTest::addRow("chance") << QStringList{"points", "--p", "1.2"} << 1 << "from 0 to 1";
        QTest::addRow("chance in words") << QStringList{"points", "--p", "likely"} << 1 << "not a number";
        QTest::addRow("strategy") << QStringList{"play", "--us", "bluff"} << 1 << "boulware, linear";
        QTest::addRow("at once") << QStringList{"play", "--at-once", "4"} << 1 << "from 1 to 3";
        QTest::addRow("package of the scored game") << QStringList{"package"} << 1 << "--game model";
        QTest::addRow("level") << QStringList{"package", "--game", "model", "--package", "hbm=hbm9"} << 1 << "hbm=hbm9";
        QTest::addRow("twice") << QStringList{"package", "--game", "model", "--package", "hbm=hbm3,hbm=hbm2e"} << 1 << "hbm” is set twice";
        QTest::addRow("dates") << QStringList{"package", "--game", "model", "--legal", "2028Q1"} << 1 << "takes effect";
        QTest::addRow("rounds") << QStringList{"play", "--rounds", "1"} << 1 << "from 2 to 1,000";
        QTest::addRow("seeds") << QStringList{"tournament", "--seeds", "0"} << 1 << "out of range";
        QTest::addRow("strategies") << QStringList{"tournament", "--strategies", "linear,"} << 1 << "There is no strategy";
        QTest::addRow("weighting") << QStringList{"points", "--game", "model", "--us-wants", "peace"} << 1 << "general, security";
        QTest::addRow("option of the model") << QStringList{"points", "--no-red-lines"} << 1 << "--game model";
        QTest::addRow("draws") << QStringList{"points", "--game", "model", "--draws", "20000"} << 1 << "out of range";
        QTest::addRow("threads") << QStringList{"points", "--game", "model", "--threads", "999"} << 1 << "threads";
    }
    void wrongCallsAreRefusedInWords()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QString, said);
        const auto outcome = call(QStringList{"bargain"} + arguments);
        QVERIFY2(outcome.code == code, outcome.err.constData());
        QVERIFY(outcome.out.isEmpty());
        QVERIFY2(outcome.err.contains(said.toUtf8()), outcome.err.constData());
    }
};

CHOKEPOINT_TEST(BargainCommandTest)
#include "BargainCommandTest.moc"
