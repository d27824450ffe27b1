// Puts the figure into the card, and its words into the room that they have.
#include "charts/ChartCard.h"

#include "api/Versions.h"
#include "charts/BindingStrip.h"
#include "charts/ChartView.h"
#include "charts/IdentityTable.h"
#include "charts/TitleButton.h"
#include "look/Theme.h"
#include "parts/DataText.h"
#include "parts/FixedRoom.h"
#include "parts/Segments.h"
#include "parts/TableWindow.h"
#include "parts/Text.h"

#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace chokepoint::ui {
namespace {

constexpr int headSpacing = 4;
constexpr double footerSize = 11;
constexpr std::array smallTitleSizes{13.0, 12.0, 11.0}; ///< the largest in which the name is whole
constexpr int titleEdges = 4; ///< pixels that the button takes beside its words
const QString arrow = QStringLiteral("  \u25be");

/// To measure a text is slow, and most are far shorter than their room.
bool fitsIn(const QFontMetrics& metrics, const QString& words, int width)
{
    return words.size() * metrics.averageCharWidth() * 3 / 2 < width || metrics.horizontalAdvance(words) <= width;
}

/// What people see of the digest of a result; what is still dragged has none.
QString markOf(const Board& board)
{
    constexpr int shown = 8;
    if (board.isMoving() || board.isReplaying())
        return QStringLiteral("…");
    return text(scenarioHash(board.engine(), board.played(), board.assumedBaseline())).left(shown);
}

} // namespace

/// The source line. Its height goes by what the chart is asked to show and never by what the runs say, so that nothing moves when they
/// come in.
QWidget* ChartCard::buildFooter()
{
    m_footer = new QLabel(this);
    m_footer->setObjectName(QStringLiteral("footer"));
    m_footer->setFont(fontOf(footerSize));
    m_footer->setProperty("role", "muted");
    m_footer->setWordWrap(true);
    m_footer->setTextFormat(Qt::PlainText);
    m_footer->setAlignment(Qt::AlignLeft | Qt::AlignBottom);
    m_footerRoom = new FixedRoom(m_footer, QFontMetrics(m_footer->font()).lineSpacing() + 2, this);
    return m_footerRoom;
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
    const auto marked = markOf(m_board);
    const auto mark = tr("mark %1", "by which a result is recognised").arg(marked);
    const auto line = [&](const QString& sources, const QString& bands, bool isMarked) {
        QStringList facts{sources, bands, isMarked && m_place != Place::Small ? mark : QString()};
        facts.removeAll(QString());
        return joined(facts, MessageList::Joint::Dot, m_board.language());
    };
    const auto bands = text(isWindow() ? figure.bandWords : figure.bandNotes); // a page says once how bands are read
    m_footers = {line(text(figure.sources), bands, true),
                 line(text(figure.shortSources), bands, true),
                 line(text(figure.shortSources), bands, false),
                 line({}, bands, true),
                 bands,
                 line({}, {}, true)};
    m_footers.removeAll(QString());
    fitFooter();
    QStringList footerTip{m_footers.front()};
    if (figure.band) {
        const bool isAlone = figure.band->levelLow.empty();
        footerTip << m_board.said(isAlone ? Message("figure.band_runs_explained") : Message("figure.bands_explained"));
    }
    footerTip << tr("Mark %1 stands for scenario, baseline, equations and data: where it is the same, so is the result.").arg(marked);
    footerTip << tr("Click to open the sources of this series");
    m_footer->setToolTip(plainText(footerTip.join(QLatin1Char('\n'))));
    m_stamp->setText(text(figure.stamp));
    m_stamp->setVisible(!figure.stamp.empty());
    const bool isLarge = m_place == Place::Large;
    const bool hasStrip = !figure.binding.empty();
    m_stripTitle->setVisible(isLarge && hasStrip);
    if (auto policy = m_stripBefore->sizePolicy(); policy.retainSizeWhenHidden() != (isLarge && hasStrip)) {
        policy.setRetainSizeWhenHidden(isLarge && hasStrip); // it comes with the first change, and nothing moves
        m_stripBefore->setSizePolicy(policy);
    }
    m_strip->setVisible(hasStrip);
    m_strip->setInputs(figure.binding);
    m_strip->setLabel(isLarge ? text(figure.scenarioLabel) : QString());
    m_stripBefore->setVisible(isLarge && hasStrip && m_board.present().series != m_board.reference().series);
    m_stripBefore->setInputs(figure.bindingBefore);
    m_stripBefore->setLabel(text(figure.baselineLabel));
    m_view->setFigure(figure, m_board.isMoving() || m_board.isReplaying());
    if (m_table && !m_board.isMoving())
        m_table->setContent(tableOf(figure, m_board.language()));
    if (!m_identity->isHidden())
        m_identity->showParts(m_board, series, m_shown.year);
    m_view->setAccessibleName(title());
    m_view->setAccessibleDescription(text(figure.subtitle));
    alignStrip();
}

/// The longest that fits; a chart that is asked for more bands than usual has a second line for them.
void ChartCard::fitFooter()
{
    const bool needsMore = isWindow() || m_shown.withParts || m_shown.withInnerBand || m_shown.withWidestBand;
    const QFontMetrics metrics(m_footer->font());
    const int lines = needsMore ? 2 : 1, height = lines * metrics.lineSpacing() + 2;
    if (m_footerRoom->minimumHeight() != height)
        m_footerRoom->setFixedHeight(height);
    const auto margins = layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right();
    const auto fits = [&](const QString& words) {
        return lines == 1 ? fitsIn(metrics, words, room)
                          : metrics.boundingRect(0, 0, room, 1000, Qt::TextWordWrap, words).height() <= height;
    };
    const auto found = std::ranges::find_if(m_footers, fits);
    m_footer->setText(found != m_footers.end() ? *found : m_footers.isEmpty() ? QString() : m_footers.back());
}

/// The whole finding where it fits, else without the year, else without the unit; else the name alone, and the finding stands in the
/// line below. Nothing is cut.
void ChartCard::fitTitle()
{
    if (m_place == Place::Small)
        return fitSmallTitle();
    const auto metrics = m_title->fontMetrics();
    const auto margins = layout()->contentsMargins();
    int beside = margins.left() + margins.right() + 2 * headSpacing + m_more->sizeHint().width() + metrics.horizontalAdvance(arrow);
    if (!m_viewSwitch->isHidden())
        beside += m_viewSwitch->width() + headSpacing;
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

/// The name, cut only where the chart is narrower than it, below it the change or the value of the year, below that the unit.
void ChartCard::fitSmallTitle()
{
    const auto name = text(m_figure.name);
    const auto margins = layout()->contentsMargins();
    const int more = std::min(m_more->sizeHint().width(), m_more->maximumWidth());
    const int room = width() - margins.left() - margins.right() - headSpacing - more - titleEdges;
    const auto fits = [&](const QFont& font, const QString& words) { return QFontMetrics(font).horizontalAdvance(words) <= room; };
    for (const double size : smallTitleSizes)
        if (const auto font = fontOf(size, QFont::DemiBold); size == smallTitleSizes.back() || fits(font, name)) {
            m_title->setFont(font);
            break;
        }
    const auto words = fits(m_title->font(), name + arrow) ? name + arrow : name;
    const bool isWhole = fits(m_title->font(), words); // eliding measures in parts of a pixel, and would cut what fits
    static_cast<TitleButton*>(m_title)->setTitle(
        isWhole ? words : QFontMetrics(m_title->font()).elidedText(words, Qt::ElideRight, room));
    m_title->setAccessibleName(name); // whole, as in the tooltip
    m_change->setText(text(m_figure.told ? m_figure.told->words : m_figure.narrowSubtitle));
    if (setStyled(*m_change, "role", QLatin1String(m_figure.told && m_shown.certainty != Certainty::Unclear ? "accent" : "muted")))
        m_change->setFont(fontOf(12, QFont::DemiBold));
    m_subtitle->setText(text(m_figure.unit));
}

} // namespace chokepoint::ui
