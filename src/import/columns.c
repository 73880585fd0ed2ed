#include "columns.h"

#include "plain.h"

static bool means(const struct column *column, struct text header)
{
    struct text rest = column->aliases, alias;
    if (text_is_word(column->name, header))
        return true;
    while (text_next_part(&rest, '|', &alias))
        if (text_is_word(alias, header))
            return true;
    return false;
}

size_t columns_find(const struct table_format *format, struct text header)
{
    struct plain plain;
    if (!plain_from_text(header, &plain))
        return INDEX_NONE;
    for (size_t i = 0; i < format->count; i++)
        if (means(&format->columns[i], plain_text(&plain)))
            return i;
    return INDEX_NONE;
}

/* ---- hints ---- */

/* What spreadsheets hold beside what is read: never a misprint of a column's name, 名次 none of 轮次, 性别 none of
 * 组别. */
static bool is_of_spreadsheets(struct text header)
{
    static const struct text words[] = {TEXT_INIT("总分"), TEXT_INIT("平均分"), TEXT_INIT("名次"), TEXT_INIT("备注"),
                                        TEXT_INIT("序号"), TEXT_INIT("岗位"),   TEXT_INIT("性别")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_equal(words[i], header))
            return true;
    return false;
}

/* What the header holds that is no column, and may have been meant as one. */
static struct index unknown_headers(const struct table_format *format, const struct record *header, struct arena *arena)
{
    struct index unknown = index_in(arena);
    for (size_t i = 0; i < header->count; i++) {
        struct text cell = header->cells[i];
        bool is_short = cell.length > 0 && cell.length <= PLAIN_MOST_BYTES;
        if (is_short && columns_find(format, cell) == INDEX_NONE && !is_of_spreadsheets(cell))
            index_add(&unknown, cell, i);
    }
    return unknown;
}

struct text columns_nearest_header(const struct table_format *format, const struct column *column,
                                   const struct record *header, struct arena scratch)
{
    struct index unknown = unknown_headers(format, header, &scratch);
    struct text nearest = index_nearest(&unknown, column->name, scratch);
    struct text rest = column->aliases, alias;
    while (nearest.length == 0 && text_next_part(&rest, '|', &alias))
        nearest = index_nearest(&unknown, alias, scratch);
    return nearest;
}

/* The known header nearest to an unknown one; empty where none is near. */
static struct text nearest_column(const struct table_format *format, struct text header, struct arena scratch)
{
    if (is_of_spreadsheets(header))
        return TEXT("");
    struct index known = index_in(&scratch);
    struct text alias;
    for (size_t i = 0; i < format->count; i++) {
        struct text rest = format->columns[i].aliases;
        index_add(&known, format->columns[i].name, i);
        while (text_next_part(&rest, '|', &alias))
            index_add(&known, alias, i);
    }
    return header.length <= PLAIN_MOST_BYTES ? index_nearest(&known, header, scratch) : TEXT("");
}

static bool is_parted_by_full_width_comma(const struct record *header)
{
    struct text rest = header->cells[0];
    while (header->count == 1 && rest.length > 0)
        if (text_next_character(&rest) == 0xFF0C)
            return true;
    return false;
}

/* ---- matching ---- */

/* A header that is being matched. */
struct matching {
    const struct table_format *format;
    const struct record *header;
    struct faults *faults;
    struct extra_columns *extra;
    size_t *cell_of;
    size_t unknown; /* reported so far */
};

static void report_unknown(struct matching *matching, size_t cell, struct arena scratch)
{
    const struct record *header = matching->header;
    /* Finding a place and a hint takes time, and those of a very wide header would not be kept. */
    bool is_kept = matching->unknown++ < FAULTS_KEPT_OF_A_KIND;
    struct place place = is_kept ? record_place(header, cell) : header->start;
    struct text nearest = is_kept ? nearest_column(matching->format, header->cells[cell], scratch) : TEXT("");
    faults_add(matching->faults, SEVERITY_WARNING, place,
               MESSAGE("column “{1}” is not known here: it is not read", SHOWN(header->cells[cell])),
               nearest.length > 0 ? MESSAGE("is “{1}” meant?", nearest) : NO_HINT);
}

void columns_report_missing(const struct table_format *format, size_t number, const struct record *header,
                            struct arena scratch, struct faults *faults)
{
    const struct column *column = &format->columns[number];
    struct text nearest = SHOWN(columns_nearest_header(format, column, header, scratch));
    struct text rest = column->aliases, chinese;
    struct message hint = NO_HINT;
    text_next_part(&rest, '|', &chinese);
    if (is_parted_by_full_width_comma(header))
        hint = MESSAGE("part the columns by ordinary commas (,), not by full-width ones (，)");
    else if (nearest.length > 0)
        hint = MESSAGE("is “{1}” meant to be it?", nearest);
    else if (header->count == 1 && format->count > 1)
        hint =
            MESSAGE("the first line must name the columns: add it where it is missing, or take a title above it out");
    faults_add(faults, SEVERITY_ERROR, header->start, MESSAGE("the column {1} ({2}) is missing", column->name, chinese),
               hint);
}

void columns_report_doubled(const struct table_format *format, size_t column, const struct record *header, size_t first,
                            size_t second, struct faults *faults)
{
    faults_add(faults, SEVERITY_ERROR, record_place(header, second),
               MESSAGE("the column {1} stands twice: as “{2}” and as “{3}”", format->columns[column].name,
                       SHOWN(header->cells[first]), SHOWN(header->cells[second])),
               MESSAGE("keep one of them"));
}

/* Whether a header that the format does not know is one of the extra columns. */
static bool match_extra(struct matching *matching, size_t cell)
{
    struct extra_columns *extra = matching->extra;
    bool is_found = false;
    for (size_t i = 0; extra && i < extra->count; i++)
        if (text_equal(extra->names[i], matching->header->cells[cell])) {
            extra->cell_of[i] = cell;
            is_found = true;
        }
    return is_found;
}

/* Extra columns by a name of one of the format's own, and those that are missing. */
static bool settle_extra(const struct matching *matching)
{
    struct extra_columns *extra = matching->extra;
    bool are_there = true;
    for (size_t i = 0; extra && i < extra->count; i++) {
        size_t column = columns_find(matching->format, extra->names[i]);
        if (column != INDEX_NONE)
            extra->cell_of[i] = matching->cell_of[column];
        if (extra->cell_of[i] != INDEX_NONE || extra->may_lack)
            continue;
        faults_add(matching->faults, SEVERITY_ERROR, matching->header->start,
                   MESSAGE("the column {1} is missing, which a tie key asks for", extra->names[i]), NO_HINT);
        are_there = false;
    }
    return are_there;
}

static bool match_cell(struct matching *matching, size_t cell, struct arena scratch)
{
    const struct text *headers = matching->header->cells;
    size_t column = columns_find(matching->format, headers[cell]);
    /* Spreadsheets leave nameless columns behind. */
    if (headers[cell].length == 0)
        return true;
    if (column == INDEX_NONE) {
        if (!match_extra(matching, cell))
            report_unknown(matching, cell, scratch);
        return true;
    }
    size_t first = matching->cell_of[column];
    if (first == INDEX_NONE) {
        matching->cell_of[column] = cell;
        return true;
    }
    columns_report_doubled(matching->format, column, matching->header, first, cell, matching->faults);
    return false;
}

bool columns_match(const struct table_format *format, const struct record *header, struct extra_columns *extra,
                   struct arena scratch, struct faults *faults, size_t cell_of[COLUMNS_MOST])
{
    struct matching matching = {format, header, faults, extra, cell_of, 0};
    for (size_t i = 0; extra && i < extra->count; i++)
        extra->cell_of[i] = INDEX_NONE;
    bool is_sound = true;
    for (size_t i = 0; i < COLUMNS_MOST; i++)
        cell_of[i] = INDEX_NONE;
    for (size_t i = 0; i < header->count; i++)
        is_sound &= match_cell(&matching, i, scratch);
    for (size_t i = 0; i < format->count; i++)
        if (format->columns[i].required && cell_of[i] == INDEX_NONE) {
            columns_report_missing(format, i, header, scratch, faults);
            is_sound = false;
        }
    return settle_extra(&matching) && is_sound;
}
