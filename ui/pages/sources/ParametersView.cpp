// A table of inputs beside the editor of one.
#include "pages/sources/ParametersView.h"
#include "api/Catalogue.h"
#include "api/NumberWords.h"
#include "api/SourceWords.h"
#include "api/UnitWords.h"

#include "pages/sources/AssumptionEditor.h"
#include "parts/DataText.h"
#include "parts/FactTable.h"
#include "look/Theme.h"
#include "parts/Text.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace chokepoint::ui {
namespace {

constexpr int sideBySideFrom = 820, editorWidth = 320, editorHeight = 300; ///< pixels

/// What is assumed, or the value of the data book.
QString valueText(const Board& board, const Parameter& parameter, const std::optional<Assumption>& own)
{
    if (!own)
        return board.said(words::exactNumber(parameter.central));
    return own->low.empty()
             ? board.said(words::exactNumber(own->value))
             : ParametersView::tr("%1 to %2").arg(board.said(words::exactNumber(own->low)), board.said(words::exactNumber(own->high)));
}

} // namespace

ParametersView::ParametersView(Board& board, QWidget* parent) : QWidget(parent), m_board(board)
{
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(16);
    auto* left = new QVBoxLayout;
    left->setSpacing(8);
    m_table = new FactTable({{tr("Input"), 0}, {tr("Value"), 104, true}, {tr("Range"), 104, true}, {tr("Unit"), 132}, {tr("Source"), 72}},
                            tr("Search inputs and sources"), board.language(), this);
    m_withFixed = new QCheckBox(tr("Show fixed inputs"), this);
    m_withFixed->setObjectName(QStringLiteral("withFixed"));
    m_withFixed->setToolTip(tr("Fixed inputs anchor the equations and cannot be changed."));
    m_onlyOwn = new QCheckBox(tr("My assumptions only"), this);
    m_onlyOwn->setObjectName(QStringLiteral("onlyOwn"));
    m_table->addControl(m_withFixed);
    m_table->addControl(m_onlyOwn);
    auto* foot = new QHBoxLayout;
    m_own = new QLabel(this);
    m_own->setObjectName(QStringLiteral("ownCount"));
    m_own->setWordWrap(true);
    m_dropAll = new QPushButton(tr("Restore all inputs"), this);
    m_dropAll->setObjectName(QStringLiteral("dropAll"));
    m_dropAll->setProperty("role", "link");
    auto* sets = new QToolButton(this);
    sets->setObjectName(QStringLiteral("assumptionSets"));
    sets->setText(tr("Ready-made assumptions  \u25be"));
    sets->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(sets);
    menu->setToolTipsVisible(true);
    for (const auto& set : board.catalogue().assumptionSets)
        menu->addAction(menuText(set.title), this, [this, &set] { m_board.setAssumptions(set.assumptions, text(set.title)); })
            ->setToolTip(plainText(set.description));
    sets->setMenu(menu);
    sets->setVisible(!board.catalogue().assumptionSets.empty());
    foot->addWidget(m_own, 1);
    foot->addWidget(sets);
    foot->addWidget(m_dropAll);
    left->addWidget(m_table, 1);
    left->addLayout(foot);
    m_editor = new AssumptionEditor(board, this);
    m_columns->addLayout(left, 1);
    m_columns->addWidget(m_editor);
    connect(m_table, &FactTable::chosen, this, [this](const QString& key) { m_editor->setParameter(key.toULongLong()); });
    for (auto* box : {m_withFixed, m_onlyOwn})
        connect(box, &QCheckBox::toggled, this, &ParametersView::refresh);
    connect(m_dropAll, &QPushButton::clicked, &board, &Board::dropAssumptions);
    connect(&board, &Board::changed, this, &ParametersView::refresh);
    refresh();
}

void ParametersView::refresh()
{
    const auto& catalogue = m_board.catalogue();
    QVector<FactRow> rows;
    for (std::size_t i = 0; i < catalogue.parameters.size(); ++i) {
        const auto& p = catalogue.parameters[i];
        const bool isFixed = p.distribution == Distribution::Fixed;
        const auto own = m_board.assumptionOf(p.id);
        if ((isFixed && !m_withFixed->isChecked()) || (m_onlyOwn->isChecked() && !own))
            continue;
        QString also = own ? text(own->reason) : QString();
        for (const auto& id : p.sources)
            also += QLatin1Char(' ') + m_board.said(words::sourceLine(catalogue.sources[*catalogue.findSource(id)]));
        const auto range =
            isFixed ? tr("fixed") : tr("%1 to %2").arg(m_board.said(words::exactNumber(p.low)), m_board.said(words::exactNumber(p.high)));
        const bool isOwn = own.has_value();
        rows << FactRow{QString::number(i),
                        {{text(p.description), {}, isOwn},
                         {valueText(m_board, p, own), text(own ? own->value : p.central).toDouble(), isOwn},
                         {range, text(p.low).toDouble()},
                         {m_board.said(words::parameterUnit(p))},
                         {text(letterOf(p.grade))}},
                        also};
    }
    m_table->setRows(rows);
    const auto count = m_board.scenario().assumptions.size();
    m_dropAll->setVisible(count > 0);
    setStyled(*m_own, "role", QLatin1String(count ? "caution" : "muted"));
    m_own->setText(count == 0 ? tr("Every input is as in the data book.")
                   : count == 1
                       ? tr("1 assumption of yours, kept with the package but apart from policy.")
                       : tr("%n assumptions of yours, kept with the package but apart from policy.", nullptr,
                            static_cast<int>(count)));
}

void ParametersView::showParameter(std::size_t parameter)
{
    m_onlyOwn->setChecked(false);
    if (m_board.catalogue().parameters[parameter].distribution == Distribution::Fixed)
        m_withFixed->setChecked(true);
    m_table->search({});
    m_table->choose(QString::number(parameter));
}

/// In a narrow window the editor stands under the table.
void ParametersView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool isWide = width() >= sideBySideFrom;
    m_columns->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_editor->setMinimumSize(isWide ? editorWidth : 0, isWide ? 0 : editorHeight);
    m_editor->setMaximumSize(isWide ? editorWidth : QWIDGETSIZE_MAX, isWide ? QWIDGETSIZE_MAX : editorHeight);
}

} // namespace chokepoint::ui
