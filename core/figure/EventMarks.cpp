// Chooses events by what they did to the series, and says what they were and when.
#include "figure/EventMarks.h"

#include "api/Engine.h"
#include "api/EventEffects.h"
#include "api/SourceWords.h"

#include <algorithm>
#include <functional>

namespace chokepoint::figure {
namespace {

constexpr double leastEffect = 0.01; ///< of the series: less is not seen in a chart

/// The words of an event, with its date and source; events still to come say so.
Message eventInWords(const Catalogue& catalogue, const Event& event)
{
    std::vector<std::string> names;
    for (std::size_t begin = 0; begin < event.source.size();) {
        const auto end = std::min(event.source.find(';', begin), event.source.size());
        auto id = event.source.substr(begin, end - begin);
        id.erase(0, std::min(id.find_first_not_of(' '), id.size()));
        id.erase(id.find_last_not_of(' ') + 1);
        begin = end + 1;
        if (const auto at = catalogue.findSource(id)) {
            const auto& source = catalogue.sources[*at];
            const auto& name = words::publisherOf(source);
            if (std::ranges::find(names, name) == names.end())
                names.push_back(name);
        }
    }
    const MessageValue sources = names.empty() ? MessageValue(Message("figure.event_source"))
                                               : MessageValue(MessageList{{names.begin(), names.end()}, MessageList::Joint::Comma});
    const auto grade = letterOf(event.grade);
    return event.kind == EventKind::Due
             ? Message("figure.event_due", {{"date", event.date}, {"what", event.what}, {"sources", sources}, {"grade", grade}})
             : Message("figure.event", {{"date", event.date}, {"what", event.what}, {"sources", sources}, {"grade", grade}});
}

/// Where a month stands on the axis: at its middle, for a day would be more than the mark says.
double middleOfMonth(const std::string& month) { return std::stoi(month.substr(0, 4)) + (std::stoi(month.substr(5, 2)) - 0.5) / 12; }

} // namespace

std::vector<std::size_t> tellingEvents(const Engine& engine, std::size_t series)
{
    const auto& effects = eventEffectsOf(engine);
    std::vector<std::size_t> places;
    for (std::size_t place = 0; place < effects.size(); ++place)
        if (effects[place][series] >= leastEffect)
            places.push_back(place);
    std::ranges::stable_sort(places, std::ranges::greater{}, [&](std::size_t place) { return effects[place][series]; });
    return places;
}

FigureMark eventMark(const FigureRuns& runs, std::size_t place)
{
    const auto& catalogue = runs.engine.catalogue();
    const auto& mark = catalogue.eventMarks[place];
    const int year = std::stoi(mark.date.substr(0, 4)), month = std::stoi(mark.date.substr(5, 2));
    const auto label = runs.language.text(Message(
        "figure.event_mark", {{"month", Message::ofFamily("month_short", std::to_string(month))}, {"year", year}, {"what", mark.words}}));
    const auto whole = runs.language.text(eventInWords(catalogue, catalogue.events[mark.event]));
    return {middleOfMonth(mark.date), label, label, whole, MarkKind::Event};
}

} // namespace chokepoint::figure
