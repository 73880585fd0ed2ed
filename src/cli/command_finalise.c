#include <unistd.h>

#include "chain.h"
#include "faults_print.h"
#include "files.h"
#include "finalise_json.h"
#include "finalise_text.h"
#include "next_revision.h"
#include "printable.h"
#include "stages.h"
#include "standings_json.h"
#include "terminal.h"

struct finalising {
    struct session *session;
    struct next_revision next;
    bool is_json, is_written;
    struct faults of_result;  /* what the standings report: blockers are among it */
    struct faults of_signers; /* what is wrong with them, or lacks */
};

/* ---- reading ---- */

/* The contest, its standings, and whether they are official. False where there are errors. */
static bool read_all(struct finalising *finalising)
{
    struct session *session = finalising->session;
    struct arena *kept = &session->memory.kept;
    session->faults = faults_in(kept);
    finalising->of_result = faults_in(kept);
    next_revision_begin(&finalising->next);
    if (!session_compute_apart(session, finalising->next.folder, &finalising->of_result))
        return false;
    finalising->next.result = standings_hash(&session->standings, kept, session->memory.scratch);
    struct arena scratch = session->memory.scratch;
    if (session->official.state == OFFICIAL_UNTOLD)
        faults_add(&session->faults, SEVERITY_ERROR, (struct place){.file = text_from_c(finalising->next.folder)},
                   MESSAGE("the newest revision cannot be read: nothing follows it"), NO_HINT);
    else
        chain_read(finalising->next.folder, SEVERITY_WARNING, &scratch, &session->faults, NULL);
    return faults_grave(&session->faults) == 0;
}

/* ---- what is said ---- */

static void say_json(struct finalising *finalising, bool is_read)
{
    struct session *session = finalising->session;
    struct arena *kept = &session->memory.kept, scratch = session->memory.scratch;
    struct style style = {.translate = terminal_style(STDOUT_FILENO).translate};
    const struct official *official = &session->official;
    struct finalise_report report = {.is_written = finalising->is_written, .errors = &session->faults};
    struct stage_record record;
    if (is_read) {
        report.contest = session->contest.rules.title;
        report.is_official = official->state == OFFICIAL_NOW;
        report.stage = stages_now(session, finalising->next.result, &record);
        report.blockers = &session->standings.blockers;
        report.signatures = &finalising->of_signers;
    }
    if (official->revision.number > 0) {
        report.folder = text_from_c(revision_path(finalising->next.folder, official->revision.number, TEXT(""), kept));
        report.sha256 = official->revision.manifest;
        whole_file_read(revision_path(finalising->next.folder, official->revision.number, REVISION_MANIFEST, kept),
                        REVISION_MOST_MANIFEST_BYTES, kept, &report.manifest);
    }
    output_write(finalise_json(&report, &style, kept, scratch), &session->faults);
}

static void say_text(struct finalising *finalising)
{
    struct session *session = finalising->session;
    struct arena *kept = &session->memory.kept, scratch = session->memory.scratch;
    struct style style = terminal_style(STDOUT_FILENO);
    const struct revision *revision = &session->official.revision;
    struct stage_record record;
    struct sink sink = sink_in(kept);
    struct text stage = stages_now(session, finalising->next.result, &record);
    sink_text(&sink, finalise_revision_text(revision, finalising->next.folder, stage, &style, kept, scratch));
    if (finalising->is_written && revision->number > 1) {
        sink_text(&sink, finalise_moves_text(&finalising->next.moves, &style, kept, scratch));
        sink_text(&sink, finalise_certificates_text(&finalising->next.issued_before, &revision->issued, &style, kept,
                                                    scratch));
    }
    output_write(sink_written(&sink), &session->faults);
}

static enum exit_code say(struct finalising *finalising, bool is_read)
{
    struct session *session = finalising->session;
    if (finalising->is_json)
        say_json(finalising, is_read);
    else if (session->official.state == OFFICIAL_NOW)
        say_text(finalising);
    return session_close(session);
}

static enum exit_code say_faulty(struct finalising *finalising)
{
    enum exit_code code = say(finalising, false);
    faults_print_note(MESSAGE("blocked: the result stays provisional, and nothing was written"),
                      finalising->session->memory.scratch);
    return code;
}

static enum exit_code say_unchanged(struct finalising *finalising)
{
    struct session *session = finalising->session;
    faults_join(&session->faults, &finalising->of_result, SEVERITY_WARNING);
    enum exit_code code = say(finalising, true);
    bool has_reason = text_trimmed(session_option(session, OPTION_REASON)).length > 0;
    faults_print_note(
        has_reason
            ? MESSAGE("the result is official already, and nothing has changed since: nothing was written, and the "
                      "reason not kept; correct the files first")
            : MESSAGE("the result is official already, and nothing has changed since: nothing was written"),
        session->memory.scratch);
    return code;
}

static enum exit_code say_blocked(struct finalising *finalising)
{
    struct session *session = finalising->session;
    official_conclude(session, finalising->next.folder);
    if (finalising->is_json)
        say_json(finalising, true);
    for (size_t kind = 0; kind < BLOCKER_COUNT; kind++)
        faults_join(&session->faults, &session->standings.blockers.of[kind], SEVERITY_ERROR);
    faults_join(&session->faults, &finalising->of_signers, SEVERITY_ERROR);
    enum exit_code code = session_close(session);
    faults_print_note(MESSAGE("blocked: the result stays provisional, and nothing was written"),
                      session->memory.scratch);
    return code;
}

/* What is wrong with the request alone: the contest is ready. */
static enum exit_code say_misused(struct finalising *finalising)
{
    struct session *session = finalising->session;
    official_conclude(session, finalising->next.folder);
    if (finalising->is_json)
        say_json(finalising, true);
    faults_join(&session->faults, &finalising->of_signers, SEVERITY_ERROR);
    session_close(session);
    faults_print_note(MESSAGE("nothing else blocks the result; nothing was written"), session->memory.scratch);
    return EXIT_USAGE;
}

/* ---- the revision ---- */

static enum exit_code write_revision(struct finalising *finalising)
{
    struct session *session = finalising->session;
    faults_join(&session->faults, &finalising->of_result, SEVERITY_WARNING);
    finalising->is_written = next_revision_write(&finalising->next);
    session->standings.is_official = session->official.state == OFFICIAL_NOW;
    enum exit_code code = say(finalising, true);
    if (finalising->is_written)
        faults_print_note(MESSAGE("what was printed before is of an earlier state: print it again with biwu run {1}",
                                  text_from_c(finalising->next.folder)),
                          session->memory.scratch);
    return code;
}

/* ---- the command ---- */

static bool is_again(const struct finalising *finalising)
{
    const struct session *session = finalising->session;
    return session->official.state == OFFICIAL_NOW &&
           (session->request.signature_count == 0 ||
            signers_equal(&finalising->next.signers, &session->official.revision));
}

static bool lacks_reason(const struct session *session)
{
    return session->official.revision.number > 0 && text_trimmed(session_option(session, OPTION_REASON)).length == 0;
}

static void refuse_without_reason(struct session *session, struct faults *faults)
{
    faults_add(faults, SEVERITY_ERROR, (struct place){0},
               MESSAGE("revision {1} is official: the next one needs a reason",
                       revision_name(session->official.revision.number, &session->memory.kept)),
               MESSAGE("--reason says what was corrected and why; it stays in the record"));
}

static enum exit_code finalise(struct finalising *finalising)
{
    struct session *session = finalising->session;
    if (!read_all(finalising))
        return say_faulty(finalising);
    finalising->of_signers = faults_in(&session->memory.kept);
    bool is_signed = signers_read(session, &finalising->of_signers, &finalising->next.signers);
    if (is_again(finalising)) {
        finalising->of_signers = (struct faults){0};
        return say_unchanged(finalising);
    }
    if (blockers_count(&session->standings.blockers) > 0)
        return say_blocked(finalising);
    if (lacks_reason(session))
        refuse_without_reason(session, &finalising->of_signers);
    if (!is_signed || lacks_reason(session))
        return say_misused(finalising);
    return write_revision(finalising);
}

/* A text that is to stay in a record. */
static bool is_plain(struct session *session, enum option_kind kind)
{
    size_t bad_at;
    struct text written = session_option(session, kind);
    if (text_is_utf8(written, &bad_at) && text_find_unprintable(written) == TEXT_INVALID)
        return true;
    session_misused(session, MESSAGE("--{1} is no plain text on one line", text_from_c(option_rows[kind].name)),
                    NO_HINT);
    return false;
}

/* Options that go with --stage, and those that do not. */
static bool is_sound_request(struct session *session)
{
    const char *const *values = session->request.values;
    bool is_stage = values[OPTION_STAGE] != NULL;
    if (is_stage && (session->request.signature_count > 0 || values[OPTION_REASON] || values[OPTION_FORMAT]))
        session_misused(session, MESSAGE("--stage goes with --by and --period alone"),
                        MESSAGE("make the result official first, and record the stage then"));
    else if (!is_stage && (values[OPTION_BY] || values[OPTION_PERIOD]))
        session_misused(session, MESSAGE("--by and --period go with --stage"),
                        MESSAGE("--stage announced, notice or expired"));
    else
        return true;
    return false;
}

enum exit_code run_finalise(struct session *session)
{
    struct text form = session_option(session, OPTION_FORMAT);
    bool is_given = session->request.values[OPTION_FORMAT] != NULL;
    struct finalising finalising = {.session = session, .next = {session, .folder = session->request.operands[0]}};
    finalising.is_json = text_equal(form, TEXT("json"));
    if (is_given && !finalising.is_json && !text_equal(form, TEXT("text")))
        return session_misused(session, MESSAGE("unknown format {1}", form), MESSAGE("the forms are text and json"));
    if (!is_plain(session, OPTION_REASON) || !is_plain(session, OPTION_BY) || !is_sound_request(session))
        return EXIT_USAGE;
    return session->request.values[OPTION_STAGE] ? stages_record(session) : finalise(&finalising);
}
