// What a Language holds, and how it is read from its file.
#pragma once

#include "api/Language.h"
#include "words/Pattern.h"
#include "words/Plurals.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace chokepoint {

struct Language::Inside {
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    std::string name;
    Program program = Program::CommandLine;
    LanguageStyle style;
    std::shared_ptr<const words::Plurals> plurals;
    std::unordered_map<std::string, words::Pattern, Hash, std::equal_to<>> patterns;

    /// Throws LanguageError.
    static std::shared_ptr<const Inside> read(std::string_view toml, const std::string& place, Program program);
};

} // namespace chokepoint
