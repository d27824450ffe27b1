// Writes output.
#include "OutputFile.h"

#include "InputError.h"

#include <filesystem>
#include <fstream>
#include <iostream>

namespace chokepoint::app {
namespace {

/// Writes beside the target and renames, so that a full disk leaves an older file as it was.
void writeFile(const std::string& file, const std::string& text)
{
    const std::string draft = file + ".part";
    std::error_code error;
    {
        std::ofstream stream(draft, std::ios::binary | std::ios::trunc);
        stream << text;
        stream.flush();
        if (!stream)
            error = std::make_error_code(std::errc::io_error);
    }
    if (!error)
        std::filesystem::rename(draft, file, error);
    if (error) {
        std::error_code ignored;
        std::filesystem::remove(draft, ignored);
        throw InputError("The file cannot be written", file, "the folder is missing, not writable, or the disk is full",
                         "Choose another place, or --csv - for standard output.");
    }
}

} // namespace

void writeOutput(const std::string& target, const std::string& text)
{
    if (target != "-") {
        writeFile(target, text);
        return;
    }
    std::cout << text << std::flush;
    if (!std::cout)
        throw InputError("The output cannot be written", "standard output", "it is closed or the disk is full", "Write to a file with --csv FILE.");
}

} // namespace chokepoint::app
