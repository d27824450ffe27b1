// A model of plain rows, filtered by words and shown as a table.
#include "parts/FactTable.h"

#include "look/Theme.h"
#include "parts/DataText.h"
#include "parts/Text.h"
#include "parts/Unparted.h"

#include <QAbstractTableModel>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTableView>

#include <algorithm>

namespace chokepoint::ui {
namespace {
constexpr int narrowestName = 120;
constexpr int rowHeight = 28, lineHeight = 16, widestFact = 260, factMargins = 24, narrowestText = 84, mostLines = 4;

/// As it is shown: "9-in-10" stays whole.
QString cellWords(const QString& words)
{
    constexpr int shortest = 2;
    return unparted(words, shortest);
}

class FactCells : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QString displayText(const QVariant& value, const QLocale&) const override { return cellWords(value.toString()); }
};

} // namespace

class FactModel : public QAbstractTableModel {
public:
    FactModel(const QVector<FactColumn>& columns, QWidget* parent) : QAbstractTableModel(parent), m_owner(parent), m_columns(columns) {}

    void setRows(const QVector<FactRow>& rows)
    {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }
    const QVector<FactRow>& rows() const { return m_rows; }
    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_columns.size()); }
    QVariant data(const QModelIndex& index, int role) const override
    {
        if (!index.isValid())
            return {}; // "copy" without a chosen row asks so
        const auto& cell = m_rows[index.row()].cells[index.column()];
        switch (role) {
        case Qt::DisplayRole: return cell.text;
        case Qt::ToolTipRole: return plainText(cell.text);
        case Qt::UserRole: return cell.order.isValid() ? cell.order : QVariant(cell.text);
        case Qt::TextAlignmentRole:
            return static_cast<int>((m_columns[index.column()].isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        case Qt::ForegroundRole: return cell.isMarked ? QVariant(tokensOf(*m_owner).accent) : QVariant();
        default: return {};
        }
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
            return {};
        if (role == Qt::DisplayRole)
            return m_columns[section].title;
        if (role == Qt::ToolTipRole)
            return plainText(m_columns[section].title); // a narrow column cuts it
        if (role == Qt::TextAlignmentRole)
            return static_cast<int>((m_columns[section].isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        return {};
    }

private:
    QWidget* m_owner;
    QVector<FactColumn> m_columns;
    QVector<FactRow> m_rows;
};

/// Keeps the rows in which every typed word occurs.
class FactFilter : public QSortFilterProxyModel {
public:
    explicit FactFilter(FactModel* model) : QSortFilterProxyModel(model), m_model(model)
    {
        setSourceModel(model);
        setSortRole(Qt::UserRole);
        setSortCaseSensitivity(Qt::CaseInsensitive);
    }
    void setWords(const QString& text)
    {
        m_words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        invalidateFilter();
    }
    const FactRow& rowAt(int row) const { return m_model->rows()[mapToSource(index(row, 0)).row()]; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex&) const override
    {
        const auto& fact = m_model->rows()[row];
        return std::ranges::all_of(m_words, [&](const QString& word) {
            return fact.also.contains(word, Qt::CaseInsensitive)
                || std::ranges::any_of(fact.cells, [&](const FactCell& cell) { return cell.text.contains(word, Qt::CaseInsensitive); });
        });
    }

private:
    FactModel* m_model;
    QStringList m_words;
};

FactTable::FactTable(const QVector<FactColumn>& columns, const QString& searchHint, const Language& language, QWidget* parent)
    : QWidget(parent),
      m_language(language),
      m_columns(columns),
      m_wished(columns.size()),
      m_least(columns.size(), narrowestText),
      m_model(new FactModel(columns, this)),
      m_filter(new FactFilter(m_model))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->setObjectName(QStringLiteral("tableHead"));
    head->setSpacing(8);
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setPlaceholderText(searchHint);
    m_search->setClearButtonEnabled(true);
    m_count = new QLabel(this);
    m_count->setObjectName(QStringLiteral("count"));
    m_count->setProperty("role", "muted");
    head->addWidget(m_search, 1);
    head->addWidget(m_count);
    layout->addLayout(head);
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("table"));
    m_table->setModel(m_filter);
    m_table->setItemDelegate(new FactCells(m_table));
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // as the data book has them, until a head is clicked
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(true);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    m_table->horizontalHeader()->setMinimumSectionSize(32);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(m_table, 1);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setWords(text);
        tell();
        fitRows();
    });
    connect(m_filter, &QAbstractItemModel::layoutChanged, this, &FactTable::fitRows);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (now.isValid())
            emit chosen(m_filter->rowAt(now.row()).key);
    });
}

void FactTable::setRows(const QVector<FactRow>& rows)
{
    const auto before = chosenKey();
    const int place = m_table->verticalScrollBar()->value();
    {
        const QSignalBlocker quiet(m_table->selectionModel());
        m_model->setRows(rows);
    }
    for (int i = 0; i < m_columns.size(); ++i) {
        m_wished[i] = 0;
        m_least[i] = narrowestText;
        for (const auto& row : rows) {
            const auto& words = row.cells[i].text;
            const int wide = m_table->fontMetrics().horizontalAdvance(words) + factMargins;
            m_wished[i] = std::max(m_wished[i], std::min(widestFact, wide));
            if (wide > m_least[i])
                m_least[i] = std::max(m_least[i], longestWord(words) + factMargins);
        }
    }
    choose(before);
    m_table->verticalScrollBar()->setValue(place);
    tell();
    fitColumns();
}

void FactTable::choose(const QString& key)
{
    for (int row = 0; row < m_filter->rowCount(); ++row)
        if (!key.isEmpty() && m_filter->rowAt(row).key == key) {
            m_table->setCurrentIndex(m_filter->index(row, 0));
            m_table->scrollTo(m_filter->index(row, 0));
            return;
        }
}

QString FactTable::chosenKey() const
{
    const auto now = m_table->selectionModel()->currentIndex();
    return now.isValid() ? m_filter->rowAt(now.row()).key : QString();
}

void FactTable::search(const QString& text) { m_search->setText(text); }

void FactTable::addControl(QWidget* control)
{
    auto* head = findChild<QHBoxLayout*>(QStringLiteral("tableHead"));
    head->insertWidget(1, control);
}

int FactTable::shownCount() const { return m_filter->rowCount(); }

QStringList FactTable::shownKeys() const
{
    QStringList keys;
    for (int row = 0; row < m_filter->rowCount(); ++row)
        keys << m_filter->rowAt(row).key;
    return keys;
}

void FactTable::tell()
{
    const int shown = m_filter->rowCount(), all = m_model->rowCount();
    const auto said = [this](int count) { return ui::text(MessageValue(count), m_language); };
    m_count->setText(shown != all ? tr("%1 of %2 rows", nullptr, all).arg(said(shown), said(all))
                     : all == 1   ? tr("1 row")
                                  : tr("%1 rows", nullptr, all).arg(said(all)));
}

/// Pixels of the longest part of a text that no line break can part.
int FactTable::longestWord(const QString& text) const
{
    static const QRegularExpression ends(QStringLiteral(" |-(?!\\d)")); // a date stays whole
    int longest = 0;
    for (const auto& word : cellWords(text).split(ends))
        longest = std::max(longest, m_table->fontMetrics().horizontalAdvance(word));
    return longest;
}

/// Columns get the width of their longest text as far as there is room, the first one what the others leave.
void FactTable::fitColumns()
{
    const int bar = m_table->verticalScrollBar()->isVisible() ? m_table->verticalScrollBar()->width() : 12;
    const int room = width() - bar - 2;
    // a name that needs several lines has more use for the room than a column of which few rows are long
    const int name = std::max({narrowestName, room / 4, std::min(m_wished[0], room * 2 / 5)});
    int least = name, wished = 0;
    for (int i = 1; i < m_columns.size(); ++i) {
        least += m_columns[i].width;
        wished += std::max(0, m_wished[i] - m_columns[i].width);
    }
    const double part = wished == 0 ? 0 : std::clamp((room - least) / static_cast<double>(wished), 0.0, 1.0);
    // where even the columns themselves leave the name too little, those of text give way and their words go to a second line
    int lacking = name - room, yielding = 0;
    const auto canYield = [&](int i) { return m_columns[i].isNumber ? 0 : std::max(0, m_columns[i].width - m_least[i]); };
    for (int i = 1; i < m_columns.size(); ++i) {
        lacking += m_columns[i].width;
        yielding += canYield(i);
    }
    const double less = yielding == 0 ? 0 : std::clamp(lacking / static_cast<double>(yielding), 0.0, 1.0);
    int taken = 0;
    for (int i = 1; i < m_columns.size(); ++i) {
        const int column = m_columns[i].width + static_cast<int>(part * std::max(0, m_wished[i] - m_columns[i].width))
                         - static_cast<int>(less * canYield(i) + 0.999);
        m_table->setColumnWidth(i, column);
        taken += column;
    }
    m_table->setColumnWidth(0, std::max(narrowestName, room - taken));
    fitRows();
}

/// A row is as high as the lines of its longest text need.
void FactTable::fitRows()
{
    const auto metrics = m_table->fontMetrics();
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        int lines = 1;
        const auto& cells = m_filter->rowAt(row).cells;
        for (int i = 0; i < m_columns.size(); ++i) {
            const int room = m_table->columnWidth(i) - factMargins;
            const auto words = cellWords(cells[i].text);
            if (metrics.horizontalAdvance(words) > room)
                lines = std::max(lines, metrics.boundingRect(QRect(0, 0, room, 1000), Qt::TextWordWrap, words).height()
                                            / metrics.lineSpacing());
        }
        m_table->verticalHeader()->resizeSection(row, rowHeight + (std::min(lines, mostLines) - 1) * lineHeight);
    }
}

void FactTable::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitColumns();
    if (const auto now = m_table->currentIndex(); now.isValid()) // rows of other heights have moved it
        m_table->scrollTo(now);
}

void FactTable::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_table->viewport()->update();
}

} // namespace chokepoint::ui
