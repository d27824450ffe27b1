// Veils a number by SHA-256: half of the digits check that number and text belong together, and cover the number with the text.
#include "numbers/Veil.h"

#include "numbers/Sha256.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace chokepoint::numbers {
namespace {

constexpr std::size_t half = 16; // digits of base sixteen of 64 bits

std::string digitsOf(std::uint64_t number)
{
    std::array<char, half> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, 16);
    const std::string digits(buffer.data(), end.ptr);
    return std::string(half - digits.size(), '0') + digits;
}

std::optional<std::uint64_t> numberOf(std::string_view digits)
{
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
    return error == std::errc() && end == digits.data() + digits.size() ? std::optional(number) : std::nullopt;
}

std::string checkOf(std::uint64_t number, std::string_view text)
{
    return sha256(digitsOf(number) + " belongs to\n" + std::string(text)).substr(0, half);
}

std::uint64_t coverOf(std::string_view check, std::string_view text)
{
    return *numberOf(std::string_view(sha256(std::string(check) + " covers\n" + std::string(text))).substr(0, half));
}

} // namespace

std::string veiled(std::uint64_t number, std::string_view text)
{
    const auto check = checkOf(number, text);
    return check + digitsOf(number ^ coverOf(check, text));
}

std::optional<std::uint64_t> unveiled(std::string_view digits, std::string_view text)
{
    if (digits.size() != 2 * half)
        return std::nullopt;
    const auto check = digits.substr(0, half);
    const auto covered = numberOf(digits.substr(half));
    if (!covered)
        return std::nullopt;
    const auto number = *covered ^ coverOf(check, text);
    return checkOf(number, text) == check ? std::optional(number) : std::nullopt;
}

} // namespace chokepoint::numbers
