#include "changed_rows.h"

#include "bytes.h"
#include "contest_files.h"
#include "table_file.h"

/* Above these nobody reads a list of cells, and comparing takes long. */
enum { MOST_BYTES = 1 << 26, MOST_STEPS = 1 << 24 };

/* ---- reading ---- */

struct reading {
    struct arena *arena;
    struct changed_rows *rows;
};

static struct changed_row *add_row(struct reading *reading, size_t count)
{
    struct changed_rows *rows = reading->rows;
    ARENA_RESERVE_ONE(reading->arena, rows->items, rows->count, rows->capacity);
    struct changed_row *row = &rows->items[rows->count++];
    *row = (struct changed_row){ARENA_ARRAY(reading->arena, struct text, count),
                                ARENA_ARRAY(reading->arena, struct place, count), count};
    return row;
}

static void take_record(void *context, const struct record *record, struct arena scratch)
{
    (void)scratch;
    struct reading *reading = context;
    struct changed_row *row = add_row(reading, record->count);
    for (size_t i = 0; i < record->count; i++) {
        row->cells[i] = text_copy(reading->arena, record->cells[i]);
        row->places[i] = i == 0 ? record_place(record, 0) : record_place_behind(record, i - 1, row->places[i - 1], i);
    }
}

static void take_lines(struct reading *reading, struct text file, struct text utf8)
{
    struct text rest = utf8, line;
    for (size_t number = 1; rest.length > 0 && text_next_part(&rest, '\n', &line); number++) {
        struct changed_row *row = add_row(reading, 1);
        row->cells[0] = text_copy(reading->arena, text_trimmed(line));
        row->places[0] = (struct place){.file = file, .line = number};
    }
}

bool changed_rows_read(const char *path, enum encoding encoding, struct arena *arena, struct arena scratch,
                       struct changed_rows *rows)
{
    struct reading reading = {arena, rows};
    struct faults unheard = {0};
    struct text file = text_from_c(path), raw, utf8;
    *rows = (struct changed_rows){0};
    if (!bytes_read(path, MOST_BYTES, &scratch, &unheard, &raw))
        return false;
    if (contest_files_has_ending(file, TEXT(".csv")) || table_file_is_workbook(file))
        table_file_read(path, encoding, NULL, scratch, &unheard, take_record, &reading);
    else if (encoding_as_utf8(raw, encoding, file, &scratch, &unheard, &utf8))
        take_lines(&reading, file, utf8);
    return faults_grave(&unheard) == 0;
}

/* ---- comparing ---- */

bool changed_rows_equal(const struct changed_row *a, const struct changed_row *b)
{
    for (size_t i = 0; i < a->count && i < b->count; i++)
        if (!text_equal(a->cells[i], b->cells[i]))
            return false;
    return a->count == b->count;
}

struct comparing {
    const struct changed_row *old, *new_rows;
    size_t old_count, new_count;
    uint32_t *longest; /* [old][new]: how many rows can stay of what is left from there on */
};

static uint32_t *longest_at(const struct comparing *comparing, size_t old, size_t new_row)
{
    return &comparing->longest[old * (comparing->new_count + 1) + new_row];
}

static void find_longest(struct comparing *comparing, struct arena *scratch)
{
    comparing->longest = ARENA_ARRAY(scratch, uint32_t, (comparing->old_count + 1) * (comparing->new_count + 1));
    for (size_t i = comparing->old_count; i-- > 0;)
        for (size_t j = comparing->new_count; j-- > 0;) {
            uint32_t without_old = *longest_at(comparing, i + 1, j), without_new = *longest_at(comparing, i, j + 1);
            *longest_at(comparing, i, j) = changed_rows_equal(&comparing->old[i], &comparing->new_rows[j])
                                               ? *longest_at(comparing, i + 1, j + 1) + 1
                                           : without_old > without_new ? without_old
                                                                       : without_new;
        }
}

static void tell_runs(const struct comparing *comparing, changed_run_fn *take, void *context)
{
    size_t i = 0, j = 0, old = 0, new_row = 0; /* the run began at the last two */
    while (i < comparing->old_count && j < comparing->new_count) {
        bool is_kept = changed_rows_equal(&comparing->old[i], &comparing->new_rows[j]);
        if (is_kept && (i > old || j > new_row))
            take(context, comparing->old + old, i - old, comparing->new_rows + new_row, j - new_row);
        if (is_kept)
            old = ++i, new_row = ++j;
        else if (*longest_at(comparing, i + 1, j) >= *longest_at(comparing, i, j + 1))
            i++;
        else
            j++;
    }
    if (comparing->old_count > old || comparing->new_count > new_row)
        take(context, comparing->old + old, comparing->old_count - old, comparing->new_rows + new_row,
             comparing->new_count - new_row);
}

void changed_rows_compare(const struct changed_rows *old, const struct changed_rows *new_rows, struct arena scratch,
                          changed_run_fn *take, void *context)
{
    size_t first = 0, old_end = old->count, new_end = new_rows->count;
    while (first < old_end && first < new_end && changed_rows_equal(&old->items[first], &new_rows->items[first]))
        first++;
    while (old_end > first && new_end > first &&
           changed_rows_equal(&old->items[old_end - 1], &new_rows->items[new_end - 1]))
        old_end--, new_end--;
    struct comparing comparing = {.old = old->items + first,
                                  .new_rows = new_rows->items + first,
                                  .old_count = old_end - first,
                                  .new_count = new_end - first};
    if (comparing.old_count == 0 && comparing.new_count == 0)
        return;
    if (comparing.old_count == comparing.new_count ||
        (comparing.old_count + 1) * (comparing.new_count + 1) > MOST_STEPS) {
        take(context, comparing.old, comparing.old_count, comparing.new_rows, comparing.new_count);
        return;
    }
    find_longest(&comparing, &scratch);
    tell_runs(&comparing, take, context);
}
