/* Making the index: its tables, and what goes into them. */
#include "archive_index.h"

#include "search_words.h"

/* `seen` is of the update that runs. Rows of `word` have the ids of those of `result`. */
static const char tables[] =
    "PRAGMA user_version = 2;"
    "CREATE TABLE archive (id INTEGER PRIMARY KEY, path TEXT UNIQUE, size INTEGER, inode INTEGER, seconds INTEGER,"
    " nanoseconds INTEGER, seen INTEGER, contest TEXT, level TEXT, date TEXT, signed_on TEXT, revision INTEGER,"
    " manifest TEXT, key TEXT, contestants INTEGER);"
    "CREATE INDEX archive_of_manifest ON archive (manifest);"
    "CREATE TABLE former (manifest TEXT, archive INTEGER);"
    "CREATE INDEX former_of_manifest ON former (manifest);"
    "CREATE TABLE result (id INTEGER PRIMARY KEY, archive INTEGER, sector TEXT, contestant TEXT, name TEXT, unit TEXT,"
    " rank INTEGER, of INTEGER, final TEXT, award TEXT, status TEXT);"
    "CREATE INDEX result_of_archive ON result (archive);"
    "CREATE VIRTUAL TABLE word USING fts5 (name, unit, sector, award, contest, contestant, tokenize = ascii);"
    /* By which other each archive is replaced: the latest that corrects it, else one of the same result that comes before
     * it. Anybody can claim to correct anything: what is signed is replaced only by what is signed with the same key. */
    "CREATE VIEW listed AS SELECT *, coalesce("
    "(SELECT other.path FROM former JOIN archive other ON other.id = former.archive"
    " WHERE former.manifest = archive.manifest AND other.revision > archive.revision AND archive.key IN ('', other.key)"
    " ORDER BY other.revision DESC, other.path LIMIT 1),"
    "(SELECT other.path FROM archive other"
    " WHERE other.manifest = archive.manifest AND other.revision = archive.revision AND archive.key IN ('', other.key)"
    " AND (other.key <> archive.key OR other.path < archive.path) ORDER BY other.path LIMIT 1),"
    "'') AS replaced_by FROM archive;";

static int64_t number_of(struct database *database, const char *sql)
{
    struct statement statement = statement_begin(database, sql);
    int64_t number = statement_next(&statement) ? statement_number(&statement, 0) : 0;
    statement_end(&statement);
    return number;
}

bool archive_index_open(struct archive_index *index, const char *path)
{
    enum { VERSION = 2 };
    struct database *database = &index->database;
    database_open(database, path);
    database_run(database, "BEGIN IMMEDIATE");
    int64_t version = number_of(database, "PRAGMA user_version");
    if (version == 0)
        database_run(database, tables);
    database_run(database, "COMMIT");
    index->is_of_other_version = version != 0 && version != VERSION;
    return database_is_sound(database) && !index->is_of_other_version;
}

bool archive_index_is_useless(const struct archive_index *index)
{
    const struct database *database = &index->database;
    return index->is_of_other_version || database->is_damaged;
}

void archive_index_close(struct archive_index *index)
{
    database_close(&index->database);
}

/* ---- bringing it up to date ---- */

void archive_index_begin(struct archive_index *index)
{
    database_run(&index->database, "BEGIN IMMEDIATE; UPDATE archive SET seen = 0");
}

bool archive_index_has(struct archive_index *index, struct text path, struct file_state state)
{
    struct statement statement =
        statement_begin(&index->database,
                        "UPDATE archive SET seen = 1 WHERE path = ?1 AND size = ?2 AND inode = ?3 AND seconds = ?4 AND"
                        " nanoseconds = ?5 RETURNING id");
    const int64_t numbers[] = {state.size, state.inode, state.changed[0], state.changed[1]};
    enum { FIRST_NUMBER = 2 };
    statement_bind_text(&statement, 1, path);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        statement_bind_number(&statement, FIRST_NUMBER + (int)i, numbers[i]);
    bool is_known = statement_next(&statement);
    statement_end(&statement);
    return is_known;
}

void archive_index_drop_others(struct archive_index *index)
{
    database_run(&index->database,
                 "DELETE FROM word WHERE rowid IN"
                 " (SELECT result.id FROM result JOIN archive ON archive.id = archive WHERE NOT seen);"
                 "DELETE FROM result WHERE archive IN (SELECT id FROM archive WHERE NOT seen);"
                 "DELETE FROM former WHERE archive IN (SELECT id FROM archive WHERE NOT seen);"
                 "DELETE FROM archive WHERE NOT seen");
}

bool archive_index_end(struct archive_index *index)
{
    database_run(&index->database, "COMMIT");
    return database_is_sound(&index->database);
}

/* ---- an archive ---- */

static void bind_texts(struct statement *statement, const struct text *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        statement_bind_text(statement, 1 + (int)i, texts[i]);
}

static void bind_numbers(struct statement *statement, size_t before, const int64_t *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++)
        statement_bind_number(statement, 1 + (int)(before + i), numbers[i]);
}

static int64_t count_contestants(const struct archive_entry *entry)
{
    int64_t count = 0;
    for (size_t i = 0; i < entry->count; i++)
        count += entry->results[i].contestant.length > 0;
    return count;
}

static int64_t put_archive(struct database *database, struct text path, struct file_state state,
                           const struct archive_entry *entry)
{
    const struct text texts[] = {path,
                                 entry->contest,
                                 entry->level,
                                 entry->date.length > 0 ? entry->date : entry->signed_on,
                                 entry->signed_on,
                                 entry->manifest,
                                 entry->key};
    const int64_t numbers[] = {state.size,
                               state.inode,
                               state.changed[0],
                               state.changed[1],
                               (int64_t)entry->revision,
                               count_contestants(entry)};
    struct statement statement =
        statement_begin(database, "INSERT INTO archive (path, contest, level, date, signed_on, manifest, key, size,"
                                  " inode, seconds, nanoseconds, revision, contestants, seen) VALUES"
                                  " (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, 1)");
    bind_texts(&statement, texts, sizeof texts / sizeof *texts);
    bind_numbers(&statement, sizeof texts / sizeof *texts, numbers, sizeof numbers / sizeof *numbers);
    statement_run(&statement);
    statement_end(&statement);
    return database_last_id(database);
}

static void put_former(struct database *database, int64_t archive, const struct archive_entry *entry)
{
    struct statement statement = statement_begin(database, "INSERT INTO former (manifest, archive) VALUES (?1, ?2)");
    for (size_t i = 0; i < entry->former_count; i++) {
        statement_bind_text(&statement, 1, entry->former[i]);
        statement_bind_number(&statement, 2, archive);
        statement_run(&statement);
    }
    statement_end(&statement);
}

/* ---- its results ---- */

struct putting {
    struct statement result, word;
    int64_t archive;
    struct text contest; /* as words */
    struct arena scratch;
};

static void put_words(struct putting *putting, const struct archive_result *result, int64_t id)
{
    struct arena scratch = putting->scratch;
    const struct text texts[] = {search_words(result->name, &scratch),
                                 search_words(result->unit, &scratch),
                                 search_words(result->sector, &scratch),
                                 search_words(result->award, &scratch),
                                 putting->contest,
                                 search_words(result->contestant, &scratch)};
    bind_texts(&putting->word, texts, sizeof texts / sizeof *texts);
    bind_numbers(&putting->word, sizeof texts / sizeof *texts, &id, 1);
    statement_run(&putting->word);
}

static void put_result(struct putting *putting, const struct archive_result *result)
{
    const struct text texts[] = {result->sector, result->contestant, result->name,  result->unit,
                                 result->final,  result->award,      result->status};
    const int64_t numbers[] = {putting->archive, (int64_t)result->rank, (int64_t)result->of};
    bind_texts(&putting->result, texts, sizeof texts / sizeof *texts);
    bind_numbers(&putting->result, sizeof texts / sizeof *texts, numbers, sizeof numbers / sizeof *numbers);
    statement_run(&putting->result);
    put_words(putting, result, database_last_id(putting->result.database));
}

void archive_index_put(struct archive_index *index, struct text path, struct file_state state,
                       const struct archive_entry *entry, struct arena scratch)
{
    struct database *database = &index->database;
    struct putting putting = {.archive = put_archive(database, path, state, entry),
                              .contest = search_words(entry->contest, &scratch)};
    put_former(database, putting.archive, entry);
    putting.result =
        statement_begin(database, "INSERT INTO result (sector, contestant, name, unit, final, award, status,"
                                  " archive, rank, of) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    putting.word = statement_begin(database, "INSERT INTO word (name, unit, sector, award, contest, contestant, rowid)"
                                             " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    putting.scratch = scratch;
    for (size_t i = 0; i < entry->count; i++)
        put_result(&putting, &entry->results[i]);
    statement_end(&putting.result);
    statement_end(&putting.word);
}
