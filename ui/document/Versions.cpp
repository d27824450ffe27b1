// Keeps and thins out older versions of workbook files.
#include "document/Versions.h"

#include "api/Seal.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace chokepoint::ui {
namespace {

constexpr const char* stamp = "yyyyMMdd'T'HHmmsszzz'Z'";

/// A folder for each file, told by its path: two files of one name in two folders are two.
QString folderOf(const QString& folder, const QString& file)
{
    const QFileInfo info(file);
    const auto path = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    return folder + QLatin1Char('/')
         + QString::fromLatin1(QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().left(32));
}

std::size_t ageClass(qint64 seconds)
{
    constexpr std::array<qint64, 3> ends{3600, 24 * 3600, 7 * 24 * 3600};
    return static_cast<std::size_t>(std::ranges::count_if(ends, [&](qint64 end) { return seconds >= end; }));
}

} // namespace

std::vector<KeptVersion> tooMany(const std::vector<KeptVersion>& versions, const QDateTime& now)
{
    std::vector<KeptVersion> leave;
    std::array<int, 4> kept{};
    qint64 bytes = 0;
    for (std::size_t i = 0; i < versions.size(); ++i) {
        auto& ofAge = kept[ageClass(versions[i].at.secsTo(now))];
        const bool fits = i == 0 || (ofAge < versionsOfAnAge && bytes + versions[i].size <= bytesOfVersions);
        if (fits) {
            ++ofAge;
            bytes += versions[i].size;
        } else {
            leave.push_back(versions[i]);
        }
    }
    return leave;
}

std::vector<KeptVersion> versionsOf(const QString& folder, const QString& file)
{
    std::vector<KeptVersion> versions;
    for (const auto& entry : QDir(folderOf(folder, file)).entryInfoList({QStringLiteral("*.choke")}, QDir::Files)) {
        auto at = QDateTime::fromString(entry.completeBaseName(), QLatin1String(stamp));
        at.setTimeSpec(Qt::UTC);
        if (at.isValid())
            versions.push_back({entry.filePath(), at, entry.size()});
    }
    std::ranges::sort(versions, std::ranges::greater(), &KeptVersion::at);
    return versions;
}

void keepVersion(const QString& folder, const QString& file, const QDateTime& now)
{
    const auto place = folderOf(folder, file);
    if (!QDir(place).exists() && QDir().mkpath(place))
        QFile::setPermissions(place, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const auto copy = place + QLatin1Char('/') + now.toUTC().toString(QLatin1String(stamp)) + QStringLiteral(".choke");
    if (QFile::copy(file, copy))
        QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    for (const auto& version : tooMany(versionsOf(folder, file), now))
        QFile::remove(version.file);
}

bool isSealedFile(const QString& file)
{
    constexpr qint64 enough = 64;
    QFile in(file);
    const auto head = in.open(QIODevice::ReadOnly) ? in.read(enough) : QByteArray();
    return isSealed({head.constData(), static_cast<std::size_t>(head.size())});
}

void dropPlainVersions(const QString& folder, const QString& file)
{
    for (const auto& version : versionsOf(folder, file))
        if (!isSealedFile(version.file))
            QFile::remove(version.file);
}

} // namespace chokepoint::ui
