// The page Negotiate in a window of its own, for tests: its parts by name, moves by mouse, and all that it says.
#pragma once

#include "WindowTest.h"
#include "WindowTexts.h"

#include "api/BargainModel.h"
#include "pages/negotiate/NegotiatePage.h"
#include "pages/negotiate/PackageBoard.h"
#include "pages/negotiate/TableView.h"
#include "parts/PaintedTexts.h"

#include <QAccessible>
#include <QCheckBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace chokepoint::test {

class NegotiateTest : public WindowTest {
protected:
    void openNegotiate()
    {
        openActiveWindow();
        m_window->showPage("negotiate");
        m_page = m_window->page<ui::NegotiatePage>();
        m_page->setNextSeed(1);
    }

    ui::NegotiatePage* m_page = nullptr;

    /// Of the talks that are open, or of the model.
    const bargain::Domain& domain() const
    {
        return m_page->rehearsal() ? m_page->rehearsal()->game().domain : bargain::modelGameOf(engine()).domain;
    }
    std::size_t issue(const char* id) const
    {
        return static_cast<std::size_t>(std::ranges::find(domain().issues, id, &bargain::Issue::id) - domain().issues.begin());
    }
    std::size_t level(std::size_t of, const char* id) const
    {
        const auto& levels = domain().issues[of].levels;
        return static_cast<std::size_t>(std::ranges::find(levels, id, &bargain::IssueLevel::id) - levels.begin());
    }
    QPushButton* button(const char* name) const { return in<QPushButton>(m_page, name); }
    ui::PackageBoard* board() const { return m_page->table()->board(); }
    void settle()
    {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
    }
    void clickStop(const char* id, const char* to)
    {
        const auto at = issue(id);
        QTest::mouseClick(board(), Qt::LeftButton, {}, board()->stopAt(at, level(at, to)));
    }
    void tickAndOpen()
    {
        QTRY_VERIFY(!m_page->isBusy());
        auto* read = in<QCheckBox>(m_page, "cautionsRead");
        if (!read->isChecked())
            QTest::mouseClick(read, Qt::LeftButton, {}, QPoint(8, read->height() / 2));
        click(button("openTable"));
        settle();
    }
    /// Presses OK in a dialog of the page, which is gone then.
    void answer(const char* name)
    {
        auto* dialog = in<QDialog>(m_page, name);
        click(in<QDialogButtonBox>(dialog)->button(QDialogButtonBox::Ok));
        QTRY_VERIFY(!m_page->findChild<QDialog*>(QLatin1String(name)));
    }
    /// Sends as often as the button asks.
    void send()
    {
        const auto moves = m_page->rehearsal()->view(bargain::Side::US).moves().size();
        click(button("sendOffer"));
        if (!m_page->rehearsal()->isOver() && m_page->rehearsal()->view(bargain::Side::US).moves().size() == moves)
            click(button("sendOffer"));
    }
    /// What a screen reader is told of a part of the window and of all below it.
    static void tellHeard(QAccessibleInterface* part, QStringList& all)
    {
        if (!part)
            return;
        for (const auto kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
            all << part->text(kind);
        for (int child = 0; child < part->childCount(); ++child)
            tellHeard(part->child(child), all);
    }
    /// Every text of the window that can be seen or heard, in one.
    QString allTexts() const
    {
        QStringList all;
        const WindowTexts texts(m_window.get());
        for (const auto& each : texts.texts())
            all << each.text;
        for (const auto* widget : m_page->findChildren<QWidget*>()) { // hidden leaves as well
            all << widget->accessibleDescription() << widget->accessibleName() << widget->toolTip();
            if (const auto* label = qobject_cast<const QLabel*>(widget))
                all << label->text();
            if (const auto* line = qobject_cast<const QLineEdit*>(widget); line && line->echoMode() == QLineEdit::Normal)
                all << line->text();
            if (const auto* painted = dynamic_cast<const ui::PaintedTexts*>(widget))
                all << painted->paintedTexts();
        }
        tellHeard(QAccessible::queryAccessibleInterface(m_window.get()), all);
        return all.join('\n');
    }
};

} // namespace chokepoint::test
