// Bytes under a passphrase: whole workbooks, and private layers in them.
#pragma once

#include "api/InputError.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace chokepoint {

/// How dear each guess of a passphrase is (Argon2id). What a file asks for is bounded, so that none takes the machine.
struct SealStrength {
    std::uint32_t passes = 3;
    std::uint32_t kibibytes = 128 * 1024;
    friend bool operator==(const SealStrength&, const SealStrength&) = default;
};
inline constexpr SealStrength weakestSeal{1, 8 * 1024}, strongestSeal{6, 512 * 1024};

/// Shortest and longest passphrase that is taken, in bytes.
inline constexpr std::size_t shortestPassphrase = 8, longestPassphrase = 1024;

/// A passphrase made into a key, for as long as what it seals is open. Copies share the key, which lies in memory that is never written to
/// a disk and is wiped at the end.
class SealKey {
public:
    /// A key of its own salt. Throws InputError for a passphrase that is too short or too long, or when memory is lacking.
    explicit SealKey(std::string_view passphrase, SealStrength strength = {});
    /// The key of sealed bytes; `place` names them in messages. Throws InputError for bytes that are not sealed, and for another passphrase
    /// than theirs.
    SealKey(std::string_view sealed, std::string_view passphrase, const std::string& place);
    ~SealKey();
    SealKey(const SealKey&);
    SealKey& operator=(const SealKey&);

    /// Sealed bytes (secretstream of XChaCha20-Poly1305), other ones at each call.
    std::string seal(std::string_view bytes) const;
    /// What this key sealed. Throws InputError for what another key sealed, and for bytes that are cut or changed in any place.
    std::string open(std::string_view sealed, const std::string& place) const;

    /// True for bytes that this key sealed.
    bool isOf(std::string_view sealed) const;

    struct Secret;

private:
    std::shared_ptr<const Secret> m_secret;
};

/// What functions take that read and write with or without a key: nullptr without one.
inline const SealKey* pointerTo(const std::optional<SealKey>& key) { return key ? &*key : nullptr; }

/// True for bytes that begin as sealed ones do.
bool isSealed(std::string_view bytes);

} // namespace chokepoint
