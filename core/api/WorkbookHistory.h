// The steps of a workbook's undo as differences, so that thousands of them are small in memory and can lie in its file.
#pragma once

#include "api/Workbook.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chokepoint {

/// What undo covers, as bytes: everything but the view, and how the charts of a view are laid out. Equal workbooks give equal bytes.
std::string contentBytes(const Workbook& workbook);
std::string layoutBytes(const WorkbookView& view);

/// Puts back what such bytes say and leaves the rest alone. Throws InputError("workbook_damaged") and changes nothing for other bytes.
void setContent(Workbook& workbook, std::string_view bytes);
void setLayout(WorkbookView& view, std::string_view bytes);

/// One step: the one stretch in which the bytes before and after differ, and the layouts when those differ.
struct WorkbookStep {
    std::string name;                      ///< as people read it
    std::size_t at = 0;                    ///< where the stretch begins
    std::string removed, added;            ///< what stands there before and after
    std::string layoutBefore, layoutAfter; ///< whole; both empty when the layout stays
    friend bool operator==(const WorkbookStep&, const WorkbookStep&) = default;
};

/// The step from some bytes to others, without a layout.
WorkbookStep stepBetween(std::string name, std::string_view before, std::string_view after);

/// The bytes after the step, or before it. Nothing when the step does not fit them.
std::optional<std::string> stepped(std::string_view bytes, const WorkbookStep& step, bool isForward);

/// A workbook's steps in order, and how many of them are done.
struct WorkbookHistory {
    std::vector<WorkbookStep> steps;
    std::size_t done = 0;
    std::string content; ///< SHA-256 of contentBytes() where it stands: a history of another content is of no use
    friend bool operator==(const WorkbookHistory&, const WorkbookHistory&) = default;
};

/// Most steps and bytes of them that a file keeps, and most bytes of one step.
inline constexpr std::size_t mostKeptSteps = 20'000, mostStepBytes = 4 << 20, largestStep = 1 << 20;

/// The history of a workbook in which these steps are done: its newest steps as far as a file keeps them.
WorkbookHistory historyOf(const Workbook& workbook, std::vector<WorkbookStep> steps, std::size_t done);

/// The history, or none when it is that of another content.
WorkbookHistory historyFor(const Workbook& workbook, WorkbookHistory history);

} // namespace chokepoint
