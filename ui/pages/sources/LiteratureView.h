// The sources: who wrote what, where and when, and how it was seen.
#pragma once

#include "api/Catalogue.h"
#include "api/Language.h"
#include "bridge/Board.h"

#include <QWidget>

class QLabel;

namespace chokepoint::ui {

class FactTable;

class LiteratureView : public QWidget {
    Q_OBJECT
public:
    LiteratureView(const Catalogue& catalogue, const Language& language, QWidget* parent = nullptr);
    FactTable* table() const { return m_table; }
    void showSource(std::size_t source);

private:
    const Catalogue& m_catalogue;
    Language m_language;
    FactTable* m_table;
    QLabel* m_detail;
};

} // namespace chokepoint::ui
