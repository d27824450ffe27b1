// Tables of a game with one fault in them.
#pragma once

#include "TestData.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <string>

namespace chokepoint::test {

/// Why `load` refuses a folder with these tables of the data book, once the first `from` of one of them reads `to`.
template <class Load>
Refused refusedFor(std::initializer_list<const char*> tables, const char* file, const std::string& from, const std::string& to, Load load)
{
    const QTemporaryDir folder;
    const std::filesystem::path target(folder.path().toStdString());
    for (const char* name : tables)
        std::filesystem::copy(sourceFolder() / "resources" / "data" / name, target / name);
    auto text = readFile(target / file);
    if (text.find(from) == std::string::npos)
        QTest::qFail("the text to spoil is not in the file", __FILE__, __LINE__);
    text.replace(text.find(from), from.size(), to);
    std::ofstream(target / file, std::ios::binary) << text;
    return errorOf([&] { load(target); });
}

} // namespace chokepoint::test
