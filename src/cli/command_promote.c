#include "files.h"
#include "roster.h"
#include "session.h"

/* Whether the contest promotes at all; says what its user should know before others are told. */
static bool may_promote(struct session *session)
{
    const struct rules *rules = &session->contest.rules;
    if (!rules->promote.is_set) {
        faults_add(&session->faults, SEVERITY_ERROR, rules->place,
                   MESSAGE("these rules do not say who is promoted: there is no promote"),
                   MESSAGE("write promote: { count: 3 }, say; biwu help rules tells more"));
        return false;
    }
    if (!session->standings.is_complete)
        faults_add(&session->faults, SEVERITY_WARNING, rules->place,
                   MESSAGE("the contest is not complete: who is promoted may still change"), NO_HINT);
    return true;
}

/* One contest after the other takes the session's kept memory, which is where it was once its faults are told. */
static enum exit_code add_folder(struct session *session, const char *folder, struct roster *roster)
{
    struct arena before = session->memory.kept;
    enum exit_code code;
    if (session_read_folder(session, folder)) {
        if (may_promote(session))
            roster_add(roster, &session->standings, folder);
        code = session_close(session);
    } else {
        code = session_exit(session);
    }
    session->memory.kept = before;
    return code;
}

static void write_roster(struct session *session, struct roster *roster)
{
    const char *path = session->request.values[OPTION_OUTPUT];
    struct arena scratch = session->memory.scratch;
    if (!roster_settle_ids(roster, &session->faults))
        return;
    if (roster->count == 0)
        faults_add(&session->faults, SEVERITY_WARNING, (struct place){0}, MESSAGE("nobody is promoted"), NO_HINT);
    struct text csv =
        roster_csv(roster->rows, roster->count, path ? CSV_FOR_SPREADSHEET : CSV_FOR_PROGRAMS, &session->memory.kept);
    if (path)
        file_write(path, csv, scratch, &session->faults);
    else
        output_write(csv, &session->faults);
}

enum exit_code run_promote(struct session *session)
{
    /* In the other region, so that it outlives each contest. */
    struct roster roster = roster_in(&session->memory.scratch);
    enum exit_code worst = EXIT_FINE;
    for (size_t i = 0; i < session->request.operand_count; i++) {
        enum exit_code code = add_folder(session, session->request.operands[i], &roster);
        worst = code > worst ? code : worst;
    }
    if (worst != EXIT_FINE)
        return worst;
    session->faults = faults_in(&session->memory.kept);
    write_roster(session, &roster);
    return session_close(session);
}
