// Builds the card and keeps it in step with the board.
#include "ChartCard.h"

#include "BindingStrip.h"
#include "ChartView.h"
#include "ElidedLabel.h"
#include "Look.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QTimer>
#include <QPushButton>
#include <QVBoxLayout>

namespace chokepoint::ui {

ChartCard::ChartCard(Board& board, const std::string& series, std::vector<std::string> companions, bool withStrip, QWidget* parent)
    : QFrame(parent), m_board(board), m_series(series), m_companions(std::move(companions)), m_withStrip(withStrip)
{
    setProperty("card", true);
    setObjectName(QStringLiteral("chart:") + QString::fromStdString(series));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 10, 10);
    layout->setSpacing(2);
    m_title = new QPushButton(this);
    m_title->setObjectName(QStringLiteral("title"));
    m_title->setProperty("role", "title");
    m_title->setFont(fontOf(14.5, QFont::DemiBold));
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_title->setCursor(Qt::PointingHandCursor);
    m_subtitle = new ElidedLabel(this);
    m_subtitle->setFont(fontOf(12));
    m_subtitle->setProperty("role", "muted");
    m_view = new ChartView(this);
    m_strip = new BindingStrip(this);
    m_footer = new QLabel(this);
    m_footer->setFont(fontOf(11));
    m_footer->setProperty("role", "faint");
    m_footer->setWordWrap(true);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_strip);
    layout->addWidget(m_footer);
    buildMenu();
    buildActions();
    connect(&board, &Board::changed, this, &ChartCard::refresh);
    connect(m_view, &ChartView::yearsChanged, m_strip, &BindingStrip::setYears);
    refresh();
}

/// All series by sector.
void ChartCard::buildMenu()
{
    auto* menu = new QMenu(m_title);
    std::map<QString, QMenu*> sectors;
    for (const auto& series : m_board.catalogue().series) {
        if (series.kind == SeriesKind::Category)
            continue;
        auto*& sector = sectors[QString::fromStdString(series.sector)];
        if (!sector)
            sector = menu->addMenu(QString::fromStdString(series.sector));
        sector->addAction(QString::fromStdString(series.name), this, [this, id = series.id] {
            setSeries(id);
            emit seriesChosen();
        })
            ->setToolTip(QString::fromStdString(series.description));
        sector->setToolTipsVisible(true);
    }
    m_title->setMenu(menu);
}

/// What a right click offers.
void ChartCard::buildActions()
{
    setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto add = [this](const QString& name, const QString& words) {
        auto* action = new QAction(words, this);
        action->setObjectName(name);
        addAction(action);
        return action;
    };
    auto* logarithmic = add(QStringLiteral("logarithmic"), tr("Logarithmic axis"));
    logarithmic->setCheckable(true);
    connect(logarithmic, &QAction::toggled, m_view, &ChartView::setLogarithmic);
    connect(add(QStringLiteral("ownWindow"), tr("Open in its own window")), &QAction::triggered, this, &ChartCard::openOwnWindow);
}

/// A second view of the same series; it follows the board as this one does.
void ChartCard::openOwnWindow()
{
    auto* window = new ChartCard(m_board, m_series, m_companions, m_withStrip, this);
    window->setWindowFlag(Qt::Window);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->setWindowTitle(m_wholeTitle);
    window->setYear(m_year);
    window->resize(900, 560);
    window->show();
}

QString ChartCard::title() const { return m_wholeTitle; }

void ChartCard::setSeries(const std::string& series, std::vector<std::string> companions, bool withStrip)
{
    m_spread.reset(); // the band on screen is that of another series
    m_series = series;
    m_companions = std::move(companions);
    m_withStrip = withStrip;
    refresh();
}

void ChartCard::setSpread(const std::optional<SeriesSpread>& spread)
{
    m_spread = spread;
    refresh();
}

void ChartCard::setYear(int year)
{
    m_year = year;
    refresh();
}

void ChartCard::refresh()
{
    auto content = chartContent(m_board, m_series, m_companions, m_withStrip, m_year);
    if (m_spread) {
        content.band = chartBand(m_board.catalogue().series[*m_board.catalogue().findSeries(m_series)], *m_spread);
        content.footer += tr(" · 1 run in 10 ends above the band, 1 in 10 below");
    }
    m_wholeTitle = content.title;
    m_shortTitle = content.shortTitle;
    fitTitle();
    m_title->setToolTip(tr("%1\nChoose another series").arg(content.title));
    m_subtitle->setText(content.subtitle);
    m_footer->setText(content.footer);
    m_strip->setVisible(content.binding.has_value());
    if (content.binding)
        m_strip->setCodes(*content.binding);
    m_view->setContent(content, m_board.isMoving() || m_board.isReplaying());
    alignStrip();
}

/// The whole finding where it fits, else without the year, else cut.
void ChartCard::fitTitle()
{
    const int room = std::max(120, width() - 52);
    const auto metrics = m_title->fontMetrics();
    const auto title = metrics.horizontalAdvance(m_wholeTitle) <= room ? m_wholeTitle : metrics.elidedText(m_shortTitle, Qt::ElideRight, room);
    m_title->setText(title + QStringLiteral("  \u25be"));
}

void ChartCard::alignStrip() { m_strip->setPlot(m_view->plotLeft(), m_view->plotRight()); }

void ChartCard::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fitTitle();
    QTimer::singleShot(0, this, &ChartCard::alignStrip); // the plot lays itself out first
}

} // namespace chokepoint::ui
