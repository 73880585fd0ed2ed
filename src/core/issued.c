#include "issued.h"

static struct text key_of(struct issuing *issuing, enum placed kind, const struct text of[ISSUED_TEXTS])
{
    struct sink key = sink_in(issuing->arena);
    sink_byte(&key, (char)('0' + kind));
    for (size_t i = 0; i < ISSUED_TEXTS; i++) {
        sink_text(&key, of[i]);
        sink_byte(&key, '\0');
    }
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
        certificate.is_recalled = true; /* until the result has it */
        add(&issuing, key_of(&issuing, certificate.kind, certificate.of), certificate);
    }
    return issuing;
}

struct issued_certificate *issuing_take(struct issuing *issuing, enum placed kind, const struct text of[ISSUED_TEXTS])
{
    struct text key = key_of(issuing, kind, of);
    size_t at = index_find(&issuing->known, key);
    /* An award that is there twice is ambiguous, and numbered anew. */
    if (at < issuing->issued.count && issuing->issued.items[at].is_recalled) {
        issuing->issued.items[at].is_recalled = false;
        return &issuing->issued.items[at];
    }
    struct issued_certificate certificate = {.number = issuing->highest + 1, .kind = kind};
    for (size_t i = 0; i < ISSUED_TEXTS; i++)
        certificate.of[i] = of[i];
    return add(issuing, key, certificate);
}
