// Renews a view when it is shown or while it is shown.
#include "pages/why/WhyView.h"

#include "api/TimeWords.h"
#include "look/Theme.h"
#include "parts/DataText.h"
#include "parts/WrappedLabel.h"

#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

namespace chokepoint::ui {

WhyView::WhyView(Board& board, Focus& focus, QWidget* parent) : QWidget(parent), m_board(board), m_focus(focus)
{
    m_job.setLanguage(board.language());
    connect(&board, &Board::changed, this, &WhyView::ask);
    connect(&focus, &Focus::changed, this, &WhyView::ask);
}

QString WhyView::toldTime() const { return m_board.said(words::periodName(m_focus.period())); }

void WhyView::ask()
{
    m_isOld = true;
    if (!isVisible())
        return;
    m_isOld = false;
    renew();
}

void WhyView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isOld)
        ask();
}

QVBoxLayout* WhyView::addCard(QVBoxLayout* under, const QString& title)
{
    auto* card = new QFrame(this);
    card->setProperty("card", true);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(14, 10, 14, 10);
    inside->setSpacing(4);
    if (!title.isEmpty()) {
        auto* head = new QLabel(plainText(title), card);
        head->setFont(fontOf(13, QFont::DemiBold));
        inside->addWidget(head);
    }
    under->addWidget(card);
    return inside;
}

QLabel* WhyView::addText(QVBoxLayout* under, const QString& name, const char* role)
{
    auto* label = wrappedLabel(this, name, role);
    under->addWidget(label);
    return label;
}

} // namespace chokepoint::ui
