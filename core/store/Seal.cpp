// Sealing by libsodium. A sealed text begins with a head that anybody may read: mark, form, cost, salt, and a check of head and passphrase.
#include "api/Seal.h"

#include <sodium.h>

#include <array>
#include <new>
#include <optional>

namespace chokepoint {
namespace {

constexpr std::string_view mark("CHOKSEAL\1", 9);
constexpr std::size_t saltSize = crypto_pwhash_SALTBYTES, checkSize = 16, keySize = crypto_secretstream_xchacha20poly1305_KEYBYTES;
constexpr std::size_t streamHead = crypto_secretstream_xchacha20poly1305_HEADERBYTES,
                      tagSize = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t checkAt = mark.size() + 8 + saltSize, headSize = checkAt + checkSize, chunk = 64 * 1024;

const unsigned char* bytesOf(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytesOf(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

void start()
{
    if (sodium_init() < 0)
        throw InputError(Refusal("out_of_memory"));
}

void append(std::string& bytes, std::uint32_t number)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(number >> shift & 0xFF);
}

std::uint32_t numberAt(std::string_view bytes, std::size_t at)
{
    std::uint32_t number = 0;
    for (std::size_t i = at; i < at + 4; ++i)
        number = number << 8 | static_cast<unsigned char>(bytes[i]);
    return number;
}

/// The cost that a head asks for; nothing for one that no program of ours writes.
std::optional<SealStrength> strengthOf(std::string_view head)
{
    const SealStrength asked{numberAt(head, mark.size()), numberAt(head, mark.size() + 4)};
    const bool isBounded = asked.passes >= weakestSeal.passes && asked.passes <= strongestSeal.passes
                        && asked.kibibytes >= weakestSeal.kibibytes && asked.kibibytes <= strongestSeal.kibibytes;
    return isBounded ? std::optional(asked) : std::nullopt;
}

} // namespace

/// Lies in guarded memory by itself.
struct SealKey::Secret {
    explicit Secret(std::string_view beforeCheck, std::string_view passphrase, SealStrength strength)
        : keys(static_cast<unsigned char*>(sodium_malloc(2 * keySize))), head(beforeCheck)
    {
        if (!keys)
            throw std::bad_alloc();
        const auto salt = beforeCheck.substr(beforeCheck.size() - saltSize);
        if (crypto_pwhash(keys, 2 * keySize, passphrase.data(), passphrase.size(), bytesOf(salt), strength.passes,
                          std::size_t{strength.kibibytes} * 1024, crypto_pwhash_ALG_ARGON2ID13)
            != 0) {
            sodium_free(keys);
            throw InputError(Refusal("out_of_memory"));
        }
        std::array<unsigned char, checkSize> check{};
        crypto_generichash(check.data(), checkSize, bytesOf(head), head.size(), keys + keySize, keySize);
        head.append(reinterpret_cast<const char*>(check.data()), checkSize);
    }
    ~Secret() { sodium_free(keys); } // wipes it
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;

    unsigned char* keys; ///< the first seals, the second knows the head
    std::string head;
};

SealKey::SealKey(std::string_view passphrase, SealStrength strength)
{
    start();
    if (passphrase.size() < shortestPassphrase || passphrase.size() > longestPassphrase)
        throw InputError(Refusal("passphrase_length", {{"least", shortestPassphrase}, {"most", longestPassphrase}}));
    std::string head(mark);
    append(head, strength.passes);
    append(head, strength.kibibytes);
    std::array<char, saltSize> salt{};
    randombytes_buf(salt.data(), salt.size());
    head.append(salt.data(), salt.size());
    m_secret = std::make_shared<const Secret>(head, passphrase, strength);
}

SealKey::SealKey(std::string_view sealed, std::string_view passphrase, const std::string& place)
{
    start();
    const auto strength = isSealed(sealed) && sealed.size() >= headSize ? strengthOf(sealed) : std::nullopt;
    if (!strength)
        throw InputError(Refusal("sealed_damaged", {.file = place}));
    m_secret = std::make_shared<const Secret>(sealed.substr(0, checkAt), passphrase, *strength);
    if (sodium_memcmp(m_secret->head.data() + checkAt, sealed.data() + checkAt, checkSize) != 0)
        throw InputError(Refusal("passphrase_wrong", {.file = place}));
}

SealKey::~SealKey() = default;
SealKey::SealKey(const SealKey&) = default;
SealKey& SealKey::operator=(const SealKey&) = default;

std::string SealKey::seal(std::string_view bytes) const
{
    std::string sealed = m_secret->head;
    sealed.resize(headSize + streamHead);
    crypto_secretstream_xchacha20poly1305_state state;
    crypto_secretstream_xchacha20poly1305_init_push(&state, bytesOf(sealed) + headSize, m_secret->keys);
    for (bool isLast = false; !isLast;) {
        const auto piece = bytes.substr(0, chunk);
        bytes.remove_prefix(piece.size());
        isLast = bytes.empty();
        const auto at = sealed.size();
        sealed.resize(at + piece.size() + tagSize);
        const auto tag = isLast ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
        crypto_secretstream_xchacha20poly1305_push(&state, bytesOf(sealed) + at, nullptr, bytesOf(piece), piece.size(),
                                                   bytesOf(m_secret->head), headSize, static_cast<unsigned char>(tag));
    }
    sodium_memzero(&state, sizeof state);
    return sealed;
}

std::string SealKey::open(std::string_view sealed, const std::string& place) const
{
    const auto damaged = [&] { return InputError(Refusal("sealed_damaged", {.file = place})); };
    if (!isSealed(sealed) || sealed.size() < headSize + streamHead)
        throw damaged();
    if (!isOf(sealed))
        throw InputError(Refusal("passphrase_wrong", {.file = place}));
    crypto_secretstream_xchacha20poly1305_state state;
    if (crypto_secretstream_xchacha20poly1305_init_pull(&state, bytesOf(sealed) + headSize, m_secret->keys) != 0)
        throw damaged();
    sealed.remove_prefix(headSize + streamHead);
    std::string bytes;
    for (unsigned char tag = 0; tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL;) {
        const auto piece = sealed.substr(0, chunk + tagSize);
        sealed.remove_prefix(piece.size());
        if (piece.size() < tagSize)
            throw damaged();
        const auto at = bytes.size();
        bytes.resize(at + piece.size() - tagSize);
        if (crypto_secretstream_xchacha20poly1305_pull(&state, bytesOf(bytes) + at, nullptr, &tag, bytesOf(piece), piece.size(),
                                                       bytesOf(m_secret->head), headSize)
            != 0)
            throw damaged();
    }
    sodium_memzero(&state, sizeof state);
    if (!sealed.empty())
        throw damaged();
    return bytes;
}

bool SealKey::isOf(std::string_view sealed) const { return sealed.starts_with(m_secret->head); }

bool isSealed(std::string_view bytes) { return bytes.starts_with(mark); }

} // namespace chokepoint
