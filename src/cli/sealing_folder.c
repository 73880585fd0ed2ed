#include "sealing_folder.h"

#include <string.h>

#include "certificate_template.h"
#include "chain.h"
#include "contest_inputs.h"
#include "files.h"
#include "folders.h"
#include "own_wording.h"
#include "sha256.h"

void sealing_files_add(struct sealing_files *files, struct text folder, struct text name, struct text bytes)
{
    struct container *container = &files->container;
    struct sink whole = sink_in(files->arena);
    sink_text(&whole, folder);
    sink_text(&whole, name);
    ARENA_RESERVE_ONE(files->arena, container->files, container->count, files->capacity);
    container->files[container->count++] = (struct whole_file){.name = sink_written(&whole), .bytes = bytes};
}

/* ---- inputs and revisions ---- */

/* Whether what is archived is what was signed: a file may have been saved since the result was computed. */
static bool are_signed(struct session *session, const struct contest_inputs *inputs)
{
    struct arena scratch = session->memory.scratch;
    struct revision_file *files = ARENA_ARRAY(&scratch, struct revision_file, inputs->count);
    for (size_t i = 0; i < inputs->count; i++) {
        struct sink name = sink_in(&scratch);
        sink_text(&name, REVISION_INPUTS);
        sink_text(&name, inputs->items[i].name);
        files[i] = (struct revision_file){.name = sink_written(&name),
                                          .sha256 = sha256_text(inputs->items[i].bytes, &scratch)};
    }
    if (text_equal(revision_fingerprint(files, inputs->count, &scratch), session->official.revision.fingerprint))
        return true;
    faults_add(&session->faults, SEVERITY_FAILURE, (struct place){.file = text_from_c(session->request.operands[0])},
               MESSAGE("a file was changed while the result was computed: nothing was written"),
               MESSAGE("try again when nobody writes to the folder"));
    return false;
}

bool sealing_folder_add(struct session *session, struct sealing_files *files)
{
    const char *folder = session->request.operands[0];
    struct contest_inputs inputs;
    struct chain chain;
    if (!contest_inputs_read(folder, files->arena, &session->faults, &inputs) || !are_signed(session, &inputs) ||
        !chain_read(folder, SEVERITY_ERROR, files->arena, &session->faults, &chain))
        return false;
    for (size_t i = 0; i < inputs.count; i++)
        sealing_files_add(files, ARCHIVE_CONTEST, inputs.items[i].name, inputs.items[i].bytes);
    for (size_t i = 0; i < chain.count; i++)
        sealing_files_add(files, ARCHIVE_CONTEST, chain.files[i].name, chain.files[i].bytes);
    return true;
}

/* ---- what the PDFs are made from ---- */

static bool has(const struct sealing_files *files, struct text name)
{
    struct text folder = ARCHIVE_CONTEST;
    for (size_t i = 0; i < files->container.count; i++) {
        struct text other = files->container.files[i].name;
        if (text_starts_with(other, folder) &&
            text_equal((struct text){other.bytes + folder.length, other.length - folder.length}, name))
            return true;
    }
    return false;
}

/* The file of this path, which is named by contest.yaml or a template. */
static void add_look(struct session *session, struct text path, struct sealing_files *files)
{
    struct text within = text_from_c(folder_path(session->request.operands[0], TEXT(""), files->arena));
    struct text name = {path.bytes + within.length, path.length - within.length}, bytes;
    bool is_within = text_starts_with(path, within) && container_name_is_sound(name);
    if (is_within && has(files, name))
        return;
    if (is_within && file_read(text_to_c(files->arena, path), files->arena, &bytes)) {
        sealing_files_add(files, ARCHIVE_CONTEST, name, bytes);
        return;
    }
    faults_add(&session->faults, SEVERITY_WARNING, (struct place){.file = path},
               MESSAGE("this file is not within the contest folder: the archive holds what was printed, but not this"),
               MESSAGE("put it into the contest folder, and name it from there"));
}

static void add_template(struct session *session, const struct template *template, struct sealing_files *files)
{
    struct text path = certificate_template_path(session);
    if (path.length == 0)
        return;
    add_look(session, path, files);
    for (size_t i = 0; i < template->box_count; i++)
        if (template->boxes[i].shows == SHOWS_IMAGE)
            add_look(session, certificate_template_image_path(session, path, &template->boxes[i]), files);
}

/* A family of the system has no slash and no ending; a whole path is of this machine alone. */
static void add_font(struct session *session, struct text wish, struct sealing_files *files)
{
    struct text path = text_from_c(folder_path(session->request.operands[0], wish, files->arena)), bytes;
    if (wish.length > 0 && wish.bytes[0] == '/')
        add_look(session, wish, files);
    else if (wish.length > 0 && file_read(path.bytes, files->arena, &bytes))
        add_look(session, path, files);
}

void sealing_folder_add_looks(struct session *session, const struct template *template, struct sealing_files *files)
{
    const struct rules *rules = &session->contest.rules;
    const struct text fonts[] = {rules->font_title.wish, rules->font_body.wish, rules->font_name.wish,
                                 rules->font_heading.wish, rules->font_notice.wish};
    if (template)
        add_template(session, template, files);
    if (own_wording_is_there(session))
        add_look(session, text_from_c(own_wording_path(session)), files);
    for (size_t i = 0; i < sizeof fonts / sizeof *fonts; i++)
        add_font(session, fonts[i], files);
}
