// Tornado, indices, and on inputs of which grades a spread rests.
#pragma once

#include "api/Catalogue.h"
#include "api/Message.h"
#include "api/Question.h"

#include <cstddef>
#include <string>

namespace chokepoint {
class Language;
struct GradeShare;
struct Indices;
struct Tornado;
} // namespace chokepoint

namespace chokepoint::words {

/// The widest bars as a table.
std::string tornadoTable(const Catalogue& catalogue, const Tornado& tornado, std::size_t series, Period period, Contrast contrast,
                         std::size_t rows, const Language& language);

/// What part of the spread of a series rests on inputs of which grades, as one sentence.
Message gradeShareSentence(const Catalogue& catalogue, const GradeShare& share);

/// The largest indices of a period (place in Indices::periods) as a table.
std::string indicesTable(const Catalogue& catalogue, const Indices& indices, std::size_t period, std::size_t rows,
                         const Language& language);

} // namespace chokepoint::words
