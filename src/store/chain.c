#include "chain.h"

#include "container.h"
#include "sha256.h"
#include "stage_record.h"

struct walk {
    const char *folder;
    enum severity severity;
    struct arena *arena;
    struct faults *faults;
    struct chain *chain;    /* NULL: nothing is kept */
    struct text *manifests; /* the hash of each revision's manifest, by its number */
    struct text *days;      /* on which they were signed */
    size_t revision_count;
    struct stage_record *stages; /* by their numbers; 0: not read */
    bool has_all_stages;
    bool is_whole;
};

/* A manifest or record: its hash, and that of the one before it. */
struct ring {
    struct text name; /* within the contest folder */
    struct text sha256, former;
};

static void tell(struct walk *walk, struct text name, struct message what)
{
    const char *path = whole_path(walk->folder, name, walk->faults->arena);
    walk->is_whole = false;
    faults_add(walk->faults, walk->severity, (struct place){.file = text_from_c(path)}, what,
               MESSAGE("put its copy back: what was signed stays as it is"));
}

/* What its reader had to say, as grave as all else here. */
static void tell_found(struct walk *walk, const struct faults *found)
{
    walk->is_whole = false;
    for (size_t i = 0; i < found->count; i++)
        faults_add(walk->faults, walk->severity, found->items[i].place, found->items[i].what, found->items[i].hint);
}

/* ---- files ---- */

static bool read_signed(const char *path, size_t most, struct text sha256, struct arena *arena, struct text *bytes)
{
    return whole_file_read(path, most, arena, bytes) && text_equal(sha256_text(*bytes, arena), sha256);
}

bool chain_has_file(const char *folder, size_t number, const struct revision_file *file, struct arena scratch)
{
    struct text bytes;
    const char *path = revision_path(folder, number, file->name, &scratch);
    return read_signed(path, file->size, file->sha256, &scratch, &bytes);
}

static void keep(struct walk *walk, struct whole_file file)
{
    struct chain *chain = walk->chain;
    ARENA_RESERVE_ONE(walk->arena, chain->files, chain->count, chain->capacity);
    chain->files[chain->count++] = file;
}

/* The file of this name within the contest folder, which must have this hash. Whoever has made a manifest may have named a file
 * that lies elsewhere: no archive holds that. */
static void take(struct walk *walk, struct text name, size_t most, struct text sha256, struct message gone)
{
    struct arena scratch = *walk->arena, *arena = walk->chain ? walk->arena : &scratch;
    struct whole_file file = {.name = name};
    bool is_within = !walk->chain || container_name_is_sound(name);
    if (!is_within || !read_signed(whole_path(walk->folder, name, arena), most, sha256, arena, &file.bytes))
        tell(walk, name, gone);
    else if (walk->chain)
        keep(walk, file);
}

/* "revisions/002/" and the name behind it. */
static struct text name_of(struct walk *walk, struct text own, struct text name)
{
    struct sink sink = sink_in(walk->arena);
    sink_text(&sink, REVISIONS_FOLDER);
    sink_byte(&sink, '/');
    sink_text(&sink, own);
    sink_byte(&sink, '/');
    sink_text(&sink, name);
    return sink_written(&sink);
}

/* ---- rings, from the newest on; what stands before one that cannot be read is vouched for by nobody ---- */

/* `next` is the one after it; without a name: none, or none that could be read. */
static void link_to(struct walk *walk, const struct ring *ring, const struct ring *next, struct message broken)
{
    if (next->name.length > 0 && !text_equal(ring->sha256, next->former))
        tell(walk, ring->name, broken);
    take(walk, ring->name, REVISION_MOST_MANIFEST_BYTES, ring->sha256, broken);
}

static void end_at(struct walk *walk, const struct ring *first)
{
    if (first->former.length > 0)
        tell(walk, first->name, MESSAGE("this follows another that is not there"));
}

/* *next, the one after it, becomes this one. */
static bool walk_revision(struct walk *walk, size_t number, struct ring *next)
{
    struct revision revision;
    struct faults found = faults_in(walk->faults->arena);
    struct text own = revision_name(number, walk->arena);
    if (!revision_read(walk->folder, number, walk->arena, &found, &revision)) {
        tell_found(walk, &found);
        return false;
    }
    struct ring ring = {name_of(walk, own, REVISION_MANIFEST), revision.manifest, revision.former};
    link_to(walk, &ring, next,
            MESSAGE("this is not the manifest that revision {1} follows: it was changed",
                    revision_name(number + 1, walk->arena)));
    for (size_t i = 0; i < revision.file_count; i++)
        take(walk, name_of(walk, own, revision.files[i].name), revision.files[i].size, revision.files[i].sha256,
             MESSAGE("this file of revision {1} is gone, or was changed since it was signed", own));
    walk->manifests[number] = revision.manifest;
    walk->days[number] = revision_day(&revision);
    *next = ring;
    return true;
}

/* A record of a revision is vouched for by that, and vouches for it: one that was taken back leaves its records behind. */
static void look_at_revision_of(struct walk *walk, const struct stage_record *stage, struct text name)
{
    struct text own = revision_name(stage->revision, walk->arena);
    if (stage->revision > walk->revision_count)
        tell(walk, name, MESSAGE("this record is about revision {1}, which is gone", own));
    else if (stage->revision > 0 && walk->manifests[stage->revision].length > 0 &&
             !text_equal(stage->manifest, walk->manifests[stage->revision]))
        tell(walk, name, MESSAGE("this record is about another revision {1} than there is", own));
}

/* "revisions/stages/001/stage.json" */
static struct text stage_path(struct walk *walk, size_t number)
{
    struct sink name = sink_in(walk->arena);
    sink_text(&name, whole_name(number, walk->arena));
    sink_c(&name, "/stage.json");
    return name_of(walk, TEXT("stages"), sink_written(&name));
}

/* The last notice of the same revision before it; NULL: there is none. */
static const struct stage_record *find_notice(const struct walk *walk, const struct stage_record *expired)
{
    for (size_t number = expired->number - 1; number > 0; number--)
        if (walk->stages[number].number > 0 && walk->stages[number].kind == STAGE_NOTICE &&
            text_equal(walk->stages[number].manifest, expired->manifest))
            return &walk->stages[number];
    return NULL;
}

static bool has_expired_before(const struct walk *walk, const struct stage_record *stage)
{
    for (size_t number = stage->number - 1; number > 0; number--)
        if (walk->stages[number].number > 0 && walk->stages[number].kind == STAGE_EXPIRED &&
            text_equal(walk->stages[number].manifest, stage->manifest))
            return true;
    return false;
}

/* What finalise would not have recorded: a notice before the result was signed or after it has passed, one that has passed and
 * never stood, or still stood. */
static void look_at_days(struct walk *walk, const struct stage_record *stage)
{
    struct text name = stage_path(walk, stage->number);
    bool is_known = stage->revision > 0 && stage->revision <= walk->revision_count;
    if (stage->kind == STAGE_NOTICE && is_known && text_compare(stage->from, walk->days[stage->revision]) < 0)
        tell(walk, name,
             MESSAGE("this notice begins on {1}, before revision {2} was signed", stage->from,
                     revision_name(stage->revision, walk->arena)));
    if (stage->kind != STAGE_ANNOUNCED && is_known &&
        text_compare(stage_record_day(stage), walk->days[stage->revision]) < 0)
        tell(walk, name,
             MESSAGE("this was recorded before revision {1} was signed", revision_name(stage->revision, walk->arena)));
    if (stage->kind != STAGE_ANNOUNCED && has_expired_before(walk, stage))
        tell(walk, name, MESSAGE("the notice of this revision has passed: nothing is recorded of it any more"));
    if (stage->kind != STAGE_EXPIRED)
        return;
    const struct stage_record *notice = find_notice(walk, stage);
    if (!notice && walk->has_all_stages)
        tell(walk, name, MESSAGE("no public notice of this revision is recorded before it"));
    else if (notice && text_compare(stage_record_day(stage), notice->to) <= 0)
        tell(walk, name, MESSAGE("this was recorded before the notice had passed, which stood until {1}", notice->to));
}

static bool walk_stage(struct walk *walk, size_t number, struct ring *next)
{
    struct stage_record stage;
    struct faults found = faults_in(walk->faults->arena);
    if (!stage_record_read(walk->folder, number, walk->arena, &found, &stage)) {
        tell_found(walk, &found);
        return false;
    }
    struct ring ring = {stage_path(walk, number), stage.sha256, stage.former};
    link_to(
        walk, &ring, next,
        MESSAGE("this is not the record that record {1} follows: it was changed", whole_name(number + 1, walk->arena)));
    look_at_revision_of(walk, &stage, ring.name);
    walk->stages[number] = stage;
    *next = ring;
    return true;
}

static void walk_down(struct walk *walk, size_t number, bool (*step)(struct walk *, size_t, struct ring *))
{
    struct ring ring = {0};
    while (number > 0 && step(walk, number, &ring))
        number--;
    if (number == 0)
        end_at(walk, &ring);
}

bool chain_read(const char *folder, enum severity severity, struct arena *arena, struct faults *faults,
                struct chain *chain)
{
    size_t revision_count = revisions_count(folder, *arena), stage_count = stage_records_count(folder, *arena);
    struct walk walk = {.folder = folder,
                        .severity = severity,
                        .arena = arena,
                        .faults = faults,
                        .chain = chain,
                        .manifests = ARENA_ARRAY(arena, struct text, revision_count + 1),
                        .days = ARENA_ARRAY(arena, struct text, revision_count + 1),
                        .revision_count = revision_count,
                        .stages = ARENA_ARRAY(arena, struct stage_record, stage_count + 1),
                        .is_whole = true};
    if (chain)
        *chain = (struct chain){0};
    walk_down(&walk, revision_count, walk_revision);
    walk_down(&walk, stage_count, walk_stage);
    walk.has_all_stages = stage_count == 0 || walk.stages[1].number > 0;
    for (size_t number = 1; number <= stage_count; number++)
        if (walk.stages[number].number > 0)
            look_at_days(&walk, &walk.stages[number]);
    return walk.is_whole;
}
