// What is to be said, before it is said: the id of a sentence and the values that it names. A Language makes the text.
#pragma once

#include "api/Quarter.h"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace chokepoint {

class Message;
struct MessageList;

/// A name that stands in quotation marks in the source: an id of en.toml or the name of a value. A name made at run time does not
/// compile, so that a test can read from the sources which messages are used and with which values.
class MessageName {
public:
    consteval MessageName(const char* name) : m_name(name)
    {
        if (!isName(m_name))
            throw "a name has letters, digits, points and underscores only";
    }
    static constexpr bool isName(std::string_view text)
    {
        for (const char letter : text)
            if (!(letter >= 'a' && letter <= 'z') && !(letter >= 'A' && letter <= 'Z') && !(letter >= '0' && letter <= '9') && letter != '_'
                && letter != '.')
                return false;
        return !text.empty();
    }
    std::string_view text() const { return m_name; }
    friend bool operator==(const MessageName&, const MessageName&) = default;

private:
    std::string_view m_name;
};

/// A number of which the digits are decided; how they are grouped and which signs and marks they get belongs to the language.
struct Digits {
    enum class Form {
        Plain,         ///< "1,234.50", "−0.2"
        Signed,        ///< a plus before what is above zero, nothing before zero
        Percent,       ///< `text` counts hundredths: "12" reads "12%"
        SignedPercent, ///< "+12%", "0%"
    };
    std::string text; ///< "1234.50", "-0.2"; a text that is no plain decimal is shown as it is
    Form form = Form::Plain;
    friend bool operator==(const Digits&, const Digits&) = default;
};

/// One value of a message. Made from a text, a whole number, Digits, a quarter, another message or a list; never from a double, for
/// somebody must decide its digits.
class MessageValue {
public:
    enum class Kind { Text, Count, Digits, Message, List };

    MessageValue(std::string text);
    MessageValue(std::string_view text);
    MessageValue(const char* text);
    /// A count: it chooses the form of a plural and gets thousands marks, except as the value of a name that is "year" or ends in "Year".
    template <std::integral Whole>
        requires(!std::same_as<Whole, bool> && !std::same_as<Whole, char>)
    MessageValue(Whole count) : MessageValue(Kind::Count, static_cast<std::int64_t>(count))
    {
    }
    MessageValue(Digits digits);
    MessageValue(Message message); ///< said by the same language
    MessageValue(Quarter quarter);             ///< the message "quarter.table": "2027 Q1"
    MessageValue(MessageList list);
    // what touches the vectors stands in Message.cpp, for their types are not complete here
    MessageValue(const MessageValue& other);
    MessageValue(MessageValue&& other) noexcept;
    MessageValue& operator=(const MessageValue& other);
    MessageValue& operator=(MessageValue&& other) noexcept;
    ~MessageValue();
    MessageValue(bool) = delete;   // a switch of a pattern is a text that it selects by
    MessageValue(char) = delete;
    MessageValue(double) = delete; // hand in Digits

    Kind kind() const { return m_kind; }
    const std::string& text() const { return m_text; } ///< of a Text, and the digits of Digits
    std::int64_t count() const { return m_count; }
    Digits::Form form() const { return m_form; }
    const Message& message() const;
    const MessageList& list() const;

    friend bool operator==(const MessageValue& a, const MessageValue& b);

private:
    MessageValue(Kind kind, std::int64_t count);

    Kind m_kind = Kind::Text;
    Digits::Form m_form = Digits::Form::Plain;
    std::int64_t m_count = 0;
    std::string m_text;
    std::vector<Message> m_messages; ///< one, or none
    std::vector<MessageList> m_lists;            ///< one, or none
};

/// Values joined by the separators of the language. None gives an empty text.
struct MessageList {
    enum class Joint {
        And,       ///< "a", "a and b", "a, b and c"
        Or,        ///< "a", "a or b", "a, b or c"
        Comma,     ///< "a", "a, b", "a, b, c"
        Semicolon, ///< "a", "a; b", "a; b; c", of items that may hold commas
        Dot,       ///< "a", "a · b", "a · b · c", of short facts in one line
        Sentence,  ///< "A.", "A. B.", of whole sentences behind each other
    };
    std::vector<MessageValue> items;
    Joint joint = Joint::And;
    friend bool operator==(const MessageList& a, const MessageList& b);
};

struct NamedValue {
    MessageName name;
    MessageValue value;
    friend bool operator==(const NamedValue&, const NamedValue&) = default;
};

/// A sentence, a title or a phrase. Cheap, comparable, and says nothing before a Language formats it:
///
///     Message("result.change", {{"series", series.name}, {"year", 2028}, {"before", Digits{"8.74"}}})
///
/// The id stands in quotation marks directly behind `Message(` (also `Message finding("result.change", ...)`), and the values in
/// braces directly behind it: the test core/words/MessageUseTest reads them there and holds them against resources/words/en.toml.
class Message {
public:
    Message() = default; ///< nothing to say: an empty text
    explicit Message(MessageName id) : m_id(id.text()) {}
    explicit Message(MessageName id, std::initializer_list<NamedValue> values) : m_id(id.text()), m_values(values) {}
    /// For the few whose values are put together elsewhere; the test cannot read these.
    explicit Message(MessageName id, std::vector<NamedValue> values) : m_id(id.text()), m_values(std::move(values)) {}
    /// One of a family of like messages, such as the words of an enum or of a unit: ofFamily("unit", unit.id) is the message
    /// "unit." + member. All messages whose id begins so count as used.
    static Message ofFamily(MessageName family, std::string_view member, std::initializer_list<NamedValue> values = {});
    static Message ofFamily(MessageName family, std::string_view member, std::vector<NamedValue> values);

    bool isEmpty() const { return m_id.empty(); }
    const std::string& id() const { return m_id; }
    const std::vector<NamedValue>& values() const { return m_values; }
    friend bool operator==(const Message& a, const Message& b);

private:
    std::string m_id;
    std::vector<NamedValue> m_values;
};

/// A date of the data book: "2026-11-09", "2026-11" or "2026" as the messages date.day, date.month or its digits, "2025Q1" as a quarter;
/// another text stays a text.
MessageValue dateValue(std::string_view text);

} // namespace chokepoint
