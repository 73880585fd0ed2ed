#include "certificate_template.h"

#include <unistd.h>

#include "files.h"
#include "folders.h"
#include "template_builtin.h"

static struct text wanted_name(const struct session *session)
{
    bool is_given = session->request.values[OPTION_TEMPLATE] != NULL;
    return is_given ? session_option(session, OPTION_TEMPLATE) : session->contest.rules.certificate_template;
}

static bool is_file_name(struct text name)
{
    static const struct text ending = TEXT_INIT(".txt");
    return name.length > ending.length &&
           text_equal((struct text){name.bytes + name.length - ending.length, ending.length}, ending);
}

/* Of --template seen from where one is, else or then from the contest's folder, and from its folder templates; NULL: it is
 * nowhere. */
static const char *find_file(struct session *session, struct text name)
{
    struct arena *arena = &session->memory.kept;
    const char *folder = session->request.operands[0];
    const char *plain = text_to_c(arena, name);
    bool is_from_here = session->request.values[OPTION_TEMPLATE] || text_starts_with(name, TEXT("/"));
    const char *places[] = {is_from_here ? plain : NULL, folder_path(folder, name, arena),
                            folder_path(folder_path(folder, TEXT("templates"), arena), name, arena)};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (places[i] && access(places[i], F_OK) == 0)
            return places[i];
    return NULL;
}

static struct message hint_for(struct session *session, struct text name)
{
    enum language language = (enum language)session->contest.rules.language;
    struct text nearest = template_nearest_builtin(name, language, session->memory.scratch);
    if (is_file_name(name))
        return MESSAGE("it is looked for in the contest's folder and in its folder templates");
    if (nearest.length > 0)
        return MESSAGE("did you mean {1}?", nearest);
    return MESSAGE("the program brings {1}; a file of your own ends in .txt",
                   template_list_builtin(language, &session->memory.kept));
}

static bool find_builtin(const struct session *session, struct text name, struct text *bytes)
{
    return template_find_builtin(name, (enum language)session->contest.rules.language, bytes);
}

bool certificate_template_is_there(struct session *session)
{
    struct text name = wanted_name(session), bytes;
    if (!session->request.values[OPTION_TEMPLATE] || find_builtin(session, name, &bytes) ||
        (is_file_name(name) && find_file(session, name)))
        return true;
    session_misused(session, MESSAGE("there is no template {1}", name), hint_for(session, name));
    return false;
}

bool certificate_template_read_file(struct session *session, const char *path, struct template *template)
{
    struct arena *arena = &session->memory.kept;
    struct text raw, text, file = text_copy(arena, text_from_c(path));
    if (file_read(path, arena, &raw))
        return encoding_as_utf8(raw, session->request.encoding, file, arena, &session->faults, &text) &&
               template_read(text, file, arena, template, &session->faults);
    faults_add(&session->faults, SEVERITY_ERROR, (struct place){.file = file},
               MESSAGE("this file is missing or cannot be read"), NO_HINT);
    return false;
}

bool certificate_template_read(struct session *session, struct template *template)
{
    struct text name = wanted_name(session), bytes;
    const char *path = is_file_name(name) ? find_file(session, name) : NULL;
    if (path)
        return certificate_template_read_file(session, path, template);
    if (find_builtin(session, name, &bytes))
        return template_read(bytes, name, &session->memory.kept, template, &session->faults);
    faults_add(&session->faults, SEVERITY_ERROR, session->contest.rules.certificate_place,
               MESSAGE("there is no template {1}", name), hint_for(session, name));
    return false;
}
