// Lays the box out and fits the names into it.
#include "pages/explore/UntouchedBox.h"

#include "parts/DataText.h"
#include "look/Theme.h"
#include "pages/explore/PresetChips.h"
#include "parts/SeriesMenu.h"
#include "parts/Text.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace chokepoint::ui {

UntouchedBox::UntouchedBox(Board& board, QWidget* parent) : QFrame(parent), m_board(board)
{
    setObjectName(QStringLiteral("untouched"));
    setProperty("card", true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 8);
    layout->setSpacing(4);
    m_chips = new PresetChips(board, this);
    layout->addWidget(m_chips);
    m_list = new QWidget(this);
    auto* list = new QVBoxLayout(m_list);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(4);
    m_title = new QLabel(m_list);
    m_title->setFont(fontOf(13, QFont::DemiBold));
    m_title->setWordWrap(true);
    m_namesLabel = new QLabel(m_list);
    m_namesLabel->setObjectName(QStringLiteral("untouchedNames"));
    m_namesLabel->setFont(fontOf(12));
    m_namesLabel->setProperty("role", "muted");
    m_namesLabel->setTextFormat(Qt::PlainText);
    m_namesLabel->setWordWrap(true);
    m_namesLabel->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_namesLabel->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    list->addWidget(m_title);
    list->addWidget(m_namesLabel, 1);
    layout->addWidget(m_list, 1);
    layout->addStretch(0);
    m_add = new QPushButton(tr("+ add a chart"), this);
    m_add->setObjectName(QStringLiteral("addChart"));
    m_add->setProperty("role", "link");
    m_add->setFont(fontOf(12));
    m_add->setToolTip(tr("Adds a small chart of a series that you choose."));
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    m_menu = new SeriesMenu(board.catalogue(), board.language(), this);
    connect(m_add, &QPushButton::clicked, this, [this] { m_menu->popup(m_add->mapToGlobal(m_add->rect().bottomLeft())); });
    connect(m_menu, &SeriesMenu::chosen, this, [this](const QString& id) { emit chartAdded(id.toStdString()); });
    connect(&board, &Board::changed, this, &UntouchedBox::refresh);
    refresh();
}

/// The packages to try stand where the names stand later.
void UntouchedBox::refresh()
{
    const bool isNothing = m_board.present().series == m_board.reference().series;
    m_title->setText(isNothing ? tr("No difference from the baseline") : tr("Not touched by this package"));
    m_list->setVisible(m_chips->isHidden());
    fit();
}

void UntouchedBox::setSeries(const OverviewSeries& series)
{
    m_names.clear();
    for (const auto row : series.untouched)
        m_names << text(m_board.catalogue().series[row].shortName);
    if (!series.barely.empty())
        m_names << tr("Less than 0.1% in any year:");
    for (const auto row : series.barely)
        m_names << text(m_board.catalogue().series[row].shortName);
    fit();
}

/// As many names as have room; how many more there are stands below them.
void UntouchedBox::fit()
{
    const QFontMetrics metrics(m_namesLabel->font());
    const auto fits = [&](const QStringList& lines) {
        return metrics.boundingRect(0, 0, m_namesLabel->width(), 1000, Qt::TextWordWrap, lines.join(QLatin1Char('\n'))).height()
            <= m_namesLabel->height();
    };
    auto shown = m_names;
    if (shown.isEmpty())
        shown << tr("Every headline result moves.");
    for (auto kept = shown.size() - 1; !fits(shown) && kept > 0; --kept)
        shown = m_names.mid(0, kept) << tr("and %n more", nullptr, static_cast<int>(m_names.size() - kept));
    const auto words = shown.join(QLatin1Char('\n'));
    if (words != m_namesLabel->text())
        m_namesLabel->setText(words);
    m_namesLabel->setToolTip(plainText(m_names.join(QLatin1Char('\n'))));
}

void UntouchedBox::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    layout()->activate();
    m_list->layout()->activate();
    fit();
}

} // namespace chokepoint::ui
