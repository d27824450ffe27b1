// Which messages the sources use, read from their text, and whether a language has them with the same values.
#pragma once

#include "api/Language.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace chokepoint::test {

/// One call of Message(), Message::ofFamily() or Refusal() with its id in quotation marks.
struct MessageUse {
    enum class Kind { Message, Family, Refusal };
    Kind kind = Kind::Message;
    std::string where;              ///< "core/words/Why.cpp:33"
    std::string id;                 ///< of a family without the member, of a refusal without "refusal."
    bool areNamesKnown = true;      ///< false when the values are put together elsewhere
    std::vector<std::string> names; ///< of the values, sorted
};

/// The uses in the text of a source; comments do not count.
std::vector<MessageUse> messageUsesIn(std::string_view source, const std::string& name);

/// The uses in all sources below these folders of the project.
std::vector<MessageUse> messageUsesBelow(const std::vector<std::string>& folders);

/// One line for each use that the language lacks or names otherwise, and for each message that nobody uses; empty when all is well.
std::vector<std::string> messageFaults(const Language& language, const std::vector<MessageUse>& uses);

} // namespace chokepoint::test
