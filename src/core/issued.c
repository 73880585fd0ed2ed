#include "issued.h"

static struct text key_of(struct issuing *issuing, enum placed kind, struct text holder, struct text award)
{
    static const char kinds[] = {[PLACED_CONTESTANT] = 'c', [PLACED_TEAM] = 't', [PLACED_UNIT] = 'u'};
    struct sink key = sink_in(issuing->arena);
    sink_byte(&key, kinds[kind]);
    sink_text(&key, holder);
    sink_byte(&key, '\0');
    sink_text(&key, award);
    return sink_written(&key);
}

static void add(struct issuing *issuing, struct text key, struct issued_certificate certificate)
{
    struct issued *issued = &issuing->issued;
    index_add(&issuing->known, key, issued->count);
    ARENA_RESERVE_ONE(issuing->arena, issued->items, issued->count, issued->capacity);
    issued->items[issued->count++] = certificate;
    if (certificate.number > issuing->highest)
        issuing->highest = certificate.number;
}

struct issuing issuing_after(const struct issued *former, struct arena *arena)
{
    struct issuing issuing = {.arena = arena, .known = index_in(arena)};
    for (size_t i = 0; former && i < former->count; i++) {
        struct issued_certificate certificate = former->items[i];
        certificate.is_recalled = true; /* until the result has it */
        add(&issuing, key_of(&issuing, certificate.kind, certificate.holder, certificate.award), certificate);
    }
    return issuing;
}

size_t issuing_number(struct issuing *issuing, enum placed kind, struct text holder, struct text award)
{
    struct text key = key_of(issuing, kind, holder, award);
    size_t at = index_find(&issuing->known, key);
    /* An award that is there twice is ambiguous, and numbered anew. */
    if (at < issuing->issued.count && issuing->issued.items[at].is_recalled) {
        issuing->issued.items[at].is_recalled = false;
        return issuing->issued.items[at].number;
    }
    add(issuing, key, (struct issued_certificate){issuing->highest + 1, kind, holder, award, false});
    return issuing->highest;
}
