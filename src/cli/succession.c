#include "succession.h"

#include <unistd.h>

#include "figures.h"
#include "files.h"
#include "folders.h"
#include "revision.h"
#include "terminal.h"

/* What a folder knows of a result. */
struct finding {
    const char *folder;
    size_t count; /* of its revisions */
    bool is_found;
    bool is_untold; /* a revision in which it may be cannot be read */
    struct revision found, newest;
};

static bool is_folder(const char *folder, struct session *session)
{
    struct arena scratch = session->memory.scratch;
    struct folder listed;
    return folder_list(folder, &scratch, &session->faults, &listed);
}

/* Without the newest nothing is told of those before it. */
static void search(struct session *session, struct text result, struct finding *finding)
{
    struct arena *kept = &session->memory.kept;
    for (size_t number = finding->count; number > 0 && !finding->is_found; number--) {
        bool is_read = revision_read(finding->folder, number, kept, &session->faults, &finding->found);
        finding->is_untold = finding->is_untold || !is_read;
        finding->is_found = is_read && text_equal(finding->found.result, result);
        if (number < finding->count)
            continue;
        finding->newest = finding->found;
        if (!is_read)
            return;
    }
}

static struct finding look_into(struct session *session, const char *folder, struct text result)
{
    struct finding finding = {.folder = folder, .count = revisions_count(folder, session->memory.scratch)};
    if (finding.count == 0 && is_folder(folder, session))
        faults_add(&session->faults, SEVERITY_WARNING, (struct place){.file = text_from_c(folder)},
                   MESSAGE("this folder has no revisions: nothing can be looked up in it"), NO_HINT);
    search(session, result, &finding);
    return finding;
}

/* ---- which of the folders tells ---- */

static bool is_current(const struct finding *finding)
{
    return text_equal(finding->found.result, finding->newest.result);
}

/* Whether one goes on where the other, a copy that has stayed behind, ends. */
static bool goes_on(const struct finding *later, const struct finding *earlier, struct arena scratch)
{
    struct faults told_before = faults_in(&scratch);
    struct revision same;
    return later->count > earlier->count && (later->is_found || later->is_untold) &&
           revision_read(later->folder, earlier->count, &scratch, &told_before, &same) &&
           text_equal(same.manifest, earlier->newest.manifest);
}

static bool is_behind(const struct finding *finding, const struct finding *all, size_t count, struct arena scratch)
{
    bool is_behind = false;
    for (size_t i = 0; i < count && !is_behind; i++)
        is_behind = goes_on(&all[i], finding, scratch);
    return is_behind;
}

/* In whatever order they are named; of histories that have parted, one in which the result does not hold any more. NULL: none
 * knows it. */
static const struct finding *choose(const struct finding *all, size_t count, struct arena scratch)
{
    const struct finding *chosen = NULL;
    for (size_t i = 0; i < count; i++)
        if (all[i].is_found && (!chosen || (is_current(chosen) && !is_current(&all[i]))) &&
            !is_behind(&all[i], all, count, scratch))
            chosen = &all[i];
    return chosen;
}

/* ---- what has become of the award ---- */

/* Of several that have the name, the one to whom the certificate was given; without one nothing is guessed. */
static const struct placement *find_person(const struct placements *placements, struct text name,
                                           const struct issued_certificate *issued)
{
    const struct placement *found = NULL;
    size_t count = 0;
    for (size_t i = 0; i < placements->count; i++) {
        const struct placement *person = &placements->items[i];
        if (!text_equal(person->name, name))
            continue;
        if (issued && person->kind == issued->kind && text_equal(person->contestant, issued->of[ISSUED_ID]))
            return person;
        found = person;
        count++;
    }
    return count == 1 ? found : NULL;
}

/* The certificate of this number, name and award among all that were ever given; NULL: none is. */
static const struct issued_certificate *find_issued(const struct revision *newest,
                                                    const struct attestation *attestation)
{
    for (size_t i = 0; attestation->number.length > 0 && i < newest->issued.count; i++) {
        const struct issued_certificate *issued = &newest->issued.items[i];
        if (text_equal(issued->printed, attestation->number) &&
            text_equal(issued->of[ISSUED_NAME], attestation->name) &&
            text_equal(issued->of[ISSUED_AWARD], attestation->award))
            return issued;
    }
    return NULL;
}

/* `issued` NULL: which certificate it is, is not known. */
static struct message award_now(struct session *session, const struct finding *finding, struct text name,
                                const struct issued_certificate *issued)
{
    struct arena *kept = &session->memory.kept;
    struct placements placements;
    struct text bytes;
    const char *path = revision_path(finding->folder, finding->newest.number, REVISION_STANDINGS, kept);
    if (name.length == 0 || !whole_file_read(path, REVISION_MOST_STANDINGS_BYTES, kept, &bytes) ||
        !placements_read(bytes, kept, &placements))
        return NO_HINT;
    const struct placement *person = find_person(&placements, name, issued);
    if (!person)
        return MESSAGE("the result that holds does not name {1}, or more than once", name);
    if (person->kind == PLACED_TEAM)
        return MESSAGE("{1} now has rank {2} among the teams", name, figure_count(kept, person->rank));
    if (person->award.length == 0)
        return MESSAGE("{1} has no award now", name);
    return MESSAGE("the award of {1} is now: {2}", name, person->award);
}

/* ---- telling ---- */

static void tell_superseded(struct session *session, const struct finding *finding,
                            const struct attestation *attestation)
{
    struct arena *kept = &session->memory.kept;
    struct place place = {.file = text_from_c(finding->folder)};
    struct text old = revision_name(finding->found.number, kept), now = revision_name(finding->newest.number, kept);
    const struct issued_certificate *issued = find_issued(&finding->newest, attestation);
    bool is_recalled = issued && issued->is_recalled;
    struct message become =
        issued && !is_recalled
            ? MESSAGE("number, name and award are the same in revision {1}: the certificate was not taken back", now)
            : award_now(session, finding, attestation->name, issued);
    faults_add(&session->faults, SEVERITY_ERROR, place,
               MESSAGE("superseded: this paper is of revision {1}, and revision {2} holds since {3}; reason: {4}", old,
                       now, revision_day(&finding->newest), finding->newest.reason),
               is_recalled ? NO_HINT : become);
    if (is_recalled)
        faults_add(&session->faults, SEVERITY_ERROR, place,
                   MESSAGE("this certificate was taken back: revision {1} has it no more", now), become);
}

/* Of a text that is not proven to be genuine nothing good is said on standard output. */
static void tell_current(struct session *session, const struct finding *finding)
{
    if (faults_grave(&session->faults) > 0) {
        faults_add(&session->faults, SEVERITY_WARNING, (struct place){.file = text_from_c(finding->folder)},
                   MESSAGE("the result that it tells holds, by revision {1}; the paper is not proven",
                           revision_name(finding->newest.number, &session->memory.kept)),
                   NO_HINT);
        return;
    }
    struct style style = terminal_style(STDOUT_FILENO);
    struct sink sink = sink_in(&session->memory.kept);
    style_write_tinted(&sink, &style, TINT_GOOD,
                       MESSAGE("It is of the result that holds: revision {1} of {2}, signed on {3}.",
                               revision_name(finding->newest.number, &session->memory.kept),
                               text_from_c(finding->folder), revision_day(&finding->newest)));
    sink_byte(&sink, '\n');
    output_write(sink_written(&sink), &session->faults);
}

static void tell_unknown(struct session *session, bool is_untold)
{
    if (is_untold)
        faults_add(&session->faults, SEVERITY_ERROR, (struct place){0},
                   MESSAGE("whether this result holds, or ever did, cannot be told: a revision cannot be read"),
                   NO_HINT);
    else
        faults_add(&session->faults, SEVERITY_ERROR, (struct place){0},
                   MESSAGE("no revision has this result: it was never official in these folders"),
                   MESSAGE("it may have been printed before the result was signed"));
}

void succession_tell(struct session *session, const struct attestation *attestation)
{
    const struct request *request = &session->request;
    struct finding *findings = ARENA_ARRAY(&session->memory.kept, struct finding, request->operand_count);
    bool is_untold = false;
    for (size_t i = 0; i < request->operand_count; i++) {
        findings[i] = look_into(session, request->operands[i], attestation->hash);
        is_untold = is_untold || findings[i].is_untold;
    }
    if (request->operand_count == 0)
        return;
    const struct finding *chosen = choose(findings, request->operand_count, session->memory.scratch);
    if (!chosen)
        tell_unknown(session, is_untold);
    else if (is_current(chosen))
        tell_current(session, chosen);
    else
        tell_superseded(session, chosen, attestation);
}
