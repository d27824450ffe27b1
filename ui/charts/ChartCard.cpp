// Builds the card and keeps it in step with the board.
#include "charts/ChartCard.h"

#include "charts/BindingStrip.h"
#include "charts/BoardFigure.h"
#include "charts/ChartView.h"
#include "parts/DataText.h"
#include "parts/ElidedLabel.h"
#include "charts/IdentityTable.h"
#include "look/Theme.h"
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

#include <utility>

namespace chokepoint::ui {
namespace {

constexpr int headSpacing = 4;
constexpr const char* bindingSeries = "accel.binding";
const QString arrow = QStringLiteral("  \u25be");

/// Its words change with every move, and a button tells its layout of each new text; so they are handed to the style alone.
class TitleButton : public QPushButton {
public:
    using QPushButton::QPushButton;
    void setTitle(const QString& title)
    {
        m_title = title;
        setAccessibleName(title);
        update();
    }

protected:
    void initStyleOption(QStyleOptionButton* option) const override
    {
        QPushButton::initStyleOption(option);
        option->text = menuText(m_title);
    }

private:
    QString m_title;
};

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
    m_identity = new IdentityTable(this);
    m_identity->hide();
    m_footer = new QLabel(this);
    m_footer->setFont(fontOf(11));
    m_footer->setProperty("role", "muted");
    m_footer->setWordWrap(true);
    m_footer->setTextFormat(Qt::PlainText);
    m_stamp = new QLabel(this);
    m_stamp->setObjectName(QStringLiteral("stamp"));
    m_stamp->setFont(fontOf(12, QFont::DemiBold));
    m_stamp->setProperty("role", "caution");
    m_stamp->setToolTip(tr("Open what is assumed"));
    auto* under = new QHBoxLayout;
    under->setSpacing(8);
    under->addWidget(new StableLabel(m_subtitle, this), 1);
    under->addWidget(m_stamp);
    for (auto* link : {m_footer, m_stamp}) {
        link->setCursor(Qt::PointingHandCursor);
        link->installEventFilter(this);
    }
    layout->addLayout(under);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_strip);
    layout->addWidget(m_identity);
    layout->addWidget(new StableLabel(m_footer, this));
    buildActions();
    m_strip->setShares([this, binding = *board.catalogue().findSeries(bindingSeries)](Quarter quarter) {
        const auto& all = m_draws.present();
        return all.has(binding) ? sharesOfCodes(all, binding, quarter, static_cast<std::size_t>(BindingInput::Demand) + 1)
                                : std::vector<double>();
    });
    connect(&board, &Board::changed, this, &ChartCard::refreshWhenSeen);
    connect(&board, &Board::factsChanged, this, &ChartCard::refreshWhenSeen);
    connect(&board, &Board::yearChanged, this, &ChartCard::setYear);
    connect(&draws, &Draws::ready, this, &ChartCard::takeDraws);
    connect(m_view, &ChartView::yearsChanged, m_strip, &BindingStrip::setYears);
    readDraws();
    refresh();
}

/// The finding with the menu of all series, and a button for what else the chart offers.
QWidget* ChartCard::buildHead()
{
    auto* head = new QWidget(this);
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(headSpacing);
    m_title = new TitleButton(QStringLiteral(" "), head); // the blank gives it the height of a line
    m_title->setObjectName(QStringLiteral("title"));
    m_title->setProperty("role", "title");
    m_title->setFont(fontOf(14.5, QFont::DemiBold));
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
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
    layout->addWidget(m_title, 1);
    layout->addWidget(m_more);
    return head;
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
    m_spread = m_draws.spreadOf(row);
    m_levelSpread = m_draws.levelSpreadOf(row);
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
    if (m_isStale)
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
    if (m_shown.withParts)
        figure.bandWords = m_board.language().text(covertInWords(figure, m_shown.year));
    else if (m_spread)
        addBand(figure, figureRuns(m_board), {&*m_spread, m_levelSpread ? &*m_levelSpread : nullptr}, m_shown);
    return figure;
}

void ChartCard::present()
{
    const auto figure = withBands();
    const auto& series = m_board.catalogue().series[*m_board.catalogue().findSeries(m_shown.series)];
    fitTitle();
    if (isWindow())
        setWindowTitle(title());
    QStringList about{title(), text(figure.subtitle), text(series.description), tr("Click to choose another series")};
    about.removeAll(QString());
    m_title->setToolTip(plainText(about.join(QLatin1Char('\n'))));
    QStringList footer{text(figure.sources), text(figure.bandWords)};
    footer.removeAll(QString());
    m_footer->setText(joined(footer, MessageList::Joint::Dot, m_board.language()));
    QStringList footerTip;
    if (figure.band) {
        const bool isAlone = figure.band->levelLow.empty();
        footerTip << m_board.said(isAlone ? Message("figure.band_runs_explained") : Message("figure.bands_explained"));
    }
    footerTip << tr("Click to open the sources of this series");
    m_footer->setToolTip(plainText(footerTip.join(QLatin1Char('\n'))));
    m_stamp->setText(text(figure.stamp));
    m_stamp->setVisible(!figure.stamp.empty());
    m_strip->setVisible(!figure.binding.empty());
    m_strip->setInputs(figure.binding);
    m_view->setFigure(figure, m_board.isMoving() || m_board.isReplaying());
    if (!m_identity->isHidden())
        m_identity->show(m_board, series, m_shown.year);
    m_view->setAccessibleName(title());
    m_view->setAccessibleDescription(text(figure.subtitle));
    alignStrip();
}

/// The whole finding where it fits, else without the year, else without the unit; else the name alone, and the finding stands in the
/// line below. Nothing is cut.
void ChartCard::fitTitle()
{
    const auto metrics = m_title->fontMetrics();
    // to measure a text is slow, and most are far shorter than their room
    const auto fitsIn = [](const QFontMetrics& in, const QString& words, int width) {
        return words.size() * in.averageCharWidth() * 3 / 2 < width || in.horizontalAdvance(words) <= width;
    };
    const auto margins = layout()->contentsMargins();
    const int beside =
        margins.left() + margins.right() + headSpacing + m_more->sizeHint().width() + metrics.horizontalAdvance(arrow) + headSpacing;
    const int room = std::max(120, width() - beside);
    const auto fits = [&](const QString& words) { return fitsIn(metrics, words, room); };
    QString title = this->title(), below = text(m_figure.subtitle);
    if (!fitsIn(m_subtitle->fontMetrics(), below,
                width() - margins.left() - margins.right() - (m_stamp->isHidden() ? 0 : m_stamp->sizeHint().width() + 8)))
        below = text(m_figure.unit); // the name stands above
    for (const auto& shorter : {m_figure.shortTitle, m_figure.shortestTitle})
        if (!fits(title))
            title = text(shorter);
    if (!fits(title)) {
        title = text(m_figure.name);
        below = text(m_figure.narrowSubtitle);
    }
    static_cast<TitleButton*>(m_title)->setTitle(title + arrow);
    m_subtitle->setText(below);
}

void ChartCard::alignStrip() { m_strip->setPlot(m_view->plotLeft(), m_view->plotRight()); }

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
    fitTitle();
    fitHeight();
    QTimer::singleShot(0, this, &ChartCard::alignStrip); // the plot lays itself out first
}

} // namespace chokepoint::ui
