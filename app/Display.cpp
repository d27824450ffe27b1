// Says what no display can show, and shows what no terminal can say.
#include "Display.h"

#include "options/Failures.h"
#include "options/Terminal.h"

#include <QApplication>
#include <QMessageBox>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <exception>
#include <optional>
#include <span>
#include <string_view>

namespace chokepoint::app {
namespace {

std::filesystem::path wordsIn; // Qt hands nothing to its handler but the message
std::optional<QtMessageHandler> handlerBefore;

void endWithSentence(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    if (type == QtFatalMsg) {
        const auto error = std::make_exception_ptr(InputError(Refusal("no_display")));
        tellError("chokepoint: " + failureOf(error, wordsIn, Program::Window).text + "\n");
        _exit(1); // Qt would abort now
    }
    const QLatin1String category(context.category);
    if (*handlerBefore && !category.startsWith(QLatin1String("qt.qpa")))
        (*handlerBefore)(type, context, message);
}

} // namespace

DisplayGuard::DisplayGuard(const std::filesystem::path& resources)
{
    wordsIn = resources;
    handlerBefore = qInstallMessageHandler(endWithSentence);
}

DisplayGuard::~DisplayGuard() { release(); }

void DisplayGuard::release()
{
    if (handlerBefore)
        qInstallMessageHandler(*handlerBefore);
    handlerBefore.reset();
}

bool isStartedFromDesktop(int argc, char** argv)
{
    // an icon hands over a file and no option: a call with one is written by somebody, and a box would keep a script waiting
    const std::span<char*> arguments(argv, static_cast<std::size_t>(argc));
    if (std::ranges::any_of(arguments.subspan(1), [](const char* argument) { return std::string_view(argument).starts_with('-'); }))
        return false;
    struct stat about;
    const bool isPiped = fstat(STDERR_FILENO, &about) == 0 && S_ISFIFO(about.st_mode); // another program reads it
    return !isPiped && isatty(STDIN_FILENO) == 0 && isatty(STDOUT_FILENO) == 0 && isatty(STDERR_FILENO) == 0;
}

void showFailure(const std::string& text, int argc, char** argv)
{
    std::optional<QApplication> own;
    if (!QApplication::instance()) {
        const DisplayGuard guard({});
        own.emplace(argc, argv);
    }
    QMessageBox box(QMessageBox::Warning, QStringLiteral("Chokepoint"), QString::fromStdString(text), QMessageBox::Close);
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

} // namespace chokepoint::app
