// Builds the dialog. A passphrase becomes a key here and goes no further.
#include "parts/PassphraseDialog.h"

#include "parts/Text.h"
#include "parts/WrappedLabel.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <exception>

namespace chokepoint::ui {

PassphraseDialog::PassphraseDialog(const QString& title, const QString& words, const Language& language, QWidget* parent)
    : QDialog(parent), m_language(language), m_layout(new QVBoxLayout(this))
{
    setWindowTitle(title);
    setObjectName(QStringLiteral("passphrase"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(440);
    m_layout->addWidget(wrappedLabel(words, 13, nullptr, this));
}

QLineEdit* PassphraseDialog::addField(const char* name, const QString& words)
{
    auto* label = new QLabel(words, this);
    auto* field = new QLineEdit(this);
    field->setObjectName(QLatin1String(name));
    field->setEchoMode(QLineEdit::Password);
    field->setMaxLength(static_cast<int>(longestPassphrase));
    label->setBuddy(field);
    m_layout->addWidget(label);
    m_layout->addWidget(field);
    return field;
}

void PassphraseDialog::addButtons(const QString& words, const std::function<SealKey()>& make,
                                  const std::function<void(const SealKey& key)>& then)
{
    m_told = wrappedLabel(this, QStringLiteral("passphraseTold"), "caution");
    m_layout->addWidget(m_told);
    auto* buttons = new QDialogButtonBox(this);
    auto* take = buttons->addButton(words, QDialogButtonBox::AcceptRole);
    take->setObjectName(QStringLiteral("takePassphrase"));
    take->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole)->setObjectName(QStringLiteral("cancelPassphrase"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this, make, then] {
        if (m_second && m_first->text() != m_second->text()) {
            m_told->setText(tr("The two entries differ. Enter the same passphrase twice."));
            return;
        }
        try {
            QApplication::setOverrideCursor(Qt::WaitCursor); // each guess is made dear on purpose
            const auto key = make();
            QApplication::restoreOverrideCursor();
            accept();
            then(key);
        } catch (const InputError& error) {
            refuse(error);
        } catch (const std::exception& error) { // memory that is lacking
            refuse(inputErrorOf(error));
        }
    });
    m_layout->addWidget(buttons);
    m_first->setFocus();
    open();
}

void PassphraseDialog::refuse(const InputError& error)
{
    QApplication::restoreOverrideCursor();
    m_told->setText(told(error, m_language));
    m_first->selectAll();
    m_first->setFocus();
}

void PassphraseDialog::askFor(const QString& name, std::string sealed, const Language& language, QWidget* parent,
                              const std::function<void(const SealKey& key)>& then)
{
    auto* dialog = new PassphraseDialog(tr("Passphrase"), tr("“%1” is encrypted. Enter its passphrase.").arg(name), language, parent);
    dialog->m_first = dialog->addField("passphraseField", tr("Passphrase"));
    const auto make = [dialog, bytes = std::move(sealed), place = name.toStdString()] {
        return SealKey(bytes, dialog->m_first->text().toStdString(), place);
    };
    dialog->addButtons(tr("Open"), make, then);
}

void PassphraseDialog::askNew(bool isEncrypted, const Language& language, QWidget* parent,
                              const std::function<void(const std::optional<SealKey>& key)>& then)
{
    const auto words =
        tr("From the next save on, the file, its older versions and what is set aside are encrypted. Nobody can open them without the "
           "passphrase: not we, and not you if you forget it. Files that you saved elsewhere stay as they are, and what was saved here "
           "without "
           "a passphrase may still be found on the disk with special tools.");
    auto* dialog =
        new PassphraseDialog(isEncrypted ? tr("Change the passphrase") : tr("Encrypt with a passphrase"), words, language, parent);
    dialog->m_first = dialog->addField("passphraseField", tr("New passphrase"));
    dialog->m_second = dialog->addField("passphraseAgain", tr("The same again"));
    if (isEncrypted) {
        auto* plain = new QPushButton(tr("Remove the passphrase"), dialog);
        plain->setObjectName(QStringLiteral("removePassphrase"));
        plain->setAutoDefault(false);
        connect(plain, &QPushButton::clicked, dialog, [dialog, then] {
            dialog->accept();
            then(std::nullopt);
        });
        dialog->m_layout->addWidget(plain, 0, Qt::AlignLeft);
    }
    dialog->addButtons(
        tr("Encrypt"), [dialog] { return SealKey(dialog->m_first->text().toStdString()); }, [then](const SealKey& key) { then(key); });
}

} // namespace chokepoint::ui
