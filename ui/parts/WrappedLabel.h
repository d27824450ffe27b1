// A plain text of several lines that can be marked and copied.
#pragma once

#include <QLabel>

namespace chokepoint::ui {

/// `role`: for the theme, "muted" for instance; none without it.
inline QLabel* wrappedLabel(QWidget* parent, const QString& name, const char* role = nullptr)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (role)
        label->setProperty("role", role);
    return label;
}

} // namespace chokepoint::ui
