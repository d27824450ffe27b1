// Words for bands, the figures in them, and facts of one's own.
#include "api/BacktestWords.h"

#include "api/NumberWords.h"
#include "api/SourceWords.h"
#include "api/UnitWords.h"

#include <algorithm>
#include <array>
#include <string>

namespace chokepoint::words {
namespace {

double partHeld(const BandCounts& counts) { return static_cast<double>(counts.in80) / static_cast<double>(counts.all); }

MessageValue wholePercent(double part) { return percent(static_cast<int>(part * 100 + 0.5) / 100.0); }

/// With one decimal, for it stands beside a count: "80.8", "1.0".
MessageValue asExpected(double count)
{
    const auto tenths = static_cast<long>(count * 10 + 0.5);
    return Digits{std::to_string(tenths / 10) + "." + std::to_string(tenths % 10)};
}

/// In the order of BandWidth, as the patterns choose by it.
const char* widthName(BandWidth width)
{
    constexpr std::array<const char*, 4> names{"narrow", "right", "wide", "untold"};
    return names.at(static_cast<std::size_t>(width));
}

} // namespace

Message bandVerdict(const BandVerdict& verdict)
{
    const auto cases = static_cast<int>(verdict.chance * 100 + 0.5);
    return Message("backtest.verdict", {{"width", widthName(verdict.width)},
                                        {"all", verdict.all},
                                        {"held", verdict.held},
                                        {"expected", asExpected(verdict.expected)},
                                        {"cases", cases},
                                        {"series", verdict.series}});
}

Message bandsLimit(const BandCounts& counts)
{
    return Message("limit.bands", {{"all", counts.all}, {"held", counts.in80}});
}

Message bandRule() { return Message("backtest.rule", {{"fewest", fewestSeriesForVerdict}}); }

Message leftOutSentence(const Catalogue& catalogue, const Backtest& backtest)
{
    const auto& left = backtest.leftOut;
    if (left.empty())
        return {};
    if (backtest.verdict.width == BandWidth::Untold)
        return Message("backtest.left_out_carries", {{"series", catalogue.series[left.front().series].name},
                                                     {"held", left.front().rest.in80},
                                                     {"all", left.front().rest.all}});
    const auto turns = [&](const LeftOutSeries& one) { return one.verdict.width != backtest.verdict.width; };
    if (const auto heaviest = std::ranges::find_if(left, turns); heaviest != left.end())
        return Message("backtest.left_out_turns", {{"count", std::ranges::count_if(left, turns)},
                                                   {"series", catalogue.series[heaviest->series].noun},
                                                   {"width", widthName(heaviest->verdict.width)}});
    const auto [least, most] = std::ranges::minmax(left, {}, [](const LeftOutSeries& one) { return partHeld(one.rest); });
    return Message("backtest.left_out_stays", {{"least", wholePercent(partHeld(least.rest))},
                                               {"most", wholePercent(partHeld(most.rest))},
                                               {"series", catalogue.series[left.front().series].name}});
}

Message figureVerdict(const BacktestRow& row)
{
    const char* const member = row.isIn80 ? "inside" : row.isIn90 ? "edge" : row.rangeMeets90 ? "meets" : "outside";
    return Message::ofFamily("backtest_figure", member);
}

std::string className(const Catalogue& catalogue, const ClassCoverage& coverage, const Language& language)
{
    if (!coverage.discrepancy)
        return language.text(Message("backtest.differences"));
    const auto& id = catalogue.discrepancies[*coverage.discrepancy].id;
    return language.knows("discrepancy." + id) ? language.text(Message::ofFamily("discrepancy", id)) : id;
}

MessageValue expectedIn(const BandCounts& counts, double part) { return asExpected(static_cast<double>(counts.all) * part); }

Message factWords(const Catalogue& catalogue, const PersonalFact& fact)
{
    const auto& series = catalogue.series[*catalogue.findSeries(fact.series)];
    const auto unit = fact.isDifference() ? differenceUnit(series) : displayUnit(series);
    const auto value = amount(number(fact.value), unit);
    const bool hasRange = fact.low && fact.high;
    return Message("backtest.fact", {{"form", hasRange ? "range" : "value"},
                                     {"value", value},
                                     {"low", hasRange ? number(*fact.low) : MessageValue("")},
                                     {"high", hasRange ? number(*fact.high) : MessageValue("")},
                                     {"period", period(fact.begin, fact.end)},
                                     {"sourced", fact.source.empty() ? "no" : "yes"},
                                     {"source", fact.source}});
}

MessageValue factPackage(const PersonalFact& fact)
{
    if (fact.packages.empty())
        return "";
    if (!fact.isDifference())
        return fact.packages.front().title;
    return Message("backtest.package_difference", {{"package", fact.packages[0].title}, {"baseline", fact.packages[1].title}});
}

} // namespace chokepoint::words
