/* What a certificate knows of who gets it and why: a text for each placeholder of templates. */
#ifndef BIWU_CERTIFICATE_VALUES_H
#define BIWU_CERTIFICATE_VALUES_H

#include "certificate_list.h"
#include "placeholders.h"

struct certificate_values {
    struct text of[PLACEHOLDER_COUNT]; /* empty where there is none */
    struct text code;                  /* what its QR code says; empty: it has none */
    size_t kind;                       /* shared_texts_kind() */
};

/* A short award or unit stays on one line; a long one had better break than leave a gap before it. */
struct text certificate_glued_if_short(struct text text, struct arena *arena);
/* Those of the contest: they stand on every certificate. */
struct certificate_values certificate_values_of_contest(const struct rules *rules, struct text heading,
                                                        struct arena *arena);
/* Those and the certificate's own. Names, numbers, short awards and units are glued: a line does not end within them. */
struct certificate_values certificate_values_of(const struct certificate_values *contest,
                                                const struct standings *standings,
                                                const struct certificate *certificate, struct arena *arena);

#endif
