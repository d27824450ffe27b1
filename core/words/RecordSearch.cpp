// Puts the records into words and finds in them what a person typed.
#include "api/RecordSearch.h"

#include "api/Catalogue.h"
#include "api/InputWords.h"
#include "api/Language.h"
#include "api/SourceWords.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace chokepoint {
namespace {

using Token = RecordSearch::Token;
constexpr std::size_t longWord = 4; ///< letters from which a word is found inside others, too

bool isSame(double a, double b) { return std::fabs(a - b) <= 1e-9 * std::max(std::fabs(a), std::fabs(b)); }

bool answers(const Token& said, const Token& wanted)
{
    if (wanted.isNumber && said.isNumber)
        return isSame(said.value, wanted.value) || (!wanted.isScaled && isSame(said.base, wanted.value));
    if (said.isNumber)
        return said.word == wanted.word;
    if (wanted.isScaled)
        return false;
    const auto& word = wanted.word;
    const auto singular = !wanted.isNumber && word.size() > longWord && word.back() == 's' ? word.substr(0, word.size() - 1) : word;
    return said.word.starts_with(singular)
        || (!wanted.isNumber && singular.size() >= longWord && said.word.find(singular) != std::string::npos);
}

bool holds(const std::vector<Token>& passage, const Token& wanted)
{
    return std::ranges::any_of(passage, [&](const Token& said) { return answers(said, wanted); });
}

bool holdsInOnePiece(const std::vector<Token>& passage, const std::vector<Token>& wanted)
{
    return !std::ranges::search(passage, wanted, answers).empty();
}

/// How well a record answers, the least the best, and with which of its passages; nothing when something that was typed is not in it.
struct Answer {
    int rank = 0;
    std::size_t passage = 0;
};
std::optional<Answer> answerOf(const std::vector<std::vector<Token>>& texts, const std::vector<Token>& wanted)
{
    for (std::size_t t = 0; t < texts.size(); ++t)
        if (holdsInOnePiece(texts[t], wanted))
            return Answer{t == 0 ? 0 : 1, t};
    const auto isIn = [&](const std::vector<Token>& text) {
        return std::ranges::all_of(wanted, [&](const Token& one) { return holds(text, one); });
    };
    for (std::size_t t = 0; t < texts.size(); ++t)
        if (isIn(texts[t]))
            return Answer{2, t};
    const auto isSomewhere = [&](const Token& one) {
        return std::ranges::any_of(texts, [&](const std::vector<Token>& text) { return holds(text, one); });
    };
    if (!std::ranges::all_of(wanted, isSomewhere))
        return std::nullopt;
    std::size_t best = 0, most = 0;
    for (std::size_t t = 0; t < texts.size(); ++t) {
        const auto here = static_cast<std::size_t>(std::ranges::count_if(wanted, [&](const Token& one) { return holds(texts[t], one); }));
        if (here > most) {
            most = here;
            best = t;
        }
    }
    return Answer{3, best};
}

/// Letters to change, add, drop or swap with the next to make one word of the other.
std::size_t distance(const std::string& a, const std::string& b)
{
    std::vector<std::vector<std::size_t>> steps(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                steps[i][j] = i + j;
                continue;
            }
            steps[i][j] = std::min({steps[i - 1][j] + 1, steps[i][j - 1] + 1, steps[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                steps[i][j] = std::min(steps[i][j], steps[i - 2][j - 2] + 1);
        }
    return steps[a.size()][b.size()];
}

} // namespace

RecordSearch::RecordSearch(const Catalogue& catalogue, const Language& language)
{
    std::map<std::string, std::vector<std::string>> citedFor; // by source
    const auto lineOf = [&](const std::string& source) {
        const auto at = catalogue.findSource(source);
        return at ? language.text(words::sourceLine(catalogue.sources[*at])) : std::string();
    };
    for (std::size_t i = 0; i < catalogue.recorded.size(); ++i) {
        const auto& figure = catalogue.recorded[i];
        const auto value = language.text(words::recordedSentence(figure));
        add(RecordKind::Figure, i, figure.name, {value, figure.note, lineOf(figure.source)});
        auto& cited = citedFor[figure.source];
        cited.push_back(language.text(Message("record.cited_for", {{"figure", figure.name}, {"value", words::recordedSentence(figure)}})));
        cited.push_back(figure.note);
    }
    for (std::size_t i = 0; i < catalogue.parameters.size(); ++i) {
        const auto& p = catalogue.parameters[i];
        std::vector<std::string> passages{language.text(words::inputEvidence(p))};
        for (const auto& source : p.sources)
            passages.push_back(lineOf(source));
        add(RecordKind::Input, i, p.description, std::move(passages));
    }
    for (std::size_t i = 0; i < catalogue.paths.size(); ++i) {
        const auto& path = catalogue.paths[i];
        std::vector<std::string> passages{language.text(Message("record.over_time", {{"grade", letterOf(path.grade)}}))};
        for (const auto& source : path.sources)
            passages.push_back(lineOf(source));
        add(RecordKind::InputOverTime, i, path.description, std::move(passages));
    }
    for (std::size_t i = 0; i < catalogue.events.size(); ++i) {
        const auto& event = catalogue.events[i];
        add(RecordKind::Event, i, event.what, {language.text(dateValue(event.date)), lineOf(event.source)});
        citedFor[event.source].push_back(event.what);
    }
    for (std::size_t i = 0; i < catalogue.sources.size(); ++i) {
        const auto& source = catalogue.sources[i];
        std::vector<std::string> passages{language.text(words::sourceLine(source)), source.note, source.url};
        passages.insert(passages.end(), citedFor[source.id].begin(), citedFor[source.id].end());
        add(RecordKind::Source, i, source.title, std::move(passages));
    }
    for (std::size_t i = 0; i < catalogue.measures.size(); ++i) {
        const auto& measure = catalogue.measures[i];
        std::vector<std::string> passages;
        if (const auto& notes = measure.notes)
            passages = {notes->statusWords, notes->effectWords, notes->example, notes->sideEffects, notes->undoWho};
        passages.push_back(measure.legalBasis);
        add(RecordKind::Measure, i, measure.title, std::move(passages));
    }
    for (std::size_t i = 0; i < catalogue.limits.size(); ++i)
        add(RecordKind::Limit, i, catalogue.limits[i].about, {catalogue.limits[i].sentence});
    for (const char* word : {"thousand", "million", "billion", "trillion"})
        ++m_vocabulary[word];
}

void RecordSearch::add(RecordKind kind, std::size_t place, std::string title, std::vector<std::string> passages)
{
    std::erase_if(passages, [](const std::string& passage) { return passage.empty(); });
    std::vector<std::vector<Token>> tokens{tokensOf(title)};
    for (const auto& passage : passages)
        tokens.push_back(tokensOf(passage));
    for (const auto& text : tokens)
        for (const auto& token : text)
            if (!token.isNumber)
                ++m_vocabulary[token.word];
    m_tokens.push_back(std::move(tokens));
    m_records.push_back({kind, place, std::move(title), std::move(passages)});
}

std::vector<RecordHit> RecordSearch::find(std::string_view typed) const
{
    const auto wanted = tokensOf(typed, true);
    if (wanted.empty())
        return {};
    struct Found {
        RecordHit hit;
        RecordKind kind;
        int rank;
    };
    std::vector<Found> found;
    for (std::size_t r = 0; r < m_records.size(); ++r)
        if (const auto answer = answerOf(m_tokens[r], wanted))
            found.push_back({{r, answer->passage}, m_records[r].kind, answer->rank});
    std::ranges::stable_sort(found, [](const Found& a, const Found& b) { return std::pair(a.kind, a.rank) < std::pair(b.kind, b.rank); });
    std::vector<RecordHit> hits;
    for (const auto& one : found)
        hits.push_back(one.hit);
    return hits;
}

bool RecordSearch::knows(const Token& wanted) const
{
    return std::ranges::any_of(m_vocabulary, [&](const auto& entry) {
        Token said;
        said.word = entry.first;
        return answers(said, wanted);
    });
}

std::string RecordSearch::nearest(std::string_view typed) const
{
    std::string meant(typed);
    bool isChanged = false;
    auto tokens = tokensOf(typed);
    std::ranges::reverse(tokens); // so that places before a replaced word stay
    for (const auto& token : tokens) {
        if (token.isNumber || token.word.size() < 3 || knows(token))
            continue;
        const std::size_t most = token.word.size() < 6 ? 1 : 2;
        std::size_t least = most + 1, often = 0;
        const std::string* best = nullptr;
        for (const auto& [word, count] : m_vocabulary) {
            if (word.size() + most < token.word.size() || word.size() > token.word.size() + most)
                continue;
            const auto steps = distance(word, token.word);
            if (steps < least || (steps == least && steps <= most && count > often)) {
                least = steps;
                often = count;
                best = &word;
            }
        }
        if (!best)
            return {};
        meant.replace(token.begin, token.end - token.begin, *best);
        isChanged = true;
    }
    return isChanged && !find(meant).empty() ? meant : std::string();
}

} // namespace chokepoint
