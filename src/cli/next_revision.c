#include "next_revision.h"

#include "certificate_list.h"
#include "clock.h"
#include "contest_inputs.h"
#include "interruptions.h"
#include "sha256.h"
#include "standings_json.h"

/* ---- inputs ---- */

/* Of names and bytes of all of them, protests too. */
static struct text digest_of_inputs(const struct contest_inputs *inputs, struct arena *arena, struct arena scratch)
{
    struct sink lines = sink_in(&scratch);
    for (size_t i = 0; i < inputs->count; i++) {
        sink_text(&lines, inputs->items[i].name);
        sink_byte(&lines, '\n');
        sink_text(&lines, sha256_text(inputs->items[i].bytes, arena));
    }
    return sha256_text(sink_written(&lines), arena);
}

/* Empty where they cannot be read: who reads the contest says why. */
void next_revision_begin(struct next_revision *next)
{
    struct session *session = next->session;
    struct arena scratch = session->memory.scratch, *kept = &session->memory.kept;
    struct faults unheard = faults_in(&scratch);
    struct contest_inputs inputs;
    struct arena inputs_arena = *kept; /* given up at once: only the digest, behind them, would be kept */
    if (!contest_inputs_read(next->folder, &inputs_arena, &unheard, &inputs))
        return;
    struct text digest = digest_of_inputs(&inputs, &scratch, inputs_arena);
    next->inputs_before = text_copy(kept, digest);
}

/* ---- the revision ---- */

static void add_copies(const struct contest_inputs *inputs, struct whole_file *files, struct arena *arena)
{
    for (size_t i = 0; i < inputs->count; i++) {
        struct sink name = sink_in(arena);
        sink_text(&name, REVISION_INPUTS);
        sink_text(&name, inputs->items[i].name);
        files[i] = (struct whole_file){.name = sink_written(&name), .bytes = inputs->items[i].bytes};
    }
}

/* Manifests of early versions tell no certificates: what was printed then may bear a number that is given now. */
static void warn_of_untold_numbers(struct next_revision *next)
{
    struct session *session = next->session;
    const struct revision *former = &session->official.revision;
    bool tells = former->number == 0 || former->issued.count > 0 || !text_starts_with(former->version, TEXT("0.1."));
    if (tells || session->contest.rules.certificate_number.length == 0)
        return;
    faults_add(
        &session->faults, SEVERITY_WARNING, (struct place){.file = text_from_c(next->folder)},
        MESSAGE(
            "revision {1}, made by version {2}, does not tell the numbers of its certificates: they are given again",
            revision_name(former->number, &session->memory.kept), former->version),
        MESSAGE("take back all certificates that were printed of it"));
}

/* Where the standings of the former revision cannot be read, what has moved is not told. */
static void find_moves(struct next_revision *next, struct text standings)
{
    struct session *session = next->session;
    struct arena *kept = &session->memory.kept;
    size_t former = session->official.revision.number;
    struct placements *from = ARENA_NEW(kept, struct placements), *to = ARENA_NEW(kept, struct placements);
    struct text bytes;
    const char *path = revision_path(next->folder, former, REVISION_STANDINGS, kept);
    if (former == 0)
        return;
    if (whole_file_read(path, REVISION_MOST_STANDINGS_BYTES, kept, &bytes) && placements_read(bytes, kept, from) &&
        placements_read(standings, kept, to))
        next->moves = moves_between(from, to, kept, session->memory.scratch);
    else
        faults_add(&session->faults, SEVERITY_WARNING, (struct place){.file = text_from_c(path)},
                   MESSAGE("this file cannot be read: whom the correction has moved is not told"), NO_HINT);
}

static struct revision revision_of(const struct next_revision *next)
{
    struct session *session = next->session;
    const struct revision *former = &session->official.revision;
    return (struct revision){.number = former->number + 1,
                             .contest = session->contest.rules.title,
                             .time = clock_moment(&session->memory.kept),
                             .version = TEXT(BIWU_VERSION),
                             .encoding = session_option(session, OPTION_ENCODING),
                             .signers = next->signers.items,
                             .signer_count = next->signers.count,
                             .result = next->result,
                             .reason = text_trimmed(session_option(session, OPTION_REASON)),
                             .issued = certificates_issue(&session->standings, &former->issued, &session->memory.kept),
                             .former = former->manifest};
}

static bool read_inputs(struct next_revision *next, struct contest_inputs *inputs)
{
    struct session *session = next->session;
    struct arena *kept = &session->memory.kept;
    if (!contest_inputs_read(next->folder, kept, &session->faults, inputs))
        return false;
    struct text digest = digest_of_inputs(inputs, kept, session->memory.scratch);
    if (text_equal(digest, next->inputs_before))
        return true;
    faults_add(&session->faults, SEVERITY_FAILURE, (struct place){.file = text_from_c(next->folder)},
               MESSAGE("a file was changed while the result was computed: nothing was written"),
               MESSAGE("try again when nobody writes to the folder"));
    return false;
}

bool next_revision_write(struct next_revision *next)
{
    struct session *session = next->session;
    struct arena *kept = &session->memory.kept, scratch = session->memory.scratch;
    struct contest_inputs inputs;
    if (!read_inputs(next, &inputs))
        return false;
    struct whole_file *files = ARENA_ARRAY(kept, struct whole_file, inputs.count + 1);
    session->standings.is_official = true;
    files[inputs.count].name = REVISION_STANDINGS;
    files[inputs.count].bytes = standings_json(&session->standings, INDEX_NONE, kept, scratch);
    add_copies(&inputs, files, kept);
    find_moves(next, files[inputs.count].bytes);
    warn_of_untold_numbers(next);
    struct revision revision = revision_of(next);
    struct interruptions interruptions = interruptions_hold();
    enum whole_outcome outcome =
        revision_write(next->folder, &revision, &next->moves, files, inputs.count + 1, kept, scratch, &session->faults);
    interruptions_release(&interruptions);
    if (outcome == WHOLE_TAKEN)
        faults_add(&session->faults, SEVERITY_ERROR, (struct place){.file = text_from_c(next->folder)},
                   MESSAGE("another biwu finalise has made revision {1} at this moment: nothing was written",
                           revision_name(revision.number, kept)),
                   MESSAGE("look at it: biwu finalise {1}", text_from_c(next->folder)));
    next->issued_before = session->official.revision.issued;
    if (outcome == WHOLE_WRITTEN)
        session->official = (struct official){OFFICIAL_NOW, revision};
    return outcome == WHOLE_WRITTEN;
}
