// What the map shows and how hands and keys go over it.
#include "pages/flows/MapView.h"

#include "api/SupplyMapWords.h"
#include "parts/DataText.h"
#include "parts/TableAction.h"
#include "parts/Text.h"
#include "pages/flows/GateMark.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <cmath>

namespace chokepoint::ui {

MapView::MapView(const SupplyChain& chain, const Language& language, QWidget* parent)
    : QWidget(parent), m_chain(chain), m_language(language), m_plan(chain, QSizeF(1112, 666), false)
{
    setObjectName(QStringLiteral("map"));
    setFocusPolicy(Qt::StrongFocus);
    m_table = new TableAction(*this, language, [this] { return table(); });
    setMouseTracking(true);
    m_quarter.gates.resize(chain.gates.size());
    setAccessibleName(tr("Map of the supply chain"));
    m_glide.setDuration(msOfGlide);
    m_glide.setStartValue(0.0);
    m_glide.setEndValue(1.0);
    connect(&m_glide, &QVariantAnimation::valueChanged, this, [this](const QVariant& part) {
        m_drawn = between(m_from, m_streams, part.toDouble());
        update();
    });
}

void MapView::setQuarter(const SupplyQuarter& quarter, const std::optional<SupplyQuarter>& baseline)
{
    m_quarter = quarter;
    m_baseline = baseline;
    m_above = baseline ? flowsAbove(quarter, *baseline) : std::array<double, mapFlowCount>{};
    const auto before = m_drawn;
    m_table->renew();
    compose();
    glide(before);
}

/// A row a ribbon, in million H100-equivalents a year.
FigureTable MapView::table() const
{
    auto heads = QStringList{tr("From"), tr("To"), tr("Flow"), tr("Allowed"), tr("Used")};
    if (m_baseline)
        heads << tr("More than in the baseline");
    FigureTable table{accessibleName().toStdString(), tr("million H100-equivalents a year").toStdString(), {}, {}, false};
    for (const auto& head : heads)
        table.columns.push_back(head.toStdString());
    for (const auto& edge : m_chain.edges) {
        if (!edge.width)
            continue;
        const auto& width = m_quarter.flow(*edge.width);
        std::vector<FigureCell> row{textCell(text(m_chain.nodes[edge.from].shortName)), textCell(text(m_chain.nodes[edge.to].shortName)),
                                    textCell(text(edge.flow)), numberCell(width.allowed, m_language), numberCell(width.used, m_language)};
        if (m_baseline)
            row.push_back(numberCell(aboveOf(*edge.width), m_language));
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// Ribbons go on to their new widths at once where the desktop wants no motion, or where nobody sees it.
void MapView::glide(const MapStreams& from)
{
    const bool isStill = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) <= 0;
    if (isStill || !isVisible() || from.streams.empty())
        return;
    m_from = from;
    m_drawn = between(m_from, m_streams, 0);
    m_glide.stop();
    m_glide.start();
}

void MapView::setClaim(const QString& question, const QString& verdict)
{
    m_question = question;
    m_verdict = verdict;
    compose();
}

void MapView::setChosen(std::optional<std::size_t> node)
{
    m_chosen = node;
    if (node)
        setCurrent(node);
    update();
}

void MapView::setStepsFolded(bool areFolded)
{
    if (areFolded == m_areStepsFolded)
        return;
    m_areStepsFolded = areFolded;
    compose();
}

/// Everything that is drawn follows from the size and the quarter.
void MapView::compose()
{
    m_plan = MapPlan(m_chain, QSizeF(size()), m_areStepsFolded);
    m_streams = m_plan.streamsOf(m_quarter, m_baseline ? &*m_baseline : nullptr);
    m_glide.stop();
    m_drawn = m_streams;
    addMarks();
    m_writer.clear();
    writeHeads();
    writeCards();
    writeLanes();
    writeChannels();
    writeLegend();
    writeClaim();
    if (m_current)
        setCurrent(m_current);
    update();
}

void MapView::addMarks()
{
    m_marks.clear();
    constexpr double small = 7.5, large = 11;
    const auto add = [&](std::size_t gate, QPointF middle, double radius) {
        m_marks.push_back({gate, middle, radius, m_quarter.gates[gate]});
    };
    for (const auto& card : m_plan.cards())
        if (const auto& gate = m_chain.nodes[card.node].gate; gate && card.isStep)
            add(*gate, card.place.topRight() + QPointF(-13, 13), small);
    const auto gatesOf = [&](MapFlow flow) { return m_chain.edgeOf(flow).gates; };
    const double streams = (m_plan.columnX(4) + m_plan.columnWidth(4) + m_plan.columnX(5)) / 2;
    add(gatesOf(MapFlow::LegalHbm).front(), {streams, m_plan.border()}, large);
    const auto licensed = gatesOf(MapFlow::Licensed);
    add(licensed.front(), {m_plan.columnX(5) + m_plan.columnWidth(5), m_plan.channelMiddle(0)}, small + 1);
    if (licensed.size() > 1)
        add(licensed[1], {m_plan.borderRise(), m_plan.channelMiddle(0)}, small + 1);
    add(gatesOf(MapFlow::Smuggled).front(), {m_plan.borderRise(), m_plan.channelMiddle(1)}, small + 1);
    add(gatesOf(MapFlow::Rented).front(), {m_plan.borderRise(), m_plan.channelMiddle(2)}, small + 1);
    for (const auto& edge : m_chain.edges) {
        if (edge.gates.empty() || edge.width)
            continue;
        const auto &from = m_chain.nodes[edge.from].id, &to = m_chain.nodes[edge.to].id;
        if (from == "logic_tsmc" && to == "accel_cn")
            add(edge.gates.front(), {m_plan.columnX(4) - 13, m_plan.border()}, small);
        if (from == "litho" && to == "logic_cn")
            add(edge.gates.front(), {m_plan.columnX(4) - 20, m_plan.card("logic_cn")->place.bottom() - 12}, small);
    }
}

const MapCard* MapView::cardAt(const QPointF& point) const
{
    for (const auto& card : m_plan.cards())
        if (card.place.contains(point))
            return &card;
    if (m_plan.channelCard(0).contains(point)) // the licenses are told with the chips that they are for
        return m_plan.card("accel_us");
    return nullptr;
}

const MapCard* MapView::currentCard() const
{
    for (const auto& card : m_plan.cards())
        if (m_current && card.node == *m_current)
            return &card;
    return nullptr;
}

/// What a screen reader says of the card under the keys.
void MapView::setCurrent(std::optional<std::size_t> node)
{
    if (m_current != node)
        m_link.reset();
    m_current = node;
    if (node && !m_link) {
        const auto& about = m_chain.nodes[*node];
        setAccessibleName(text(about.label));
        setAccessibleDescription(text(words::mapNodeTold(about, m_quarter, baseline()), m_language));
    }
    update();
}

/// To the nearest card in a direction: what lies aside counts double.
void MapView::walk(double dx, double dy)
{
    const auto* now = currentCard();
    if (!now) {
        if (const auto* first = m_plan.card("hbm_leaders"))
            setCurrent(first->node);
        return;
    }
    const MapCard* nearest = nullptr;
    double least = 1e9;
    for (const auto& card : m_plan.cards()) {
        const auto way = card.place.center() - now->place.center();
        const double ahead = way.x() * dx + way.y() * dy, aside = std::fabs(way.x() * dy) + std::fabs(way.y() * dx);
        const double distance = ahead + 2 * aside;
        if (card.node != now->node && ahead > 1 && distance < least) {
            nearest = &card;
            least = distance;
        }
    }
    if (nearest)
        setCurrent(nearest->node);
}

void MapView::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Up: return walkLinks(-1);
        case Qt::Key_Right:
        case Qt::Key_Down: return walkLinks(1);
        case Qt::Key_Return:
        case Qt::Key_Enter: return followLink();
        default: break;
        }
    }
    switch (event->key()) {
    case Qt::Key_Left: return walk(-1, 0);
    case Qt::Key_Right: return walk(1, 0);
    case Qt::Key_Up: return walk(0, -1);
    case Qt::Key_Down: return walk(0, 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current)
            emit nodeChosen(m_current);
        return;
    case Qt::Key_Escape:
        if (!m_chosen)
            break;
        emit nodeChosen(std::nullopt);
        return;
    case Qt::Key_PageUp: emit quartersAsked(-1); return;
    case Qt::Key_PageDown: emit quartersAsked(1); return;
    case Qt::Key_Space: emit playAsked(); return;
    default: break;
    }
    QWidget::keyPressEvent(event);
}

void MapView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_plan.claim().contains(event->position())) {
        emit claimAsked();
        return;
    }
    const auto* card = cardAt(event->position());
    emit nodeChosen(card && card->node != m_chosen ? std::optional(card->node) : std::nullopt);
}

void MapView::mouseMoveEvent(QMouseEvent* event)
{
    const bool canBeClicked = cardAt(event->position()) || m_plan.claim().contains(event->position());
    setCursor(canBeClicked ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

bool MapView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QString told;
        for (const auto& mark : m_marks)
            if (QLineF(mark.middle, help->pos()).length() <= mark.radius + 2)
                told = text(words::gateState(mark.state), m_language);
        if (const auto* card = cardAt(help->pos()); card && told.isEmpty())
            told = text(words::mapNodeTold(m_chain.nodes[card->node], m_quarter, baseline()), m_language);
        QToolTip::showText(help->globalPos(), plainText(told), this);
        return true;
    }
    return QWidget::event(event);
}

void MapView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    compose();
}

void MapView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        compose();
}

void MapView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGrounds(painter);
    paintLinks(painter);
    paintWorld(painter);
    paintStreams(painter);
    paintGhosts(painter);
    paintBorder(painter);
    paintCards(painter);
    paintLegend(painter);
    paintLinkWalked(painter);
    for (const auto& mark : m_marks)
        drawGate(painter, mark.middle, mark.radius, mark.state, tokensOf(*this));
    m_writer.draw(painter);
    if (hasFocus()) {
        painter.setPen(QPen(tokensOf(*this).accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    }
}

} // namespace chokepoint::ui
