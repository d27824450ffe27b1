// Gathers what a chart shows from the board.
#include "charts/ChartContent.h"

#include "api/Catalogue.h"
#include "api/Decomposition.h"
#include "api/Ensemble.h"
#include "api/Findings.h"
#include "api/Projection.h"
#include "api/ScenarioWords.h"
#include "api/Telling.h"
#include "api/UnitWords.h"
#include "parts/Text.h"

#include <QCoreApplication>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {
namespace {

struct ChartWords {
    Q_DECLARE_TR_FUNCTIONS(ChartWords)
};

/// Stocks stand at the end of their quarter, everything else at its middle.
double timeOf(const Series& series, Quarter quarter) { return series.kind == SeriesKind::Stock ? quarter.end() : quarter.middle(); }

ChartLine lineOf(const Board& board, std::size_t row, const Projection& run, ChartLine::Manner manner, const QString& label)
{
    return chartLine(board.catalogue().series[row], run.series[row], manner, label);
}

QVector<ChartPoint> pointsOf(const Board& board, const Series& series)
{
    const double scale = words::displayUnit(series).scale;
    QVector<ChartPoint> points;
    for (const auto& o : board.catalogue().observations) {
        if (o.series != series.id)
            continue;
        const auto scaled = [&](const std::optional<double>& x) { return x ? std::optional(*x * scale) : std::nullopt; };
        const auto source = board.catalogue().findSource(o.source);
        const auto who = source ? board.catalogue().sources[*source].authors : o.source;
        points << ChartPoint{o.time, o.value * scale, scaled(o.low), scaled(o.high), o.isExpectation,
                             o.note.empty() ? ChartWords::tr("%1, grade %2").arg(text(who), text(letterOf(o.grade)))
                                            : ChartWords::tr("%1, grade %2: %3").arg(text(who), text(letterOf(o.grade)), text(o.note))};
    }
    return points;
}

/// One line: who observed it and how well, or that nobody did.
QString footerOf(const Board& board, const Series& series)
{
    QStringList who;
    QSet<QString> grades;
    for (const auto& o : board.catalogue().observations) {
        if (o.series != series.id)
            continue;
        const auto source = board.catalogue().findSource(o.source);
        const auto& about = board.catalogue().sources[*source];
        const auto name = text(about.publisher.empty() ? about.authors : about.publisher);
        if (!who.contains(name))
            who << name;
        grades << text(letterOf(o.grade));
    }
    if (who.isEmpty())
        return ChartWords::tr("Computed from inputs of grades A to D; no observation");
    QStringList sorted(grades.begin(), grades.end());
    sorted.sort();
    const auto most = who.mid(0, 3).join(QStringLiteral(", "));
    const auto all = who.size() > 3 ? ChartWords::tr("%1 and %n more", nullptr, static_cast<int>(who.size() - 3)).arg(most) : most;
    return (grades == QSet<QString>{QStringLiteral("D")} ? ChartWords::tr("Estimated (dots): %1, grade %2")
                                                         : ChartWords::tr("Observed (dots): %1, grade %2"))
        .arg(all, sorted.join(QStringLiteral(", ")));
}

/// A label for the end of a line.
QString lineLabel(const Board& board, const Scenario& scenario) { return board.said(words::lineLabel(board.catalogue(), scenario)); }

/// Cuts the first words that all labels share, such as "US AI researchers born in".
void cutSharedWords(QVector<ChartLine>& lines)
{
    const auto first = [](const QString& label) { return label.section(QLatin1Char(' '), 0, 0); };
    while (lines.size() > 1 && std::ranges::all_of(lines, [&](const ChartLine& line) {
               return line.label.contains(QLatin1Char(' ')) && first(line.label) == first(lines[0].label);
           }))
        for (auto& line : lines)
            line.label = line.label.section(QLatin1Char(' '), 1);
}

/// The series that add up to another, one on top of the other.
QVector<ChartLine> stackOf(const Board& board, std::size_t row)
{
    const auto& catalogue = board.catalogue();
    QVector<ChartLine> stack;
    for (const auto addend : addendsOf(board.engine(), row)) {
        auto line = lineOf(board, addend, board.present(), ChartLine::Manner::Part, text(catalogue.series[addend].endLabel));
        line.own = line.y;
        for (qsizetype i = 0; i < line.y.size() && !stack.isEmpty(); ++i)
            line.y[i] += stack.back().y[i];
        stack << line;
    }
    cutSharedWords(stack);
    return stack;
}

} // namespace

ChartLine chartLine(const Series& series, const SeriesValues& values, ChartLine::Manner manner, const QString& label)
{
    const double scale = words::displayUnit(series).scale;
    ChartLine line{text(series.id), label, {}, {}, manner, {}, series.colour, series.limitBy};
    for (int q = 0; q < quarterCount; ++q) {
        line.x << timeOf(series, Quarter{q});
        line.y << values[static_cast<std::size_t>(q)] * scale;
    }
    return line;
}

ChartBand chartBand(const Series& series, const SeriesSpread& spread, const ChartRequest& request)
{
    constexpr std::size_t lowest = quantilePlace(0.025), tenth = quantilePlace(0.1), quarter = quantilePlace(0.25),
                          threeQuarters = quantilePlace(0.75), nineTenths = quantilePlace(0.9), highest = quantilePlace(0.975);
    const double scale = words::displayUnit(series).scale;
    ChartBand band;
    for (int q = 0; q < quarterCount; ++q) {
        if (Quarter{q}.end() < recordedUntil && !request.withRecordedBand)
            continue;
        const auto& quantiles = spread[static_cast<std::size_t>(q)].quantiles;
        band.x << timeOf(series, Quarter{q});
        band.low << quantiles[tenth] * scale;
        band.innerLow << quantiles[quarter] * scale;
        band.innerHigh << quantiles[threeQuarters] * scale;
        band.high << quantiles[nineTenths] * scale;
        if (request.withWidestBand) {
            band.widestLow << quantiles[lowest] * scale;
            band.widestHigh << quantiles[highest] * scale;
        }
    }
    return band;
}

QString bandInWords(const ChartBand& band, const ChartLine& line, const Language& language)
{
    QStringList words{ChartWords::tr("1 run in 10 ends above the band, 1 in 10 below")};
    if (!band.widestLow.isEmpty())
        words << ChartWords::tr("palest: 95 in 100");
    // the line is the run at central parameters; the middle of the runs may lie elsewhere
    const auto offset = line.x.size() - band.x.size();
    qsizetype first = -1, last = -1;
    for (qsizetype i = 0; i < band.x.size(); ++i) {
        const double slack = 1e-9 * std::fabs(band.innerHigh[i]), y = line.y[offset + i];
        if (band.x[i] >= recordedUntil && (y < band.innerLow[i] - slack || y > band.innerHigh[i] + slack)) {
            first = first < 0 ? i : first;
            last = i;
        }
    }
    if (first < 0)
        return words.join(QStringLiteral("; "));
    const auto name = [&](qsizetype i) { return text(Quarter{static_cast<int>(offset + i)}, language); };
    words << (last + 1 == band.x.size() ? ChartWords::tr("from %1 the line lies outside the darker band").arg(name(first))
              : first == last           ? ChartWords::tr("in %1 the line lies outside the darker band").arg(name(first))
                              : ChartWords::tr("between %1 and %2 the line lies outside the darker band").arg(name(first), name(last)));
    return words.join(QStringLiteral("; "));
}

ChartContent chartContent(const Board& board, const ChartRequest& request)
{
    const auto& catalogue = board.catalogue();
    const auto& id = request.series;
    const int year = request.year;
    const auto row = *catalogue.findSeries(id);
    const auto& series = catalogue.series[row];
    ChartContent content;
    content.series = text(id);
    content.colour = series.colour;
    auto finding = words::findingOf(catalogue, row, year, board.present(), board.reference());
    finding.isUnclear = request.isUnclear;
    content.title = board.said(words::title(finding));
    content.shortTitle = board.said(words::shortTitle(finding));
    content.shortestTitle = board.said(words::shortestTitle(finding));
    content.name = text(series.shortName);
    content.narrowSubtitle = board.said(words::narrowSubtitle(finding));
    content.unit = board.said(words::displayUnit(series).name());
    content.subtitle = board.said(words::subtitle(series));
    content.stamp = board.said(words::assumptionStamp(board.scenario()));
    content.footer = footerOf(board, series);

    const bool differs = board.present().series[row] != board.reference().series[row];
    if (differs)
        content.lines << lineOf(board, row, board.reference(), ChartLine::Manner::Baseline, lineLabel(board, board.baseline()));
    const auto stack = request.withParts ? stackOf(board, row) : QVector<ChartLine>();
    content.lines = stack + content.lines;
    const auto companions = stack.isEmpty() ? request.companions : std::vector<std::string>();
    for (const auto& companion : companions) {
        const auto other = *catalogue.findSeries(companion);
        content.lines << lineOf(board, other, board.present(), ChartLine::Manner::Companion,
                                text(catalogue.series[other].endLabel));
    }
    const auto label = !stack.isEmpty()    ? ChartWords::tr("total")
                     : !companions.empty() ? text(series.endLabel)
                                           : lineLabel(board, board.scenario());
    content.lines << lineOf(board, row, board.present(), ChartLine::Manner::Present, label);
    content.points = pointsOf(board, series);
    content.marks = marksOf(board, series, request.withEvents);
    if (request.withStrip) {
        QVector<int> codes;
        for (int q = 0; q < quarterCount; ++q)
            codes << static_cast<int>(bindingAt(catalogue, board.present(), Quarter{q}));
        content.binding = codes;
    }
    return content;
}

} // namespace chokepoint::ui
