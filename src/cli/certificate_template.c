#include "certificate_template.h"

#include "template_builtin.h"

bool certificate_template_read(struct session *session, struct template *template)
{
    struct text bytes = TEXT(""), name = TEXT("award");
    template_find_builtin(name, (enum language)session->contest.rules.language, &bytes);
    return template_read(bytes, name, &session->memory.kept, template, &session->faults);
}
