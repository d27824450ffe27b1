// Fills the table of equations and tells one in full.
#include "pages/sources/EquationsView.h"

#include "api/Catalogue.h"
#include "api/EquationWords.h"
#include "api/Equations.h"
#include "api/UnitWords.h"
#include "parts/FactTable.h"
#include "parts/Text.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace chokepoint::ui {
namespace {

constexpr int detailHeight = 210;

QString unitOfEquation(const Equation& equation, const Board& board) { return board.said(words::displayUnit(equation.unit).name()); }

/// The name of a variable without the brackets of an expression.
QString nameOf(const Board& board, const std::string& id)
{
    auto name = text(words::namedExpression(board.catalogue(), id, board.language()));
    return name.startsWith(QLatin1Char('[')) ? name.mid(1, name.size() - 2) : name;
}

} // namespace

EquationsView::EquationsView(const Board& board, QWidget* parent) : QWidget(parent), m_board(board)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_table =
        new FactTable({{tr("Variable"), 0}, {tr("Unit"), 150}, {tr("Inputs"), 60, true}, {tr("Used in"), 84, true}, {tr("Kind"), 110}},
                      tr("Search variables"), board.language(), this);
    layout->addWidget(m_table, 1);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("clearScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFixedHeight(detailHeight);
    m_detail = new QLabel(tr("Choose a variable to read its equation, as the model runs it."), scroll);
    m_detail->setObjectName(QStringLiteral("detail"));
    m_detail->setWordWrap(true);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    scroll->setWidget(m_detail);
    layout->addWidget(scroll);
    connect(m_table, &FactTable::chosen, this, &EquationsView::tellMore);
}

void EquationsView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    fill();
}

void EquationsView::fill()
{
    if (!m_equations.empty())
        return;
    m_equations = equationsOf(m_board.engine());
    QVector<FactRow> rows;
    for (const auto& e : m_equations) {
        const bool isSeries = e.role == Equation::Role::Series || e.role == Equation::Role::SeriesAndState;
        rows << FactRow{text(e.id),
                        {{text(e.name)},
                         {unitOfEquation(e, m_board)},
                         {QString::number(e.inputs.size()), static_cast<int>(e.inputs.size())},
                         {QString::number(e.usedBy.size()), static_cast<int>(e.usedBy.size())},
                         {isSeries                          ? tr("series")
                          : e.role == Equation::Role::State ? tr("hidden stock")
                                                            : tr("term")}},
                        text(e.description)};
    }
    m_table->setRows(rows);
}

void EquationsView::showSeries(std::size_t series)
{
    fill();
    m_table->search({});
    m_table->choose(text(m_board.catalogue().series[series].id));
}

void EquationsView::tellMore(const QString& key)
{
    const auto& catalogue = m_board.catalogue();
    const auto at = std::ranges::find(m_equations, key.toStdString(), &Equation::id);
    if (at == m_equations.end())
        return;
    QStringList lines{tr("%1 = %2").arg(text(at->name), text(words::namedExpression(catalogue, at->expression, m_board.language())))};
    for (const auto& part : at->parts)
        lines << tr("where %1 = %2").arg(text(part.name), text(words::namedExpression(catalogue, part.expression, m_board.language())));
    if (!at->start.empty())
        lines << tr("At the start of 2022: %1").arg(text(words::namedExpression(catalogue, at->start, m_board.language())));
    QStringList users;
    for (const auto& id : at->usedBy)
        users << nameOf(m_board, id);
    const auto all = joined(users, MessageList::Joint::Semicolon, m_board.language());
    lines << (users.isEmpty() ? tr("No other equation uses it.") : tr("Used in: %1.").arg(all));
    if (!at->description.empty())
        lines << m_board.said(Message("equation.about", {{"description", at->description}}));
    m_detail->setText(lines.join(QStringLiteral("\n")));
}

} // namespace chokepoint::ui
