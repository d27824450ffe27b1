// What every leaf of the page Flows has: a row of controls beside the leaves' names, and below it the finding.
#pragma once

#include "parts/Page.h"

class QLabel;

namespace chokepoint::ui {

class Segments;

class FlowLeaf : public QWidget {
    Q_OBJECT
public:
    explicit FlowLeaf(QWidget* parent = nullptr);

    virtual std::vector<Page::Area> areas() const = 0;
    virtual bool isBusy() const { return false; }
    virtual void setToday(QDate) {}
    QString title() const;

    static constexpr int margin = 16, space = 12;
    static constexpr int rowTop = 10, rowHeight = 26; ///< of the names of the leaves, and of what a leaf puts beside them
    static constexpr int titleTop = 42, headHeight = 94;
    static constexpr int namesWidth = 428; ///< of the names

signals:
    void wayAsked(const chokepoint::ui::Way& way);

protected:
    /// Title and subtitle up to `right`, controls in the row above from there to the left. Nothing of it moves with a text.
    void layHead(int right, const std::vector<std::pair<QWidget*, int>>& controls);
    /// Run or difference.
    Segments* addManner(const QString& accessibleName);

    QLabel *m_title, *m_subtitle;
};

} // namespace chokepoint::ui
