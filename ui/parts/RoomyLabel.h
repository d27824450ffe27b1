// A label whose words wrap, never at a hyphen, with room for every text that it may show: a change of its words moves nothing below it.
#pragma once

#include <QLabel>
#include <QStringList>

namespace chokepoint::ui {

class RoomyLabel : public QLabel {
    Q_OBJECT
public:
    using QLabel::QLabel;

    /// Shows one of the texts that it may show, by its place among them.
    void showOneOf(const QStringList& texts, int place);

    int heightForWidth(int width) const override;

private:
    QStringList m_texts;
};

} // namespace chokepoint::ui
