// Engine: the audit in fifty digits.
#include "api/Audit.h"
#include "api/InputError.h"
#include "audit/Ledger.h"
#include "numbers/Decimal.h"
#include "model/Sums.h"
#include "run/Case.h"
#include "scenario/Assumptions.h"

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <string_view>

namespace chokepoint {
namespace {

using model::VariableRow;
using numbers::Decimal;
using ParameterRow = model::Row<model::parameterTable>;
using Rows = std::vector<std::size_t>;

Decimal sizeOf(const Decimal& x) { return x < 0 ? Decimal(-x) : x; }

/// Every variable in every quarter, in fifty digits.
struct ExactRun {
    std::vector<std::array<Decimal, quarterCount>> variables;
    run::ParameterValues<Decimal> parameters;

    const Decimal& at(VariableRow row, std::size_t q) const { return variables[row.place][q]; }
    const Decimal& parameter(ParameterRow row) const { return parameters[row.place]; }
    Decimal sum(const Rows& rows, std::size_t q) const
    {
        Decimal total(0);
        for (const auto row : rows)
            total += variables[row][q];
        return total;
    }
    Decimal sumOf(std::initializer_list<VariableRow> rows, std::size_t q) const
    {
        Decimal total(0);
        for (const auto row : rows)
            total += at(row, q);
        return total;
    }
};

struct LedgerText {
    Message title;
    const model::Sum& sum;
};

std::vector<LedgerText> ledgerTexts()
{
    return {{Message("audit.us_allied_revenue"), model::sumOf("revenue.us_allied_total")},
            {Message("audit.chinese_revenue"), model::sumOf("revenue.chinese_total")},
            {Message("audit.hbm_revenue"), model::sumOf("hbm.revenue")},
            {Message("audit.chinese_budget"), model::sumOf("demand.budget")},
            {Message("audit.chinese_compute"), model::sumOf("compute.china")},
            {Message("audit.researchers"), model::sumOf("talent.us")}};
}

/// An identity: left side and right side in a quarter. A stock compares with the quarter before and has no first quarter.
struct IdentityText {
    Message title;
    bool isStock = false;
    std::function<Decimal(const ExactRun&, std::size_t)> left, right;
};

IdentityText identityOf(Message title, const model::Sum& sum)
{
    return {std::move(title), false, [total = sum.total()](const ExactRun& run, std::size_t q) { return run.variables[total][q]; },
            [addends = sum.addends()](const ExactRun& run, std::size_t q) { return run.sum(addends, q); }};
}

/// stock = stock of the quarter before + a quarter of its net flow.
IdentityText stockOf(Message title, VariableRow stock, std::function<Decimal(const ExactRun&, std::size_t)> net)
{
    return {std::move(title), true, [=](const ExactRun& run, std::size_t q) { return run.at(stock, q); },
            [=](const ExactRun& run, std::size_t q) { return Decimal(run.at(stock, q - 1) + net(run, q) / 4); }};
}

void addPeople(std::vector<IdentityText>& list)
{
    struct Origin {
        std::string_view id;
        VariableRow people, entry, exit, students, beginners;
    };
    constexpr std::array<Origin, 3> origins{
        {{"china", "talent.us_china", "talent.us_entry_china", "talent.us_exit_china", "talent.students_china", "talent.new_china"},
         {"india", "talent.us_india", "talent.us_entry_india", "talent.us_exit_india", "talent.students_india", "talent.new_india"},
         {"elsewhere", "talent.us_row", "talent.us_entry_row", "talent.us_exit_row", "talent.students_row", "talent.new_row"}}};
    for (const auto& from : origins) {
        const auto people = [from](const ExactRun& r, std::size_t q) {
            return Decimal(r.at(from.entry, q) - r.at(from.exit, q) - r.parameter("talent.retire") * r.at(from.people, q - 1));
        };
        const auto students = [from](const ExactRun& r, std::size_t q) {
            return Decimal(r.at(from.beginners, q) - r.at(from.students, q - 1) / r.parameter("talent.study"));
        };
        list.push_back(stockOf(Message("audit.researchers_from", {{"origin", from.id}}), from.people, people));
        list.push_back(stockOf(Message("audit.students_from", {{"origin", from.id}}), from.students, students));
    }
    list.push_back(
        {Message("audit.leavers"), false,
         [](const ExactRun& r, std::size_t q) { return Decimal(r.at("talent.us_exit_china", q) + r.at("talent.go_home_china", q)); },
         [](const ExactRun& r, std::size_t q) {
             return r.sumOf({"talent.returnees", "talent.leave_third", "talent.go_third_china"}, q);
         }});
}

void addCompute(std::vector<IdentityText>& list)
{
    struct Channel {
        VariableRow stock, added;
        std::string_view id;
        ParameterRow obsolescence;
        bool failsMore;
    };
    constexpr std::array<Channel, 5> channels{
        {{"compute.import", "compute.add_import", "import", "compute.obsolescence_cn", false},
         {"compute.home", "compute.add_home", "home", "compute.obsolescence_cn", false},
         {"compute.grey", "compute.add_grey", "grey", "compute.obsolescence_cn", true},
         {"compute.offshore", "compute.add_offshore", "offshore", "compute.obsolescence_us", false},
         {"compute.world", "compute.add_world", "world", "compute.obsolescence_us", false}}};
    for (const auto& channel : channels)
        list.push_back(stockOf(Message("audit.compute_of", {{"channel", channel.id}}), channel.stock,
                               [=](const ExactRun& r, std::size_t q) {
                                   Decimal loss = r.parameter("compute.failure") + r.parameter(channel.obsolescence);
                                   if (channel.failsMore)
                                       loss += r.parameter("grey.failure");
                                   return Decimal(r.at(channel.added, q) - loss * r.at(channel.stock, q - 1));
                               }));
}

std::vector<IdentityText> identityTexts()
{
    std::vector<IdentityText> list;
    for (const auto& ledger : ledgerTexts())
        list.push_back(identityOf(Message("audit.sum", {{"ledger", ledger.title}}), ledger.sum));
    list.push_back(identityOf(Message("audit.allied_accelerators"), model::sumOf("revenue.allied_accelerators")));
    const auto whole = [](const ExactRun&, std::size_t) { return Decimal(1); };
    list.push_back({Message("audit.tokens"), false, whole, [](const ExactRun& r, std::size_t q) {
                        return r.sumOf({"open.token_closed", "open.token_us", "open.token_china", "open.token_other"}, q);
                    }});
    list.push_back({Message("audit.base_models"), false, whole, [](const ExactRun& r, std::size_t q) {
                        return r.sumOf({"open.base_us", "open.base_china", "open.base_other"}, q);
                    }});
    list.push_back(stockOf(Message("audit.hbm_stock"), "hbm.stock", [](const ExactRun& r, std::size_t q) {
        return Decimal(r.at("hbm.inflow", q) - r.at("accel.dies", q) * r.at("hbm.per_die", q));
    }));
    list.push_back(stockOf(Message("audit.die_bank"), "logic.bank", [](const ExactRun& r, std::size_t q) {
        return Decimal(r.at("logic.foreign", q) + r.at("logic.dies", q) - r.at("logic.released", q)
                       - r.at("accel.dies", q) / r.at("packaging.yield", q));
    }));
    addCompute(list);
    addPeople(list);
    return list;
}

Ledger ledgerOf(const LedgerText& text, const ExactRun& exact, int decimals)
{
    Ledger ledger;
    ledger.title = text.title;
    ledger.total = text.sum.total();
    ledger.lines = text.sum.addends();
    ledger.roundedLines.resize(ledger.lines.size());
    for (std::size_t q = 0; q < quarterCount; ++q) {
        std::vector<std::string> lines;
        for (const auto line : ledger.lines)
            lines.push_back(exact.variables[line][q].str());
        auto rounded = audit::roundedToSum(lines, decimals);
        ledger.roundedTotal[q] = std::move(rounded.total);
        for (std::size_t i = 0; i < lines.size(); ++i)
            ledger.roundedLines[i][q] = std::move(rounded.lines[i]);
        ledger.residue[q] = Decimal(exact.variables[ledger.total][q] - exact.sum(ledger.lines, q)).convert_to<double>();
    }
    return ledger;
}

AccountingIdentity identityOf(const IdentityText& text, const ExactRun& exact)
{
    AccountingIdentity identity;
    identity.title = text.title;
    Decimal level(0), worst(0);
    for (std::size_t q = text.isStock ? 1 : 0; q < quarterCount; ++q) {
        const Decimal left = text.left(exact, q), off = left - text.right(exact, q);
        identity.residue[q] = off.convert_to<double>();
        level = std::max(level, sizeOf(left));
        worst = std::max(worst, sizeOf(off));
    }
    identity.largest = level == 0 ? 0 : Decimal(worst / level).convert_to<double>();
    identity.holds = identity.largest < 1e-40;
    return identity;
}

} // namespace

Audit auditOf(const Engine& engine, const Scenario& scenario, int decimals)
{
    if (decimals < 0 || decimals > 9)
        throw InputError(Refusal("decimals_out_of_range", {.field = "decimals"}));
    const auto line = engine.project(scenario);
    const auto made = run::caseOf(engine.impl(), scenario);
    ExactRun exact{std::vector<std::array<Decimal, quarterCount>>(model::variableTable.size()),
                   run::centralParameters<Decimal>(engine.impl().book)};
    run::assume(exact.parameters, made.assumptions);
    run::simulate<Decimal>(
        exact.parameters, run::exogenousOf<Decimal>(engine.impl().book, engine.impl().recorded),
        policy::leversOf<Decimal>(engine.impl().book, made.schedule), [&](int quarter, const auto& v) {
            v.forEach([&](std::size_t row, const Decimal& value) { exact.variables[row][static_cast<std::size_t>(quarter)] = value; });
        });
    Audit result;
    result.decimals = decimals;
    for (const auto& text : ledgerTexts())
        result.ledgers.push_back(ledgerOf(text, exact, decimals));
    for (const auto& text : identityTexts())
        result.identities.push_back(identityOf(text, exact));
    for (std::size_t s = 0; s < model::seriesCount; ++s) {
        if (engine.catalogue().series[s].kind == SeriesKind::Category)
            continue;
        Decimal level(0), worst(0);
        Deviation deviation{s, Quarter{0}, 0};
        for (std::size_t q = 0; q < quarterCount; ++q) {
            level = std::max(level, sizeOf(exact.variables[s][q]));
            if (const Decimal off = sizeOf(Decimal(line.series[s][q]) - exact.variables[s][q]); off > worst) {
                worst = off;
                deviation.worst = Quarter{static_cast<int>(q)};
            }
        }
        deviation.largest = level == 0 ? 0 : Decimal(worst / level).convert_to<double>();
        result.deviations.push_back(deviation);
    }
    return result;
}

} // namespace chokepoint
