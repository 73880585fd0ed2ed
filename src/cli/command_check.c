#include <unistd.h>

#include "figures.h"
#include "files.h"
#include "session.h"
#include "terminal.h"

struct summary {
    struct session *session;
    struct style style;
    struct sink sink;
};

static struct text count_text(struct summary *summary, size_t count)
{
    return figure_count(&summary->session->memory.scratch, count);
}

static void add_line(struct summary *summary, struct message message)
{
    style_write(&summary->sink, &summary->style, message);
    sink_byte(&summary->sink, '\n');
}

static void add_sector(struct summary *summary, const struct sector_standings *sector)
{
    const struct sector *entered = &summary->session->contest.sectors[sector->sector];
    add_line(summary,
             MESSAGE("  {1}: contestants {2}, ranked {3}", entered->name,
                     count_text(summary, entered->contestant_count), count_text(summary, sector->ranking_count)));
}

static void add_completeness(struct summary *summary)
{
    const struct standings *standings = &summary->session->standings;
    if (standings->is_complete)
        add_line(summary, MESSAGE("complete"));
    else
        add_line(summary,
                 MESSAGE("not complete: sheets pending: {1}, contestants without a final score: {2}",
                         count_text(summary, standings->pending), count_text(summary, standings->without_final)));
}

enum exit_code run_check(struct session *session)
{
    if (!session_read(session))
        return session_exit(session);

    const struct contest *contest = &session->contest;
    struct summary summary = {session, terminal_style(STDOUT_FILENO), sink_in(&session->memory.kept)};
    style_write_tinted(&summary.sink, &summary.style, TINT_BOLD, MESSAGE("{1}", contest->rules.title));
    sink_byte(&summary.sink, '\n');
    add_line(&summary,
             MESSAGE("rounds: {1}, judges: {2}, contestants: {3}", count_text(&summary, contest->rules.round_count),
                     count_text(&summary, contest->judge_count), count_text(&summary, contest->contestant_count)));
    for (size_t i = 0; i < session->standings.sector_count; i++)
        add_sector(&summary, &session->standings.sectors[i]);
    add_completeness(&summary);
    output_write(sink_written(&summary.sink), &session->faults);
    return session_close(session);
}
