#include "revision.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "later_format.h"
#include "sha256.h"

/* ---- names ---- */

struct text revision_name(size_t number, struct arena *arena)
{
    return whole_name(number, arena);
}

struct text revision_day(const struct revision *revision)
{
    return (struct text){revision->time.bytes, sizeof "2023-10-26" - 1};
}

static const char *revisions_path(const char *folder, struct arena *arena)
{
    return whole_path(folder, REVISIONS_FOLDER, arena);
}

const char *revision_path(const char *folder, size_t number, struct text name, struct arena *arena)
{
    const char *own = whole_path(revisions_path(folder, arena), revision_name(number, arena), arena);
    return name.length > 0 ? whole_path(own, name, arena) : own;
}

/* ---- reading ---- */

#define PUT_BACK MESSAGE("put its copy back: what was signed stays as it is, and is followed by the next revision")

size_t revisions_count(const char *folder, struct arena scratch)
{
    return whole_newest(revisions_path(folder, &scratch));
}

static bool refuse(const char *path, struct message what, struct message hint, struct faults *faults)
{
    struct place place = {.file = text_copy(faults->arena, text_from_c(path))};
    faults_add(faults, SEVERITY_WARNING, place, what, hint);
    return false;
}

bool revision_read(const char *folder, size_t number, struct arena *arena, struct faults *faults,
                   struct revision *revision)
{
    struct text bytes;
    const char *path = revision_path(folder, number, REVISION_MANIFEST, arena);
    *revision = (struct revision){0};
    if (!whole_file_read(path, REVISION_MOST_MANIFEST_BYTES, arena, &bytes))
        return refuse(path, MESSAGE("this file cannot be read: {1}", text_from_c(strerror(errno))), PUT_BACK, faults);
    if (revision_manifest_read(bytes, number, arena, revision))
        return true;
    if (later_format_of_json(bytes, REVISION_FORMAT))
        return refuse(path, LATER_FORMAT, LATER_FORMAT_HINT, faults);
    return refuse(path, MESSAGE("this is no manifest of revision {1}, or it was changed", revision_name(number, arena)),
                  PUT_BACK, faults);
}

/* ---- writing ---- */

static int by_name(const void *left, const void *right)
{
    const struct revision_file *a = left, *b = right;
    return text_compare(a->name, b->name);
}

static void describe(struct revision *revision, const struct whole_file *files, size_t count, struct arena *arena)
{
    revision->files = ARENA_ARRAY(arena, struct revision_file, count);
    revision->file_count = count;
    for (size_t i = 0; i < count; i++)
        revision->files[i] =
            (struct revision_file){files[i].name, sha256_text(files[i].bytes, arena), files[i].bytes.length};
    if (count > 1)
        qsort(revision->files, count, sizeof *revision->files, by_name);
    revision->fingerprint = revision_fingerprint(revision->files, count, arena);
}

enum whole_outcome revision_write(const char *folder, struct revision *revision, const struct moves *moves,
                                  const struct whole_file *files, size_t count, struct arena *arena,
                                  struct arena scratch, struct faults *faults)
{
    struct whole_file *all = ARENA_ARRAY(&scratch, struct whole_file, count + 1);
    describe(revision, files, count, arena);
    struct text manifest = revision_manifest(revision, moves, arena);
    revision->manifest = sha256_text(manifest, arena);
    for (size_t i = 0; i < count; i++)
        all[i] = files[i];
    all[count] = (struct whole_file){.name = REVISION_MANIFEST, .bytes = manifest};
    return whole_folder_write(revisions_path(folder, arena), revision_name(revision->number, arena), all, count + 1,
                              scratch, faults);
}
