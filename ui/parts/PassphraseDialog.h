// Asks for the passphrase of something encrypted, or for a new one of a workbook.
#pragma once

#include "api/Language.h"
#include "api/Seal.h"

#include <QDialog>

#include <functional>
#include <optional>
#include <string>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace chokepoint::ui {

class PassphraseDialog : public QDialog {
    Q_OBJECT
public:
    /// Asks until the passphrase opens these bytes, or the person gives up. `name`: of what they are.
    static void askFor(const QString& name, std::string sealed, const Language& language, QWidget* parent,
                       const std::function<void(const SealKey& key)>& then);
    /// Asks for a new passphrase, twice; one that is encrypted can also become plain again, which gives no key.
    static void askNew(bool isEncrypted, const Language& language, QWidget* parent,
                       const std::function<void(const std::optional<SealKey>& key)>& then);

private:
    PassphraseDialog(const QString& title, const QString& words, const Language& language, QWidget* parent);
    QLineEdit* addField(const char* name, const QString& words);
    void addButtons(const QString& words, const std::function<SealKey()>& make, const std::function<void(const SealKey& key)>& then);
    void refuse(const InputError& error);

    Language m_language;
    QVBoxLayout* m_layout = nullptr;
    QLabel* m_told = nullptr;
    QLineEdit *m_first = nullptr, *m_second = nullptr;
};

} // namespace chokepoint::ui
