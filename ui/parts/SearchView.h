// What the search over all records found: groups of results that lead to their rows, and a way on where there is none.
#pragma once

#include "api/Catalogue.h"
#include "api/Language.h"
#include "api/RecordSearch.h"

#include <QWidget>

#include <memory>

class QKeyEvent;
class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace chokepoint::ui {

class SearchView : public QWidget {
    Q_OBJECT
public:
    /// The catalogue must outlive the view. Records are read when something is sought for the first time.
    SearchView(const Catalogue& catalogue, const Language& language, QWidget* parent = nullptr);

    /// Shows these kinds alone, in this order; without a call all of them.
    void setKinds(std::vector<RecordKind> kinds) { m_kinds = std::move(kinds); }
    void seek(const QString& typed);
    /// A record; nullptr before the first search, and for a place that leads nowhere.
    const Record* recordOf(RecordKind kind, std::size_t place) const;
    /// Keys of the line above the results: down goes to them and Enter opens the first, both only while they are seen; Escape clears the
    /// line. True when the key is taken.
    bool takeKey(QLineEdit& line, const QKeyEvent& pressed);
    QListWidget* list() const { return m_list; }

signals:
    /// A result was chosen; `place` as in Record.
    void chosen(chokepoint::RecordKind kind, std::size_t place);
    /// Another text is to stand in the search line: what was perhaps meant, or nothing.
    void typedAnew(const QString& text);

private:
    void openFirst();
    void fill();
    void addHeading(const QString& words);
    void addHit(const RecordHit& hit);
    void open(const QListWidgetItem* item);

    const Catalogue& m_catalogue;
    Language m_language;
    std::unique_ptr<RecordSearch> m_search;
    std::vector<RecordHit> m_hits;
    std::vector<RecordKind> m_kinds; ///< empty: all
    int m_wholeKind = -1; ///< the kind of which all results are shown
    QListWidget* m_list;
    QWidget* m_none;
    QLabel* m_noneWords;
    QPushButton* m_meant;
    QString m_typed, m_meantText;
};

} // namespace chokepoint::ui
