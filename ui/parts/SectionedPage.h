// A page of sections: their names at the left, and beside them the one that is chosen.
#pragma once

#include "parts/Page.h"

class QListWidget;
class QStackedWidget;
class QVBoxLayout;

namespace chokepoint::ui {

class SectionedPage : public Page {
    Q_OBJECT
public:
    std::vector<Area> areas() const override;

protected:
    /// The first section that is added is shown.
    explicit SectionedPage(const char* id, QWidget* parent);

    /// Adds a view under the name of its section, which a tool tip explains.
    void addSection(const QString& name, const QString& purpose, QWidget* view);
    int sectionRow() const;
    void showRow(int row);
    /// Where a page puts what stands above all of its sections.
    QVBoxLayout* besideNames() const { return m_beside; }
    /// Parent of the views.
    QStackedWidget* views() const { return m_views; }

    virtual void sectionChanged() {}

private:
    QListWidget* m_names;
    QVBoxLayout* m_beside;
    QStackedWidget* m_views;
};

} // namespace chokepoint::ui
