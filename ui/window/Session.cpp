// Keeps the choice and the file in the settings.
#include "window/Session.h"

#include "document/Document.h"
#include "parts/DataText.h"
#include "window/MainWindow.h"

#include <QFileInfo>
#include <QMenu>
#include <QSettings>
#include <QToolButton>

namespace chokepoint::ui {
namespace {
const QString keptKey = QStringLiteral("reopenLast");
const QString fileKey = QStringLiteral("openLast");
} // namespace

Session::Session(MainWindow& window, Document& document, QString settings)
    : QObject(&window), m_document(document), m_settings(std::move(settings))
{
    connect(&document, &Document::stateChanged, this, &Session::note);
    if (auto* file = window.findChild<QToolButton*>(QStringLiteral("file")); file && file->menu()) {
        auto* choice = file->menu()->addAction(menuText(tr("Reopen the last workbook at the start")));
        choice->setObjectName(QStringLiteral("reopenLast"));
        choice->setCheckable(true);
        choice->setChecked(isKept());
        connect(choice, &QAction::toggled, this, &Session::setKept);
    }
}

bool Session::isKept() const { return QSettings(m_settings, QSettings::IniFormat).value(keptKey, false).toBool(); }

void Session::setKept(bool kept)
{
    QSettings(m_settings, QSettings::IniFormat).setValue(keptKey, kept);
    note();
}

QString Session::file() const
{
    const auto file = isKept() ? QSettings(m_settings, QSettings::IniFormat).value(fileKey).toString() : QString();
    return QFileInfo(file).isFile() ? file : QString();
}

/// What is open now; nothing while nothing is to be reopened.
void Session::note()
{
    QSettings settings(m_settings, QSettings::IniFormat);
    const auto file =
        isKept() && !m_document.isEncrypted() && !m_document.file().isEmpty() ? QFileInfo(m_document.file()).absoluteFilePath() : QString();
    if (settings.value(fileKey).toString() == file)
        return;
    file.isEmpty() ? settings.remove(fileKey) : settings.setValue(fileKey, file);
}

} // namespace chokepoint::ui
