// Computes the indices on demand, shows them as bars of one year or quarter and as a heat map over the years.
#include "pages/why/IndicesView.h"

#include "api/Catalogue.h"
#include "api/InputWords.h"
#include "api/NumberWords.h"
#include "api/Sensitivity.h"
#include "api/TimeWords.h"
#include "parts/Bars.h"
#include "pages/why/HeatMap.h"
#include "parts/JobLine.h"
#include "look/Theme.h"
#include "parts/Text.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace chokepoint::ui {
namespace {

/// The bar of one input; the intervals come with the last points.
BarRow indexRow(const Board& board, const Parameter& parameter, const QString& key, const SobolIndex& index, bool hasIntervals)
{
    const auto percent = [](double share) { return std::max(0.0, share) * 100; };
    const auto said = [&](double share) { return board.said(words::percent(share)); };
    BarRow row{key,
               text(parameter.description),
               {},
               {{0, percent(index.total), BarPiece::Colour::Accent, true}, {0, percent(index.first), BarPiece::Colour::Accent}},
               {},
               said(std::max(0.0, index.total)),
               IndicesView::tr("Alone %1, jointly with others %2.").arg(said(index.first), said(index.total)),
               false,
               {},
               board.said(words::inputEvidence(parameter)),
               board.said(words::inputEvidence(parameter, false))};
    if (!hasIntervals)
        return row;
    row.interval = std::pair(percent(index.totalLow), percent(index.totalHigh));
    row.innerInterval = std::pair(percent(index.firstLow), percent(index.firstHigh));
    const auto intervals = IndicesView::tr("95% intervals: alone %1 to %2, jointly with others %3 to %4.")
                               .arg(said(index.firstLow), said(index.firstHigh), said(index.totalLow), said(index.totalHigh));
    row.tip = QStringList{row.tip, intervals}.join(QLatin1Char('\n'));
    return row;
}

constexpr std::size_t mostIndices = 18, basePoints = 1024;
constexpr qsizetype mostHeatRows = 16;
constexpr int firstHeatYear = 2025;

} // namespace

IndicesView::IndicesView(Board& board, Focus& focus, QWidget* parent) : WhyView(board, focus, parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    m_finding = addText(layout, QStringLiteral("finding"));
    auto* card = addCard(layout, tr("Share of the uncertainty that each input explains"));
    m_start = new QPushButton(tr("Compute"), this);
    m_start->setObjectName(QStringLiteral("computeIndices"));
    m_start->setProperty("role", "chip");
    m_start->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    card->addWidget(m_start);
    auto* legend = addText(card, QStringLiteral("key"), "muted");
    legend->setFont(fontOf(12));
    legend->setText(tr("Solid: the input alone. Hatched: jointly with others. Inputs vary independently."));
    m_bars = new Bars(m_board.language(), this);
    m_bars->setAccessibleName(tr("Shares of the spread, by input"));
    m_bars->setObjectName(QStringLiteral("indices"));
    card->addWidget(m_bars);
    m_note = addText(card, QStringLiteral("method"), "faint");
    m_note->setFont(fontOf(11));
    card->addWidget(new JobLine(m_job, m_board.language(), tr("Varying all inputs at once"), this));
    m_over = new QWidget(this);
    auto* over = new QVBoxLayout(m_over);
    over->setContentsMargins(0, 0, 0, 0);
    auto* years = addCard(over, tr("The same over the years: % of the uncertainty, jointly with others"));
    m_heat = new HeatMap(m_board.language(), this);
    m_heat->setObjectName(QStringLiteral("heat"));
    years->addWidget(m_heat);
    m_over->hide();
    layout->addWidget(m_over);
    layout->addStretch(1);
    connect(m_heat, &HeatMap::rowClicked, this, [this](const QString& key) { emit inputAsked(key.toULongLong()); });
    connect(m_start, &QPushButton::clicked, this, &IndicesView::compute);
    connect(&m_job, &Job::changed, this, [this] { m_start->setVisible(!m_job.isRunning() && !m_isComplete); });
    connect(m_bars, &Bars::rowClicked, this, [this](const QString& key) { emit inputAsked(key.toULongLong()); });
}

/// Too much work to start by itself.
void IndicesView::renew()
{
    m_job.cancel();
    m_bars->setContent({});
    m_bars->hide();
    m_over->hide();
    m_isComplete = false;
    m_start->show();
    m_finding->setText(tr("Varies all inputs at once to find which of them make %1 uncertain in %2. Takes some hundred "
                          "thousand runs, in seconds.")
                           .arg(text(series().noun), toldTime()));
    m_note->clear();
}

void IndicesView::compute()
{
    m_isComplete = false;
    Question question;
    question.scenario = m_board.played();
    question.baseline = m_board.baseline();
    question.at = m_focus.period();
    question.series = m_focus.series();
    question.contrast = Contrast::Value;
    m_job.start([this, &engine = m_board.engine(), question](const Job::Delivery& desk) {
        IndicesRequest request;
        request.points = basePoints;
        request.periods = {question.at}; // the bars; then the years of the heat map
        for (int year = firstHeatYear; year <= lastYear; ++year)
            request.periods.push_back(Period::ofYear(year));
        request.work = desk.work;
        request.onPartial = [&](const Indices& indices) { desk.deliver([this, indices] { draw(indices); }); };
        const auto indices = indicesOf(engine, question, request);
        if (indices.isComplete)
            request.onPartial(indices);
    });
}

void IndicesView::draw(const Indices& indices)
{
    if (indices.indices.empty())
        return;
    m_isComplete = indices.isComplete;
    const auto& catalogue = m_board.catalogue();
    const auto& all = indices.indices.front();
    std::vector<std::size_t> order(all.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) { return all[i].total; });
    BarsContent content;
    content.axis = tr("% of the uncertainty");
    for (std::size_t rank = 0; rank < order.size() && rank < mostIndices; ++rank) {
        const auto& index = all[order[rank]];
        const auto& p = catalogue.parameters[indices.parameters[order[rank]]];
        content.rows << indexRow(m_board, p, QString::number(indices.parameters[order[rank]]), index, indices.isComplete);
    }
    m_bars->setContent(content);
    m_bars->show();
    drawYears(indices);
    if (!order.empty()) {
        const auto& p = catalogue.parameters[indices.parameters[order[0]]];
        m_finding->setText(m_board.said(Message("indices.finding", {{"part", all[order[0]].total > 0.5 ? "most" : "largest"},
                                                                    {"series", series().noun},
                                                                    {"at", words::periodName(m_focus.period())},
                                                                    {"input", p.description},
                                                                    {"percent", words::percent(std::max(0.0, all[order[0]].total))},
                                                                    {"evidence", words::inputEvidence(p)}})));
    }
    const auto runs = indices.points * (indices.parameters.size() + 2);
    m_note->setText(m_board.said(indices.isComplete
                                     ? Message("indices.note", {{"points", indices.points}, {"runs", runs}})
                                     : Message("indices.note_on_the_way", {{"points", indices.points}, {"all", basePoints}})));
}

/// The inputs that count most in any of the years, in the order in which they come to count.
void IndicesView::drawYears(const Indices& indices)
{
    const auto& catalogue = m_board.catalogue();
    const auto cell = [&](std::size_t input, std::size_t year) { return std::max(0.0, indices.indices[year + 1][input].total) * 100; };
    const std::size_t years = indices.periods.size() - 1;
    HeatContent content;
    for (std::size_t y = 0; y < years; ++y) {
        content.columns << QString::number(indices.periods[y + 1].year());
        if (indices.periods[y + 1].year() == indices.periods[0].year())
            content.marked = static_cast<int>(y);
    }
    std::vector<std::pair<double, std::size_t>> peaks;
    for (std::size_t i = 0; i < indices.parameters.size(); ++i) {
        double peak = 0;
        for (std::size_t y = 0; y < years; ++y)
            peak = std::max(peak, cell(i, y));
        peaks.emplace_back(peak, i);
    }
    std::ranges::stable_sort(peaks, std::greater{}, [](const auto& p) { return p.first; });
    for (const auto& [peak, input] : peaks) {
        if (content.rows.size() == mostHeatRows || peak < 1)
            break;
        const auto& p = catalogue.parameters[indices.parameters[input]];
        HeatRow row{QString::number(indices.parameters[input]), text(p.description), text(letterOf(p.grade)), {}};
        for (std::size_t y = 0; y < years; ++y)
            row.cells << cell(input, y);
        content.rows << row;
    }
    m_heat->setContent(content);
    m_over->setVisible(!content.rows.isEmpty());
}

} // namespace chokepoint::ui
