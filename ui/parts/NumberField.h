// A field for a number: read by the rule of words::typedNumber(), refused in words, and in step with what it stands for.
#pragma once

#include "api/Language.h"
#include "api/TypedNumber.h"

#include <QLineEdit>

#include <optional>

namespace chokepoint::ui {

/// A field that stands for a number of the board is told with hold() which one holds, whenever that may have changed, and what was typed
/// and not taken never stays beside it. A field that only asks is never told, and keeps what is typed.
class NumberField : public QLineEdit {
    Q_OBJECT
public:
    explicit NumberField(const Language& language, QWidget* parent = nullptr);

    /// Shows a number of the program in decimal text, with marks of thousands; replaces what is being typed. Emits nothing.
    void hold(const std::string& digits);

    /// What stands in the field, or nothing when it is no number.
    std::optional<words::TypedNumber> number() const;
    /// Why it is no number, as a sentence; empty when it is one.
    QString refusal() const;

signals:
    /// The person typed a number and ended it with Enter or by leaving the field. What is not touched is not told.
    void taken(const chokepoint::words::TypedNumber& number);
    /// The person ended something that is no number; a field that was told what holds shows that again.
    void refused(const QString& sentence);

protected:
    bool event(QEvent* event) override;

private:
    void end();
    Language m_language;
    std::optional<QString> m_held;
};

} // namespace chokepoint::ui
