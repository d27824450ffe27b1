// SQLite behind its face. Bytes of others are read under the rules that its authors give for hostile files.
#include "store/Database.h"

#include <sqlite3.h>

#include <cstring>
#include <new>
#include <utility>

namespace chokepoint::store {
namespace {

/// So many times a million steps of SQLite's machine are worked off before a question is given up: a full workbook takes a few.
constexpr int stepsBetweenLooks = 1'000'000, mostLooks = 400;

void require(sqlite3* database, int result)
{
    if (result != SQLITE_OK)
        throw DatabaseError(database ? sqlite3_errmsg(database) : sqlite3_errstr(result));
}

sqlite3* opened()
{
    sqlite3* database = nullptr;
    const int result = sqlite3_open_v2(":memory:", &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX, nullptr);
    if (result != SQLITE_OK) {
        sqlite3_close(database);
        throw DatabaseError(sqlite3_errstr(result));
    }
    return database;
}

void setLimits(sqlite3* database)
{
    constexpr std::pair<int, int> limits[] = {
        {SQLITE_LIMIT_LENGTH, 4'000'000},   {SQLITE_LIMIT_SQL_LENGTH, 100'000}, {SQLITE_LIMIT_COLUMN, 100},
        {SQLITE_LIMIT_EXPR_DEPTH, 20},      {SQLITE_LIMIT_COMPOUND_SELECT, 3},  {SQLITE_LIMIT_VDBE_OP, 25'000},
        {SQLITE_LIMIT_FUNCTION_ARG, 8},     {SQLITE_LIMIT_ATTACHED, 0},         {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50},
        {SQLITE_LIMIT_VARIABLE_NUMBER, 32}, {SQLITE_LIMIT_TRIGGER_DEPTH, 10},
    };
    for (const auto& [limit, value] : limits)
        sqlite3_limit(database, limit, value);
}

/// Questions to named tables and the checks of the file are allowed, all else is not.
int allowed(void* readable, int action, const char* first, const char* second, const char*, const char*)
{
    const auto is = [](const char* text, const char* other) { return text && std::strcmp(text, other) == 0; };
    switch (action) {
    case SQLITE_SELECT: return SQLITE_OK;
    case SQLITE_READ: return static_cast<const std::set<std::string>*>(readable)->contains(first) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_PRAGMA: return is(first, "quick_check") || is(first, "foreign_key_check") ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_FUNCTION: return is(second, "count") ? SQLITE_OK : SQLITE_DENY;
    default: return SQLITE_DENY;
    }
}

int countLooks(void* looks) { return ++*static_cast<int*>(looks) > mostLooks; }

} // namespace

Database::Database() : m_database(opened()) {}

Database::Database(std::string_view bytes, std::set<std::string> readable) : m_database(opened()), m_readable(std::move(readable))
{
    try {
        constexpr std::pair<int, int> switches[] = {{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                                    {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                                    {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                                                    {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
                                                    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0}};
        for (const auto& [name, value] : switches)
            require(m_database, sqlite3_db_config(m_database, name, value, nullptr));
        setLimits(m_database);
        run("PRAGMA cell_size_check = ON");
        auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size()));
        if (!copy)
            throw std::bad_alloc();
        std::memcpy(copy, bytes.data(), bytes.size());
        const auto size = static_cast<sqlite3_int64>(bytes.size());
        // frees the copy also when it fails
        require(m_database,
                sqlite3_deserialize(m_database, "main", copy, size, size, SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY));
        sqlite3_set_authorizer(m_database, &allowed, &m_readable);
        m_looks = 0;
        sqlite3_progress_handler(m_database, stepsBetweenLooks, &countLooks, &m_looks);
    } catch (...) {
        sqlite3_close(m_database);
        throw;
    }
}

Database::~Database() { sqlite3_close(m_database); }

void Database::run(const std::string& statements)
{
    require(m_database, sqlite3_exec(m_database, statements.c_str(), nullptr, nullptr, nullptr));
}

std::string Database::bytes() const
{
    sqlite3_int64 size = 0;
    auto* image = sqlite3_serialize(m_database, "main", &size, 0);
    if (!image)
        throw std::bad_alloc();
    std::string bytes(reinterpret_cast<const char*>(image), static_cast<std::size_t>(size));
    sqlite3_free(image);
    return bytes;
}

Statement::Statement(Database& database, const std::string& text) : m_database(database.m_database)
{
    require(sqlite3_prepare_v2(m_database, text.data(), static_cast<int>(text.size()), &m_statement, nullptr));
}

Statement::~Statement() { sqlite3_finalize(m_statement); }

void Statement::require(int result) const { store::require(m_database, result); }

bool Statement::step()
{
    const int result = sqlite3_step(m_statement);
    if (result != SQLITE_ROW && result != SQLITE_DONE)
        throw DatabaseError(sqlite3_errmsg(m_database));
    return result == SQLITE_ROW;
}

void Statement::reset() { require(sqlite3_reset(m_statement)); }

void Statement::bind(int at, const std::string& value)
{
    require(sqlite3_bind_text64(m_statement, at, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(int at, const std::optional<std::string>& value)
{
    value ? bind(at, *value) : require(sqlite3_bind_null(m_statement, at));
}

void Statement::bind(int at, Blob value)
{
    const auto* data = value.bytes.empty() ? "" : value.bytes.data(); // without an address it would be no value
    require(sqlite3_bind_blob64(m_statement, at, data, value.bytes.size(), SQLITE_TRANSIENT));
}

void Statement::bind(int at, std::int64_t value) { require(sqlite3_bind_int64(m_statement, at, value)); }

void Statement::bind(int at, const std::optional<std::int64_t>& value)
{
    value ? bind(at, *value) : require(sqlite3_bind_null(m_statement, at));
}

void Statement::bind(int at, double value) { require(sqlite3_bind_double(m_statement, at, value)); }

void Statement::bind(int at, const std::optional<double>& value) { value ? bind(at, *value) : require(sqlite3_bind_null(m_statement, at)); }

void Statement::requireKind(int column, int kind) const
{
    // A table can hold values of other kinds than it says: strict tables are checked when they are written, not when they are read.
    if (sqlite3_column_type(m_statement, column) != kind)
        throw DatabaseError("a value of another kind in column " + std::string(sqlite3_column_name(m_statement, column)));
}

std::string Statement::text(int column) const
{
    requireKind(column, SQLITE_TEXT);
    const auto* begin = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    if (!begin)
        throw std::bad_alloc();
    return {begin, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

std::optional<std::string> Statement::optionalText(int column) const
{
    if (sqlite3_column_type(m_statement, column) == SQLITE_NULL)
        return std::nullopt;
    return text(column);
}

std::string Statement::blob(int column) const
{
    requireKind(column, SQLITE_BLOB);
    const auto* begin = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column));
    if (!begin && size > 0)
        throw std::bad_alloc();
    return begin ? std::string(begin, size) : std::string();
}

std::int64_t Statement::whole(int column) const
{
    requireKind(column, SQLITE_INTEGER);
    return sqlite3_column_int64(m_statement, column);
}

std::optional<std::int64_t> Statement::optionalWhole(int column) const
{
    if (sqlite3_column_type(m_statement, column) == SQLITE_NULL)
        return std::nullopt;
    return whole(column);
}

double Statement::number(int column) const
{
    requireKind(column, SQLITE_FLOAT);
    return sqlite3_column_double(m_statement, column);
}

std::optional<double> Statement::optionalNumber(int column) const
{
    if (sqlite3_column_type(m_statement, column) == SQLITE_NULL)
        return std::nullopt;
    return number(column);
}

} // namespace chokepoint::store
