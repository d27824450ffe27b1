// Reads and writes the list of files.
#include "pages/start/RecentFiles.h"

#include <QFileInfo>
#include <QSettings>

namespace chokepoint::ui {
namespace {
const QString listKey = QStringLiteral("recentFiles");
const QString keptKey = QStringLiteral("keepRecentFiles");
} // namespace

QStringList RecentFiles::files() const
{
    QStringList there;
    for (const auto& file : QSettings(m_settings, QSettings::IniFormat).value(listKey).toStringList())
        if (QFileInfo(file).isFile() && !there.contains(file))
            there << file;
    return there.mid(0, most);
}

void RecentFiles::add(const QString& file)
{
    if (!isKept())
        return;
    auto all = files();
    const auto path = QFileInfo(file).absoluteFilePath();
    all.removeAll(path);
    all.prepend(path);
    QSettings(m_settings, QSettings::IniFormat).setValue(listKey, all.mid(0, most));
}

void RecentFiles::clear() { QSettings(m_settings, QSettings::IniFormat).remove(listKey); }

bool RecentFiles::isKept() const { return QSettings(m_settings, QSettings::IniFormat).value(keptKey, true).toBool(); }

void RecentFiles::setKept(bool kept)
{
    QSettings(m_settings, QSettings::IniFormat).setValue(keptKey, kept);
    if (!kept)
        clear();
}

} // namespace chokepoint::ui
