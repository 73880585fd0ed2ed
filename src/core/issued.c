#include "issued.h"

/* Of several that read alike, the first, the second …: `nth` from 0. */
static struct text key_of(struct issuing *issuing, enum placed kind, const struct text of[ISSUED_TEXTS], size_t nth)
{
    struct sink key = sink_in(issuing->arena);
    sink_byte(&key, (char)('0' + kind));
    for (size_t i = 0; i < ISSUED_TEXTS; i++) {
        sink_text(&key, of[i]);
        sink_byte(&key, '\0');
    }
    sink_integer(&key, (int64_t)nth);
    return sink_written(&key);
}

static struct issued_certificate *add(struct issuing *issuing, struct text key, struct issued_certificate certificate)
{
    struct issued *issued = &issuing->issued;
    index_add(&issuing->known, key, issued->count);
    ARENA_RESERVE_ONE(issuing->arena, issued->items, issued->count, issued->capacity);
    issued->items[issued->count] = certificate;
    if (certificate.number > issuing->highest)
        issuing->highest = certificate.number;
    return &issued->items[issued->count++];
}

struct issuing issuing_after(const struct issued *former, struct arena *arena)
{
    struct issuing issuing = {.arena = arena, .known = index_in(arena)};
    for (size_t i = 0; former && i < former->count; i++) {
        struct issued_certificate certificate = former->items[i];
        struct text key;
        size_t nth = 0;
        certificate.is_recalled = true; /* until the result has it */
        do
            key = key_of(&issuing, certificate.kind, certificate.of, nth++);
        while (index_find(&issuing.known, key) != INDEX_NONE);
        add(&issuing, key, certificate);
    }
    return issuing;
}

struct issued_certificate *issuing_take(struct issuing *issuing, enum placed kind, const struct text of[ISSUED_TEXTS])
{
    struct issued_certificate certificate = {.kind = kind};
    for (size_t nth = 0;; nth++) {
        struct text key = key_of(issuing, kind, of, nth);
        size_t at = index_find(&issuing->known, key);
        if (at == INDEX_NONE) {
            certificate.number = issuing->highest + 1;
            for (size_t i = 0; i < ISSUED_TEXTS; i++)
                certificate.of[i] = of[i];
            return add(issuing, key, certificate);
        }
        if (issuing->issued.items[at].is_recalled) {
            issuing->issued.items[at].is_recalled = false;
            return &issuing->issued.items[at];
        }
    }
}
