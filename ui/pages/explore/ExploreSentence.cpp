// The sentence on Explore: which series it tells, and what it says.
#include "pages/explore/ExplorePage.h"

#include "bridge/Draws.h"
#include "charts/ChartCard.h"
#include "charts/ChartView.h"
#include "pages/explore/DistributionWindow.h"
#include "pages/explore/HeadlinePanel.h"
#include "levers/LeverPanel.h"
#include "look/Theme.h"
#include "pages/explore/MeasurePane.h"
#include "pages/explore/PassedDates.h"
#include "parts/DataText.h"
#include "parts/Text.h"
#include "parts/StableLabel.h"
#include "pages/explore/PresetChips.h"
#include "api/Catalogue.h"
#include "api/Headline.h"
#include "api/Telling.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <algorithm>
#include <iterator>

namespace chokepoint::ui {

/// The card with the sentence of what the scenario does.
QWidget* ExplorePage::makeSentence(QWidget* centre)
{
    auto* card = new QFrame(centre);
    card->setProperty("card", true);
    auto* inside = new QHBoxLayout(card);
    inside->setContentsMargins(14, 10, 14, 10);
    inside->setSpacing(12);
    m_sentence = new QLabel(card);
    m_sentence->setObjectName(QStringLiteral("sentence"));
    m_sentence->setTextFormat(Qt::RichText);
    m_sentence->setWordWrap(true);
    m_sentence->setFont(fontOf(13));
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    inside->addWidget(new StableLabel(m_sentence, card), 1);
    m_showTold = new QPushButton(tr("Show it"), card);
    m_showTold->setObjectName(QStringLiteral("showTold"));
    m_showTold->setProperty("role", "link");
    m_showTold->setToolTip(tr("Show the series of this sentence in the first chart"));
    m_showTold->hide();
    connect(m_showTold, &QPushButton::clicked, this, [this] {
        showInFirstChart(m_toldSeries);
        refreshSentence();
    });
    inside->addWidget(m_showTold, 0, Qt::AlignTop);
    return card;
}

bool ExplorePage::isMoved(std::size_t series, int year) const
{
    return m_board.present().annualMean(series, year) != m_board.reference().annualMean(series, year);
}

/// The first card, or the one that changes most when that does not; when none does, what changes most in the charts, or anywhere.
std::size_t ExplorePage::seriesToTell(int year) const
{
    const auto& all = m_board.catalogue().series;
    const auto cards = carded();
    std::vector<std::size_t> others;
    for (std::size_t row = 0; row < all.size(); ++row)
        if (all[row].kind != SeriesKind::Category)
            others.push_back(row);
    for (const auto& candidates : {cards, charted(), others})
        if (const auto row = mostTelling(cards.front(), candidates, year, m_board.present(), m_board.reference()); isMoved(row, year))
            return row;
    return cards.front();
}

void ExplorePage::refreshSentence()
{
    const int year = m_board.year();
    m_toldSeries = seriesToTell(year);
    const auto spread = m_draws.changeOf(m_toldSeries, year);
    const auto& catalogue = m_board.catalogue();
    const auto headline = headlineOf(catalogue, m_board.scenario(), m_board.baseline(), m_board.present(), m_board.reference(),
                                     {.series = m_toldSeries, .year = year, .spread = spread ? &*spread : nullptr});
    const auto title = m_board.said(words::headlineTitle(catalogue, headline));
    const auto below = m_board.said(words::headlineBelow(catalogue, headline));
    m_told = below.isEmpty() ? title : joined({title, below}, MessageList::Joint::Dot, m_board.language());
    m_sentence->setText(QStringLiteral("<b>%1</b><br>%2").arg(richText(title.toStdString()), richText(below.toStdString())));
    const bool isCharted = std::ranges::count(charted(), m_toldSeries) > 0;
    if (const bool isHidden = isCharted || !isMoved(m_toldSeries, year); m_showTold->isHidden() != isHidden)
        m_showTold->setHidden(isHidden);
}

} // namespace chokepoint::ui
