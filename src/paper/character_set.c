#include "character_set.h"

enum { BITS = 64 };

static void add_form(struct character_set *set, uint32_t character, struct arena *arena)
{
    size_t at = set->form_count;
    while (at > 0 && set->forms[at - 1] >= character)
        at--;
    if (at < set->form_count && set->forms[at] == character)
        return;
    ARENA_RESERVE_ONE(arena, set->forms, set->form_count, set->form_capacity);
    for (size_t i = set->form_count++; i > at; i--)
        set->forms[i] = set->forms[i - 1];
    set->forms[at] = character;
}

static void add_plain(struct character_set *set, size_t at, uint64_t bits, struct arena *arena)
{
    if (!set->plain) {
        set->plain = ARENA_ARRAY(arena, uint64_t, CODE_POINTS / BITS);
        set->first = at;
    }
    set->first = at < set->first ? at : set->first;
    set->end = at >= set->end ? at + 1 : set->end;
    set->plain[at] |= bits;
}

void character_set_add(struct character_set *set, uint32_t character, struct arena *arena)
{
    if (!character_is_plain(character)) {
        add_form(set, character, arena);
        return;
    }
    add_plain(set, character / BITS, UINT64_C(1) << character % BITS, arena);
}

void character_set_unite(struct character_set *set, const struct character_set *other, struct arena *arena)
{
    for (size_t at = other->first; at < other->end; at++)
        if (other->plain[at])
            add_plain(set, at, other->plain[at], arena);
    for (size_t i = 0; i < other->form_count; i++)
        add_form(set, other->forms[i], arena);
}

bool character_set_is_empty(const struct character_set *set)
{
    return !set->plain && set->form_count == 0;
}

size_t character_set_count(const struct character_set *set)
{
    size_t count = set->form_count;
    for (size_t i = set->first; i < set->end; i++)
        count += (size_t)__builtin_popcountll(set->plain[i]);
    return count;
}

uint32_t *character_set_list(const struct character_set *set, size_t *count, struct arena *arena)
{
    *count = character_set_count(set);
    uint32_t *list = ARENA_ARRAY(arena, uint32_t, *count);
    size_t at = 0;
    for (size_t i = set->first; i < set->end; i++)
        for (uint64_t bits = set->plain[i]; bits; bits &= bits - 1)
            list[at++] = (uint32_t)(i * BITS + (size_t)__builtin_ctzll(bits));
    for (size_t i = 0; i < set->form_count; i++)
        list[at++] = set->forms[i];
    return list;
}
