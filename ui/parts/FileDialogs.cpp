// Shows Qt's dialogs, or takes the answer of a test.
#include "parts/FileDialogs.h"

#include "parts/DataText.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace chokepoint::ui {
namespace {
QString endingOf(FileDialogs::Kind kind)
{
    switch (kind) {
    case FileDialogs::Kind::Workbook: return QStringLiteral(".choke");
    case FileDialogs::Kind::Table: return QStringLiteral(".csv");
    case FileDialogs::Kind::Spreadsheet: return QStringLiteral(".xlsx");
    case FileDialogs::Kind::Bundle: return QStringLiteral(".zip");
    case FileDialogs::Kind::Pdf: return QStringLiteral(".pdf");
    case FileDialogs::Kind::Markdown: return QStringLiteral(".md");
    case FileDialogs::Kind::Rehearsal: return QStringLiteral(".rehearsal");
    case FileDialogs::Kind::Text: return QStringLiteral(".txt");
    case FileDialogs::Kind::Scenario:
    case FileDialogs::Kind::Any: break;
    }
    return QStringLiteral(".toml");
}
} // namespace

QString FileDialogs::filters(Kind kind)
{
    QStringList all{tr("All files (*)")};
    switch (kind) {
    case Kind::Workbook: all.prepend(tr("Workbooks (*.choke)")); break;
    case Kind::Scenario: all.prepend(tr("Scenarios (*.toml)")); break;
    case Kind::Table: all.prepend(tr("Tables (*.csv)")); break;
    case Kind::Spreadsheet: all.prepend(tr("Spreadsheets (*.xlsx)")); break;
    case Kind::Bundle: all.prepend(tr("Archives (*.zip)")); break;
    case Kind::Pdf: all.prepend(tr("PDF documents (*.pdf)")); break;
    case Kind::Markdown: all.prepend(tr("Markdown texts (*.md)")); break;
    case Kind::Rehearsal: all.prepend(tr("Rehearsals (*.rehearsal)")); break;
    case Kind::Text: all.prepend(tr("Texts (*.txt)")); break;
    case Kind::Any: all.prepend(tr("Workbooks and scenarios (*.choke *.toml)")); break;
    }
    return all.join(QStringLiteral(";;"));
}

bool FileDialogs::mayReplace(QWidget* parent, const QString& file)
{
    QMessageBox box(QMessageBox::Warning, tr("Replace the file?"),
                    plainText(tr("“%1” already exists. Saving replaces its contents.").arg(QFileInfo(file).fileName())),
                    QMessageBox::Cancel, parent);
    auto* replace = box.addButton(tr("Replace"), QMessageBox::AcceptRole);
    replace->setObjectName(QStringLiteral("replace"));
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == replace;
}

void FileDialogs::remember(const QString& file) { m_folder = QFileInfo(file).absolutePath(); }

QString FileDialogs::askOpen(QWidget* parent, const QString& title, Kind kind)
{
    const auto file =
        m_next ? *std::exchange(m_next, std::nullopt) : QFileDialog::getOpenFileName(parent, title, m_folder, filters(kind));
    if (!file.isEmpty())
        remember(file);
    return file;
}

QString FileDialogs::askSave(QWidget* parent, const QString& title, const QString& name, Kind kind)
{
    return askTarget(parent, title, name, endingOf(kind), filters(kind));
}

QString FileDialogs::askExport(QWidget* parent, const QString& title, const QString& name, const QString& ending)
{
    const auto form = ending.mid(1).toUpper();
    return askTarget(parent, title, name, ending, tr("%1 (*%2)").arg(form, ending));
}

QString FileDialogs::askTarget(QWidget* parent, const QString& title, const QString& name, const QString& ending, const QString& filters)
{
    const auto offered = QDir(m_folder).filePath(name);
    // the dialog would ask about the name without its ending, so the question is put below
    auto file = m_next ? *std::exchange(m_next, std::nullopt)
                       : QFileDialog::getSaveFileName(parent, title, offered, filters, nullptr, QFileDialog::DontConfirmOverwrite);
    if (file.isEmpty())
        return {};
    if (!file.endsWith(ending, Qt::CaseInsensitive))
        file += ending;
    if (QFileInfo::exists(file) && !mayReplace(parent, file))
        return {};
    remember(file);
    return file;
}

} // namespace chokepoint::ui
