// The figures of the record in words.
#include "api/Catalogue.h"
#include "api/NumberWords.h"
#include "api/SourceWords.h"
#include "numbers/DecimalText.h"

#include <cmath>
#include <string_view>

namespace chokepoint::words {
namespace {

/// A decimal text of the data book, scaled for show, with all the digits that its source gives.
MessageValue shownAsRecorded(const std::string& decimal, const RecordedFigure& figure)
{
    if (figure.scale == 1)
        return exactNumber(decimal);
    constexpr double finest = 1e6; // what scaling adds to the digits lies far below
    return exactNumber(roundTrip(std::round(numbers::DecimalText::toDouble(decimal) * figure.scale * finest) / finest));
}

/// "2024Q1" as "2024 Q1".
std::string spaced(std::string period)
{
    if (period.size() == 6)
        period.insert(4, " ");
    return period;
}

/// "7 to 11" in the unit of the value; empty where the source gives no range.
Message recordedRange(const RecordedFigure& figure)
{
    if (figure.low.empty() || figure.high.empty() || figure.low == figure.high)
        return {};
    return Message("record.range", {{"low", shownAsRecorded(figure.low, figure)}, {"high", shownAsRecorded(figure.high, figure)}});
}

} // namespace

MessageValue recordedPeriod(const RecordedFigure& figure)
{
    if (figure.span)
        return period(figure.span->first, figure.span->second);
    if (const auto to = figure.period.find("-FY"); figure.period.starts_with("FY") && to != std::string::npos)
        return Message("record.fiscal_years", {{"first", figure.period.substr(2, to - 2)}, {"last", figure.period.substr(to + 3)}});
    if (figure.period.starts_with("FY"))
        return Message("record.fiscal", {{"period", spaced(figure.period.substr(2))}});
    const std::string_view text = figure.period;
    if (text.size() == 6 && text[4] == 'H') // 2024H1
        return Message("record.half", {{"half", text[5] == '1' ? "first" : "second"}, {"period", figure.period.substr(0, 4)}});
    if (text.size() == 7 && text[4] == '_' && text[6] == 'M') // 2025_9M
        return Message("record.months", {{"months", text[5] - '0'}, {"period", figure.period.substr(0, 4)}});
    return figure.period;
}

Message recordedValue(const RecordedFigure& figure)
{
    if (figure.unitWords == "in_year")
        return Message("record.in_year", {{"year", static_cast<int>(std::floor(numbers::DecimalText::toDouble(figure.value)))}});
    return Message::ofFamily("recorded", figure.unitWords, {{"number", shownAsRecorded(figure.value, figure)}});
}

Message recordedWithRange(const RecordedFigure& figure)
{
    const auto range = recordedRange(figure);
    return range.isEmpty() ? recordedValue(figure) : Message("record.value_in_range", {{"value", recordedValue(figure)}, {"range", range}});
}

Message recordedSentence(const RecordedFigure& figure)
{
    return Message("record.figure", {{"period", recordedPeriod(figure)}, {"value", recordedWithRange(figure)}});
}

Message recordedKind(const RecordedFigure& figure)
{
    if (figure.isExpectation)
        return Message("record.forecast");
    if (isOwnJudgement(figure.source))
        return Message("record.our_estimate");
    return figure.grade == Grade::D || !recordedRange(figure).isEmpty() ? Message("record.estimate") : Message("record.observed");
}

} // namespace chokepoint::words
