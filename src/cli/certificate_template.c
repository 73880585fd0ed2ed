#include "certificate_template.h"

#include <string.h>
#include <unistd.h>

#include "bytes.h"
#include "folders.h"
#include "picture.h"
#include "style.h"
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
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        if (places[i])
            session_note_file(session, places[i]);
        if (places[i] && access(places[i], F_OK) == 0)
            return places[i];
    }
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

static struct message why_not(enum picture_reading reading)
{
    static const char *const words[] = {
        [PICTURE_READ] = NULL,
        [PICTURE_UNKNOWN] = N_("this image is neither PNG nor JPEG"),
        [PICTURE_DAMAGED] = N_("this image is damaged"),
        [PICTURE_OF_INKS] = N_("this image is made for printing presses (CMYK)"),
        [PICTURE_TOO_LARGE] = N_("this image has more than 100 million dots"),
    };
    return (struct message){.format = words[reading]};
}

/* Seen from the template's own folder. */
static const char *path_beside(struct session *session, const char *template_path, struct text name)
{
    const char *slash = strrchr(template_path, '/');
    struct sink path = sink_in(&session->memory.kept);
    if (slash && !text_starts_with(name, TEXT("/")))
        sink_text(&path, (struct text){template_path, (size_t)(slash + 1 - template_path)});
    sink_text(&path, name);
    return text_to_c(&session->memory.kept, sink_written(&path));
}

static bool report_image(struct session *session, const struct template_box *box, struct message what,
                         struct message hint)
{
    faults_add(&session->faults, SEVERITY_ERROR, box->image.place, what, hint);
    return false;
}

static bool read_image_file(struct session *session, const char *path, const struct template_box *box,
                            struct text *bytes)
{
    session_note_file(session, path);
    enum bytes_reading reading = bytes_try(path, BYTES_MOST_PICTURE, &session->memory.kept, bytes);
    if (reading == BYTES_MISSING)
        return report_image(session, box, MESSAGE("there is no image {1}", box->image.text),
                            MESSAGE("it is looked for beside the template"));
    if (reading != BYTES_READ)
        bytes_report_named(reading, box->image.text, BYTES_MOST_PICTURE, box->image.place, &session->faults);
    return reading == BYTES_READ;
}

static bool read_image(struct session *session, const char *template_path, uint32_t paper, struct template_box *box)
{
    struct arena *arena = &session->memory.kept;
    struct picture *picture = ARENA_NEW(arena, struct picture);
    struct text bytes;
    if (!read_image_file(session, path_beside(session, template_path, box->image.text), box, &bytes))
        return false;
    enum picture_reading reading = picture_read(bytes, paper, arena, session->memory.scratch, picture);
    box->picture = picture;
    return reading == PICTURE_READ ||
           report_image(session, box, why_not(reading), MESSAGE("save it anew as PNG, or as JPEG in RGB"));
}

static bool read_images(struct session *session, const char *path, struct template *template)
{
    bool are_read = true;
    uint32_t paper = template->background == BACKGROUND_NONE ? TEMPLATE_WHITE : TEMPLATE_WARM_WHITE;
    for (size_t i = 0; i < template->box_count; i++)
        if (template->boxes[i].shows == SHOWS_IMAGE)
            are_read = read_image(session, path, paper, &template->boxes[i]) && are_read;
    return are_read;
}

static bool read_text(struct session *session, const char *path, struct text raw, struct template *template)
{
    struct arena *arena = &session->memory.kept;
    struct text text, file = text_copy(arena, text_from_c(path));
    return encoding_as_utf8(raw, session->request.encoding, file, arena, &session->faults, &text) &&
           template_read(text, file, arena, template, &session->faults) && read_images(session, path, template);
}

bool certificate_template_read_file(struct session *session, const char *path, struct template *template)
{
    struct text raw;
    return bytes_read(path, BYTES_MOST_TEMPLATE, &session->memory.kept, &session->faults, &raw) &&
           read_text(session, path, raw, template);
}

/* What is wrong with the file itself is told where contest.yaml names it. */
static bool read_named(struct session *session, const char *path, struct text name, struct template *template)
{
    struct text raw;
    enum bytes_reading reading = bytes_try(path, BYTES_MOST_TEMPLATE, &session->memory.kept, &raw);
    if (reading == BYTES_READ)
        return read_text(session, path, raw, template);
    bytes_report_named(reading, name, BYTES_MOST_TEMPLATE, session->contest.rules.certificate_place, &session->faults);
    return false;
}

struct text certificate_template_path(struct session *session)
{
    struct text name = wanted_name(session);
    const char *path = is_file_name(name) ? find_file(session, name) : NULL;
    return path ? text_from_c(path) : TEXT("");
}

struct text certificate_template_image_path(struct session *session, struct text template_path,
                                            const struct template_box *box)
{
    const char *path = text_to_c(&session->memory.kept, template_path);
    return text_from_c(path_beside(session, path, box->image.text));
}

bool certificate_template_read(struct session *session, struct template *template)
{
    struct text name = wanted_name(session), bytes;
    const char *path = is_file_name(name) ? find_file(session, name) : NULL;
    if (path && session->request.values[OPTION_TEMPLATE])
        return certificate_template_read_file(session, path, template);
    if (path)
        return read_named(session, path, name, template);
    if (find_builtin(session, name, &bytes))
        return template_read(bytes, name, &session->memory.kept, template, &session->faults);
    faults_add(&session->faults, SEVERITY_ERROR, session->contest.rules.certificate_place,
               MESSAGE("there is no template {1}", name), hint_for(session, name));
    return false;
}
