// Paints the chain from people to drugs, step by step.
#include "pages/flows/DrugChainView.h"

#include "api/TalentWords.h"
#include "pages/flows/TimePlot.h"
#include "parts/TableAction.h"
#include "parts/Text.h"
#include "parts/WrappedLabel.h"

#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace chokepoint::ui {
namespace {

constexpr double padding = 14, headHeight = 50, stepHead = 60;

double highestOf(const SeriesValues& a, const SeriesValues& b)
{
    return std::max(*std::ranges::max_element(a), *std::ranges::max_element(b));
}

} // namespace

DrugChainView::DrugChainView(const Catalogue& catalogue, const Language& language, QWidget* parent)
    : QWidget(parent),
      m_catalogue(catalogue),
      m_language(language),
      m_table(new TableAction(*this, language, [this] { return table(); })),
      m_told(wrappedLabel(this, QStringLiteral("drugTold"))),
      m_weak(wrappedLabel(this, QStringLiteral("drugWeak"), "muted")),
      m_link(new QPushButton(tr("Put it to the test"), this))
{
    setObjectName(QStringLiteral("drugChain"));
    m_told->setFont(fontOf(12));
    m_weak->setFont(fontOf(12));
    m_weak->setText(text(words::drugChainWeak(catalogue), language));
    m_link->setObjectName(QStringLiteral("drugTest"));
    m_link->setProperty("role", "link");
    m_link->setCursor(Qt::PointingHandCursor);
    connect(m_link, &QPushButton::clicked, this, &DrugChainView::testAsked);
}

void DrugChainView::setRuns(const TalentRun& run, const TalentRun& baseline, int year, const QString& nameOfBaseline)
{
    m_run = run;
    m_baseline = baseline;
    m_year = year;
    m_title = text(words::drugChainTitle(run, baseline, year), m_language);
    m_subtitle = text(words::drugChainSubtitle(m_catalogue, nameOfBaseline.toStdString(), year), m_language);
    m_told->setText(text(words::drugChainTold(m_catalogue, run.chainIn(year), baseline.chainIn(year), year), m_language));
    setAccessibleName(m_title);
    m_table->renew();
    lay();
    update();
}

/// Each step by quarter, as it is drawn, and in the baseline.
FigureTable DrugChainView::table() const
{
    const auto drawn = steps();
    QStringList names;
    for (const auto& step : drawn) {
        const auto name = text(step.name, m_language);
        names << name << tr("%1, baseline").arg(name);
    }
    return tableByQuarter(m_title, m_subtitle, names, m_language, [&](std::size_t quarter, std::size_t column) {
        const auto& step = drawn[column / 2];
        return (*(column % 2 == 0 ? step.values : step.reference))[quarter] * step.scale;
    });
}

QWidget* DrugChainView::linkWidget() const { return m_link; }

void DrugChainView::setBand(const std::optional<std::array<Spread, quarterCount>>& spread)
{
    m_spread = spread;
    update();
}

double DrugChainView::between() const { return width() < twoRows && height() <= oneRow ? 66 : 74; }

double DrugChainView::toldWidth() const { return width() < twoRows && height() <= oneRow ? 212 : 250; }

/// Where the steps lie: side by side, or two and two, the second row with what is told.
std::array<QRectF, 4> DrugChainView::rooms() const
{
    const bool areTwoRows = width() < twoRows && height() > oneRow;
    const double rowHeight = areTwoRows ? (height() - headHeight - 8) / 2 : height() - headHeight - 8;
    const double right = areTwoRows ? width() - padding : width() - padding - toldWidth();
    const double wide = areTwoRows ? (width() - 2 * padding - toldWidth() - 2 * between()) / 2 : (right - padding - 3 * between() - 20) / 4;
    std::array<QRectF, 4> rooms;
    for (std::size_t i = 0; i < rooms.size(); ++i) {
        const auto column = static_cast<double>(areTwoRows ? i % 2 : i), row = static_cast<double>(areTwoRows ? i / 2 : 0);
        rooms[i] = QRectF(padding + column * (wide + between()), headHeight + row * rowHeight, wide, rowHeight);
    }
    return rooms;
}

QRectF DrugChainView::toldRoom() const
{
    return QRectF(width() - padding - toldWidth(), headHeight, toldWidth(), height() - headHeight - 10);
}

std::vector<DrugChainView::Step> DrugChainView::steps() const
{
    const auto &now = m_run.chainIn(m_year), &before = m_baseline.chainIn(m_year);
    const auto room = rooms();
    const auto change = [&](double DrugChain::*part) { return words::factorChange(now.*part, before.*part); };
    return {{Message("talent.step_workforce"), Message("talent.step_workforce_unit"), change(&DrugChain::workforce), &m_run.workforce,
             &m_baseline.workforce, 100, &Tokens::orange, room[0]},
            {Message("talent.step_researchers"), Message("talent.step_researchers_unit"), change(&DrugChain::researchers),
             &m_run.researchers, &m_baseline.researchers, 1, &Tokens::orange, room[1]},
            {Message("talent.step_starts"), Message("talent.step_starts_unit"), change(&DrugChain::starts), &m_run.starts,
             &m_baseline.starts, 1, &Tokens::sky, room[2]},
            {Message("talent.step_entries"), Message("talent.step_entries_unit"), change(&DrugChain::entries), &m_run.entries,
             &m_baseline.entries, 1, &Tokens::sky, room[3]}};
}

void DrugChainView::paintStep(QPainter& painter, const Step& step, bool hasBand) const
{
    const auto& t = tokensOf(*this);
    const auto line = [&](const MessageValue& words, double top, double pixels, QFont::Weight weight, const QColor& colour) {
        painter.setFont(fontOf(pixels, weight));
        painter.setPen(colour);
        painter.drawText(QRectF(step.room.left(), step.room.top() + top, step.room.width() + between() / 2, pixels + 6),
                         Qt::AlignLeft | Qt::AlignVCenter, text(words, m_language));
    };
    const bool isSame = step.change == words::factorChange(1, 1);
    line(step.name, 0, 12, QFont::DemiBold, t.text);
    line(step.change, 16, isSame ? 12.5 : 16, isSame ? QFont::Normal : QFont::DemiBold, isSame ? t.muted : t.accent);
    line(step.unit, 36, 10.5, QFont::Normal, t.muted);
    SeriesValues values = *step.values, reference = *step.reference;
    for (std::size_t q = 0; q < values.size(); ++q) {
        values[q] *= step.scale;
        reference[q] *= step.scale;
    }
    double high = highestOf(values, reference);
    if (hasBand)
        high = std::max(high, (*m_spread)[static_cast<std::size_t>(quarterCount - 1)].quantiles[quantilePlace(0.9)]);
    const TimePlot plot(step.room.adjusted(0, stepHead - 14, 0, -2), 0, high, 2);
    plot.drawAxes(painter, t, m_language);
    if (hasBand)
        plot.drawBand(painter, *m_spread, 1, mixed(t.*step.hue, t.card, 0.28));
    plot.drawYear(painter, t, m_year);
    if (!isSame)
        plot.drawLine(painter, reference, QPen(t.muted, 1.1, Qt::DashLine));
    plot.drawLine(painter, values, QPen(t.*step.hue, 1.8));
}

/// What leads from one step to the next.
void DrugChainView::paintBetween(QPainter& painter) const
{
    const auto& t = tokensOf(*this);
    const auto room = rooms();
    const auto word = [&](const QRectF& place, const Message& words, double pixels, QFont::Weight weight, const QColor& colour) {
        painter.setFont(fontOf(pixels, weight));
        painter.setPen(colour);
        painter.drawText(place, Qt::AlignHCenter | Qt::AlignVCenter | Qt::TextWordWrap, text(words, m_language));
    };
    const auto gapAfter = [&](std::size_t step) { return QRectF(room[step].right() + 2, room[step].center().y() - 6, between() - 4, 30); };
    const auto arrow = [&](const QRectF& gap) {
        const QPointF tip(gap.right() - 12, gap.bottom() + 20);
        painter.setPen(QPen(t.muted, 1));
        painter.drawLine(QPointF(gap.left() + 12, tip.y()), tip);
        painter.drawPolyline(QPolygonF{tip + QPointF(-5, -4), tip, tip + QPointF(-5, 4)});
    };
    const auto power = [&](const QRectF& gap) {
        word(gap.adjusted(-4, -14, 4, -14), words::drugPower(m_catalogue), 11.5, QFont::DemiBold, t.text);
        word(gap.adjusted(-4, 10, 4, 6), words::drugPowerRange(m_catalogue), 10.5, QFont::Normal, t.muted);
        arrow(gap);
    };
    word(gapAfter(0), Message("talent.times"), 15, QFont::DemiBold, t.text);
    power(gapAfter(1));
    const auto last = gapAfter(2);
    word(last.adjusted(-4, -16, 4, -14), words::drugLag(m_catalogue), 11.5, QFont::DemiBold, t.text);
    word(last.adjusted(-4, 10, 4, 6), words::drugLagRange(m_catalogue), 10.5, QFont::Normal, t.muted);
    arrow(last);
    const auto &now = m_run.chainIn(m_year), &before = m_baseline.chainIn(m_year);
    const auto change = words::factorChange(now.compute, before.compute);
    if (change != words::factorChange(1, 1))
        word(QRectF(gapAfter(1).left() - 4, gapAfter(1).bottom() + 26, between() + 4, 46),
             Message("talent.with_compute", {{"change", change}}), 10.5, QFont::Normal, t.muted);
}

QStringList DrugChainView::paintedTexts() const
{
    if (m_run.years.empty())
        return {};
    QStringList texts{m_title, m_subtitle};
    for (const auto& step : steps())
        texts << text(step.name, m_language) << text(step.change, m_language) << text(step.unit, m_language);
    for (const auto& words :
         {words::drugPower(m_catalogue), words::drugPowerRange(m_catalogue), words::drugLag(m_catalogue), words::drugLagRange(m_catalogue)})
        texts << text(words, m_language);
    return texts;
}

void DrugChainView::paintEvent(QPaintEvent*)
{
    const auto& t = tokensOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.line, 1));
    painter.setBrush(t.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    if (m_run.years.empty())
        return;
    painter.setFont(fontOf(13, QFont::DemiBold));
    painter.setPen(t.text);
    const double room = width() - 2 * padding;
    painter.drawText(QRectF(padding, 8, room, 18), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(painter.font()).elidedText(m_title, Qt::ElideRight, room));
    painter.setFont(fontOf(11));
    painter.setPen(t.muted);
    painter.drawText(QRectF(padding, 26, room, 16), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(painter.font()).elidedText(m_subtitle, Qt::ElideRight, room));
    const auto all = steps();
    for (std::size_t i = 0; i < all.size(); ++i)
        paintStep(painter, all[i], i + 1 == all.size() && m_spread);
    paintBetween(painter);
}

void DrugChainView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    lay();
}

void DrugChainView::lay()
{
    const auto room = toldRoom().toRect();
    const int toldTall = m_told->heightForWidth(room.width()), weakTall = m_weak->heightForWidth(room.width());
    m_told->setGeometry(room.left(), room.top(), room.width(), toldTall);
    m_weak->setGeometry(room.left(), room.top() + toldTall + 8, room.width(), weakTall);
    m_link->setGeometry(room.left(), room.top() + toldTall + weakTall + 12, m_link->sizeHint().width(), m_link->sizeHint().height());
}

} // namespace chokepoint::ui
