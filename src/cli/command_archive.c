#include <unistd.h>

#include "archive_shelf.h"
#include "faults_print.h"
#include "figures.h"
#include "files.h"
#include "folders.h"
#include "listing.h"
#include "status_word.h"
#include "terminal.h"

enum form { FORM_TABLE, FORM_CSV, FORM_JSON, FORM_COUNT };

static const struct text form_names[FORM_COUNT] = {TEXT_INIT("table"), TEXT_INIT("csv"), TEXT_INIT("json")};

static const struct listing_column archive_columns[] = {
    {TEXT_INIT("date"), N_("Date"), LISTED_TEXT},
    {TEXT_INIT("contest"), N_("Contest"), LISTED_LONG},
    {TEXT_INIT("level"), N_("Level"), LISTED_TEXT},
    {TEXT_INIT("revision"), N_("Revision"), LISTED_COUNT},
    {TEXT_INIT("official"), N_("Official since"), LISTED_TEXT},
    {TEXT_INIT("contestants"), N_("Contestants"), LISTED_COUNT},
    {TEXT_INIT("key"), N_("Signed with"), LISTED_LONG},
    {TEXT_INIT("file"), N_("File"), LISTED_LONG},
    {TEXT_INIT("replaced_by"), N_("Replaced by"), LISTED_LONG},
};
enum { ARCHIVE_COLUMNS = sizeof archive_columns / sizeof *archive_columns };

static const struct listing_column result_columns[] = {
    {TEXT_INIT("date"), N_("Date"), LISTED_TEXT},       {TEXT_INIT("contest"), N_("Contest"), LISTED_LONG},
    {TEXT_INIT("level"), N_("Level"), LISTED_TEXT},     {TEXT_INIT("sector"), N_("Sector"), LISTED_LONG},
    {TEXT_INIT("contestant"), N_("Id"), LISTED_TEXT},   {TEXT_INIT("name"), N_("Name"), LISTED_TEXT},
    {TEXT_INIT("unit"), N_("Unit"), LISTED_LONG},       {TEXT_INIT("rank"), N_("Rank"), LISTED_COUNT},
    {TEXT_INIT("of"), N_("Of"), LISTED_COUNT},          {TEXT_INIT("final"), N_("Final"), LISTED_SCORE},
    {TEXT_INIT("award"), N_("Award"), LISTED_LONG},     {TEXT_INIT("status"), N_("Status"), LISTED_TEXT},
    {TEXT_INIT("key"), N_("Signed with"), LISTED_LONG}, {TEXT_INIT("file"), N_("File"), LISTED_LONG},
};
enum { RESULT_COLUMNS = sizeof result_columns / sizeof *result_columns };

struct asking {
    struct session *session;
    struct text action;
    const char *folder;
    enum form form;
    struct style style;
};

static bool find_form(struct asking *asking)
{
    struct text written = session_option(asking->session, OPTION_FORMAT);
    asking->form = asking->session->request.values[OPTION_FORMAT] ? FORM_COUNT : FORM_TABLE;
    for (size_t i = 0; i < FORM_COUNT; i++)
        if (text_equal(form_names[i], written))
            asking->form = (enum form)i;
    if (asking->form == FORM_COUNT)
        session_misused(asking->session, MESSAGE("unknown format {1}", written),
                        MESSAGE("the forms are table, csv and json"));
    return asking->form != FORM_COUNT;
}

static void print(struct asking *asking, const struct listing *listing)
{
    struct arena *kept = &asking->session->memory.kept, scratch = asking->session->memory.scratch;
    struct text written = {0};
    if (asking->form == FORM_JSON)
        written = listing_json(listing, kept, scratch);
    else if (asking->form == FORM_CSV)
        written = listing_csv(listing, CSV_FOR_PROGRAMS, kept);
    else if (listing->row_count > 0)
        written = listing_table(listing, &asking->style, kept, scratch);
    output_write(written, &asking->session->faults);
}

/* As a user would type it. */
static struct text path_of(const struct asking *asking, struct text name)
{
    return name.length > 0 ? text_from_c(folder_path(asking->folder, name, &asking->session->memory.kept)) : name;
}

static struct text count_text(const struct asking *asking, size_t count)
{
    return count > 0 ? figure_count(&asking->session->memory.kept, count) : TEXT("");
}

/* ---- list ---- */

static void print_archives(struct asking *asking, const struct listed_archives *archives)
{
    struct arena *kept = &asking->session->memory.kept;
    struct text *cells = ARENA_ARRAY(kept, struct text, archives->count * ARCHIVE_COLUMNS), *cell = cells;
    for (size_t i = 0; i < archives->count; i++) {
        const struct listed_archive *archive = &archives->items[i];
        *cell++ = archive->date;
        *cell++ = archive->contest;
        *cell++ = archive->level;
        *cell++ = count_text(asking, archive->revision);
        *cell++ = archive->signed_on;
        *cell++ = count_text(asking, archive->contestants);
        *cell++ = archive->key;
        *cell++ = path_of(asking, archive->path);
        *cell++ = path_of(asking, archive->replaced_by);
    }
    print(asking, &(struct listing){archive_columns, ARCHIVE_COLUMNS, cells, archives->count});
}

/* ---- search ---- */

/* Who has no rank, in words where people read it. */
static struct text status_of(const struct asking *asking, struct text status)
{
    if (asking->form != FORM_TABLE || status.length == 0)
        return status;
    const struct choice *known = choice_find(&contestant_status_choices, status);
    return known ? text_from_c(asking->style.translate(status_word(known->value))) : status;
}

/* What nobody has signed, anybody can have made. Results of one archive stand together. */
static void warn_of_unsigned(struct asking *asking, const struct found_results *results)
{
    for (size_t i = 0; i < results->count; i++)
        if (results->items[i].key.length == 0 &&
            (i == 0 || !text_equal(results->items[i].path, results->items[i - 1].path)))
            faults_add(&asking->session->faults, SEVERITY_WARNING,
                       (struct place){.file = path_of(asking, results->items[i].path)},
                       MESSAGE("not signed: anybody can have made this archive"),
                       MESSAGE("biwu verify says whether its result is the one that its marks give"));
}

static void print_results(struct asking *asking, const struct found_results *results)
{
    struct arena *kept = &asking->session->memory.kept;
    struct text *cells = ARENA_ARRAY(kept, struct text, results->count * RESULT_COLUMNS), *cell = cells;
    for (size_t i = 0; i < results->count; i++) {
        const struct found_result *found = &results->items[i];
        const struct archive_result *result = &found->result;
        *cell++ = found->date;
        *cell++ = found->contest;
        *cell++ = found->level;
        *cell++ = result->sector;
        *cell++ = result->contestant;
        *cell++ = result->name;
        *cell++ = result->unit;
        *cell++ = count_text(asking, result->rank);
        *cell++ = count_text(asking, result->of);
        *cell++ = result->final;
        *cell++ = result->award;
        *cell++ = status_of(asking, result->status);
        *cell++ = found->key;
        *cell++ = path_of(asking, found->path);
    }
    print(asking, &(struct listing){result_columns, RESULT_COLUMNS, cells, results->count});
}

/* Cuts the next word off; full-width blanks are as the others. */
static bool next_word(struct text *rest, struct text *word)
{
    enum { WIDE_BLANK = 0x3000 };
    struct text ahead = *rest = text_trimmed(*rest);
    *word = (struct text){rest->bytes, 0};
    while (ahead.length > 0) {
        uint32_t c = text_next_character(&ahead);
        if (c == ' ' || c == '\t' || c == WIDE_BLANK)
            break;
        word->length = (size_t)(ahead.bytes - word->bytes);
    }
    *rest = ahead;
    return word->length > 0;
}

/* Each operand, and each part of one between blanks. False, having said so, where one has nothing to look for. */
static bool find_words(struct session *session, struct index_question *question)
{
    enum { FIRST_WORD = 2 };
    struct arena *kept = &session->memory.kept;
    struct text *words = NULL;
    size_t capacity = 0;
    for (size_t i = FIRST_WORD; i < session->request.operand_count; i++) {
        struct text rest = text_from_c(session->request.operands[i]), word;
        bool is_sound = index_word_is_sound(rest, session->memory.scratch);
        while (is_sound && next_word(&rest, &word)) {
            is_sound = index_word_is_sound(word, session->memory.scratch);
            ARENA_RESERVE_ONE(kept, words, question->word_count, capacity);
            words[question->word_count++] = word;
        }
        if (!is_sound) {
            session_misused(session,
                            MESSAGE("there is nothing to look for in “{1}”", text_from_c(session->request.operands[i])),
                            MESSAGE("write characters of a name, a unit, a sector or a contest"));
            return false;
        }
    }
    question->words = words;
    return true;
}

/* ---- both ---- */

static bool answer(struct asking *asking, struct archive_index *index, const struct index_question *question,
                   size_t *count)
{
    struct arena *kept = &asking->session->memory.kept;
    struct listed_archives archives;
    struct found_results results;
    if (!question) {
        bool is_read = archive_index_list(index, kept, &archives);
        *count = archives.count;
        if (is_read)
            print_archives(asking, &archives);
        return is_read;
    }
    bool is_read = archive_index_search(index, question, kept, &results);
    *count = results.count;
    if (is_read) {
        print_results(asking, &results);
        warn_of_unsigned(asking, &results);
    }
    return is_read;
}

/* JSON is UTF-8, and holds the paths of the archives. */
static bool folder_can_be_told(struct asking *asking)
{
    size_t bad_at;
    bool can_be_told = asking->form != FORM_JSON || text_is_utf8(text_from_c(asking->folder), &bad_at);
    if (!can_be_told)
        session_misused(asking->session, MESSAGE("the name of this folder is no UTF-8, as JSON has to be"),
                        MESSAGE("rename it, or go into it and name it . instead"));
    return can_be_told;
}

static enum exit_code ask(struct asking *asking, const struct index_question *question)
{
    struct session *session = asking->session;
    struct archive_index index;
    size_t count = 0;
    bool is_open = archive_shelf_open(session, asking->folder, &index);
    if (is_open && !answer(asking, &index, question, &count))
        faults_add(&session->faults, SEVERITY_FAILURE, (struct place){.file = text_from_c(asking->folder)},
                   MESSAGE("the index of the archives cannot be read"),
                   MESSAGE("delete ~/.cache/biwu: the index is made anew"));
    archive_index_close(&index);
    enum exit_code code = session_close(session);
    if (code == EXIT_FINE && count == 0)
        faults_print_note(question ? MESSAGE("nothing was found") : MESSAGE("there are no archives"),
                          session->memory.scratch);
    return code;
}

enum exit_code run_archive(struct session *session)
{
    struct asking asking = {.session = session,
                            .action = text_from_c(session->request.operands[0]),
                            .folder = session->request.operands[1],
                            .style = terminal_style(STDOUT_FILENO)};
    struct index_question question = {.sector = session_option(session, OPTION_SECTOR)};
    bool is_list = text_equal(asking.action, TEXT("list"));
    session->faults = faults_in(&session->memory.kept);
    if (!session->request.values[OPTION_SECTOR])
        question.sector = (struct text){0};
    if (!is_list && !text_equal(asking.action, TEXT("search")))
        return session_misused(session, MESSAGE("archive takes list or search, not {1}", asking.action),
                               MESSAGE("write biwu archive list DIR, or biwu archive search DIR WORD …"));
    if (is_list && (session->request.operand_count > 2 || session->request.values[OPTION_SECTOR]))
        return session_misused(session, MESSAGE("list names all archives: it takes no words and no sector"),
                               MESSAGE("biwu archive search finds results"));
    if (!find_form(&asking) || !folder_can_be_told(&asking) || !find_words(session, &question))
        return EXIT_USAGE;
    return ask(&asking, is_list ? NULL : &question);
}
