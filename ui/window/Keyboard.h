// The keys of the window beyond those of its buttons: areas, number of charts, and the list of all keys.
#pragma once

#include <QList>
#include <QString>

#include <utility>

namespace chokepoint::ui {

class MainWindow;

/// Adds the shortcuts, and "Keyboard" with the list to the menu of files and help.
void addKeyboard(MainWindow& window);

/// Keys and what they do, in the order in which they are told.
QList<std::pair<QString, QString>> keysInWords();

} // namespace chokepoint::ui
