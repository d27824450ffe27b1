// Turns errors into sentences and exit codes.
#include "options/Failures.h"

#include "options/DataFolders.h"

#include <csignal>
#include <new>
#include <system_error>

namespace chokepoint::app {
namespace {

Language languageOf(const std::filesystem::path& resources, Program program)
{
    try {
        return Language::load(resources, "en", program);
    } catch (const InputError&) {
        return Language::load(dataFolders().resources, "en", program);
    }
}

std::string textOf(const InputError& error, const std::filesystem::path& resources, Program program)
{
    if (!error.refusal())
        return error.what();
    try {
        const auto language = languageOf(resources, program);
        return said(error, language).whole(language);
    } catch (const InputError& lacking) {
        return lacking.what();
    }
}

/// The error as one of wrong input.
InputError refused(const std::exception& error)
{
    if (dynamic_cast<const std::bad_alloc*>(&error))
        return InputError(Refusal("out_of_memory"));
    if (const auto* system = dynamic_cast<const std::system_error*>(&error);
        system && system->code() == std::errc::resource_unavailable_try_again)
        return InputError(Refusal("no_threads"));
    return InputError(Refusal("program_failed", {{"detail", std::string(error.what())}}));
}

} // namespace

Failure failureOf(std::exception_ptr error, const std::filesystem::path& resources, Program program) noexcept
{
    try {
        try {
            std::rethrow_exception(error);
        } catch (const CallError& wrong) {
            return {2, textOf(wrong, resources, program)};
        } catch (const InputError& wrong) {
            return {1, textOf(wrong, resources, program)};
        } catch (const std::exception& wrong) {
            return {1, textOf(refused(wrong), resources, program)};
        }
    } catch (...) { // no memory for the words either
        return {1, "failed"};
    }
}

void ignoreFileSizeSignal() { std::signal(SIGXFSZ, SIG_IGN); }

} // namespace chokepoint::app
