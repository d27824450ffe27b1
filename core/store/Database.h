// The face of SQLite: a database in memory that is made from nothing or from the bytes of a file, and closes by itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace chokepoint::store {

/// SQLite refused something; the text is SQLite's and for developers.
class DatabaseError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

class Database {
public:
    /// An empty one, to be written.
    Database();
    /// One to be read, made from bytes that anybody may have written: only the tables of `readable` can be read, only by questions, and
    /// never by views, triggers or functions that the bytes bring along. Throws DatabaseError when they are no database.
    Database(std::string_view bytes, std::set<std::string> readable);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Runs statements that give no rows.
    void run(const std::string& statements);
    /// The bytes of a file with all that is in it.
    std::string bytes() const;

private:
    friend class Statement;
    sqlite3* m_database = nullptr;
    std::set<std::string> m_readable;
    int m_looks = 0; ///< how often a long question has been looked at
};

/// Bytes that are no text, as a value of a statement.
struct Blob {
    std::string_view bytes;
};

/// One statement with its values and rows. It must not outlive its database.
class Statement {
public:
    Statement(Database& database, const std::string& text);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    /// Gives the parameters their values from the left, and runs a statement without rows.
    template <class... Values> void put(const Values&... values)
    {
        int at = 0;
        (bind(++at, values), ...);
        step();
        reset();
    }

    /// Goes to the next row; false behind the last.
    bool step();
    void reset();

    // The columns of the row, from 0. They throw DatabaseError for a value of another kind.
    std::string text(int column) const;
    std::optional<std::string> optionalText(int column) const;
    std::string blob(int column) const;
    std::int64_t whole(int column) const;
    std::optional<std::int64_t> optionalWhole(int column) const;
    double number(int column) const;
    std::optional<double> optionalNumber(int column) const;

private:
    void bind(int at, const std::string& value);
    void bind(int at, const char* value) { bind(at, std::string(value)); }
    void bind(int at, const std::optional<std::string>& value);
    void bind(int at, Blob value);
    void bind(int at, std::int64_t value);
    void bind(int at, const std::optional<std::int64_t>& value);
    void bind(int at, int value) { bind(at, std::int64_t{value}); }
    void bind(int at, std::size_t value) { bind(at, static_cast<std::int64_t>(value)); }
    void bind(int at, bool value) { bind(at, std::int64_t{value}); }
    void bind(int at, double value);
    void bind(int at, const std::optional<double>& value);
    void require(int result) const;
    void requireKind(int column, int kind) const;

    sqlite3* m_database;
    sqlite3_stmt* m_statement = nullptr;
};

} // namespace chokepoint::store
