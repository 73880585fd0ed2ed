/* A workbook: an archive as it is, or its parts as text, each below a line "== NAME", which are then packed. A first line
 * may name the file of the contest in whose place it comes. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "fuzz.h"
#include "xlsx_records.h"

/* ---- packing ---- */

/* Cuts the next part off; false when nothing is left. */
static bool next_part(struct text *rest, struct text *name, struct text *content)
{
    struct text line;
    if (!text_next_part(rest, '\n', &line))
        return false;
    *name = text_starts_with(line, TEXT("== ")) ? (struct text){line.bytes + 3, line.length - 3} : line;
    const char *end = rest->length > 0 ? memmem(rest->bytes, rest->length, "\n== ", 4) : NULL;
    size_t length = end ? (size_t)(end - rest->bytes) : rest->length;
    *content = (struct text){rest->bytes, length};
    rest->bytes += length + (end ? 1 : 0);
    rest->length -= length + (end ? 1 : 0);
    return true;
}

static void add_parts(zip_t *archive, struct text parts, struct arena *arena)
{
    struct text name, content;
    while (next_part(&parts, &name, &content)) {
        zip_source_t *source = zip_source_buffer(archive, content.bytes, content.length, 0);
        zip_int64_t index = zip_file_add(archive, text_to_c(arena, name), source, 0);
        if (index < 0) /* a name that is there already, or none */
            zip_source_free(source);
        else
            zip_set_file_compression(archive, (zip_uint64_t)index, ZIP_CM_STORE, 0);
    }
}

static struct text bytes_of(zip_source_t *source, struct arena *arena)
{
    zip_stat_t status;
    zip_source_stat(source, &status);
    char *bytes = arena_take_unset(arena, status.size);
    zip_source_open(source);
    zip_int64_t read = zip_source_read(source, bytes, status.size);
    zip_source_close(source);
    return (struct text){bytes, read > 0 ? (size_t)read : 0};
}

/* Empty where there is nothing to pack. */
static struct text packed(struct text parts, struct arena *arena)
{
    zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, NULL);
    zip_t *archive = zip_open_from_source(source, ZIP_TRUNCATE, NULL);
    assert(source && archive);
    zip_source_keep(source);
    add_parts(archive, parts, arena);
    bool is_packed = zip_get_num_entries(archive, 0) > 0 && zip_close(archive) == 0;
    struct text bytes = is_packed ? bytes_of(source, arena) : TEXT("");
    if (!is_packed)
        zip_discard(archive);
    zip_source_free(source);
    return bytes;
}

/* ---- the target ---- */

static void take(void *context, const struct record *record, struct arena scratch)
{
    (void)scratch;
    fuzz_check_record(record, context);
}

static void check_records(struct text workbook)
{
    struct faults faults = faults_in(fuzz_arena());
    size_t last_line = 0;
    xlsx_records_read(workbook, TEXT("x.xlsx"), fuzz_scratch(), &faults, take, &last_line);
    fuzz_check_faults(&faults);
}

static struct text named_file(struct text *bytes)
{
    static const struct text names[] = {TEXT_INIT("scores/stage.xlsx"), TEXT_INIT("contestants.xlsx"),
                                        TEXT_INIT("timings.xlsx"), TEXT_INIT("judges.xlsx")};
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
    char *copy = NULL;
    if (!text_starts_with(raw, TEXT("PK"))) {
        struct text archive = packed(raw, fuzz_arena());
        copy = malloc(archive.length + 1); /* on the heap reading beyond its end is noticed */
        assert(copy);
        memcpy(copy, archive.bytes, archive.length);
        raw = (struct text){copy, archive.length};
    }
    check_records(raw);
    fuzz_read_contest(name, raw);
    free(copy);
    return 0;
}
