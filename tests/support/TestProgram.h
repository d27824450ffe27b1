// A program holds the test classes of a folder; its first argument names the class to run, as in `core_why_tests SlopesTest`.
#pragma once

#include "Patience.h"

#include <QTest>

namespace chokepoint::test {

/// Runs a test class with the arguments of Qt Test; 0 when nothing failed.
using TestRun = int (*)(int argc, char** argv);

/// Enters a class into its program, before main() begins.
struct TestEntry {
    TestEntry(const char* name, TestRun run);
};

template <class Test> int runTest(int argc, char** argv)
{
    Test test;
    return QTest::qExec(&test, argc, argv);
}

template <class Test, class Application> int runTest(int argc, char** argv)
{
    Application::setAttribute(Qt::AA_Use96Dpi);
    Application application(argc, argv);
    return runTest<Test>(argc, argv);
}

} // namespace chokepoint::test

/// Stands at the end of a test's file: CHOKEPOINT_TEST(SlopesTest), or CHOKEPOINT_TEST(WhyPageTest, QApplication) if it needs an application.
#define CHOKEPOINT_TEST(Class, ...)                                                                                                        \
    static const chokepoint::test::TestEntry entryOf##Class(#Class, &chokepoint::test::runTest<Class __VA_OPT__(, ) __VA_ARGS__>);
