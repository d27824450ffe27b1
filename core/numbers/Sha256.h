// SHA-256 of bytes, for what is kept and recognised later.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace chokepoint::numbers {

/// The sum over bytes that come in pieces.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::string_view bytes);
    /// The sum as 64 hexadecimal digits in lower case. Nothing is added afterwards.
    std::string hex();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The sum of one text.
std::string sha256(std::string_view bytes);

} // namespace chokepoint::numbers
