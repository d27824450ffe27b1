// Room of a decided height for a label whose text changes with every move: the layout is never asked.
#pragma once

#include <QLabel>
#include <QWidget>

namespace chokepoint::ui {

class FixedRoom : public QWidget {
public:
    /// Takes the label as its child. Whoever sets the text sees to it that it fits.
    FixedRoom(QLabel* label, int height, QWidget* parent = nullptr) : QWidget(parent), m_label(label)
    {
        m_label->setParent(this);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        setFixedHeight(height);
    }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QWidget::resizeEvent(event);
        m_label->setGeometry(rect());
    }

private:
    QLabel* m_label;
};

} // namespace chokepoint::ui
