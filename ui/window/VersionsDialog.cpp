// Builds the dialog.
#include "window/VersionsDialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace chokepoint::ui {

VersionsDialog::VersionsDialog(std::vector<KeptVersion> versions, QWidget* parent) : QDialog(parent), m_versions(std::move(versions))
{
    setWindowTitle(tr("Older versions"));
    resize(460, 380);
    auto* layout = new QVBoxLayout(this);
    auto* note = new QLabel(
        tr("A copy is kept before each save, fewer of them the older they are. Opening one changes no file until you save."), this);
    note->setWordWrap(true);
    layout->addWidget(note);
    m_list = new QTreeWidget(this);
    m_list->setObjectName(QStringLiteral("versions"));
    m_list->setHeaderLabels({tr("Replaced on"), tr("Size")});
    m_list->setRootIsDecorated(false);
    for (const auto& version : m_versions)
        m_list->addTopLevelItem(new QTreeWidgetItem({version.at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd  HH:mm:ss")),
                                                     QLocale::c().formattedDataSize(version.size, 0, QLocale::DataSizeSIFormat)}));
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setStretchLastSection(false);
    if (!m_versions.empty())
        m_list->setCurrentItem(m_list->topLevelItem(0));
    connect(m_list, &QTreeWidget::itemActivated, this, &QDialog::accept);
    layout->addWidget(m_list, 1);
    auto* buttons = new QDialogButtonBox(this);
    auto* open = buttons->addButton(tr("Open this version"), QDialogButtonBox::AcceptRole);
    open->setObjectName(QStringLiteral("openVersion"));
    open->setEnabled(!m_versions.empty());
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}

QString VersionsDialog::chosen() const
{
    const auto row = m_list->indexOfTopLevelItem(m_list->currentItem());
    return row < 0 ? QString() : m_versions[static_cast<std::size_t>(row)].file;
}

} // namespace chokepoint::ui
