// What a person does with the workbook of a window: new, open, save, go back, close, and what is dropped on the window or pasted.
#pragma once

#include "document/Document.h"

#include <QObject>

#include <functional>

class QAction;
class QMessageBox;
class QMimeData;

namespace chokepoint::ui {

class MainWindow;

/// Lives as long as the window, which owns it.
class FileActions : public QObject {
    Q_OBJECT
public:
    /// Board, document and window belong together; `versions` is the folder of older versions.
    FileActions(MainWindow& window, Board& board, Document& document, QString versions);

    /// Opens a workbook or a scenario by its ending; asks first when something is not saved. What is wrong with it is shown.
    void openAny(const QString& file);
    /// Offers what a program that ended badly had set aside, if there is any.
    void offerLostWork(const QString& folder);

signals:
    /// A file was opened or saved.
    void fileUsed(const QString& file);
    /// Something was opened: the first view is in the way.
    void opened();

protected:
    bool eventFilter(QObject*, QEvent*) override;

private:
    void buildActions();
    bool isOpenHere(const QString& file) const;
    void open(const QString& file);
    void withKey(const QString& file, const std::function<void(const Document::Key& key)>& then);
    void take(const QString& file, const Document::Key& key);
    void encrypt();
    void save(const std::function<void()>& next = {});
    void saveAs(const std::function<void()>& next = {});
    void write(const QString& file, const std::function<void()>& next);
    void whenSaved(const std::function<void()>& next);
    void askBeforeSaving(const std::function<void()>& keepMine);
    void noticeOtherFile();
    QMessageBox* boxOfOtherFile();
    void addTheirs(QMessageBox* box);
    void compareWithFile();
    void paste();
    void copyCode();
    void showVersions();
    void refresh();
    void tellWhatMoved();
    bool dropped(const QMimeData* data);

    MainWindow& m_window;
    Board& m_board;
    Document& m_document;
    QString m_versions;
    QAction *m_new = nullptr, *m_open = nullptr, *m_save = nullptr, *m_saveAs = nullptr, *m_revert = nullptr, *m_older = nullptr,
            *m_copyCode = nullptr, *m_copyCommand = nullptr, *m_paste = nullptr, *m_encrypt = nullptr;
    bool m_mayClose = false;
};

} // namespace chokepoint::ui
