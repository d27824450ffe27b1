// A button that is a whole card: a name in bold with a line or two below it, laid out as the card needs.
#pragma once

#include <QPushButton>

class QLabel;

namespace chokepoint::ui {

class CardButton : public QPushButton {
    Q_OBJECT
public:
    /// `name` and `words` are shown as they are, tags and ampersands too.
    CardButton(const QString& name, const QString& words, QWidget* parent = nullptr);

    /// What stands below the name, with marks of rich text and without.
    void setWords(const QString& rich, const QString& plain);
    QString words() const { return accessibleDescription(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    QString m_name;
    QLabel* m_words;
};

} // namespace chokepoint::ui
