// Renders pages on the offscreen platform.
#include "export/Screenshots.h"

#include "api/Audit.h"
#include "api/Backtest.h"
#include "api/Decomposition.h"
#include "api/Equations.h"
#include "api/InputError.h"
#include "api/Sensitivity.h"
#include "pages/sources/BacktestView.h"
#include "bridge/Draws.h"
#include "charts/ChartCard.h"
#include "pages/explore/DistributionWindow.h"
#include "pages/sources/EquationsView.h"
#include "pages/explore/ExplorePage.h"
#include "pages/why/GoalView.h"
#include "charts/IdentityTable.h"
#include "levers/LeverPanel.h"
#include "window/MainWindow.h"
#include "pages/sources/SourcesPage.h"
#include "window/StartSwitch.h"
#include "pages/why/WhyPage.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPixmap>
#include <QPushButton>

#include <map>

namespace chokepoint::ui {
namespace {

const QSize chartSize{720, 420};

/// Lets layouts, polish and queued replots happen before a picture is taken.
void settle()
{
    for (int i = 0; i < 6; ++i)
        QApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
}

void save(QWidget& widget, const QString& file)
{
    settle();
    if (!widget.grab().save(file, "PNG"))
        throw InputError("The picture cannot be written", file.toStdString(), "the folder is missing, not writable, or the disk is full",
                         "Choose another place.");
}

/// Turns to the page of sources for its pictures.
void openSources(Board& board, MainWindow& window, const QString& page)
{
    using Section = SourcesPage::Section;
    const std::map<QString, Section> sections{{QStringLiteral("sources"), Section::Limits}, {QStringLiteral("parameters"), Section::Parameters},
                                              {QStringLiteral("observations"), Section::Observations}, {QStringLiteral("four-lines"), Section::FourLines},
                                              {QStringLiteral("literature"), Section::Literature}, {QStringLiteral("backtest"), Section::Backtest},
                                              {QStringLiteral("equations"), Section::Equations}, {QStringLiteral("audit"), Section::Audit}};
    const auto at = sections.find(page);
    if (at == sections.end())
        return;
    settle(); // the first page is laid out before it is hidden
    window.showPage(MainWindow::Page::Sources);
    window.sources()->showSection(at->second);
    if (page == QLatin1String("parameters"))
        window.sources()->showParameter(*board.catalogue().findParameter("hbm.relax_share"));
    if (page == QLatin1String("equations"))
        window.sources()->equations()->showSeries(*board.catalogue().findSeries("compute.china_effective"));
    settle();
    while (window.sources()->backtest()->isBusy() || window.sources()->audit()->isBusy())
        QApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
}

/// Turns to the page Why, and waits for what it computes.
void openWhy(MainWindow& window, const QString& page)
{
    using Section = WhyPage::Section;
    const std::map<QString, Section> sections{{QStringLiteral("why"), Section::Shares}, {QStringLiteral("causes"), Section::Causes}, {QStringLiteral("tornado"), Section::Tornado}, {QStringLiteral("indices"), Section::Indices},
                                              {QStringLiteral("goal"), Section::Goal}, {QStringLiteral("claims"), Section::Claims}, {QStringLiteral("units"), Section::Units},
                                              {QStringLiteral("regret"), Section::Regret}, {QStringLiteral("unknowns"), Section::Unknowns}};
    const auto at = sections.find(page);
    if (at == sections.end())
        return;
    settle();
    window.showPage(MainWindow::Page::Why);
    window.why()->showSection(at->second);
    const auto press = [&](const char* name) { window.why()->findChild<QPushButton*>(QLatin1String(name))->click(); };
    if (page == QLatin1String("indices"))
        press("computeIndices");
    if (page == QLatin1String("goal")) {
        window.why()->goal()->findChild<QLineEdit*>(QStringLiteral("threshold"))->setText(QStringLiteral("12"));
        press("seek");
    }
    settle();
    while (window.why()->isBusy())
        QApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
}

} // namespace

QStringList shotPages() { return {QStringLiteral("start"), QStringLiteral("explore"), QStringLiteral("explore-one"), QStringLiteral("explore-two"), QStringLiteral("explore-six"), QStringLiteral("parts"), QStringLiteral("evasion"), QStringLiteral("measure"), QStringLiteral("distribution"),
                                         QStringLiteral("sources"), QStringLiteral("parameters"), QStringLiteral("observations"), QStringLiteral("four-lines"), QStringLiteral("literature"), QStringLiteral("backtest"), QStringLiteral("equations"), QStringLiteral("audit"),
                                         QStringLiteral("why"), QStringLiteral("causes"), QStringLiteral("tornado"), QStringLiteral("indices"), QStringLiteral("goal"), QStringLiteral("claims"), QStringLiteral("units"), QStringLiteral("regret"), QStringLiteral("unknowns")}; }

void shoot(Board& board, const QString& page, const QString& file, QSize size)
{
    if (!shotPages().contains(page))
        throw InputError("There is no page \"" + page.toStdString() + "\"", "--shot " + page.toStdString(),
                         "the pages are: " + shotPages().join(QStringLiteral(", ")).toStdString(), "Take one of these.");
    Draws draws(board);
    MainWindow window(board, draws);
    if (page == QLatin1String("start")) {
        StartSwitch start(window, board.catalogue().limits, RecentFiles({}));
        window.resize(size);
        window.setAttribute(Qt::WA_DontShowOnScreen);
        window.show();
        save(window, file);
        return;
    }
    for (const auto& [name, count] : {std::pair{"explore-one", 1}, std::pair{"explore-two", 2}, std::pair{"explore-six", 6}})
        if (page == QLatin1String(name))
            window.setChartCount(count);
    if (page == QLatin1String("parts"))
        for (auto* chart : window.explore()->charts()) {
            chart->setPartsShown(!addendsOf(board.engine(), *board.catalogue().findSeries(chart->series())).empty());
            chart->setIdentityShown(IdentityTable::isFor(board.catalogue().series[*board.catalogue().findSeries(chart->series())]));
        }
    if (page == QLatin1String("evasion"))
        window.explore()->setView(ExplorePage::View::Evasion);
    window.resize(size);
    window.setAttribute(Qt::WA_DontShowOnScreen);
    window.show();
    if (page == QLatin1String("measure")) {
        settle();
        window.explore()->showMeasure(*board.catalogue().findMeasure("hbm_export"));
    }
    if (page == QLatin1String("distribution"))
        window.explore()->showDistribution("compute.china_effective");
    openSources(board, window, page);
    openWhy(window, page);
    while (!window.explore()->levers()->isAnswered() || !draws.isFinal())
        QApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
    if (auto* distribution = window.explore()->distribution())
        save(*distribution, file);
    else
        save(window, file);
}

QStringList firstLook(Board& board, const QString& folder)
{
    if (!QDir().mkpath(folder))
        throw InputError("The folder cannot be made", folder.toStdString(), "the place is not writable", "Choose another place.");
    QStringList files;
    for (const auto& place : board.catalogue().charts) {
        Draws draws(board);
        ChartCard chart(board, draws, place.series, companionsIn(board.catalogue(), place), place.note.find("accel.binding") != std::string::npos);
        chart.resize(chartSize);
        chart.setAttribute(Qt::WA_DontShowOnScreen);
        chart.show();
        files << QDir(folder).absoluteFilePath(QString::fromStdString(place.series) + QStringLiteral(".png"));
        while (!draws.isFinal())
            QApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
        save(chart, files.back());
    }
    files << QDir(folder).absoluteFilePath(QStringLiteral("explore.png"));
    shoot(board, QStringLiteral("explore"), files.back(), {1440, 900});
    return files;
}

} // namespace chokepoint::ui
