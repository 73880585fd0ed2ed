#include "archive_compare.h"

#include "certificate_list.h"
#include "result_hash.h"
#include "standings_csv.h"
#include "standings_json.h"

struct comparing {
    struct session *session;
    struct text path;
    const struct archive *archive;
    struct text standings, result; /* computed: standings.json and the result hash */
};

static void refuse(struct comparing *comparing, struct message what, struct text version)
{
    bool is_other = version.length > 0 && !text_equal(version, TEXT(BIWU_VERSION));
    faults_add(&comparing->session->faults, SEVERITY_ERROR, (struct place){.file = comparing->path}, what,
               is_other ? MESSAGE("version {1} has made it, and this is {2}", version, TEXT(BIWU_VERSION)) : NO_HINT);
}

struct text archive_version(const struct archive *archive, struct arena *arena)
{
    return archive_manifest_version(archive_find(archive, ARCHIVE_MANIFEST)->bytes, arena);
}

bool archive_is_of_this_version(const struct archive *archive, struct arena scratch)
{
    return text_equal(archive_version(archive, &scratch), TEXT(BIWU_VERSION));
}

/* ---- standings ---- */

static bool has_result(struct text standings_json, struct text result, struct arena scratch)
{
    struct text hash;
    return result_hash_read(standings_json, &scratch, &hash) && text_equal(hash, result);
}

/* A standings.json, of which `version` wrote the bytes. */
static void compare_standings(struct comparing *comparing, const struct whole_file *file, struct text version)
{
    bool is_same = text_equal(version, TEXT(BIWU_VERSION))
                       ? text_equal(file->bytes, comparing->standings)
                       : has_result(file->bytes, comparing->result, comparing->session->memory.scratch);
    if (!is_same)
        refuse(comparing, MESSAGE("{1} is not what the archived files give when they are computed again", file->name),
               version);
}

/* "contest/revisions/002/" and the name. */
static const struct whole_file *find_of_revision(struct comparing *comparing, size_t number, struct text name)
{
    struct sink whole = sink_in(&comparing->session->memory.kept);
    sink_text(&whole, ARCHIVE_CONTEST);
    sink_text(&whole, REVISIONS_FOLDER);
    sink_byte(&whole, '/');
    sink_text(&whole, revision_name(number, whole.arena));
    sink_byte(&whole, '/');
    sink_text(&whole, name);
    return archive_find(comparing->archive, sink_written(&whole));
}

static bool read_manifest(struct comparing *comparing, size_t number, struct arena *arena, struct revision *revision)
{
    const struct whole_file *file = find_of_revision(comparing, number, REVISION_MANIFEST);
    *revision = (struct revision){0};
    return file && revision_manifest_read(file->bytes, number, arena, revision);
}

/* Of the one before the newest to it, as far as both can be read. */
static struct moves moves_of(struct comparing *comparing, size_t number)
{
    struct memory *memory = &comparing->session->memory;
    struct placements *from = ARENA_NEW(&memory->kept, struct placements),
                      *to = ARENA_NEW(&memory->kept, struct placements);
    const struct whole_file *former = number > 1 ? find_of_revision(comparing, number - 1, REVISION_STANDINGS) : NULL;
    if (!former || !placements_read(former->bytes, &memory->kept, from) ||
        !placements_read(comparing->standings, &memory->kept, to))
        return (struct moves){0};
    return moves_between(from, to, &memory->kept, memory->scratch);
}

/* What the newest says of itself: whom it has moved, which certificates it has given and taken back, of which contest. */
static void compare_newest_manifest(struct comparing *comparing)
{
    struct session *session = comparing->session;
    struct arena *kept = &session->memory.kept;
    struct revision again = session->official.revision, former;
    const struct whole_file *file = find_of_revision(comparing, again.number, REVISION_MANIFEST);
    if (!file || !text_equal(again.version, TEXT(BIWU_VERSION)))
        return;
    read_manifest(comparing, again.number - 1, kept, &former);
    again.contest = session->contest.rules.title;
    again.issued = certificates_issue(&session->standings, &former.issued, kept);
    struct moves moves = moves_of(comparing, again.number);
    if (!text_equal(file->bytes, revision_manifest(&again, &moves, kept)))
        refuse(comparing, MESSAGE("{1} is not what the archived files give when they are computed again", file->name),
               TEXT(""));
}

/* The newest is the result; those before it were corrected, and need no more than to be what their manifests say. The chain of
 * revisions is known to be whole. */
static void compare_revisions(struct comparing *comparing)
{
    struct memory *memory = &comparing->session->memory;
    const struct revision *newest = &comparing->session->official.revision;
    const struct whole_file *file = find_of_revision(comparing, newest->number, REVISION_STANDINGS);
    if (file)
        compare_standings(comparing, file, newest->version);
    for (size_t number = 1; number < newest->number; number++) {
        struct arena scratch = memory->scratch;
        struct revision revision;
        file = find_of_revision(comparing, number, REVISION_STANDINGS);
        if (file && read_manifest(comparing, number, &scratch, &revision) &&
            !has_result(file->bytes, revision.result, scratch))
            refuse(comparing, MESSAGE("{1} does not give the result hash that its manifest tells", file->name),
                   revision.version);
    }
}

/* ---- what the archive tells of it ---- */

static void compare_bytes(struct comparing *comparing, struct text name, struct text again)
{
    if (!text_equal(archive_find(comparing->archive, name)->bytes, again))
        refuse(comparing, MESSAGE("{1} is not what the archived files give when they are computed again", name),
               TEXT(""));
}

static void compare_manifest(struct comparing *comparing, struct text version)
{
    struct session *session = comparing->session;
    struct text archived = archive_find(comparing->archive, ARCHIVE_MANIFEST)->bytes;
    struct text again =
        archive_manifest(&session->contest.rules, &session->official.revision, version, &session->memory.kept);
    if (text_equal(version, TEXT(BIWU_VERSION)))
        compare_bytes(comparing, ARCHIVE_MANIFEST, again);
    else if (!archive_manifest_agrees(archived, again))
        refuse(comparing,
               MESSAGE("{1} is not what the archived files give when they are computed again", ARCHIVE_MANIFEST),
               version);
}

void archive_compare(struct session *session, struct text path, const struct archive *archive)
{
    struct arena *kept = &session->memory.kept, scratch = session->memory.scratch;
    const struct standings *standings = &session->standings;
    struct comparing comparing = {.session = session,
                                  .path = path,
                                  .archive = archive,
                                  .standings = standings_json(standings, INDEX_NONE, kept, scratch),
                                  .result = standings_hash(standings, kept, scratch)};
    struct text version = archive_version(archive, kept);
    if (version.length == 0) {
        refuse(&comparing, MESSAGE("{1} is of no format that this version of biwu knows", ARCHIVE_MANIFEST), TEXT(""));
        return;
    }
    compare_standings(&comparing, archive_find(archive, ARCHIVE_STANDINGS), version);
    compare_revisions(&comparing);
    compare_newest_manifest(&comparing);
    compare_manifest(&comparing, version);
    if (!archive_is_of_this_version(archive, scratch))
        return;
    compare_bytes(&comparing, ARCHIVE_README, archive_readme);
    compare_bytes(&comparing, ARCHIVE_STANDINGS_CSV,
                  standings_csv(standings, INDEX_NONE, CSV_FOR_SPREADSHEET, kept, scratch));
}
