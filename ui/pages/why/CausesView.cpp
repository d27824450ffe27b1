// Walks along equations; runs of scenario and baseline come from the engine with every step.
#include "pages/why/CausesView.h"

#include "api/Catalogue.h"
#include "api/EquationWords.h"
#include "api/Equations.h"
#include "api/NumberWords.h"
#include "api/SourceWords.h"
#include "api/UnitWords.h"
#include "charts/ChartView.h"
#include "charts/CovertBand.h"
#include "look/Theme.h"
#include "parts/DataText.h"
#include "parts/ElidedButton.h"
#include "parts/Text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace chokepoint::ui {
namespace {

constexpr int leastTree = 270, widestTree = 400, stripHeight = 150;
constexpr int itemEdges = 6; ///< pixels beside the words of an item
constexpr int idRole = Qt::UserRole, isOpenedRole = Qt::UserRole + 1;

/// Items as high as their wrapped words need, which a tree does not see to by itself.
class WrappedItems : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto* tree = static_cast<const QTreeWidget*>(parent());
        int left = tree->indentation() + itemEdges;
        for (auto above = index.parent(); above.isValid(); above = above.parent())
            left += tree->indentation();
        const QRect room(0, 0, tree->viewport()->width() - left, QWIDGETSIZE_MAX);
        const auto size = QStyledItemDelegate::sizeHint(option, index);
        const QFontMetrics metrics(tree->font());
        const int words = metrics.boundingRect(room, Qt::TextWordWrap, index.data().toString()).height();
        return {size.width(), size.height() + std::max(0, words - metrics.lineSpacing())};
    }
};

bool isVariable(const Cause& cause)
{
    return cause.input.kind == EquationInput::Kind::Variable || cause.input.kind == EquationInput::Kind::Previous;
}

/// The unit of the data book's wording in words; the values of a strip are scaled with it.
words::DisplayUnit displayOf(const Cause& cause)
{
    return words::displayUnit(cause.unit);
}

} // namespace

CausesView::CausesView(Board& board, Draws& draws, Focus& focus, QWidget* parent) : WhyView(board, focus, parent), m_draws(draws)
{
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(16);
    m_tree = new QTreeWidget(this);
    m_tree->setObjectName(QStringLiteral("causesTree"));
    m_tree->setAccessibleName(tr("What feeds the result"));
    m_tree->setHeaderHidden(true);
    m_tree->setMinimumWidth(leastTree);
    m_tree->setMaximumWidth(widestTree);
    m_tree->setMinimumHeight(460);
    m_tree->setIndentation(14);
    m_tree->setWordWrap(true); // what tells two names apart stands at their ends
    m_tree->setItemDelegate(new WrappedItems(m_tree));
    connect(m_tree->header(), &QHeaderView::sectionResized, m_tree, &QTreeWidget::doItemsLayout);
    columns->addWidget(m_tree, 1);
    auto* layout = new QVBoxLayout;
    layout->setSpacing(8);
    auto* head = new QHBoxLayout;
    m_back = new QToolButton(this);
    m_back->setObjectName(QStringLiteral("back"));
    m_back->setText(tr("Back"));
    m_back->setProperty("role", "chosen");
    m_path = new QLabel(this);
    m_path->setObjectName(QStringLiteral("path"));
    m_path->setProperty("role", "muted");
    m_path->setWordWrap(true);
    m_path->setTextFormat(Qt::PlainText);
    head->addWidget(m_back);
    head->addWidget(m_path, 1);
    layout->addLayout(head);
    m_strips = new QVBoxLayout;
    m_strips->setSpacing(8);
    layout->addLayout(m_strips);
    m_equation = addText(layout, QStringLiteral("equation"), "muted");
    m_equation->setFont(fontOf(12));
    layout->addStretch(1);
    columns->addLayout(layout, 2);
    connect(m_back, &QToolButton::clicked, this, &CausesView::back);
    connect(m_tree, &QTreeWidget::itemExpanded, this, &CausesView::addChildren);
    connect(m_tree, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem* item) {
        const auto id = item->data(0, idRole).toString();
        if (!id.isEmpty())
            walk(id.toStdString());
    });
}

/// Another series is a new root; another scenario leaves one where one stands.
void CausesView::renew()
{
    const auto& root = series().id;
    if (m_trail.empty() || m_root != m_focus.series()) {
        m_root = m_focus.series();
        m_trail = {root};
        m_tree->clear();
        auto* item = new QTreeWidgetItem(m_tree, {text(series().name)});
        item->setData(0, idRole, text(root));
        item->setChildIndicatorPolicy(QTreeWidgetItem::ShowIndicator);
        item->setExpanded(true);
    }
    showCauses();
}

void CausesView::walk(const std::string& variable)
{
    if (variable == m_trail.back())
        return;
    m_trail.push_back(variable);
    showCauses();
}

void CausesView::back()
{
    if (m_trail.size() > 1)
        m_trail.pop_back();
    showCauses();
}

QString CausesView::shownName() const { return m_path->text().section(QStringLiteral(" \u203a "), -1); }

void CausesView::addChildren(QTreeWidgetItem* item)
{
    if (item->data(0, isOpenedRole).toBool() || item->data(0, idRole).toString().isEmpty())
        return; // a key opens constants too, which have nothing under them
    item->setData(0, isOpenedRole, true);
    const auto causes =
        causesOf(m_board.engine(), item->data(0, idRole).toString().toStdString(), m_board.played(), m_board.assumedBaseline());
    for (const auto& cause : causes.causes) {
        auto* child = new QTreeWidgetItem(
            item, {cause.grade ? tr("%1 (source %2)").arg(m_board.said(words::causeName(cause)), text(letterOf(*cause.grade)))
                               : m_board.said(words::causeName(cause))});
        child->setToolTip(0, plainText(child->text(0)));
        if (!isVariable(cause))
            continue;
        child->setData(0, idRole, text(cause.input.id));
        child->setChildIndicatorPolicy(QTreeWidgetItem::ShowIndicator);
    }
}

void CausesView::showCauses()
{
    while (auto* item = m_strips->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto causes = causesOf(m_board.engine(), m_trail.back(), m_board.played(), m_board.assumedBaseline());
    QStringList path;
    for (const auto& id : m_trail)
        path << (id == m_trail.back() ? text(causes.self.name)
                                      : text(words::namedExpression(m_board.catalogue(), id, m_board.language()))
                                            .remove(QLatin1Char('['))
                                            .remove(QLatin1Char(']')));
    m_path->setText(path.join(QStringLiteral(" \u203a ")));
    m_back->setEnabled(m_trail.size() > 1);
    addStrip(causes.self, true);
    for (const auto& cause : causes.causes)
        addStrip(cause, false);
    m_equation->setText(
        tr("Equation: %1").arg(text(words::namedExpression(m_board.catalogue(), causes.equation.expression, m_board.language()))));
}

Figure CausesView::stripOf(const Cause& cause, const Catalogue& catalogue)
{
    Series like;
    like.id = cause.input.id;
    like.unit = cause.unit;
    like.kind = cause.kind;
    if (const auto series = catalogue.findSeries(cause.input.id))
        like.colour = catalogue.series[*series].colour;
    Figure figure;
    figure.series = cause.input.id;
    figure.colour = like.colour;
    if (cause.present != cause.baseline)
        figure.lines.push_back(figureLine(like, cause.baseline, FigureLine::Manner::Baseline, tr("baseline").toStdString()));
    figure.lines.push_back(figureLine(like, cause.present, FigureLine::Manner::Present, tr("package").toStdString()));
    return figure;
}

/// A course as a small chart with a title that leads on; a constant as a line of text.
void CausesView::addStrip(const Cause& cause, bool isTop)
{
    auto* card = new QFrame(this);
    card->setProperty("card", true);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(12, 6, 10, 6);
    inside->setSpacing(0);
    auto* title = new ElidedButton(
        menuText(m_board.said(words::causeName(cause))) + (isTop || !isVariable(cause) ? QString() : QStringLiteral("  \u203a")), card);
    title->setObjectName(QStringLiteral("cause:") + text(cause.input.id));
    title->setProperty("role", "title");
    title->setFont(fontOf(isTop ? 14.5 : 13, QFont::DemiBold));
    title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    title->setToolTip(plainText(m_board.said(words::causeName(cause))));
    inside->addWidget(title);
    const auto& catalogue = m_board.catalogue();
    QStringList about;
    const auto display = displayOf(cause);
    if (cause.input.kind == EquationInput::Kind::Parameter) {
        const auto parameter = catalogue.findParameter(cause.input.id);
        const auto constant = words::number(cause.present[0]);
        const auto value = parameter ? words::withUnit(catalogue.parameters[*parameter], constant) : constant;
        about << m_board.said(Message("cause.constant", {{"value", value}}));
        if (parameter)
            connect(title, &QPushButton::clicked, this, [this, place = *parameter] { emit inputAsked(place); });
    } else {
        about << m_board.said(display.name());
    }
    if (cause.grade)
        about << tr("source %1").arg(text(letterOf(*cause.grade)));
    for (const auto& id : cause.sources)
        if (const auto source = catalogue.findSource(id); source && about.size() < 4) {
            const auto& from = catalogue.sources[*source];
            about << text(words::publisherOf(from));
        }
    auto* unit = new QLabel(plainText(joined(about, MessageList::Joint::Dot, m_board.language())), card);
    unit->setFont(fontOf(11));
    unit->setProperty("role", "muted");
    unit->setWordWrap(true);
    inside->addWidget(unit);
    if (cause.input.kind != EquationInput::Kind::Parameter) {
        auto* view = new ChartView(m_board.language(), card);
        view->setFixedHeight(isTop ? stripHeight + 40 : stripHeight);
        inside->addWidget(view);
        auto figure = stripOf(cause, m_board.catalogue());
        figure.reach = endOfAxis();
        (new CovertBand(m_board, m_draws, view))->setFigure(figure);
    }
    if (isVariable(cause) && !isTop)
        connect(
            title, &QPushButton::clicked, this, [this, id = cause.input.id] { walk(id); },
            Qt::QueuedConnection); // the button goes with the step
    m_strips->addWidget(card);
}

} // namespace chokepoint::ui
