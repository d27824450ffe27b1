// Builds the dialog: a picture, a name, when it was set aside, and how many changes it holds.
#include "window/LostWorkDialog.h"

#include "parts/DataText.h"

#include <QBuffer>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QImageReader>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace chokepoint::ui {
namespace {

constexpr int pictureWidth = 160, pictureHeight = 100, largestSide = 1024;

/// The picture of a side file, unless it is larger than the program makes them.
QIcon iconOf(QByteArray png)
{
    QBuffer buffer(&png);
    QImageReader reader(&buffer, "png");
    const auto size = reader.size();
    if (!size.isValid() || size.width() > largestSide || size.height() > largestSide)
        return {};
    return QIcon(QPixmap::fromImage(reader.read()));
}

} // namespace

LostWorkDialog::LostWorkDialog(std::vector<LostWork> lost, QWidget* parent) : QDialog(parent), m_lost(std::move(lost))
{
    setWindowTitle(tr("Work that was not saved"));
    resize(560, 360);
    auto* layout = new QVBoxLayout(this);
    auto* note = new QLabel(tr("Chokepoint ended before this was saved. Open it to go on; nothing is lost until you discard it."), this);
    note->setWordWrap(true);
    layout->addWidget(note);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("lostWork"));
    m_list->setIconSize({pictureWidth, pictureHeight});
    connect(m_list, &QListWidget::itemActivated, this, &LostWorkDialog::openChosen);
    layout->addWidget(m_list, 1);
    auto* buttons = new QDialogButtonBox(this);
    auto* open = buttons->addButton(tr("Open"), QDialogButtonBox::ActionRole);
    open->setObjectName(QStringLiteral("openLost"));
    open->setDefault(true);
    connect(open, &QPushButton::clicked, this, &LostWorkDialog::openChosen);
    auto* discard = buttons->addButton(tr("Discard"), QDialogButtonBox::DestructiveRole);
    discard->setObjectName(QStringLiteral("discardLost"));
    connect(discard, &QPushButton::clicked, this, &LostWorkDialog::discardChosen);
    buttons->addButton(tr("Later"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    fill();
}

void LostWorkDialog::fill()
{
    m_list->clear();
    for (const auto& work : m_lost) {
        const auto untitled = work.sealedOriginal.isEmpty() ? tr("Untitled") : tr("Encrypted workbook");
        const auto name = work.original.isEmpty() ? untitled : QFileInfo(work.original).completeBaseName();
        const auto when = work.at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd  HH:mm"));
        const auto words = work.edits == 1 ? tr("%1\n%2, 1 change", "name, time").arg(name, when)
                                           : tr("%1\n%2, %n changes", "name, time, number of changes", work.edits).arg(name, when);
        auto* item = new QListWidgetItem(words, m_list);
        item->setIcon(iconOf(work.picture));
    }
    m_list->setCurrentRow(0);
}

void LostWorkDialog::openChosen()
{
    const auto row = m_list->currentRow();
    if (row < 0)
        return;
    emit opened(m_lost[static_cast<std::size_t>(row)]);
    accept();
}

void LostWorkDialog::discardChosen()
{
    const auto row = m_list->currentRow();
    if (row < 0)
        return;
    discard(m_lost[static_cast<std::size_t>(row)]);
    m_lost.erase(m_lost.begin() + row);
    if (m_lost.empty())
        accept();
    else
        fill();
}

} // namespace chokepoint::ui
