// Builds and places the head of a leaf.
#include "pages/flows/FlowLeaf.h"

#include "look/Theme.h"
#include "parts/ElidedLabel.h"
#include "parts/Segments.h"

namespace chokepoint::ui {
namespace {

constexpr int titleHeight = 26, subtitleHeight = 18;

} // namespace

FlowLeaf::FlowLeaf(QWidget* parent) : QWidget(parent), m_title(new ElidedLabel(this)), m_subtitle(new ElidedLabel(this))
{
    m_title->setObjectName(QStringLiteral("leafTitle"));
    m_title->setFont(fontOf(18, QFont::DemiBold));
    m_subtitle->setObjectName(QStringLiteral("leafSubtitle"));
    m_subtitle->setFont(fontOf(12.5));
    m_subtitle->setProperty("role", "muted");
}

QString FlowLeaf::title() const { return m_title->text(); }

Segments* FlowLeaf::addManner(const QString& accessibleName)
{
    auto* manner = new Segments({tr("Run"), tr("Difference")}, this);
    manner->setObjectName(QStringLiteral("manner"));
    manner->setAccessibleName(accessibleName);
    return manner;
}

void FlowLeaf::layHead(int right, const std::vector<std::pair<QWidget*, int>>& controls)
{
    int end = right - margin;
    for (const auto& [control, width] : controls) {
        control->setGeometry(end - width, rowTop, width, control->sizeHint().height());
        end -= width + space;
    }
    m_title->setGeometry(margin, titleTop, right - 2 * margin, titleHeight);
    m_subtitle->setGeometry(margin, titleTop + titleHeight, right - 2 * margin, subtitleHeight);
}

} // namespace chokepoint::ui
