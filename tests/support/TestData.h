// What several tests need: the engine on the shipped data, the data book, folders, and the rule of agreement.
#pragma once

#include "api/Catalogue.h"
#include "api/Engine.h"
#include "api/InputError.h"
#include "api/Language.h"
#include "api/Projection.h"

#include <QString>
#include <QTest>

#include <filesystem>
#include <string>
#include <vector>

namespace chokepoint::test {

std::filesystem::path sourceFolder();
std::filesystem::path buildFolder();

/// One engine on the shipped data for the whole test program.
const Engine& engine();

/// English as the window and as the command line speak it.
const Language& english(Program program = Program::Window);
/// A message, a number or a list in English.
inline std::string said(const MessageValue& value) { return english().text(value); }

/// A table of numbers by quarter with a header of series ids, as reference.py writes it.
struct ReferenceRun {
    std::vector<std::string> series;
    std::vector<SeriesValues> values;
};
ReferenceRun readReferenceRun(const std::filesystem::path& file);

/// |a - b| <= 1e-9 max(|b|, 1e-3 largest) + 1e-12, with the largest |b| of the series over the quarters.
bool agrees(double a, double b, double largest);

/// Fields of a line without quotation marks.
std::vector<std::string> split(const std::string& line, char separator);

/// The whole text of a file.
std::string readFile(const std::filesystem::path& file);

/// A change from "2027Q1".
Quarter quarter(const char* text);

/// A refusal with its parts in English, of which what() is the whole.
struct Refused : InputError, RefusalText {
    explicit Refused(const InputError& error) : InputError(error), RefusalText(said(error, english())), m_whole(whole(english())) {}
    const char* what() const noexcept override { return m_whole.c_str(); }

private:
    std::string m_whole;
};

/// Runs `call` and returns what it refuses; fails the test when it refuses nothing.
template <class Call> Refused errorOf(Call call)
{
    try {
        call();
    } catch (const InputError& error) {
        return Refused(error);
    }
    QTest::qFail("no InputError was thrown", __FILE__, __LINE__);
    return Refused(InputError(Refusal("out_of_memory")));
}

} // namespace chokepoint::test
