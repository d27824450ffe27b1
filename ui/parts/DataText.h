// Data on its way into widgets that read markup: an ampersand in a menu, a tag in a tool tip. What a file says is shown as it says it.
#pragma once

#include <QString>

#include <string>

namespace chokepoint::ui {

/// For actions, menus and buttons: "&" is shown and makes no shortcut.
QString menuText(const QString& data);
QString menuText(const std::string& data);

/// For tool tips, message boxes and labels that look themselves whether a text is rich: tags are shown, and nothing is loaded.
QString plainText(const QString& data);
QString plainText(const std::string& data);

/// For a cell of a table that goes to the clipboard: one line without tabs, and no formula for the program that it is pasted into.
QString pastedText(const QString& data);
QString pastedText(const std::string& data);

/// For a place inside rich text of ours.
QString richText(const QString& data);
QString richText(const std::string& data);

} // namespace chokepoint::ui
