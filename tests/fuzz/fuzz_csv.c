/* A table as CSV text. Its first line may name the file of the contest in whose place it comes. */
#include <assert.h>

#include "fuzz.h"

/* ---- as records ---- */

struct rewriting {
    struct sink *written; /* the records with every cell in quotes; NULL where they are only compared */
    struct text expected; /* what is still to come of the first writing */
    size_t last_line;
};

static void write_record(struct sink *sink, const struct record *record)
{
    for (size_t i = 0; i < record->count; i++) {
        sink_c(sink, i > 0 ? ",\"" : "\"");
        for (size_t at = 0; at < record->cells[i].length; at++) {
            char byte = record->cells[i].bytes[at];
            sink_c(sink, byte == '"' ? "\"" : "");
            sink_byte(sink, byte);
        }
        sink_byte(sink, '"');
    }
    sink_byte(sink, '\n');
}

static void take(void *context, const struct record *record, struct arena scratch)
{
    struct rewriting *rewriting = context;
    fuzz_check_record(record, &rewriting->last_line);
    if (rewriting->written) {
        write_record(rewriting->written, record);
        return;
    }
    struct sink again = sink_in(&scratch);
    write_record(&again, record);
    assert(text_starts_with(rewriting->expected, sink_written(&again)));
    rewriting->expected.bytes += again.length;
    rewriting->expected.length -= again.length;
}

/* What was read and is written again reads the same. */
static void check_rewriting(struct text utf8)
{
    struct arena *arena = fuzz_arena();
    struct faults faults = faults_in(arena), none = faults_in(arena);
    /* The sink needs a region of its own: the faults grow meanwhile. */
    struct arena room = fuzz_scratch();
    struct arena sink_room = {room.next, room.next + (room.end - room.next) / 2, room.exhausted};
    struct arena reading_room = {sink_room.end, room.end, room.exhausted};
    struct sink written = sink_in(&sink_room);
    struct rewriting first = {.written = &written};
    csv_records_read(utf8, TEXT("x.csv"), reading_room, &faults, take, &first);
    fuzz_check_faults(&faults);

    struct rewriting second = {.expected = sink_written(&written)};
    csv_records_read(second.expected, TEXT("y.csv"), reading_room, &none, take, &second);
    assert(none.count == 0 && second.expected.length == 0);
}

/* ---- as a table of a contest ---- */

static struct text named_file(struct text *bytes)
{
    static const struct text names[] = {
        TEXT_INIT("scores/stage.csv"), TEXT_INIT("scores/登台述评-工作成效.csv"),
        TEXT_INIT("contestants.csv"),  TEXT_INIT("judges.csv"),
        TEXT_INIT("adjustments.csv"),  TEXT_INIT("recusals.csv"),
        TEXT_INIT("timings.csv"),      TEXT_INIT("factors.csv"),
        TEXT_INIT("ballots.csv"),      TEXT_INIT("playoff.csv"),
        TEXT_INIT("decisions.csv"),    TEXT_INIT("special.csv"),
        TEXT_INIT("quota.csv"),        TEXT_INIT("protests.csv"),
    };
    struct text rest = *bytes, line;
    if (text_next_part(&rest, '\n', &line))
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            if (text_equal(names[i], line)) {
                *bytes = rest;
                return names[i];
            }
    return names[0];
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct text raw = {(const char *)bytes, size};
    struct text name = named_file(&raw);
    size_t bad_at;
    if (text_is_utf8(raw, &bad_at))
        check_rewriting(raw);
    fuzz_read_contest(name, raw);
    return 0;
}
