// Builds the list of files and its two switches.
#include "pages/start/UsedLast.h"

#include "look/Theme.h"
#include "parts/DataText.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace chokepoint::ui {

UsedLast::UsedLast(RecentFiles recent, QWidget* parent) : QWidget(parent), m_recent(std::move(recent))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    auto* head = new QHBoxLayout;
    auto* title = new QLabel(tr("Used last"), this);
    title->setFont(fontOf(14.5, QFont::DemiBold));
    head->addWidget(title);
    head->addStretch(1);
    m_clear = new QPushButton(tr("Clear list"), this);
    m_clear->setObjectName(QStringLiteral("clearRecent"));
    m_clear->setProperty("role", "link");
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_recent.clear();
        refresh();
    });
    head->addWidget(m_clear);
    m_keepNone = new QCheckBox(tr("Keep no list"), this);
    m_keepNone->setObjectName(QStringLiteral("keepNoRecent"));
    m_keepNone->setToolTip(tr("For confidential work: forgets the files of this list and remembers no others."));
    connect(m_keepNone, &QCheckBox::toggled, this, [this](bool none) {
        m_recent.setKept(!none);
        refresh();
    });
    head->addWidget(m_keepNone);
    layout->addLayout(head);
    auto* rule = new QFrame(this);
    rule->setProperty("rule", true);
    rule->setFixedHeight(1);
    layout->addWidget(rule);
    m_list = new QVBoxLayout;
    m_list->setSpacing(2);
    layout->addLayout(m_list);
    layout->addStretch(1);
    refresh();
}

void UsedLast::refresh()
{
    while (auto* item = m_list->takeAt(0)) {
        if (auto* line = item->widget()) {
            line->hide();
            line->deleteLater(); // it may be the one whose click is being handled
        }
        delete item;
    }
    const auto files = m_recent.files();
    const QSignalBlocker quiet(m_keepNone);
    m_keepNone->setChecked(!m_recent.isKept());
    m_clear->setVisible(!files.isEmpty());
    for (const auto& file : files)
        addFile(file);
    if (!m_recent.isKept())
        addLine(tr("No list is kept."));
    else if (files.isEmpty())
        addLine(tr("Nothing yet. Files you open or save appear here."));
}

void UsedLast::addFile(const QString& file)
{
    auto* button = new QPushButton(menuText(QFileInfo(file).fileName()), this);
    button->setObjectName(QStringLiteral("recentFile"));
    button->setProperty("role", "link");
    button->setToolTip(plainText(file));
    button->setAccessibleDescription(file);
    connect(button, &QPushButton::clicked, this, [this, file] { emit fileChosen(file); });
    m_list->addWidget(button, 0, Qt::AlignLeft);
}

void UsedLast::addLine(const QString& words)
{
    auto* label = new QLabel(words, this);
    label->setFont(fontOf(13));
    label->setProperty("role", "muted");
    label->setWordWrap(true);
    m_list->addWidget(label);
}

} // namespace chokepoint::ui
