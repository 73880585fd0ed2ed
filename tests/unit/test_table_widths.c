/* How wide columns become. A text's width is what the typesetter gives it. */
#include "table.h"
#include "typesetting.h"

#include <math.h>

enum { ROWS = 4 };

/* Two columns of numbers: their heads are shorter than what stands under them. */
static struct table two_columns(const char *first[ROWS], const char *second[ROWS])
{
    struct table table = table_with(unit_arena(), 2, ROWS, &style, 6);
    for (size_t column = 0; column < 2; column++)
        table.columns[column].alignment = ALIGN_NUMBER;
    for (size_t row = 0; row < ROWS; row++) {
        *table_at(&table, row, 0) = (struct table_cell){.text = text_from_c(first[row]), .style = &style};
        *table_at(&table, row, 1) = (struct table_cell){.text = text_from_c(second[row]), .style = &style};
    }
    return table;
}

static void check_near(double found, double expected)
{
    CU_ASSERT(fabs(found - expected) < 1e-9);
}

UNIT_TEST(numbers_of_every_shape_are_measured)
{
    begin();
    struct table table =
        two_columns((const char *[]){"1.50", "", "88.25", "9.75"}, (const char *[]){"7", "1234", "5678", "−1,234"});
    CU_ASSERT(table_fit(&table, &typesetter, 400, false, SQUEEZE_NONE));
    check_near(table.columns[0].widest, width_of("88.25"));
    check_near(table.columns[1].widest, width_of("−1,234"));
    fonts_close(fonts);
}

UNIT_TEST(a_second_fit_gives_the_same_widths)
{
    begin();
    struct table table = two_columns((const char *[]){"1", "22", "333", "4444"}, (const char *[]){"1", "2", "3", "4"});
    CU_ASSERT(table_fit(&table, &typesetter, 300, false, SQUEEZE_NONE));
    double first = table.columns[0].width, second = table.columns[1].width;
    CU_ASSERT(table_fit(&table, &typesetter, 500, true, SQUEEZE_NONE));
    CU_ASSERT(table_fit(&table, &typesetter, 300, false, SQUEEZE_NONE));
    check_near(table.columns[0].width, first);
    check_near(table.columns[1].width, second);
    fonts_close(fonts);
}

/* A group's numbers stand under each other as wide as the widest; without it each column has its own again. */
UNIT_TEST(a_column_leaves_its_group)
{
    begin();
    struct table table = two_columns((const char *[]){"1", "2", "3", "4"}, (const char *[]){"12345", "2", "3", "4"});
    table.columns[0].group = table.columns[1].group = 1;
    CU_ASSERT(table_fit(&table, &typesetter, 300, false, SQUEEZE_NONE));
    check_near(table.columns[0].widest, width_of("12345"));
    check_near(table.columns[0].width, table.columns[1].width);
    table.columns[0].group = table.columns[1].group = 0;
    CU_ASSERT(table_fit(&table, &typesetter, 300, false, SQUEEZE_NONE));
    check_near(table.columns[0].widest, width_of("1"));
    fonts_close(fonts);
}

/* A column of texts takes four letters of what is left, 40 points; all three share the rest. */
UNIT_TEST(what_is_left_leaves_no_hole)
{
    begin();
    struct table table = table_with(unit_arena(), 3, 1, &style, 6);
    table.columns[1].takes_rest = true;
    CU_ASSERT(table_fit(&table, &typesetter, 40 + 3 * 6 + 3 * 50, false, SQUEEZE_NONE));
    check_near(table.columns[0].width, 56);
    check_near(table.columns[1].width, 96);
    check_near(table.columns[2].width, 56);
    CU_ASSERT(table_fit(&table, &typesetter, 30 + 3 * 6, false, SQUEEZE_NONE));
    check_near(table.columns[0].width, 6);
    check_near(table.columns[1].width, 36);
    fonts_close(fonts);
}

UNIT_TEST(strips_take_all_that_is_left)
{
    static const struct strip_scale scale = {0};
    begin();
    struct table table = table_with(unit_arena(), 2, 1, &style, 6);
    table.columns[1] = (struct column){.scale = &scale, .takes_rest = true};
    CU_ASSERT(table_fit(&table, &typesetter, 300, false, SQUEEZE_NONE));
    check_near(table.columns[0].width, 6);
    check_near(table.columns[1].width, 294);
    fonts_close(fonts);
}
