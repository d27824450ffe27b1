// Which fields of a workbook are written as bytes, in which order: one text for writing and for reading.
#pragma once

#include "api/Workbook.h"

#include <concepts>
#include <type_traits>

namespace chokepoint::store {

/// T itself, to be read into, or const, to be written.
template <class T, class Of>
concept Some = std::same_as<std::remove_const_t<T>, Of>;

template <class Archive, Some<Change> T> void fields(Archive& a, T& c) { a(c.measure, c.value, c.from, c.over); }
template <class Archive, Some<Assumption> T> void fields(Archive& a, T& x) { a(x.parameter, x.value, x.low, x.high, x.reason); }
template <class Archive, Some<Scenario> T> void fields(Archive& a, T& s)
{
    a(s.id, s.title, s.description, s.baseline, s.changes, s.assumptions, s.shortTitle, s.start, s.subject, s.basedOn);
}
template <class Archive, Some<WorkbookScenario> T> void fields(Archive& a, T& entry)
{
    a(entry.scenario, entry.notes, entry.tags, entry.text);
}
template <class Archive, Some<AssumptionSet> T> void fields(Archive& a, T& set) { a(set.id, set.title, set.description, set.assumptions); }
template <class Archive, Some<PersonalFact> T> void fields(Archive& a, T& f)
{
    a(f.series, f.period, f.begin, f.end, f.value, f.low, f.high, f.discrepancy, f.source, f.packages);
}
template <class Archive, Some<NewsEntry> T> void fields(Archive& a, T& n)
{
    a(n.date, n.headline, n.source, n.quotation, n.setting, n.until);
}
template <class Archive, Some<PresetBaseline> T> void fields(Archive& a, T& baseline) { a(baseline.id); }
template <class Archive, Some<WorkbookBaseline> T> void fields(Archive& a, T& baseline) { a(baseline.id); }
template <class Archive, Some<OwnBaseline> T> void fields(Archive& a, T& baseline) { a(baseline.scenario); }
template <class Archive, Some<BoardChart> T> void fields(Archive& a, T& c)
{
    a(c.series, c.companions, c.view, c.withStrip, c.withEvents, c.withParts, c.withIdentity, c.withInnerBand, c.withWidestBand,
      c.withRecordedBand);
}

/// All that undo covers but the layout. Short fields that often change stand first, so that a step is one short stretch.
template <class Archive, Some<Workbook> T> void contentFields(Archive& a, T& w)
{
    a(w.onTable, w.comparedWith, w.scenarios, w.assumptionSets, w.facts, w.news, w.notes);
}
template <class Archive, Some<WorkbookView> T> void layoutFields(Archive& a, T& view)
{
    a(view.charts, view.chartCount, view.overview.isShown, view.overview.isMainChosen, view.overview.small);
}

} // namespace chokepoint::store
