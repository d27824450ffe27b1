// Reads the claims.
#include "scenario/Claims.h"

#include "api/InputError.h"
#include "facts/Loaders.h"
#include "numbers/DecimalText.h"

#include <algorithm>
#include <array>

namespace chokepoint::scenario {
namespace {

class PartReader {
public:
    PartReader(const facts::CsvTable& table, const facts::CsvRow& row, const facts::DataBook& book, const policy::MeasureSchedule& recorded)
        : m_table(table), m_row(row), m_book(book), m_recorded(recorded)
    {}

    ClaimPart read() const
    {
        constexpr std::array<std::string_view, 3> contrasts{"value", "difference", "change"};
        constexpr std::array<std::string_view, 2> comparisons{"at least", "at most"};
        ClaimPart part;
        part.words = m_table.required(m_row, "words");
        auto& q = part.question;
        q.scenario = package("scenario");
        q.baseline = package("baseline");
        q.series = series("series");
        if (!m_table.field(m_row, "over").empty())
            q.over = series("over");
        const auto& contrast = m_table.oneOf(m_row, "contrast", contrasts);
        q.contrast = contrast == "value" ? Contrast::Value : contrast == "difference" ? Contrast::Difference : Contrast::Change;
        part.bound.comparison = m_table.oneOf(m_row, "comparison", comparisons) == "at least" ? Comparison::AtLeast : Comparison::AtMost;
        part.bound.threshold = numbers::DecimalText::toDouble(m_table.number(m_row, "threshold"));
        q.at = quarter(m_table.required(m_row, "at"), "at");
        return part;
    }

private:
    Quarter quarter(const std::string& text, std::string_view column) const
    {
        const auto found = Quarter::parse(text);
        if (!found)
            m_table.fail(m_row, column, Message("data_fault.no_quarter", {{"text", text}}));
        return *found;
    }

    std::size_t series(std::string_view column) const
    {
        const auto found = m_book.catalogue.findSeries(m_table.required(m_row, column));
        if (!found || m_book.catalogue.series[*found].kind == SeriesKind::Category)
            m_table.fail(m_row, column, Message("data_fault.no_chart_series", {{"series", m_table.field(m_row, column)}}));
        return *found;
    }

    /// "preset:NAME", or "MEASURE=VALUE[@QUARTER]" with semicolons; nothing stands for the record.
    Scenario package(std::string_view column) const
    {
        constexpr std::string_view prefix = "preset:";
        const auto& text = m_table.field(m_row, column);
        if (text.starts_with(prefix)) {
            const auto preset = m_book.catalogue.findPreset(text.substr(prefix.size()));
            if (!preset)
                m_table.fail(m_row, column, Message("data_fault.unknown_preset", {{"preset", text.substr(prefix.size())}}));
            return m_book.catalogue.presets[*preset];
        }
        Scenario scenario;
        for (const auto& entry : facts::splitList(text)) {
            const auto equals = entry.find('='), at = entry.find('@');
            if (equals == std::string::npos || (at != std::string::npos && at < equals))
                m_table.fail(m_row, column, Message("data_fault.no_change", {{"text", entry}}));
            Change change{entry.substr(0, equals), entry.substr(equals + 1, at == std::string::npos ? at : at - equals - 1), {}, 1};
            if (at != std::string::npos)
                change.from = quarter(entry.substr(at + 1), column);
            scenario.changes.push_back(change);
        }
        try {
            policy::scheduleOf(m_book, m_recorded, scenario);
        } catch (const InputError& error) {
            auto refusal = error.refusal();
            refusal.place = m_table.placeOf(m_row, column);
            throw InputError(refusal);
        }
        return scenario;
    }

    const facts::CsvTable& m_table;
    const facts::CsvRow& m_row;
    const facts::DataBook& m_book;
    const policy::MeasureSchedule& m_recorded;
};

/// Whether the verdict has a share in it, and only shares of parts that there are: {s1} of the first.
bool namesPartsOnly(const Claim& claim)
{
    std::size_t named = 0;
    for (auto at = claim.verdict.find('{'); at != std::string::npos; at = claim.verdict.find('{', at + 1), ++named) {
        const auto part = claim.verdict.substr(at, 4);
        const bool isPart = part.size() == 4 && part.starts_with("{s") && part[3] == '}' && part[2] >= '1'
                         && static_cast<std::size_t>(part[2] - '1') < claim.parts.size();
        if (!isPart)
            return false;
    }
    return named > 0;
}

} // namespace

std::vector<Claim> loadClaims(const std::filesystem::path& folder, const facts::DataBook& book, const policy::MeasureSchedule& recorded)
{
    constexpr std::array<std::string_view, 7> columns{"claim", "statement", "verdict", "reading", "shows_binding", "leaves_out", "sources"};
    const facts::CsvTable table(folder / "claims.csv", columns);
    table.refuseDoubles(std::span(columns).first(1));
    std::vector<Claim> claims;
    for (const auto& row : table.rows()) {
        Claim claim;
        claim.id = table.required(row, "claim");
        claim.statement = table.required(row, "statement");
        claim.verdict = table.required(row, "verdict");
        claim.reading = table.required(row, "reading");
        claim.showsBinding = facts::isYes(table, row, "shows_binding");
        claim.leavesOut = table.required(row, "leaves_out");
        claim.sources = facts::splitList(table.required(row, "sources"));
        facts::requireSources(table, row, "sources", claim.sources, book.catalogue);
        claims.push_back(std::move(claim));
    }
    constexpr std::array<std::string_view, 10> partColumns{"claim", "words",    "scenario",   "baseline",  "series",
                                                           "over",  "contrast", "comparison", "threshold", "at"};
    const facts::CsvTable parts(folder / "claim_parts.csv", partColumns);
    for (const auto& row : parts.rows()) {
        const auto claim = std::ranges::find(claims, parts.required(row, "claim"), &Claim::id);
        if (claim == claims.end())
            parts.fail(row, "claim", Message("data_fault.not_in_table", {{"table", "claims.csv"}, {"id", parts.field(row, "claim")}}));
        claim->parts.push_back(PartReader(parts, row, book, recorded).read());
    }
    for (std::size_t i = 0; i < claims.size(); ++i) {
        if (claims[i].parts.empty())
            table.fail(table.rows()[i], "claim", Message("data_fault.claim_without_parts"));
        if (!namesPartsOnly(claims[i]))
            table.fail(table.rows()[i], "verdict", Message("data_fault.verdict_of_no_part", {{"parts", claims[i].parts.size()}}));
    }
    return claims;
}

} // namespace chokepoint::scenario
