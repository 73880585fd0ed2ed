#include <unistd.h>

#include "explanation_json.h"
#include "explanation_text.h"
#include "files.h"
#include "session.h"
#include "terminal.h"

static struct text explanation_in(struct session *session, size_t contestant, bool is_json)
{
    struct arena *kept = &session->memory.kept;
    struct arena scratch = session->memory.scratch;
    struct derivation derivation = {.arena = kept};
    struct result result;
    if (sheets_status(&session->sheets, contestant) == STATUS_COMPETING)
        score_contestant(&session->sheets, contestant, kept, scratch, &derivation, &result);

    struct explanation explanation = {&session->standings, contestant, &derivation};
    struct style style = terminal_style(STDOUT_FILENO);
    return is_json ? explanation_json(&explanation, kept, scratch)
                   : explanation_text(&explanation, &style, kept, scratch);
}

enum exit_code run_explain(struct session *session)
{
    struct text form = session_option(session, OPTION_FORMAT);
    bool is_json = text_equal(form, TEXT("json"));
    size_t contestant;
    if (session->request.values[OPTION_FORMAT] && !is_json && !text_equal(form, TEXT("text")))
        return session_misused(session, MESSAGE("unknown format {1}", form), MESSAGE("the forms are text and json"));
    if (!session_read(session))
        return session_exit(session);
    if (!session_contestant(session, text_from_c(session->request.operands[1]), &contestant))
        return EXIT_USAGE;

    output_write(explanation_in(session, contestant, is_json), &session->faults);
    return session_close(session);
}
