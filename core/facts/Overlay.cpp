// Reads the files of an overlay and puts their texts in place.
#include "facts/Overlay.h"

#include "facts/Csv.h"

#include <boost/crc.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace chokepoint::facts {
namespace {

/// Texts by key and column.
using TableTexts = std::map<std::string, std::map<std::string, DataText>>;

/// The files of a folder in the order of their names, so that complaints and stale lines come in one order everywhere.
std::vector<std::filesystem::path> filesIn(const std::filesystem::path& folder)
{
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error))
        files.push_back(entry.path());
    if (error || files.empty())
        throw InputError(Refusal("no_data_in_language", {{"folder", error ? "unreadable" : "empty"}}, {.file = folder.string()}));
    std::ranges::sort(files);
    return files;
}

void overlayTable(const std::filesystem::path& file, const TableTexts& texts, std::vector<StaleText>& stale)
{
    constexpr std::array<std::string_view, 4> columns{"key", "column", "text", "digest"};
    const CsvTable table(file, columns);
    table.refuseDoubles(std::span(columns).first(2));
    for (const auto& row : table.rows()) {
        const auto& key = table.required(row, "key");
        const auto& column = table.required(row, "column");
        const auto ofKey = texts.find(key);
        if (ofKey == texts.end())
            table.fail(row, "key", Message("data_fault.nothing_to_translate", {{"key", key}}));
        const auto text = ofKey->second.find(column);
        if (text == ofKey->second.end())
            table.fail(row, "column", Message("data_fault.no_text_in_column", {{"key", key}, {"column", column}}));
        const auto& translated = table.required(row, "text");
        const auto& digest = table.required(row, "digest");
        if (digest.size() != 8 || digest.find_first_not_of("0123456789abcdef") != std::string::npos)
            table.fail(row, "digest", Message("data_fault.no_digest", {{"digest", digest}}));
        if (digest != textDigest(*text->second.places.front())) {
            stale.push_back({file.stem().string(), row.line, key, column});
            continue;
        }
        for (auto* place : text->second.places)
            *place = translated;
    }
}

} // namespace

std::vector<StaleText> overlay(Catalogue& catalogue, std::vector<Claim>& claims, SupplyChain& supply, const GameTexts& games,
                              const std::filesystem::path& folder)
{
    std::map<std::string, TableTexts> tables;
    auto texts = textsOf(catalogue, claims, supply);
    for (auto& text : textsOf(games))
        texts.push_back(std::move(text));
    for (auto& text : texts)
        tables[text.table][text.key][text.column] = text;
    std::vector<StaleText> stale;
    for (const auto& file : filesIn(folder)) {
        const auto table = tables.find(file.stem().string());
        if (table == tables.end() || file.extension() != ".csv")
            throw InputError(Refusal("no_table_to_translate", {.file = file.string()}));
        overlayTable(file, table->second, stale);
    }
    return stale;
}

} // namespace chokepoint::facts

namespace chokepoint {

std::string textDigest(std::string_view english)
{
    boost::crc_32_type crc;
    crc.process_bytes(english.data(), english.size());
    std::string digits(8, '0');
    for (std::size_t i = 0; i < digits.size(); ++i)
        digits[i] = "0123456789abcdef"[crc.checksum() >> (28 - 4 * i) & 15];
    return digits;
}

} // namespace chokepoint
