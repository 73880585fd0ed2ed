#include "csv_pieces.h"

#include "crew.h"
#include "file_pieces.h"
#include "kept_records.h"

/* A place for a piece, from when its records are read until they are taken. */
struct slot {
    char *block;
    struct kept_records kept;
    bool is_ready;
};

struct pieces_reading {
    struct file_pieces file;
    size_t mark; /* bytes of the byte order mark */
    char separator;
    struct slot *slots; /* piece n is in slot n modulo their number */
    size_t slot_count;

    pthread_mutex_t lock; /* guards what follows, and is_ready of the slots */
    pthread_cond_t changed;
    size_t begun; /* pieces that somebody has begun */
    size_t taken; /* pieces whose slots are free again */
    bool is_over; /* no more are wanted, or the file is not plain */
};

/* ---- whether the file is plain ---- */

/* Each thread looks at pieces that nobody has begun. */
static void *look(void *context)
{
    struct pieces_reading *reading = context;
    struct text piece;
    pthread_mutex_lock(&reading->lock);
    char *block = reading->slots[reading->taken++].block;
    while (reading->begun < reading->file.count && !reading->is_over) {
        size_t number = reading->begun++;
        pthread_mutex_unlock(&reading->lock);
        bool is_plain = file_pieces_read(&reading->file, number, block, &piece) && encoding_is_plain(piece);
        pthread_mutex_lock(&reading->lock);
        reading->is_over |= !is_plain;
    }
    pthread_mutex_unlock(&reading->lock);
    return NULL;
}

static bool is_plain(struct pieces_reading *reading, size_t threads)
{
    struct crew crew;
    crew_start(&crew, threads - 1, look, reading);
    look(reading);
    crew_join(&crew);
    bool is_whole = !reading->is_over;
    reading->begun = reading->taken = 0;
    return is_whole;
}

/* ---- records ahead of their turn ---- */

static bool may_begin(const struct pieces_reading *reading)
{
    return reading->begun < reading->file.count && reading->begun < reading->taken + reading->slot_count;
}

static struct slot *slot_of(const struct pieces_reading *reading, size_t number)
{
    return &reading->slots[number % reading->slot_count];
}

/* The byte order mark is cut off the first piece. */
static bool read_piece(const struct pieces_reading *reading, size_t number, const struct slot *slot, struct text *piece)
{
    if (!file_pieces_read(&reading->file, number, slot->block, piece))
        return false;
    size_t cut = number == 0 ? reading->mark : 0;
    *piece = (struct text){piece->bytes + cut, piece->length - cut};
    return true;
}

/* Reads the next piece that nobody has begun. Holds the lock but while it reads. */
static void read_ahead(struct pieces_reading *reading)
{
    size_t number = reading->begun++;
    struct slot *slot = slot_of(reading, number);
    pthread_mutex_unlock(&reading->lock);

    struct csv_piece piece = {.start = {.line = 1, .column = 1, .row = 1}, .separator = reading->separator};
    bool is_read = read_piece(reading, number, slot, &piece.utf8);
    if (is_read)
        kept_records_read(&slot->kept, &piece);
    slot->kept.are_sound &= is_read;

    pthread_mutex_lock(&reading->lock);
    slot->is_ready = true;
    pthread_cond_broadcast(&reading->changed);
}

static void *help(void *context)
{
    struct pieces_reading *reading = context;
    pthread_mutex_lock(&reading->lock);
    while (!reading->is_over && reading->begun < reading->file.count)
        if (may_begin(reading))
            read_ahead(reading);
        else
            pthread_cond_wait(&reading->changed, &reading->lock);
    pthread_mutex_unlock(&reading->lock);
    return NULL;
}

/* ---- taking them ---- */

/* Waits for a piece, or reads it. */
static const struct slot *piece_in_turn(struct pieces_reading *reading, size_t number)
{
    struct slot *slot = slot_of(reading, number);
    pthread_mutex_lock(&reading->lock);
    while (!slot->is_ready)
        if (may_begin(reading))
            read_ahead(reading);
        else
            pthread_cond_wait(&reading->changed, &reading->lock);
    pthread_mutex_unlock(&reading->lock);
    return slot;
}

static void free_slot(struct pieces_reading *reading, size_t number)
{
    pthread_mutex_lock(&reading->lock);
    slot_of(reading, number)->is_ready = false;
    reading->taken++;
    pthread_cond_broadcast(&reading->changed);
    pthread_mutex_unlock(&reading->lock);
}

static void let_go(struct pieces_reading *reading, struct crew *crew)
{
    pthread_mutex_lock(&reading->lock);
    reading->is_over = true;
    pthread_cond_broadcast(&reading->changed);
    pthread_mutex_unlock(&reading->lock);
    crew_join(crew);
}

/* ---- the file ---- */

/* Takes pieces up to the first that does not stand for itself; `piece` is then the rest of the file, still to be read. */
static void take_pieces(struct pieces_reading *reading, size_t threads, struct csv_piece *rest, struct arena scratch,
                        record_fn *take, void *context)
{
    struct crew crew;
    crew_start(&crew, threads - 1, help, reading);
    for (size_t i = 0; i < reading->file.count; i++) {
        const struct slot *slot = piece_in_turn(reading, i);
        if (!slot->kept.are_sound)
            break;
        rest->start = kept_records_take(&slot->kept, rest->start, scratch, take, context);
        rest->offset += slot->kept.utf8.length;
        free_slot(reading, i);
    }
    let_go(reading, &crew);
}

static void read_rest(const struct pieces_reading *reading, struct csv_piece *rest, struct arena scratch,
                      struct faults *faults, record_fn *take, void *context)
{
    size_t from = reading->mark + rest->offset;
    char *block = arena_take_unset(&scratch, reading->file.size - from);
    rest->utf8 = (struct text){block, reading->file.size - from};
    if (rest->utf8.length > 0 && file_pieces_read_rest(&reading->file, from, block))
        csv_piece_read(rest, scratch, faults, take, context);
}

/* Sets up what all pieces need to know of the first; false where it does not tell. */
static bool begin(struct pieces_reading *reading)
{
    struct text first;
    if (!read_piece(reading, 0, &reading->slots[0], &first))
        return false;
    if (text_starts_with(first, ENCODING_UTF8_MARK))
        reading->mark = ENCODING_UTF8_MARK.length;
    first = (struct text){first.bytes + reading->mark, first.length - reading->mark};
    reading->separator = records_separator(first);
    return reading->file.count == 1 || records_first_line_ends(first);
}

static struct slot *slots_for(const struct pieces_reading *reading, struct arena *arena)
{
    size_t room = file_pieces_room(&reading->file);
    struct slot *slots = ARENA_ARRAY(arena, struct slot, reading->slot_count);
    for (size_t i = 0; i < reading->slot_count; i++) {
        slots[i].block = arena_take_unset(arena, room);
        slots[i].kept = kept_records_for(room, arena);
    }
    return slots;
}

static bool read_opened(struct pieces_reading *reading, struct text file, size_t threads, struct arena scratch,
                        struct faults *faults, record_fn *take, void *context)
{
    reading->slots = slots_for(reading, &scratch);
    if (!begin(reading) || !is_plain(reading, threads))
        return false;
    struct csv_piece rest = {.start = {.file = file, .line = 1, .column = 1, .row = 1},
                             .separator = reading->separator};
    take_pieces(reading, threads, &rest, scratch, take, context);
    read_rest(reading, &rest, scratch, faults, take, context);
    if (!file_pieces_are_unchanged(&reading->file))
        faults_add(faults, SEVERITY_FAILURE, (struct place){.file = file},
                   MESSAGE("this file was changed while it was read"), MESSAGE("try again when nobody writes to it"));
    return true;
}

bool csv_pieces_read(const char *path, enum encoding encoding, const struct csv_cutting *cutting, struct arena scratch,
                     struct faults *faults, record_fn *take, void *context)
{
    /* Each thread reads one piece, and has another ahead. */
    struct pieces_reading reading = {.slot_count = 2 * cutting->threads};
    if ((encoding != ENCODING_UNTOLD && encoding != ENCODING_UTF8) ||
        !file_pieces_open(&reading.file, path, cutting->usual, cutting->longest_line, cutting->least, cutting->most))
        return false;
    pthread_mutex_init(&reading.lock, NULL);
    pthread_cond_init(&reading.changed, NULL);
    bool is_read = read_opened(&reading, text_from_c(path), cutting->threads, scratch, faults, take, context);
    pthread_cond_destroy(&reading.changed);
    pthread_mutex_destroy(&reading.lock);
    file_pieces_close(&reading.file);
    return is_read;
}
