#include "arena.h"

#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

#include "unit.h"

static jmp_buf full;
static size_t refused;

static void jump_out(size_t wanted)
{
    refused = wanted;
    longjmp(full, 1);
}

UNIT_TEST(taken_memory_is_zeroed_even_when_used_before)
{
    struct arena copy = *unit_arena();
    memset(arena_take(&copy, 1, 100), 0xFF, 100);
    const char *again = arena_take(unit_arena(), 1, 100);
    for (size_t i = 0; i < 100; i++)
        CU_ASSERT_EQUAL(again[i], 0);
}

/* Whether a block of 8 MiB that begins where `next` is now is zeroed, though it was written to before. */
static bool is_large_block_zeroed(void)
{
    enum { SIZE = (1 << 23) + 48 };
    struct arena copy = *unit_arena();
    memset(arena_take_unset(&copy, SIZE), 0xFF, SIZE);
    copy = *unit_arena();
    const unsigned char *again = arena_take(&copy, 1, SIZE);
    size_t written = 0;
    for (size_t i = 0; i < SIZE; i++)
        written += again[i] != 0;
    return written == 0;
}

UNIT_TEST(a_large_block_is_zeroed_wherever_it_begins)
{
    for (size_t i = 0; i < 3; i++) {
        arena_take(unit_arena(), 1, 2000);
        CU_ASSERT_TRUE(is_large_block_zeroed());
    }
    size_t to_page = -(uintptr_t)unit_arena()->next & 4095;
    arena_take(unit_arena(), 1, to_page);
    CU_ASSERT_EQUAL((uintptr_t)unit_arena()->next % 4096, 0);
    CU_ASSERT_TRUE(is_large_block_zeroed());
}

UNIT_TEST(a_large_block_is_zeroed_where_the_system_keeps_its_pages)
{
    char *page = unit_arena()->next + (1 << 20);
    page -= (uintptr_t)page % 4096;
    CU_ASSERT_EQUAL_FATAL(mlock(page, 4096), 0); /* pages that are locked are not given back */
    CU_ASSERT_TRUE(is_large_block_zeroed());
    munlock(page, 4096);
}

UNIT_TEST(a_copy_is_scratch)
{
    struct arena before = *unit_arena();
    struct arena scratch = before;
    arena_take(&scratch, 10, 8);
    CU_ASSERT_PTR_NOT_EQUAL(scratch.next, before.next);
    CU_ASSERT_PTR_EQUAL(unit_arena()->next, before.next);
}

UNIT_TEST(the_last_block_grows_in_place)
{
    char *block = arena_take(unit_arena(), 1, 10);
    memcpy(block, "0123456789", 10);
    char *grown = arena_grow(unit_arena(), block, 10, 1000);
    CU_ASSERT_PTR_EQUAL(grown, block);
    CU_ASSERT_EQUAL(memcmp(grown, "0123456789\0", 11), 0);
}

UNIT_TEST(an_earlier_block_grows_by_copy)
{
    char *block = arena_take(unit_arena(), 1, 10);
    memcpy(block, "0123456789", 10);
    arena_take(unit_arena(), 1, 1);
    char *grown = arena_grow(unit_arena(), block, 10, 1000);
    CU_ASSERT_PTR_NOT_EQUAL(grown, block);
    CU_ASSERT_EQUAL(memcmp(grown, "0123456789\0", 11), 0);
}

UNIT_TEST(a_block_grows_without_being_cleared)
{
    char *block = arena_take(unit_arena(), 1, 16);
    memcpy(block, "0123456789abcdef", 16);
    CU_ASSERT_PTR_EQUAL(arena_grow_unset(unit_arena(), block, 16, 32), block);
    CU_ASSERT_TRUE((char *)arena_take(unit_arena(), 1, 1) >= block + 32);
    CU_ASSERT_PTR_NOT_EQUAL(arena_grow_unset(unit_arena(), block, 32, 64), block);
    char *first = arena_grow_unset(unit_arena(), NULL, 0, 8);
    CU_ASSERT_TRUE((char *)arena_take(unit_arena(), 1, 1) >= first + 8);
}

UNIT_TEST(an_unset_block_is_taken_like_others)
{
    char *block = arena_take_unset(unit_arena(), 10);
    memset(block, 0xFF, 10);
    char *next = arena_take(unit_arena(), 1, 1);
    CU_ASSERT_TRUE(next >= block + 10);
    CU_ASSERT_EQUAL(*next, 0);
}

UNIT_TEST(an_arena_is_cut_off)
{
    char *before = arena_take(unit_arena(), 1, 1);
    struct arena cut = arena_cut(unit_arena(), 64);
    char *next = arena_take(unit_arena(), 1, 1), *first = arena_take(&cut, 1, 64);
    CU_ASSERT_TRUE(next - before <= 64);
    CU_ASSERT_PTR_EQUAL(unit_arena()->end, cut.next - 64);
    CU_ASSERT_TRUE(first >= unit_arena()->end && cut.next <= cut.end);
}

UNIT_TEST(a_part_of_an_arena_lies_beside_the_rest)
{
    char *before = arena_take(unit_arena(), 1, 1);
    struct arena part = arena_part(unit_arena(), 64);
    char *first = arena_take(&part, 1, 64), *next = arena_take(unit_arena(), 1, 1);
    CU_ASSERT_TRUE(before < first && next >= first + 64 && next < first + 128);
    CU_ASSERT_PTR_EQUAL(part.next, part.end);
}

UNIT_TEST(a_list_keeps_its_items_while_it_grows)
{
    int *items = NULL;
    size_t capacity = 0;
    for (size_t i = 0; i < 1000; i++) {
        ARENA_RESERVE_ONE(unit_arena(), items, i, capacity);
        items[i] = (int)i;
        if (i % 100 == 0)
            arena_take(unit_arena(), 1, 1);
    }
    for (size_t i = 0; i < 1000; i++)
        CU_ASSERT_EQUAL(items[i], (int)i);
}

UNIT_TEST(what_does_not_fit_ends_in_exhausted)
{
    struct arena_region region;
    struct arena arena = arena_region_init(&region, 1 << 16, jump_out);
    if (setjmp(full) == 0) {
        arena_take(&arena, 1, (1 << 16) + 1);
        CU_FAIL("exhausted was not called");
    }
    CU_ASSERT(refused >= (1 << 16) + 1);
    arena_region_release(&region);
}

UNIT_TEST(a_product_that_overflows_ends_in_exhausted)
{
    struct arena_region region;
    struct arena arena = arena_region_init(&region, 1 << 16, jump_out);
    if (setjmp(full) == 0) {
        arena_take(&arena, SIZE_MAX / 2, 4);
        CU_FAIL("exhausted was not called");
    }
    arena_region_release(&region);
}

UNIT_TEST(growing_beyond_the_end_ends_in_exhausted)
{
    struct arena_region region;
    struct arena arena = arena_region_init(&region, 1 << 16, jump_out);
    char *block = arena_take(&arena, 1, 64);
    if (setjmp(full) == 0) {
        arena_grow(&arena, block, 64, 1 << 20);
        CU_FAIL("exhausted was not called");
    }
    arena_region_release(&region);
}

UNIT_TEST(a_huge_reservation_is_halved_until_granted)
{
    struct arena_region region;
    struct arena arena = arena_region_init(&region, SIZE_MAX / 4 + 1, jump_out);
    CU_ASSERT(region.size > 0);
    memset(arena_take(&arena, 1, 4096), 1, 4096);
    arena_region_release(&region);
    CU_ASSERT_PTR_NULL(region.base);
}

UNIT_TEST(a_region_smaller_than_the_smallest_is_refused)
{
    struct arena_region region;
    refused = 0;
    if (setjmp(full) == 0) {
        arena_region_init(&region, 1000, jump_out);
        CU_FAIL("a region was made");
    }
    CU_ASSERT(refused >= 1000);
}
