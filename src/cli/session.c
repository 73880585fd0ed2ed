#include "session.h"

#include <string.h>

#include "contest_folder.h"
#include "faults_print.h"

struct session session_begin(void)
{
    struct session session = {0};
    memory_init(&session.memory);
    return session;
}

void session_end(struct session *session)
{
    keyring_release(&session->keyring);
    memory_release(&session->memory);
}

bool session_read(struct session *session)
{
    return session_read_folder(session, session->request.operands[0]);
}

bool session_read_contest(struct session *session)
{
    struct arena *kept = &session->memory.kept;
    session->faults = faults_in(kept);
    if (contest_folder_read(session->request.operands[0], session->request.encoding, kept, session->memory.scratch,
                            &session->faults, &session->contest, &session->sheets))
        return true;
    session_close(session);
    return false;
}

bool session_compute_apart(struct session *session, const char *folder, struct faults *of_result)
{
    struct arena *kept = &session->memory.kept;
    struct arena scratch = session->memory.scratch;
    if (!contest_folder_read(folder, session->request.encoding, kept, scratch, &session->faults, &session->contest,
                             &session->sheets) ||
        faults_grave(&session->faults) > 0)
        return false;
    session->standings = standings_of(&session->contest, &session->sheets, kept, scratch, of_result);
    if (faults_grave(of_result) == 0)
        official_look(session, folder);
    return faults_grave(of_result) == 0;
}

bool session_compute(struct session *session, const char *folder)
{
    session->faults = faults_in(&session->memory.kept);
    session->besides = sink_in(&session->memory.kept);
    bool is_computed = session_compute_apart(session, folder, &session->faults);
    if (is_computed)
        official_conclude(session, folder);
    return is_computed;
}

bool session_read_folder(struct session *session, const char *folder)
{
    if (session_compute(session, folder))
        return true;
    session_close(session);
    return false;
}

void session_note_file(struct session *session, const char *path)
{
    if (!session->besides.arena)
        session->besides = sink_in(&session->memory.kept);
    sink_text(&session->besides, (struct text){path, strlen(path) + 1});
}

enum exit_code session_close(struct session *session)
{
    faults_print(&session->faults, session->memory.scratch);
    return session_exit(session);
}

enum exit_code session_exit(const struct session *session)
{
    if (session->faults.by_severity[SEVERITY_FAILURE] > 0)
        return EXIT_WORLD;
    return session->faults.by_severity[SEVERITY_ERROR] > 0 ? EXIT_FAULTY : EXIT_FINE;
}

struct text session_option(const struct session *session, enum option_kind kind)
{
    const char *value = session->request.values[kind];
    return value ? text_from_c(value) : TEXT("");
}

enum exit_code session_misused(struct session *session, struct message what, struct message hint)
{
    faults_print_one(SEVERITY_ERROR, what, hint, session->memory.scratch);
    return EXIT_USAGE;
}

/* "街道, 社区": all names, for where none is near. */
static struct text sector_list(const struct contest *contest, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    for (size_t i = 0; i < contest->sector_count; i++) {
        sink_c(&sink, i > 0 ? ", " : "");
        sink_text(&sink, contest->sectors[i].name);
    }
    return sink_written(&sink);
}

bool session_sector(struct session *session, size_t *sector)
{
    const struct contest *contest = &session->contest;
    struct text written = session_option(session, OPTION_SECTOR);
    *sector = INDEX_NONE;
    if (!session->request.values[OPTION_SECTOR])
        return true;
    *sector = index_find(&contest->sector_names, written);
    if (*sector < contest->sector_count)
        return true;

    struct text nearest = index_nearest(&contest->sector_names, written, session->memory.scratch);
    struct text all = sector_list(contest, &session->memory.kept);
    session_misused(session, MESSAGE("there is no sector {1}", written),
                    nearest.length > 0 ? MESSAGE("did you mean {1}?", nearest) : MESSAGE("the sectors are {1}", all));
    return false;
}

bool session_contestant(struct session *session, struct text written, size_t *contestant)
{
    const struct contest *contest = &session->contest;
    *contestant = contest_find_contestant(contest, written);
    if (*contestant < contest->contestant_count)
        return true;
    if (*contestant == INDEX_AMBIGUOUS) {
        session_misused(session, MESSAGE("more than one contestant is called {1}", written),
                        MESSAGE("name the contestant by id"));
        return false;
    }
    struct text nearest = contest_nearest_contestant(contest, written, session->memory.scratch);
    session_misused(session, MESSAGE("there is no contestant {1}", written),
                    nearest.length > 0 ? MESSAGE("did you mean {1}?", nearest)
                                       : MESSAGE("biwu rank lists the contestants"));
    return false;
}

static void warn_of_few_teams(struct session *session, struct text written)
{
    struct sink count = sink_in(&session->memory.kept);
    sink_integer(&count, (int64_t)session->standings.teams.count);
    faults_add(&session->faults, SEVERITY_WARNING, (struct place){0},
               MESSAGE("there are fewer than {1} teams: {2}", written, sink_written(&count)), NO_HINT);
}

bool session_teams(struct session *session, size_t *teams)
{
    struct text written = session_option(session, OPTION_TEAMS);
    points number = 0;
    *teams = 0;
    if (!session->request.values[OPTION_TEAMS])
        return true;
    bool is_count = points_read(written, &number) == POINTS_READ && number % POINTS_ONE == 0 && number >= POINTS_ONE;
    *teams = (size_t)(number / POINTS_ONE);
    if (!is_count)
        session_misused(session, MESSAGE("--teams takes a number from 1 on, not {1}", written), NO_HINT);
    else if (session->standings.teams.count == 0)
        session_misused(session, MESSAGE("the contest has no teams"),
                        MESSAGE("contest.yaml says under teams how they are ranked"));
    else if (*teams > session->standings.teams.count)
        warn_of_few_teams(session, written);
    return is_count && session->standings.teams.count > 0;
}
