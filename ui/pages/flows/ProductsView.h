// The leaf Products: chips and stacks of memory against lines of export control, those of the settings or one's own.
#pragma once

#include "api/Products.h"
#include "bridge/Board.h"
#include "pages/flows/FlowLeaf.h"
#include "pages/flows/ProductPlot.h"

#include <optional>
#include <vector>

class QComboBox;
class QPushButton;
class QScrollArea;

namespace chokepoint::ui {

class FactTable;
class NumberField;

class ProductsView : public FlowLeaf {
    Q_OBJECT
public:
    explicit ProductsView(Board& board, QWidget* parent = nullptr);

    ProductPlot* plot() const { return m_plot; }
    FactTable* table() const { return m_table; }
    /// Every setting with its line; a row that is chosen is the line that is looked at.
    FactTable* lines() const { return m_lines; }
    Segments* tables() const { return m_tables; }
    const ProductLine& chipLine() const { return m_chips.line; }
    const ProductLine& stackLine() const { return m_stacks.line; }
    std::vector<Page::Area> areas() const override;

    static constexpr int fieldsWidth = 318;

protected:
    void resizeEvent(QResizeEvent*) override;
    void showEvent(QShowEvent*) override;

private:
    /// One measure with the line that is looked at: that of a setting, or one's own.
    struct Side {
        std::size_t measure = 0;
        Product::Kind kind = Product::Kind::Chip;
        ProductLine line = {};
        std::optional<std::size_t> level = {}; ///< nothing: one's own
        bool isChosen = false;                 ///< by a person; else it follows what is in force
        QComboBox* choice = nullptr;
        QLabel* nearest = nullptr;
        QPushButton* use = nullptr;
    };
    struct Field {
        NumberField* field;
        QLabel* name;
        std::optional<double> ProductLine::*part;
        ProductPlot::Handle handle;
        Side* side;
        bool isEmptied = false; ///< what was typed last is nothing
    };
    void build(Side& side, const char* measure, const QString& name);
    void addField(Side& side, std::optional<double> ProductLine::*part, ProductPlot::Handle handle, const Message& name);
    void choose(Side& side, int place);
    void set(Side& side, std::optional<double> ProductLine::*part, std::optional<double> value);
    void useNearest(Side& side);
    void followBoard();
    void showProducts();
    void buildTables();
    void fillTable();
    void fillLines();
    void chooseRow(const QString& key);
    QString cited(const std::vector<std::string>& sources) const;
    void lay();
    int placeFields(int left, int top);

    Board& m_board;
    const ProductBook& m_book;
    Side m_chips, m_stacks;
    ProductPlot* m_plot;
    FactTable *m_table, *m_lines;
    Segments* m_tables;
    QScrollArea* m_card;
    QWidget* m_panel;
    QLabel *m_chipHead = nullptr, *m_stackHead = nullptr, *m_notes = nullptr, *m_ceiling = nullptr, *m_cited = nullptr;
    std::vector<Field> m_fields;
};

} // namespace chokepoint::ui
