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

static size_t append(struct issuing *issuing, struct issued_certificate certificate)
{
    struct issued *issued = &issuing->issued;
    size_t at = issued->count;
    ARENA_RESERVE_ONE(issuing->arena, issuing->alike, at, issuing->alike_capacity);
    ARENA_RESERVE_ONE(issuing->arena, issued->items, at, issued->capacity);
    issued->items[at] = certificate;
    issuing->alike[at] = (struct issued_alike){.following = INDEX_NONE, .untaken = at, .last = at};
    issued->count++;
    if (certificate.number > issuing->highest)
        issuing->highest = certificate.number;
    return at;
}

/* Its place among those that read the same is behind them; `first` is INDEX_NONE where there are none. */
static size_t add(struct issuing *issuing, struct text key, size_t first, struct issued_certificate certificate)
{
    size_t at = append(issuing, certificate);
    if (first == INDEX_NONE) {
        index_add(&issuing->known, key, at);
        return at;
    }
    struct issued_alike *alike = &issuing->alike[first];
    issuing->alike[alike->last].following = at;
    alike->last = at;
    if (alike->untaken == INDEX_NONE)
        alike->untaken = at;
    return at;
}

struct issuing issuing_after(const struct issued *former, struct arena *arena)
{
    struct issuing issuing = {.arena = arena, .known = index_in(arena)};
    for (size_t i = 0; former && i < former->count; i++) {
        struct issued_certificate certificate = former->items[i];
        struct text key = key_of(&issuing, certificate.kind, certificate.of);
        certificate.is_recalled = true; /* until the result has it */
        add(&issuing, key, index_find(&issuing.known, key), certificate);
    }
    return issuing;
}

struct issued_certificate *issuing_take(struct issuing *issuing, enum placed kind, const struct text of[ISSUED_TEXTS])
{
    struct text key = key_of(issuing, kind, of);
    size_t first = index_find(&issuing->known, key);
    size_t at = first == INDEX_NONE ? INDEX_NONE : issuing->alike[first].untaken;
    if (at == INDEX_NONE) {
        struct issued_certificate certificate = {.number = issuing->highest + 1, .kind = kind};
        for (size_t i = 0; i < ISSUED_TEXTS; i++)
            certificate.of[i] = of[i];
        at = add(issuing, key, first, certificate);
        first = first == INDEX_NONE ? at : first;
    }
    issuing->alike[first].untaken = issuing->alike[at].following;
    issuing->issued.items[at].is_recalled = false;
    return &issuing->issued.items[at];
}
