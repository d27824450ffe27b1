// The share code as it is shown: text, picture and command say the same scenario.
#include "TestProgram.h"
#include "WindowTest.h"

#include "parts/QrCode.h"
#include "api/ShareCode.h"

#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>

using namespace chokepoint;
using namespace chokepoint::ui;

class ShareDialogTest : public test::WindowTest {
    Q_OBJECT

    QDialog* openDialog()
    {
        auto* button = in<QToolButton>(m_window.get(), "file");
        button->menu()->popup(button->mapToGlobal(QPoint(0, button->height())));
        auto* entry = in<QAction>(button->menu(), "openShare");
        QTest::mouseClick(button->menu(), Qt::LeftButton, {}, button->menu()->actionGeometry(entry).center());
        auto* dialog = in<QDialog>(m_window.get(), "share");
        if (!dialog || !QTest::qWaitForWindowExposed(dialog))
            QTest::qFail("the dialog does not open", __FILE__, __LINE__);
        return dialog;
    }
    /// What a reader of such pictures sees in it.
    static QByteArray readBack(const QImage& picture)
    {
        const QTemporaryDir folder;
        const auto file = folder.filePath(QStringLiteral("code.png"));
        picture.save(file);
        QProcess reader;
        reader.start(QStringLiteral("zbarimg"), {QStringLiteral("--raw"), QStringLiteral("--quiet"), QStringLiteral("--oneshot"), file});
        if (!reader.waitForFinished())
            QTest::qFail("zbarimg (of the package zbar-tools) does not answer", __FILE__, __LINE__);
        return reader.readAllStandardOutput().trimmed();
    }

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void thePictureSaysTheCodeOfTheScenario()
    {
        m_board->setMeasure(measure("hbm_export"), "open");
        const auto code = QByteArray::fromStdString(shareCode(m_board->scenario()));
        auto* dialog = openDialog();
        QCOMPARE(in<QPlainTextEdit>(dialog, "code")->toPlainText().toUtf8(), code);
        QCOMPARE(readBack(in<QLabel>(dialog, "qr")->pixmap().toImage()), code);
        const auto read = readShareCode(test::engine(), code.toStdString());
        QVERIFY(read.scenario.changes == m_board->scenario().changes);
    }
    void everyPresetCanBeReadOffItsPicture()
    {
        for (const auto& preset : test::engine().catalogue().presets) {
            const auto code = shareCode(preset);
            QVERIFY2(code.size() < 400, preset.id.c_str());
            QCOMPARE(readBack(qrPicture(code, 4)), QByteArray::fromStdString(code));
        }
    }
    void aTextThatNoPictureHoldsGivesNone()
    {
        QVERIFY(qrPicture(std::string(3000, 'x'), 1).isNull());
        QVERIFY(!qrPicture(std::string(2000, 'x'), 1).isNull());
    }
    void codeCommandAndPictureAreCopied()
    {
        m_board->setMeasure(measure("hbm_export"), "open");
        auto* dialog = openDialog();
        click(in<QPushButton>(dialog, "codeCopy"));
        QCOMPARE(QApplication::clipboard()->text().toStdString(), shareCode(m_board->scenario()));
        click(in<QPushButton>(dialog, "commandCopy"));
        QVERIFY(QApplication::clipboard()->text().startsWith("chokepoint-cli run --set hbm_export=open"));
        click(in<QPushButton>(dialog, "copyPicture"));
        QCOMPARE(readBack(QApplication::clipboard()->image()).toStdString(), shareCode(m_board->scenario()));
        click(in<QPushButton>(dialog, "closeShare"));
        QTRY_VERIFY(!m_window->findChild<QDialog*>("share"));
    }
};

CHOKEPOINT_TEST(ShareDialogTest, QApplication)
#include "ShareDialogTest.moc"
