// Side files: a workbook, a few lines about it and a picture, each written whole, and a lock that says whose they are.
#include "document/SideFile.h"

#include "api/Files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>

namespace chokepoint::ui {
namespace {

constexpr qint64 largestPicture = 4 << 20;

QString beside(const QString& workbook, const char* ending) { return workbook.chopped(6) + QLatin1String(ending); }

void writeWhole(const QString& file, const QByteArray& bytes)
{
    writeFile(file.toStdString(), std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

QByteArray readSome(const QString& file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) && in.size() <= largestPicture ? in.readAll() : QByteArray();
}

/// False while the process that made it lives.
bool isLeft(const QString& workbook)
{
    QLockFile lock(beside(workbook, ".lock"));
    lock.setStaleLockTime(0); // a process that lives may hold it for days
    return lock.tryLock(0);
}

} // namespace

SideFile::SideFile(QString folder) : m_folder(std::move(folder)), m_id(QUuid::createUuid().toString(QUuid::WithoutBraces)) {}

SideFile::~SideFile() = default; // the file stays: who ends well has removed it

QString SideFile::path(const char* ending) const { return m_folder + QLatin1Char('/') + m_id + QLatin1String(ending); }

void SideFile::write(const std::string& bytes, const LostWork& about)
{
    if (!QDir(m_folder).exists() && QDir().mkpath(m_folder))
        QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (!m_lock) {
        m_lock = std::make_unique<QLockFile>(path(".lock"));
        m_lock->setStaleLockTime(0);
        m_lock->tryLock(0);
    }
    const QJsonObject words{{QStringLiteral("original"), about.original},
                            {QStringLiteral("sealed"), QString::fromLatin1(about.sealedOriginal.toBase64())},
                            {QStringLiteral("at"), about.at.toString(Qt::ISODateWithMs)},
                            {QStringLiteral("edits"), about.edits}};
    // the workbook last: what is told of it may be older, never newer
    writeWhole(path(".json"), QJsonDocument(words).toJson());
    if (!about.picture.isEmpty())
        writeWhole(path(".png"), about.picture);
    writeFile(path(".choke").toStdString(), bytes);
    m_writtenAt = about.at;
}

void SideFile::remove()
{
    for (const auto* ending : {".choke", ".json", ".png"})
        QFile::remove(path(ending));
    m_lock.reset();
    m_writtenAt.reset();
}

std::vector<LostWork> lostWork(const QString& folder)
{
    std::vector<LostWork> left;
    for (const auto& entry : QDir(folder).entryInfoList({QStringLiteral("*.choke")}, QDir::Files)) {
        const auto workbook = entry.filePath();
        if (!isLeft(workbook))
            continue;
        const auto words = QJsonDocument::fromJson(readSome(beside(workbook, ".json"))).object();
        const auto at = QDateTime::fromString(words.value(QStringLiteral("at")).toString(), Qt::ISODateWithMs);
        left.push_back({.workbook = workbook,
                        .original = words.value(QStringLiteral("original")).toString(),
                        .sealedOriginal = QByteArray::fromBase64(words.value(QStringLiteral("sealed")).toString().toLatin1()),
                        .at = at.isValid() ? at : entry.lastModified().toUTC(),
                        .edits = words.value(QStringLiteral("edits")).toInt(),
                        .picture = readSome(beside(workbook, ".png"))});
    }
    std::ranges::stable_sort(left, std::ranges::greater(), &LostWork::at);
    return left;
}

void discard(const LostWork& work)
{
    QFile::remove(work.workbook);
    for (const auto* ending : {".json", ".png", ".lock"})
        QFile::remove(beside(work.workbook, ending));
}

} // namespace chokepoint::ui
