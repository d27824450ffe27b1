// Writes and paints the ribbons of a year.
#include "pages/flows/RibbonView.h"

#include "api/TalentWords.h"
#include "look/Theme.h"
#include "parts/DataText.h"
#include "parts/TableAction.h"
#include "parts/Text.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {
namespace {

constexpr double tint = 0.46, least = 0.6, namePixels = 12, figurePixels = 12, partPixels = 10.5, headPixels = 11.5;
constexpr double lineHeight = 15, partHeight = 14;

QColor colourOfOrigin(const Tokens& t, Origin origin)
{
    switch (origin) {
    case Origin::China: return t.orange;
    case Origin::India: return t.green;
    case Origin::Other: return t.sky;
    case Origin::UnitedStates: break;
    }
    return t.edge;
}

QPainterPath bandOf(const QPointF& from, const QPointF& to, double thickness)
{
    const double half = thickness / 2, bend = (to.x() - from.x()) / 2;
    QPainterPath path(from - QPointF(0, half));
    path.cubicTo(from.x() + bend, from.y() - half, to.x() - bend, to.y() - half, to.x(), to.y() - half);
    path.lineTo(to.x(), to.y() + half);
    path.cubicTo(to.x() - bend, to.y() + half, from.x() + bend, from.y() + half, from.x(), from.y() + half);
    path.closeSubpath();
    return path;
}

double widthOfWords(const QString& words, double pixels, QFont::Weight weight)
{
    return QFontMetricsF(fontOf(pixels, weight)).horizontalAdvance(words);
}

} // namespace

RibbonView::RibbonView(const Language& language, QWidget* parent) : QWidget(parent), m_language(language)
{
    setObjectName(QStringLiteral("ribbons"));
    setFocusPolicy(Qt::StrongFocus);
    m_table = new TableAction(*this, language, [this] { return table(); });
    setMouseTracking(true);
    setAccessibleName(tr("People who enter and leave US AI research"));
}

void RibbonView::setYears(const TalentYear& year, const TalentYear& baseline, const QString& nameOfBaseline, bool isDifference)
{
    m_year = year;
    m_baseline = baseline;
    m_nameOfBaseline = nameOfBaseline;
    m_isDifference = isDifference;
    m_table->renew();
    compose();
}

/// A row a ribbon, in whole people.
FigureTable RibbonView::table() const
{
    const auto heads = {tr("Born in"), tr("Way in"), tr("Where to"), tr("People"), m_nameOfBaseline};
    FigureTable table{accessibleName().toStdString(), tr("people in %1").arg(m_year.year).toStdString(), {}, {}, false};
    for (const auto& head : heads)
        table.columns.push_back(head.toStdString());
    for (std::size_t i = 0; i < m_year.ribbons.size(); ++i) {
        const auto& ribbon = m_year.ribbons[i];
        std::vector<FigureCell> row;
        for (const auto& name : {words::originName(ribbon.origin), words::talentWayName(ribbon.way), words::talentPlaceName(ribbon.place)})
            row.push_back(textCell(text(name, m_language)));
        for (const auto people : {ribbon.shown, m_baseline.ribbons[i].shown})
            row.push_back({static_cast<double>(people), m_language.text(people)});
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// One scale for a run and its baseline, so that a change of a package can be seen.
void RibbonView::compose()
{
    if (m_year.ribbons.empty())
        return;
    const auto above = peopleAbove(m_year, m_baseline);
    const auto people = m_isDifference ? above : peopleOf(m_year);
    const auto all = m_isDifference ? std::vector<RibbonPeople>{above} : std::vector<RibbonPeople>{people, peopleOf(m_baseline)};
    m_scale = RibbonPlan::scaleFor(QSizeF(size()), m_year, all);
    m_plan.emplace(QSizeF(size()), m_year, people, m_scale);
    m_writer.clear();
    m_grounds.clear();
    writeHeads();
    writeNodes();
    writeBox();
    update();
}

std::int64_t RibbonView::sumAt(const RibbonNode& node, const TalentYear& year) const
{
    switch (node.column) {
    case RibbonNode::Column::Born: return year.bornIn(node.origin);
    case RibbonNode::Column::Way: return year.by(node.way);
    case RibbonNode::Column::Place: break;
    }
    return year.to(node.place);
}

Message RibbonView::nameOf(const RibbonNode& node) const
{
    switch (node.column) {
    case RibbonNode::Column::Born: return words::originName(node.origin);
    case RibbonNode::Column::Way: return words::talentWayName(node.way);
    case RibbonNode::Column::Place: break;
    }
    return words::talentPlaceName(node.place);
}

Message RibbonView::figureOf(const RibbonNode& node) const
{
    const auto now = sumAt(node, m_year), before = sumAt(node, m_baseline);
    return m_isDifference ? words::peopleMore(now, before) : words::peopleAgainst(now, before);
}

/// What a sum is made of; of differences it is left to the run.
Message RibbonView::partsOf(const RibbonNode& node) const
{
    if (m_isDifference)
        return {};
    if (node.column == RibbonNode::Column::Place)
        return words::talentParts(node.place, m_year);
    const bool areGraduates = node.column == RibbonNode::Column::Way && node.way == TalentWay::Graduate;
    return areGraduates ? words::talentStaying(m_year) : Message{};
}

void RibbonView::writeHeads()
{
    const auto& t = tokensOf(*this);
    const MapInk ink{.pixels = headPixels, .weight = QFont::DemiBold, .colour = t.muted};
    const auto head = [&](const Message& words, double x, double width, Qt::Alignment alignment) {
        auto aligned = ink;
        aligned.alignment = alignment;
        m_writer.write(text(words, m_language), QRectF(x, 11, width, 18), aligned);
    };
    head(Message("talent.born_in"), 8, m_plan->columnX(0) - 16, Qt::AlignRight);
    head(Message("talent.way_in"), m_plan->columnX(1), 160, Qt::AlignLeft);
    head(Message("talent.workforce"), m_plan->columnX(2), 160, Qt::AlignLeft);
    head(Message("talent.where_to"), m_plan->columnX(3), 190, Qt::AlignLeft);
    const auto note = m_isDifference ? Message("talent.note_difference") : Message("talent.note");
    m_writer.write(text(note, m_language), QRectF(14, height() - 20, width() - 28, 18), {.pixels = partPixels, .colour = t.muted});
}

void RibbonView::writeNodes()
{
    writeSide(RibbonNode::Column::Born);
    writeSide(RibbonNode::Column::Place);
    writeWays();
}

/// Beside the nodes of an outer column, in the height of each, moved apart where two would touch.
void RibbonView::writeSide(RibbonNode::Column column)
{
    const auto& t = tokensOf(*this);
    const bool isLeft = column == RibbonNode::Column::Born;
    const double left = isLeft ? 6 : m_plan->columnX(3) + RibbonPlan::barWidth + 8;
    const double width = isLeft ? m_plan->columnX(0) - 14 : this->width() - left - 8;
    struct Label {
        const RibbonNode* node;
        QString parts;
        double top, height;
    };
    std::vector<Label> labels;
    for (const auto& node : m_plan->nodes()) {
        if (node.column != column)
            continue;
        const auto parts = text(partsOf(node), m_language);
        const double partsTall = parts.isEmpty() ? 0 : MapWriter::heightOf(parts, width, {.pixels = partPixels, .colour = t.muted});
        const double height = 2 * lineHeight + partsTall;
        labels.push_back({&node, parts, node.bar.center().y() - height / 2, height});
    }
    double free = RibbonPlan::headHeight - 4;
    for (auto& label : labels) {
        label.top = std::max(label.top, free);
        free = label.top + label.height + 3;
    }
    double end = this->height() - RibbonPlan::noteHeight + 2;
    for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
        label->top = std::min(label->top, end - label->height);
        end = label->top - 3;
    }
    const auto alignment = isLeft ? Qt::AlignRight : Qt::AlignLeft;
    for (const auto& label : labels) {
        MapInk ink{.pixels = namePixels, .weight = QFont::DemiBold, .colour = t.text, .alignment = alignment};
        m_writer.write(text(nameOf(*label.node), m_language), QRectF(left, label.top, width, lineHeight), ink);
        ink = {.pixels = figurePixels, .colour = t.text, .strongPixels = figurePixels, .strongColour = t.accent, .alignment = alignment};
        m_writer.write(spansOf(figureOf(*label.node)), QRectF(left, label.top + lineHeight, width, lineHeight), ink);
        ink = {.pixels = partPixels, .colour = t.muted, .alignment = alignment};
        if (!label.parts.isEmpty())
            m_writer.write(label.parts, QRectF(left, label.top + 2 * lineHeight, width, label.height - 2 * lineHeight), ink);
    }
}

/// Right of the nodes in the midst, over their ribbons, on a ground of their own.
void RibbonView::writeWays()
{
    const auto& t = tokensOf(*this);
    for (const auto& node : m_plan->nodes()) {
        if (node.column != RibbonNode::Column::Way)
            continue;
        const auto name = text(nameOf(node), m_language), figure = text(figureOf(node), m_language),
                   parts = text(partsOf(node), m_language);
        const double height = 2 * lineHeight + (parts.isEmpty() ? 0 : partHeight);
        const double width = std::max({widthOfWords(name, namePixels, QFont::DemiBold), widthOfWords(figure, figurePixels, QFont::DemiBold),
                                       widthOfWords(parts, partPixels, QFont::Normal)});
        const bool isHired = node.way == TalentWay::HiredAbroad;
        const double left = isHired ? node.bar.left() : node.bar.right() + 6;
        const double lowest = this->height() - RibbonPlan::noteHeight - height;
        const double top = isHired ? node.bar.top() - height - 3 : std::min(node.bar.center().y() - height / 2, lowest);
        m_grounds << QRectF(left - 3, top - 2, width + 10, height + 3);
        const QRectF room(left + 2, top, width + 8, lineHeight);
        m_writer.write(name, room, {.pixels = namePixels, .weight = QFont::DemiBold, .colour = t.text});
        m_writer.write(spansOf(figureOf(node)), room.translated(0, lineHeight),
                       {.pixels = figurePixels, .colour = t.text, .strongPixels = figurePixels, .strongColour = t.accent});
        if (!parts.isEmpty())
            m_writer.write(parts, room.translated(0, 2 * lineHeight), {.pixels = partPixels, .colour = t.muted});
    }
}

void RibbonView::writeBox()
{
    const auto& t = tokensOf(*this);
    const auto box = m_plan->box().adjusted(10, 8, -10, -6);
    double y = m_writer.write(text(Message("talent.research"), m_language), QRectF(box.left(), box.top(), box.width(), 18),
                              {.pixels = 12.5, .weight = QFont::DemiBold, .colour = t.text})
             + 4;
    const auto lines = words::talentLedger(m_year, m_isDifference ? &m_baseline : nullptr);
    constexpr double pitch = 17;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool isEnd = i + 1 == lines.size();
        if (isEnd)
            y += 6;
        const auto weight = isEnd ? QFont::DemiBold : QFont::Normal;
        m_writer.write(text(lines[i].name, m_language), QRectF(box.left(), y, box.width(), pitch),
                       {.pixels = 11, .weight = weight, .colour = isEnd ? t.text : t.muted});
        m_writer.write(text(lines[i].number, m_language), QRectF(box.left(), y, box.width(), pitch),
                       {.pixels = 11.5, .weight = QFont::DemiBold, .colour = t.text, .alignment = Qt::AlignRight});
        y += pitch;
    }
    if (!m_isDifference)
        m_writer.write(
            text(Message("talent.ledger_of", {{"baseline", m_nameOfBaseline.toStdString()}, {"people", m_baseline.end}}), m_language),
            QRectF(box.left(), y, box.width(), pitch), {.pixels = partPixels, .colour = t.muted});
}

QColor RibbonView::colourOf(const RibbonBand& band) const
{
    const auto& t = tokensOf(*this);
    if (m_isDifference)
        return band.people > 0 ? t.blue : band.people < 0 ? t.vermillion : t.edge;
    return colourOfOrigin(t, band.origin);
}

void RibbonView::paintEvent(QPaintEvent*)
{
    const auto& t = tokensOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? t.accent : t.line, 1));
    painter.setBrush(t.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    if (!m_plan)
        return;
    painter.setPen(Qt::NoPen);
    for (const auto& band : m_plan->bands()) {
        const bool isThere = band.people != 0 || m_isDifference;
        if (!isThere)
            continue;
        const auto colour = mixed(colourOf(band), t.card, tint);
        painter.setPen(m_isDifference ? QPen(colour, 0.6) : QPen(Qt::NoPen)); // neighbors of one colour show no seam
        painter.setBrush(colour);
        painter.drawPath(bandOf(band.from, band.to, std::max(band.thickness, least)));
    }
    painter.setPen(Qt::NoPen);
    for (const auto& node : m_plan->nodes()) {
        painter.setBrush(node.column == RibbonNode::Column::Born && !m_isDifference ? colourOfOrigin(t, node.origin) : t.muted);
        painter.drawRect(node.bar);
    }
    auto veil = t.card;
    veil.setAlphaF(0.84F);
    painter.setBrush(veil);
    for (const auto& ground : m_grounds)
        painter.drawRoundedRect(ground, 3, 3);
    painter.setPen(QPen(t.text, 1));
    painter.setBrush(t.card);
    painter.drawRoundedRect(m_plan->box(), 5, 5);
    m_writer.draw(painter);
    if (hasFocus() && m_current >= 0) {
        const auto nodes = static_cast<int>(m_plan->nodes().size());
        const auto place = m_current < nodes ? m_plan->nodes()[static_cast<std::size_t>(m_current)].bar : m_plan->box();
        painter.setPen(QPen(t.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(place.adjusted(-3, -3, 3, 3), 4, 4);
    }
}

QString RibbonView::toldAt(int node) const
{
    if (!m_plan || node < 0)
        return {};
    if (node < static_cast<int>(m_plan->nodes().size())) {
        const auto& about = m_plan->nodes()[static_cast<std::size_t>(node)];
        MessageList facts{{MessageValue(figureOf(about))}, MessageList::Joint::Semicolon};
        if (const auto parts = partsOf(about); !parts.isEmpty())
            facts.items.emplace_back(parts);
        return text(Message("talent.told", {{"name", nameOf(about)}, {"numbers", facts}}), m_language);
    }
    MessageList facts{{}, MessageList::Joint::Comma};
    for (const auto& line : words::talentLedger(m_year, m_isDifference ? &m_baseline : nullptr))
        facts.items.emplace_back(Message("open_models.part_told", {{"name", line.name}, {"share", line.number}}));
    return text(Message("talent.told", {{"name", Message("talent.research")}, {"numbers", facts}}), m_language);
}

void RibbonView::walk(int steps)
{
    if (!m_plan)
        return;
    const int count = static_cast<int>(m_plan->nodes().size()) + 1;
    m_current = m_current < 0 ? 0 : (m_current + steps + count) % count;
    setAccessibleDescription(toldAt(m_current));
    update();
}

void RibbonView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Left: return walk(-1);
    case Qt::Key_Down:
    case Qt::Key_Right: return walk(1);
    default: QWidget::keyPressEvent(event);
    }
}

bool RibbonView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && m_plan) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QString told;
        for (std::size_t i = 0; i < m_plan->nodes().size(); ++i)
            if (m_plan->nodes()[i].bar.adjusted(-6, -4, 6, 4).contains(help->pos()))
                told = toldAt(static_cast<int>(i));
        QToolTip::showText(help->globalPos(), plainText(told), this);
        return true;
    }
    return QWidget::event(event);
}

void RibbonView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    compose();
}

void RibbonView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        compose();
}

} // namespace chokepoint::ui
