// A language: the patterns of all messages and the style of numbers, lists and dates. Immutable, handed in, never global.
#pragma once

#include "api/Message.h"

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chokepoint {

class InputError;

/// A part of a text; the parts of a message one after the other are its text.
struct Span {
    std::string text;
    bool isStrong = false; ///< stands between asterisks in the pattern
    friend bool operator==(const Span&, const Span&) = default;
};

/// Who speaks. A pattern may select by {program}: {program, select, command_line {...} other {...}}.
enum class Program { CommandLine, Window };

/// How numbers, lists and dates are written: the tables below [language] of the file.
struct LanguageStyle {
    std::string decimalSign, groupSign, minusSign, plusSign;
    std::size_t groupSize = 3;
    std::string percentBefore, percentAfter; ///< what stands around the digits of a percentage
    std::string dollarsBefore, dollarsAfter; ///< around those of an amount of dollars, inside its sign
    struct Separators {
        std::string pair, middle, last; ///< between two; between more, but the last two
    };
    Separators andList, orList, commaList, semicolonList, dotList, sentenceList;
};

/// Copies share what they hold. All members are const and may be called from several threads at once.
class Language {
public:
    /// Reads `resources`/words/`name`.toml. Throws LanguageError with file, line and id for what is missing or malformed.
    static Language load(const std::filesystem::path& resources, const std::string& name, Program program);

    /// The same from a text; `place` stands for the file in errors.
    static Language parse(std::string_view toml, const std::string& place, Program program);

    /// For tests of the window: every pattern in brackets, with accents and 40% longer, so that an eye or a test finds what is not said
    /// by messages and what is clipped. "And" and "or" between things too; values and numbers stay.
    static Language pseudo(const Language& language);

    /// The text of a message. An empty message gives an empty text. Throws std::logic_error that names message and value when the
    /// language lacks the message, when the pattern names a value that the message lacks or when the message has one that the pattern
    /// does not name: that is an error of ours and not of the user.
    std::string text(const Message& message) const;

    /// The text of a single value as a pattern would show it: a number, a quarter, a name, a list, a message.
    std::string text(const MessageValue& value) const;

    /// The same in parts, neighbours of one kind joined.
    std::vector<Span> spans(const Message& message) const;

    /// "1,234.50", "+12%".
    std::string number(const Digits& digits) const;
    std::string list(const std::vector<std::string>& items, MessageList::Joint joint = MessageList::Joint::And) const;

    const LanguageStyle& style() const;
    const std::string& name() const; ///< "English"
    Program program() const;

    /// The ids of all messages, sorted, for tests and for tools of translators.
    std::vector<std::string> messageIds() const;
    bool knows(std::string_view id) const;
    /// The names of the values of a message, sorted, without {program}. Throws std::logic_error for an id that it does not know.
    const std::vector<std::string>& argumentsOf(std::string_view id) const;

private:
    struct Inside;
    explicit Language(std::shared_ptr<const Inside> inside) : m_inside(std::move(inside)) {}
    std::shared_ptr<const Inside> m_inside;
};

/// An InputError in words: each part a sentence, the place in the form "file, line 3, level".
struct RefusalText {
    std::string problem, place, reason, remedy;
    /// One below the other, as the command line prints them.
    std::string whole(const Language& language) const;
    /// In one line, as the window shows them: the problem, the reason and what to do next.
    std::string line(const Language& language) const;
};

/// What the program that owns `language` says of an error.
RefusalText said(const InputError& error, const Language& language);

/// The words of a language cannot be read, so there is nothing to say that in: the one error that carries English itself. what() is the
/// whole text.
class LanguageError : public std::runtime_error {
public:
    explicit LanguageError(RefusalText text);
    const RefusalText& text() const { return *m_text; }

private:
    std::shared_ptr<const RefusalText> m_text; ///< shared, for an exception is copied without throwing
};

} // namespace chokepoint
