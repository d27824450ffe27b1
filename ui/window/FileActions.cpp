// The actions of the file menu, the question before work is lost, and the title of the window.
#include "window/FileActions.h"

#include "bridge/Board.h"
#include "document/Versions.h"
#include "parts/DataText.h"
#include "parts/PassphraseDialog.h"
#include "window/LostWorkDialog.h"
#include "window/MainWindow.h"
#include "window/Questions.h"
#include "window/VersionsDialog.h"
#include "api/ShareCode.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>

namespace chokepoint::ui {
namespace {

const QString workbookEnding = QStringLiteral("choke");

bool isWorkbook(const QString& file) { return QFileInfo(file).suffix().compare(workbookEnding, Qt::CaseInsensitive) == 0; }

} // namespace

FileActions::FileActions(MainWindow& window, Board& board, Document& document, QString versions)
    : QObject(&window), m_window(window), m_board(board), m_document(document), m_versions(std::move(versions))
{
    buildActions();
    window.installEventFilter(this);
    window.setAcceptDrops(true);
    connect(&document, &Document::stateChanged, this, &FileActions::refresh);
    connect(&document, &Document::notSetAside, &window, &MainWindow::showMessage);
    window.setFileActions({m_new, m_open, m_save, m_saveAs, m_revert, m_older, m_encrypt, m_copyCode, m_copyCommand, m_paste});
    window.setOpener([this](const QString& file) { openAny(file); });
    refresh();
}

void FileActions::buildActions()
{
    const auto add = [this](const QString& words, const QKeySequence& keys, auto&& then) {
        auto* action = new QAction(menuText(words), &m_window);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, then);
        m_window.addAction(action);
        return action;
    };
    m_new = add(tr("New workbook"), QKeySequence::New, [this] {
        whenSaved([this] {
            m_document.startNew();
            emit opened();
        });
    });
    m_open = add(tr("Open…"), QKeySequence::Open, [this] {
        const auto file = m_window.dialogs().askOpen(&m_window, tr("Open a workbook or a scenario"), FileDialogs::Kind::Any);
        if (!file.isEmpty())
            openAny(file);
    });
    m_save = add(tr("Save workbook"), QKeySequence::Save, [this] { save(); });
    m_saveAs = add(tr("Save workbook as…"), Qt::CTRL | Qt::SHIFT | Qt::Key_S, [this] { saveAs(); });
    m_revert = add(tr("Go back to the file"), {}, [this] {
        auto* box =
            question(&m_window, tr("Go back to the file?"), tr("What you changed since “%1” was saved is lost.").arg(m_document.name()));
        addAnswer(box, tr("Go back"), "revert", QMessageBox::DestructiveRole, [this] { open(QString(m_document.file())); });
        addAnswer(box, tr("Cancel"), "cancel", QMessageBox::RejectRole, {});
        box->open();
    });
    m_older = add(tr("Older versions…"), {}, [this] { showVersions(); });
    m_encrypt = add(tr("Encrypt with a passphrase…"), {}, [this] { encrypt(); });
    m_encrypt->setObjectName(QStringLiteral("encrypt"));
    m_copyCode = add(tr("Copy share code"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, [this] { copyCode(); });
    m_copyCommand = add(tr("Copy as command"), {}, [this] {
        const auto options = commandOptions(m_board.catalogue(), m_board.scenario());
        QApplication::clipboard()->setText(QStringLiteral("chokepoint-cli run ") + QString::fromStdString(options));
    });
    m_paste = add(tr("Paste share code"), QKeySequence::Paste, [this] { paste(); });
}

/// The title bar's name and mark, and which actions make sense.
void FileActions::refresh()
{
    const auto name = m_document.isReadOnly() ? tr("%1 (open elsewhere)").arg(m_document.name()) : m_document.name();
    m_window.setWindowTitle(tr("%1[*] · Chokepoint", "title of the window").arg(name));
    m_encrypt->setText(menuText(m_document.isEncrypted() ? tr("Change the passphrase…") : tr("Encrypt with a passphrase…")));
    m_window.setWindowModified(m_document.isChanged());
    m_revert->setEnabled(!m_document.file().isEmpty() && m_document.isChanged());
    m_older->setEnabled(!m_document.file().isEmpty() && !versionsOf(m_versions, m_document.file()).empty());
}

/// The file that lies on the board just as it was saved: to open it again would change nothing.
bool FileActions::isOpenHere(const QString& file) const
{
    const auto place = QFileInfo(file).canonicalFilePath();
    return !place.isEmpty() && place == QFileInfo(m_document.file()).canonicalFilePath() && !m_document.isChanged()
        && !m_document.isFileAnother();
}

void FileActions::openAny(const QString& file)
{
    if (isOpenHere(file)) {
        m_window.raise();
        m_window.activateWindow();
    } else if (isWorkbook(file))
        whenSaved([this, file] { open(file); });
    else if (!m_window.openFigure(file))
        m_window.openScenario(file);
    emit opened();
}

void FileActions::open(const QString& file)
{
    withKey(file, [this, file](const Document::Key& key) { take(file, key); });
}

/// Goes on at once with a plain file and with one that the present passphrase opens, else when its passphrase was entered. What is refused
/// then is shown.
void FileActions::withKey(const QString& file, const std::function<void(const Document::Key& key)>& then)
{
    const auto goOn = [this, then](const Document::Key& key) {
        try {
            then(key);
        } catch (const InputError& error) {
            m_window.showMessage(error);
        }
    };
    if (!isSealedFile(file))
        return goOn({});
    try {
        const auto name = QFileInfo(file).completeBaseName();
        const auto bytes = workbookFileBytes(file.toStdString());
        if (const auto& present = m_document.key(); present && present->isOf(bytes))
            goOn(present);
        else
            PassphraseDialog::askFor(name, bytes, m_board.language(), &m_window, goOn);
    } catch (const InputError& error) {
        m_window.showMessage(error);
    }
}

/// A workbook that is encrypted is not listed among the files used last.
void FileActions::take(const QString& file, const Document::Key& key)
{
    m_document.open(file, key);
    m_window.dialogs().remember(file);
    if (!key)
        emit fileUsed(file);
    tellWhatMoved();
}

void FileActions::encrypt()
{
    PassphraseDialog::askNew(m_document.isEncrypted(), m_board.language(), &m_window,
                             [this](const Document::Key& key) { m_document.setKey(key); });
}

/// What a reader of an opened workbook must know before reading on.
void FileActions::tellWhatMoved()
{
    const int moved = static_cast<int>(m_document.changedResults().size());
    if (const int left = static_cast<int>(m_document.leftOut().size()); left > 0)
        m_window.say(left == 1
                         ? tr("This version cannot run one scenario of this workbook and does not show it. Save under another name to keep "
                              "the file as it is.")
                         : tr("This version cannot run %n scenarios of this workbook and does not show them. Save under another name to "
                              "keep the file as it is.",
                              nullptr, left));
    else if (m_document.isReadOnly())
        m_window.say(tr("Another Chokepoint has this workbook open. You can look at it, and save a copy under another name."));
    else if (moved > 0)
        m_window.say(moved == 1 ? tr("One scenario gives other results than when this workbook was saved: the equations or the data are of "
                                     "another version. The file keeps the old figures.")
                                : tr("%n scenarios give other results than when this workbook was saved: the equations or the data are of "
                                     "another version. The file keeps the old figures.",
                                     nullptr, moved));
}

void FileActions::save(const std::function<void()>& next)
{
    if (m_document.needsName())
        saveAs(next);
    else if (m_document.isFileAnother())
        askBeforeSaving([this, next] { write(QString(m_document.file()), next); });
    else
        write(QString(m_document.file()), next);
}

void FileActions::saveAs(const std::function<void()>& next)
{
    const auto name = m_document.name() + QLatin1Char('.') + workbookEnding;
    const auto file = m_window.dialogs().askSave(&m_window, tr("Save the workbook"), name, FileDialogs::Kind::Workbook);
    if (!file.isEmpty())
        write(file, next);
}

void FileActions::write(const QString& file, const std::function<void()>& next)
{
    try {
        m_document.saveAs(file);
        if (!m_document.isEncrypted())
            emit fileUsed(file);
        if (next)
            next();
    } catch (const InputError& error) {
        m_window.showMessage(error);
    }
}

/// Goes on once nothing would be lost: at once, after saving, or when the person gives the changes up.
void FileActions::whenSaved(const std::function<void()>& next)
{
    m_board.endReplay();
    if (!m_document.isChanged()) {
        next();
        return;
    }
    auto* box = question(&m_window, tr("Save the changes?"), tr("“%1” has changes that are in no file.").arg(m_document.name()));
    addAnswer(box, tr("Save"), "save", QMessageBox::AcceptRole, [this, next] { save(next); });
    addAnswer(box, tr("Discard"), "discard", QMessageBox::DestructiveRole, next); // what is set aside stays until that has succeeded
    addAnswer(box, tr("Cancel"), "cancel", QMessageBox::RejectRole, {});
    box->open();
}

void FileActions::copyCode()
{
    try {
        QApplication::clipboard()->setText(QString::fromStdString(shareCode(m_board.scenario())));
    } catch (const InputError& error) {
        m_window.showMessage(error);
    }
}

/// A field for text pastes for itself; here arrives what is pasted anywhere else.
void FileActions::paste()
{
    const auto text =
        QApplication::clipboard()->text(QClipboard::Clipboard).left(static_cast<qsizetype>(longestShareCode) + 1).toStdString();
    if (!looksLikeShareCode(text))
        return;
    try {
        const auto shared = readShareCode(m_board.engine(), text);
        m_board.openScenario(shared.scenario);
        if (const int unknown = static_cast<int>(shared.unknown); unknown > 0)
            m_window.say(unknown == 1 ? tr("This version does not know one change or assumption of this code, and leaves it out.")
                                      : tr("This version does not know %n changes or assumptions of this code, and leaves them out.",
                                           nullptr, unknown));
        emit opened();
    } catch (const InputError& error) {
        m_window.showMessage(error);
    }
}

void FileActions::showVersions()
{
    auto* dialog = new VersionsDialog(versionsOf(m_versions, m_document.file()), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const auto version = dialog->chosen();
        whenSaved([this, version] { withKey(version, [this, version](const Document::Key& key) { m_document.restore(version, key); }); });
    });
    dialog->open();
}

void FileActions::offerLostWork(const QString& folder)
{
    const auto lost = lostWork(folder);
    if (lost.empty())
        return;
    auto* dialog = new LostWorkDialog(lost, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LostWorkDialog::opened, this, [this](const LostWork& work) {
        withKey(work.workbook, [this, work](const Document::Key& key) {
            m_document.recover(work, key);
            emit opened();
        });
    });
    dialog->open();
}

bool FileActions::dropped(const QMimeData* data)
{
    for (const auto& url : data->urls())
        if (url.isLocalFile()) {
            openAny(url.toLocalFile());
            return true;
        }
    return false;
}

bool FileActions::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::DragEnter) {
        auto* drag = static_cast<QDragEnterEvent*>(event);
        if (drag->mimeData()->hasUrls() && drag->mimeData()->urls().constFirst().isLocalFile())
            drag->acceptProposedAction();
        return drag->isAccepted();
    }
    if (event->type() == QEvent::Drop)
        return dropped(static_cast<QDropEvent*>(event)->mimeData());
    if (event->type() == QEvent::WindowActivate)
        QMetaObject::invokeMethod(this, &FileActions::noticeOtherFile, Qt::QueuedConnection); // once the window has the keyboard
    if (event->type() == QEvent::Close)
        m_board.endReplay();
    if (event->type() == QEvent::Close && !m_mayClose && m_document.isChanged()) {
        event->ignore();
        whenSaved([this] {
            m_mayClose = true;
            m_document.forget();
            m_window.close();
        });
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace chokepoint::ui
