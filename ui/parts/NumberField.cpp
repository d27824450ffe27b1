// Reads the field when the person has ended typing.
#include "parts/NumberField.h"
#include "api/Language.h"
#include "api/NumberWords.h"

#include "parts/Text.h"

#include <QKeyEvent>

namespace chokepoint::ui {

NumberField::NumberField(const Language& language, QWidget* parent) : QLineEdit(parent), m_language(language)
{
    connect(this, &QLineEdit::editingFinished, this, &NumberField::end);
}

void NumberField::hold(const std::string& digits)
{
    m_held = ui::text(words::exactNumber(digits), m_language);
    if (text() != *m_held || isModified())
        setText(*m_held); // also ends the undo of the field, which would bring back what no longer holds
}

std::optional<words::TypedNumber> NumberField::number() const { return words::typedNumber(text().toStdString()); }

QString NumberField::refusal() const
{
    if (number())
        return {};
    const auto typed = text().trimmed();
    if (typed.isEmpty())
        return tr("Enter a number. Use digits and a decimal point.");
    if (words::hasDecimalComma(typed.toStdString()))
        return tr("“%1” is not a number: a comma separates thousands. Use a decimal point: %2.")
            .arg(typed, QString(typed).replace(QLatin1Char(','), QLatin1Char('.')));
    return tr("“%1” is not a number. Use digits and a decimal point, no commas: 12.5.").arg(typed);
}

/// Undo and redo are the field's own only while something is typed; else they are the window's.
bool NumberField::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && !isModified()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo) || key->keyCombination() == (Qt::CTRL | Qt::Key_Y)) {
            event->ignore();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void NumberField::end()
{
    if (!isModified())
        return;
    const auto typed = number();
    const auto why = refusal();
    if (m_held)
        setText(*m_held); // the owner holds the new number when it has been accepted
    else
        setModified(false);
    if (typed)
        emit taken(*typed);
    else
        emit refused(why);
}

} // namespace chokepoint::ui
