// Renders pages on the offscreen platform.
#include "export/Screenshots.h"

#include "api/Audit.h"
#include "api/Backtest.h"
#include "api/Decomposition.h"
#include "api/Equations.h"
#include "api/Files.h"
#include "api/InputError.h"
#include "api/Sensitivity.h"
#include "pages/sources/BacktestView.h"
#include "bridge/Bands.h"
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
#include <QBuffer>
#include <QDir>
#include <QLineEdit>
#include <QPixmap>
#include <QPushButton>

#include <map>

namespace chokepoint::ui {
namespace {

const QSize chartSize{720, 420};

/// A window that is on no screen. What lies in it is no window itself: the offscreen plugin complains of each window that has a least size.
class Stage : public QWidget {
public:
    Stage() { setAttribute(Qt::WA_DontShowOnScreen); }
    void present(QWidget& widget, QSize size)
    {
        widget.setParent(this);
        resize(size);
        widget.resize(size);
        widget.show();
        show();
    }
};

/// Lets layouts, polish and queued replots happen before a picture is taken.
void settle()
{
    for (int i = 0; i < 6; ++i)
        QApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
}

void save(QWidget& widget, const QString& file)
{
    settle();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    widget.grab().save(&buffer, "PNG");
    writeFile(file.toStdString(), std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

/// Turns to the page of sources for its pictures.
void openSources(Board& board, MainWindow& window, const QString& page)
{
    using Section = SourcesPage::Section;
    const std::map<QString, Section> sections{{QStringLiteral("sources"), Section::Limits},
                                              {QStringLiteral("parameters"), Section::Parameters},
                                              {QStringLiteral("observations"), Section::Observations},
                                              {QStringLiteral("four-lines"), Section::FourLines},
                                              {QStringLiteral("literature"), Section::Literature},
                                              {QStringLiteral("backtest"), Section::Backtest},
                                              {QStringLiteral("equations"), Section::Equations},
                                              {QStringLiteral("audit"), Section::Audit}};
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
    const std::map<QString, Section> sections{{QStringLiteral("why"), Section::Shares},       {QStringLiteral("causes"), Section::Causes},
                                              {QStringLiteral("tornado"), Section::Tornado},  {QStringLiteral("indices"), Section::Indices},
                                              {QStringLiteral("goal"), Section::Goal},        {QStringLiteral("claims"), Section::Claims},
                                              {QStringLiteral("units"), Section::Units},      {QStringLiteral("regret"), Section::Regret},
                                              {QStringLiteral("unknowns"), Section::Unknowns}};
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

QStringList shotPages()
{
    return {QStringLiteral("start"),        QStringLiteral("explore"),    QStringLiteral("explore-one"), QStringLiteral("explore-two"),
            QStringLiteral("explore-six"),  QStringLiteral("parts"),      QStringLiteral("evasion"),     QStringLiteral("measure"),
            QStringLiteral("distribution"), QStringLiteral("sources"),    QStringLiteral("parameters"),  QStringLiteral("observations"),
            QStringLiteral("four-lines"),   QStringLiteral("literature"), QStringLiteral("backtest"),    QStringLiteral("equations"),
            QStringLiteral("audit"),        QStringLiteral("why"),        QStringLiteral("causes"),      QStringLiteral("tornado"),
            QStringLiteral("indices"),      QStringLiteral("goal"),       QStringLiteral("claims"),      QStringLiteral("units"),
            QStringLiteral("regret"),       QStringLiteral("unknowns")};
}

void shoot(Board& board, const QString& page, const QString& file, QSize size)
{
    if (!shotPages().contains(page))
        throw InputError(Refusal("unknown_page",
                                 {{"page", page.toStdString()}, {"pages", shotPages().join(QStringLiteral(", ")).toStdString()}},
                                 {.option = "--shot " + page.toStdString()}));
    Stage stage;
    MainWindow window(board);
    if (page == QLatin1String("start")) {
        StartSwitch start(window, board.catalogue(), board.language(), RecentFiles({}));
        stage.present(window, size);
        save(stage, file);
        return;
    }
    for (const auto& [name, count] : {std::pair{"explore-one", 1}, std::pair{"explore-two", 2}, std::pair{"explore-six", 6}})
        if (page == QLatin1String(name))
            window.setChartCount(count);
    if (page == QLatin1String("parts"))
        for (auto* chart : window.explore()->charts()) {
            chart->setPartsShown(!addendsOf(board.engine(), *board.catalogue().findSeries(chart->series())).empty());
            chart->setIdentityShown(
                IdentityTable::isFor(board.catalogue(), board.catalogue().series[*board.catalogue().findSeries(chart->series())]));
        }
    if (page == QLatin1String("evasion"))
        window.explore()->setView(ExplorePage::View::Evasion);
    stage.present(window, size);
    if (page == QLatin1String("measure")) {
        settle();
        window.explore()->showMeasure(*board.catalogue().findMeasure("hbm_export"));
    }
    if (page == QLatin1String("distribution"))
        window.explore()->showDistribution("compute.china_effective");
    openSources(board, window, page);
    openWhy(window, page);
    while (!window.explore()->levers()->isAnswered() || !window.explore()->bands()->isFinal())
        QApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
    if (auto* distribution = window.explore()->distribution())
        save(*distribution, file);
    else
        save(stage, file);
}

QStringList firstLook(Board& board, const QString& folder)
{
    if (!QDir().mkpath(folder))
        throw InputError(Refusal("folder_not_made", {.file = folder.toStdString()}));
    QStringList files;
    for (const auto& place : board.catalogue().charts) {
        Stage stage;
        ChartCard chart(board, place.series, place.companions, place.hasStrip);
        stage.present(chart, chartSize);
        files << QDir(folder).absoluteFilePath(QString::fromStdString(place.series) + QStringLiteral(".png"));
        Bands bands(board);
        bands.setSeries({*board.catalogue().findSeries(place.series)});
        while (!bands.isFinal())
            QApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
        chart.setSpread(bands.spreadOf(*board.catalogue().findSeries(place.series)));
        save(stage, files.back());
    }
    files << QDir(folder).absoluteFilePath(QStringLiteral("explore.png"));
    shoot(board, QStringLiteral("explore"), files.back(), {1440, 900});
    return files;
}

} // namespace chokepoint::ui
