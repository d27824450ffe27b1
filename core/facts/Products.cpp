// Loads chips and stacks of memory with the lines that catch them; figures of chips that the record has are taken from there.
#include "api/Products.h"

#include "facts/Loaders.h"
#include "numbers/DecimalText.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace chokepoint::facts {
namespace {

using numbers::DecimalText;

constexpr std::array<std::string_view, 2> productKinds{"chip", "stack"}; // in the order of Product::Kind
constexpr double gigabytesOfTerabyte = 1000;

void addSource(Product& product, const std::string& source, Grade grade)
{
    if (std::ranges::find(product.sources, source) == product.sources.end())
        product.sources.push_back(source);
    product.grade = std::max(product.grade, grade);
}

/// A figure of the record, times `scale`; the newest of several.
std::optional<double> recordedFigure(const Catalogue& catalogue, const std::string& id, double scale, Product& product)
{
    std::optional<double> value;
    for (const auto& figure : catalogue.recorded)
        if (figure.id == id) {
            value = DecimalText::toDouble(figure.value) * scale;
            addSource(product, figure.source, figure.grade);
        }
    return value;
}

std::optional<double> aboveZero(const CsvTable& table, const CsvRow& row, std::string_view column)
{
    const auto value = table.optionalNumber(row, column);
    if (value && *value <= 0)
        table.fail(row, column, Message("data_fault.not_above_zero", {{"value", table.field(row, column)}}));
    return value;
}

/// Figures of the record under the name of a chip there, which the table must not repeat.
void takeRecorded(const CsvTable& table, const CsvRow& row, const Catalogue& catalogue, Product& product)
{
    const auto& name = table.field(row, "observed");
    if (name.empty())
        return;
    for (const char* column : {"tpp", "bandwidth", "memory"})
        if (!table.field(row, column).empty())
            table.fail(row, column, Message("data_fault.recorded_already", {{"id", name}}));
    product.tpp = recordedFigure(catalogue, "spec_tpp__" + name, 1, product);
    product.bandwidth = recordedFigure(catalogue, "spec_hbm_bandwidth__" + name, gigabytesOfTerabyte, product);
    product.memory = recordedFigure(catalogue, "spec_hbm_capacity__" + name, 1, product);
    if (!product.tpp || !product.bandwidth)
        table.fail(row, "observed", Message("data_fault.not_in_table", {{"table", "observations.csv"}, {"id", name}}));
}

void loadProductList(const std::filesystem::path& folder, DataBook& book)
{
    constexpr std::array<std::string_view, 14> columns{"id",  "kind",      "label",  "maker", "chinese", "year",  "observed",
                                                       "tpp", "bandwidth", "memory", "link",  "area",    "grade", "sources"};
    const CsvTable table(folder / "products.csv", columns);
    table.refuseDoubles(std::span(columns).first(1));
    for (const auto& row : table.rows()) {
        Product product;
        product.id = table.required(row, "id");
        product.kind = enumOf<Product::Kind>(table, row, "kind", productKinds);
        product.label = table.required(row, "label");
        product.maker = table.required(row, "maker");
        product.isChinese = isYes(table, row, "chinese");
        product.year = static_cast<int>(DecimalText::toDouble(table.number(row, "year")));
        product.grade = gradeOf(table, row, "grade");
        product.sources = splitList(table.required(row, "sources"));
        requireSources(table, row, "sources", product.sources, book.catalogue);
        product.tpp = aboveZero(table, row, "tpp");
        product.bandwidth = aboveZero(table, row, "bandwidth");
        product.memory = aboveZero(table, row, "memory");
        product.link = aboveZero(table, row, "link");
        product.area = aboveZero(table, row, "area");
        takeRecorded(table, row, book.catalogue, product);
        book.products.products.push_back(std::move(product));
    }
}

/// From the figures of a product on a license is denied.
void denyFrom(const Product& product, ProductLine& line)
{
    if (product.kind == Product::Kind::Stack) {
        line.deniedStackDensity = product.density();
        return;
    }
    line.deniedTpp = product.tpp;
    line.deniedBandwidth = product.bandwidth;
}

void loadLines(const std::filesystem::path& folder, DataBook& book)
{
    constexpr std::array<std::string_view, 13> columns{"measure",
                                                       "level",
                                                       "tpp",
                                                       "density_tpp",
                                                       "density",
                                                       "bandwidth",
                                                       "link",
                                                       "stack_density",
                                                       "denied_tpp",
                                                       "denied_bandwidth",
                                                       "denied_stack_density",
                                                       "denied_from",
                                                       "sources"};
    const CsvTable table(folder / "product_lines.csv", columns);
    table.refuseDoubles(std::span(columns).first(2));
    auto& products = book.products;
    for (const auto& row : table.rows()) {
        LevelLine entry;
        entry.measure = measureRow(table, row, book.catalogue);
        const auto& measure = book.catalogue.measures[entry.measure];
        entry.level = placeIn(measure.levels, "levels.csv", table, row, "level");
        const bool isFirst = products.lines.empty() || products.lines.back().measure != entry.measure;
        if (entry.level != (isFirst ? 0 : products.lines.back().level + 1))
            table.fail(row, "level",
                       Message("data_fault.not_next_level", {{"level", measure.levels[entry.level].id}, {"measure", measure.shortName}}));
        auto& line = entry.line;
        const std::pair<const char*, std::optional<double>*> numbers[] = {{"tpp", &line.tpp},
                                                                          {"density_tpp", &line.densityTpp},
                                                                          {"density", &line.density},
                                                                          {"bandwidth", &line.bandwidth},
                                                                          {"link", &line.link},
                                                                          {"stack_density", &line.stackDensity},
                                                                          {"denied_tpp", &line.deniedTpp},
                                                                          {"denied_bandwidth", &line.deniedBandwidth},
                                                                          {"denied_stack_density", &line.deniedStackDensity}};
        for (const auto& [column, value] : numbers)
            *value = table.optionalNumber(row, column);
        if (!table.field(row, "denied_from").empty())
            denyFrom(products.products[placeIn(products.products, "products.csv", table, row, "denied_from")], line);
        entry.sources = splitList(table.field(row, "sources"));
        requireSources(table, row, "sources", entry.sources, book.catalogue);
        products.lines.push_back(std::move(entry));
    }
    for (std::size_t i = 0; i < products.lines.size(); ++i) {
        const auto& entry = products.lines[i];
        const auto& measure = book.catalogue.measures[entry.measure];
        const bool isLast = i + 1 == products.lines.size() || products.lines[i + 1].measure != entry.measure;
        if (isLast && entry.level + 1 != measure.levels.size())
            failTable("product_lines.csv", Message("data_fault.level_missing", {{"measure", measure.shortName}}));
    }
}

} // namespace

void loadProducts(const std::filesystem::path& folder, DataBook& book)
{
    loadProductList(folder, book);
    loadLines(folder, book);
}

} // namespace chokepoint::facts
