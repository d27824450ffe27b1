// The window in which a figure is made: its options, the page as it will be, its texts, checks, and the ways out.
#pragma once

#include "api/Sheet.h"
#include "bridge/Board.h"
#include "bridge/Draws.h"
#include "bridge/Job.h"
#include "parts/FileDialogs.h"
#include "sheet/SheetFiles.h"

#include <QDate>
#include <QDialog>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QGridLayout;
class QHBoxLayout;
class QLabel;
class QMenu;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace chokepoint::ui {

class FigurePaper;
class Segments;
class SeriesPicker;

/// What a figure is made of.
struct FigureSubject {
    std::vector<Scenario> scenarios; ///< 1 to SheetRuns::mostScenarios
    Scenario baseline;
    SheetRequest request = {};
    QString page = QStringLiteral("column"), style = QStringLiteral("print"); ///< ids
    std::string keptAs = {}; ///< the text of the picture or kept figure that it was opened from; empty for a new one
};

/// What a picture carries, with its scenarios read. Throws InputError for codes that cannot be read.
FigureSubject subjectOf(const Engine& engine, const std::string& origin);

/// The scenario on a board against its baseline, as one of its charts shows a series.
FigureSubject subjectOf(const Board& board, const BoardChart& chart);

/// Holds copies: what happens on the board later changes no figure, and nothing here changes the board.
class FigureWindow : public QDialog {
    Q_OBJECT
public:
    /// Board and draws must outlive it.
    FigureWindow(Board& board, Draws& draws, FigureSubject subject, QWidget* parent = nullptr);

    /// Opens one over a window; it removes itself when it is closed.
    static FigureWindow* openOver(Board& board, Draws& draws, FigureSubject subject, QWidget* parent);

    const FigureSubject& subject() const { return m_subject; }
    const Sheet& sheet() const { return m_sheet; }
    const SheetPlan& plan() const;
    FigurePaper* paper() const { return m_paper; }
    FileDialogs& dialogs() { return m_dialogs; }
    /// True when the draws of all scenarios are there.
    bool isComplete() const;
    QStringList checks() const;
    SheetLabel label() const;
    /// What the picture carries.
    SheetOrigin origin() const;

    void setRequest(const SheetRequest& request);
    /// 1 to SheetRuns::mostScenarios; all run under the assumptions of the first.
    void setScenarios(std::vector<Scenario> scenarios);
    void setPage(const QString& id);
    void setStyleOf(const QString& id);

public slots:
    /// Writes the figure, whole or not at all; says why when it cannot.
    void exportTo(const QString& file);
    /// The picture, SVG and the table of values, all at once on the clipboard.
    void copy();
    void print();
    /// Puts the figure into the workbook, where the menu lists it: one that tells something else than when it was last kept as the next
    /// revision beside it.
    void keep();

private:
    void buildKinds(QVBoxLayout* layout);
    void buildShows(QVBoxLayout* layout);
    void buildSubject(QVBoxLayout* layout);
    std::optional<Refusal> refusalOf(SheetRequest::Kind kind) const;
    void fit();
    void showKinds();
    void buildScenarios(QVBoxLayout* layout);
    void showScenarios();
    void offerScenarios(QMenu* menu);
    QString nameOf(const Scenario& scenario) const;
    std::string keptBefore(const SheetOrigin& now) const;
    void revise();
    void buildYears(QVBoxLayout* layout);
    void buildSwitches(QVBoxLayout* layout);
    QWidget* buildOptions();
    QWidget* buildMiddle();
    QWidget* buildSide();
    void buildSizes(QVBoxLayout* layout);
    void buildLook(QVBoxLayout* layout);
    void buildExport(QVBoxLayout* layout);
    QLabel* heading(const QString& words);
    void change(const std::function<void(SheetRequest&)>& edit);
    void want();
    void findEvidence();
    void refresh();
    void showSize();
    void showTexts();
    void chooseText(PlanText::Role role);
    void showChecks();
    void showSights();
    void say(const QString& words);
    void askExport(const QString& ending);
    void writeText();
    std::optional<std::string>& ownText();
    const SheetText& shownText() const;
    SheetRuns runs() const;
    QString table() const;

    Board& m_board;
    Draws& m_draws;
    FigureSubject m_subject;
    FileDialogs m_dialogs;
    SheetPage m_page;
    SheetStyle m_style;
    Sheet m_sheet;
    std::vector<Projection> m_central; ///< of the scenarios, that of the baseline last
    mutable std::vector<std::optional<SeriesSpread>> m_levels;
    std::optional<SheetEvidence> m_evidence;
    std::string m_keptAs; ///< the text of the kept figure that this window shows; empty before
    Job m_job;
    bool m_isFilling = false; ///< a field gets its text, nobody writes
    FigurePaper* m_paper = nullptr;
    QButtonGroup* m_kinds = nullptr;
    QComboBox* m_shows = nullptr;
    Segments *m_text = nullptr, *m_dots = nullptr;
    QVBoxLayout* m_rows = nullptr; ///< of the scenarios
    QPushButton* m_add = nullptr;
    QLabel *m_bandOf = nullptr, *m_ofOne = nullptr;
    QComboBox* m_banded = nullptr;
    QSpinBox *m_ownWidth = nullptr, *m_ownHeight = nullptr;
    QPlainTextEdit* m_words = nullptr;
    QPushButton* m_fromNumbers = nullptr;
    QLabel *m_pageLine = nullptr, *m_message = nullptr;
    std::vector<QLabel*> m_sights, m_checks;
    std::vector<QPushButton*> m_exports;
};

} // namespace chokepoint::ui
