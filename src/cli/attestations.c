#include "attestations.h"

#include <assert.h>

#include "attestation.h"
#include "certificate_values.h"
#include "glue.h"
#include "plain.h"
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

const struct text *attestations_of(struct attester *attester, const struct certificate_list *list, struct arena *arena)
{
    const struct standings *standings = &attester->session->standings;
    struct certificate_values of_contest = certificate_values_of_contest(&standings->contest->rules, TEXT(""), arena);
    struct text *texts = ARENA_ARRAY(arena, struct text, list->count);
    for (size_t i = 0; i < list->count; i++) {
        struct certificate_values values = certificate_values_of(&of_contest, standings, &list->items[i], arena);
        texts[i] = text_of(attester, &values, arena);
        if (texts[i].length <= QR_CODE_MOST_BYTES)
            continue;
        texts[i] = TEXT("");
        if (!attester->has_long_title)
            warn(attester, list->items[i].place,
                 MESSAGE("the texts of this certificate are too long for a QR code: it has none"));
    }
    return texts;
}
