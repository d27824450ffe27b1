// Errors in words.
#include "api/InputError.h"
#include "api/Language.h"

#include <algorithm>
#include <new>
#include <stdexcept>
#include <system_error>

namespace chokepoint {
namespace {

std::string placeText(const Place& place, const Language& language)
{
    std::vector<std::string> parts;
    const auto add = [&](std::string part) {
        if (!part.empty())
            parts.push_back(std::move(part));
    };
    add(place.file);
    if (place.line > 0)
        add(language.text(Message("place.line", {{"line", std::to_string(place.line)}})));
    add(place.option);
    add(language.text(place.thing));
    add(place.field);
    return language.list(parts, MessageList::Joint::Comma);
}

/// One part of what is said, with those of the values that its pattern names; `used` collects their names.
std::string partOf(const Refusal& refusal, const char* part, const Language& language, std::vector<MessageName>& used)
{
    const std::string member = refusal.id + "." + part;
    const auto& names = language.argumentsOf("refusal." + member);
    std::vector<NamedValue> values;
    for (const auto& value : refusal.values)
        if (std::ranges::find(names, value.name.text()) != names.end()) {
            values.push_back(value);
            used.push_back(value.name);
        }
    return language.text(Message::ofFamily("refusal", member, std::move(values)));
}

} // namespace

RefusalText said(const InputError& error, const Language& language)
{
    const Refusal& refusal = error.refusal();
    std::vector<MessageName> used;
    RefusalText text;
    text.problem = partOf(refusal, "problem", language, used);
    text.reason = partOf(refusal, "reason", language, used);
    if (language.knows("refusal." + refusal.id + ".remedy"))
        text.remedy = partOf(refusal, "remedy", language, used);
    text.place = placeText(refusal.place, language);
    for (const auto& value : refusal.values)
        if (std::ranges::find(used, value.name) == used.end())
            throw std::logic_error("refusal \"" + refusal.id + "\": value \"" + std::string(value.name.text())
                                   + "\" is not named by a pattern");
    return text;
}

InputError inputErrorOf(const std::exception& error)
{
    if (dynamic_cast<const std::bad_alloc*>(&error))
        return InputError(Refusal("out_of_memory"));
    if (const auto* system = dynamic_cast<const std::system_error*>(&error);
        system && system->code() == std::errc::resource_unavailable_try_again)
        return InputError(Refusal("no_threads"));
    return InputError(Refusal("program_failed", {{"detail", error.what()}}));
}

std::string RefusalText::line(const Language& language) const
{
    std::vector<std::string> sentences{problem, reason};
    if (!remedy.empty())
        sentences.push_back(remedy);
    return language.list(sentences, MessageList::Joint::Sentence);
}

std::string RefusalText::whole(const Language& language) const
{
    std::string text = problem;
    const auto add = [&](const std::string& part, const Message& line) {
        if (!part.empty())
            text += "\n  " + language.text(line);
    };
    add(place, Message("refused.place", {{"place", place}}));
    add(reason, Message("refused.reason", {{"reason", reason}}));
    add(remedy, Message("refused.remedy", {{"remedy", remedy}}));
    return text;
}

LanguageError::LanguageError(RefusalText text)
    : std::runtime_error(text.problem + "\n  where: " + text.place + "\n  why: " + text.reason + "\n  next: " + text.remedy),
      m_text(std::make_shared<const RefusalText>(std::move(text)))
{
}

} // namespace chokepoint
