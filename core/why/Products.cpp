// What a line of export control does to a chip or a stack of memory.
#include "api/Products.h"

#include "run/EngineImpl.h"

#include <algorithm>
#include <stdexcept>

namespace chokepoint {
namespace {

/// Nothing where the figure that decides is not known.
using Answer = std::optional<bool>;

Answer isFrom(const std::optional<double>& figure, const std::optional<double>& least)
{
    if (!least)
        return false;
    return figure ? Answer(*figure >= *least) : std::nullopt;
}

/// One "yes" decides, and else what is not known.
Answer either(Answer a, Answer b)
{
    if (a.value_or(false) || b.value_or(false))
        return true;
    return a && b ? Answer(false) : std::nullopt;
}

Answer both(Answer a, Answer b)
{
    if (!a.value_or(true) || !b.value_or(true))
        return false;
    return a && b ? Answer(true) : std::nullopt;
}

Answer needsLicense(const Product& product, const ProductLine& line)
{
    if (product.kind == Product::Kind::Stack) {
        if (!line.stackDensity)
            return false;
        return product.density() ? Answer(*product.density() > *line.stackDensity) : std::nullopt;
    }
    const auto isDense =
        line.density ? both(isFrom(product.tpp, line.densityTpp.value_or(0)), isFrom(product.density(), line.density)) : Answer(false);
    const auto isStrong = either(either(isFrom(product.tpp, line.tpp), isDense), isFrom(product.bandwidth, line.bandwidth));
    return line.link ? both(isStrong, isFrom(product.link, line.link)) : isStrong;
}

Answer isDenied(const Product& product, const ProductLine& line)
{
    if (product.kind == Product::Kind::Stack)
        return isFrom(product.density(), line.deniedStackDensity);
    return either(isFrom(product.tpp, line.deniedTpp), isFrom(product.bandwidth, line.deniedBandwidth));
}

} // namespace

std::optional<double> Product::density() const
{
    const auto& figure = kind == Kind::Stack ? bandwidth : tpp;
    return figure && area ? std::optional(*figure / *area) : std::nullopt;
}

ProductVerdict verdictOf(const Product& product, const ProductLine& line)
{
    const auto needs = needsLicense(product, line);
    if (needs && !*needs)
        return ProductVerdict::Free;
    const auto denied = isDenied(product, line);
    if (!needs || !denied)
        return ProductVerdict::Unknown;
    return *denied ? ProductVerdict::Caught : ProductVerdict::Licensable;
}

const LevelLine& ProductBook::lineOf(std::size_t measure, std::size_t level) const
{
    for (const auto& entry : lines)
        if (entry.measure == measure && entry.level == level)
            return entry;
    throw std::out_of_range("no line of this level");
}

const ProductBook& productsOf(const Engine& engine) { return engine.impl().book.products; }

NearestLevel nearestLevel(const ProductBook& book, std::size_t measure, Product::Kind kind, const ProductLine& own)
{
    NearestLevel nearest;
    double most = -1;
    for (const auto& entry : book.lines) {
        if (entry.measure != measure)
            continue;
        NearestLevel here{entry.level, 0, 0};
        for (const auto& product : book.products) {
            const auto theirs = verdictOf(product, entry.line), ours = verdictOf(product, own);
            if (product.kind != kind || product.isChinese || theirs == ProductVerdict::Unknown || ours == ProductVerdict::Unknown)
                continue;
            ++here.told;
            here.alike += theirs == ours ? 1 : 0;
        }
        const double part = here.told == 0 ? 0 : static_cast<double>(here.alike) / static_cast<double>(here.told);
        if (part >= most) { // levels run from the loosest to the tightest
            most = part;
            nearest = here;
        }
    }
    return nearest;
}

} // namespace chokepoint
