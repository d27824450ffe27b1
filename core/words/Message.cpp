// Messages as values.
#include "api/Message.h"

#include <charconv>

namespace chokepoint {

MessageValue::MessageValue(std::string text) : m_text(std::move(text)) {}
MessageValue::MessageValue(std::string_view text) : m_text(text) {}
MessageValue::MessageValue(const char* text) : m_text(text) {}
MessageValue::MessageValue(Kind kind, std::int64_t count) : m_kind(kind), m_count(count) {}
MessageValue::MessageValue(Digits digits) : m_kind(Kind::Digits), m_form(digits.form), m_text(std::move(digits.text)) {}
MessageValue::MessageValue(Message message) : m_kind(Kind::Message) { m_messages.push_back(std::move(message)); }
MessageValue::MessageValue(Quarter quarter)
    : MessageValue(Message("quarter.table", {{"year", quarter.year()}, {"quarter", quarter.ofYear()}}))
{
}
MessageValue::MessageValue(MessageList list) : m_kind(Kind::List) { m_lists.push_back(std::move(list)); }
MessageValue::MessageValue(const MessageValue& other) = default;
MessageValue::MessageValue(MessageValue&& other) noexcept = default;
MessageValue& MessageValue::operator=(const MessageValue& other) = default;
MessageValue& MessageValue::operator=(MessageValue&& other) noexcept = default;
MessageValue::~MessageValue() = default;

const Message& MessageValue::message() const { return m_messages.front(); }
const MessageList& MessageValue::list() const { return m_lists.front(); }

bool operator==(const MessageValue& a, const MessageValue& b)
{
    return a.m_kind == b.m_kind && a.m_form == b.m_form && a.m_count == b.m_count && a.m_text == b.m_text && a.m_messages == b.m_messages
        && a.m_lists == b.m_lists;
}

bool operator==(const MessageList& a, const MessageList& b) { return a.joint == b.joint && a.items == b.items; }

bool operator==(const Message& a, const Message& b) { return a.m_id == b.m_id && a.m_values == b.m_values; }

Message Message::ofFamily(MessageName family, std::string_view member, std::initializer_list<NamedValue> values)
{
    return ofFamily(family, member, std::vector(values));
}

Message Message::ofFamily(MessageName family, std::string_view member, std::vector<NamedValue> values)
{
    Message message(family, std::move(values));
    message.m_id.append(".").append(member);
    return message;
}

MessageValue dateValue(std::string_view text)
{
    if (const auto quarter = Quarter::parse(text))
        return *quarter;
    const auto part = [&](std::size_t from, std::size_t size) {
        int value = 0;
        const char* const end = text.data() + from + size;
        const auto read = std::from_chars(text.data() + from, end, value);
        return read.ec == std::errc() && read.ptr == end && value > 0 ? value : 0;
    };
    const bool isMonth = text.size() == 7 || text.size() == 10, isDay = text.size() == 10;
    if (!isMonth || text[4] != '-' || (isDay && text[7] != '-'))
        return text;
    const int year = part(0, 4), month = part(5, 2), day = isDay ? part(8, 2) : 1;
    if (year == 0 || month == 0 || month > 12 || day == 0 || day > 31)
        return text;
    const auto name = Message::ofFamily("month", std::to_string(month));
    if (isDay)
        return Message("date.day", {{"day", day}, {"month", name}, {"year", year}});
    return Message("date.month", {{"month", name}, {"year", year}});
}

} // namespace chokepoint
