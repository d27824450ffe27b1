// The face of nlohmann's JSON: values to be written. Only Json.cpp includes the library, which is dear to compile.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace chokepoint::app {

/// A value of JSON. An object is written as {{"name", value}, ...} and keeps the order of its members.
class Json {
public:
    struct Member;

    Json(); ///< null
    Json(bool value);
    Json(int value);
    Json(std::size_t value);
    Json(double value); ///< written as the shortest decimal that reads back as the same double; what is not finite as null
    Json(const std::optional<double>& value);
    Json(const char* text);
    Json(const std::string& text); ///< in UTF-8; other bytes make text() throw
    Json(std::initializer_list<Member> members);
    template <class Value> Json(const std::vector<Value>& values) : Json(listOf(values.data(), values.size())) {}
    template <class Value, std::size_t count> Json(const std::array<Value, count>& values) : Json(listOf(values.data(), count)) {}
    Json(const Json&);
    Json(Json&&) noexcept;
    Json& operator=(const Json&);
    Json& operator=(Json&&) noexcept;
    ~Json();

    static Json array();
    static Json object();

    /// Appends to an array.
    void add(Json value);
    /// Adds a member to an object, or replaces the one of this name.
    Json& set(const std::string& name, Json value);

    /// On lines of their own, indented by two, with a line end.
    std::string text() const;
    /// On one line, without a line end.
    std::string line() const;

private:
    static Json listOf(const double* values, std::size_t count);
    static Json listOf(const std::string* values, std::size_t count);

    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

struct Json::Member {
    Member(const char* memberName, Json memberValue) : name(memberName), value(std::move(memberValue)) {}

    const char* name;
    mutable Json value; ///< moved out of the list that holds it
};

} // namespace chokepoint::app
