// Bars of inputs, the weightiest first.
#include "TornadoView.h"

#include "Bars.h"
#include "JobLine.h"
#include "Look.h"
#include "Segments.h"
#include "WhyWords.h"
#include "Words.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace chokepoint::ui {
namespace {

constexpr std::size_t mostBars = 18;
constexpr std::size_t basePoints = 512;

QString text(const std::string& value) { return QString::fromStdString(value); }

} // namespace

TornadoView::TornadoView(Board& board, Focus& focus, QWidget* parent) : WhyView(board, focus, parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    m_finding = addText(layout, QStringLiteral("finding"));
    auto* card = addCard(layout, tr("Each input at its low and its high end, all others central"));
    m_of = new Segments({tr("the change that policy makes"), tr("the value itself")}, this);
    m_of->setObjectName(QStringLiteral("tornadoOf"));
    m_of->setAccessibleName(tr("What the bars are of"));
    m_of->setMaximumWidth(440);
    card->addWidget(m_of);
    m_bars = new Bars(this);
    m_bars->setObjectName(QStringLiteral("tornado"));
    card->addWidget(m_bars);
    m_note = addText(card, QStringLiteral("method"), "faint");
    m_note->setFont(fontOf(11));
    card->addWidget(new JobLine(m_job, tr("Runs at the ends of the ranges"), this));
    layout->addStretch(1);
    connect(m_of, &Segments::chosen, this, &TornadoView::draw);
    connect(m_bars, &Bars::rowClicked, this, [this](const QString& key) { emit inputAsked(key.toULongLong()); });
}

void TornadoView::renew()
{
    m_job.start([this, &engine = m_board.engine(), scenario = m_board.scenario(), baseline = m_board.baseline(), start = m_board.start(),
                 series = m_focus.series()](const Job::Desk& desk) {
        const auto tornado = engine.tornado(scenario, baseline, start, series, desk.work);
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
    const auto q = quarterIndex();
    const auto display = words::displayUnit(series());
    const bool isChange = m_of->current() == 0 && !m_board.scenario().changes.empty();
    const double central = (isChange ? m_tornado.centralDifference : m_tornado.central)[q] * display.scale;
    struct Ends {
        std::size_t parameter;
        double low, high;
    };
    std::vector<Ends> ends;
    for (const auto& bar : m_tornado.bars)
        ends.push_back({bar.parameter, (isChange ? bar.lowDifference : bar.low)[q] * display.scale, (isChange ? bar.highDifference : bar.high)[q] * display.scale});
    std::ranges::stable_sort(ends, std::greater{}, [&](const Ends& e) { return std::max(std::fabs(e.low - central), std::fabs(e.high - central)); });
    std::erase_if(ends, [&](const Ends& e) { return e.low == central && e.high == central; });
    const auto said = [&](double value) { return text(isChange ? words::signedNumber(value) : words::number(value)); };
    BarsContent content;
    content.mark = central;
    content.markWords = tr("central %1").arg(said(central));
    content.axis = isChange ? tr("change against the baseline, %1").arg(text(display.unit)) : text(display.unit);
    for (std::size_t i = 0; i < ends.size() && i < mostBars; ++i) {
        const auto& p = catalogue.parameters[ends[i].parameter];
        QVector<BarPiece> pieces{{central, ends[i].low, BarPiece::Colour::Fall}, {central, ends[i].high, BarPiece::Colour::Rise}};
        if (std::fabs(ends[i].low - central) < std::fabs(ends[i].high - central))
            std::swap(pieces[0], pieces[1]); // the shorter one lies above, for both may be on one side
        content.rows << BarRow{QString::number(ends[i].parameter), text(p.description), text(p.grade), pieces, {},
                               tr("%1 to %2").arg(said(ends[i].low), said(ends[i].high)),
                               tr("at %1: %2; at %3: %4 %5").arg(text(words::exactNumber(p.low)), said(ends[i].low), text(words::exactNumber(p.high)), said(ends[i].high), text(words::parameterUnit(p))).trimmed(), false};
    }
    m_bars->setContent(content);
    m_finding->setText(ends.empty() ? tr("No input moves this in %1.").arg(text(words::quarter(m_focus.quarter())))
                                    : tr("%1 in %2 rests most on one input: %3 (grade %4).")
                                          .arg(isChange ? tr("What policy does to %1").arg(text(series().name)) : text(series().name), text(words::quarter(m_focus.quarter())),
                                               text(catalogue.parameters[ends[0].parameter].description), text(catalogue.parameters[ends[0].parameter].grade)));
    m_note->setText(tr("Orange: the input at its low end. Blue: at its high end. %1 of %2 inputs have an effect. Click an input to read its source or to assume something else.")
                        .arg(ends.size()).arg(m_tornado.bars.size()));
}

IndicesView::IndicesView(Board& board, Focus& focus, QWidget* parent) : WhyView(board, focus, parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    m_finding = addText(layout, QStringLiteral("finding"));
    auto* card = addCard(layout, tr("Share of the variance that each input explains"));
    m_start = new QPushButton(tr("Compute"), this);
    m_start->setObjectName(QStringLiteral("computeIndices"));
    m_start->setProperty("role", "chip");
    m_start->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    card->addWidget(m_start);
    card->addWidget(new JobLine(m_job, tr("Varying all inputs at once"), this));
    m_bars = new Bars(this);
    m_bars->setObjectName(QStringLiteral("indices"));
    card->addWidget(m_bars);
    m_note = addText(card, QStringLiteral("method"), "faint");
    m_note->setFont(fontOf(11));
    layout->addStretch(1);
    connect(m_start, &QPushButton::clicked, this, &IndicesView::compute);
    connect(m_bars, &Bars::rowClicked, this, [this](const QString& key) { emit inputAsked(key.toULongLong()); });
}

/// Too much work to start by itself.
void IndicesView::renew()
{
    m_job.cancel();
    m_bars->setContent({});
    m_start->show();
    m_finding->setText(tr("Sobol indices vary all inputs at once and say which of them the uncertainty of %1 in %2 comes from. This takes some hundred thousand runs.")
                           .arg(text(series().name), text(words::quarter(m_focus.quarter()))));
    m_note->clear();
}

void IndicesView::compute()
{
    m_start->hide();
    Question question;
    question.scenario = m_board.scenario();
    question.baseline = m_board.baseline();
    question.start = m_board.start();
    question.at = m_focus.quarter();
    question.series = m_focus.series();
    question.contrast = Contrast::Value;
    m_job.start([this, &engine = m_board.engine(), question](const Job::Desk& desk) {
        IndicesRequest request;
        request.points = basePoints;
        request.work = desk.work;
        request.onPartial = [&](const Indices& indices) { desk.deliver([this, indices] { draw(indices); }); };
        const auto indices = engine.indices(question, request);
        if (indices.isComplete)
            request.onPartial(indices);
    });
}

void IndicesView::draw(const Indices& indices)
{
    if (indices.indices.empty())
        return;
    const auto& catalogue = m_board.catalogue();
    const auto& all = indices.indices.front();
    std::vector<std::size_t> order(all.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) { return all[i].total; });
    BarsContent content;
    content.axis = tr("per cent of the variance");
    for (std::size_t rank = 0; rank < order.size() && rank < mostBars; ++rank) {
        const auto& index = all[order[rank]];
        const auto& p = catalogue.parameters[indices.parameters[order[rank]]];
        content.rows << BarRow{QString::number(indices.parameters[order[rank]]), text(p.description), text(p.grade),
                               {{0, std::max(0.0, index.total) * 100, BarPiece::Colour::Accent, true}, {0, std::max(0.0, index.first) * 100, BarPiece::Colour::Accent}},
                               std::pair(std::max(0.0, index.totalLow) * 100, index.totalHigh * 100),
                               tr("%1\u202f% in all").arg(text(words::number(std::max(0.0, index.total) * 100))),
                               tr("alone %1 %, with all others %2 %; 95 % interval %3 to %4 %").arg(text(words::number(index.first * 100)), text(words::number(index.total * 100)), text(words::number(index.totalLow * 100)), text(words::number(index.totalHigh * 100))), false};
    }
    m_bars->setContent(content);
    if (!order.empty()) {
        const auto& p = catalogue.parameters[indices.parameters[order[0]]];
        m_finding->setText(tr("Most of the uncertainty of %1 in %2 comes from: %3 (grade %4).").arg(text(series().name), text(words::quarter(m_focus.quarter())), text(p.description), text(p.grade)));
    }
    m_note->setText(tr("Full: explained by the input alone. Hatched: together with others. Lines: 95 % bootstrap interval of the whole bar. %1 base points%2. "
                       "Inputs are varied independently of each other.")
                        .arg(indices.points).arg(indices.isComplete ? QString() : tr(", more on the way")));
}

} // namespace chokepoint::ui
