// Puts the sections side by side with their names.
#include "parts/SectionedPage.h"

#include "parts/DataText.h"

#include <QListWidget>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace chokepoint::ui {
namespace {
constexpr int namesWidth = 190;
} // namespace

SectionedPage::SectionedPage(const char* id, QWidget* parent) : Page(parent)
{
    setObjectName(QLatin1String(id));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_names = new QListWidget(this);
    m_names->setObjectName(QStringLiteral("sections"));
    m_names->setFixedWidth(namesWidth);
    m_names->setFrameShape(QFrame::NoFrame);
    m_names->setAccessibleName(tr("Sections of the page"));
    layout->addWidget(m_names);
    m_beside = new QVBoxLayout;
    m_beside->setContentsMargins(0, 0, 0, 0);
    m_views = new QStackedWidget(this);
    m_beside->addWidget(m_views, 1);
    layout->addLayout(m_beside, 1);
    connect(m_names, &QListWidget::currentRowChanged, this, [this](int row) {
        m_views->setCurrentIndex(row);
        sectionChanged();
    });
}

std::vector<Page::Area> SectionedPage::areas() const { return {{m_names, m_names}, {m_views->currentWidget(), m_views}}; }

void SectionedPage::addSection(const QString& name, const QString& purpose, QWidget* view)
{
    m_views->addWidget(view);
    m_names->addItem(name);
    m_names->item(m_names->count() - 1)->setToolTip(plainText(purpose));
    if (m_names->count() == 1)
        m_names->setCurrentRow(0);
}

int SectionedPage::sectionRow() const { return m_names->currentRow(); }

void SectionedPage::showRow(int row) { m_names->setCurrentRow(row); }

} // namespace chokepoint::ui
