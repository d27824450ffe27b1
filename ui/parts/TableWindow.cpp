// Shows a table of a chart in a view of Qt, which screen readers know.
#include "parts/TableWindow.h"

#include "api/Files.h"
#include "look/Theme.h"
#include "parts/DataText.h"
#include "parts/Text.h"

#include <QAbstractTableModel>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace chokepoint::ui {
namespace {

constexpr QSize firstSize{980, 620};
constexpr int margin = 14, widestColumn = 320, narrowestColumn = 118, cellMargins = 24, mostMeasured = 80, headMargins = 12;
const QString csvType = QStringLiteral("text/csv");

} // namespace

class TableModel : public QAbstractTableModel {
public:
    TableModel(const Language& language, QObject* parent) : QAbstractTableModel(parent), m_language(language) {}

    void setContent(const FigureTable& content)
    {
        const bool isSameShape = content.columns == m_content.columns && content.rows.size() == m_content.rows.size();
        if (!isSameShape)
            beginResetModel();
        m_content = content;
        if (!isSameShape)
            endResetModel();
        else if (!m_content.rows.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_content.rows.size()); }
    int columnCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_content.columns.size());
    }
    QVariant data(const QModelIndex& index, int role) const override
    {
        if (!index.isValid())
            return {};
        const auto& cell = cellAt(index.row(), index.column());
        switch (role) {
        case Qt::DisplayRole: return text(cell.words);
        case Qt::ToolTipRole: return plainText(text(cell.words));
        case Qt::AccessibleTextRole: // a screen reader says the column with each value
            return cell.words.empty() ? QString()
                                      : text(Message("told.pair", {{"name", m_content.columns[static_cast<std::size_t>(index.column())]},
                                                                   {"value", cell.words}}),
                                             m_language);
        case Qt::TextAlignmentRole: return static_cast<int>((cell.value ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        default: return {};
        }
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
            return {};
        const auto name = text(m_content.columns[static_cast<std::size_t>(section)]);
        if (role == Qt::DisplayRole)
            return name;
        if (role == Qt::ToolTipRole)
            return plainText(name);
        if (role == Qt::TextAlignmentRole)
            return static_cast<int>((section > 0 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter) | Qt::TextWordWrap;
        return {};
    }
    const FigureCell& cellAt(int row, int column) const
    {
        return m_content.rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
    }

private:
    Language m_language;
    FigureTable m_content;
};

/// Numbers by their value, texts and quarters as they stand in the table; empty cells last whatever the order is.
class TableOrder : public QSortFilterProxyModel {
public:
    explicit TableOrder(TableModel* model) : QSortFilterProxyModel(model), m_model(model) { setSourceModel(model); }

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override
    {
        if (left.column() == 0)
            return left.row() < right.row(); // time
        const auto &a = m_model->cellAt(left.row(), left.column()), &b = m_model->cellAt(right.row(), right.column());
        const bool isEmpty = !a.value && a.words.empty(), isOtherEmpty = !b.value && b.words.empty();
        if (isEmpty || isOtherEmpty)
            return isEmpty != isOtherEmpty && (sortOrder() == Qt::AscendingOrder ? isOtherEmpty : isEmpty);
        return a.value && b.value ? *a.value < *b.value : text(a.words).localeAwareCompare(text(b.words)) < 0;
    }

private:
    TableModel* m_model;
};

TableWindow::TableWindow(const Language& language, QWidget* owner)
    : QWidget(owner, Qt::Window),
      m_language(language),
      m_model(new TableModel(language, this)),
      m_order(new TableOrder(m_model)),
      m_table(new QTableView(this)),
      m_unit(new QLabel(this)),
      m_message(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("tableWindow"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    m_unit->setObjectName(QStringLiteral("tableUnit"));
    m_unit->setProperty("role", "muted");
    m_unit->setTextFormat(Qt::PlainText);
    m_unit->setWordWrap(true);
    layout->addWidget(m_unit);
    m_table->setObjectName(QStringLiteral("tableOfChart"));
    m_table->setModel(m_order);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(0, Qt::AscendingOrder);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::ContiguousSelection);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setMinimumSectionSize(narrowestColumn);
    layout->addWidget(m_table, 1);
    auto* foot = new QHBoxLayout;
    m_message->setObjectName(QStringLiteral("tableMessage"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    foot->addWidget(m_message, 1);
    foot->addWidget(button(tr("Copy table"), "copyTable", &TableWindow::copy));
    foot->addWidget(button(tr("Save as CSV…"), "saveTable", &TableWindow::save));
    layout->addLayout(foot);
    resize(firstSize);
}

QPushButton* TableWindow::button(const QString& words, const char* name, void (TableWindow::*act)())
{
    auto* made = new QPushButton(menuText(words), this);
    made->setObjectName(QLatin1String(name));
    connect(made, &QPushButton::clicked, this, act);
    return made;
}

void TableWindow::setContent(const FigureTable& content)
{
    if (content == m_content)
        return;
    const bool isNewShape = content.columns != m_content.columns;
    m_content = content;
    m_model->setContent(content);
    setWindowTitle(text(content.title));
    m_unit->setText(text(content.unit));
    m_table->setAccessibleName(text(content.title));
    m_table->setAccessibleDescription(text(content.unit));
    if (!isNewShape)
        return;
    const auto metrics = m_table->fontMetrics();
    const auto heads = m_table->horizontalHeader()->fontMetrics();
    int tallest = 0;
    for (std::size_t column = 0; column < content.columns.size(); ++column) {
        int widest = 0;
        for (const auto& word : text(content.columns[column]).split(QLatin1Char(' ')))
            widest = std::max(widest, heads.horizontalAdvance(word) + metrics.height()); // beside it the arrow of the order
        for (std::size_t row = 0; row < content.rows.size() && row < mostMeasured; ++row)
            widest = std::max(widest, metrics.horizontalAdvance(text(content.rows[row][column].words)));
        const int width = std::clamp(widest + cellMargins, narrowestColumn, widestColumn);
        m_table->setColumnWidth(static_cast<int>(column), width);
        const QRect room(0, 0, width - cellMargins - metrics.height(), QWIDGETSIZE_MAX);
        tallest = std::max(tallest, heads.boundingRect(room, Qt::TextWordWrap, text(content.columns[column])).height());
    }
    m_table->horizontalHeader()->setFixedHeight(tallest + headMargins);
}

QString TableWindow::message() const { return m_message->text(); }

std::unique_ptr<QMimeData> TableWindow::copied() const
{
    const auto chosen = m_table->selectionModel()->selectedIndexes();
    std::set<int> rows, columns;
    for (const auto& index : chosen) {
        rows.insert(index.row());
        columns.insert(index.column());
    }
    if (chosen.size() < 2) {
        for (int row = 0; row < m_order->rowCount(); ++row)
            rows.insert(row);
        for (int column = 0; column < m_order->columnCount(); ++column)
            columns.insert(column);
    }
    QString plain, html = QStringLiteral("<table><tr>");
    FigureTable part{.title = m_content.title, .unit = m_content.unit, .columns = {}, .rows = {}, .isDifference = m_content.isDifference};
    QStringList heads;
    for (const int column : columns) {
        part.columns.push_back(m_content.columns[static_cast<std::size_t>(column)]);
        heads << pastedText(part.columns.back());
        html += QStringLiteral("<th>%1</th>").arg(richText(heads.back()));
    }
    plain = heads.join(QLatin1Char('\t')) + QLatin1Char('\n');
    for (const int row : rows) {
        QStringList cells;
        std::vector<FigureCell> values;
        html += QStringLiteral("</tr><tr>");
        for (const int column : columns) {
            const auto place = m_order->mapToSource(m_order->index(row, column));
            values.push_back(m_model->cellAt(place.row(), place.column()));
            cells << (values.back().value ? text(values.back().words) : pastedText(values.back().words));
            html += QStringLiteral("<td>%1</td>").arg(richText(cells.back()));
        }
        plain += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
        part.rows.push_back(std::move(values));
    }
    auto taken = std::make_unique<QMimeData>();
    taken->setText(plain);
    taken->setHtml(html + QStringLiteral("</tr></table>"));
    taken->setData(csvType, QByteArray::fromStdString(figureCsv(part)));
    return taken;
}

void TableWindow::copy() { QApplication::clipboard()->setMimeData(copied().release()); }

void TableWindow::save()
{
    const auto file = m_dialogs.askSave(this, tr("Save the table"), tr("chart.csv", "name of a file"), FileDialogs::Kind::Table);
    if (file.isEmpty())
        return;
    try {
        writeFile(file.toStdString(), figureCsv(m_content));
        m_message->setText(tr("Saved as %1.").arg(file));
    } catch (const InputError& error) {
        m_message->setText(told(error, m_language));
    }
}

void TableWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::Cancel) || event->matches(QKeySequence::Close))
        close();
    else
        QWidget::keyPressEvent(event);
}

TableWindow* shownTable(TableWindow* present, const FigureTable& content, const Language& language, QWidget* owner)
{
    auto* window = present ? present : new TableWindow(language, owner);
    window->setContent(content);
    window->show();
    window->raise();
    window->activateWindow();
    window->table()->setFocus();
    return window;
}

} // namespace chokepoint::ui
