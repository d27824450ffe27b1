// Keeps the two lines, their fields, the plot and the table in step.
#include "pages/flows/ProductsView.h"

#include "api/NumberWords.h"
#include "api/ProductWords.h"
#include "api/SourceWords.h"
#include "look/Theme.h"
#include "parts/FactTable.h"
#include "parts/NumberField.h"
#include "parts/Segments.h"
#include "parts/Text.h"
#include "parts/WheelGuard.h"
#include "parts/WrappedLabel.h"

#include <QComboBox>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {
namespace {

constexpr int headTall = 20, fieldWidth = 104, fieldHeight = 30, productPadding = 14, leastTable = 168, leastPlot = 380,
              citedTall = 44; ///< three lines

/// With the digits of the record; the density of a stack, a quotient, is cut to hundredths, so that the stack itself stays on its side.
std::string inField(double value)
{
    constexpr std::size_t longest = 7;
    const auto whole = words::roundTrip(value);
    return whole.size() <= longest ? whole : words::roundTrip(std::floor(value * 100) / 100);
}

} // namespace

ProductsView::ProductsView(Board& board, QWidget* parent)
    : FlowLeaf(parent),
      m_board(board),
      m_book(productsOf(board.engine())),
      m_plot(new ProductPlot(m_book, board.language(), this)),
      m_card(new QScrollArea(this)),
      m_panel(new QWidget(m_card))
{
    setObjectName(QStringLiteral("productsLeaf"));
    m_card->setProperty("card", true);
    m_card->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_panel->setObjectName(QStringLiteral("clearInner"));
    m_card->setWidget(m_panel);
    m_chipHead = new QLabel(m_panel); // once the panel has its place: a child that moves with it would lose its font
    m_stackHead = new QLabel(m_panel);
    m_notes = wrappedLabel(m_panel, QStringLiteral("lineNotes"), "muted");
    m_ceiling = wrappedLabel(m_panel, QStringLiteral("ceilingNote"), "muted");
    build(m_chips, "accel_ceiling", tr("Line for chips"));
    build(m_stacks, "hbm_export", tr("Line for HBM stacks"));
    m_stacks.kind = Product::Kind::Stack;
    using Handle = ProductPlot::Handle;
    addField(m_chips, &ProductLine::tpp, Handle::Tpp, Message("products.from_tpp"));
    addField(m_chips, &ProductLine::density, Handle::Tpp, Message("products.from_density"));
    addField(m_chips, &ProductLine::bandwidth, Handle::Bandwidth, Message("products.from_bandwidth"));
    addField(m_chips, &ProductLine::deniedTpp, Handle::DeniedTpp, Message("products.denied_tpp"));
    addField(m_chips, &ProductLine::deniedBandwidth, Handle::DeniedBandwidth, Message("products.denied_bandwidth"));
    addField(m_stacks, &ProductLine::stackDensity, Handle::StackDensity, Message("products.above_stack"));
    addField(m_stacks, &ProductLine::deniedStackDensity, Handle::DeniedStackDensity, Message("products.from_stack"));
    for (auto* head : {m_chipHead, m_stackHead})
        head->setFont(fontOf(13, QFont::DemiBold));
    m_chipHead->setText(board.said(Message("products.chips")));
    m_stackHead->setText(board.said(Message("products.stacks")));
    for (auto* label : {m_notes, m_ceiling, m_chips.nearest, m_stacks.nearest})
        label->setFont(fontOf(11));
    m_ceiling->setText(board.said(Message("products.no_ceiling")));
    buildTables();
    connect(m_plot, &ProductPlot::moved, this, [this](ProductPlot::Handle handle, double value) {
        for (const auto& field : m_fields)
            if (field.handle == handle && field.part != &ProductLine::density)
                set(*field.side, field.part, value);
    });
    connect(&board, &Board::changed, this, [this] {
        if (isVisible())
            followBoard();
    });
    connect(&board, &Board::workbookOpened, this, [this] {
        m_chips.isChosen = m_stacks.isChosen = false; // lines of the workbook before
        followBoard();
    });
    followBoard();
}

void ProductsView::buildTables()
{
    m_table = new FactTable({{tr("Product"), 0},
                             {tr("Verdict"), 112},
                             {tr("TPP"), 78, true},
                             {tr("Memory GB/s"), 116, true},
                             {tr("Per mm²"), 78, true},
                             {tr("Link GB/s"), 84, true},
                             {tr("Source"), 64}},
                            tr("Search products"), m_board.language(), this);
    m_table->setObjectName(QStringLiteral("productTable"));
    fillLines();
    m_tables = new Segments({tr("Products"), tr("Lines")}, this);
    m_tables->setObjectName(QStringLiteral("tables"));
    m_tables->setAccessibleName(tr("Products or lines in the list"));
    connect(m_tables, &Segments::chosen, this, [this](int place) {
        m_table->setVisible(place == 0);
        m_lines->setVisible(place == 1);
        m_cited->setText(tr("Choose a row for its sources."));
    });
    connect(m_lines, &FactTable::chosen, this, &ProductsView::chooseRow);
    connect(m_table, &FactTable::chosen, this, [this](const QString& key) {
        const auto product = std::ranges::find(m_book.products, key.toStdString(), &Product::id);
        if (product != m_book.products.end())
            m_cited->setText(cited(product->sources));
    });
    m_cited = wrappedLabel(this, QStringLiteral("cited"), "muted");
    m_cited->setFont(fontOf(11));
    m_cited->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_cited->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_cited->setText(tr("Choose a row for its sources."));
}

/// The originals behind a row, each in a line of its own.
QString ProductsView::cited(const std::vector<std::string>& sources) const
{
    const auto& catalogue = m_board.catalogue();
    QStringList lines;
    for (const auto& id : sources)
        lines << m_board.said(words::sourceLine(catalogue.sources[*catalogue.findSource(id)]));
    return lines.join(QLatin1Char('\n'));
}

void ProductsView::build(Side& side, const char* measure, const QString& name)
{
    side.measure = *m_board.catalogue().findMeasure(measure);
    side.choice = new QComboBox(m_panel);
    side.choice->setObjectName(QStringLiteral("line:") + QLatin1String(measure));
    side.choice->setAccessibleName(name);
    guardWheel(*side.choice);
    for (const auto& level : m_board.catalogue().measures[side.measure].levels)
        side.choice->addItem(text(level.shortLabel));
    side.choice->addItem(m_board.said(Message("products.own_line")));
    connect(side.choice, &QComboBox::activated, this, [this, &side](int place) { choose(side, place); });
    side.nearest = wrappedLabel(m_panel, QStringLiteral("nearest:") + QLatin1String(measure));
    side.use = new QPushButton(tr("Use this setting"), m_panel);
    side.use->setObjectName(QStringLiteral("use:") + QLatin1String(measure));
    connect(side.use, &QPushButton::clicked, this, [this, &side] { useNearest(side); });
}

void ProductsView::addField(Side& side, std::optional<double> ProductLine::*part, ProductPlot::Handle handle, const Message& name)
{
    auto* field = new NumberField(m_board.language(), m_panel);
    auto* label = new QLabel(m_board.said(name), m_panel);
    label->setFont(fontOf(11.5));
    label->setWordWrap(true);
    field->setAccessibleName(label->text());
    field->setAlignment(Qt::AlignRight);
    field->setObjectName(QStringLiteral("threshold%1").arg(m_fields.size()));
    const auto at = m_fields.size();
    m_fields.push_back({field, label, part, handle, &side});
    connect(field, &QLineEdit::textEdited, this, [this, at](const QString& typed) { m_fields[at].isEmptied = typed.trimmed().isEmpty(); });
    connect(field, &NumberField::taken, this, [this, &side, part](const words::TypedNumber& number) {
        if (number.value >= 0)
            set(side, part, number.value);
        else
            showProducts(); // a line below nothing is none: what holds stands there again
    });
    connect(field, &NumberField::refused, this, [this, at, &side, part] {
        if (m_fields[at].isEmptied)
            set(side, part, std::nullopt);
    });
}

/// A setting, or at the end of the list the line as it stands, as one's own.
void ProductsView::choose(Side& side, int place)
{
    const auto levels = static_cast<int>(m_board.catalogue().measures[side.measure].levels.size());
    side.isChosen = true;
    side.level = place < levels ? std::optional(static_cast<std::size_t>(place)) : std::nullopt;
    if (side.level)
        side.line = m_book.lineOf(side.measure, *side.level).line;
    showProducts();
}

void ProductsView::set(Side& side, std::optional<double> ProductLine::*part, std::optional<double> value)
{
    side.line.*part = value;
    if (part == &ProductLine::density && value && !side.line.densityTpp)
        side.line.densityTpp = 0;
    side.level.reset();
    side.isChosen = true;
    showProducts();
}

/// The model has settings and no line between them: the nearest one enters the package. From then on the leaf follows the package again,
/// where it begins with that setting.
void ProductsView::useNearest(Side& side)
{
    const auto nearest = side.level ? *side.level : nearestLevel(m_book, side.measure, side.kind, side.line).level;
    const auto& setting = m_board.catalogue().measures[side.measure].levels[nearest].id;
    m_board.setMeasure(side.measure, setting);
    if (m_board.inForceAt(side.measure, m_board.start()) == setting) {
        side.isChosen = false;
        followBoard();
    }
}

/// What a person has not chosen is what is in force when the package begins.
void ProductsView::followBoard()
{
    for (auto* side : {&m_chips, &m_stacks}) {
        if (side->isChosen)
            continue;
        const auto& levels = m_board.catalogue().measures[side->measure].levels;
        const auto inForce = std::ranges::find(levels, m_board.inForceAt(side->measure, m_board.start()), &Level::id);
        side->level = static_cast<std::size_t>(inForce - levels.begin());
        side->line = m_book.lineOf(side->measure, *side->level).line;
    }
    showProducts();
}

void ProductsView::showProducts()
{
    const auto& measures = m_board.catalogue().measures;
    const auto& chipLevels = measures[m_chips.measure].levels;
    m_title->setText(m_board.said(words::productsTitle(m_book, m_chips.line, m_chips.level ? &chipLevels[*m_chips.level] : nullptr)));
    m_subtitle->setText(m_board.said(Message("products.subtitle")));
    m_plot->setLines(m_chips.line, m_stacks.line);
    for (const auto& field : m_fields) {
        const auto& value = field.side->line.*field.part;
        field.field->hold(value ? inField(*value) : std::string());
    }
    for (auto* side : {&m_chips, &m_stacks}) {
        const auto& levels = measures[side->measure].levels;
        side->choice->setCurrentIndex(static_cast<int>(side->level ? *side->level : levels.size()));
        const auto nearest = nearestLevel(m_book, side->measure, side->kind, side->line);
        const auto shown = side->level ? NearestLevel{*side->level, nearest.told, nearest.told} : nearest;
        side->nearest->setText(m_board.said(words::nearestTold(measures[side->measure], shown)));
        side->use->setEnabled(m_board.valueOf(side->measure) != levels[shown.level].id);
    }
    MessageList notes{{Message("products.empty_means")}, MessageList::Joint::Sentence};
    if (m_chips.line.density && m_chips.line.densityTpp)
        notes.items.emplace_back(Message("products.density_from", {{"number", words::number(*m_chips.line.densityTpp)}}));
    if (m_chips.line.link)
        notes.items.emplace_back(Message("products.only_with_link", {{"number", words::number(*m_chips.line.link)}}));
    m_notes->setText(m_board.said(notes));
    fillTable();
    lay();
}

void ProductsView::fillTable()
{
    QVector<FactRow> rows;
    const auto cell = [&](const std::optional<double>& value) {
        return FactCell{value ? m_board.said(words::number(*value)) : tr("not known"), value ? QVariant(*value) : QVariant(-1.0)};
    };
    constexpr const char* grades[] = {"A", "B", "C", "D"};
    for (const auto& product : m_book.products) {
        const auto& line = product.kind == Product::Kind::Stack ? m_stacks.line : m_chips.line;
        const auto verdict = verdictOf(product, line);
        const bool isStack = product.kind == Product::Kind::Stack;
        FactRow row{.key = text(product.id), .cells = {}};
        const auto told = product.isChinese ? tr("made in China") : m_board.said(words::verdictName(verdict));
        row.cells << FactCell{text(product.label), QVariant()}
                  << FactCell{told, QVariant(product.isChinese ? -1 : static_cast<int>(verdict)),
                              !product.isChinese && verdict == ProductVerdict::Caught}
                  << (isStack ? FactCell{} : cell(product.tpp)) << cell(product.bandwidth) << cell(product.density())
                  << (isStack ? FactCell{} : cell(product.link))
                  << FactCell{QLatin1String(grades[static_cast<std::size_t>(product.grade)]), QVariant()};
        row.also = text(product.maker);
        row.also += QLatin1Char(' ') + cited(product.sources);
        rows << row;
    }
    m_table->setRows(rows);
}

/// Every setting with its numbers.
void ProductsView::fillLines()
{
    m_lines = new FactTable({{tr("Setting"), 0},
                             {tr("From TPP"), 92, true},
                             {tr("Per mm²"), 76, true},
                             {tr("GB/s"), 66, true},
                             {tr("Denied TPP"), 108, true},
                             {tr("GB/s"), 66, true},
                             {tr("Per mm²"), 76, true}},
                            tr("Search settings"), m_board.language(), this);
    m_lines->setObjectName(QStringLiteral("lineTable"));
    m_lines->hide();
    const auto cell = [&](const std::optional<double>& value) {
        const auto shown = !value ? QString() : *value == 0 ? tr("all") : m_board.said(words::exactNumber(words::roundTrip(*value)));
        return FactCell{shown, QVariant(value.value_or(-1))};
    };
    QVector<FactRow> rows;
    for (std::size_t i = 0; i < m_book.lines.size(); ++i) {
        const auto& entry = m_book.lines[i];
        const auto& measure = m_board.catalogue().measures[entry.measure];
        const auto& line = entry.line;
        const bool isStack = entry.measure == m_stacks.measure;
        FactRow row{.key = QString::number(i), .cells = {}};
        const auto name =
            m_board.said(Message("products.setting", {{"kind", isStack ? Message("products.stacks") : Message("products.chips")},
                                                      {"level", measure.levels[entry.level].shortLabel}}));
        row.cells << FactCell{name, QVariant(static_cast<int>(i))} << cell(line.tpp) << cell(isStack ? line.stackDensity : line.density)
                  << cell(line.bandwidth) << cell(line.deniedTpp) << cell(line.deniedBandwidth) << cell(line.deniedStackDensity);
        rows << row;
    }
    m_lines->setRows(rows);
}

void ProductsView::chooseRow(const QString& key)
{
    const auto& entry = m_book.lines[key.toUInt()];
    m_cited->setText(cited(entry.sources));
    choose(entry.measure == m_stacks.measure ? m_stacks : m_chips, static_cast<int>(entry.level));
}

void ProductsView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    followBoard();
}

std::vector<Page::Area> ProductsView::areas() const
{
    return {{m_chips.choice, m_chips.choice}, {m_plot, m_plot}, {m_fields.front().field, m_card}, {m_table->table(), m_table}};
}

void ProductsView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    lay();
}

/// Heads, fields, what they mean and the nearest setting, from the top of the panel.
int ProductsView::placeFields(int left, int top)
{
    const int wide = fieldsWidth - 2 * left - 2;
    const auto wrapped = [&](QLabel* label) {
        const int tall = label->heightForWidth(wide);
        label->setGeometry(left, top, wide, tall);
        top += tall + 6;
    };
    const auto fields = [&](const Side& side) {
        for (const auto& field : m_fields) {
            if (field.side != &side)
                continue;
            const int nameWide = wide - fieldWidth - 6, tall = std::max(fieldHeight, field.name->heightForWidth(nameWide));
            field.name->setGeometry(left, top, nameWide, tall);
            field.field->setGeometry(left + wide - fieldWidth, top + (tall - fieldHeight) / 2, fieldWidth, fieldHeight);
            top += tall + 4;
        }
        top += 3;
        wrapped(side.nearest);
        side.use->setGeometry(left, top, side.use->sizeHint().width(), side.use->sizeHint().height());
        top += side.use->height() + 12;
    };
    const auto head = [&](QLabel* label, const Side& side) {
        label->setGeometry(left, top, wide, headTall);
        side.choice->setGeometry(left, top + headTall + 2, wide, fieldHeight);
        top += headTall + fieldHeight + 8;
    };
    head(m_chipHead, m_chips);
    fields(m_chips);
    head(m_stackHead, m_stacks);
    fields(m_stacks);
    wrapped(m_notes);
    wrapped(m_ceiling);
    return top;
}

void ProductsView::lay()
{
    layHead(width(), {{m_tables, 190}});
    const int room = width() - 2 * margin, tall = height() - headHeight - margin;
    const int wide = room - fieldsWidth - space;
    const int table = std::max(leastTable + citedTall, std::min(tall * 36 / 100, tall - leastPlot - space));
    m_plot->setGeometry(margin, headHeight, wide, tall - table - space);
    for (auto* list : {m_table, m_lines})
        list->setGeometry(margin, headHeight + tall - table, wide, table - citedTall - 4);
    m_cited->setGeometry(margin, headHeight + tall - citedTall, wide, citedTall);
    m_card->setGeometry(margin + room - fieldsWidth, headHeight, fieldsWidth, tall);
    m_panel->resize(fieldsWidth - 2, placeFields(productPadding, productPadding - 4));
}

} // namespace chokepoint::ui
