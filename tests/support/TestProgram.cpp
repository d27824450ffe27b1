// Finds the test class that the first argument names.
#include "TestProgram.h"

#include <iostream>
#include <map>
#include <string>

namespace chokepoint::test {
namespace {

std::map<std::string, TestRun>& entries()
{
    static std::map<std::string, TestRun> byName;
    return byName;
}

} // namespace

TestEntry::TestEntry(const char* name, TestRun run) { entries().emplace(name, run); }

} // namespace chokepoint::test

int main(int argc, char** argv)
{
    const auto& entries = chokepoint::test::entries();
    const auto entry = argc > 1 ? entries.find(argv[1]) : entries.end();
    if (entry == entries.end()) {
        std::cerr << "The first argument names a test class of this program:\n";
        for (const auto& [name, run] : entries)
            std::cerr << "  " << name << "\n";
        return 2;
    }
    argv[1] = argv[0];
    return entry->second(argc - 1, argv + 1);
}
