// Which form of a plural a number takes in a language: the rules of ICU, fixed to one locale and blind to the environment.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chokepoint::words {

enum class PluralForm { Zero, One, Two, Few, Many, Other };
std::optional<PluralForm> pluralForm(std::string_view keyword); ///< "one"
std::string keywordOf(PluralForm form);

class Plurals {
public:
    /// `locale` as in "en-US". Throws std::invalid_argument for one that ICU does not know.
    explicit Plurals(const std::string& locale);
    ~Plurals();
    Plurals(const Plurals&) = delete;
    Plurals& operator=(const Plurals&) = delete;

    /// May be called from several threads.
    PluralForm cardinal(std::int64_t count) const;
    PluralForm cardinal(std::string_view decimal) const; ///< of plain decimal text: "1.0 months" but "1 month"; Other for what is none
    PluralForm ordinal(std::int64_t count) const;

    /// The forms that the language has.
    const std::vector<PluralForm>& cardinalForms() const;
    const std::vector<PluralForm>& ordinalForms() const;

private:
    struct Rules;
    std::unique_ptr<const Rules> m_rules;
};

} // namespace chokepoint::words
