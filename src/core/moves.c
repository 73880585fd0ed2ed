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

static struct index by_id(const struct placements *placements, struct arena *arena)
{
    struct index index = index_in(arena);
    for (size_t i = 0; i < placements->count; i++)
        index_add(&index, placements->items[i].contestant, i);
    return index;
}

struct moves moves_between(const struct placements *from, const struct placements *to, struct arena *arena,
                           struct arena scratch)
{
    struct moves moves = {0};
    struct index former = by_id(from, &scratch), present = by_id(to, &scratch);
    for (size_t i = 0; i < to->count; i++) {
        const struct placement *now = &to->items[i];
        size_t at = index_find(&former, now->contestant);
        if (at == INDEX_NONE)
            add(&moves, NULL, now, arena);
        else if (has_moved(&from->items[at], now))
            add(&moves, &from->items[at], now, arena);
    }
    for (size_t i = 0; i < from->count; i++)
        if (index_find(&present, from->items[i].contestant) == INDEX_NONE)
            add(&moves, &from->items[i], NULL, arena);
    return moves;
}
