// Bars of inputs, the weightiest first.
#include "pages/why/TornadoView.h"

#include "api/Catalogue.h"
#include "api/InputWords.h"
#include "api/NumberWords.h"
#include "api/Sensitivity.h"
#include "api/TimeWords.h"
#include "api/UnitWords.h"
#include "parts/Bars.h"
#include "parts/JobLine.h"
#include "look/Theme.h"
#include "parts/Segments.h"
#include "parts/Text.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {
namespace {

constexpr std::size_t mostBars = 18;

} // namespace

TornadoView::TornadoView(Board& board, Focus& focus, QWidget* parent) : WhyView(board, focus, parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    m_finding = addText(layout, QStringLiteral("finding"));
    auto* card = addCard(layout, tr("One input at a time, from low to high; all others central"));
    m_of = new Segments({tr("Effect of the package"), tr("Value")}, this);
    m_of->setObjectName(QStringLiteral("tornadoOf"));
    m_of->setAccessibleName(tr("What the bars are of"));
    m_of->setMaximumWidth(440);
    card->addWidget(m_of);
    m_note = addText(card, QStringLiteral("method"), "muted"); // the key stands above what it explains
    m_note->setFont(fontOf(12));
    m_bars = new Bars(m_board.language(), this);
    m_bars->setAccessibleName(tr("What the result rests on, by input"));
    m_bars->setObjectName(QStringLiteral("tornado"));
    card->addWidget(m_bars);
    card->addWidget(new JobLine(m_job, m_board.language(), tr("Runs at the ends of the ranges"), this, [this] { renew(); }));
    layout->addStretch(1);
    connect(m_of, &Segments::chosen, this, &TornadoView::draw);
    connect(m_bars, &Bars::rowClicked, this, [this](const QString& key) { emit inputAsked(key.toULongLong()); });
}

/// What was found before goes at once: it belongs to another package, series or time.
void TornadoView::renew()
{
    m_bars->setContent({});
    m_finding->clear();
    m_tornado = {};
    m_job.start([this, &engine = m_board.engine(), scenario = m_board.played(), baseline = m_board.baseline(),
                 series = m_focus.series()](const Job::Delivery& desk) {
        const auto tornado = tornadoOf(engine, scenario, baseline, series, desk.work);
        if (tornado.isComplete)
            desk.deliver([this, tornado] {
                m_tornado = tornado;
                draw();
            });
    });
}

void TornadoView::draw()
{
    const auto& catalogue = m_board.catalogue();
    const auto display = words::displayUnit(series());
    if (!m_tornado.isComplete) // another question, whose answer is on its way
        return;
    const bool hasEffect = m_board.present().series != m_board.reference().series; // else there is none to choose
    m_of->setVisible(hasEffect);
    const bool isChange = m_of->current() == 0 && hasEffect;
    const double central = told(isChange ? m_tornado.centralDifference : m_tornado.central) * display.scale;
    struct Ends {
        std::size_t parameter;
        double low, high;
    };
    std::vector<Ends> ends;
    for (const auto& bar : m_tornado.bars)
        ends.push_back({bar.parameter, told(isChange ? bar.lowDifference : bar.low) * display.scale,
                        told(isChange ? bar.highDifference : bar.high) * display.scale});
    std::ranges::stable_sort(ends, std::greater{},
                             [&](const Ends& e) { return std::max(std::fabs(e.low - central), std::fabs(e.high - central)); });
    std::erase_if(ends, [&](const Ends& e) { return e.low == central && e.high == central; });
    const auto shown = [&](double value) { return isChange ? words::signedNumber(value) : words::number(value); };
    const auto said = [&](double value) { return m_board.said(shown(value)); };
    BarsContent content;
    content.mark = central;
    content.markWords = tr("central %1").arg(said(central));
    content.axis = isChange ? tr("difference from the baseline, %1").arg(m_board.said(words::differenceUnit(series()).name()))
                            : m_board.said(display.name());
    for (std::size_t i = 0; i < ends.size() && i < mostBars; ++i) {
        const auto& p = catalogue.parameters[ends[i].parameter];
        QVector<BarPiece> pieces{{central, ends[i].low, BarPiece::Colour::Fall}, {central, ends[i].high, BarPiece::Colour::Rise}};
        if (std::fabs(ends[i].low - central) < std::fabs(ends[i].high - central))
            std::swap(pieces[0], pieces[1]); // the shorter one lies above, for both may be on one side
        const auto [atLow, atHigh] = words::endsApart(ends[i].low, ends[i].high, isChange);
        const bool isRising = ends[i].low <= ends[i].high; // the lower end stands first
        content.rows << BarRow{QString::number(ends[i].parameter),
                               text(p.description),
                               {},
                               pieces,
                               {},
                               tr("%1 to %2").arg(m_board.said(isRising ? atLow : atHigh), m_board.said(isRising ? atHigh : atLow)),
                               m_board.said(Message("tornado.ends", {{"low", words::withUnit(p, words::exactNumber(p.low))},
                                                                     {"resultAtLow", atLow},
                                                                     {"high", words::withUnit(p, words::exactNumber(p.high))},
                                                                     {"resultAtHigh", atHigh}})),
                               false,
                               {},
                               m_board.said(words::inputEvidence(p)),
                               m_board.said(words::inputEvidence(p, false))};
    }
    m_bars->setContent(content);
    tell(ends.empty() ? nullptr : &catalogue.parameters[ends[0].parameter], isChange);
    m_note->setText(tr("Orange: low end. Blue: high end. %1 of %2 inputs matter. Click one for its source, or to set your own.")
                        .arg(ends.size())
                        .arg(m_tornado.bars.size()));
}

/// Which input the result hangs on most; none when no input moves it.
void TornadoView::tell(const Parameter* most, bool isChange)
{
    if (!most) {
        m_finding->setText(m_board.said(Message("tornado.unmoved", {{"at", words::periodName(m_focus.period())}})));
    } else {
        m_finding->setText(m_board.said(Message("tornado.finding", {{"of", isChange ? "policy" : "value"},
                                                                    {"series", series().noun},
                                                                    {"at", words::periodName(m_focus.period())},
                                                                    {"input", most->description},
                                                                    {"evidence", words::inputEvidence(*most)}})));
    }
}

} // namespace chokepoint::ui
