#include "attestations.h"

#include <assert.h>

#include "attestation.h"
#include "certificate.h"
#include "qr_code.h"

static_assert((int)ATTESTATION_MOST_BYTES >= (int)QR_CODE_MOST_BYTES, "what is drawn can be read");

static void warn_of_length(const struct attester *attester)
{
    struct session *session = attester->session;
    faults_add(&session->faults, SEVERITY_WARNING, session->contest.rules.place,
               MESSAGE("the title is too long for a QR code: there is none"), NO_HINT);
}

struct text attestation_of_result(const struct attester *attester, struct arena *arena)
{
    const struct attestation attestation = {.contest = attester->session->contest.rules.title, .hash = attester->hash};
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
        .contest = contest->rules.title,
        .number = sink_written(&number),
        .name = is_unit ? certificate->unit : contest->contestants[certificate->contestant].name,
        .award = certificate_award(&contest->rules, certificate->award),
        .hash = attester->hash,
    };
    return attestation_text(&attestation, attester->key, arena);
}

const struct text *attestations_of(const struct attester *attester, const struct certificate_list *list,
                                   struct arena *arena)
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
