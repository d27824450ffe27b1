// What lines of export control do to planted products and to those of the data book.
#include "api/Products.h"

#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <algorithm>

using namespace chokepoint;

namespace {

const ProductBook& book() { return productsOf(test::engine()); }

const Product& product(const char* id) { return *std::ranges::find(book().products, id, &Product::id); }

std::size_t measure(const char* id) { return *test::engine().catalogue().findMeasure(id); }

const ProductLine& line(const char* ofMeasure, const char* level)
{
    const auto at = measure(ofMeasure);
    const auto& levels = test::engine().catalogue().measures[at].levels;
    return book().lineOf(at, static_cast<std::size_t>(std::ranges::find(levels, level, &Level::id) - levels.begin())).line;
}

Product chip(std::optional<double> tpp, std::optional<double> bandwidth, std::optional<double> area = {}, std::optional<double> link = {})
{
    Product made;
    made.tpp = tpp;
    made.bandwidth = bandwidth;
    made.area = area;
    made.link = link;
    return made;
}

} // namespace

class ProductsTest : public QObject {
    Q_OBJECT
private slots:
    void aLineCatchesFromItsNumbersOn()
    {
        const ProductLine rule{.tpp = 4800, .densityTpp = 1600, .density = 5.92, .deniedTpp = 21000, .deniedBandwidth = 6500};
        QCOMPARE(verdictOf(chip(4799, 1000, 4000), rule), ProductVerdict::Free);
        QCOMPARE(verdictOf(chip(4800, 1000, 4000), rule), ProductVerdict::Licensable);
        QCOMPARE(verdictOf(chip(1600, 1000, 1600 / 5.92), rule), ProductVerdict::Licensable);
        QCOMPARE(verdictOf(chip(1599, 1000, 100), rule), ProductVerdict::Free);
        QCOMPARE(verdictOf(chip(20999, 6499), rule), ProductVerdict::Licensable);
        QCOMPARE(verdictOf(chip(21000, 1000), rule), ProductVerdict::Caught);
        QCOMPARE(verdictOf(chip(5000, 6500), rule), ProductVerdict::Caught);
    }
    void whatIsNotKnownGivesNoVerdictWhereItDecides()
    {
        const ProductLine rule{.tpp = 4800, .densityTpp = 1600, .density = 5.92, .deniedTpp = 21000};
        QCOMPARE(verdictOf(chip(2000, 1000), rule), ProductVerdict::Unknown); // its density decides
        QCOMPARE(verdictOf(chip(1000, 1000), rule), ProductVerdict::Free);    // and here it does not
        QCOMPARE(verdictOf(chip({}, 1000, 800), rule), ProductVerdict::Unknown);
        const ProductLine byLink{.tpp = 4800, .link = 600, .deniedTpp = 0};
        QCOMPARE(verdictOf(chip(5000, 1000), byLink), ProductVerdict::Unknown);
        QCOMPARE(verdictOf(chip(4000, 1000), byLink), ProductVerdict::Free);
    }
    void noLineCatchesNothing()
    {
        for (const auto& any : book().products)
            QCOMPARE(verdictOf(any, ProductLine{}), ProductVerdict::Free);
    }
    /// The lines of the record do to chips of the record what they did.
    void theRecordedLinesCatchWhatTheyCaught()
    {
        QCOMPARE(verdictOf(product("a100"), line("accel_ceiling", "oct2022")), ProductVerdict::Caught);
        QCOMPARE(verdictOf(product("a800"), line("accel_ceiling", "oct2022")), ProductVerdict::Free);
        QCOMPARE(verdictOf(product("h800"), line("accel_ceiling", "oct2022")), ProductVerdict::Free);
        QCOMPARE(verdictOf(product("a800"), line("accel_ceiling", "h20")), ProductVerdict::Caught);
        QCOMPARE(verdictOf(product("h20"), line("accel_ceiling", "h20")), ProductVerdict::Free);
        QCOMPARE(verdictOf(product("h200"), line("accel_ceiling", "h200")), ProductVerdict::Licensable);
        QCOMPARE(verdictOf(product("mi325x"), line("accel_ceiling", "h200")), ProductVerdict::Licensable);
        QCOMPARE(verdictOf(product("b30a"), line("accel_ceiling", "h200")), ProductVerdict::Caught);
        QCOMPARE(verdictOf(product("b30a"), line("accel_ceiling", "b30a")), ProductVerdict::Licensable);
        QCOMPARE(verdictOf(product("b200"), line("accel_ceiling", "b30a")), ProductVerdict::Caught);
        QCOMPARE(verdictOf(product("h20"), line("accel_ceiling", "none")), ProductVerdict::Caught);
        QCOMPARE(verdictOf(product("hbm2"), line("hbm_export", "dec2024")), ProductVerdict::Licensable);
        QCOMPARE(verdictOf(product("hbm2e"), line("hbm_export", "dec2024")), ProductVerdict::Caught);
        QCOMPARE(verdictOf(product("hbm3"), line("hbm_export", "hbm3_cap")), ProductVerdict::Licensable);
        QCOMPARE(verdictOf(product("hbm3e"), line("hbm_export", "hbm3_cap")), ProductVerdict::Caught);
        QCOMPARE(verdictOf(product("hbm3e"), line("hbm_export", "hbm3e_cap")), ProductVerdict::Licensable);
    }
    void aTighterSettingFreesNothing()
    {
        const auto rank = [](ProductVerdict verdict) { return verdict == ProductVerdict::Unknown ? -1 : static_cast<int>(verdict); };
        for (const char* memory : {"hbm_export"}) {
            const auto at = measure(memory);
            for (const auto& any : book().products)
                for (std::size_t level = 1;
                     any.kind == Product::Kind::Stack && level < test::engine().catalogue().measures[at].levels.size(); ++level)
                    QVERIFY(rank(verdictOf(any, book().lineOf(at, level).line)) >= rank(verdictOf(any, book().lineOf(at, level - 1).line)));
        }
    }
    void everyLevelOfBothMeasuresHasALineAndEveryFigureASource()
    {
        for (const char* id : {"accel_ceiling", "hbm_export"}) {
            const auto at = measure(id);
            for (std::size_t level = 0; level < test::engine().catalogue().measures[at].levels.size(); ++level)
                QCOMPARE(book().lineOf(at, level).level, level);
        }
        for (const auto& any : book().products) {
            QVERIFY(!any.sources.empty());
            QVERIFY2(any.bandwidth && (any.kind == Product::Kind::Stack || any.tpp), any.id.c_str());
        }
        QCOMPARE(*product("h200").tpp, 15832.0);      // as observations.csv has it
        QCOMPARE(*product("h200").bandwidth, 4800.0); // there 4.8 TB/s
        QCOMPARE(product("ascend_910b").grade, Grade::C);
    }
    void anOwnLineFindsTheSettingThatTreatsProductsAlike()
    {
        const auto at = measure("accel_ceiling");
        const auto& levels = test::engine().catalogue().measures[at].levels;
        for (const char* id : {"open", "h200", "oct2022", "none"}) {
            const auto nearest = nearestLevel(book(), at, Product::Kind::Chip, line("accel_ceiling", id));
            QCOMPARE(levels[nearest.level].id, std::string(id));
            QCOMPARE(nearest.alike, nearest.told);
        }
        auto own = line("accel_ceiling", "h200");
        own.deniedTpp = 22000; // moves no chip
        QCOMPARE(levels[nearestLevel(book(), at, Product::Kind::Chip, own).level].id, std::string("h200"));
    }
};

CHOKEPOINT_TEST(ProductsTest)
#include "ProductsTest.moc"
