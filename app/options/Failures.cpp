// Turns errors into sentences and exit codes.
#include "options/Failures.h"

#include "options/DataFolders.h"

#include <csignal>

namespace chokepoint::app {
namespace {

Language languageOf(const std::filesystem::path& resources, Program program)
{
    try {
        return Language::load(resources, "en", program);
    } catch (const LanguageError&) {
        return Language::load(dataFolders().resources, "en", program);
    }
}

std::string textOf(const InputError& error, const std::filesystem::path& resources, Program program)
{
    try {
        const auto language = languageOf(resources, program);
        return said(error, language).whole(language);
    } catch (const LanguageError& lacking) {
        return lacking.what();
    }
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
        } catch (const LanguageError& wrong) {
            return {1, wrong.what()};
        } catch (const std::exception& wrong) {
            return {1, textOf(inputErrorOf(wrong), resources, program)};
        }
    } catch (...) { // no memory for the words either
        return {1, "failed"};
    }
}

void ignoreFileSizeSignal() { std::signal(SIGXFSZ, SIG_IGN); }

} // namespace chokepoint::app
