#include "character_set.h"

enum { BITS = 64, WORDS = 64, BLOCK = BITS * WORDS, BLOCKS = CODE_POINTS / BLOCK };

/* A bit a code point. A document of one page has a handful of blocks: to clear room for all took longer than the rest. */
struct character_block {
    uint64_t words[WORDS];
};

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

static struct character_block *block_at(struct character_set *set, size_t at, struct arena *arena)
{
    if (!set->plain)
        set->plain = ARENA_ARRAY(arena, struct character_block *, BLOCKS);
    if (!set->plain[at])
        set->plain[at] = ARENA_NEW(arena, struct character_block);
    return set->plain[at];
}

void character_set_add(struct character_set *set, uint32_t character, struct arena *arena)
{
    if (character_is_plain(character))
        block_at(set, character / BLOCK, arena)->words[character % BLOCK / BITS] |= UINT64_C(1) << character % BITS;
    else
        add_form(set, character, arena);
}

/* The next block that the set has, from *at on; NULL: none. */
static const struct character_block *next_block(const struct character_set *set, size_t *at)
{
    while (set->plain && *at < BLOCKS && !set->plain[*at])
        ++*at;
    return set->plain && *at < BLOCKS ? set->plain[*at] : NULL;
}

void character_set_unite(struct character_set *set, const struct character_set *other, struct arena *arena)
{
    const struct character_block *more;
    for (size_t at = 0; (more = next_block(other, &at)); at++) {
        struct character_block *block = block_at(set, at, arena);
        for (size_t i = 0; i < WORDS; i++)
            block->words[i] |= more->words[i];
    }
    for (size_t i = 0; i < other->form_count; i++)
        add_form(set, other->forms[i], arena);
}

bool character_set_is_empty(const struct character_set *set)
{
    return !set->plain && set->form_count == 0;
}

size_t character_set_count(const struct character_set *set)
{
    const struct character_block *block;
    size_t count = set->form_count;
    for (size_t at = 0; (block = next_block(set, &at)); at++)
        for (size_t i = 0; i < WORDS; i++)
            count += block->words[i] ? (size_t)__builtin_popcountll(block->words[i]) : 0;
    return count;
}

uint32_t *character_set_list(const struct character_set *set, size_t *count, struct arena *arena)
{
    const struct character_block *block;
    *count = character_set_count(set);
    uint32_t *list = ARENA_ARRAY(arena, uint32_t, *count);
    size_t filled = 0;
    for (size_t at = 0; (block = next_block(set, &at)); at++)
        for (size_t i = 0; i < WORDS; i++)
            for (uint64_t bits = block->words[i]; bits; bits &= bits - 1)
                list[filled++] = (uint32_t)(at * BLOCK + i * BITS + (size_t)__builtin_ctzll(bits));
    for (size_t i = 0; i < set->form_count; i++)
        list[filled++] = set->forms[i];
    return list;
}
