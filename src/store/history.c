#include "history.h"

#include <errno.h>
#include <string.h>

#include "sha256.h"
#include "stage_record.h"

struct reading {
    const char *folder;
    struct arena *arena;
    struct faults *faults;
    struct history *history;
};

static bool refuse(struct reading *reading, struct text name, struct message what)
{
    const char *path = whole_path(reading->folder, name, reading->arena);
    faults_add(reading->faults, SEVERITY_ERROR, (struct place){.file = text_from_c(path)}, what,
               MESSAGE("put its copy back: what was signed stays as it is, and is followed by the next revision"));
    return false;
}

/* Takes the file of this name within the contest folder, which must have this hash. */
static bool take(struct reading *reading, struct text name, struct text sha256)
{
    struct history *history = reading->history;
    struct whole_file file = {.name = name};
    const char *path = whole_path(reading->folder, name, reading->arena);
    if (!whole_file_read(path, REVISION_MOST_STANDINGS_BYTES, reading->arena, &file.bytes))
        return refuse(reading, name, MESSAGE("this file cannot be read: {1}", text_from_c(strerror(errno))));
    if (!text_equal(sha256_text(file.bytes, reading->arena), sha256))
        return refuse(reading, name, MESSAGE("this file was changed since it was signed"));
    ARENA_RESERVE_ONE(reading->arena, history->files, history->count, history->capacity);
    history->files[history->count++] = file;
    return true;
}

/* "revisions/002/" and the name behind it. */
static struct text name_of(struct reading *reading, struct text own, struct text name)
{
    struct sink sink = sink_in(reading->arena);
    sink_text(&sink, REVISIONS_FOLDER);
    sink_byte(&sink, '/');
    sink_text(&sink, own);
    sink_byte(&sink, '/');
    sink_text(&sink, name);
    return sink_written(&sink);
}

/* *former is the hash of the manifest before, and becomes this one's. */
static bool take_revision(struct reading *reading, size_t number, struct text *former)
{
    struct revision revision;
    struct text own = revision_name(number, reading->arena);
    struct text manifest = name_of(reading, own, REVISION_MANIFEST);
    if (!revision_read(reading->folder, number, reading->arena, reading->faults, &revision))
        return refuse(reading, manifest, MESSAGE("revision {1} is not whole", own));
    bool is_whole = take(reading, manifest, revision.manifest);
    if (!text_equal(revision.former, *former))
        is_whole = refuse(reading, manifest, MESSAGE("this does not follow from the revision before it"));
    for (size_t i = 0; i < revision.file_count; i++)
        is_whole = take(reading, name_of(reading, own, revision.files[i].name), revision.files[i].sha256) && is_whole;
    *former = revision.manifest;
    return is_whole;
}

static bool take_stage(struct reading *reading, size_t number, struct text *former)
{
    struct stage_record stage;
    struct text own = name_of(reading, TEXT("stages"), whole_name(number, reading->arena));
    struct sink name = sink_in(reading->arena);
    sink_text(&name, own);
    sink_c(&name, "/stage.json");
    if (!stage_record_read(reading->folder, number, reading->arena, reading->faults, &stage))
        return refuse(reading, sink_written(&name), MESSAGE("this record cannot be read"));
    bool is_whole = take(reading, sink_written(&name), stage.sha256);
    if (!text_equal(stage.former, *former))
        is_whole = refuse(reading, sink_written(&name), MESSAGE("this does not follow from the record before it"));
    *former = stage.sha256;
    return is_whole;
}

bool history_read(const char *folder, struct arena *arena, struct faults *faults, struct history *history)
{
    struct reading reading = {folder, arena, faults, history};
    struct text former = TEXT_INIT("");
    size_t revisions = revisions_count(folder, *arena), stages = stage_records_count(folder, *arena);
    bool is_whole = true;
    *history = (struct history){0};
    for (size_t number = 1; number <= revisions; number++)
        is_whole = take_revision(&reading, number, &former) && is_whole;
    former = TEXT("");
    for (size_t number = 1; number <= stages; number++)
        is_whole = take_stage(&reading, number, &former) && is_whole;
    return is_whole;
}
