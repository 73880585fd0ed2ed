#include "csv_pieces.h"

#include "ahead.h"
#include "pieces_plain.h"

/* For a record's lists, which double as they grow, its copies, and hints that are forgotten again. A slot may take one part
 * in so many of the memory that is left: the rest is for what the piecework keeps, and for the rows' own. */
enum { RECORD_ROOM = 1 << 22, RECORD_ROOM_A_BYTE = 8, PARTS = 4 };

/* A place for a piece, from when its records are taken until it is joined. */
struct slot {
    char *block;
    struct arena records; /* for every piece anew */
    struct faults faults; /* of what its records say, counted alone */
    void *own;            /* of the piecework */

    struct text piece;
    struct place next; /* where the next piece starts, if this one did at line 1 */
    bool is_whole;     /* it ends with a record, and each of them is well-formed */
};

struct pieces_reading {
    struct file_pieces file;
    size_t mark; /* bytes of the byte order mark */
    char separator;
    const struct piecework *work;
    record_fn *take;
    void *context;
    struct slot *slots;
    size_t slot_count;
};

/* ---- pieces ---- */

/* The byte order mark is cut off the first piece. */
static bool read_piece(const struct pieces_reading *reading, size_t number, char *block, struct text *piece)
{
    if (!file_pieces_read(&reading->file, number, block, piece))
        return false;
    size_t cut = number == 0 ? reading->mark : 0;
    *piece = (struct text){piece->bytes + cut, piece->length - cut};
    return true;
}

static struct csv_piece piece_of(const struct pieces_reading *reading, struct text utf8)
{
    return (struct csv_piece){
        .utf8 = utf8, .start = {.line = 1, .column = 1, .row = 1}, .separator = reading->separator};
}

/* Reads piece `number` and takes its records. Whether it is whole, and where the next one starts. */
static bool read_into(const struct pieces_reading *reading, size_t number, struct slot *slot, record_fn *take,
                      void *context, struct place *next)
{
    if (!read_piece(reading, number, slot->block, &slot->piece))
        return false;
    struct csv_piece piece = piece_of(reading, slot->piece);
    struct faults malformed = faults_in(NULL);
    *next = csv_piece_read(&piece, slot->records, &malformed, take, context);
    return faults_told(&malformed) == 0;
}

/* ---- joining them ---- */

/* Takes the records of a piece ahead of its turn. */
static void take_ahead(void *context, size_t number, size_t at)
{
    struct pieces_reading *reading = context;
    struct slot *slot = &reading->slots[at];
    slot->faults = faults_in(NULL);
    reading->work->clear(slot->own);
    slot->is_whole = read_into(reading, number, slot, reading->work->take, slot->own, &slot->next);
}

/* The place behind a piece that starts at `start`, if it would be `next` had it started at line 1. */
static struct place behind(struct place start, struct place next)
{
    start.line += next.line - 1;
    start.row += next.row - 1;
    return start;
}

/* Takes the records of a whole piece in the calling thread, to report what is wrong with them. */
static void take_here(const struct pieces_reading *reading, const struct slot *slot, struct place start,
                      struct arena scratch, struct faults *faults)
{
    struct csv_piece piece = piece_of(reading, slot->piece);
    piece.start = start;
    csv_piece_read(&piece, scratch, faults, reading->take, reading->context);
}

/* Has the slots ready for piecework, if that can begin. Faults of a piece that is not joined are forgotten. */
static bool begin_work(struct pieces_reading *reading, struct arena *arena)
{
    size_t room = file_pieces_room(&reading->file);
    for (size_t i = 0; i < reading->slot_count; i++) {
        struct slot *slot = &reading->slots[i];
        slot->own = reading->work->begin(reading->context, room, &slot->faults, arena);
        if (!slot->own)
            return false;
    }
    return true;
}

static void ignore(void *context, const struct record *record, struct arena scratch)
{
    (void)context;
    (void)record;
    (void)scratch;
}

/* Takes the first pieces in the calling thread, until piecework can begin, and counts them. False where one of them is
 * not whole. */
static bool take_first(struct pieces_reading *reading, struct csv_piece *rest, size_t *taken, struct arena *arena,
                       struct faults *faults)
{
    bool can_begin = false;
    for (*taken = 0; *taken < reading->file.count && !can_begin; ++*taken) {
        struct slot *slot = &reading->slots[0];
        struct place next;
        if (!read_into(reading, *taken, slot, ignore, NULL, &next))
            return false;
        take_here(reading, slot, rest->start, *arena, faults);
        rest->start = behind(rest->start, next);
        rest->offset += slot->piece.length;
        can_begin = begin_work(reading, arena);
    }
    return true;
}

/* ---- the file ---- */

/* Takes pieces up to the first that does not stand for itself; `rest` is then the rest of the file, still to be read. */
static void take_pieces(struct pieces_reading *reading, size_t threads, struct csv_piece *rest, struct arena scratch,
                        struct faults *faults)
{
    struct ahead ahead = {
        .work = take_ahead, .context = reading, .count = reading->file.count, .slots = reading->slot_count};
    if (!take_first(reading, rest, &ahead.first, &scratch, faults))
        return;
    ahead_begin(&ahead, threads, &scratch);
    while (ahead.taken < ahead.count) {
        struct slot *slot = &reading->slots[ahead_in_turn(&ahead)];
        if (!slot->is_whole)
            break;
        if (faults_told(&slot->faults) > 0)
            take_here(reading, slot, rest->start, scratch, faults);
        else
            reading->work->join(reading->context, slot->own, rest->start, scratch);
        rest->start = behind(rest->start, slot->next);
        rest->offset += slot->piece.length;
        ahead_taken(&ahead);
    }
    ahead_end(&ahead);
}

static void read_rest(const struct pieces_reading *reading, struct csv_piece *rest, struct arena scratch,
                      struct faults *faults)
{
    size_t from = reading->mark + rest->offset;
    char *block = arena_take_unset(&scratch, reading->file.size - from);
    rest->utf8 = (struct text){block, reading->file.size - from};
    if (file_pieces_read_rest(&reading->file, from, block))
        csv_piece_read(rest, scratch, faults, reading->take, reading->context);
    else if (file_pieces_are_unchanged(&reading->file))
        faults_add(faults, SEVERITY_FAILURE, rest->start, MESSAGE("this file cannot be read to its end"),
                   MESSAGE("is its disk or network at fault? Try again"));
}

/* Sets up what all pieces need to know of the first; false where it does not tell. */
static bool begin(struct pieces_reading *reading)
{
    struct text first;
    if (!read_piece(reading, 0, reading->slots[0].block, &first))
        return false;
    if (text_starts_with(first, ENCODING_UTF8_MARK))
        reading->mark = ENCODING_UTF8_MARK.length;
    first = (struct text){first.bytes + reading->mark, first.length - reading->mark};
    reading->separator = records_separator(first);
    return reading->file.count == 1 || records_first_line_ends(first);
}

/* As many slots as are wanted, or as there is memory for; false where that is too little for two. */
static bool make_slots(struct pieces_reading *reading, size_t wanted, struct arena *arena)
{
    size_t room = file_pieces_room(&reading->file), records = RECORD_ROOM + RECORD_ROOM_A_BYTE * room;
    size_t most = (size_t)(arena->end - arena->next) / PARTS / (room + records);
    reading->slot_count = wanted < most ? wanted : most;
    if (reading->slot_count < 2)
        return false;
    reading->slots = ARENA_ARRAY(arena, struct slot, reading->slot_count);
    for (size_t i = 0; i < reading->slot_count; i++) {
        reading->slots[i].block = arena_take_unset(arena, room);
        reading->slots[i].records = arena_cut(arena, records);
    }
    return true;
}

static bool read_opened(struct pieces_reading *reading, struct text file, size_t threads, struct arena scratch,
                        struct faults *faults)
{
    /* Each thread takes one piece, and has another ahead. */
    if (!make_slots(reading, 2 * threads, &scratch) || !begin(reading) ||
        !pieces_are_plain(&reading->file, threads, scratch))
        return false;
    struct csv_piece rest = piece_of(reading, TEXT(""));
    rest.start.file = file;
    take_pieces(reading, reading->slot_count / 2, &rest, scratch, faults);
    read_rest(reading, &rest, scratch, faults);
    if (!file_pieces_are_unchanged(&reading->file))
        faults_add(faults, SEVERITY_FAILURE, (struct place){.file = file},
                   MESSAGE("this file was changed while it was read"), MESSAGE("try again when nobody writes to it"));
    return true;
}

bool csv_pieces_read(const char *path, enum encoding encoding, const struct csv_cutting *cutting,
                     const struct piecework *work, struct arena scratch, struct faults *faults, record_fn *take,
                     void *context)
{
    struct pieces_reading reading = {.work = work, .take = take, .context = context};
    if ((encoding != ENCODING_UNTOLD && encoding != ENCODING_UTF8) ||
        !file_pieces_open(&reading.file, path, cutting->usual, cutting->longest_line, cutting->least, cutting->most))
        return false;
    bool is_read = read_opened(&reading, text_from_c(path), cutting->threads, scratch, faults);
    file_pieces_close(&reading.file);
    return is_read;
}
