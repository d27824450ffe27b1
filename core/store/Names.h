// The words that stand for kinds in a workbook file.
#pragma once

#include "api/Workbook.h"

#include <optional>
#include <string_view>
#include <utility>

namespace chokepoint::store {

inline constexpr std::pair<BoardChart::View, const char*> views[] = {
    {BoardChart::View::Value, "value"}, {BoardChart::View::Difference, "difference"}, {BoardChart::View::Logarithm, "logarithm"}};
inline constexpr std::pair<Contrast, const char*> contrasts[] = {
    {Contrast::Value, "value"}, {Contrast::Difference, "difference"}, {Contrast::Change, "change"}};
inline constexpr std::pair<WorkbookComparison::View, const char*> comparisonViews[] = {
    {WorkbookComparison::View::Value, "value"},
    {WorkbookComparison::View::Difference, "difference"},
    {WorkbookComparison::View::Percent, "percent"}};
/// By the place in the variant.
inline constexpr const char* comparedWith[] = {"preset", "workbook", "copy"};

template <class Kind, std::size_t count> const char* nameIn(const std::pair<Kind, const char*> (&table)[count], Kind kind)
{
    for (const auto& [value, name] : table)
        if (value == kind)
            return name;
    return "";
}
inline const char* nameOf(BoardChart::View view) { return nameIn(views, view); }
inline const char* nameOf(WorkbookComparison::View view) { return nameIn(comparisonViews, view); }
inline const char* nameOf(Contrast contrast) { return nameIn(contrasts, contrast); }
inline const char* nameOf(const ComparedWith& compared) { return comparedWith[compared.index()]; }

template <class Kind, std::size_t count>
std::optional<Kind> kindIn(const std::pair<Kind, const char*> (&table)[count], std::string_view word)
{
    for (const auto& [value, name] : table)
        if (name == word)
            return value;
    return std::nullopt;
}

} // namespace chokepoint::store
