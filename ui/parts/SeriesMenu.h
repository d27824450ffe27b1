// The menu of all series: the headline series, then sector by sector with totals on top, or those that match what is typed.
#pragma once

#include "api/Catalogue.h"
#include "api/Language.h"

#include <QMenu>

class QLineEdit;

namespace chokepoint::ui {

class SeriesMenu : public QMenu {
    Q_OBJECT
public:
    /// The catalogue must outlive the menu, which is filled when it is first shown.
    SeriesMenu(const Catalogue& catalogue, const Language& language, QWidget* parent = nullptr);

    QLineEdit* search() const { return m_search; }
    /// Series offered at the moment, best first; empty while nothing is typed.
    const QList<QAction*>& found() const { return m_found; }

signals:
    void chosen(const QString& id);

protected:
    bool eventFilter(QObject*, QEvent*) override;

private:
    void fill();
    void filter(const QString& wanted);
    QAction* offer(QMenu* menu, const Series& series, const QString& label);

    const Catalogue& m_catalogue;
    Language m_language;
    QLineEdit* m_search = nullptr;
    QList<QAction*> m_all, m_found; ///< what stands there while nothing is typed, and what was found
    QAction* m_none = nullptr;
};

} // namespace chokepoint::ui
