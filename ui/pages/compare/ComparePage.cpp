// Puts the parts of the page in their places.
#include "pages/compare/ComparePage.h"

#include "api/ComparisonWords.h"
#include "api/DataExport.h"
#include "api/ScenarioWords.h"
#include "bridge/Draws.h"
#include "look/Theme.h"
#include "pages/compare/ChipRow.h"
#include "pages/compare/ComparedChart.h"
#include "pages/compare/ComparedSet.h"
#include "pages/compare/DifferencesCard.h"
#include "pages/compare/RankTable.h"
#include "pages/compare/ScenarioChip.h"
#include "pages/compare/SheetDialog.h"
#include "parts/Segments.h"
#include "parts/Text.h"
#include "parts/WrappedLabel.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace chokepoint::ui {
namespace {

constexpr int margin = 16, pageGap = 12, scrollBar = 12;
constexpr int roomForTwo = 1280;     ///< pixels of the page from which the differences stand beside the chart
constexpr int roomForThree = 1400;   ///< the same for a third outcome
constexpr int roomForOutcomes = 900; ///< the same for a second
constexpr int chartTall = 280, chartAlone = 330, differencesTall = 340, sidesTall = 400; ///< pixels; the last of two rows of charts
constexpr double shareAlone = 0.45;   ///< of a tall narrow page
constexpr std::size_t inARow = 3;

} // namespace

ComparePage::ComparePage(Board& board, Draws& draws, QWidget* parent) : Page(parent), m_board(board)
{
    setObjectName(QStringLiteral("comparePage"));
    m_set = new ComparedSet(board, draws, this);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(QStringLiteral("clearScroll"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    whole->addWidget(m_scroll);
    auto* inside = new QWidget(m_scroll);
    inside->setObjectName(QStringLiteral("clearInner"));
    m_scroll->setWidget(inside);
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(margin, 10, margin, margin);
    m_column->setSpacing(4);
    m_title = wrappedLabel({}, 18, nullptr, inside, QFont::DemiBold);
    m_title->setObjectName(QStringLiteral("compareTitle"));
    m_subtitle = wrappedLabel({}, 12.5, "muted", inside);
    m_chips = new ChipRow(*m_set, inside);
    m_column->addWidget(m_title);
    m_column->addWidget(m_subtitle);
    m_column->addSpacing(4);
    m_column->addWidget(m_chips);
    m_column->addSpacing(4);
    m_upper = new QBoxLayout(QBoxLayout::LeftToRight);
    m_upper->setSpacing(pageGap);
    m_chart = new ComparedChart(*m_set, inside);
    m_differences = new DifferencesCard(*m_set, inside);
    for (QWidget* card : {static_cast<QWidget*>(m_chart), static_cast<QWidget*>(m_differences)})
        card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored); // they take what is left
    m_upper->addWidget(m_chart, 7);
    m_upper->addWidget(m_differences, 5);
    m_column->addLayout(m_upper, 1);
    m_column->addSpacing(pageGap - 4);
    m_ranks = new RankTable(*m_set, inside);
    m_ranks->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_column->addWidget(m_ranks);
    m_column->addStretch();
    addLinks();
    connect(m_copy, &QPushButton::clicked, this, &ComparePage::copy);
    connect(m_differences, &DifferencesCard::whyAsked, this, &ComparePage::explain);
    connect(m_set, &ComparedSet::changed, this, &ComparePage::tellTitle);
    connect(m_set, &ComparedSet::changed, this, &ComparePage::arrange);
    connect(m_set, &ComparedSet::drawn, this, &ComparePage::tellTitle);
    tellTitle();
    arrange();
}

/// Under the table of ranks: ways to take it along.
void ComparePage::addLinks()
{
    m_copy = new QPushButton(tr("Copy table"), m_ranks);
    m_copy->setObjectName(QStringLiteral("copyTable"));
    m_copy->setProperty("role", "link");
    m_copy->setFont(fontOf(12));
    m_copy->setToolTip(tr("Copies all outcomes for a spreadsheet."));
    m_save = new QPushButton(tr("Save as CSV…"), m_ranks);
    m_save->setObjectName(QStringLiteral("saveRanks"));
    m_save->setProperty("role", "link");
    m_save->setFont(fontOf(12));
    m_save->setToolTip(tr("Writes all outcomes with their ranges into a file."));
    connect(m_save, &QPushButton::clicked, this, &ComparePage::save);
    auto* sheet = new QPushButton(tr("Actions and outcomes…"), m_ranks);
    sheet->setObjectName(QStringLiteral("openSheet"));
    sheet->setProperty("role", "link");
    sheet->setFont(fontOf(12));
    sheet->setToolTip(tr("What each package sets and what comes of it, on one page."));
    auto* links = new QWidget(m_ranks);
    auto* row = new QHBoxLayout(links);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_copy);
    row->addWidget(m_save);
    row->addWidget(sheet);
    m_ranks->layout()->addWidget(links);
    m_ranks->layout()->setAlignment(links, Qt::AlignLeft);
    connect(sheet, &QPushButton::clicked, this, &ComparePage::openSheet);
}

QString ComparePage::title() const { return m_title->text(); }

void ComparePage::tellTitle()
{
    const auto count = static_cast<int>(m_set->scenarios().size());
    if (!m_set->columns().empty())
        m_title->setText(m_board.said(words::comparisonTitle(m_board.catalogue(), m_set->names(), m_set->columns()[m_set->rankedBy()])));
    else if (m_title->text().isEmpty())
        m_title->setText(tr("Compare packages"));
    QStringList facts{count == 1 ? tr("One package against %1").arg(m_set->nameOf(m_set->baseline()))
                                 : tr("%n packages against %1", nullptr, count).arg(m_set->nameOf(m_set->baseline())),
                      tr("ranges hold 8 in 10 runs, compared run by run")};
    if (const auto stamp = m_board.said(words::assumptionStamp(m_board.scenario())); !stamp.isEmpty())
        facts << stamp;
    if (count == 1)
        facts << tr("add a package to rank them");
    m_subtitle->setText(joined(facts, MessageList::Joint::Dot, m_board.language()));
    fitTitle();
}

void ComparePage::fitTitle()
{
    const int room = width() - 2 * margin - scrollBar;
    for (auto* label : {m_title, m_subtitle})
        fitHeight(*label, room);
    m_chips->setFixedHeight(m_chips->heightForWidth(room)); // all rows of it, or the cards below would share what it lacks
}

/// Where the window is narrow the differences go under the table, and the last outcomes give way.
void ComparePage::arrange()
{
    const bool isWide = width() >= roomForTwo;
    const auto* place = m_upper->indexOf(m_differences) >= 0 ? m_upper : m_column;
    if (isWide != (place == m_upper)) {
        m_upper->removeWidget(m_differences);
        m_column->removeWidget(m_differences);
        if (isWide)
            m_upper->addWidget(m_differences, 5);
        else
            m_column->insertWidget(m_column->count() - 1, m_differences);
    }
    m_column->setStretch(m_column->count() - 1, isWide ? 0 : 1); // takes what the cards above it leave
    const bool areTwoRows = m_set->choice().isSideBySide && m_set->scenarios().size() > inARow;
    const int alone = std::max(areTwoRows ? sidesTall : chartAlone, static_cast<int>(height() * shareAlone));
    m_chart->setMinimumHeight(!isWide ? alone : areTwoRows ? sidesTall : chartTall);
    m_chart->setMaximumHeight(isWide ? QWIDGETSIZE_MAX : alone); // the column would hand it all that the cards below do not take
    m_differences->setMinimumHeight(isWide ? 0 : differencesTall);
    m_differences->setMaximumHeight(isWide ? QWIDGETSIZE_MAX : differencesTall); // its words would ask for more than the page has
    m_ranks->setMostColumns(width() >= roomForThree ? 3 : width() >= roomForOutcomes ? 2 : 1);
}

void ComparePage::copy() { QApplication::clipboard()->setText(m_ranks->asText()); }

/// The same file as that of the command line: all outcomes, also those that have no room here.
void ComparePage::save()
{
    std::vector<std::string> ids;
    for (std::size_t place = 0; place <= m_set->baseline(); ++place)
        ids.push_back(m_set->at(place).id);
    if (!m_set->columns().empty())
        emit fileMade(comparisonCsv(m_board.catalogue(), ids, m_set->columns()), tr("comparison.csv", "name of a file"));
}

void ComparePage::openSheet()
{
    QStringList names;
    for (std::size_t place = 0; place <= m_set->baseline(); ++place)
        names << m_set->nameOf(place);
    (new SheetDialog(m_board, m_set->scenarios(), m_set->at(m_set->baseline()), names, m_board.year(), this))->open();
}

/// The first of the two goes on the table and the second becomes the baseline, each as a step of undo.
void ComparePage::explain()
{
    const auto [first, second] = m_set->two();
    const auto outcome = m_set->outcomes()[m_set->rankedBy()];
    const auto series = *m_board.catalogue().findSeries(outcome.series);
    m_board.setPair(m_set->at(first), m_set->at(second));
    emit asked({.page = "why", .part = "shares", .series = series, .period = Period::ofYear(outcome.year)});
}

std::vector<Page::Area> ComparePage::areas() const
{
    return {{m_chips->chips().front(), m_chips},
            {m_set->choice().isSideBySide ? static_cast<QWidget*>(m_chart->arrangement()) : m_chart->overlaid(), m_chart},
            {m_ranks->table(), m_ranks},
            {m_differences->findChild<QPushButton*>(QStringLiteral("firstOfTwo")), m_differences}};
}

std::optional<Way> ComparePage::subject() const
{
    return Way{.page = "why", .series = m_set->series(), .period = Period::ofYear(m_set->outcomes()[m_set->rankedBy()].year)};
}

bool ComparePage::isBusy() const { return !m_set->isFinal() || m_set->columns().empty(); }

void ComparePage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    m_set->setSeen(true);
}

void ComparePage::hideEvent(QHideEvent* event)
{
    Page::hideEvent(event);
    m_set->setSeen(false);
}

void ComparePage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    arrange();
    fitTitle();
}

} // namespace chokepoint::ui
