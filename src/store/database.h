/* SQLite, as the rooms of this floor use it. After the first error nothing more is done, and database_is_sound() tells:
 * whoever runs several statements asks once, at the end. */
#ifndef BIWU_DATABASE_H
#define BIWU_DATABASE_H

#include "text.h"

struct sqlite3;
struct sqlite3_stmt;

struct database {
    struct sqlite3 *handle;
    bool has_failed, is_damaged; /* the second: it failed because the file is no such database */
};

/* Opens the file, made where it is missing, for its owner alone; NULL: one in memory. database_close() also where it could
 * not be opened; after an error it takes back what the transaction has written. */
void database_open(struct database *database, const char *path);
void database_close(struct database *database);
bool database_is_sound(const struct database *database);

/* Runs statements that give no rows. */
void database_run(struct database *database, const char *sql);

struct statement {
    struct database *database;
    struct sqlite3_stmt *handle;
};

/* One statement; its parameters ?1, ?2 … are bound by these, and borrowed until it ends or is reset. */
struct statement statement_begin(struct database *database, const char *sql);
void statement_bind_text(struct statement *statement, int parameter, struct text text);
void statement_bind_number(struct statement *statement, int parameter, int64_t number);
/* The next row; false behind the last. */
bool statement_next(struct statement *statement);
/* Runs it to its end, and makes it ready to be bound again. */
void statement_run(struct statement *statement);
void statement_end(struct statement *statement);

/* Of the row, by its column from 0; a text is copied into `arena`. */
struct text statement_text(const struct statement *statement, int column, struct arena *arena);
int64_t statement_number(const struct statement *statement, int column);

/* Of the last row that was inserted. */
int64_t database_last_id(const struct database *database);

#endif
