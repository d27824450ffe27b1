// Builds the card and keeps it in step with the board.
#include "charts/ChartCard.h"

#include "charts/BindingStrip.h"
#include "charts/BoardFigure.h"
#include "charts/ChartView.h"
#include "charts/TitleButton.h"
#include "parts/DataText.h"
#include "parts/ElidedLabel.h"
#include "parts/FixedRoom.h"
#include "charts/IdentityTable.h"
#include "look/Theme.h"
#include "parts/Segments.h"
#include "parts/SeriesMenu.h"
#include "parts/StableLabel.h"
#include "parts/Text.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QTimer>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace chokepoint::ui {
namespace {

constexpr const char* bindingSeries = "accel.binding";
/// In the order of the switch.
constexpr std::array views{BoardChart::View::Value, BoardChart::View::Difference, BoardChart::View::Logarithm};
constexpr int roomForSwitch = 560; ///< pixels
constexpr int segmentEdges = 22; ///< pixels beside the words of a segment
constexpr int smallMore = 26;   ///< the button of a small chart, in pixels
constexpr double titleSize = 14.5;

/// Segments are equally wide.
int switchWidth(const Segments& segments)
{
    const auto words = segments.paintedTexts();
    int widest = 0;
    for (const auto& word : words)
        widest = std::max(widest, segments.fontMetrics().horizontalAdvance(word));
    return static_cast<int>(words.size()) * (widest + segmentEdges);
}

} // namespace

ChartCard::ChartCard(Board& board, Draws& draws, const std::string& series, std::vector<std::string> companions, bool withStrip,
                     QWidget* parent)
    : QFrame(parent), m_board(board), m_draws(draws),
      m_shown{.series = series, .companions = std::move(companions), .withStrip = withStrip, .year = board.year()}
{
    setProperty("card", true);
    setObjectName(QStringLiteral("chart:") + QString::fromStdString(series));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 10, 10);
    layout->setSpacing(2);
    layout->addWidget(buildHead());
    m_subtitle = new ElidedLabel(this);
    m_subtitle->setFont(fontOf(12));
    m_subtitle->setProperty("role", "muted");
    m_view = new ChartView(m_board.language(), this);
    m_strip = new BindingStrip(m_board.language(), this);
    m_stripBefore = new BindingStrip(m_board.language(), this);
    m_identity = new IdentityTable(this);
    m_identity->hide();
    m_stamp = new QLabel(this);
    m_stamp->setObjectName(QStringLiteral("stamp"));
    m_stamp->setFont(fontOf(12, QFont::DemiBold));
    m_stamp->setProperty("role", "caution");
    m_stamp->setToolTip(tr("Open what is assumed"));
    auto* under = new QHBoxLayout;
    under->setSpacing(8);
    under->addWidget(new StableLabel(m_subtitle, this), 1);
    under->addWidget(m_stamp);
    m_change = new QLabel(this);
    m_change->setObjectName(QStringLiteral("changeOfChart"));
    m_change->setFont(fontOf(12, QFont::DemiBold));
    m_changeRoom = new FixedRoom(m_change, QFontMetrics(m_change->font()).lineSpacing() + 2, this);
    m_changeRoom->hide();
    m_stripTitle = new QLabel(tr("What limits Chinese AI-chip output"), this);
    m_stripTitle->setFont(fontOf(11));
    m_stripTitle->setProperty("role", "muted");
    m_stripTitle->hide();
    layout->addWidget(m_changeRoom);
    layout->addLayout(under);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_stripTitle);
    layout->addWidget(m_strip);
    layout->addWidget(m_stripBefore);
    layout->addWidget(m_identity);
    layout->addWidget(buildFooter());
    for (auto* link : {m_footer, m_stamp}) {
        link->setCursor(Qt::PointingHandCursor);
        link->installEventFilter(this);
    }
    buildActions();
    const auto sharesIn = [this, binding = *board.catalogue().findSeries(bindingSeries)](const SeriesDraws& all, Quarter quarter) {
        return all.has(binding) ? sharesOfCodes(all, binding, quarter, static_cast<std::size_t>(BindingInput::Demand) + 1)
                                : std::vector<double>();
    };
    m_strip->setShares([this, sharesIn](Quarter quarter) { return sharesIn(m_draws.present(), quarter); });
    m_stripBefore->setShares([this, sharesIn](Quarter quarter) { return sharesIn(m_draws.baseline(), quarter); });
    connect(&board, &Board::changed, this, &ChartCard::refreshWhenSeen);
    connect(&board, &Board::factsChanged, this, &ChartCard::refreshWhenSeen);
    connect(&board, &Board::yearChanged, this, &ChartCard::setYear);
    connect(&draws, &Draws::ready, this, &ChartCard::takeDraws);
    for (auto* strip : {m_strip, m_stripBefore})
        connect(m_view, &ChartView::yearsChanged, strip, &BindingStrip::setYears);
    readDraws();
    refresh();
}

/// The finding with the menu of all series, and a button for what else the chart offers.
QWidget* ChartCard::buildHead()
{
    auto* head = new QWidget(this);
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_title = new TitleButton(QStringLiteral(" "), head); // the blank gives it the height of a line
    m_title->setObjectName(QStringLiteral("title"));
    m_title->setProperty("role", "title");
    m_title->setFont(fontOf(titleSize, QFont::DemiBold));
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_title->setFixedHeight(m_title->sizeHint().height()); // also where a long name has a smaller type
    m_title->setCursor(Qt::PointingHandCursor);
    m_menu = new SeriesMenu(m_board.catalogue(), m_board.language(), m_title);
    connect(m_menu, &SeriesMenu::chosen, this, [this](const QString& id) {
        setSeries(id.toStdString());
        emit seriesChosen();
    });
    m_title->setMenu(m_menu);
    m_more = new QToolButton(head);
    m_more->setObjectName(QStringLiteral("more"));
    m_more->setText(QStringLiteral("\u22ef"));
    m_more->setAccessibleName(tr("More about this chart"));
    m_more->setToolTip(tr("Axis, parts, own window"));
    m_more->setProperty("role", "muted");
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_viewSwitch = new Segments({tr("level"), tr("difference"), tr("log")}, head);
    m_viewSwitch->setObjectName(QStringLiteral("viewSwitch"));
    m_viewSwitch->setAccessibleName(tr("What the chart shows: levels, the difference from the baseline, or levels on a logarithmic axis"));
    m_viewSwitch->setFixedWidth(switchWidth(*m_viewSwitch));
    m_viewSwitch->hide();
    connect(m_viewSwitch, &Segments::chosen, this, [this](int place) { setView(views[static_cast<std::size_t>(place)]); });
    layout->addWidget(m_title, 1);
    layout->addWidget(m_viewSwitch);
    layout->addWidget(m_more);
    return head;
}

void ChartCard::setPlace(Place place)
{
    m_place = place;
    const bool isLarge = place == Place::Large, isSmall = place == Place::Small;
    fitSwitch();
    m_changeRoom->setVisible(isSmall);
    m_footerRoom->setVisible(m_hasFooter && !isSmall);
    m_more->setMaximumWidth(isSmall ? smallMore : QWIDGETSIZE_MAX); // the name needs the room
    m_more->setStyleSheet(isSmall ? QStringLiteral("padding: 4px 0px;") : QString());
    if (!isSmall) // whose size goes by the room
        m_title->setFont(fontOf(titleSize, QFont::DemiBold));
    m_view->setManner(isLarge ? ChartView::Manner::Large : isSmall ? ChartView::Manner::Small : ChartView::Manner::Usual);
    m_shown.withYearMark = place != Place::Grid;
    refresh();
}

/// Where the switch would leave the title no room, the menu alone offers the views.
void ChartCard::fitSwitch()
{
    const bool hasRoom = m_place == Place::Large && width() >= roomForSwitch;
    if (m_viewSwitch->isHidden() == hasRoom)
        m_viewSwitch->setVisible(hasRoom);
}

/// Of the three one holds; the switch and the two actions show which.
void ChartCard::setView(BoardChart::View view)
{
    m_viewed = view;
    m_viewSwitch->setCurrent(static_cast<int>(std::ranges::find(views, view) - views.begin()));
    for (auto* action : {m_logarithmicAction, m_differenceAction}) {
        const QSignalBlocker quiet(action);
        action->setChecked(view == (action == m_logarithmicAction ? BoardChart::View::Logarithm : BoardChart::View::Difference));
    }
    m_shown.isDifference = view == BoardChart::View::Difference;
    m_view->setLogarithmic(view == BoardChart::View::Logarithm);
    readDraws();
    refresh();
    emit shownChanged();
}

QString ChartCard::title() const { return text(m_figure.title); }

void ChartCard::setSeries(const std::string& series, std::vector<std::string> companions, bool withStrip)
{
    m_shown.series = series;
    m_shown.companions = std::move(companions);
    m_shown.withStrip = withStrip;
    offerActions();
    want();
    readDraws();
    refresh();
    emit shownChanged();
}

/// Places in the catalogue of covert series that stand beside the main one: they have ranges of their own.
std::vector<std::size_t> ChartCard::covertBeside() const
{
    std::vector<std::size_t> rows;
    for (const auto& line : m_figure.lines)
        if (line.isCovert && line.series != m_shown.series)
            rows.push_back(*m_board.catalogue().findSeries(line.series));
    return rows;
}

/// Asks for the draws that can be seen here.
void ChartCard::want()
{
    std::vector<std::size_t> rows;
    if (isVisible()) {
        rows = covertBeside();
        rows.push_back(*m_board.catalogue().findSeries(m_shown.series));
        if (m_shown.withStrip)
            rows.push_back(*m_board.catalogue().findSeries(bindingSeries));
    }
    m_draws.want(this, rows);
}

/// Reads the newest bands of the series, and how firmly the change in the year of the title may be told; true when
/// the title must change.
bool ChartCard::readDraws()
{
    const auto row = *m_board.catalogue().findSeries(m_shown.series);
    if (m_shown.isDifference) {
        const bool isKnown = isVisible() && m_draws.present().has(row) && m_draws.baseline().has(row);
        m_spread = isKnown ? std::optional(differencesOf(m_draws.present(), m_draws.baseline(), row)) : std::nullopt;
        m_levelSpread.reset();
    } else {
        m_spread = m_draws.spreadOf(row);
        m_levelSpread = m_draws.levelSpreadOf(row);
    }
    const auto change = m_draws.changeOf(row, m_shown.year);
    const double central = m_board.present().annualMean(row, m_shown.year) - m_board.reference().annualMean(row, m_shown.year);
    const auto certainty = change ? certaintyOf(*change, central) : Certainty::Firm;
    return std::exchange(m_shown.certainty, certainty) != certainty;
}

void ChartCard::takeDraws()
{
    if (!readDraws() && isVisible() && !m_isStale)
        present(); // all but the band is as the board is
    else
        refreshWhenSeen();
}

/// A hidden chart follows the board when it is shown again: a drag pays only for what can be seen.
void ChartCard::refreshWhenSeen()
{
    m_isStale = !isVisible();
    if (!m_isStale)
        refresh();
}

void ChartCard::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    want();
    if (readDraws() || m_isStale || m_shown.isDifference) // the band of a difference is dropped while it is hidden
        refreshWhenSeen();
}

void ChartCard::hideEvent(QHideEvent* event)
{
    QFrame::hideEvent(event);
    want();
}

void ChartCard::setYear(int year)
{
    m_shown.year = year;
    readDraws();
    refreshWhenSeen();
}

void ChartCard::setEventsShown(bool shown)
{
    m_shown.withEvents = shown;
    refresh();
    emit shownChanged();
}

void ChartCard::setPartsShown(bool shown)
{
    m_shown.withParts = shown;
    m_partsAction->setChecked(shown);
    refresh();
    emit shownChanged();
}

void ChartCard::setIdentityShown(bool shown)
{
    m_identity->setVisible(shown);
    m_identityAction->setChecked(shown);
    refresh();
    fitHeight();
    emit shownChanged();
}

void ChartCard::setLowest(int height)
{
    m_lowest = height;
    fitHeight();
}

void ChartCard::setFooterShown(bool shown)
{
    m_hasFooter = shown;
    m_footerRoom->setVisible(shown && m_place != Place::Small);
}

/// What tells how it is made comes on top of what a chart needs.
void ChartCard::fitHeight()
{
    const auto margins = layout()->contentsMargins();
    setMinimumHeight(m_lowest + (m_identity->isHidden() ? 0 : m_identity->heightForWidth(width() - margins.left() - margins.right())));
}

void ChartCard::refresh()
{
    m_shown.ownFacts = ownFacts(m_board);
    m_figure = figureOf(figureRuns(m_board), m_shown);
    want();
    present();
}

/// The figure with what the draws say.
Figure ChartCard::withBands() const
{
    auto figure = m_figure;
    const auto& catalogue = m_board.catalogue();
    for (const auto row : covertBeside())
        if (const auto spread = m_draws.spreadOf(row))
            addRange(figure, catalogue.series[row], *spread);
    if (m_shown.withParts && !m_shown.isDifference)
        figure.bandWords = figure.bandNotes = m_board.language().text(covertInWords(figure, m_shown.year));
    else if (m_spread) {
        const auto row = *catalogue.findSeries(m_shown.series);
        if (const auto spread = m_draws.spreadOf(m_board.assumedBaseline(), row))
            addRange(figure, catalogue.series[row], *spread);
        addBand(figure, figureRuns(m_board), {&*m_spread, m_levelSpread ? &*m_levelSpread : nullptr}, m_shown);
    }
    return figure;
}

void ChartCard::alignStrip()
{
    for (auto* strip : {m_strip, m_stripBefore})
        strip->setPlot(m_view->plotLeft(), m_view->plotRight());
}

/// The source line and the stamp lead to the page of sources.
bool ChartCard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonRelease && static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton) {
        if (watched == m_stamp)
            emit assumptionsAsked();
        else if (watched == m_footer)
            emit sourcesAsked(m_shown.series);
    }
    return QFrame::eventFilter(watched, event);
}

void ChartCard::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fitSwitch();
    fitTitle();
    fitFooter();
    fitHeight();
    QTimer::singleShot(0, this, &ChartCard::alignStrip); // the plot lays itself out first
}

} // namespace chokepoint::ui
