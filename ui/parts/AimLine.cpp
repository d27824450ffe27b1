// Builds the row.
#include "parts/AimLine.h"

#include "parts/DataText.h"
#include "parts/Segments.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace chokepoint::ui {
namespace {
constexpr int betterWidth = 250;
} // namespace

AimLine::AimLine(const QString& menu, QWidget* parent)
    : QWidget(parent), m_better(new Segments({tr("more is better"), tr("less is better")}, this)), m_packages(new QToolButton(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_better->setObjectName(QStringLiteral("better"));
    m_better->setAccessibleName(tr("What is wanted of the series"));
    m_better->setFixedWidth(betterWidth);
    m_packages->setObjectName(menu);
    m_packages->setProperty("role", "chosen");
    m_packages->setPopupMode(QToolButton::InstantPopup);
    layout->addWidget(m_better);
    layout->addWidget(m_packages);
    layout->addStretch(1);
    connect(m_better, &Segments::chosen, this, &AimLine::turned);
}

bool AimLine::moreIsBetter() const { return m_better->current() == 0; }

void AimLine::setText(const QString& text) { m_packages->setText(menuText(text)); }

void AimLine::setMenu(QMenu* menu)
{
    auto* old = m_packages->menu();
    m_packages->setMenu(menu);
    if (old)
        old->deleteLater(); // the click that led here may have come from it
}

} // namespace chokepoint::ui
