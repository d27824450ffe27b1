// Hands everything on to nlohmann's JSON.
#include "cli/Json.h"

#include <nlohmann/json.hpp>

namespace chokepoint::app {

struct Json::Inside {
    Inside() = default;
    explicit Inside(nlohmann::ordered_json given) : value(std::move(given)) {}

    nlohmann::ordered_json value;
};

Json::Json() : m_inside(std::make_unique<Inside>()) {}
Json::Json(bool value) : m_inside(std::make_unique<Inside>(value)) {}
Json::Json(int value) : m_inside(std::make_unique<Inside>(value)) {}
Json::Json(std::size_t value) : m_inside(std::make_unique<Inside>(value)) {}
Json::Json(double value) : m_inside(std::make_unique<Inside>(value)) {}
Json::Json(const std::optional<double>& value) : Json(value ? Json(*value) : Json()) {}
Json::Json(const char* text) : m_inside(std::make_unique<Inside>(text)) {}
Json::Json(const std::string& text) : m_inside(std::make_unique<Inside>(text)) {}

Json::Json(std::initializer_list<Member> members) : Json(object())
{
    for (const auto& member : members)
        set(member.name, std::move(member.value));
}

Json::Json(const Json& other) : m_inside(std::make_unique<Inside>(*other.m_inside)) {}
Json::Json(Json&&) noexcept = default;
Json& Json::operator=(const Json& other) { return *this = Json(other); }
Json& Json::operator=(Json&&) noexcept = default;
Json::~Json() = default;

Json Json::array()
{
    Json json;
    json.m_inside->value = nlohmann::ordered_json::array();
    return json;
}

Json Json::object()
{
    Json json;
    json.m_inside->value = nlohmann::ordered_json::object();
    return json;
}

void Json::add(Json value) { m_inside->value.push_back(std::move(value.m_inside->value)); }

Json& Json::set(const std::string& name, Json value)
{
    m_inside->value[name] = std::move(value.m_inside->value);
    return *this;
}

std::string Json::text() const { return m_inside->value.dump(2) + "\n"; }
std::string Json::line() const { return m_inside->value.dump(); }

Json Json::listOf(const double* values, std::size_t count)
{
    Json json;
    json.m_inside->value = std::vector<double>(values, values + count);
    return json;
}

Json Json::listOf(const std::string* values, std::size_t count)
{
    Json json;
    json.m_inside->value = std::vector<std::string>(values, values + count);
    return json;
}

} // namespace chokepoint::app
