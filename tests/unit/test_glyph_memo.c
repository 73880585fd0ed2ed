/* A memo says what it was told, or nothing: never another character's glyph. */
#include "glyph_memo.h"

#include "character.h"
#include "crew.h"
#include "unit.h"

static struct remembered_glyph glyph_of(uint32_t character)
{
    return (struct remembered_glyph){character % 31, character % 65535 + 1, (int32_t)(character % 2001)};
}

static bool is_same(const struct remembered_glyph *one, const struct remembered_glyph *other)
{
    return one->face == other->face && one->id == other->id && one->advance == other->advance;
}

UNIT_TEST(an_empty_memo_knows_nothing)
{
    struct glyph_memo memo = glyph_memo_in(unit_arena());
    struct remembered_glyph found;
    CU_ASSERT_FALSE(glyph_memo_find(&memo, 0, &found));
    CU_ASSERT_FALSE(glyph_memo_find(&memo, 0x4E00, &found));
}

UNIT_TEST(the_largest_parts_come_back)
{
    struct glyph_memo memo = glyph_memo_in(unit_arena());
    struct remembered_glyph told = {31, 0xFFFF, 0xFFFF}, found;
    glyph_memo_add(&memo, CODE_POINTS - 1, &told);
    CU_ASSERT_FATAL(glyph_memo_find(&memo, CODE_POINTS - 1, &found));
    CU_ASSERT(is_same(&told, &found));
}

UNIT_TEST(what_has_no_room_is_not_remembered)
{
    static const struct remembered_glyph told[] = {{32, 1, 1}, {1, 0x10000, 1}, {1, 1, 0x10000}, {1, 1, -1}};
    struct glyph_memo memo = glyph_memo_in(unit_arena());
    struct remembered_glyph found;
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        glyph_memo_add(&memo, 0x4E00, &told[i]);
        CU_ASSERT_FALSE(glyph_memo_find(&memo, 0x4E00, &found));
    }
    uint32_t variant = character_variant(0x4E00, 0xFE00);
    glyph_memo_add(&memo, variant, &(struct remembered_glyph){1, 1, 1});
    CU_ASSERT_FALSE(glyph_memo_find(&memo, variant, &found));
    CU_ASSERT_FALSE(glyph_memo_find(&memo, 0x4E00, &found));
}

UNIT_TEST(all_code_points_one_after_the_other)
{
    struct glyph_memo memo = glyph_memo_in(unit_arena());
    struct remembered_glyph found;
    size_t known = 0;
    for (uint32_t character = 0; character < CODE_POINTS; character++) {
        struct remembered_glyph told = glyph_of(character);
        glyph_memo_add(&memo, character, &told);
        CU_ASSERT_FATAL(glyph_memo_find(&memo, character, &found) && is_same(&told, &found));
    }
    for (uint32_t character = 0; character < CODE_POINTS; character++) {
        struct remembered_glyph told = glyph_of(character);
        bool is_known = glyph_memo_find(&memo, character, &found);
        CU_ASSERT_FATAL(!is_known || is_same(&told, &found));
        known += is_known;
    }
    CU_ASSERT(known > 0 && known < CODE_POINTS);
}

/* By share: CUnit counts for one thread alone. */
struct askers {
    struct glyph_memo memo;
    size_t wrong[4];
};

/* Two ranges of characters that push each other out. */
static void ask_and_tell(void *context, size_t share, size_t first, size_t end)
{
    struct askers *askers = context;
    const struct glyph_memo *memo = &askers->memo;
    for (size_t i = first; i < end; i++)
        for (uint32_t character = 0x4E00; character < 0x9FFF; character += 97) {
            struct remembered_glyph told = glyph_of(character), found;
            askers->wrong[share] += glyph_memo_find(memo, character, &found) && !is_same(&told, &found);
            glyph_memo_add(memo, character, &told);
        }
}

UNIT_TEST(threads_at_once)
{
    struct askers askers = {.memo = glyph_memo_in(unit_arena())};
    crew_share(400, 4, ask_and_tell, &askers);
    for (size_t i = 0; i < 4; i++)
        CU_ASSERT_EQUAL(askers.wrong[i], 0);
}
