// A box of the bar that names what is chosen and opens a menu.
#pragma once

#include <QToolButton>

namespace chokepoint::ui {

/// As wide as the bar gives it, whatever it names, so that nothing in the bar changes place with a name.
class ChoiceBox : public QToolButton {
    Q_OBJECT
public:
    explicit ChoiceBox(int widest, QWidget* parent = nullptr);

    /// The name, and a shorter one for where the whole finds no room. text() is the whole one.
    void setNames(const QString& whole, const QString& shorter);
    /// What is seen of them.
    QString shown() const;
    /// A button behind the name, inside the box; the box takes it as its child and places it.
    void setNote(QToolButton* note);
    /// Whether the note has something to say. It is seen only where it leaves room for a name.
    void showNote(bool isWanted);
    /// After the note has another text.
    void placeNote();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;

private:
    int roomForName() const;

    int m_widest;
    QString m_whole, m_shorter;
    QToolButton* m_note = nullptr;
    bool m_isNoteWanted = true;
};

} // namespace chokepoint::ui
