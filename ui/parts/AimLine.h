// The row above a comparison of packages: whether more or less of the series is wanted, and which packages are meant.
#pragma once

#include <QWidget>

class QMenu;
class QToolButton;

namespace chokepoint::ui {

class Segments;

class AimLine : public QWidget {
    Q_OBJECT
public:
    /// `menu`: the object name of the button of packages.
    explicit AimLine(const QString& menu, QWidget* parent = nullptr);

    bool moreIsBetter() const;
    /// What the button of packages says and offers; takes the place of the menu before.
    void setText(const QString& text);
    void setMenu(QMenu* menu);

signals:
    void turned();

private:
    Segments* m_better;
    QToolButton* m_packages;
};

} // namespace chokepoint::ui
