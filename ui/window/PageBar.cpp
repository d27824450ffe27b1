// Buttons that exclude each other.
#include "window/PageBar.h"

#include "look/Theme.h"
#include "parts/DataText.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QShortcut>
#include <QToolButton>

namespace chokepoint::ui {

PageBar::PageBar(const std::vector<PageKind>& pages, QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("pageBar"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    auto* group = new QButtonGroup(this);
    for (int i = 0; i < static_cast<int>(pages.size()); ++i) {
        const auto& kind = pages[static_cast<std::size_t>(i)];
        auto* button = new QToolButton(this);
        button->setObjectName(QStringLiteral("page:") + QLatin1String(kind.id));
        button->setText(menuText(kind.name()));
        button->setCheckable(true);
        button->setChecked(i == 0);
        button->setProperty("role", "page");
        const QKeySequence keys(Qt::CTRL | (Qt::Key_1 + i));
        button->setToolTip(plainText(tr("%1 (%2)").arg(kind.name(), keys.toString(QKeySequence::NativeText))));
        group->addButton(button, i);
        button->ensurePolished();
        button->setMinimumWidth(button->sizeHint().width()); // names of pages are never cut
        layout->addWidget(button);
        m_buttons.push_back(button);
        connect(new QShortcut(keys, this), &QShortcut::activated, button, &QToolButton::click);
    }
    connect(group, &QButtonGroup::idClicked, this, [this](int page) {
        m_current = page;
        emit chosen(page);
    });
}

void PageBar::setCurrent(int page)
{
    m_current = page;
    m_buttons[static_cast<std::size_t>(page)]->setChecked(true);
}

void PageBar::setTight(bool tight)
{
    m_isTight = tight;
    for (auto* button : m_buttons)
        if (setStyled(*button, "tight", tight)) {
            button->setMinimumWidth(0);
            button->setMinimumWidth(button->sizeHint().width());
        }
}

} // namespace chokepoint::ui
