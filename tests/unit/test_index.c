#include "index.h"

#include "unit.h"

UNIT_TEST(finds_what_was_added_among_thousands)
{
    struct index index = index_in(unit_arena());
    for (size_t i = 0; i < 5000; i++) {
        struct sink sink = sink_in(unit_arena());
        sink_integer(&sink, (int64_t)i);
        index_add(&index, sink_written(&sink), i);
    }
    CU_ASSERT_EQUAL(index_find(&index, TEXT("4321")), 4321);
    CU_ASSERT_EQUAL(index_find(&index, TEXT("5000")), INDEX_NONE);
}

UNIT_TEST(room_that_was_made_is_enough_and_what_is_known_stays)
{
    struct index index = index_in(unit_arena());
    index_add(&index, TEXT("a"), 7);
    index_expect(&index, 8); /* 16 entries are there already: two for each */
    CU_ASSERT_EQUAL(index.capacity, 16);
    index_expect(&index, 9);
    CU_ASSERT_EQUAL(index.capacity, 32);
    CU_ASSERT_EQUAL(index_find(&index, TEXT("a")), 7);
}

static struct text numbered_key(struct arena *arena, size_t number)
{
    struct sink sink = sink_in(arena);
    sink_c(&sink, number % 2 == 0 ? "k" : "contestant-");
    sink_integer(&sink, (int64_t)number);
    return sink_written(&sink);
}

/* So many that some have the same 32 bits of hash: about ten pairs. */
UNIT_TEST(keys_of_one_hash_are_told_apart)
{
    enum { KEYS = 300000 };
    struct index index = index_in(unit_arena());
    size_t wrong = 0;
    for (size_t i = 0; i < KEYS; i++)
        index_add(&index, numbered_key(unit_arena(), i), i);
    for (size_t i = 0; i < KEYS; i++) {
        struct arena scratch = unit_scratch();
        wrong += index_find(&index, numbered_key(&scratch, i)) != i;
    }
    CU_ASSERT_EQUAL(wrong, 0);
    CU_ASSERT_EQUAL(index.count, KEYS);
}

UNIT_TEST(an_empty_index_knows_nothing)
{
    struct index index = index_in(unit_arena());
    CU_ASSERT_EQUAL(index_find(&index, TEXT("")), INDEX_NONE);
    CHECK_TEXT(index_nearest(&index, TEXT("x"), unit_scratch()), "");
}

UNIT_TEST(one_name_for_two_is_ambiguous)
{
    struct index index = index_in(unit_arena());
    index_add(&index, TEXT("王伟"), 1);
    index_add(&index, TEXT("王伟"), 1);
    CU_ASSERT_EQUAL(index_find(&index, TEXT("王伟")), 1);
    index_add(&index, TEXT("王伟"), 2);
    CU_ASSERT_EQUAL(index_find(&index, TEXT("王伟")), INDEX_AMBIGUOUS);
}

UNIT_TEST(no_bytes_are_the_empty_key)
{
    struct index index = index_in(unit_arena());
    index_add(&index, (struct text){0}, 3);
    CU_ASSERT_EQUAL(index_find(&index, TEXT("")), 3);
}

UNIT_TEST(the_nearest_is_near)
{
    struct index index = index_in(unit_arena());
    index_add(&index, TEXT("rounding"), 1);
    index_add(&index, TEXT("rounds"), 2);
    index_add(&index, TEXT("title"), 3);
    CHECK_TEXT(index_nearest(&index, TEXT("runding"), unit_scratch()), "rounding");
    CHECK_TEXT(index_nearest(&index, TEXT("round"), unit_scratch()), "rounds");
    CHECK_TEXT(index_nearest(&index, TEXT("quux"), unit_scratch()), "");
}

UNIT_TEST(of_several_equally_near_none_is_the_nearest)
{
    struct index index = index_in(unit_arena());
    index_add(&index, TEXT("01"), 1);
    CHECK_TEXT(index_nearest(&index, TEXT("05"), unit_scratch()), "01");
    index_add(&index, TEXT("02"), 2);
    index_add(&index, TEXT("03"), 3);
    CHECK_TEXT(index_nearest(&index, TEXT("05"), unit_scratch()), "");
    index_add(&index, TEXT("055"), 4);
    index_add(&index, TEXT("0"), 4);
    CHECK_TEXT(index_nearest(&index, TEXT("05"), unit_scratch()), "");
    CHECK_TEXT(index_nearest(&index, TEXT("0555"), unit_scratch()), "055");
}

UNIT_TEST(of_two_names_of_one_the_first_is_the_nearest)
{
    struct index index = index_in(unit_arena());
    index_add(&index, TEXT("speechb"), 1);
    index_add(&index, TEXT("speecha"), 1);
    index_add(&index, TEXT("speechc"), 1);
    CHECK_TEXT(index_nearest(&index, TEXT("speechx"), unit_scratch()), "speecha");
}

/* Wherever it stands among them. */
UNIT_TEST(a_nearer_one_goes_before_several)
{
    static const char *const far[] = {"speechab", "speechcd", "speechef", "speechgh"};
    static const char *const near[] = {"speechx", "speechy", "speechxz", "speechzy", "peechxy", "speechxyz"};
    for (size_t n = 0; n < sizeof near / sizeof *near; n++) {
        struct index index = index_in(unit_arena());
        for (size_t i = 0; i < sizeof far / sizeof *far; i++)
            index_add(&index, text_from_c(far[i]), i);
        CHECK_TEXT(index_nearest(&index, TEXT("speechxy"), unit_scratch()), "");
        index_add(&index, text_from_c(near[n]), 9);
        CHECK_TEXT(index_nearest(&index, TEXT("speechxy"), unit_scratch()), near[n]);
    }
}

UNIT_TEST(one_that_is_too_far_is_not_the_nearest)
{
    struct index index = index_in(unit_arena());
    index_add(&index, TEXT("99"), 1);
    CHECK_TEXT(index_nearest(&index, TEXT("05"), unit_scratch()), "");
}
