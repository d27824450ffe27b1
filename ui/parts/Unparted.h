// Words for labels that wrap, with hyphens at which no line ends.
#pragma once

#include <QString>

namespace chokepoint::ui {

/// For display alone, for the hyphens become others: "AI-" at the end of a line reads badly. `longest`: letters before a hyphen, where
/// room is so scarce that longer compounds are better parted.
inline QString unparted(QString words, int longest = 1000)
{
    constexpr QChar hyphen(0x2011);
    int letters = 0;
    for (qsizetype at = 0; at < words.size(); ++at) {
        const bool isJoint = words[at] == QLatin1Char('-') && at + 1 < words.size() && words[at + 1].isLetterOrNumber();
        if (isJoint && letters > 0 && letters <= longest)
            words[at] = hyphen;
        letters = words[at].isLetterOrNumber() ? letters + 1 : 0;
    }
    return words;
}

} // namespace chokepoint::ui
