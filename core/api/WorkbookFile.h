// Workbook files: a workbook with what its scenarios gave when it was saved, in one SQLite file that is written whole or not at all.
#pragma once

#include "api/InputError.h"
#include "api/Seal.h"
#include "api/Workbook.h"
#include "api/WorkbookHistory.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chokepoint {

class Engine;

/// Largest workbook file that is read, in bytes; most scenarios, sets of assumptions, charts and kept runs in it.
inline constexpr std::uintmax_t largestWorkbookFile = 64 << 20;
inline constexpr std::size_t mostWorkbookRows = 4000;

/// What one series gave in one year: the mean of its quarters, in the unit of the series.
struct KeptFigure {
    std::string series; ///< id
    int year = 0;
    double value = 0;
    friend bool operator==(const KeptFigure&, const KeptFigure&) = default;
};

/// What a scenario gave under one version of equations and data. A run is kept with the workbook, so that whoever opens it under other
/// versions sees what has moved.
struct KeptRun {
    std::string scenario;            ///< id in the workbook
    std::string content;             ///< contentDigest() of the scenario that was run
    std::string modelVersion;        ///< see Versions.h
    std::string dataVersion;         ///< of the same header
    std::string madeAt;              ///< when, as ISO 8601 in UTC: "2026-11-29T08:00:00Z"
    std::string digest;              ///< projectionDigest() of the run
    std::vector<KeptFigure> figures; ///< of the headline series in every year
    friend bool operator==(const KeptRun&, const KeptRun&) = default;
};

/// A private part of a workbook that only its own passphrase opens. Whoever lacks it carries it along unread.
struct SealedLayer {
    std::string id;    ///< what the layer is for; no secret
    std::string bytes; ///< sealed, see Seal.h
    friend bool operator==(const SealedLayer&, const SealedLayer&) = default;
};

/// A rehearsal of bargaining as it was left (see Rehearsal.h). Who has a passphrase has the sheet sealed in a layer instead of here.
struct KeptRehearsal {
    std::string id; ///< its own in the workbook
    std::string title;
    std::string savedAt; ///< ISO 8601
    bool isOver = false;
    int secondsOfMove = 0;           ///< by its clock; 0 without one
    std::string talks;               ///< what both sides saw
    std::string usSheet, chinaSheet; ///< what is private to a side; empty without a person there, and where it is sealed
    friend bool operator==(const KeptRehearsal&, const KeptRehearsal&) = default;
};
inline constexpr std::size_t mostKeptRehearsals = 50;
/// The ids of the layers in which its sheets are sealed.
inline std::string usSheetLayer(const KeptRehearsal& kept) { return kept.id + ".us"; }
inline std::string chinaSheetLayer(const KeptRehearsal& kept) { return kept.id + ".china"; }

/// A workbook as it lies in a file.
struct StoredWorkbook {
    Workbook workbook;
    std::vector<KeptRun> runs;  ///< the oldest first
    std::string programVersion; ///< of the program that saved it
    std::string savedAt;        ///< ISO 8601 in UTC
    WorkbookHistory history = {};
    std::vector<SealedLayer> layers = {};
    std::vector<KeptRehearsal> rehearsals = {}; ///< the oldest first
    friend bool operator==(const StoredWorkbook&, const StoredWorkbook&) = default;
};

/// The file as bytes. The same workbook gives the same bytes.
std::string workbookBytes(const StoredWorkbook& stored);

/// Reads the bytes of a workbook file, whoever wrote them; `place` names the file in messages. Nothing that the bytes bring along is run,
/// and every table must be one of ours. The form is checked, not whether the measures exist: see openedWith().
/// Throws InputError for bytes that are no workbook, damaged, made by a newer program, or hold what no workbook holds. Sealed bytes need
/// their key: without it the refusal is "workbook_encrypted".
StoredWorkbook readWorkbook(std::string_view bytes, const std::string& place, const SealKey* key = nullptr);

/// The bytes of a file as they lie there; throws InputError when it cannot be read or is too large.
std::string workbookFileBytes(const std::filesystem::path& file);

/// Both at once.
StoredWorkbook readWorkbookFile(const std::filesystem::path& file, const SealKey* key = nullptr);

/// Writes the file, whole or not at all (see writeFile()), sealed when there is a key. Throws InputError as writeFile() does.
void writeWorkbookFile(const std::filesystem::path& file, const StoredWorkbook& stored, const SealKey* key = nullptr);

/// The file with an edit of what it holds at that moment: other programs that edit through here wait meanwhile, so that none of two edits
/// is lost. Throws as reading, writing and `edit` do, and changes nothing then.
void editWorkbookFile(const std::filesystem::path& file, const std::function<void(StoredWorkbook&)>& edit, const SealKey* key = nullptr);

/// Puts a private layer among those of a workbook, in the place of an earlier one of its id.
void sealLayer(std::vector<SealedLayer>& layers, const std::string& id, std::string_view bytes, const SealKey& key);

/// A layer of this id; nullptr without one.
const SealedLayer* findLayer(const std::vector<SealedLayer>& layers, std::string_view id);

/// What a layer holds. `place` names the file in messages. Throws InputError for another key than its own, and for a layer that was
/// changed or stands under another id than its own.
std::string openLayer(const SealedLayer& layer, const SealKey& key, const std::string& place);

/// Adds a run of every scenario, made by this engine now, and takes away those of the same scenario under the same versions. A scenario
/// that is as it was, under the same versions, keeps the run that it has.
void keepRuns(const Engine& engine, StoredWorkbook& stored, const std::string& madeAt);

/// A kept run that this engine gives otherwise.
struct ChangedResult {
    std::string scenario;          ///< id in the workbook
    const KeptRun* kept = nullptr; ///< of the workbook, which must outlive it
    std::vector<KeptFigure> now;   ///< those of the kept figures that differ, as they are now; empty when only other values differ
};

/// Runs again every kept run whose scenario is still in the workbook as it was, and returns those that differ. A run whose scenario has
/// been edited since says nothing.
std::vector<ChangedResult> changedResults(const Engine& engine, const StoredWorkbook& stored);

/// What of a workbook this engine cannot use.
struct LeftOut {
    std::string title; ///< of the scenario
    Refusal why;
};

/// A workbook as far as this engine can use it. What it cannot is left out of `stored` and told: whoever saves it then must save it
/// elsewhere, or it would be lost.
struct OpenedWorkbook {
    StoredWorkbook stored;
    std::vector<LeftOut> leftOut;
};
OpenedWorkbook openedWith(const Engine& engine, StoredWorkbook stored);

} // namespace chokepoint
