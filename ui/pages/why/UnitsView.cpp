// A chart for each of the three inputs, all of the same series; four runs of the model, so nothing has to be waited for.
#include "pages/why/UnitsView.h"

#include "api/Sensitivity.h"
#include "charts/AreaView.h"
#include "api/DecisionWords.h"
#include "look/Theme.h"
#include "api/WhyWords.h"
#include "api/Words.h"
#include "parts/Text.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {
namespace {

constexpr int chartHeight = 168;

} // namespace

UnitsView::UnitsView(Board& board, Focus& focus, QWidget* parent) : WhyView(board, focus, parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    m_finding = addText(layout, QStringLiteral("finding"));
    for (std::size_t i = 0; i < m_charts.size(); ++i) {
        auto* card = addCard(layout, {});
        m_titles[i] = addText(card, QStringLiteral("unit:%1").arg(i));
        m_titles[i]->setFont(fontOf(13, QFont::DemiBold));
        m_charts[i] = new AreaView(m_board.language(), this);
        m_charts[i]->setFixedHeight(chartHeight);
        card->addWidget(m_charts[i]);
    }
    m_note = addText(layout, QStringLiteral("method"), "faint");
    m_note->setFont(fontOf(11));
    layout->addStretch(1);
}

AreaContent UnitsView::courseOf(const UnitWorth& worth, double scale) const
{
    AreaContent content;
    content.parts << AreaPart{tr("added"), {}};
    for (int q = 0; q < quarterCount; ++q) {
        content.x << (series().kind == SeriesKind::Stock ? Quarter{q}.end() : Quarter{q}.middle());
        content.total << worth.added[static_cast<std::size_t>(q)] * scale;
    }
    content.parts[0].y = content.total;
    content.mark = m_focus.quarter().end();
    return content;
}

void UnitsView::renew()
{
    const auto since = m_board.start();
    const auto at = m_board.said(m_focus.quarter()), from = m_board.said(since);
    m_worths = unitWorthsOf(m_board.engine(), startingAt(m_board.scenario(), since), since, m_focus.series());
    std::vector<double> largest; // of each, without regard to the sign
    for (const auto& worth : m_worths)
        largest.push_back(std::fabs(*std::ranges::max_element(worth.added, {}, [](double x) { return std::fabs(x); })));
    auto least = largest; // one unit for all, in which the smallest that acts can be read
    std::erase(least, 0.0);
    const auto display = words::unitOfChange(series(), least.empty() ? 0 : std::ranges::min(least));
    QStringList said;
    for (std::size_t i = 0; i < m_worths.size(); ++i) {
        const auto& worth = m_worths[i];
        const bool acts = largest[i] > 0;
        const auto now = m_board.said(words::signedNumber(worth.added[quarterIndex()] * display.scale)) + QLatin1Char(' ')
                       + m_board.said(display.name());
        const auto what = tr("One more %1 from %2 on").arg(m_board.said(words::unitOfInput(worth.input)), from);
        m_titles[i]->setText(
            acts ? tr("%1: %2 in %3").arg(what, now, at)
                 : tr("%1 changes nothing in any quarter: another input binds, or it has no way into %2.").arg(what, text(series().name)));
        m_charts[i]->setVisible(acts);
        m_charts[i]->setContent(courseOf(worth, display.scale));
        if (acts)
            said << tr("%1 from a %2").arg(now, m_board.said(words::unitOfInput(worth.input)));
    }
    m_finding->setText(
        said.isEmpty()
            ? tr("One more unit of HBM, dies or packaging changes nothing of %1.").arg(text(series().name))
            : tr("What one more unit a year would add to %1 in %2: %3.").arg(text(series().name), at, said.join(QStringLiteral(", "))));
    m_note->setText(tr("The run of the scenario again with one more unit a year from %1 on, less the run without; central inputs. The "
                       "input that binds is worth most; "
                       "where another one binds, more of it only waits.")
                        .arg(from));
}

} // namespace chokepoint::ui
