#include "draw_column.h"

#include "bytes.h"
#include "columns.h"
#include "csv_quotes.h"
#include "plain.h"

struct filling_in {
    const struct contest *contest;
    const int64_t *numbers;
    struct text utf8;
    char separator;
    struct sink sink;
    size_t copied; /* bytes of `utf8` that are in the sink or left out */
    bool has_header, is_as_before;
    size_t id_cell, draw_cell;
    size_t found; /* contestants so far */
};

/* ---- one cell ---- */

static void copy_up_to(struct filling_in *filling, size_t at)
{
    sink_text(&filling->sink, (struct text){filling->utf8.bytes + filling->copied, at - filling->copied});
    filling->copied = at;
}

/* The byte behind the cell that begins at byte `start` of the record. */
static size_t cell_end(const struct filling_in *filling, const struct record *record, size_t start)
{
    size_t end = start;
    if (end < record->raw.length && record->raw.bytes[end] == '"')
        end = csv_closing_quote(record->raw, end);
    while (end < record->raw.length && record->raw.bytes[end] != filling->separator)
        end++;
    return end;
}

/* Puts `cell` where the record's column draw is; a record that ends before it gets the separators that it lacks. */
static void write_draw(struct filling_in *filling, const struct record *record, struct text cell)
{
    size_t row = (size_t)(record->raw.bytes - filling->utf8.bytes);
    if (filling->draw_cell < record->count) {
        size_t start = record->starts[filling->draw_cell];
        copy_up_to(filling, row + start);
        filling->copied = row + cell_end(filling, record, start);
    } else {
        copy_up_to(filling, row + record->raw.length);
        for (size_t i = record->count; i <= filling->draw_cell; i++)
            sink_byte(&filling->sink, filling->separator);
    }
    sink_text(&filling->sink, cell);
}

/* ---- rows ---- */

static void take_header(struct filling_in *filling, const struct record *header, struct arena scratch)
{
    size_t cell_of[COLUMNS_MOST];
    struct faults told_before = faults_in(filling->sink.arena);
    filling->has_header = true;
    filling->is_as_before = columns_match(&contestants_format, header, NULL, scratch, &told_before, cell_of);
    if (!filling->is_as_before)
        return;
    filling->id_cell = cell_of[CONTESTANTS_ID];
    filling->draw_cell = cell_of[CONTESTANTS_DRAW];
    if (filling->draw_cell != INDEX_NONE)
        return;
    bool is_english = text_is_word(header->cells[filling->id_cell], contestants_format.columns[CONTESTANTS_ID].name);
    filling->draw_cell = header->count;
    write_draw(filling, header, is_english ? TEXT("draw") : TEXT("出场序号"));
}

static void take_record(void *context, const struct record *record, struct arena scratch)
{
    struct filling_in *filling = context;
    if (!filling->has_header) {
        take_header(filling, record, scratch);
        return;
    }
    size_t contestant = INDEX_NONE;
    if (filling->is_as_before && filling->id_cell < record->count)
        contestant = index_find(&filling->contest->contestant_ids, record->cells[filling->id_cell]);
    filling->is_as_before = contestant < filling->contest->contestant_count;
    if (!filling->is_as_before)
        return;
    struct sink number = sink_in(&scratch);
    if (filling->numbers[contestant] > 0)
        sink_integer(&number, filling->numbers[contestant]);
    write_draw(filling, record, sink_written(&number));
    filling->found++;
}

/* ---- the file ---- */

static bool report_changed(struct text file, struct faults *faults)
{
    faults_add(faults, SEVERITY_FAILURE, (struct place){.file = file},
               MESSAGE("this file was changed while it was read"), MESSAGE("try again when nobody writes to it"));
    return false;
}

bool draw_column_fill(const char *path, enum encoding encoding, const struct contest *contest, const int64_t *numbers,
                      struct arena *arena, struct arena scratch, struct faults *faults, struct text *filled)
{
    struct text file = text_from_c(path), raw, utf8, mark = TEXT("\xEF\xBB\xBF");
    struct faults told_before = faults_in(&scratch);
    if (!bytes_read(path, BYTES_MOST_TABLE, &scratch, faults, &raw))
        return false;
    if (!encoding_as_utf8(raw, encoding, file, &scratch, &told_before, &utf8))
        return report_changed(file, faults);
    struct filling_in filling = {.contest = contest, .numbers = numbers, .utf8 = utf8, .is_as_before = true};
    filling.separator = records_separator(utf8);
    filling.sink = sink_in(arena);
    if (utf8.bytes != raw.bytes)
        sink_text(&filling.sink, mark);

    size_t grave = faults_grave(faults);
    csv_records_read(utf8, file, scratch, faults, take_record, &filling);
    if (faults_grave(faults) > grave)
        return false;
    if (!filling.is_as_before || filling.found != contest->contestant_count)
        return report_changed(file, faults);
    copy_up_to(&filling, utf8.length);
    *filled = sink_written(&filling.sink);
    return true;
}
