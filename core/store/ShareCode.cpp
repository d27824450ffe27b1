// Scenarios as one line of letters.
#include "api/ShareCode.h"

#include "api/Catalogue.h"
#include "api/Engine.h"
#include "api/ScenarioEdits.h"
#include "api/Workbook.h"
#include "files/Utf8.h"
#include "numbers/Base64Url.h"
#include "numbers/Sha256.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace chokepoint {
namespace {

constexpr std::string_view prefix = "CHOKE1.", anyPrefix = "CHOKE";
constexpr std::size_t checksumBytes = 4, idBytes = 3, longestText = 2000, longestDecimal = 255;

[[noreturn]] void refuse(Refusal why)
{
    why.place.thing = Message("place.share_code");
    throw InputError(std::move(why));
}

std::string checksum(std::string_view bytes) { return numbers::sha256(bytes).substr(0, 2 * checksumBytes); }

/// A few letters by which an id is recognised. Within a data book no two of a kind are alike, which a test holds.
std::string idDigest(std::string_view id)
{
    const auto hex = numbers::sha256(id);
    std::string bytes;
    for (std::size_t i = 0; i < idBytes; ++i)
        bytes += static_cast<char>(std::stoi(hex.substr(2 * i, 2), nullptr, 16));
    return bytes;
}

class CodeWriter {
public:
    void byte(std::size_t value) { m_bytes += static_cast<char>(value); }
    void text(std::string_view text)
    {
        if (text.size() > longestText)
            refuse(Refusal("code_too_long"));
        byte(text.size() >> 8);
        byte(text.size() & 0xFF);
        m_bytes += text;
    }
    void id(std::string_view id) { m_bytes += idDigest(id); }
    void count(std::size_t count)
    {
        byte(count >> 8);
        byte(count & 0xFF);
    }
    /// The signs of a number, two a byte.
    void decimal(std::string_view text)
    {
        if (text.size() > longestDecimal)
            refuse(Refusal("code_too_long"));
        byte(text.size());
        for (std::size_t i = 0; i < text.size(); i += 2)
            byte(nibble(text[i]) << 4 | (i + 1 < text.size() ? nibble(text[i + 1]) : 0));
    }
    static bool isDecimal(std::string_view text) { return !text.empty() && text.find_first_not_of(signs) == std::string_view::npos; }
    const std::string& bytes() const { return m_bytes; }

    static constexpr std::string_view signs = "0123456789.-+eE";

private:
    static std::size_t nibble(char sign) { return signs.find(sign); }
    std::string m_bytes;
};

class CodeReader {
public:
    explicit CodeReader(std::string_view bytes) : m_bytes(bytes) {}
    std::size_t byte()
    {
        if (m_bytes.empty())
            refuse(Refusal("code_damaged"));
        const auto value = static_cast<unsigned char>(m_bytes.front());
        m_bytes.remove_prefix(1);
        return value;
    }
    std::size_t count()
    {
        const auto high = byte();
        return high << 8 | byte();
    }
    std::string take(std::size_t size)
    {
        if (size > m_bytes.size())
            refuse(Refusal("code_damaged"));
        std::string part(m_bytes.substr(0, size));
        m_bytes.remove_prefix(size);
        return part;
    }
    std::string text()
    {
        auto text = take(count());
        for (std::size_t at = 0; at < text.size();) {
            const auto length = files::lengthOfCharacter(text, at);
            if (length == 0)
                refuse(Refusal("code_damaged"));
            at += length;
        }
        return text;
    }
    std::string decimal()
    {
        const auto size = byte();
        const auto packed = take((size + 1) / 2);
        std::string text;
        for (std::size_t i = 0; i < size; ++i) {
            const auto pair = static_cast<unsigned char>(packed[i / 2]);
            const std::size_t sign = i % 2 == 0 ? pair >> 4 : pair & 0xF;
            if (sign >= CodeWriter::signs.size())
                refuse(Refusal("code_damaged"));
            text += CodeWriter::signs[sign];
        }
        return text;
    }
    std::string id() { return take(idBytes); }
    std::optional<Quarter> quarter()
    {
        const auto index = byte();
        if (index == 0)
            return std::nullopt;
        if (index > quarterCount)
            refuse(Refusal("code_damaged"));
        return Quarter{static_cast<int>(index) - 1};
    }
    bool isEmpty() const { return m_bytes.empty(); }

private:
    std::string_view m_bytes;
};

/// A kind of value: a number by its digits, a setting by its digest.
enum class ValueKind : std::size_t { Level, Decimal };

void write(CodeWriter& out, const Change& change)
{
    out.id(change.measure);
    out.byte(change.from ? static_cast<std::size_t>(change.from->index) + 1 : 0);
    out.byte(static_cast<std::size_t>(change.over));
    const bool isDecimal = CodeWriter::isDecimal(change.value);
    out.byte(static_cast<std::size_t>(isDecimal ? ValueKind::Decimal : ValueKind::Level));
    isDecimal ? out.decimal(change.value) : out.id(change.value);
}

/// The entry whose id has a digest; nothing when there is none.
template <class Entries> const auto* withDigest(const Entries& entries, const std::string& digest)
{
    const auto at = std::ranges::find_if(entries, [&](const auto& entry) { return idDigest(entry.id) == digest; });
    return at == entries.end() ? nullptr : &*at;
}

/// Nothing for a change of a measure, or to a setting, that the catalogue does not know.
std::optional<Change> readChange(CodeReader& in, const Catalogue& catalogue)
{
    Change change;
    const auto* measure = withDigest(catalogue.measures, in.id());
    change.from = in.quarter();
    change.over = static_cast<int>(in.byte());
    if (change.over < 1 || change.over > quarterCount)
        refuse(Refusal("code_damaged"));
    const auto kind = in.byte();
    if (kind == static_cast<std::size_t>(ValueKind::Decimal)) {
        change.value = in.decimal();
    } else if (kind == static_cast<std::size_t>(ValueKind::Level)) {
        const auto digest = in.id();
        const auto* level = measure ? withDigest(measure->levels, digest) : nullptr;
        if (!level)
            return std::nullopt;
        change.value = level->id;
    } else {
        refuse(Refusal("code_damaged"));
    }
    if (!measure)
        return std::nullopt;
    change.measure = measure->id;
    return change;
}

std::optional<Assumption> readAssumption(CodeReader& in, const Catalogue& catalogue)
{
    const auto* parameter = withDigest(catalogue.parameters, in.id());
    Assumption assumption;
    assumption.value = in.decimal();
    assumption.low = in.decimal();
    assumption.high = in.decimal();
    if (!parameter)
        return std::nullopt;
    assumption.parameter = parameter->id;
    return assumption;
}

std::string withoutBlanks(std::string_view text)
{
    std::string letters;
    for (const char letter : text)
        if (letter != ' ' && letter != '\n' && letter != '\r' && letter != '\t')
            letters += letter;
    return letters;
}

SharedScenario readBytes(const Engine& engine, std::string_view bytes)
{
    const auto& catalogue = engine.catalogue();
    SharedScenario shared;
    auto& scenario = shared.scenario;
    CodeReader in(bytes);
    scenario.title = in.text();
    scenario.id = in.text();
    scenario.start = in.quarter().value_or(defaultStart);
    if (const auto* baseline = withDigest(catalogue.presets, in.id()))
        scenario.baseline = baseline->id;
    else
        ++shared.unknown;
    for (std::size_t left = in.count(); left > 0; --left)
        if (auto change = readChange(in, catalogue))
            scenario.changes.push_back(std::move(*change));
        else
            ++shared.unknown;
    for (std::size_t left = in.count(); left > 0; --left)
        if (auto assumption = readAssumption(in, catalogue))
            scenario.assumptions.push_back(std::move(*assumption));
        else
            ++shared.unknown;
    if (!in.isEmpty())
        refuse(Refusal("code_damaged"));
    return shared;
}

} // namespace

std::string shareCode(const Scenario& scenario)
{
    CodeWriter out;
    out.text(scenario.title);
    out.text(scenario.id);
    out.byte(static_cast<std::size_t>(scenario.start.index) + 1);
    out.id(scenario.baseline);
    out.count(scenario.changes.size());
    for (const auto& change : scenario.changes)
        write(out, change);
    out.count(scenario.assumptions.size());
    for (const auto& assumption : scenario.assumptions) {
        out.id(assumption.parameter);
        for (const auto& number : {assumption.value, assumption.low, assumption.high})
            out.decimal(number);
    }
    const auto code = std::string(prefix) + numbers::base64Url(out.bytes()) + "." + checksum(out.bytes());
    if (code.size() > longestShareCode)
        refuse(Refusal("code_too_long"));
    return code;
}

std::string commandOptions(const Catalogue& catalogue, const Scenario& scenario)
{
    std::string options;
    if (isPreset(catalogue, scenario)) {
        options = " --preset " + scenario.id;
    } else {
        for (const auto& change : scenario.changes)
            options += " --set " + edit::changeText(change);
    }
    if (scenario.start != defaultStart)
        options += " --from " + scenario.start.text();
    for (const auto& assumption : scenario.assumptions)
        options += " --param " + assumption.parameter + "=" + assumption.value;
    return options.empty() ? options : options.substr(1);
}

bool looksLikeShareCode(std::string_view text) { return text.size() <= longestShareCode && withoutBlanks(text).starts_with(anyPrefix); }

SharedScenario readShareCode(const Engine& engine, std::string_view text)
{
    if (text.size() > longestShareCode)
        refuse(Refusal("code_too_long"));
    const auto code = withoutBlanks(text);
    if (!code.starts_with(anyPrefix))
        refuse(Refusal("code_is_none"));
    if (!code.starts_with(prefix))
        refuse(Refusal("code_newer"));
    const auto dot = code.rfind('.');
    const auto bytes = numbers::fromBase64Url(std::string_view(code).substr(prefix.size(), dot < prefix.size() ? 0 : dot - prefix.size()));
    if (!bytes || dot < prefix.size() || checksum(*bytes) != code.substr(dot + 1))
        refuse(Refusal("code_damaged"));
    auto shared = readBytes(engine, *bytes);
    engine.check(shared.scenario);
    return shared;
}

} // namespace chokepoint
