#include <unistd.h>

#include "files.h"
#include "session.h"
#include "template.h"
#include "terminal.h"

static bool read_file(struct session *session, const char *path, struct text *text)
{
    struct text raw, file = text_from_c(path);
    if (file_read(path, &session->memory.kept, &raw))
        return encoding_as_utf8(raw, session->request.encoding, file, &session->memory.kept, &session->faults, text);
    faults_add(&session->faults, SEVERITY_ERROR, (struct place){.file = file},
               MESSAGE("this file is missing or cannot be read"), NO_HINT);
    return false;
}

/* Says that it is sound, and what it holds. */
static void say_sound(struct session *session, const char *path, const struct template *template)
{
    struct style style = terminal_style(STDOUT_FILENO);
    struct sink sink = sink_in(&session->memory.kept), boxes = sink_in(&session->memory.kept);
    sink_integer(&boxes, (int64_t) template->box_count);
    style_write(
        &sink, &style,
        MESSAGE("{1}: {2}, {3} boxes, no faults", text_from_c(path), template->heading.text, sink_written(&boxes)));
    sink_byte(&sink, '\n');
    output_write(sink_written(&sink), &session->faults);
}

static enum exit_code check_template(struct session *session, const char *path)
{
    struct text text;
    struct template template;
    if (read_file(session, path, &text) &&
        template_read(text, text_from_c(path), &session->memory.kept, &template, &session->faults))
        say_sound(session, path, &template);
    faults_sort(&session->faults, session->memory.scratch);
    return session_close(session);
}

enum exit_code run_template(struct session *session)
{
    struct text action = text_from_c(session->request.operands[0]);
    session->faults = faults_in(&session->memory.kept);
    if (text_equal(action, TEXT("check")))
        return check_template(session, session->request.operands[1]);
    return session_misused(session, MESSAGE("template does not know {1}", action),
                           MESSAGE("write biwu template check FILE"));
}
