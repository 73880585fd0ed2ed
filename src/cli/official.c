#include "official.h"

#include "chain.h"
#include "changes.h"
#include "contest_inputs.h"
#include "folders.h"
#include "session.h"
#include "sha256.h"
#include "standings_json.h"

struct looking {
    struct session *session;
    const char *folder;
    const struct revision *revision;
    struct contest_inputs inputs;
    size_t changed;
};

/* ---- files ---- */

static const struct revision_file *copy_of(const struct looking *looking, struct text input)
{
    const struct revision *revision = looking->revision;
    struct text inputs = REVISION_INPUTS;
    for (size_t i = 0; i < revision->file_count; i++) {
        struct text name = revision->files[i].name;
        if (text_starts_with(name, inputs) && name.length == inputs.length + input.length &&
            text_equal((struct text){name.bytes + inputs.length, input.length}, input))
            return &revision->files[i];
    }
    return NULL;
}

static bool has_input(const struct looking *looking, struct text name)
{
    for (size_t i = 0; i < looking->inputs.count; i++)
        if (text_equal(looking->inputs.items[i].name, name))
            return true;
    return false;
}

static void tell(struct looking *looking, const char *path, const struct revision_file *copy)
{
    struct session *session = looking->session;
    struct arena *kept = &session->memory.kept;
    size_t number = looking->revision->number;
    struct changed_file file = {.path = path, .encoding = session->request.encoding};
    file.copy = copy ? revision_path(looking->folder, number, copy->name, kept) : NULL;
    file.is_copy_lost = copy && !chain_has_file(looking->folder, number, copy, session->memory.scratch);
    file.revision = revision_name(number, kept);
    looking->changed++;
    changes_tell(&file, session->memory.scratch, &session->faults);
}

/* Its bytes are given up again: large inputs are not in memory together. */
static bool look_at_input(struct looking *looking, struct contest_input *input)
{
    struct session *session = looking->session;
    struct arena scratch = session->memory.scratch;
    const struct revision_file *copy = copy_of(looking, input->name);
    if (!contest_input_read(input, &scratch, &session->faults))
        return false;
    if (!copy || !text_equal(sha256_text(input->bytes, &scratch), copy->sha256))
        tell(looking, folder_path(looking->folder, input->name, &session->memory.kept), copy);
    return true;
}

static void look_for_lost(struct looking *looking)
{
    struct text inputs = REVISION_INPUTS;
    for (size_t i = 0; i < looking->revision->file_count; i++) {
        struct text name = looking->revision->files[i].name;
        if (revision_file_counts(name) &&
            !has_input(looking, (struct text){name.bytes + inputs.length, name.length - inputs.length}))
            tell(looking, NULL, &looking->revision->files[i]);
    }
}

/* ---- the whole ---- */

static void warn(struct looking *looking, struct message what, struct message hint)
{
    struct faults *faults = &looking->session->faults;
    faults_add(faults, SEVERITY_WARNING, (struct place){.file = text_copy(faults->arena, text_from_c(looking->folder))},
               what, hint);
}

static bool has_its_result(struct looking *looking)
{
    struct session *session = looking->session;
    struct arena hashed = session->memory.kept; /* the hash is compared, and gone */
    struct text hash = standings_hash(&session->standings, &hashed, session->memory.scratch);
    if (text_equal(hash, looking->revision->result))
        return true;
    struct text name = revision_name(looking->revision->number, &session->memory.kept);
    if (looking->revision->encoding.length > 0)
        warn(looking,
             MESSAGE("revision {1} was read with --encoding {2}, and otherwise gives another result", name,
                     looking->revision->encoding),
             MESSAGE("give --encoding here, too"));
    else
        warn(looking,
             MESSAGE("these are the files of revision {1}, and yet the result is another: version {2} computed it",
                     name, looking->revision->version),
             MESSAGE("it is provisional here; compare both with biwu explain before anything is published"));
    return false;
}

static bool is_unchanged(struct looking *looking)
{
    struct session *session = looking->session;
    bool is_read = contest_inputs_find(looking->folder, &session->memory.kept, &session->faults, &looking->inputs);
    for (size_t i = 0; is_read && i < looking->inputs.count; i++)
        if (!looking->inputs.items[i].is_protests)
            is_read = look_at_input(looking, &looking->inputs.items[i]);
    if (is_read)
        look_for_lost(looking);
    return is_read && looking->changed == 0 && has_its_result(looking);
}

void official_look(struct session *session, const char *folder)
{
    struct arena *kept = &session->memory.kept;
    struct official *official = &session->official;
    size_t number = revisions_count(folder, session->memory.scratch);
    *official = (struct official){.state = OFFICIAL_NEVER};
    if (number == 0)
        return;
    official->state = OFFICIAL_UNTOLD;
    if (!revision_read(folder, number, kept, &session->faults, &official->revision)) {
        official->revision = (struct revision){0};
        return;
    }
    struct looking looking = {.session = session, .folder = folder, .revision = &official->revision};
    official->state = is_unchanged(&looking) ? OFFICIAL_NOW : OFFICIAL_CHANGED;
    session->standings.is_official = official->state == OFFICIAL_NOW;
}

void official_conclude(struct session *session, const char *folder)
{
    struct text path = text_copy(session->faults.arena, text_from_c(folder));
    if (session->official.state != OFFICIAL_CHANGED)
        return;
    faults_add(&session->faults, SEVERITY_WARNING, (struct place){.file = path},
               MESSAGE("not as it was when revision {1} was signed: the result is provisional again",
                       revision_name(session->official.revision.number, &session->memory.kept)),
               MESSAGE("put back what was, or sign the correction: biwu finalise {1} --reason … --signed …", path));
}
