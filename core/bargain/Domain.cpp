// Packages of a domain: counted, numbered, and held against red lines.
#include "api/Bargain.h"

namespace chokepoint::bargain {

Payoffs::~Payoffs() = default;

std::size_t Domain::packageCount() const
{
    std::size_t count = 1;
    for (const auto& issue : issues)
        count *= issue.levels.size();
    return count;
}

Package Domain::statusQuo() const
{
    Package package;
    for (std::size_t i = 0; i < issues.size(); ++i)
        package.levels[i] = static_cast<std::uint8_t>(issues[i].statusQuo);
    return package;
}

Package Domain::noAgreement() const
{
    Package package;
    for (std::size_t i = 0; i < issues.size(); ++i)
        package.levels[i] = static_cast<std::uint8_t>(issues[i].noAgreement.value_or(issues[i].statusQuo));
    return package;
}

Package Domain::packageAt(std::size_t index) const
{
    Package package;
    for (auto i = issues.size(); i-- > 0;) {
        package.levels[i] = static_cast<std::uint8_t>(index % issues[i].levels.size());
        index /= issues[i].levels.size();
    }
    return package;
}

std::size_t Domain::indexOf(const Package& package) const
{
    std::size_t index = 0;
    for (std::size_t i = 0; i < issues.size(); ++i)
        index = index * issues[i].levels.size() + package.levels[i];
    return index;
}

int Domain::changesBetween(const Package& a, const Package& b) const
{
    int changes = 0;
    for (std::size_t i = 0; i < issues.size(); ++i)
        changes += a.levels[i] != b.levels[i];
    return changes;
}

Package partOf(const Domain& domain, const Package& package, const std::vector<bool>& issues)
{
    auto part = domain.statusQuo();
    for (std::size_t i = 0; i < domain.issues.size(); ++i) {
        bool isWhole = issues.at(i);
        for (std::size_t other = 0; isWhole && other < domain.issues.size(); ++other)
            isWhole = domain.issues[i].pair.empty() || domain.issues[other].pair != domain.issues[i].pair || issues.at(other);
        if (isWhole)
            part.levels[i] = package.levels[i];
    }
    return part;
}

std::optional<Package> commonPart(const Domain& domain, const Package& a, const Package& b)
{
    std::vector<bool> same(domain.issues.size());
    for (std::size_t i = 0; i < same.size(); ++i)
        same[i] = a.levels[i] == b.levels[i];
    const auto part = partOf(domain, a, same);
    return part == domain.statusQuo() ? std::nullopt : std::optional(part);
}

bool Allowed::holds(const Package& package) const
{
    for (std::size_t i = 0; i < masks.size(); ++i)
        if (!allows(i, package.levels[i]))
            return false;
    return true;
}

Allowed allLevels(const Domain& domain)
{
    Allowed allowed;
    for (const auto& issue : domain.issues)
        allowed.masks.push_back((1u << issue.levels.size()) - 1u);
    return allowed;
}

Allowed withoutRedLines(const Domain& domain, Side side)
{
    auto allowed = allLevels(domain);
    for (std::size_t i = 0; i < domain.issues.size(); ++i)
        for (std::size_t l = 0; l < domain.issues[i].levels.size(); ++l)
            if (domain.issues[i].levels[l].isRedLine.of(side))
                allowed.masks[i] &= ~(1u << l);
    return allowed;
}

Allowed withoutRedLines(const Domain& domain)
{
    auto allowed = withoutRedLines(domain, Side::US);
    const auto china = withoutRedLines(domain, Side::China);
    for (std::size_t i = 0; i < allowed.masks.size(); ++i)
        allowed.masks[i] &= china.masks[i];
    return allowed;
}

std::size_t countOf(const Allowed& allowed, const Domain& domain)
{
    std::size_t count = 1;
    for (std::size_t i = 0; i < domain.issues.size(); ++i) {
        std::size_t levels = 0;
        for (std::size_t l = 0; l < domain.issues[i].levels.size(); ++l)
            levels += allowed.allows(i, l);
        count *= levels;
    }
    return count;
}

} // namespace chokepoint::bargain
