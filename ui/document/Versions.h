// Older versions of workbook files: a copy is kept before each save, and fewer of them the older they are.
#pragma once

#include <QDateTime>
#include <QString>

#include <vector>

namespace chokepoint::ui {

struct KeptVersion {
    QString file;
    QDateTime at; ///< when it was replaced, in UTC
    qint64 size = 0;
    friend bool operator==(const KeptVersion&, const KeptVersion&) = default;
};

/// So many versions of one file are kept from each of the last hour, the last day, the last week and before, and so many bytes in all.
inline constexpr int versionsOfAnAge = 20;
inline constexpr qint64 bytesOfVersions = 50 << 20;

/// Copies the file below `folder` as it stands, and removes what is too much. What cannot be copied is not told: the save goes on.
void keepVersion(const QString& folder, const QString& file, const QDateTime& now);

/// The kept versions of a file, the newest first.
std::vector<KeptVersion> versionsOf(const QString& folder, const QString& file);

/// Removes the versions of a file that are not encrypted.
void dropPlainVersions(const QString& folder, const QString& file);

/// True for a file whose first bytes say that it is encrypted.
bool isSealedFile(const QString& file);

/// Which of the versions (the newest first) are too many at a time. Of an age the newest stay, and one alone always does. A clock that was
/// set back makes versions of the future, which count as new.
std::vector<KeptVersion> tooMany(const std::vector<KeptVersion>& versions, const QDateTime& now);

} // namespace chokepoint::ui
