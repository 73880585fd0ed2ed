#include "destination.h"
#include "documents.h"
#include "numbers_note.h"
#include "running_order.h"

static enum exit_code report_result(struct session *session, const char *out)
{
    size_t teams;
    if (!session_read(session))
        return session_exit(session);
    if (!session_teams(session, &teams))
        return EXIT_USAGE;
    struct outputs outputs = outputs_in(&session->memory.kept);
    struct progress progress = progress_start(documents_of_report(session) + OCCASION_DOCUMENTS);
    struct printing printing;
    bool is_printed = printing_begin(session, &printing) && documents_add_report(&printing, &outputs, &progress) &&
                      documents_add_occasion(&printing, teams, &outputs, &progress);
    printing_end(&printing);
    progress_end(&progress);
    is_printed = is_printed && destination_write(session, out, &outputs);
    enum exit_code code = session_close(session);
    if (is_printed && documents_bear_numbers(session, teams))
        numbers_note(session);
    return code;
}

/* False, with an error, where the seed gives another order than the numbers that contestants have. */
static bool seed_gives_the_order(struct session *session, struct text seed)
{
    struct contest *contest = &session->contest;
    struct running_order order = running_order_of(contest, seed, &session->memory.kept);
    for (size_t i = 0; seed.length > 0 && i < contest->contestant_count; i++) {
        const struct contestant *contestant = &contest->contestants[i];
        if (order.numbers[i] == 0 || order.numbers[i] == contestant->draw)
            continue;
        struct sink number = sink_in(&session->memory.kept);
        sink_integer(&number, order.numbers[i]);
        faults_add(&session->faults, SEVERITY_ERROR, contestant->place,
                   MESSAGE("by this seed contestant {1} has the number {2}, not the one that stands here",
                           contestant->id, sink_written(&number)),
                   MESSAGE("give the seed of the draw, or none; biwu draw fills in the numbers of a seed"));
        return false;
    }
    return true;
}

static enum exit_code report_blank(struct session *session, const char *out)
{
    struct text seed = session_option(session, OPTION_SEED);
    if (!session_read_contest(session))
        return session_exit(session);
    struct outputs outputs = outputs_in(&session->memory.kept);
    struct progress progress = progress_start(BLANK_DOCUMENTS);
    struct printing printing = {0};
    bool is_printed = seed_gives_the_order(session, seed) && printing_begin_blank(session, &printing) &&
                      documents_add_blank(&printing, seed, &outputs, &progress);
    printing_end(&printing);
    progress_end(&progress);
    if (is_printed)
        destination_write(session, out, &outputs);
    return session_close(session);
}

enum exit_code run_report(struct session *session)
{
    const char *out = session->request.values[OPTION_OUTPUT];
    bool is_blank = session->request.values[OPTION_BLANK];
    if (!destination_is_folder_for_several(session, out))
        return EXIT_USAGE;
    if (session->request.values[OPTION_SEED] && !is_blank)
        return session_misused(session, MESSAGE("--seed goes with --blank: only the running order tells it"), NO_HINT);
    if (session->request.values[OPTION_TEAMS] && is_blank)
        return session_misused(session, MESSAGE("--teams does not go with --blank"), NO_HINT);
    return is_blank ? report_blank(session, out) : report_result(session, out);
}
