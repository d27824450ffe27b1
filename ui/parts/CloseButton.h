// The button by which a dialog is left that asks nothing.
#pragma once

#include <QDialogButtonBox>
#include <QPushButton>

namespace chokepoint::ui {

/// Enter in a list or a field is no wish to leave: the button answers the key only where it has the focus.
inline QPushButton* addCloseButton(QDialogButtonBox& buttons, const QString& words, const char* name)
{
    auto* close = buttons.addButton(words, QDialogButtonBox::RejectRole);
    close->setObjectName(QLatin1String(name));
    close->setAutoDefault(false);
    return close;
}

} // namespace chokepoint::ui
