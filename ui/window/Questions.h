// Questions over a window: a box with answers that are named and do something.
#pragma once

#include "parts/DataText.h"

#include <QMessageBox>
#include <QPushButton>

#include <functional>

namespace chokepoint::ui {

/// A question over the window that leaves it open to repaint; the box removes itself.
inline QMessageBox* question(QWidget* window, const QString& title, const QString& words)
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, title, plainText(words), QMessageBox::NoButton, window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowModality(Qt::WindowModal);
    return box;
}

/// An answer; `name` is its object name, `then` what it does.
inline void addAnswer(QMessageBox* box, const QString& words, const char* name, QMessageBox::ButtonRole role,
                      const std::function<void()>& then)
{
    auto* button = box->addButton(words, role);
    button->setObjectName(QLatin1String(name));
    if (then)
        QObject::connect(button, &QPushButton::clicked, box, then);
}

} // namespace chokepoint::ui
