// The title of a chart, which opens the menu of all series.
#pragma once

#include "parts/DataText.h"

#include <QPushButton>
#include <QStyleOptionButton>

namespace chokepoint::ui {

/// Its words change with every move, and a button tells its layout of each new text; so they are handed to the style alone.
class TitleButton : public QPushButton {
public:
    using QPushButton::QPushButton;
    void setTitle(const QString& title)
    {
        m_title = title;
        setAccessibleName(title);
        update();
    }

    /// As it is seen; the accessible name may be longer.
    const QString& title() const { return m_title; }

protected:
    void initStyleOption(QStyleOptionButton* option) const override
    {
        QPushButton::initStyleOption(option);
        option->text = menuText(m_title);
    }

private:
    QString m_title;
};

} // namespace chokepoint::ui
