#include "stages.h"

#include <string.h>
#include <unistd.h>

#include "calendar.h"
#include "clock.h"
#include "faults_print.h"
#include "files.h"
#include "finalise_json.h"
#include "index.h"
#include "interruptions.h"
#include "messages.h"
#include "standings_json.h"
#include "terminal.h"
#include "working_days.h"

/* ---- what was recorded ---- */

/* Whether a record is about the session's result as it is now. */
static bool is_about(const struct session *session, const struct stage_record *stage, struct text result)
{
    const struct official *official = &session->official;
    if (stage->kind == STAGE_ANNOUNCED)
        return text_equal(stage->result, result);
    return official->state == OFFICIAL_NOW && text_equal(stage->manifest, official->revision.manifest);
}

/* The newest record of one of the kinds from first to last that is about the result. */
static bool find_record(struct session *session, struct text result, enum stage_kind first, enum stage_kind last,
                        struct stage_record *found)
{
    const char *folder = session->request.operands[0];
    for (size_t number = stage_records_count(folder, session->memory.scratch); number > 0; number--)
        if (stage_record_read(folder, number, &session->memory.kept, &session->faults, found) && found->kind >= first &&
            found->kind <= last && is_about(session, found, result))
            return true;
    *found = (struct stage_record){0};
    return false;
}

struct text stages_now(struct session *session, struct text result, struct stage_record *record)
{
    bool is_official = session->official.state == OFFICIAL_NOW;
    if (find_record(session, result, is_official ? STAGE_NOTICE : STAGE_ANNOUNCED, STAGE_EXPIRED, record))
        return stage_names[record->kind];
    return is_official ? TEXT("official") : TEXT("provisional");
}

bool stages_find_notice(struct session *session, struct stage_record *record)
{
    return session->official.state == OFFICIAL_NOW &&
           find_record(session, TEXT(""), STAGE_NOTICE, STAGE_NOTICE, record);
}

/* ---- what is to be recorded ---- */

static void refuse(struct session *session, struct message what, struct message hint)
{
    faults_add(&session->faults, SEVERITY_ERROR, (struct place){.file = text_from_c(session->request.operands[0])},
               what, hint);
}

static bool find_kind(struct session *session, enum stage_kind *kind)
{
    struct arena scratch = session->memory.scratch;
    struct index known = index_in(&scratch);
    struct text written = session_option(session, OPTION_STAGE);
    for (size_t i = 0; i < STAGE_COUNT; i++) {
        *kind = (enum stage_kind)i;
        if (text_equal(stage_names[i], written) || text_equal(stage_words[i], written))
            return true;
        index_add(&known, stage_names[i], i);
    }
    struct text nearest = index_nearest(&known, written, scratch);
    session_misused(session, MESSAGE("there is no stage {1}", written),
                    nearest.length > 0 ? MESSAGE("did you mean {1}?", nearest)
                                       : MESSAGE("the stages are announced, notice and expired"));
    return false;
}

/* By --period, else by contest.yaml. False, having said so, where there is none. */
static bool find_period(struct session *session, struct stage_record *stage)
{
    const struct notice *notice = &session->contest.rules.notice;
    struct text written = session_option(session, OPTION_PERIOD);
    const char *dots =
        session->request.values[OPTION_PERIOD] ? strstr(session->request.values[OPTION_PERIOD], "..") : NULL;
    if (written.length == 0 && notice->is_set) {
        stage->from = notice->from, stage->to = notice->to;
    } else if (written.length == 0) {
        session_misused(session, MESSAGE("how long the notice stands is not known"),
                        MESSAGE("give --period 2023-10-27..2023-11-02"));
        return false;
    } else if (dots) {
        stage->from = (struct text){written.bytes, (size_t)(dots - written.bytes)};
        stage->to = text_from_c(dots + 2);
    }
    if (!calendar_has_day(stage->from) || !calendar_has_day(stage->to) || text_compare(stage->to, stage->from) < 0) {
        session_misused(session, MESSAGE("{1} is no period", written),
                        MESSAGE("first and last day, as in --period 2023-10-27..2023-11-02"));
        return false;
    }
    stage->working_days = working_days(stage->from, stage->to);
    if (stage->working_days == 0)
        faults_add(&session->faults, SEVERITY_WARNING, (struct place){0},
                   MESSAGE("no day from {1} to {2} is a working day", stage->from, stage->to), NO_HINT);
    return true;
}

/* ---- whether it may be ---- */

static void refuse_open(struct session *session, enum blocker_kind first, enum blocker_kind last)
{
    for (int kind = (int)first; kind <= (int)last; kind++)
        faults_join(&session->faults, &session->standings.blockers.of[kind], SEVERITY_ERROR);
}

static void refuse_unofficial(struct session *session)
{
    if (session->official.state != OFFICIAL_NOW)
        refuse(session, MESSAGE("the result is not official"), MESSAGE("biwu finalise says what is missing"));
}

/* Nobody can protest against what was not signed yet. */
static void refuse_backdated(struct session *session, const struct stage_record *stage)
{
    struct text signed_on = revision_day(&session->official.revision);
    if (text_compare(stage->from, signed_on) < 0)
        refuse(session, MESSAGE("the notice cannot begin on {1}: the result was signed on {2}", stage->from, signed_on),
               MESSAGE("give the days on which it really stands: --period FROM..TO"));
}

/* The period must have been recorded, and be over. */
static void refuse_early(struct session *session, const struct stage_record *notice)
{
    struct text today = clock_day(&session->memory.kept);
    if (notice->kind != STAGE_NOTICE || notice->number == 0)
        refuse(session, MESSAGE("no public notice of this revision is recorded"),
               MESSAGE("record it first, when it is put up: --stage notice"));
    else if (text_compare(notice->from, revision_day(&session->official.revision)) < 0)
        refuse(session, MESSAGE("the notice on record begins on {1}, before the result was signed", notice->from),
               MESSAGE("the record was changed: put its copy back"));
    else if (text_compare(today, notice->to) <= 0)
        refuse(session, MESSAGE("the notice stands until {1} has passed, and today is {2}", notice->to, today),
               MESSAGE("record its end on the day after"));
}

static void refuse_unfit(struct session *session, const struct stage_record *stage, const struct stage_record *former)
{
    enum stage_kind kind = stage->kind;
    if (kind == STAGE_ANNOUNCED)
        refuse_open(session, BLOCKER_PENDING, BLOCKER_TIE);
    else
        refuse_unofficial(session);
    if (kind == STAGE_NOTICE && session->official.state == OFFICIAL_NOW)
        refuse_backdated(session, stage);
    if (kind == STAGE_NOTICE && former->kind == STAGE_EXPIRED && former->number > 0)
        refuse(session, MESSAGE("the notice of this revision has passed: that was recorded at {1}", former->time),
               NO_HINT);
    if (kind == STAGE_EXPIRED && session->official.state == OFFICIAL_NOW)
        refuse_early(session, former);
    if (kind == STAGE_EXPIRED)
        refuse_open(session, BLOCKER_PROTEST, BLOCKER_PROTEST);
}

/* ---- recording ---- */

static void say(struct session *session, const struct stage_record *stage, bool is_written)
{
    struct style style = terminal_style(STDOUT_FILENO);
    struct sink sink = sink_in(&session->memory.kept);
    struct text name = whole_name(stage->number, &session->memory.kept);
    struct arena *kept = &session->memory.kept;
    struct sink days = sink_in(kept);
    sink_integer(&days, (int64_t)stage->working_days);
    if (!is_written)
        style_write(&sink, &style, MESSAGE("Recorded already, at {1}: nothing was written.", stage->time));
    else if (stage->kind == STAGE_ANNOUNCED)
        style_write(&sink, &style, MESSAGE("Recorded as {1}: announced at {2}.", name, stage->time));
    else if (stage->kind == STAGE_NOTICE)
        style_write(&sink, &style,
                    MESSAGE("Recorded as {1}: public notice from {2} to {3}, {4} working days but for holidays.", name,
                            stage->from, stage->to, sink_written(&days)));
    else
        style_write(&sink, &style, MESSAGE("Recorded as {1}: the notice has passed without an open protest.", name));
    sink_byte(&sink, '\n');
    if (is_written) {
        style_write(&sink, &style, MESSAGE("Keep the SHA-256 of the record: {1}", stage->sha256));
        sink_byte(&sink, '\n');
    }
    output_write(sink_written(&sink), &session->faults);
}

static void write_stage(struct session *session, struct stage_record *stage)
{
    const char *folder = session->request.operands[0];
    struct arena *kept = &session->memory.kept, scratch = session->memory.scratch;
    size_t count = stage_records_count(folder, scratch);
    struct stage_record before = {0};
    if (count > 0 && !stage_record_read(folder, count, kept, &session->faults, &before)) {
        refuse(session, MESSAGE("the record before this one cannot be read: nothing follows it"), NO_HINT);
        return;
    }
    stage->number = count + 1;
    stage->former = before.sha256;
    stage->time = clock_moment(kept);
    struct interruptions interruptions = interruptions_hold();
    enum whole_outcome outcome = stage_record_write(folder, stage, kept, scratch, &session->faults);
    interruptions_release(&interruptions);
    if (outcome == WHOLE_TAKEN)
        refuse(session, MESSAGE("somebody else has recorded a stage at this moment: nothing was written"),
               MESSAGE("look at it, and try again"));
    if (outcome == WHOLE_WRITTEN)
        say(session, stage, true);
}

static struct stage_record stage_of(const struct session *session, enum stage_kind kind, struct text result)
{
    const struct official *official = &session->official;
    bool is_official = official->state == OFFICIAL_NOW;
    return (struct stage_record){.kind = kind,
                                 .by = text_trimmed(session_option(session, OPTION_BY)),
                                 .result = result,
                                 .revision = is_official ? official->revision.number : 0,
                                 .manifest = is_official ? official->revision.manifest : TEXT("")};
}

/* Whether that is what the newest record says. */
static bool is_recorded(const struct stage_record *stage, const struct stage_record *former)
{
    return former->number > 0 && former->kind == stage->kind && text_equal(former->from, stage->from) &&
           text_equal(former->to, stage->to);
}

enum exit_code stages_record(struct session *session)
{
    enum stage_kind kind;
    struct stage_record former;
    if (!find_kind(session, &kind))
        return EXIT_USAGE;
    if (text_trimmed(session_option(session, OPTION_BY)).length == 0)
        return session_misused(session, MESSAGE("who records this is missing"), MESSAGE("--by NAME"));
    session->faults = faults_in(&session->memory.kept);
    struct faults of_result = session->faults;
    if (!session_compute_apart(session, session->request.operands[0], &of_result))
        return session_close(session);
    struct text result = standings_hash(&session->standings, &session->memory.kept, session->memory.scratch);
    struct stage_record stage = stage_of(session, kind, result);
    if (kind == STAGE_ANNOUNCED)
        find_record(session, result, STAGE_ANNOUNCED, STAGE_ANNOUNCED, &former);
    else
        find_record(session, result, STAGE_NOTICE, STAGE_EXPIRED, &former);
    if (kind == STAGE_NOTICE && !find_period(session, &stage))
        return EXIT_USAGE;
    if (is_recorded(&stage, &former)) {
        say(session, &former, false);
        return session_close(session);
    }
    refuse_unfit(session, &stage, &former);
    if (faults_grave(&session->faults) == 0)
        write_stage(session, &stage);
    return session_close(session);
}
