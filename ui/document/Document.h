// The workbook on the board as a file: where it lies, whether it is saved, and who else has it open.
#pragma once

#include "api/WorkbookFile.h"
#include "document/SideFile.h"

#include <QDateTime>
#include <QLockFile>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace chokepoint::ui {

class Board;
class KeptRehearsals;

/// What comes from outside, so that tests can hand in their own.
struct Surroundings {
    QString programVersion;
    QString stateFolder;                      ///< side files, locks and older versions lie below it; made when needed
    std::function<QDateTime()> now;           ///< in UTC
    std::function<QByteArray()> picture = {}; ///< of the window as PNG, for whoever has to choose among lost work; may be empty
};

class Document : public QObject {
    Q_OBJECT
public:
    /// The board must outlive it. It begins with what lies on the board, which counts as saved.
    Document(Board& board, Surroundings surroundings, QObject* parent = nullptr);
    ~Document() override;

    /// Empty before the workbook has been saved anywhere.
    const QString& file() const { return m_file; }
    /// Without its folder and ending; "Untitled" without a file.
    QString name() const;
    /// True when something of the workbook is in no file. Page, year and what Why explains are kept as well, but to look is no change.
    bool isChanged() const;
    /// True when saving asks for another name: there is none yet, another program has the file, or something in it was left out.
    bool needsName() const { return m_file.isEmpty() || m_isReadOnly || !m_leftOut.empty(); }
    /// Another program has the file open.
    bool isReadOnly() const { return m_isReadOnly; }
    /// Scenarios of the file that this model cannot run.
    const std::vector<LeftOut>& leftOut() const { return m_leftOut; }
    /// Runs kept in the file that this model gives otherwise; pointers into the document.
    std::vector<ChangedResult> changedResults() const;
    /// Somebody has replaced or removed the file since it was opened or saved here.
    bool isFileAnother() const;
    /// The same, and nobody has noted yet what lies there now.
    bool isFileNews() const { return isFileAnother() && fingerprintOf(m_file) != m_noted; }
    void noteFile() { m_noted = fingerprintOf(m_file); }

    /// Puts a fresh workbook on the board.
    void startNew();
    /// A key: what is opened is encrypted, and is saved and set aside under this key from then on.
    using Key = std::optional<SealKey>;
    /// Opens a file. Throws InputError and changes nothing when it cannot be read.
    void open(const QString& file, const Key& key = {});
    /// Opens what a program that ended badly had set aside; it belongs to the file that it came from and counts as changed. Throws as
    /// open() does.
    void recover(const LostWork& work, const Key& key = {});
    /// Opens an older version of the present file, which counts as changed. Throws as open() does.
    void restore(const QString& version, const Key& key = {});
    bool isEncrypted() const { return m_key.has_value(); }
    const Key& key() const { return m_key; }
    /// Saves and sets aside under another key from now on, or under none, which counts as a change. What is set aside already is replaced
    /// at once, and plain copies of the file that are kept go with the next save.
    void setKey(const Key& key);
    /// Writes the workbook to its file. Throws InputError and changes nothing when it cannot be written; std::logic_error when it needs a
    /// name.
    void save();
    /// The same to another file, which becomes its own.
    void saveAs(const QString& file);
    /// What lies in the file now, as far as this model can use it; the board stays. Throws as open() does.
    Workbook inFile(const Key& key) const;
    /// Goes back to the file. Throws as open() does.
    void revert() { open(QString(m_file), Key(m_key)); }

    /// When it was last set aside; nothing while it is saved, or before the first time.
    std::optional<QDateTime> setAsideAt() const { return m_side.writtenAt(); }
    /// Sets it aside at once.
    void setAside();
    /// Nothing is left aside: the person saved it or gave it up.
    void forget() { m_side.remove(); }

signals:
    /// Name, saved state or what is set aside is another.
    void stateChanged();
    /// It could not be set aside; what is on the board is still there.
    void notSetAside(const chokepoint::InputError& error);

private:
    void take(StoredWorkbook stored, const QString& file, const Key& key);
    void noteChange();
    void noteSaved();
    std::unique_ptr<QLockFile> lockOf(const QString& file) const;
    bool isHeldElsewhere(const QString& file) const;
    bool lock(const QString& file);
    StoredWorkbook asStored() const;

    /// By which one sees that a file is another.
    struct Fingerprint {
        qint64 size = -1;
        QDateTime changedAt;
        friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
    };
    static Fingerprint fingerprintOf(const QString& file);

    Board& m_board;
    KeptRehearsals& m_rehearsals; ///< of the board
    Surroundings m_surroundings;
    SideFile m_side;
    QString m_file;
    StoredWorkbook m_stored; ///< as it lies in the file
    Key m_key;
    bool m_isKeyAnother = false; ///< than that of the file
    bool m_isLost = false;       ///< what is on the board was in no file when it was put there
    std::vector<LeftOut> m_leftOut;
    bool m_isReadOnly = false;
    std::unique_ptr<QLockFile> m_lock;
    Fingerprint m_fingerprint, m_noted; ///< as it was opened or saved here, and as a person was told of it
    QTimer m_soon, m_latest;
    int m_edits = 0;
};

} // namespace chokepoint::ui
