// Room for a label whose text changes with every move: the layout is asked anew only when the label needs more room or fewer lines.
#pragma once

#include <QWidget>

class QLabel;

namespace chokepoint::ui {

/// A label tells its layout of every new text, and a window of fifty rows is then laid out again. This stands between the two.
class StableLabel : public QWidget {
    Q_OBJECT
public:
    /// Takes the label as its child and stands where the label would stand.
    explicit StableLabel(QLabel* label, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override;
    int heightForWidth(int width) const override;

protected:
    bool event(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QLabel* m_label;
    int m_needed = 0; ///< height that the layout knows of at this width, whatever it gave
};

} // namespace chokepoint::ui
