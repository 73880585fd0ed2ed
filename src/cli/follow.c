#include "follow.h"

#include <unistd.h>

#include "clock.h"
#include "faults_print.h"
#include "screen.h"
#include "terminal.h"
#include "watch.h"

struct following {
    struct session *session;
    const struct job *job;
    struct watch watch;
    struct arena start; /* of the session's memory, before the first reading */
    /* What was published and said last; behind `start`. */
    struct text document, notes, published_at, besides;
    bool has_published;
};

/* Empties the session's memory of all but the texts that outlive a reading. */
static void forget_reading(struct following *following)
{
    struct arena scratch = following->session->memory.scratch, *kept = &following->session->memory.kept;
    enum { COUNT = 4 };
    struct text *lasting[COUNT] = {&following->document, &following->notes, &following->published_at,
                                   &following->besides};
    for (size_t i = 0; i < COUNT; i++)
        *lasting[i] = text_copy(&scratch, *lasting[i]);
    *kept = following->start;
    for (size_t i = 0; i < COUNT; i++)
        *lasting[i] = text_copy(kept, *lasting[i]);
    following->watch.besides = following->besides;
}

/* ---- what people see ---- */

static struct message state_of(const struct following *following, bool is_good)
{
    struct text open = watch_open_file(&following->watch), time = following->published_at;
    if (open.length > 0 && following->has_published)
        return MESSAGE("{1} is being written; what stands is of {2}", open, time);
    if (open.length > 0)
        return MESSAGE("{1} is being written", open);
    if (is_good)
        return MESSAGE("as of {1}; every file that is saved is read at once; Ctrl-C ends", time);
    if (following->has_published)
        return MESSAGE("there are errors; what stands is of {1}, until they are mended", time);
    return MESSAGE("there are errors; as soon as they are mended, it goes on");
}

static bool draw(struct following *following, bool is_good)
{
    struct session *session = following->session;
    struct arena *kept = &session->memory.kept;
    struct style style = terminal_style(STDOUT_FILENO);
    struct sink status = sink_in(kept);
    style_write_tinted(&status, &style, is_good ? TINT_DIM : TINT_BAD, state_of(following, is_good));
    struct screen screen = {following->document, following->notes, sink_written(&status)};
    return screen_draw(&screen, session->memory.scratch, &session->faults);
}

/* Notes that have not changed are not said again. */
static void say(struct following *following, bool is_good, bool is_news)
{
    struct session *session = following->session;
    if (is_news)
        faults_print(&session->faults, session->memory.scratch);
    faults_print_note(state_of(following, is_good), session->memory.scratch);
}

static bool show(struct following *following, bool is_good, bool is_news)
{
    if (following->job->is_picture)
        return draw(following, is_good);
    say(following, is_good, is_news);
    return true;
}

/* ---- the work ---- */

/* Waits until the files can be read, and says who keeps them from it. */
static bool settle(struct following *following)
{
    bool is_said = false;
    while (!watch_settle(&following->watch)) {
        if (!is_said && !show(following, false, false))
            return false;
        is_said = true;
    }
    return true;
}

static enum exit_code make(struct following *following)
{
    struct session *session = following->session;
    if (!session_compute(session, session->request.operands[0]))
        return session_exit(session);
    return following->job->make(session, following->job->what);
}

/* False where it could not be written. A document on a terminal is written by show(). */
static bool publish(struct following *following)
{
    const struct job *job = following->job;
    struct session *session = following->session;
    bool is_same = following->has_published && job->document && text_equal(*job->document, following->document);
    bool is_written = job->is_picture || is_same || job->publish(session, job->what);
    if (!is_written)
        return false;
    following->has_published = true;
    following->published_at = clock_time_of_day(&session->memory.kept);
    following->document = job->document ? *job->document : TEXT("");
    return true;
}

/* Whether standard output is where it goes, and has gone: then nobody is there to follow for. */
static bool is_unheard(const struct following *following)
{
    return !following->session->request.values[OPTION_OUTPUT] && following->job->document;
}

enum outcome { OVERTAKEN, SHOWN, ENDED, MISUSED };

/* One reading, unless it was overtaken by the next change. */
static enum outcome refresh(struct following *following)
{
    struct session *session = following->session;
    forget_reading(following);
    enum exit_code made = make(following);
    if (made == EXIT_USAGE && !following->has_published)
        return MISUSED;
    /* Files that are new to the watch are news to it: then all is made once more. */
    if (session->besides.length > 0)
        following->watch.besides = following->besides = sink_written(&session->besides);
    if (!watch_is_still(&following->watch))
        return OVERTAKEN;

    bool is_published = made == EXIT_FINE && publish(following);
    struct style style = terminal_style(following->job->is_picture ? STDOUT_FILENO : STDERR_FILENO);
    struct text notes = faults_text(&session->faults, &style, &session->memory.kept);
    bool is_news = !text_equal(notes, following->notes);
    following->notes = notes;
    bool is_lost = made == EXIT_FINE && !is_published && is_unheard(following);
    return is_lost || !show(following, is_published, is_news) ? ENDED : SHOWN;
}

enum exit_code follow(struct session *session, const struct job *job)
{
    struct following following = {.session = session, .job = job, .start = session->memory.kept};
    enum outcome outcome = OVERTAKEN;
    watch_begin(&following.watch, session->request.operands[0], session->memory.scratch);
    if (!watch_has_files(&following.watch)) {
        session_read(session);
        outcome = ENDED;
    }
    while (outcome <= SHOWN && settle(&following)) {
        outcome = refresh(&following);
        if (outcome == SHOWN)
            watch_wait(&following.watch);
    }
    watch_end(&following.watch);
    return outcome == MISUSED ? EXIT_USAGE : session_exit(session);
}
