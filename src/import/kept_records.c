#include "kept_records.h"

#include <string.h>

/* For the list of a record's cells and for its copies, which double as they grow; and for faults, which are only counted. */
enum { RECORD_ROOM = 1 << 22, RECORD_ROOM_A_BYTE = 8, FAULTS_ROOM = 1 << 20 };

static struct arena cut_off(struct arena *arena, size_t size)
{
    char *block = arena_take_unset(arena, size);
    return (struct arena){block, block + size, arena->exhausted};
}

struct kept_records kept_records_for(size_t room, struct arena *arena)
{
    /* A record has a byte and a line end, a cell a byte and a separator, but for the file's last. */
    return (struct kept_records){
        .records = arena_take_unset(arena, (room / 2 + 1) * sizeof(struct kept_record)),
        .cells = arena_take_unset(arena, (room + 1) * sizeof(struct text)),
        .starts = arena_take_unset(arena, (room + 1) * sizeof(uint32_t)),
        .copies = arena_take_unset(arena, room),
        .records_arena = cut_off(arena, RECORD_ROOM + RECORD_ROOM_A_BYTE * room),
        .faults_arena = cut_off(arena, FAULTS_ROOM),
    };
}

/* Whether a cell is a slice of the piece; others are in memory that the next record uses again. */
static bool is_in_place(const struct kept_records *kept, struct text cell)
{
    uintptr_t first = (uintptr_t)kept->utf8.bytes, at = (uintptr_t)cell.bytes;
    return at >= first && at - first <= kept->utf8.length;
}

static struct text copied(struct kept_records *kept, struct text cell)
{
    char *copy = kept->copies + kept->copied;
    memcpy(copy, cell.bytes, cell.length);
    kept->copied += cell.length;
    return (struct text){copy, cell.length};
}

static void keep(void *context, const struct record *record, struct arena scratch)
{
    struct kept_records *kept = context;
    (void)scratch;
    kept->records[kept->count++] = (struct kept_record){
        .cell_start = kept->cell_count,
        .count = (uint32_t)record->count,
        .line = (uint32_t)record->start.line,
        .row = record->start.row,
        .start = (uint32_t)(record->raw.bytes - kept->utf8.bytes),
        .length = (uint32_t)record->raw.length,
        .is_one_line = record->is_one_line,
        .is_cut_short = record->is_cut_short,
    };
    for (size_t i = 0; i < record->count; i++) {
        struct text cell = record->cells[i];
        kept->starts[kept->cell_count] = record->starts[i];
        kept->cells[kept->cell_count++] = is_in_place(kept, cell) ? cell : copied(kept, cell);
    }
}

void kept_records_read(struct kept_records *kept, const struct csv_piece *piece)
{
    struct arena faults_arena = kept->faults_arena;
    struct faults faults = faults_in(&faults_arena);
    kept->utf8 = piece->utf8;
    kept->count = kept->cell_count = kept->copied = 0;
    kept->next = csv_piece_read(piece, kept->records_arena, &faults, keep, kept);
    kept->are_sound = faults.count == 0;
}

struct place kept_records_take(const struct kept_records *kept, struct place start, struct arena scratch,
                               record_fn *take, void *context)
{
    for (size_t i = 0; i < kept->count; i++) {
        const struct kept_record *own = &kept->records[i];
        const char *bytes = kept->utf8.bytes + own->start, *end = bytes + own->length;
        struct record record = {
            .cells = kept->cells + own->cell_start,
            .starts = kept->starts + own->cell_start,
            .count = own->count,
            .start = {start.file, start.line + own->line - 1, start.column, start.row + own->row - 1, 0},
            .raw = {bytes, own->length},
            .behind = {end, (size_t)(kept->utf8.bytes + kept->utf8.length - end)},
            .is_one_line = own->is_one_line,
            .is_cut_short = own->is_cut_short,
        };
        take(context, &record, scratch);
    }
    start.line += kept->next.line - 1;
    start.row += kept->next.row - 1;
    return start;
}
