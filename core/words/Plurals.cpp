// Plural rules of a locale by ICU.
#include "words/Plurals.h"

#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>
#include <unicode/strenum.h>
#include <unicode/ures.h>

#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>

namespace chokepoint::words {
namespace {

constexpr std::array<std::string_view, 6> keywords{"zero", "one", "two", "few", "many", "other"};
constexpr std::size_t mostDecimals = 6; // numbers are shown with fewer

void check(UErrorCode status, const char* what)
{
    if (U_FAILURE(status))
        throw std::invalid_argument(std::string(what) + ": " + u_errorName(status));
}

std::vector<PluralForm> formsOf(const icu::PluralRules& rules)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::StringEnumeration> names(rules.getKeywords(status));
    std::vector<PluralForm> forms;
    while (const char* name = names ? names->next(nullptr, status) : nullptr)
        if (const auto form = pluralForm(name))
            forms.push_back(*form);
    check(status, "the plural forms cannot be listed");
    std::ranges::sort(forms);
    return forms;
}

} // namespace

std::optional<PluralForm> pluralForm(std::string_view keyword)
{
    const auto at = std::ranges::find(keywords, keyword);
    return at == keywords.end() ? std::nullopt : std::optional(static_cast<PluralForm>(at - keywords.begin()));
}

std::string keywordOf(PluralForm form) { return std::string(keywords[static_cast<std::size_t>(form)]); }

struct Plurals::Rules {
    std::unique_ptr<const icu::PluralRules> cardinal, ordinal;
    std::array<icu::number::LocalizedNumberFormatter, mostDecimals + 1> decimals; ///< by places behind the point
    std::vector<PluralForm> cardinalForms, ordinalForms;
    std::array<icu::UnicodeString, keywords.size()> names;

    PluralForm form(const icu::UnicodeString& keyword) const
    {
        const auto at = std::ranges::find(names, keyword);
        return at == names.end() ? PluralForm::Other : static_cast<PluralForm>(at - names.begin());
    }
    PluralForm select(const icu::PluralRules& rules, std::int64_t count) const
    {
        if (count >= std::numeric_limits<std::int32_t>::min() && count <= std::numeric_limits<std::int32_t>::max())
            return form(rules.select(static_cast<std::int32_t>(count)));
        return form(rules.select(static_cast<double>(count)));
    }
};

Plurals::Plurals(const std::string& locale)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto where = icu::Locale::forLanguageTag(locale, status);
    check(status, "the locale cannot be read");
    // an unknown locale would be replaced by that of the environment without a word
    UResourceBundle* const bundle = ures_open(nullptr, where.getName(), &status);
    ures_close(bundle);
    if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING || std::string_view(where.getLanguage()).empty())
        throw std::invalid_argument("the locale is unknown");
    status = U_ZERO_ERROR;
    auto rules = std::make_unique<Rules>();
    rules->cardinal.reset(icu::PluralRules::forLocale(where, UPLURAL_TYPE_CARDINAL, status));
    rules->ordinal.reset(icu::PluralRules::forLocale(where, UPLURAL_TYPE_ORDINAL, status));
    check(status, "the plural rules cannot be read");
    rules->cardinalForms = formsOf(*rules->cardinal);
    rules->ordinalForms = formsOf(*rules->ordinal);
    for (std::size_t places = 0; places <= mostDecimals; ++places)
        rules->decimals[places] = icu::number::NumberFormatter::withLocale(where).precision(
            icu::number::Precision::fixedFraction(static_cast<int32_t>(places)));
    for (std::size_t i = 0; i < keywords.size(); ++i)
        rules->names[i] = icu::UnicodeString::fromUTF8(icu::StringPiece(keywords[i].data(), static_cast<int32_t>(keywords[i].size())));
    m_rules = std::move(rules);
}

Plurals::~Plurals() = default;

PluralForm Plurals::cardinal(std::int64_t count) const { return m_rules->select(*m_rules->cardinal, count); }
PluralForm Plurals::ordinal(std::int64_t count) const { return m_rules->select(*m_rules->ordinal, count); }

PluralForm Plurals::cardinal(std::string_view decimal) const
{
    const auto point = decimal.find('.');
    const auto places = point == std::string_view::npos ? 0 : std::min(decimal.size() - point - 1, mostDecimals);
    UErrorCode status = U_ZERO_ERROR;
    const icu::StringPiece digits(decimal.data(), static_cast<int32_t>(decimal.size()));
    const auto number = m_rules->decimals[places].formatDecimal(digits, status);
    const auto keyword = m_rules->cardinal->select(number, status);
    return U_FAILURE(status) ? PluralForm::Other : m_rules->form(keyword);
}

const std::vector<PluralForm>& Plurals::cardinalForms() const { return m_rules->cardinalForms; }
const std::vector<PluralForm>& Plurals::ordinalForms() const { return m_rules->ordinalForms; }

} // namespace chokepoint::words
