/* Rows shared out over pages: all are 20 high, a page has room for 20 of them and what says that it goes on (12). */
#include "palette.h"
#include "table_parts.h"
#include "unit.h"

enum { ROWS = 60, ROW = 20, PAGE = 20 * ROW + 12 };

static double above[ROWS + 1];
static bool is_in_group[ROWS];
static struct table_pages pages;

static void share_out(size_t rows, double first, double tail, double saving)
{
    for (size_t i = 0; i <= rows; i++)
        above[i] = ROW * (double)i;
    struct table_measure measure = {above, is_in_group, rows, first, PAGE, 2, tail, 0};
    pages = table_share_out(&measure, saving, unit_arena());
}

/* Whether further pages begin with just these rows, counted from 0. */
static bool begin_with(size_t rows, size_t a, size_t b)
{
    for (size_t i = 0; i < rows; i++)
        if (pages.begins[i] != (i == a || i == b))
            return false;
    return true;
}

UNIT_TEST(what_fits_stays_together)
{
    share_out(20, PAGE, 12, 0);
    CU_ASSERT(begin_with(20, ROWS, ROWS));
    CU_ASSERT(pages.tail_fits);
}

/* 20 and 1 become 16 and 5: five are no longer lost. */
UNIT_TEST(the_last_page_gets_rows_of_the_one_before)
{
    share_out(21, PAGE, 0, 0);
    CU_ASSERT(begin_with(21, 16, ROWS));
    share_out(41, PAGE, 0, 0);
    CU_ASSERT(begin_with(41, 20, 36));
    share_out(28, PAGE, 0, 0);
    CU_ASSERT(begin_with(28, 20, ROWS));
}

/* Of few rows each page has half. */
UNIT_TEST(the_page_before_keeps_as_many)
{
    share_out(6, 5 * ROW + 12, 0, 0);
    CU_ASSERT(begin_with(6, 3, ROWS));
}

/* Signatures that do not fit under the last row take five rows with them. */
UNIT_TEST(rows_go_overleaf_with_what_follows)
{
    share_out(20, PAGE, 100, 0);
    CU_ASSERT(begin_with(20, 15, ROWS));
    CU_ASSERT(pages.tail_fits);
}

/* 21 rows of 20 need 420, and have 412: by 3 less each they need 357, and leave 55. On three pages nothing is closer. */
UNIT_TEST(rows_close_up_where_that_spares_the_second_page)
{
    share_out(21, PAGE, 50, 3);
    CU_ASSERT(begin_with(21, ROWS, ROWS));
    CU_ASSERT_DOUBLE_EQUAL(pages.saving, 3, 0);
    share_out(21, PAGE, 60, 3);
    CU_ASSERT(begin_with(21, 16, ROWS));
    CU_ASSERT_DOUBLE_EQUAL(pages.saving, 0, 0);
    share_out(41, PAGE, 0, 3);
    CU_ASSERT_DOUBLE_EQUAL(pages.saving, 0, 0);
}

/* Rows that belong together are not parted, and one contestant's alone are lost. */
UNIT_TEST(groups_stay_together)
{
    for (size_t i = 0; i < ROWS; i++)
        is_in_group[i] = i % 6 > 0;
    share_out(24, PAGE, 0, 0);
    CU_ASSERT(begin_with(24, 12, ROWS));
    for (size_t i = 0; i < ROWS; i++)
        is_in_group[i] = i > 0;
    share_out(30, PAGE, 0, 0);
    CU_ASSERT(begin_with(30, 20, ROWS));
    for (size_t i = 0; i < ROWS; i++)
        is_in_group[i] = false;
}

/* No head stands alone at a page's foot. */
UNIT_TEST(a_table_without_room_begins_overleaf)
{
    share_out(3, 10, 0, 0);
    CU_ASSERT(begin_with(3, 0, ROWS));
}

/* ---- beside each other ---- */

/* A name that wraps and leaves room, and ten columns of numbers that are 4 apart. */
UNIT_TEST(numbers_get_the_room_that_a_wrapped_name_leaves)
{
    struct faults faults = faults_in(unit_arena());
    struct fonts *fonts = fonts_open(&(struct font_wishes){0}, unit_arena(), &faults);
    CU_ASSERT_PTR_NOT_NULL_FATAL(fonts);
    struct typesetter typesetter = {.fonts = fonts, .arena = unit_arena(), .faults = &faults};
    const struct style *styles = table_styles(8, unit_arena());
    struct table table = table_with(unit_arena(), 11, 1, &styles[TABLE_HEAD], 4);
    for (size_t i = 0; i < 11; i++) {
        table.columns[i].alignment = i == 0 ? ALIGN_LEFT : ALIGN_NUMBER;
        table.columns[i].most_lines = i == 0 ? 2 : 1;
        *table_at(&table, 0, i) = (struct table_cell){
            .text = i == 0 ? TEXT("Konstantinopolskaya Featherstone") : TEXT("90.00"), .style = &styles[TABLE_PLAIN]};
    }
    CU_ASSERT_FATAL(table_fit(&table, &typesetter, 1000, true, SQUEEZE_NONE));
    double number = table.columns[1].widest, name = table.columns[0].widest;
    double width = name + 4 + 10 * (number + 4) - 10;
    CU_ASSERT_FATAL(table_fit(&table, &typesetter, width, true, SQUEEZE_WRAPPED));
    CU_ASSERT(table.columns[1].width < number + 5);
    table_spread_numbers(&table, &typesetter);
    double sum = 0;
    for (size_t i = 0; i < 11; i++)
        sum += table.columns[i].width;
    CU_ASSERT_DOUBLE_EQUAL(sum, width, 0.01);
    for (size_t i = 1; i < 11; i++)
        CU_ASSERT_DOUBLE_EQUAL(table.columns[i].width, table.columns[1].width, 0.01);
    CU_ASSERT(table.columns[1].width > number + MM(2));
    CU_ASSERT_EQUAL(table_set_row(&table, &typesetter, 0).cells[0].count, 2);
    fonts_close(fonts);
}
