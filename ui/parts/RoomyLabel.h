// A label with room for every text that it may show, so that a change of its words moves nothing beside it.
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

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

private:
    template <class Measure> int largest(Measure measure) const;

    QStringList m_texts;
};

} // namespace chokepoint::ui
