// Chips and memory stacks of the data book, and the lines of export control that catch them.
#pragma once

#include "api/Catalogue.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chokepoint {

class Engine;

/// A chip or a stack of memory. What nobody has told is empty, and a line that asks for it gives no verdict.
struct Product {
    enum class Kind { Chip, Stack };
    std::string id, label, maker;
    Kind kind = Kind::Chip;
    bool isChinese = false;
    int year = 0;                    ///< of its first sale
    std::optional<double> tpp;       ///< total processing performance: operations a second in trillions times their length in bits
    std::optional<double> bandwidth; ///< of memory, GB/s
    std::optional<double> memory;    ///< GB
    std::optional<double> link;      ///< to other chips, both directions, GB/s
    std::optional<double> area;      ///< of the dies of a chip, or of the package of a stack, mm²
    Grade grade = Grade::D;          ///< of the weakest of its figures
    std::vector<std::string> sources;

    /// What a line asks of density: TPP, or the bandwidth of a stack, for each mm².
    std::optional<double> density() const;
};

/// A line of export control. What is empty catches nothing.
struct ProductLine {
    // A chip needs a license
    std::optional<double> tpp = {};                      ///< from this TPP on,
    std::optional<double> densityTpp = {}, density = {}; ///< or from that one with this performance density,
    std::optional<double> bandwidth = {};                ///< or from this bandwidth of memory, GB/s;
    std::optional<double> link = {};                     ///< but only with links of at least so many GB/s.
    std::optional<double> stackDensity = {};             ///< A stack needs one above so many GB/s for each mm².
    // Of what needs a license, it is denied
    std::optional<double> deniedTpp = {}, deniedBandwidth = {}; ///< to a chip from either of these on,
    std::optional<double> deniedStackDensity = {};              ///< and to a stack from this density on.
    friend bool operator==(const ProductLine&, const ProductLine&) = default;
};

/// What a line does to a product: caught is what needs a license that is denied.
enum class ProductVerdict { Free, Licensable, Caught, Unknown };

ProductVerdict verdictOf(const Product& product, const ProductLine& line);

/// The line of one setting of a measure.
struct LevelLine {
    std::size_t measure = 0, level = 0; ///< places in Catalogue::measures and in its levels
    ProductLine line;
    std::vector<std::string> sources;
};

struct ProductBook {
    std::vector<Product> products;
    std::vector<LevelLine> lines; ///< measure by measure, every level in its order

    /// The line of a level. Throws std::out_of_range for one without.
    const LevelLine& lineOf(std::size_t measure, std::size_t level) const;
};

const ProductBook& productsOf(const Engine& engine);

/// The setting of a measure that treats the foreign products of its kind most nearly as a line of one's own does; of several the tightest.
struct NearestLevel {
    std::size_t level = 0;
    std::size_t alike = 0, told = 0; ///< how many of the products on which both give a verdict they treat alike
};
NearestLevel nearestLevel(const ProductBook& book, std::size_t measure, Product::Kind kind, const ProductLine& own);

} // namespace chokepoint
