/* Reading the index: the list of archives, and what a question finds. */
#include "archive_index.h"
#include "search_words.h"

bool index_word_is_sound(struct text word, struct arena scratch)
{
    return search_words(word, &scratch).length > 0;
}

bool archive_index_list(struct archive_index *index, struct arena *arena, struct listed_archives *archives)
{
    struct statement statement =
        statement_begin(&index->database, "SELECT path, contest, level, date, signed_on, key, replaced_by, revision,"
                                          " contestants FROM listed ORDER BY date, path");
    *archives = (struct listed_archives){0};
    while (statement_next(&statement)) {
        ARENA_RESERVE_ONE(arena, archives->items, archives->count, archives->capacity);
        struct listed_archive *archive = &archives->items[archives->count++];
        struct text *texts[] = {&archive->path,      &archive->contest, &archive->level,      &archive->date,
                                &archive->signed_on, &archive->key,     &archive->replaced_by};
        enum { TEXTS = sizeof texts / sizeof texts[0] };
        for (int i = 0; i < TEXTS; i++)
            *texts[i] = statement_text(&statement, i, arena);
        archive->revision = (size_t)statement_number(&statement, TEXTS);
        archive->contestants = (size_t)statement_number(&statement, TEXTS + 1);
    }
    statement_end(&statement);
    return database_is_sound(&index->database);
}

/* ---- what is asked for ---- */

/* "738b 4f1f" AND "793e 533a" */
static struct text phrases_of(const struct index_question *question, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    for (size_t i = 0; i < question->word_count; i++) {
        sink_c(&sink, i > 0 ? " AND \"" : "\"");
        sink_text(&sink, search_words(question->words[i], arena));
        sink_byte(&sink, '"');
    }
    return sink_written(&sink);
}

static struct statement ask(struct archive_index *index, const struct index_question *question, struct arena *arena)
{
    enum { PHRASES = 1, SECTOR };
    struct sink sql = sink_in(arena);
    sink_c(&sql,
           "SELECT path, contest, level, date, sector, contestant, name, unit, final, award, status, key, revision,"
           " rank, of FROM result JOIN listed ON listed.id = archive WHERE replaced_by = ''");
    if (question->word_count > 0)
        sink_c(&sql, " AND result.id IN (SELECT rowid FROM word WHERE word MATCH ?1)");
    if (question->sector.bytes)
        sink_c(&sql, " AND sector = ?2");
    sink_c(&sql, " ORDER BY date, path, result.id");
    struct statement statement = statement_begin(&index->database, text_to_c(arena, sink_written(&sql)));
    if (question->word_count > 0)
        statement_bind_text(&statement, PHRASES, phrases_of(question, arena));
    if (question->sector.bytes)
        statement_bind_text(&statement, SECTOR, question->sector);
    return statement;
}

bool archive_index_search(struct archive_index *index, const struct index_question *question, struct arena *arena,
                          struct found_results *results)
{
    struct statement statement = ask(index, question, arena);
    *results = (struct found_results){0};
    while (statement_next(&statement)) {
        ARENA_RESERVE_ONE(arena, results->items, results->count, results->capacity);
        struct found_result *found = &results->items[results->count++];
        struct archive_result *result = &found->result;
        struct text *texts[] = {&found->path,    &found->contest,     &found->level,   &found->date,
                                &result->sector, &result->contestant, &result->name,   &result->unit,
                                &result->final,  &result->award,      &result->status, &found->key};
        enum { TEXTS = sizeof texts / sizeof texts[0] };
        for (int i = 0; i < TEXTS; i++)
            *texts[i] = statement_text(&statement, i, arena);
        found->revision = (size_t)statement_number(&statement, TEXTS);
        result->rank = (size_t)statement_number(&statement, TEXTS + 1);
        result->of = (size_t)statement_number(&statement, TEXTS + 2);
    }
    statement_end(&statement);
    return database_is_sound(&index->database);
}
