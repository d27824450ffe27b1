// Texts of the core as the window needs them.
#pragma once

#include "api/InputError.h"
#include "api/Language.h"

#include <QString>

#include <string>

namespace chokepoint::ui {

/// A name of the data book or another text that needs no language.
inline QString text(const std::string& value) { return QString::fromStdString(value); }

/// A message, a number, a quarter or a list in a language.
inline QString text(const MessageValue& value, const Language& language) { return QString::fromStdString(language.text(value)); }

/// What the window says of an error in one line: problem, reason and what to do next.
inline QString told(const InputError& error, const Language& language)
{
    return text(said(error, language).line(language));
}

} // namespace chokepoint::ui
