// Lists the older versions of a workbook file.
#pragma once

#include "document/Versions.h"

#include <QDialog>

class QTreeWidget;

namespace chokepoint::ui {

class VersionsDialog : public QDialog {
    Q_OBJECT
public:
    explicit VersionsDialog(std::vector<KeptVersion> versions, QWidget* parent = nullptr);

    /// The file of the version that is marked.
    QString chosen() const;

private:
    std::vector<KeptVersion> m_versions;
    QTreeWidget* m_list = nullptr;
};

} // namespace chokepoint::ui
