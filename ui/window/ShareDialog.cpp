// Builds the dialog.
#include "window/ShareDialog.h"

#include "api/ShareCode.h"
#include "bridge/Board.h"
#include "parts/CloseButton.h"
#include "parts/DataText.h"
#include "parts/QrCode.h"
#include "parts/WrappedLabel.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace chokepoint::ui {
namespace {

constexpr int largestPicture = 400; ///< pixels

/// As large as fits, in whole pixels for each dot.
QImage pictureOf(const std::string& code)
{
    const auto one = qrPicture(code, 1);
    return one.isNull() ? one : qrPicture(code, std::max(1, largestPicture / one.width()));
}

} // namespace

ShareDialog::ShareDialog(const Board& board, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Share code"));
    setObjectName(QStringLiteral("share"));
    const auto code = shareCode(board.scenario());
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(
        wrappedLabel(tr("Whoever pastes this code anywhere in Chokepoint, or scans the picture and pastes what it says, has your "
                        "scenario. Reasons of assumptions and notes are not in it."),
                     13, nullptr, this));
    const auto picture = pictureOf(code);
    auto* shown = new QLabel(this);
    shown->setObjectName(QStringLiteral("qr"));
    shown->setAlignment(Qt::AlignCenter);
    if (picture.isNull()) {
        shown->setText(tr("The code is too long for a picture."));
    } else {
        shown->setPixmap(QPixmap::fromImage(picture));
        shown->setAccessibleName(tr("The share code as a QR picture"));
    }
    layout->addWidget(shown);
    addText(layout, "code", tr("Code"), QString::fromStdString(code), tr("Copy the code"));
    addText(layout, "command", tr("Command"),
            QStringLiteral("chokepoint-cli run ") + QString::fromStdString(commandOptions(board.catalogue(), board.scenario())),
            tr("Copy the command"));
    auto* buttons = new QDialogButtonBox(this);
    auto* copy = buttons->addButton(tr("Copy the picture"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copyPicture"));
    copy->setEnabled(!picture.isNull());
    connect(copy, &QPushButton::clicked, this, [picture] { QApplication::clipboard()->setImage(picture); });
    addCloseButton(*buttons, tr("Close"), "closeShare");
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}

void ShareDialog::addText(QVBoxLayout* layout, const char* name, const QString& title, const QString& words, const QString& copy)
{
    auto* label = new QLabel(title, this);
    auto* field = new QPlainTextEdit(words, this);
    field->setObjectName(QLatin1String(name));
    field->setReadOnly(true);
    field->setTabChangesFocus(true);
    field->setWordWrapMode(QTextOption::WrapAnywhere); // a code has no words
    field->setFixedHeight(72);
    label->setBuddy(field);
    auto* button = new QPushButton(menuText(copy), this);
    button->setObjectName(QLatin1String(name) + QLatin1String("Copy"));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [words] { QApplication::clipboard()->setText(words); });
    layout->addWidget(label);
    layout->addWidget(field);
    layout->addWidget(button, 0, Qt::AlignLeft);
}

} // namespace chokepoint::ui
