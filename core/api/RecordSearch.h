// One search over everything that the data book says: figures, inputs, events, sources, measures and limits.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace chokepoint {

struct Catalogue;
class Language;

/// In the order in which results are shown.
enum class RecordKind { Figure, Input, InputOverTime, Event, Source, Measure, Limit };

struct Record {
    RecordKind kind = RecordKind::Figure;
    std::size_t place = 0; ///< in Catalogue::recorded, parameters, paths, events, sources, measures or limits
    std::string title;
    std::vector<std::string> passages; ///< what it says, in words; of a source also what it is cited for
};

struct RecordHit {
    std::size_t record = 0;  ///< place in RecordSearch::records()
    std::size_t passage = 0; ///< the passage that answers best; 0 when the title does
};

/// Words are found by their beginnings, long ones anywhere in a word, numbers by what they are worth: "13m stacks" finds "13 million
/// stacks", "$4.5 billion" finds "4.5 bn", and "1,500" is not "1,5", which is 1.5. A hit holds every word and number that was typed.
class RecordSearch {
public:
    RecordSearch(const Catalogue& catalogue, const Language& language);

    const std::vector<Record>& records() const { return m_records; }
    /// Kind by kind, the best first: those that hold what was typed in one piece, then in one passage, then anywhere.
    std::vector<RecordHit> find(std::string_view typed) const;
    /// What was perhaps meant: the same with the unknown words replaced by the nearest known ones; empty when that finds nothing either.
    std::string nearest(std::string_view typed) const;

    /// A word or a number of a text.
    struct Token {
        std::string word; ///< in lower case, as it stands
        bool isNumber = false, isScaled = false;
        double value = 0, base = 0;       ///< with and without "million"
        std::size_t begin = 0, end = 0;   ///< bytes of the text
    };
    /// `isTyped`: a person may not have finished the last word.
    static std::vector<Token> tokensOf(std::string_view text, bool isTyped = false);

private:
    bool knows(const Token& wanted) const;
    void add(RecordKind kind, std::size_t place, std::string title, std::vector<std::string> passages);

    std::vector<Record> m_records;
    std::vector<std::vector<std::vector<Token>>> m_tokens; ///< by record: of its title, then of its passages
    std::map<std::string, std::size_t> m_vocabulary;       ///< words with how often they stand
};

} // namespace chokepoint
