/* Sets of characters against a plain list of flags. */
#include "character_set.h"

#include "unit.h"

/* First and last of a word and of a block, of a plane, and of all. */
static const uint32_t edges[] = {0, 1, 63, 64, 4095, 4096, 0x4DFF, 0x4E00, 0xFFFF, 0x10000, 0x20BB7, 0x2FFFF, 0x10FFFF};
enum { EDGES = sizeof edges / sizeof *edges };

static struct character_set set_of(const uint32_t *characters, size_t count)
{
    struct character_set set = {0};
    for (size_t i = count; i-- > 0;) /* backwards, and each twice */
        for (int k = 0; k < 2; k++)
            character_set_add(&set, characters[i], unit_arena());
    return set;
}

static void check_list(const struct character_set *set, const uint32_t *expected, size_t count)
{
    size_t listed;
    const uint32_t *list = character_set_list(set, &listed, unit_arena());
    CU_ASSERT_EQUAL_FATAL(listed, count);
    CU_ASSERT_EQUAL(character_set_count(set), count);
    for (size_t i = 0; i < count; i++)
        CU_ASSERT_EQUAL(list[i], expected[i]);
}

UNIT_TEST(an_empty_set_has_nothing)
{
    struct character_set set = {0}, other = {0};
    CU_ASSERT(character_set_is_empty(&set));
    check_list(&set, NULL, 0);
    character_set_unite(&set, &other, unit_arena());
    CU_ASSERT(character_set_is_empty(&set));
}

UNIT_TEST(each_once_and_in_order)
{
    struct character_set set = set_of(edges, EDGES);
    CU_ASSERT_FALSE(character_set_is_empty(&set));
    check_list(&set, edges, EDGES);
}

UNIT_TEST(forms_stand_behind_plain_characters)
{
    const uint32_t characters[] = {0x4E00, character_variant(0x4E00, 0xFE00), character_variant(0x4E00, 0xE0100),
                                   character_narrow(0x201C)};
    struct character_set set = set_of(characters, 4), forms = set_of(characters + 1, 3);
    check_list(&set, characters, 4);
    CU_ASSERT_FALSE(character_set_is_empty(&forms));
    check_list(&forms, characters + 1, 3);
}

UNIT_TEST(all_of_both)
{
    struct character_set even = {0}, odd = {0}, set = {0};
    for (size_t i = 0; i < EDGES; i++)
        character_set_add(i % 2 == 0 ? &even : &odd, edges[i], unit_arena());
    character_set_unite(&set, &even, unit_arena());
    character_set_unite(&set, &odd, unit_arena());
    character_set_unite(&set, &odd, unit_arena());
    check_list(&set, edges, EDGES);
    check_list(&odd, (const uint32_t[]){1, 64, 4096, 0x4E00, 0x10000, 0x2FFFF}, 6);
}
