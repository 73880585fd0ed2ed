#include "database.h"

#include <sqlite3.h>
#include <sys/stat.h>

enum { WAIT_MILLISECONDS = 10000, OTHERS = 077 };

static void note(struct database *database, int outcome)
{
    enum { KIND = 0xFF }; /* without what an extended code tells besides */
    database->has_failed = database->has_failed || outcome != SQLITE_OK;
    int kind = outcome & KIND;
    database->is_damaged |= kind == SQLITE_CORRUPT || kind == SQLITE_NOTADB || kind == SQLITE_ERROR;
}

void database_open(struct database *database, const char *path)
{
    mode_t former = umask(OTHERS);
    *database = (struct database){0};
    note(database, sqlite3_open_v2(path ? path : ":memory:", &database->handle,
                                   SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE, NULL));
    umask(former);
    if (database_is_sound(database))
        note(database, sqlite3_busy_timeout(database->handle, WAIT_MILLISECONDS));
}

/* Where the disk was full, SQLite leaves that to whoever reads next; until then the file would keep it full. */
static void take_back(struct sqlite3 *handle)
{
    sqlite3_busy_timeout(handle, 0);
    sqlite3_exec(handle, "ROLLBACK", NULL, NULL, NULL);
    sqlite3_exec(handle, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);
}

void database_close(struct database *database)
{
    if (database->has_failed && database->handle)
        take_back(database->handle);
    sqlite3_close_v2(database->handle);
    *database = (struct database){.has_failed = true};
}

bool database_is_sound(const struct database *database)
{
    return !database->has_failed;
}

void database_run(struct database *database, const char *sql)
{
    if (database_is_sound(database))
        note(database, sqlite3_exec(database->handle, sql, NULL, NULL, NULL));
}

int64_t database_last_id(const struct database *database)
{
    return database_is_sound(database) ? sqlite3_last_insert_rowid(database->handle) : 0;
}

/* ---- statements ---- */

struct statement statement_begin(struct database *database, const char *sql)
{
    struct statement statement = {database, NULL};
    if (database_is_sound(database))
        note(database, sqlite3_prepare_v2(database->handle, sql, -1, &statement.handle, NULL));
    return statement;
}

void statement_bind_text(struct statement *statement, int parameter, struct text text)
{
    if (!database_is_sound(statement->database))
        return;
    const char *bytes = text.length > 0 ? text.bytes : "";
    note(statement->database, sqlite3_bind_text64(statement->handle, parameter, bytes, (sqlite3_uint64)text.length,
                                                  SQLITE_STATIC, SQLITE_UTF8));
}

void statement_bind_number(struct statement *statement, int parameter, int64_t number)
{
    if (database_is_sound(statement->database))
        note(statement->database, sqlite3_bind_int64(statement->handle, parameter, number));
}

bool statement_next(struct statement *statement)
{
    if (!database_is_sound(statement->database))
        return false;
    int outcome = sqlite3_step(statement->handle);
    note(statement->database, outcome == SQLITE_ROW || outcome == SQLITE_DONE ? SQLITE_OK : outcome);
    return outcome == SQLITE_ROW;
}

void statement_run(struct statement *statement)
{
    while (statement_next(statement))
        ;
    if (database_is_sound(statement->database))
        note(statement->database, sqlite3_reset(statement->handle));
}

void statement_end(struct statement *statement)
{
    sqlite3_finalize(statement->handle);
    statement->handle = NULL;
}

struct text statement_text(const struct statement *statement, int column, struct arena *arena)
{
    const unsigned char *bytes = sqlite3_column_text(statement->handle, column);
    size_t length = bytes ? (size_t)sqlite3_column_bytes(statement->handle, column) : 0;
    return text_copy(arena, (struct text){(const char *)bytes, length});
}

int64_t statement_number(const struct statement *statement, int column)
{
    return sqlite3_column_int64(statement->handle, column);
}
