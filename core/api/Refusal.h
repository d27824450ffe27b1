// Why input is refused, before it is said: an id, values and the place.
#pragma once

#include "api/Message.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace chokepoint {

/// Where the input stands, as far as it is known; what is empty is not told. In words: "scenarios/ask.toml, line 3, level".
struct Place {
    std::string file = {};   ///< as the user named it
    std::size_t line = 0;    ///< from 1; 0 when it is not known
    std::string field = {};  ///< column of a table or key of a file
    std::string option = {}; ///< option of a command as the user typed it: "--seed"
    Message thing = {};      ///< what is meant where there is no file: Message("place.measure", {{"measure", measure.shortName}})
};

/// What was refused. en.toml holds the three parts of what is said next to each other, and each may use any of the values:
///
///     [refusal.unknown_level]
///     problem = "“{value}” is no setting of {measure}."
///     reason = "The settings are {levels}."
///     remedy = "{program, select, command_line {List them with “chokepoint-cli catalogue levels {id}”.} other {Choose another.}}"
///
///     throw InputError(Refusal("unknown_level", {{"value", change.value}, {"measure", ...}, {"id", ...}, {"levels", ...}}, place));
///
/// Each pattern is a full sentence, and the remedy one that begins with a verb; hand in names and ids, never composed words. Let {program}
/// choose where window and command line advise differently, instead of naming a command in the window. The `remedy` may be left out of
/// the file when there is no next step to tell. Who catches calls said(error, language); a test compares error.refusal().id and values,
/// or said(error, english).reason.
struct Refusal {
    explicit Refusal(MessageName name, Place where = {}) : id(name.text()), place(std::move(where)) {}
    Refusal(MessageName name, std::initializer_list<NamedValue> named, Place where = {})
        : id(name.text()), values(named), place(std::move(where))
    {
    }

    std::string id; ///< without the "refusal." before it
    std::vector<NamedValue> values;
    Place place;
};

} // namespace chokepoint
