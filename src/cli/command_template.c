#include <unistd.h>

#include "certificate_template.h"
#include "files.h"
#include "printing.h"
#include "template_builtin.h"
#include "template_stamp.h"
#include "terminal.h"

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

/* A file, or one that the program brings by its name. */
static bool read_template(struct session *session, const char *named, struct template *template)
{
    struct text bytes;
    if (template_find_builtin(text_from_c(named), LANGUAGE_CHINESE, &bytes))
        return template_read(bytes, text_from_c(named), &session->memory.kept, template, &session->faults);
    return certificate_template_read_file(session, named, template);
}

static enum exit_code check_template(struct session *session, const char *named)
{
    struct template template;
    if (read_template(session, named, &template)) {
        template_check_stamp(&template, &session->faults);
        if (session->faults.count == 0)
            say_sound(session, named, &template);
    }
    faults_sort(&session->faults, session->memory.scratch);
    return session_close(session);
}

static enum exit_code preview_template(struct session *session, const char *named, const char *out)
{
    struct template template;
    struct printing printing;
    struct text pdf;
    if (!out)
        return session_misused(session, MESSAGE("template preview needs -o OUT"), NO_HINT);
    if (read_template(session, named, &template)) {
        bool is_begun = printing_begin_plain(session, &printing);
        if (is_begun)
            printing_warn_of_template(&printing, &template);
        if (is_begun && print_certificate_preview(&printing, &template, &pdf))
            file_write(out, pdf, session->memory.scratch, &session->faults);
        printing_end(&printing);
    }
    faults_sort(&session->faults, session->memory.scratch);
    return session_close(session);
}

enum exit_code run_template(struct session *session)
{
    struct text action = text_from_c(session->request.operands[0]);
    const char *named = session->request.operands[1], *out = session->request.values[OPTION_OUTPUT];
    session->faults = faults_in(&session->memory.kept);
    if (text_equal(action, TEXT("preview")))
        return preview_template(session, named, out);
    if (text_equal(action, TEXT("check")))
        return check_template(session, named);
    return session_misused(session, MESSAGE("template does not know {1}", action),
                           MESSAGE("write biwu template check FILE, or biwu template preview FILE -o OUT"));
}
