// The tables of a workbook file. Lists have a place, so that their order comes back.
#include "store/Schema.h"

namespace chokepoint::store {
namespace {

// One row: which scenarios are listed is told by scenario.place, copies (an own baseline, packages of facts) have none.
constexpr Table all[] = {
    {"scenario",
     "CREATE TABLE scenario (key INTEGER PRIMARY KEY, place INTEGER UNIQUE, id TEXT NOT NULL, title TEXT NOT NULL, "
     "short_title TEXT NOT NULL, description TEXT NOT NULL, baseline TEXT NOT NULL, based_on TEXT NOT NULL, start TEXT NOT NULL, "
     "notes TEXT NOT NULL, text TEXT NOT NULL, subject TEXT NOT NULL) STRICT"},
    {"tag", "CREATE TABLE tag (scenario INTEGER NOT NULL REFERENCES scenario, place INTEGER NOT NULL, tag TEXT NOT NULL, "
            "PRIMARY KEY (scenario, place)) STRICT, WITHOUT ROWID"},
    {"change", "CREATE TABLE change (scenario INTEGER NOT NULL REFERENCES scenario, place INTEGER NOT NULL, measure TEXT NOT NULL, "
               "value TEXT NOT NULL, start TEXT, over INTEGER NOT NULL, PRIMARY KEY (scenario, place)) STRICT, WITHOUT ROWID"},
    {"assumption",
     "CREATE TABLE assumption (scenario INTEGER NOT NULL REFERENCES scenario, place INTEGER NOT NULL, parameter TEXT NOT NULL, "
     "value TEXT NOT NULL, low TEXT NOT NULL, high TEXT NOT NULL, reason TEXT NOT NULL, "
     "PRIMARY KEY (scenario, place)) STRICT, WITHOUT ROWID"},
    {"assumption_set", "CREATE TABLE assumption_set (key INTEGER PRIMARY KEY, id TEXT NOT NULL, title TEXT NOT NULL, "
                       "description TEXT NOT NULL) STRICT"},
    {"set_assumption", "CREATE TABLE set_assumption (owner INTEGER NOT NULL REFERENCES assumption_set, place INTEGER NOT NULL, "
                       "parameter TEXT NOT NULL, value TEXT NOT NULL, low TEXT NOT NULL, high TEXT NOT NULL, reason TEXT NOT NULL, "
                       "PRIMARY KEY (owner, place)) STRICT, WITHOUT ROWID"},
    {"fact",
     "CREATE TABLE fact (key INTEGER PRIMARY KEY, series TEXT NOT NULL, period TEXT NOT NULL, first REAL NOT NULL, last REAL NOT NULL, "
     "value REAL NOT NULL, low REAL, high REAL, discrepancy TEXT NOT NULL, source TEXT NOT NULL) STRICT"},
    {"fact_package", "CREATE TABLE fact_package (fact INTEGER NOT NULL REFERENCES fact, place INTEGER NOT NULL, "
                     "scenario INTEGER NOT NULL REFERENCES scenario, PRIMARY KEY (fact, place)) STRICT, WITHOUT ROWID"},
    {"chart", "CREATE TABLE chart (key INTEGER PRIMARY KEY, series TEXT NOT NULL, view TEXT NOT NULL, strip INTEGER NOT NULL, "
              "events INTEGER NOT NULL, parts INTEGER NOT NULL, identity INTEGER NOT NULL, inner_band INTEGER NOT NULL, "
              "widest_band INTEGER NOT NULL, recorded_band INTEGER NOT NULL) STRICT"},
    {"companion", "CREATE TABLE companion (chart INTEGER NOT NULL REFERENCES chart, place INTEGER NOT NULL, series TEXT NOT NULL, "
                  "PRIMARY KEY (chart, place)) STRICT, WITHOUT ROWID"},
    {"overview_chart", "CREATE TABLE overview_chart (place INTEGER PRIMARY KEY, series TEXT NOT NULL) STRICT"},
    {"workbook",
     "CREATE TABLE workbook (key INTEGER PRIMARY KEY CHECK (key = 1), on_table TEXT NOT NULL, compared_with TEXT NOT NULL, "
     "compared_id TEXT NOT NULL, compared_copy INTEGER REFERENCES scenario, chart_count INTEGER NOT NULL, "
     "overview INTEGER NOT NULL, main_chosen INTEGER NOT NULL, year INTEGER NOT NULL, "
     "page TEXT NOT NULL, focus_series TEXT NOT NULL, focus_quarter TEXT NOT NULL, focus_of TEXT NOT NULL, notes TEXT NOT NULL, "
     "program_version TEXT NOT NULL, saved_at TEXT NOT NULL) STRICT"},
    {"run", "CREATE TABLE run (key INTEGER PRIMARY KEY, scenario TEXT NOT NULL, content TEXT NOT NULL, model_version TEXT NOT NULL, "
            "data_version TEXT NOT NULL, made_at TEXT NOT NULL, digest TEXT NOT NULL) STRICT"},
    {"figure", "CREATE TABLE figure (run INTEGER NOT NULL REFERENCES run, place INTEGER NOT NULL, series TEXT NOT NULL, "
               "year INTEGER NOT NULL, value REAL NOT NULL, PRIMARY KEY (run, place)) STRICT, WITHOUT ROWID"},
    {"comparison",
     "CREATE TABLE comparison (key INTEGER PRIMARY KEY CHECK (key = 1), banded TEXT NOT NULL, first TEXT NOT NULL, second TEXT NOT NULL, "
     "series TEXT NOT NULL, view TEXT NOT NULL, side_by_side INTEGER NOT NULL, ranked_by INTEGER NOT NULL, most_best INTEGER NOT NULL) "
     "STRICT",
     2},
    {"compared_scenario", "CREATE TABLE compared_scenario (place INTEGER PRIMARY KEY, scenario TEXT NOT NULL) STRICT", 2},
    {"compared_outcome", "CREATE TABLE compared_outcome (place INTEGER PRIMARY KEY, series TEXT NOT NULL, year INTEGER NOT NULL) STRICT",
     2},
    {"news",
     "CREATE TABLE news (key INTEGER PRIMARY KEY, date TEXT NOT NULL, headline TEXT NOT NULL, source TEXT NOT NULL, "
     "quotation TEXT NOT NULL, measure TEXT, value TEXT, start TEXT, until TEXT) STRICT",
     3},
    {"step",
     "CREATE TABLE step (key INTEGER PRIMARY KEY, name TEXT NOT NULL, place INTEGER NOT NULL, removed BLOB NOT NULL, "
     "added BLOB NOT NULL, layout_before BLOB NOT NULL, layout_after BLOB NOT NULL) STRICT",
     3},
    {"history", "CREATE TABLE history (key INTEGER PRIMARY KEY CHECK (key = 1), done INTEGER NOT NULL, content TEXT NOT NULL) STRICT", 3},
    {"kept_figure", "CREATE TABLE kept_figure (place INTEGER PRIMARY KEY, title TEXT NOT NULL, origin TEXT NOT NULL) STRICT", 4},
    {"layer", "CREATE TABLE layer (key INTEGER PRIMARY KEY, id TEXT NOT NULL, sealed BLOB NOT NULL) STRICT", 3},
    {"flows", "CREATE TABLE flows (key INTEGER PRIMARY KEY CHECK (key = 1), leaf TEXT NOT NULL, quarter TEXT) STRICT", 4},
    {"rehearsal",
     "CREATE TABLE rehearsal (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, saved_at TEXT NOT NULL, "
     "over INTEGER NOT NULL, seconds INTEGER NOT NULL, talks TEXT NOT NULL, us_sheet TEXT NOT NULL, china_sheet TEXT NOT NULL) STRICT",
     5},
};

} // namespace

std::span<const Table> tables() { return all; }

} // namespace chokepoint::store
