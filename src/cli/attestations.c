#include "attestations.h"

#include <assert.h>

#include "attestation.h"
#include "certificate.h"
#include "plain.h"
#include "qr_code.h"

static_assert((int)ATTESTATION_MOST_BYTES >= (int)QR_CODE_MOST_BYTES, "what is drawn can be read");

static void warn_of_length(struct attester *attester)
{
    struct session *session = attester->session;
    if (attester->has_warned)
        return;
    attester->has_warned = true;
    faults_add(&session->faults, SEVERITY_WARNING, session->contest.rules.place,
               MESSAGE("the title is too long for a QR code: there is none"), NO_HINT);
}

/* As paper shows it: characters that are not seen could pass for something else where a code is read. */
static struct text shown(struct text text, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    if (text_find_unprintable(text) == TEXT_INVALID)
        return text;
    while (text.length > 0) {
        const char *bytes = text.bytes;
        uint32_t c = text_next_character(&text);
        if (text_find_unprintable((struct text){bytes, (size_t)(text.bytes - bytes)}) == TEXT_INVALID)
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
    warn_of_length(attester);
    return TEXT("");
}

static struct text text_of(const struct attester *attester, const struct certificate *certificate, struct arena *arena)
{
    const struct contest *contest = &attester->session->contest;
    bool is_unit = certificate->contestant == INDEX_NONE;
    struct sink number = sink_in(arena);
    certificate_write_number(&number, contest->rules.certificate_number, certificate->number);
    const struct attestation attestation = {
        .contest = shown(contest->rules.title, arena),
        .number = shown(sink_written(&number), arena),
        .name = shown(is_unit ? certificate->unit : contest->contestants[certificate->contestant].name, arena),
        .award = shown(certificate_award(&contest->rules, certificate->award), arena),
        .hash = attester->hash,
    };
    return attestation_text(&attestation, attester->key, arena);
}

const struct text *attestations_of(struct attester *attester, const struct certificate_list *list, struct arena *arena)
{
    struct text *texts = ARENA_ARRAY(arena, struct text, list->count);
    for (size_t i = 0; i < list->count; i++) {
        texts[i] = text_of(attester, &list->items[i], arena);
        if (texts[i].length > QR_CODE_MOST_BYTES) {
            warn_of_length(attester);
            return NULL;
        }
    }
    return texts;
}
