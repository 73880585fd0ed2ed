/* What a stock gives must not depend on what it was asked before. */
#include "outline_stock.h"

#include "unit.h"

enum { KINDS = 100, LENGTH = 500, ROUNDS = 3, ROOM = 1 << 20, SMALL = 1 << 12, NONE = 16 };

static struct text outlines_of(size_t kind)
{
    struct sink sink = sink_in(unit_arena());
    for (size_t i = 0; i < LENGTH; i++)
        sink_byte(&sink, (char)(i * kind / 3 % 251));
    return sink_written(&sink);
}

static void check_with_room(size_t room)
{
    struct outline_stock stock;
    outline_stock_init(&stock, arena_cut(unit_arena(), room));
    for (size_t i = 0; i < ROUNDS * KINDS; i++) {
        struct text outlines = outlines_of(i % KINDS), packed, expected;
        CU_ASSERT_FATAL(outline_stock_find(&stock, outlines, &packed, unit_arena()));
        CU_ASSERT_FATAL(deflated_within(outlines, &expected, unit_arena()));
        CU_ASSERT(text_equal(packed, expected));
    }
    outline_stock_release(&stock);
}

UNIT_TEST(outlines_asked_for_again_are_the_same)
{
    check_with_room(ROOM); /* fewer kinds than asked for are kept */
    check_with_room(SMALL);
    check_with_room(NONE);
}

UNIT_TEST(outlines_are_deflated_once)
{
    struct outline_stock stock;
    struct text first, again;
    outline_stock_init(&stock, arena_cut(unit_arena(), ROOM));
    CU_ASSERT_FATAL(outline_stock_find(&stock, outlines_of(1), &first, unit_arena()));
    CU_ASSERT_EQUAL(stock.count, 1);
    CU_ASSERT_FATAL(outline_stock_find(&stock, outlines_of(1), &again, unit_arena()));
    CU_ASSERT_EQUAL(stock.count, 1);
    CU_ASSERT(text_equal(first, again));
    outline_stock_release(&stock);
}

/* When it is full it begins anew: what follows is stored as well. */
UNIT_TEST(later_outlines_are_stored_too)
{
    struct outline_stock stock;
    outline_stock_init(&stock, arena_cut(unit_arena(), SMALL));
    for (size_t i = 0; i < KINDS; i++) {
        struct text packed;
        CU_ASSERT_FATAL(outline_stock_find(&stock, outlines_of(i), &packed, unit_arena()));
        CU_ASSERT_FATAL(stock.count > 0);
        CU_ASSERT(text_equal(stock.items[stock.count - 1].plain, outlines_of(i)));
        CU_ASSERT(text_equal(stock.items[stock.count - 1].packed, packed));
    }
    outline_stock_release(&stock);
}
