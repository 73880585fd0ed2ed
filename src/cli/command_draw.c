#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "contest_files.h"
#include "contest_folder.h"
#include "draw_column.h"
#include "files.h"
#include "folders.h"
#include "printable.h"
#include "running_order.h"
#include "session.h"
#include "table_file.h"
#include "terminal.h"

enum { SEED_BYTES = 16 };

/* A seed is read out, printed and typed again: nothing in it may get lost on the way. */
static bool is_publishable(struct text seed)
{
    size_t bad_at;
    return seed.length > 0 && text_is_utf8(seed, &bad_at) && text_find_unprintable(seed) == TEXT_INVALID &&
           text_equal(text_trimmed(seed), seed);
}

static bool make_seed(struct session *session, struct text *seed)
{
    unsigned char bytes[SEED_BYTES];
    if (getentropy(bytes, sizeof bytes) != 0) {
        faults_add(&session->faults, SEVERITY_FAILURE, (struct place){0},
                   MESSAGE("no seed can be made: {1}", text_from_c(strerror(errno))),
                   MESSAGE("agree on one, and give it with --seed"));
        return false;
    }
    struct sink sink = sink_in(&session->memory.kept);
    for (size_t i = 0; i < sizeof bytes; i++) {
        sink_byte(&sink, "0123456789abcdef"[bytes[i] >> 4]);
        sink_byte(&sink, "0123456789abcdef"[bytes[i] & 15]);
    }
    *seed = sink_written(&sink);
    return true;
}

/* A seed made here could be made again until its order pleases somebody. */
static void tell_seed(struct session *session, struct text seed)
{
    faults_add(
        &session->faults, SEVERITY_WARNING, (struct place){0}, MESSAGE("the seed has been made just now: {1}", seed),
        MESSAGE("draw once, before witnesses, and put it on record: with --seed it gives this order again. Better "
                "still, agree beforehand on a number that nobody can choose"));
}

static bool find_seed(struct session *session, struct text *seed)
{
    *seed = session_option(session, OPTION_SEED);
    return session->request.values[OPTION_SEED] || make_seed(session, seed);
}

/* Whether nobody has another number yet than this order gives: what was drawn is not drawn again unasked. */
static bool is_undrawn(struct session *session, const struct running_order *order)
{
    const struct contest *contest = &session->contest;
    const struct contestant *first = NULL;
    bool is_same = true;
    for (size_t i = contest->contestant_count; i-- > 0;) {
        const struct contestant *contestant = &contest->contestants[i];
        first = contestant->draw > 0 ? contestant : first;
        is_same = is_same && contestant->draw == order->numbers[i];
    }
    if (!first || is_same)
        return true;
    struct sink number = sink_in(&session->memory.kept);
    sink_integer(&number, first->draw);
    faults_add(&session->faults, SEVERITY_ERROR, first->place,
               MESSAGE("contestant {1} has the number {2} already: the running order has been drawn", first->id,
                       sink_written(&number)),
               MESSAGE("empty the column draw (出场序号) to draw anew"));
    return false;
}

/* The path of contestants.csv; NULL, having said so, where the contestants are in a workbook: all but the one column would
 * have to be written anew. */
static const char *find_contestants(struct session *session)
{
    struct folder folder;
    struct arena *kept = &session->memory.kept;
    if (!folder_list(session->request.operands[0], kept, &session->faults, &folder))
        return NULL;
    const char *path = contest_files_path(&folder, &contestants_format, kept);
    if (!table_file_is_workbook(text_from_c(path)))
        return path;
    faults_add(
        &session->faults, SEVERITY_ERROR, (struct place){.file = text_from_c(path)},
        MESSAGE("the column draw cannot be filled in in a workbook"),
        MESSAGE("without -o the order goes to standard output: copy the numbers, or save the table as CSV first"));
    return NULL;
}

static void write_order(struct session *session, const struct running_order *order)
{
    struct arena *kept = &session->memory.kept, scratch = session->memory.scratch;
    const char *output = session->request.values[OPTION_OUTPUT];
    struct style style = terminal_style(STDOUT_FILENO);
    struct text filled;
    const char *path = output ? find_contestants(session) : NULL;
    if (!output)
        output_write(isatty(STDOUT_FILENO) ? running_order_table(order, &style, kept, scratch)
                                           : running_order_csv(order, kept, scratch),
                     &session->faults);
    else if (path && draw_column_fill(path, session->request.encoding, &session->contest, order->numbers, kept, scratch,
                                      &session->faults, &filled))
        file_write(output, filled, scratch, &session->faults);
}

enum exit_code run_draw(struct session *session)
{
    struct arena *kept = &session->memory.kept;
    const char *given = session->request.values[OPTION_SEED];
    struct text seed;
    if (given && !is_publishable(text_from_c(given)))
        return session_misused(session, MESSAGE("this seed cannot be published as it is"),
                               MESSAGE("write it in characters that can be seen, without blanks at its ends"));
    session->faults = faults_in(kept);
    if (contest_folder_read_contestants(session->request.operands[0], session->request.encoding, kept,
                                        session->memory.scratch, &session->faults, &session->contest) &&
        find_seed(session, &seed)) {
        struct running_order order = running_order_of(&session->contest, seed, kept);
        bool is_new = is_undrawn(session, &order);
        if (is_new && !given)
            tell_seed(session, seed);
        if (is_new)
            write_order(session, &order);
    }
    return session_close(session);
}
