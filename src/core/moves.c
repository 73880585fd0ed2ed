#include "moves.h"

static bool has_moved(const struct placement *from, const struct placement *to)
{
    return from->rank != to->rank || from->is_promoted != to->is_promoted || !text_equal(from->sector, to->sector) ||
           !text_equal(from->final, to->final) || !text_equal(from->award, to->award);
}

static void add(struct moves *moves, const struct placement *from, const struct placement *to, struct arena *arena)
{
    ARENA_RESERVE_ONE(arena, moves->items, moves->count, moves->capacity);
    moves->items[moves->count++] = (struct move){from, to};
}

/* A unit may have the name of a team, and a contestant's id may be either; behind an id there may be somebody else now. */
static struct text key_of(const struct placement *placement, struct arena *arena)
{
    struct sink key = sink_in(arena);
    sink_byte(&key, (char)('0' + placement->kind));
    sink_text(&key, placement->contestant);
    sink_byte(&key, '\0');
    sink_text(&key, placement->name);
    return sink_written(&key);
}

static struct index by_key(const struct placements *placements, struct arena *arena)
{
    struct index index = index_in(arena);
    for (size_t i = 0; i < placements->count; i++)
        index_add(&index, key_of(&placements->items[i], arena), i);
    return index;
}

struct moves moves_between(const struct placements *from, const struct placements *to, struct arena *arena,
                           struct arena scratch)
{
    struct moves moves = {0};
    struct index former = by_key(from, &scratch), present = by_key(to, &scratch);
    for (size_t i = 0; i < to->count; i++) {
        const struct placement *now = &to->items[i];
        size_t at = index_find(&former, key_of(now, &scratch));
        if (at == INDEX_NONE)
            add(&moves, NULL, now, arena);
        else if (has_moved(&from->items[at], now))
            add(&moves, &from->items[at], now, arena);
    }
    for (size_t i = 0; i < from->count; i++)
        if (index_find(&present, key_of(&from->items[i], &scratch)) == INDEX_NONE)
            add(&moves, &from->items[i], NULL, arena);
    return moves;
}
