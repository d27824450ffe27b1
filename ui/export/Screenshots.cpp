// Renders pages on the offscreen platform.
#include "export/Screenshots.h"

#include "api/Files.h"
#include "api/InputError.h"
#include "bridge/Draws.h"
#include "charts/ChartCard.h"
#include "sheet/FigureWindow.h"
#include "window/MainWindow.h"
#include "window/Pages.h"
#include "window/StartSwitch.h"

#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QPixmap>

#include <optional>

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

struct Shot {
    const PageKind& kind;
    const PagePicture& picture;
};

std::optional<Shot> shotOf(const QString& name)
{
    for (const auto& kind : pageKinds())
        for (const auto& picture : kind.pictures)
            if (name == QLatin1String(picture.id))
                return Shot{kind, picture};
    return std::nullopt;
}

const QString startPicture = QStringLiteral("start"), figurePicture = QStringLiteral("figure");

/// The window of a figure of the first chart.
void shootFigure(Board& board, const QString& file, QSize size)
{
    Stage stage;
    Draws draws(board);
    FigureWindow figure(board, draws, subjectOf(board, startCharts(board.catalogue()).front()));
    figure.setWindowFlags(Qt::Widget);
    stage.present(figure, size);
    while (!figure.isComplete())
        QApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
    save(stage, file);
}

} // namespace

QStringList shotPages()
{
    QStringList names{startPicture, figurePicture};
    for (const auto& kind : pageKinds())
        for (const auto& picture : kind.pictures)
            names << QLatin1String(picture.id);
    return names;
}

void shoot(Board& board, const QString& name, const QString& file, QSize size)
{
    if (name == figurePicture)
        return shootFigure(board, file, size);
    const auto shot = shotOf(name);
    if (!shot && name != startPicture) {
        MessageList pages{{}, MessageList::Joint::Comma};
        for (const auto& page : shotPages())
            pages.items.emplace_back(page.toStdString());
        throw InputError(
            Refusal("unknown_page", {{"page", name.toStdString()}, {"pages", pages}}, {.option = "--shot " + name.toStdString()}));
    }
    Stage stage;
    Draws draws(board);
    MainWindow window(board, draws);
    if (!shot) {
        StartSwitch start(window, board, draws, RecentFiles({}));
        stage.present(window, size);
        settle();
        while (start.page()->isBusy())
            QApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
        save(stage, file);
        return;
    }
    const auto& [kind, picture] = *shot;
    if (picture.lay)
        picture.lay(*window.pageOf(kind.id));
    stage.present(window, size);
    settle(); // the first page is laid out before it is hidden
    window.showPage(kind.id);
    auto* page = window.pageOf(kind.id);
    if (picture.open)
        picture.open(*page);
    settle();
    while (page->isBusy() || !draws.isFinal())
        QApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
    save(page->ownWindow() ? *page->ownWindow() : stage, file);
}

QStringList firstLook(Board& board, const QString& folder)
{
    if (!QDir().mkpath(folder))
        throw InputError(Refusal("folder_not_made", {.file = folder.toStdString()}));
    QStringList files;
    for (const auto& place : board.catalogue().charts) {
        Stage stage;
        Draws draws(board);
        ChartCard chart(board, draws, place.series, place.companions, place.hasStrip);
        stage.present(chart, chartSize);
        files << QDir(folder).absoluteFilePath(QString::fromStdString(place.series) + QStringLiteral(".png"));
        while (!draws.isFinal())
            QApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
        save(stage, files.back());
    }
    files << QDir(folder).absoluteFilePath(QStringLiteral("explore.png"));
    shoot(board, QStringLiteral("explore"), files.back(), {1440, 900});
    return files;
}

} // namespace chokepoint::ui
