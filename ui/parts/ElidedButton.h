// A button that shortens its text with an ellipsis to the room it has, and then shows the whole in its tool tip.
#pragma once

#include "parts/PaintedTexts.h"

#include <QPushButton>

namespace chokepoint::ui {

class ElidedButton : public QPushButton, public PaintedTexts {
    Q_OBJECT
public:
    using QPushButton::QPushButton;
    QSize minimumSizeHint() const override { return {48, sizeHint().height()}; }
    /// A few words at the right edge, quiet or in the accent colour; they are never cut. Where the name would be, `brief` stands in.
    void setNote(const QString& note, bool isAccent = false, const QString& brief = {});
    QString note() const { return m_note; }
    QStringList paintedTexts() const override { return {shownNote()}; }
    /// What is seen of the text.
    QString shown() const;

protected:
    void paintEvent(QPaintEvent*) override;
    bool event(QEvent*) override;

private:
    int roomForName(const QString& note) const;
    QString shownNote() const;

    QString m_note, m_brief;
    bool m_isAccent = false;
};

} // namespace chokepoint::ui
