#include "attestations.h"

#include <assert.h>

#include "attestation.h"
#include "certificate_values.h"
#include "crew.h"
#include "glue.h"
#include "printable.h"
#include "qr_code.h"

static_assert((int)ATTESTATION_MOST_BYTES >= (int)QR_CODE_MOST_BYTES, "what is drawn can be read");

static void warn(struct attester *attester, struct place place, struct message what)
{
    faults_add(&attester->session->faults, SEVERITY_WARNING, place, what, NO_HINT);
}

/* As paper shows it: characters that are not seen could pass for something else where a code is read. */
static struct text shown(struct text text, struct arena *arena)
{
    struct text rest = glue_removed(text, arena);
    struct sink sink = sink_in(arena);
    while (rest.length > 0) {
        const char *bytes = rest.bytes;
        uint32_t c = text_next_character(&rest);
        if (text_find_unprintable((struct text){bytes, (size_t)(rest.bytes - bytes)}) == TEXT_INVALID)
            sink_character(&sink, c);
    }
    return sink_written(&sink);
}

struct text attestation_of_result(struct attester *attester, struct arena *arena)
{
    struct text title = shown(attester->session->contest.rules.title, arena);
    const struct attestation attestation = {.contest = title, .hash = attester->hash};
    struct text written = attestation_text(&attestation, attester->key, arena);
    if (written.length <= QR_CODE_MOST_BYTES)
        return written;
    warn(attester, attester->session->contest.rules.place,
         MESSAGE("the title is too long for a QR code: there is none"));
    attester->has_long_title = true;
    return TEXT("");
}

static struct text text_of(const struct attester *attester, const struct certificate_values *values,
                           struct arena *arena)
{
    const struct attestation attestation = {
        .contest = shown(values->of[PLACE_CONTEST], arena),
        .number = shown(values->of[PLACE_NUMBER], arena),
        .name = shown(values->of[PLACE_NAME], arena),
        .award = shown(values->of[PLACE_AWARD], arena),
        .hash = attester->hash,
    };
    return attestation_text(&attestation, attester->key, arena);
}

enum { CODES_A_SHARE = 16 };

/* A signature takes longer than all else of a certificate that is not drawn: each thread signs a share. */
struct signing {
    const struct attester *attester;
    struct certificate_list *list;
    struct certificate_values of_contest;
    struct arena *arenas; /* by share */
};

static void sign_share(void *context, size_t share, size_t first, size_t end)
{
    const struct signing *signing = context;
    const struct standings *standings = &signing->attester->session->standings;
    struct arena *arena = &signing->arenas[share];
    for (size_t i = first; i < end; i++) {
        struct certificate *certificate = &signing->list->items[i];
        struct certificate_values values = certificate_values_of(&signing->of_contest, standings, certificate, arena);
        certificate->code = text_of(signing->attester, &values, arena);
    }
}

static void leave_out_long(struct attester *attester, struct certificate_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        struct certificate *certificate = &list->items[i];
        if (certificate->code.length <= QR_CODE_MOST_BYTES)
            continue;
        certificate->code = TEXT("");
        if (!attester->has_long_title)
            warn(attester, certificate->place,
                 MESSAGE("the texts of this certificate are too long for a QR code: it has none"));
    }
}

void attestations_add(struct attester *attester, struct certificate_list *list, struct arena *arena)
{
    const struct rules *rules = &attester->session->contest.rules;
    size_t processors = crew_processors(), most = list->count / CODES_A_SHARE + 1;
    size_t shares = most < processors ? most : processors, room = (size_t)(arena->end - arena->next) / (2 * shares);
    struct signing signing = {.attester = attester,
                              .list = list,
                              .of_contest = certificate_values_of_contest(rules, TEXT(""), arena),
                              .arenas = ARENA_ARRAY(arena, struct arena, shares)};
    for (size_t i = 0; i < shares; i++)
        signing.arenas[i] = arena_cut(arena, room);
    crew_share(list->count, shares, sign_share, &signing);
    leave_out_long(attester, list);
}
