// Writes output.
#include "cli/OutputFile.h"

#include "api/InputError.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iostream>

namespace chokepoint::app {
namespace {

[[noreturn]] void fail(const std::string& file)
{
    throw InputError("The file cannot be written", file, "the folder is missing, not writable, or the disk is full",
                     "Choose another place, or --csv - for standard output.");
}

bool write(const std::filesystem::path& file, const std::string& text)
{
    std::ofstream stream(file, std::ios::binary | std::ios::trunc);
    stream << text;
    stream.flush();
    return static_cast<bool>(stream);
}

/// Writes beside the target and renames, so that a full disk leaves an older file as it was. A link is followed to its file;
/// what is no regular file (a device, a pipe) is written to as it is.
void writeFile(const std::string& file, const std::string& text)
{
    std::error_code error;
    auto target = std::filesystem::weakly_canonical(file, error);
    if (error)
        target = file;
    const auto status = std::filesystem::status(target, error);
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
        if (std::filesystem::is_directory(status) || !write(target, text))
            fail(file);
        return;
    }
    auto draft = target;
    draft += "." + std::to_string(getpid()) + ".part";
    if (write(draft, text)) {
        std::filesystem::rename(draft, target, error);
        if (!error)
            return;
    }
    std::filesystem::remove(draft, error);
    fail(file);
}

} // namespace

std::string printable(std::string text)
{
    for (char& c : text)
        if (const auto code = static_cast<unsigned char>(c); (code < 0x20 && c != '\n') || code == 0x7f)
            c = '?';
    return text;
}

void writeOutput(const std::string& target, const std::string& text)
{
    if (target != "-") {
        writeFile(target, text);
        return;
    }
    std::cout << text << std::flush;
    if (!std::cout)
        throw InputError("The output cannot be written", "standard output", "it is closed or the disk is full",
                         "Write to a file with --csv FILE.");
}

} // namespace chokepoint::app
