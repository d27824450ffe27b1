// Engine: the audit in fifty digits.
#include "api/Audit.h"
#include "api/InputError.h"
#include "audit/Ledger.h"
#include "numbers/Decimal.h"
#include "run/Case.h"
#include "scenario/Assumptions.h"

#include <algorithm>
#include <functional>
#include <string_view>

namespace chokepoint {
namespace {

using numbers::Decimal;
using Ids = std::vector<std::string_view>;

Decimal sizeOf(const Decimal& x) { return x < 0 ? Decimal(-x) : x; }

/// Every variable in every quarter, in fifty digits.
struct ExactRun {
    std::vector<std::array<Decimal, quarterCount>> variables;
    run::ParameterValues<Decimal> parameters;

    const Decimal& at(std::string_view id, std::size_t q) const { return variables[model::indexOf(model::variableTable, id)][q]; }
    const Decimal& parameter(std::string_view id) const { return parameters[model::indexOf(model::parameterTable, id)]; }
    Decimal sum(const Ids& ids, std::size_t q) const
    {
        Decimal total(0);
        for (const auto id : ids)
            total += at(id, q);
        return total;
    }
};

struct LedgerText {
    std::string_view title, total;
    Ids lines;
};

const std::vector<LedgerText>& ledgerTexts()
{
    static const std::vector<LedgerText> texts{
        {"US and allied chip revenue, by firm", "revenue.us_allied_total",
         {"revenue.nvidia", "revenue.amd_ai", "revenue.sk_hynix_hbm", "revenue.samsung_hbm", "revenue.micron_hbm", "revenue.tsmc", "revenue.allied_tools_china"}},
        {"Chinese chip revenue, by firm", "revenue.chinese_total",
         {"revenue.smic", "revenue.huawei_ascend", "revenue.other_chinese_accelerators", "revenue.cxmt_hbm"}},
        {"HBM revenue, by maker", "hbm.revenue", {"revenue.sk_hynix_hbm", "revenue.samsung_hbm", "revenue.micron_hbm"}},
        {"Chinese budget for AI compute, by channel", "demand.budget",
         {"import.spend", "accel.spend", "grey.spend", "offshore.spend", "demand.unspent"}},
        {"Chinese compute, by channel", "compute.china", {"compute.import", "compute.home", "compute.grey", "compute.offshore"}},
        {"AI researchers in the United States, by origin", "talent.us", {"talent.us_china", "talent.us_india", "talent.us_row", "talent.us_domestic"}}};
    return texts;
}

/// An identity: left side and right side in a quarter. A stock compares with the quarter before and has no first quarter.
struct IdentityText {
    std::string title;
    bool isStock = false;
    std::function<Decimal(const ExactRun&, std::size_t)> left, right;
};

IdentityText sumOf(std::string title, std::string_view total, Ids parts)
{
    return {std::move(title), false, [=](const ExactRun& run, std::size_t q) { return run.at(total, q); },
            [=](const ExactRun& run, std::size_t q) { return run.sum(parts, q); }};
}

/// stock = stock of the quarter before + a quarter of its net flow.
IdentityText stockOf(std::string title, std::string_view stock, std::function<Decimal(const ExactRun&, std::size_t)> net)
{
    return {std::move(title), true, [=](const ExactRun& run, std::size_t q) { return run.at(stock, q); },
            [=](const ExactRun& run, std::size_t q) { return Decimal(run.at(stock, q - 1) + net(run, q) / 4); }};
}

void addPeople(std::vector<IdentityText>& list)
{
    constexpr std::array<std::array<std::string_view, 2>, 3> origins{{{"china", "China"}, {"india", "India"}, {"row", "elsewhere"}}};
    for (const auto& [id, words] : origins) {
        const auto named = [key = std::string(id)](const char* group) { return std::string("talent.") + group + "_" + key; };
        list.push_back(stockOf("Researchers from " + std::string(words) + ": entry less exit and retirement", model::variableTable[model::indexOf(model::variableTable, named("us"))].id,
                               [=](const ExactRun& r, std::size_t q) {
                                   return Decimal(r.at(named("us_entry"), q) - r.at(named("us_exit"), q) - r.parameter("talent.retire") * r.at(named("us"), q - 1));
                               }));
        list.push_back(stockOf("Students from " + std::string(words) + ": new less those who finish",
                               model::variableTable[model::indexOf(model::variableTable, named("students"))].id, [=](const ExactRun& r, std::size_t q) {
                                   return Decimal(r.at(named("new"), q) - r.at(named("students"), q - 1) / r.parameter("talent.study"));
                               }));
    }
    list.push_back({"Chinese leavers and graduates go somewhere: home, or to third countries", false,
                    [](const ExactRun& r, std::size_t q) { return Decimal(r.at("talent.us_exit_china", q) + r.at("talent.go_home_china", q)); },
                    [](const ExactRun& r, std::size_t q) { return r.sum({"talent.returnees", "talent.leave_third", "talent.go_third_china"}, q); }});
}

void addCompute(std::vector<IdentityText>& list)
{
    struct Channel {
        std::string_view stock, added, words, obsolescence;
        bool failsMore;
    };
    constexpr std::array<Channel, 5> channels{
        {{"compute.import", "compute.add_import", "Licensed imports", "compute.obsolescence_cn", false},
         {"compute.home", "compute.add_home", "Chinese accelerators", "compute.obsolescence_cn", false},
         {"compute.grey", "compute.add_grey", "Smuggled accelerators", "compute.obsolescence_cn", true},
         {"compute.offshore", "compute.add_offshore", "Compute rented abroad", "compute.obsolescence_us", false},
         {"compute.world", "compute.add_world", "Compute outside China", "compute.obsolescence_us", false}}};
    for (const auto& channel : channels)
        list.push_back(stockOf(std::string(channel.words) + ": additions less failures and obsolescence", channel.stock, [=](const ExactRun& r, std::size_t q) {
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
        list.push_back(sumOf("Sum: " + std::string(ledger.title), ledger.total, ledger.lines));
    list.push_back(sumOf("Sum: allied accelerator revenue, by buyer", "revenue.allied_accelerators",
                         {"world.spend", "import.spend", "grey.vendor_sales", "offshore.spend", "revenue.resold"}));
    const auto whole = [](const ExactRun&, std::size_t) { return Decimal(1); };
    list.push_back({"Shares of tokens sum to one", false, whole,
                    [](const ExactRun& r, std::size_t q) { return r.sum({"open.token_closed", "open.token_us", "open.token_china", "open.token_other"}, q); }});
    list.push_back({"Shares of base models sum to one", false, whole,
                    [](const ExactRun& r, std::size_t q) { return r.sum({"open.base_us", "open.base_china", "open.base_other"}, q); }});
    list.push_back(stockOf("HBM: home, legal and illicit inflow less what is mounted", "hbm.stock", [](const ExactRun& r, std::size_t q) {
        return Decimal(r.at("hbm.inflow", q) - r.at("accel.dies", q) * r.at("hbm.per_die", q));
    }));
    list.push_back(stockOf("Dies: foreign and home-made less what is packaged", "logic.bank", [](const ExactRun& r, std::size_t q) {
        return Decimal(r.at("logic.foreign", q) + r.at("logic.dies", q) - r.at("logic.released", q) - r.at("accel.dies", q) / r.at("packaging.yield", q));
    }));
    addCompute(list);
    addPeople(list);
    return list;
}

Ledger ledgerOf(const LedgerText& text, const ExactRun& exact, int decimals)
{
    Ledger ledger;
    ledger.title = text.title;
    ledger.total = model::indexOf(model::variableTable, text.total);
    for (const auto line : text.lines)
        ledger.lines.push_back(model::indexOf(model::variableTable, line));
    ledger.roundedLines.resize(text.lines.size());
    for (std::size_t q = 0; q < quarterCount; ++q) {
        std::vector<std::string> lines;
        for (const auto line : text.lines)
            lines.push_back(exact.at(line, q).str());
        auto rounded = audit::roundedToSum(lines, decimals);
        ledger.roundedTotal[q] = std::move(rounded.total);
        for (std::size_t i = 0; i < lines.size(); ++i)
            ledger.roundedLines[i][q] = std::move(rounded.lines[i]);
        ledger.residue[q] = Decimal(exact.at(text.total, q) - exact.sum(text.lines, q)).convert_to<double>();
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
        throw InputError("The number of decimals is out of range", "decimals", "roundings take 0 to 9", "Take for instance 1.");
    const auto line = engine.project(scenario);
    const auto made = run::caseOf(engine.impl(), scenario);
    ExactRun exact{std::vector<std::array<Decimal, quarterCount>>(model::variableTable.size()), run::centralParameters<Decimal>(engine.impl().book)};
    run::assume(exact.parameters, made.assumptions);
    run::simulate<Decimal>(exact.parameters, run::exogenousOf<Decimal>(engine.impl().book, engine.impl().recorded), policy::leversOf<Decimal>(engine.impl().book, made.schedule),
                           [&](int quarter, const auto& v) {
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
