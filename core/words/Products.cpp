// Says what a line of export control does to products.
#include "api/ProductWords.h"

#include "api/NumberWords.h"

#include <array>

namespace chokepoint::words {

Message productsTitle(const ProductBook& book, const ProductLine& line, const Level* level)
{
    std::array<int, 4> counts{};
    int chips = 0;
    for (const auto& product : book.products)
        if (product.kind == Product::Kind::Chip && !product.isChinese) {
            ++counts[static_cast<std::size_t>(verdictOf(product, line))];
            ++chips;
        }
    const auto of = [&](ProductVerdict verdict) { return MessageValue(counts[static_cast<std::size_t>(verdict)]); };
    if (!level)
        return Message("products.title_own", {{"caught", of(ProductVerdict::Caught)},
                                              {"chips", chips},
                                              {"licensable", of(ProductVerdict::Licensable)},
                                              {"free", of(ProductVerdict::Free)},
                                              {"unknown", of(ProductVerdict::Unknown)}});
    return Message("products.title", {{"caught", of(ProductVerdict::Caught)},
                                      {"chips", chips},
                                      {"licensable", of(ProductVerdict::Licensable)},
                                      {"free", of(ProductVerdict::Free)},
                                      {"unknown", of(ProductVerdict::Unknown)},
                                      {"level", level->shortLabel}});
}

Message verdictName(ProductVerdict verdict)
{
    switch (verdict) {
    case ProductVerdict::Free: return Message("products.free");
    case ProductVerdict::Licensable: return Message("products.licensable");
    case ProductVerdict::Caught: return Message("products.caught");
    case ProductVerdict::Unknown: break;
    }
    return Message("products.unknown");
}

Message productTold(const Product& product, const ProductLine& line)
{
    MessageList figures{{}, MessageList::Joint::Comma};
    if (product.tpp)
        figures.items.emplace_back(Message("products.tpp", {{"number", number(*product.tpp)}}));
    if (product.bandwidth)
        figures.items.emplace_back(Message("products.bandwidth", {{"number", number(*product.bandwidth)}}));
    if (product.density())
        figures.items.emplace_back(product.kind == Product::Kind::Stack
                                       ? Message("products.stack_density", {{"number", number(*product.density())}})
                                       : Message("products.density", {{"number", number(*product.density())}}));
    constexpr const char* grades[] = {"A", "B", "C", "D"};
    const auto* grade = grades[static_cast<std::size_t>(product.grade)];
    if (product.isChinese)
        return Message("products.told_chinese", {{"product", product.label}, {"figures", figures}, {"grade", grade}});
    return Message("products.told", {{"product", product.label},
                                     {"verdict", verdictName(verdictOf(product, line))},
                                     {"figures", figures},
                                     {"grade", grade}});
}

Message nearestTold(const Measure& measure, const NearestLevel& nearest)
{
    return Message("products.nearest",
                   {{"level", measure.levels[nearest.level].shortLabel}, {"alike", nearest.alike}, {"told", nearest.told}});
}

} // namespace chokepoint::words
