// Paints the page and finds what was clicked.
#include "sheet/FigurePaper.h"

#include "look/Theme.h"
#include "sheet/SheetPainter.h"

#include <QMouseEvent>
#include <QPainter>

namespace chokepoint::ui {
namespace {
constexpr double ground = 20; ///< around the page
}

FigurePaper::FigurePaper(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding); }

void FigurePaper::showPlan(SheetPlan plan)
{
    m_plan = std::move(plan);
    update();
    emit zoomed();
}

void FigurePaper::setChosen(std::optional<PlanText::Role> role)
{
    m_chosen = role;
    update();
}

QRectF FigurePaper::page() const
{
    if (m_plan.size.isEmpty())
        return {};
    const double scale =
        std::max(0.1, std::min((width() - 2 * ground) / m_plan.size.width(), (height() - 2 * ground) / m_plan.size.height()));
    const QSizeF size = m_plan.size * scale;
    return {QPointF((width() - size.width()) / 2, std::max(ground, (height() - size.height()) / 2)), size};
}

double FigurePaper::zoom() const
{
    constexpr double screenDots = 96.0 / 72;
    return m_plan.size.isEmpty() ? 1 : page().width() / m_plan.size.width() / screenDots;
}

QRectF FigurePaper::boxOf(PlanText::Role role) const
{
    QRectF box;
    for (const auto& text : m_plan.texts)
        if (text.role == role)
            box |= text.box;
    if (box.isEmpty())
        return {};
    const auto paper = page();
    const double scale = paper.width() / m_plan.size.width();
    return {paper.topLeft() + box.topLeft() * scale, box.size() * scale};
}

QStringList FigurePaper::paintedTexts() const
{
    QStringList texts;
    for (const auto& text : m_plan.texts)
        texts << text.words;
    return texts;
}

void FigurePaper::paintEvent(QPaintEvent*)
{
    if (m_plan.size.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto& tokens = tokensOf(*this);
    const auto paper = page();
    paintPlan(painter, m_plan, paper);
    painter.setPen(QPen(tokens.line, 1));
    painter.drawRect(paper);
    if (const auto box = m_chosen ? boxOf(*m_chosen) : QRectF(); !box.isEmpty()) {
        painter.setPen(QPen(tokens.accent, 1, Qt::DashLine));
        painter.drawRoundedRect(box.adjusted(-6, -4, 6, 4), 3, 3);
    }
}

void FigurePaper::resizeEvent(QResizeEvent*) { emit zoomed(); }

void FigurePaper::mousePressEvent(QMouseEvent* event)
{
    using Role = PlanText::Role;
    for (const auto role : {Role::Title, Role::Subtitle, Role::Source, Role::Note})
        if (boxOf(role).adjusted(-6, -4, 6, 4).contains(event->position()))
            return emit textClicked(role);
}

} // namespace chokepoint::ui
