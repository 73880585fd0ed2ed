#include <unistd.h>

#include "certificate_template.h"
#include "check_json.h"
#include "check_text.h"
#include "faults_print.h"
#include "files.h"
#include "own_wording.h"
#include "printing.h"
#include "session.h"
#include "terminal.h"

/* What `check` found is `found`, unless it could not be said. */
static enum exit_code say(struct session *session, struct text document, enum exit_code found)
{
    struct faults failures = faults_in(&session->memory.kept);
    if (output_write(document, &failures))
        return found;
    faults_print(&failures, session->memory.scratch);
    return EXIT_WORLD;
}

/* Fonts take a moment to open: without such a file they are not asked. */
static bool read_wording(struct session *session)
{
    struct printing printing;
    if (!own_wording_is_there(session))
        return true;
    bool is_read = printing_begin_blank(session, &printing);
    printing_end(&printing);
    return is_read;
}

/* The contest, the template of its certificates, and what its paper says otherwise. */
static bool read_all(struct session *session)
{
    struct template template;
    if (!session_compute(session, session->request.operands[0]))
        return false;
    bool is_template_read = certificate_template_read(session, &template);
    return read_wording(session) && is_template_read;
}

/* The faults come first, so that what is still to do stands at the end. */
static enum exit_code check_for_people(struct session *session)
{
    bool is_read = read_all(session);
    enum exit_code found = session_close(session);
    struct style style = terminal_style(STDOUT_FILENO);
    if (!is_read)
        return found;
    return say(session, check_text(&session->standings, &style, &session->memory.kept, session->memory.scratch), found);
}

/* All that is wrong goes to standard output then. */
static enum exit_code check_for_programs(struct session *session)
{
    bool is_read = read_all(session);
    struct style style = {.translate = terminal_style(STDOUT_FILENO).translate};
    faults_sort(&session->faults, session->memory.scratch);
    struct text document = check_json(is_read ? &session->standings : NULL, &session->faults, &style,
                                      &session->memory.kept, session->memory.scratch);
    return say(session, document, session_exit(session));
}

enum exit_code run_check(struct session *session)
{
    struct text form = session_option(session, OPTION_FORMAT);
    bool is_given = session->request.values[OPTION_FORMAT] != NULL;
    if (!is_given || text_equal(form, TEXT("text")))
        return check_for_people(session);
    if (text_equal(form, TEXT("json")))
        return check_for_programs(session);
    return session_misused(session, MESSAGE("unknown format {1}", form), MESSAGE("the forms are text and json"));
}
