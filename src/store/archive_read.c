/* Archives that somebody else may have made, or changed. */
#include "archive.h"
#include "archive_signature.h"
#include "later_format.h"
#include "sha256.h"

struct reading {
    struct archive *archive;
    struct text path;
    struct faults *faults;
};

static void refuse(struct reading *reading, struct message what, struct message hint)
{
    faults_add(reading->faults, SEVERITY_ERROR, (struct place){.file = reading->path}, what, hint);
}

/* ---- which files there are ---- */

static const struct text needed[] = {
    TEXT_INIT("README.txt"),    TEXT_INIT("SHA256SUMS"),     TEXT_INIT("contest/contest.yaml"),
    TEXT_INIT("manifest.json"), TEXT_INIT("standings.json"), TEXT_INIT("standings.csv"),
};
enum { NEEDED = sizeof needed / sizeof *needed };

static bool has_a_place(struct text name)
{
    for (size_t i = 0; i < NEEDED; i++)
        if (text_equal(name, needed[i]))
            return true;
    return text_equal(name, ARCHIVE_SIGNATURE) || text_starts_with(name, ARCHIVE_CONTEST) ||
           text_starts_with(name, ARCHIVE_DOCUMENTS);
}

static void look_at_names(struct reading *reading)
{
    const struct container *container = &reading->archive->container;
    for (size_t i = 0; i < NEEDED; i++)
        if (!archive_find(reading->archive, needed[i]))
            refuse(reading, MESSAGE("{1} is missing", needed[i]), NO_HINT);
    for (size_t i = 0; i < container->count; i++)
        if (!has_a_place(container->files[i].name))
            refuse(reading, MESSAGE("{1} is no file of an archive", container->files[i].name), NO_HINT);
}

/* ---- the signature ---- */

static void look_at_signature(struct reading *reading, struct text sums, struct arena scratch)
{
    struct archive *archive = reading->archive;
    const struct whole_file *signature = archive_find(archive, ARCHIVE_SIGNATURE);
    if (!signature)
        return;
    archive->is_signed = archive_signature_holds(signature->bytes, sums, scratch, &archive->signer);
    if (!archive->is_signed && archive_signature_is_later(signature->bytes))
        refuse(reading, MESSAGE("{1} is of no format that this version of biwu knows", ARCHIVE_SIGNATURE),
               LATER_FORMAT_HINT);
    else if (!archive->is_signed)
        refuse(reading, MESSAGE("the signature does not hold: SHA256SUMS or signature.txt was changed"), NO_HINT);
}

/* ---- the hashes ---- */

struct sum {
    struct text hash, name;
};

/* Takes a line "HASH  NAME" off; false where the next is none. */
static bool next_sum(struct text *rest, struct sum *sum)
{
    enum { NAME_AT = SHA256_DIGITS + 2 };
    struct text line;
    if (!text_next_part(rest, '\n', &line) || line.length <= NAME_AT || line.bytes[SHA256_DIGITS] != ' ' ||
        line.bytes[SHA256_DIGITS + 1] != ' ')
        return false;
    *sum = (struct sum){{line.bytes, SHA256_DIGITS}, {line.bytes + NAME_AT, line.length - NAME_AT}};
    return container_name_is_sound(sum->name);
}

/* Both stand in the order of the names, so that what one has and the other has not shows on the way. `actual` is made of the
 * files, and sound. */
static void compare_sums(struct reading *reading, struct text told, struct text actual)
{
    struct sum ours = {0}, theirs = {0};
    bool has_ours = next_sum(&actual, &ours), has_theirs = next_sum(&told, &theirs);
    while (has_ours || has_theirs) {
        int order = !has_ours ? 1 : !has_theirs ? -1 : text_compare(ours.name, theirs.name);
        if (order < 0)
            refuse(reading, MESSAGE("{1} was added: SHA256SUMS does not have it", ours.name), NO_HINT);
        if (order > 0)
            refuse(reading, MESSAGE("{1} is missing: SHA256SUMS has it", theirs.name), NO_HINT);
        if (order == 0 && !text_equal(ours.hash, theirs.hash))
            refuse(reading, MESSAGE("{1} was changed: it has not the hash of SHA256SUMS", ours.name), NO_HINT);
        if (order <= 0)
            has_ours = next_sum(&actual, &ours);
        if (order >= 0)
            has_theirs = next_sum(&told, &theirs);
    }
}

static void look_at_hashes(struct reading *reading, struct text told, struct arena scratch)
{
    struct text actual = archive_sums(&reading->archive->container, &scratch);
    size_t before = faults_grave(reading->faults);
    if (text_equal(told, actual))
        return;
    compare_sums(reading, told, actual);
    if (faults_grave(reading->faults) == before)
        refuse(reading, MESSAGE("{1} is not as biwu seal writes it", ARCHIVE_SUMS), NO_HINT);
}

bool archive_read(struct text bytes, struct text path, struct arena *arena, struct arena scratch, struct faults *faults,
                  struct archive *archive)
{
    struct reading reading = {.archive = archive, .path = path, .faults = faults};
    size_t before = faults_grave(faults);
    *archive = (struct archive){0};
    if (!container_read(bytes, path, arena, scratch, faults, &archive->container))
        return false;
    look_at_names(&reading);
    const struct whole_file *sums = archive_find(archive, ARCHIVE_SUMS);
    if (sums) {
        look_at_signature(&reading, sums->bytes, scratch);
        look_at_hashes(&reading, sums->bytes, scratch);
    }
    return faults_grave(faults) == before;
}
