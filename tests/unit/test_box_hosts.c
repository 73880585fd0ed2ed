/* Hosts and date of a certificate: how large they are, and where they stand. */
#include "box_hosts.h"
#include "contest_builder.h"
#include "typesetting.h"

#include <math.h>

enum { SIZE = 20 };

static struct text names[4];
static struct rules rules;
static struct placed_lines placed;

/* As a lying certificate has it: room for two hosts with a stamp each, 66 mm a host. */
static void place(size_t count)
{
    struct template_box box = {.name = TEXT("hosts"),
                               .shows = SHOWS_HOSTS,
                               .width = MM(184),
                               .height = MM(31),
                               .font = FONT_NAME,
                               .size = SIZE,
                               .smallest = 10,
                               .seal = MM(45)};
    placed = (struct placed_lines){0};
    rules = builder_rules(1);
    rules.hosts = (struct texts){names, count};
    CU_ASSERT_FATAL(
        box_hosts_place(&box, &rules, TEXT("二〇二三年十月二十六日"), (const double[2]){0, 0}, &typesetter, &placed));
}

static double size_of(size_t line)
{
    return placed.items[line].line.letters[0].style->size;
}

static double middle_of(size_t line)
{
    return placed.items[line].x + placed.items[line].line.width / 2;
}

UNIT_TEST(one_host_and_the_date_are_of_the_box_s_size)
{
    begin();
    names[0] = TEXT("中共某市委组织部");
    place(1);
    CU_ASSERT_EQUAL_FATAL(placed.count, 2);
    CU_ASSERT_EQUAL(size_of(0), SIZE);
    CU_ASSERT_EQUAL(size_of(1), SIZE);
    CU_ASSERT(fabs(middle_of(0) - middle_of(1)) < 0.01);
    fonts_close(fonts);
}

/* Eleven letters of the date have 66 mm, 187 points: 17 of them each. */
UNIT_TEST(the_date_stands_under_the_last_of_two_hosts)
{
    begin();
    names[0] = TEXT("中共某市委组织部");
    names[1] = TEXT("某市总工会");
    place(2);
    CU_ASSERT_EQUAL_FATAL(placed.count, 3);
    for (size_t i = 0; i < 3; i++)
        CU_ASSERT_EQUAL(size_of(i), 17);
    CU_ASSERT_EQUAL(placed.items[0].y, placed.items[1].y);
    CU_ASSERT(fabs(middle_of(1) - middle_of(2)) < 0.01);
    fonts_close(fonts);
}

/* Three have 61.3 mm each, 3 mm less for the text: 165 points, for twelve letters 13.5 each. */
UNIT_TEST(a_long_host_stays_on_one_line_where_that_is_still_large)
{
    begin();
    names[0] = TEXT("中共某市委组织部");
    names[1] = TEXT("中共某市委宣传部");
    names[2] = TEXT("某市人力资源和社会保障局");
    place(3);
    CU_ASSERT_EQUAL_FATAL(placed.count, 4);
    for (size_t i = 0; i < 4; i++)
        CU_ASSERT_EQUAL(size_of(i), 13.5);
    CU_ASSERT_EQUAL(placed.items[0].y, placed.items[2].y);
    fonts_close(fonts);
}

/* 24 letters beside another host: two lines of twelve, 178 points each. */
UNIT_TEST(lines_of_a_host_lie_as_close_as_their_size_has_it)
{
    begin();
    names[0] = TEXT("某市总工会");
    names[1] = TEXT("某自治区某某盟某某旗委员会组织部和社会工作宣传部");
    place(2);
    CU_ASSERT_EQUAL_FATAL(placed.count, 4);
    CU_ASSERT(size_of(1) <= 14.5);
    CU_ASSERT(fabs(placed.items[2].y - placed.items[1].y - 1.25 * size_of(1)) < 0.01);
    CU_ASSERT_EQUAL(size_of(3), size_of(1));
    fonts_close(fonts);
}
