#include "kept_marks.h"

#include <string.h>

#include "unit.h"

struct expected {
    const struct mark *marks;
    const bool *have_judges;
    size_t next;
};

static void compare(void *context, const struct mark *mark, bool has_judge)
{
    struct expected *expected = context;
    const struct mark *as_kept = &expected->marks[expected->next];
    CU_ASSERT_EQUAL(has_judge, expected->have_judges[expected->next++]);
    CU_ASSERT_EQUAL(mark->round, as_kept->round);
    CU_ASSERT_EQUAL(mark->contestant, as_kept->contestant);
    CU_ASSERT_EQUAL(mark->criterion, as_kept->criterion);
    CU_ASSERT_EQUAL(mark->judge, as_kept->judge);
    CU_ASSERT_EQUAL(mark->state, as_kept->state);
    CU_ASSERT_EQUAL(mark->word, as_kept->word);
    CU_ASSERT_EQUAL(mark->value, as_kept->value);
    CHECK_TEXT(mark->place.file, "marks.csv");
    CU_ASSERT_EQUAL(mark->place.line, as_kept->place.line + 100);
    CU_ASSERT_EQUAL(mark->place.row, as_kept->place.row + 90);
    CU_ASSERT_EQUAL(mark->place.column, as_kept->place.column);
    CU_ASSERT_EQUAL(mark->place.cell, as_kept->place.cell);
}

/* A piece that starts at line 101 and row 91: lines and rows told from 1 are 100 and 90 less. */
static void check_kept(const struct mark *marks, const bool *have_judges, size_t count)
{
    struct kept_marks kept = kept_marks_for(count, unit_arena());
    for (size_t times = 0; times < 2; times++) {
        struct expected expected = {marks, have_judges, 0};
        kept_marks_clear(&kept);
        for (size_t i = 0; i < count; i++)
            kept_marks_add(&kept, &marks[i], have_judges[i]);
        kept_marks_take(&kept, (struct place){TEXT("marks.csv"), 101, 1, 91, 0}, compare, &expected);
        CU_ASSERT_EQUAL(expected.next, count);
    }
}

UNIT_TEST(marks_come_back_as_they_were_kept)
{
    static const struct mark marks[] = {
        {.round = 0,
         .contestant = 0,
         .criterion = 0,
         .judge = 0,
         .state = CELL_GIVEN,
         .value = 0,
         .place = {.line = 1, .column = 1, .row = 1, .cell = 1}},
        {.round = 2,
         .contestant = 99999,
         .criterion = 999,
         .judge = 9999,
         .state = CELL_GIVEN,
         .value = 925000,
         .place = {.line = 1, .column = 127, .row = 1, .cell = 128}},
        {.round = 127,
         .contestant = 128,
         .criterion = 126,
         .judge = 127,
         .state = CELL_GIVEN,
         .value = 10000000000,
         .place = {.line = 129, .column = 16384, .row = 128, .cell = 20000}},
        {.contestant = INDEX_NONE,
         .judge = INDEX_NONE,
         .state = CELL_GIVEN,
         .value = -10000000000,
         .place = {.line = 5000000000, .column = 70000, .row = 4000000000, .cell = 3}},
        {.judge = INDEX_NONE,
         .word = STATUS_EXHIBITION,
         .value = -1,
         .place = {.line = 5000000000, .column = 1, .row = 4000000000, .cell = 2}},
        {.state = CELL_ABSENT, .value = 1, .place = {.line = 5000000001, .column = 9, .row = 4000000001, .cell = 2}},
        {.state = CELL_RECUSED,
         .word = STATUS_WITHDRAWN,
         .value = -64,
         .place = {.line = 5000000002, .column = 9, .row = 4000000002, .cell = 2}},
    };
    static const bool have_judges[] = {true, true, true, false, true, false, true};
    check_kept(marks, have_judges, sizeof marks / sizeof *marks);
    check_kept(marks, have_judges, 0);
}
