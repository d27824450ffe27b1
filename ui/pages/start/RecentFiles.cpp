// Reads and writes the list of files.
#include "pages/start/RecentFiles.h"

#include <QFileInfo>
#include <QSettings>

namespace chokepoint::ui {
namespace {
const QString key = QStringLiteral("recentFiles");
} // namespace

QStringList RecentFiles::files() const
{
    QStringList there;
    for (const auto& file : QSettings(m_settings, QSettings::IniFormat).value(key).toStringList())
        if (QFileInfo(file).isFile() && !there.contains(file))
            there << file;
    return there.mid(0, most);
}

void RecentFiles::add(const QString& file)
{
    auto all = files();
    const auto path = QFileInfo(file).absoluteFilePath();
    all.removeAll(path);
    all.prepend(path);
    QSettings(m_settings, QSettings::IniFormat).setValue(key, all.mid(0, most));
}

} // namespace chokepoint::ui
