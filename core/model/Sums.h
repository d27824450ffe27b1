// The sums among the variables: which add up to which in every quarter. Ledgers print them and charts stack them.
#pragma once

#include "model/Rows.h"
#include "model/Variables.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <vector>

namespace chokepoint::model {

using VariableRow = Row<variableTable>;

struct Addend {
    VariableRow row;
    int layer = 0; ///< place in a stack, from 1 for the one that is told first; 0 in a sum that is not stacked
};

/// A variable and what adds up to it, in the order in which a ledger prints it.
class Sum {
public:
    consteval Sum(VariableRow total, std::initializer_list<Addend> addends) : m_total(total.place), m_size(addends.size())
    {
        std::size_t i = 0;
        for (const auto& addend : addends) {
            m_rows[i] = addend.row.place;
            m_layers[i++] = addend.layer;
            if (addend.layer > 0 && addend.row.place >= seriesCount)
                throw "only series are stacked";
        }
    }

    constexpr std::size_t total() const { return m_total; }
    constexpr std::vector<std::size_t> addends() const { return {m_rows.begin(), m_rows.begin() + static_cast<std::ptrdiff_t>(m_size)}; }
    /// The addends as they lie in a stack; empty if the sum is not stacked.
    constexpr std::vector<std::size_t> layers() const
    {
        std::vector<std::size_t> result;
        for (int layer = 1; layer <= static_cast<int>(m_size); ++layer)
            for (std::size_t i = 0; i < m_size; ++i)
                if (m_layers[i] == layer)
                    result.push_back(m_rows[i]);
        return result;
    }

private:
    std::size_t m_total, m_size;
    std::array<std::size_t, 7> m_rows{};
    std::array<int, 7> m_layers{};
};

inline constexpr std::array sums{
    Sum{"revenue.us_allied_total",
        {{"revenue.nvidia", 1},
         {"revenue.amd_ai", 5},
         {"revenue.sk_hynix_hbm", 3},
         {"revenue.samsung_hbm", 6},
         {"revenue.micron_hbm", 7},
         {"revenue.tsmc", 2},
         {"revenue.allied_tools_china", 4}}},
    Sum{"revenue.chinese_total",
        {{"revenue.smic", 3}, {"revenue.huawei_ascend", 1}, {"revenue.other_chinese_accelerators", 2}, {"revenue.cxmt_hbm", 4}}},
    Sum{"revenue.allied_accelerators", {{"world.spend"}, {"import.spend"}, {"grey.vendor_sales"}, {"offshore.spend"}, {"revenue.resold"}}},
    Sum{"hbm.revenue", {{"revenue.sk_hynix_hbm"}, {"revenue.samsung_hbm"}, {"revenue.micron_hbm"}}},
    Sum{"demand.budget", {{"import.spend"}, {"accel.spend"}, {"grey.spend"}, {"offshore.spend"}, {"demand.unspent"}}},
    Sum{"compute.china", {{"compute.import", 2}, {"compute.home", 1}, {"compute.grey", 4}, {"compute.offshore", 3}}},
    Sum{"compute.china_onshore", {{"compute.home", 1}, {"compute.import", 2}, {"compute.grey", 3}}},
    Sum{"compute.china_legal", {{"compute.home", 1}, {"compute.import", 2}}},
    Sum{"compute.add_onshore", {{"compute.add_home", 1}, {"compute.add_import", 2}, {"compute.add_grey", 3}}},
    Sum{"talent.us", {{"talent.us_china", 2}, {"talent.us_india", 3}, {"talent.us_row", 4}, {"talent.us_domestic", 1}}},
    Sum{"talent.students", {{"talent.students_china", 1}, {"talent.students_india", 2}, {"talent.students_row", 3}}},
    Sum{"talent.new", {{"talent.new_china", 1}, {"talent.new_india", 2}, {"talent.new_row", 3}}},
};

/// The sum of a total; a variable that is no sum does not compile.
consteval const Sum& sumOf(VariableRow total)
{
    const auto found = std::ranges::find(sums, total.place, &Sum::total);
    if (found == sums.end())
        throw "this variable is no sum";
    return *found;
}

} // namespace chokepoint::model
