// How long a test waits for a condition: Qt's five seconds are too few on a busy machine, and one that holds soon costs nothing.
#pragma once

#include <QTest>

namespace chokepoint::test {

inline constexpr int patience = 60000; ///< milliseconds

} // namespace chokepoint::test

#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT((condition), chokepoint::test::patience)
#define QTRY_VERIFY2(condition, words) QTRY_VERIFY2_WITH_TIMEOUT((condition), (words), chokepoint::test::patience)
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT((actual), expected, chokepoint::test::patience)
