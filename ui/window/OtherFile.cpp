// What a window does when another program has changed the file of its workbook.
#include "bridge/Board.h"
#include "window/FileActions.h"
#include "window/MainWindow.h"
#include "window/Questions.h"

#include <QFileInfo>

namespace chokepoint::ui {

void FileActions::askBeforeSaving(const std::function<void()>& keepMine)
{
    const bool isThere = QFileInfo::exists(m_document.file());
    auto* box = boxOfOtherFile();
    addAnswer(box, isThere ? tr("Keep mine") : tr("Save it again"), "keepMine", QMessageBox::DestructiveRole, keepMine);
    if (isThere)
        addTheirs(box);
    addAnswer(box, tr("Save a copy…"), "copy", QMessageBox::AcceptRole, [this] { saveAs(); });
    addAnswer(box, tr("Cancel"), "cancel", QMessageBox::RejectRole, {});
    box->open();
}

/// Of each change of the file once, when a person comes back to the window.
void FileActions::noticeOtherFile()
{
    if (!m_document.isFileNews() || m_window.findChild<QMessageBox*>())
        return;
    m_document.noteFile();
    const bool isThere = QFileInfo::exists(m_document.file());
    auto* box = boxOfOtherFile();
    addAnswer(box, tr("Go on with mine"), "goOn", QMessageBox::RejectRole, {});
    if (isThere)
        addTheirs(box);
    box->open();
}

QMessageBox* FileActions::boxOfOtherFile()
{
    const auto file = QFileInfo(m_document.file());
    const bool isThere = file.exists();
    return question(&m_window, isThere ? tr("The file has changed") : tr("The file is gone"),
                    isThere ? tr("Another program has changed “%1” since you opened it.").arg(file.fileName())
                            : tr("Another program has moved or removed “%1” since you opened it.").arg(file.fileName()));
}

void FileActions::addTheirs(QMessageBox* box)
{
    addAnswer(box, tr("Load theirs"), "reload", QMessageBox::DestructiveRole, [this] { open(QString(m_document.file())); });
    addAnswer(box, tr("Compare"), "compare", QMessageBox::AcceptRole, [this] { compareWithFile(); });
}

/// Puts the scenarios that the file has otherwise beside those on the board. Nothing is saved: the next save asks again.
void FileActions::compareWithFile()
{
    withKey(QString(m_document.file()), [this](const Document::Key& key) {
        auto workbook = m_board.workbook();
        const auto copied = addOtherCopy(workbook, m_board.catalogue(), m_document.inFile(key), [](const std::string& title) {
            return tr("%1, as in the file").arg(QString::fromStdString(title)).toStdString();
        });
        if (copied.empty()) {
            m_window.say(tr("Your scenarios are those of the file. What differs is its notes, its news, its baseline or its layout."));
            return;
        }
        auto comparison = workbook.view.comparison;
        comparison.scenarios.clear();
        for (const auto& [mine, copy] : copied) {
            if (!mine.empty())
                comparison.scenarios.push_back(mine);
            comparison.scenarios.push_back(copy);
        }
        const auto& first = copied.front();
        comparison.first = first.mine.empty() ? workbook.onTable : first.mine;
        comparison.second = first.copy;
        comparison.banded.clear();
        m_board.setContent(std::move(workbook), tr("Compare with the file"));
        m_board.keepComparison(comparison);
        m_window.showPage("compare");
        emit opened();
        const int count = static_cast<int>(copied.size());
        m_window.say(count == 1
                         ? tr("The file has one scenario that you do not have, or have otherwise. It stands beside yours now; nothing "
                              "is saved yet.")
                         : tr("The file has %n scenarios that you do not have, or have otherwise. They stand beside yours now; "
                              "nothing is saved yet.",
                              nullptr, count));
    });
}

} // namespace chokepoint::ui
