// What is not saved yet, set aside for the case that the program ends badly.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QLockFile>
#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace chokepoint::ui {

/// Work that a program which ended badly had set aside.
struct LostWork {
    QString workbook;          ///< the side file
    QString original;          ///< the file that it belongs to; empty when it had none, and when only its passphrase tells
    QByteArray sealedOriginal; ///< the same in UTF-8 under the key of the workbook; empty when that is not encrypted
    QDateTime at;              ///< when it was set aside
    int edits = 0;             ///< since it was saved
    QByteArray picture;        ///< of the window, as PNG; may be empty
};

/// The side file of one document of this process. As long as the process lives, others leave it alone.
class SideFile {
public:
    /// `folder` is made when it is needed, readable for its owner alone.
    explicit SideFile(QString folder);
    ~SideFile();

    /// Sets the work aside. Throws InputError when that fails; what was set aside before is still there then.
    void write(const std::string& bytes, const LostWork& about);
    void remove();
    std::optional<QDateTime> writtenAt() const { return m_writtenAt; }

private:
    QString path(const char* ending) const;

    QString m_folder, m_id;
    std::unique_ptr<QLockFile> m_lock;
    std::optional<QDateTime> m_writtenAt;
};

/// What lies in a folder and belongs to no process any more, the newest first. What cannot be read is passed over and stays.
std::vector<LostWork> lostWork(const QString& folder);

/// Removes it for good.
void discard(const LostWork& work);

} // namespace chokepoint::ui
