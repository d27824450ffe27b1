// Opens, saves and sets aside the workbook on the board.
#include "document/Document.h"

#include "api/Engine.h"
#include "api/Files.h"
#include "bridge/Board.h"
#include "bridge/KeptRehearsals.h"
#include "document/Versions.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <stdexcept>

namespace chokepoint::ui {
namespace {

constexpr int soon = 3000, atTheLatest = 60'000; ///< milliseconds after a change until it is set aside

QString inState(const Surroundings& surroundings, const char* folder)
{
    return surroundings.stateFolder + QLatin1Char('/') + QLatin1String(folder);
}

/// A name that means the same file wherever the program is started: it is set aside with what is not saved.
QString wholeName(const QString& file) { return file.isEmpty() ? file : QFileInfo(file).absoluteFilePath(); }

/// The workbook as far as it counts as changed: to turn a page is no change.
Workbook content(Workbook workbook)
{
    workbook.view.page.clear();
    workbook.view.year = 0;
    workbook.view.focus = {};
    workbook.view.flows = {};
    return workbook;
}

} // namespace

Document::Document(Board& board, Surroundings surroundings, QObject* parent)
    : QObject(parent),
      m_board(board),
      m_rehearsals(KeptRehearsals::of(board)),
      m_surroundings(std::move(surroundings)),
      m_side(inState(m_surroundings, "unsaved"))
{
    m_stored.workbook = board.workbook();
    for (auto* timer : {&m_soon, &m_latest}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &Document::setAside);
    }
    m_soon.setInterval(soon);
    m_latest.setInterval(atTheLatest);
    for (const auto change : {&Board::changed, &Board::factsChanged, &Board::layoutChanged})
        connect(&board, change, this, &Document::noteChange);
    connect(&m_rehearsals, &KeptRehearsals::changed, this, &Document::noteChange);
}

Document::~Document() = default;

QString Document::name() const { return m_file.isEmpty() ? tr("Untitled") : QFileInfo(m_file).completeBaseName(); }

bool Document::isChanged() const
{
    return m_isLost || m_isKeyAnother || m_rehearsals.all() != m_stored.rehearsals || m_rehearsals.layers() != m_stored.layers
        || content(m_board.workbook()) != content(m_stored.workbook);
}

std::vector<ChangedResult> Document::changedResults() const { return chokepoint::changedResults(m_board.engine(), m_stored); }

Document::Fingerprint Document::fingerprintOf(const QString& file)
{
    const QFileInfo info(file);
    return info.exists() ? Fingerprint{info.size(), info.lastModified()} : Fingerprint{};
}

bool Document::isFileAnother() const { return !m_file.isEmpty() && fingerprintOf(m_file) != m_fingerprint; }

/// The lock by which programs see that one has a file open. It lies in the state folder: beside the file it would litter a shared folder.
std::unique_ptr<QLockFile> Document::lockOf(const QString& file) const
{
    const auto folder = inState(m_surroundings, "open");
    QDir().mkpath(folder);
    const auto whole = QFileInfo(file).canonicalFilePath();
    const auto name = QCryptographicHash::hash(whole.toUtf8(), QCryptographicHash::Sha256).toHex().left(32);
    auto lock = std::make_unique<QLockFile>(folder + QLatin1Char('/') + QString::fromLatin1(name));
    lock->setStaleLockTime(0);
    return lock;
}

/// Whether another has a file open, which must not be written over behind its back.
bool Document::isHeldElsewhere(const QString& file) const
{
    if (!QFileInfo::exists(file) || (m_lock && QFileInfo(file) == QFileInfo(m_file)))
        return false;
    const auto other = lockOf(file);
    return !other->tryLock(0) && other->error() == QLockFile::LockFailedError;
}

/// Locks a file; false when another program has it open.
bool Document::lock(const QString& file)
{
    m_lock.reset(); // it may be the same file
    auto lock = lockOf(file);
    const bool isOurs = lock->tryLock(0) || lock->error() != QLockFile::LockFailedError;
    m_lock = isOurs ? std::move(lock) : nullptr;
    return isOurs;
}

void Document::noteChange()
{
    if (m_board.isReplaying()) // the board stands a step back for a moment
        return;
    if (!isChanged()) {
        m_soon.stop();
        m_latest.stop();
        m_side.remove();
    } else {
        ++m_edits;
        m_soon.start();
        if (!m_latest.isActive())
            m_latest.start();
    }
    emit stateChanged();
}

void Document::noteSaved()
{
    m_isLost = m_isKeyAnother = false;
    m_edits = 0;
    m_soon.stop();
    m_latest.stop();
    m_side.remove();
    emit stateChanged();
}

void Document::setAside()
{
    m_soon.stop();
    m_latest.stop();
    if (m_board.isReplaying())
        return m_soon.start();
    if (!isChanged())
        return;
    try {
        const bool isSecret = m_key || !m_rehearsals.layers().empty(); // a picture would show what is sealed
        const auto picture = m_surroundings.picture && !isSecret ? m_surroundings.picture() : QByteArray();
        const auto bytes = workbookBytes(asStored());
        LostWork about;
        about.at = m_surroundings.now();
        about.edits = m_edits;
        about.picture = picture;
        if (m_key)
            about.sealedOriginal = QByteArray::fromStdString(m_key->seal(m_file.toStdString())); // its name is a trace as well
        else
            about.original = m_file;
        m_side.write(m_key ? m_key->seal(bytes) : bytes, about);
        emit stateChanged();
    } catch (const InputError& error) {
        emit notSetAside(error);
    }
}

StoredWorkbook Document::asStored() const
{
    auto stored = m_stored;
    stored.workbook = m_board.workbook();
    stored.rehearsals = m_rehearsals.all();
    stored.layers = m_rehearsals.layers();
    stored.history = m_board.keptHistory();
    stored.programVersion = m_surroundings.programVersion.toStdString();
    stored.savedAt = m_surroundings.now().toString(Qt::ISODate).toStdString();
    return stored;
}

/// Puts a workbook on the board as that of a file.
void Document::take(StoredWorkbook stored, const QString& file, const Key& key)
{
    auto opened = openedWith(m_board.engine(), std::move(stored));
    const QSignalBlocker quiet(this); // told once, when all is in place
    m_board.setWorkbook(opened.stored.workbook, opened.stored.history);
    m_rehearsals.replaceAll(opened.stored.rehearsals, opened.stored.layers);
    m_stored = std::move(opened.stored);
    m_leftOut = std::move(opened.leftOut);
    m_key = key;
    m_file = wholeName(file);
    m_isReadOnly = !file.isEmpty() && !lock(file);
    if (file.isEmpty())
        m_lock.reset();
    m_fingerprint = fingerprintOf(file);
}

void Document::startNew()
{
    take({.workbook = freshWorkbook(m_board.catalogue()), .runs = {}, .programVersion = {}, .savedAt = {}}, {}, {});
    noteSaved();
}

void Document::open(const QString& file, const Key& key)
{
    take(readWorkbookFile(file.toStdString(), pointerTo(key)), file, key);
    noteSaved();
}

Workbook Document::inFile(const Key& key) const
{
    return openedWith(m_board.engine(), readWorkbookFile(m_file.toStdString(), pointerTo(key))).stored.workbook;
}

void Document::recover(const LostWork& work, const Key& key)
{
    const auto place = work.workbook.toStdString();
    const bool isNamed = key && !work.sealedOriginal.isEmpty();
    const auto original = isNamed ? QString::fromStdString(key->open(work.sealedOriginal.toStdString(), place)) : work.original;
    take(readWorkbookFile(place, pointerTo(key)), original, key);
    m_isLost = true;
    m_edits = work.edits;
    setAside(); // under this process, before the other is given up
    discard(work);
    emit stateChanged();
}

void Document::restore(const QString& version, const Key& key)
{
    auto stored = readWorkbookFile(version.toStdString(), pointerTo(key));
    const auto file = m_file;
    const auto present = m_key;
    take(std::move(stored), file, present);
    m_isLost = true;
    noteChange();
}

void Document::setKey(const Key& key)
{
    m_key = key;
    m_isKeyAnother = true;
    m_side.remove();
    setAside();
    emit stateChanged();
}

void Document::save()
{
    if (needsName())
        throw std::logic_error("a workbook without a file of its own is saved under a name");
    saveAs(QString(m_file));
}

void Document::saveAs(const QString& name)
{
    m_board.endReplay();
    const auto file = wholeName(name);
    if (isHeldElsewhere(file))
        throw InputError(Refusal("workbook_open_elsewhere", {.file = file.toStdString()}));
    auto stored = asStored();
    keepRuns(m_board.engine(), stored, stored.savedAt);
    const auto versions = inState(m_surroundings, "versions");
    const bool isSecret = m_key.has_value();
    if (QFileInfo::exists(file) && !(isSecret && file == m_file && !isSealedFile(file)))
        keepVersion(versions, file, m_surroundings.now());
    writeWorkbookFile(file.toStdString(), stored, pointerTo(m_key));
    if (isSecret && file == m_file)
        dropPlainVersions(versions, file);
    m_stored = std::move(stored);
    if (file != m_file || m_isReadOnly) {
        m_file = file;
        m_isReadOnly = !lock(file);
    }
    m_leftOut.clear();
    m_fingerprint = fingerprintOf(file);
    noteSaved();
}

} // namespace chokepoint::ui
