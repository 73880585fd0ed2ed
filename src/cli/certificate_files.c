#include "certificate_files.h"

#include "ahead.h"
#include "certificate.h"
#include "document.h"
#include "messages.h"

enum { PARTS = 2 };

/* Where a file lies until its turn. */
struct slot {
    struct arena bytes, scratch; /* for every file anew */
    struct faults faults;        /* counted alone */
    struct text pdf;
    bool is_made;
};

struct making {
    struct printing *printing;
    const struct certificate_list *lists; /* by holder */
    struct slot *slots;
    struct arena scratch; /* of the calling thread */
};

static bool write(const struct making *making, const struct press *press, size_t holder, struct text *pdf)
{
    const struct printing *printing = making->printing;
    return certificates_write(press, &printing->session->standings, &printing->certificates, &making->lists[holder],
                              pdf);
}

static void make_ahead(void *context, size_t holder, size_t at)
{
    const struct making *making = context;
    struct slot *slot = &making->slots[at];
    struct press press = printing_press(making->printing);
    struct arena bytes = slot->bytes;
    slot->faults = faults_in(NULL);
    press.arena = &bytes;
    press.scratch = slot->scratch;
    press.faults = &slot->faults;
    slot->is_made = write(making, &press, holder, &slot->pdf);
}

/* ID-NAME of a contestant, the name of a unit or team. */
static struct text holder_name(const struct contest *contest, const struct certificate *certificate,
                               struct arena *arena)
{
    if (certificate->contestant == INDEX_NONE)
        return certificate->unit;
    struct sink name = sink_in(arena);
    sink_text(&name, contest->contestants[certificate->contestant].id);
    sink_byte(&name, '-');
    sink_text(&name, contest->contestants[certificate->contestant].name);
    return sink_written(&name);
}

/* What a thread could not do without a fault is done again here, where it is reported. */
static bool take(const struct making *making, struct slot *slot, size_t holder, struct outputs *outputs)
{
    struct press press = printing_press(making->printing);
    const struct certificate *first = &making->lists[holder].items[0];
    struct text pdf;
    press.scratch = making->scratch;
    if (slot->is_made && faults_told(&slot->faults) == 0)
        pdf = text_copy(outputs->arena, slot->pdf);
    else if (!write(making, &press, holder, &pdf))
        return false;
    struct text name = holder_name(&making->printing->session->contest, first, outputs->arena);
    outputs_add(outputs, file_name_for(&outputs->names, "certificate-", name, ".pdf", outputs->arena), pdf);
    return true;
}

static void make_slots(struct making *making, size_t count, struct arena *scratch)
{
    size_t room = (size_t)(scratch->end - scratch->next) / PARTS / (2 * count);
    making->slots = ARENA_ARRAY(scratch, struct slot, count);
    for (size_t i = 0; i < count; i++) {
        making->slots[i].bytes = arena_cut(scratch, room);
        making->slots[i].scratch = arena_cut(scratch, room);
    }
}

static void step(struct progress *progress, const struct certificate_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        progress_step(progress, translate("certificates"));
}

bool certificate_files_add(struct printing *printing, const struct certificate_choice *choice, struct outputs *outputs,
                           struct progress *progress)
{
    struct session *session = printing->session;
    struct certificate_list list =
        certificate_list_of(&session->standings, choice, printing->edition.issued, outputs->arena);
    struct making making = {.printing = printing, .scratch = session->memory.scratch};
    struct arena *scratch = &making.scratch;
    struct ahead ahead = {.work = make_ahead, .context = &making, .slots = AHEAD_SLOTS(crew_processors())};
    printing_warn_of_template(printing, &printing->certificates);
    if (template_shows_code(&printing->certificates))
        attestations_add(&printing->attester, &list, scratch);
    making.lists = certificates_by_holder(&list, &session->contest, &ahead.count, outputs->arena, *scratch);
    make_slots(&making, ahead.slots, scratch);
    ahead_begin(&ahead, crew_processors(), scratch);
    bool is_fine = true;
    while (is_fine && ahead.taken < ahead.count) {
        step(progress, &making.lists[ahead.taken]);
        struct slot *slot = &making.slots[ahead_in_turn(&ahead)];
        is_fine = take(&making, slot, ahead.taken, outputs);
        ahead_taken(&ahead);
    }
    ahead_end(&ahead);
    return is_fine;
}
