// Texts of the core as the window needs them.
#pragma once

#include "api/InputError.h"
#include "api/Language.h"

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace chokepoint::ui {

/// A name of the data book or another text that needs no language.
inline QString text(const std::string& value) { return QString::fromStdString(value); }

/// A message, a number, a quarter or a list in a language.
inline QString text(const MessageValue& value, const Language& language) { return QString::fromStdString(language.text(value)); }

/// The label of a button that opens a menu.
inline QString withArrow(const QString& label) { return label + QStringLiteral("  \u25be"); }

/// Texts joined as the language joins them: facts in one line, sentences behind each other, a list with "and".
inline QString joined(const QStringList& items, MessageList::Joint joint, const Language& language)
{
    std::vector<std::string> texts;
    for (const auto& item : items)
        texts.push_back(item.toStdString());
    return text(language.list(texts, joint));
}

/// What the window says of an error in one line: problem, reason and what to do next.
inline QString told(const InputError& error, const Language& language)
{
    return text(said(error, language).line(language));
}

} // namespace chokepoint::ui
