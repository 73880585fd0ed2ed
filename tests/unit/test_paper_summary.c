/* What leaderboards have beside rankings: the field of marks, medals, the contest in numbers. */
#include "mark_chart.h"
#include "mark_chart_table.h"
#include "paper_contest.h"
#include "summary_page.h"
#include "summary_tables.h"

/* 1/10^8 of a point. */
static wide units(double value)
{
    return (wide)(value * 1e8);
}

static void check_scale(double lowest, double highest, double low, double high, double step)
{
    struct strip_scale scale = strip_scale_over(units(lowest), units(highest));
    CU_ASSERT(scale.low == units(low));
    CU_ASSERT(scale.high == units(high));
    CU_ASSERT(scale.step == units(step));
}

UNIT_TEST(scales_are_round_numbers_around_all_values)
{
    check_scale(81.5, 93, 80, 94, 2);
    check_scale(83, 95, 82, 96, 2);
    check_scale(0, 100, 0, 100, 20);
    check_scale(90, 90, 89.99, 90.01, 0.01);
    check_scale(-3, 4, -3, 4, 1);
    check_scale(-30.5, -12, -35, -10, 5);
}

static struct table chart_of(size_t round)
{
    return mark_chart_table(&standings, &standings.sectors[0], round, table_styles(10, unit_arena()), 9, unit_arena());
}

/* The dots of a row, hollow ones in brackets, and the bar. */
static const char *told(struct table *table, size_t row)
{
    struct sink sink = sink_in(unit_arena());
    const struct strip *strip = table_at(table, row, 2)->strip;
    for (size_t i = 0; i < strip->count; i++) {
        sink_c(&sink, strip->dots[i].is_hollow ? "(" : "");
        exact_write_decimal(&sink, exact_from_ratio(unit_arena(), strip->dots[i].value, 100000000), 1);
        sink_c(&sink, strip->dots[i].is_hollow ? ") " : " ");
    }
    if (strip->has_bar) {
        sink_c(&sink, "| ");
        exact_write_decimal(&sink, exact_from_ratio(unit_arena(), strip->bar, 100000000), 2);
    }
    return text_to_c(unit_arena(), sink_written(&sink));
}

/* 90 + 91 + 92 + 93 + 94 = 460, of five 92; 80.5 + 81 + 81 + 81.5 + 82 = 406, of five 81.2. */
UNIT_TEST(dots_are_sheets_and_those_set_aside_are_hollow)
{
    static const char *rows[][2] = {{"甲", "80 80.5 81 81 81.5 82 85"}, {"乙", "95 90 91 92 93 94 89"}};
    begin_rules();
    hold(rows, 2);
    struct table table = chart_of(0);
    CU_ASSERT_EQUAL_FATAL(table.row_count, 2);
    CHECK_TEXT(text_from_c(told(&table, 0)), "(89.0) 90.0 91.0 92.0 93.0 94.0 (95.0) | 92.00");
    CHECK_TEXT(text_from_c(told(&table, 1)), "(80.0) 80.5 81.0 81.0 81.5 82.0 (85.0) | 81.20");
    CU_ASSERT(table.columns[2].scale->low == units(80) && table.columns[2].scale->high == units(96));
    fonts_close(fonts);
}

static bool board_shows_marks(bool is_allowed)
{
    static const char *rows[][2] = {{"甲", "80 80 81 81 81 82 85"}};
    begin_rules();
    rules.publish_judge_marks = is_allowed;
    hold(rows, 1);
    struct text read = pdf_text_of(leaderboard());
    fonts_close(fonts);
    return text_holds(read, "评分分布");
}

UNIT_TEST(marks_are_made_public_only_where_that_is_allowed)
{
    CU_ASSERT_FALSE(board_shows_marks(false));
    CU_ASSERT(board_shows_marks(true));
}

/* By criterion no dot is hollow: the legend says that marks are set aside all the same. */
UNIT_TEST(what_no_dot_shows_is_told)
{
    static const char *rows[][2] = {{"甲", "80 80 81 81 81 82 85"}};
    begin_rules();
    rules.publish_judge_marks = true;
    rules.rounds[0].own.drop.by = DROP_BY_CRITERION;
    hold(rows, 1);
    struct text read = pdf_text_of(leaderboard());
    CU_ASSERT(text_holds(read, "按评分项分别去掉"));
    CU_ASSERT_FALSE(text_holds(read, "空心"));
    fonts_close(fonts);
}

/* Three lanes of dots are higher than one; as many of one value as there are lanes, and no more. */
UNIT_TEST(equal_marks_lie_above_each_other)
{
    struct strip_dot dots[20] = {{0, false}};
    struct strip_scale scale = {units(80), units(90), units(1)};
    struct strip strip = {.dots = dots, .count = 1};
    double one = strip_height(&strip, &scale, 300);
    for (size_t i = 0; i < 20; i++)
        dots[i].value = units(85);
    strip.count = 3;
    double three_high = strip_height(&strip, &scale, 300);
    CU_ASSERT(three_high > one);
    CU_ASSERT(three_high >= 3 * 4.6 + 2 * 0.4 + 2 * 3); /* dots of 4.6, 0.4 apart, keep 1 mm off the rules */
    strip.count = 7;
    double seven = strip_height(&strip, &scale, 300);
    CU_ASSERT(seven > three_high);
    strip.count = 20;
    CU_ASSERT_DOUBLE_EQUAL(strip_height(&strip, &scale, 300), seven, 0.001);
    for (size_t i = 0; i < 10; i++)
        dots[i].value = units(80.5 + (double)i);
    strip.count = 10;
    CU_ASSERT_DOUBLE_EQUAL(strip_height(&strip, &scale, 300), one, 0.001);
}

/* ---- the summary ---- */

/* Person, sector, county, marks: 甲 and 乙 of 街道, 丙 to 己 of 社区, where 己 has withdrawn and 戊 names no county. */
static void hold_counties(bool orders_counties)
{
    static struct text counties[3];
    static const char *people[][3] = {{"甲", "街道", "东旗"}, {"乙", "街道", "西县"}, {"丙", "社区", "西县"},
                                      {"丁", "社区", "东旗"}, {"戊", "社区", ""},     {"己", "社区", "西县"}};
    static const char *marks[] = {"91 91 91 91 91 91 91", "90 90 90 90 90 90 90", "89 89 89 89 89 89 89",
                                  "88 88 88 88 88 88 88", "87 87 87 87 87 87 87"};
    begin_rules();
    if (orders_counties) {
        counties[0] = TEXT("南县");
        counties[1] = TEXT("西县");
        counties[2] = TEXT("东旗");
        rules.publish_order = (struct list_order){.by = ORDER_BY_COUNTY, .counties = {counties, 3}};
    }
    rules_complete(&rules, unit_arena(), builder_faults());
    contest = contest_with(&rules, unit_arena());
    for (int i = 1; i <= 7; i++)
        contest_add_judge(&contest, builder_judge((const char *[]){"1", "2", "3", "4", "5", "6", "7"}[i - 1], ""),
                          builder_faults());
    for (size_t i = 0; i < 6; i++) {
        struct contestant contestant = builder_contestant(people[i][0], people[i][1]);
        contestant.county = text_from_c(people[i][2]);
        contestant.status = i == 5 ? STATUS_WITHDRAWN : STATUS_COMPETING;
        contest_add_contestant(&contest, contestant, builder_faults());
    }
    contest_complete(&contest, builder_faults());
    sheets = sheets_of(&contest, unit_arena());
    for (size_t i = 0; i < 5; i++)
        builder_marks(&sheets, 0, i, marks[i]);
    standings = standings_of(&contest, &sheets, unit_arena(), unit_scratch(), builder_faults());
}

/* Heads, then rows, each ended by a stroke. */
static struct text table_told(struct table *table)
{
    struct sink sink = sink_in(unit_arena());
    for (size_t i = 0; i < table->column_count; i++) {
        sink_text(&sink, table->columns[i].head);
        sink_byte(&sink, ' ');
    }
    for (size_t row = 0; row < table->row_count; row++) {
        sink_c(&sink, "/ ");
        for (size_t i = 0; i < table->column_count; i++) {
            sink_text(&sink, table_at(table, row, i)->text);
            sink_byte(&sink, ' ');
        }
    }
    return sink_written(&sink);
}

UNIT_TEST(sectors_are_counted)
{
    hold_counties(false);
    struct table table = summary_by_sector(&standings, table_styles(10, unit_arena()), 9, unit_arena());
    CHECK_TEXT(table_told(&table), "领域 参赛 列入名次 弃权 一等奖 二等奖 "
                                   "/ 街道 2 2 — 1 1 / 社区 4 3 1 1 1 / 合计 6 5 1 2 2 ");
}

UNIT_TEST(counties_are_counted)
{
    hold_counties(false);
    struct summary_choice all = {true, true}, neither = {false, false};
    struct table table = summary_by_county(&standings, all, table_styles(10, unit_arena()), 9, unit_arena());
    CHECK_TEXT(table_told(&table), "旗县区 街道 社区 参赛 一等奖 二等奖 "
                                   "/ 东旗 1 1 2 1 1 / 西县 1 2 3 1 1 / 未注明 — 1 1 — — / 合计 2 4 6 2 2 ");
    CU_ASSERT_EQUAL(summary_count_counties(&standings, unit_scratch()), 2);
    hold_counties(true);
    table = summary_by_county(&standings, neither, table_styles(10, unit_arena()), 9, unit_arena());
    CHECK_TEXT(table_told(&table), "旗县区 参赛 / 西县 3 / 东旗 2 / 未注明 1 / 合计 6 ");
}

UNIT_TEST(a_contest_of_one_kind_needs_no_summary)
{
    begin_rules();
    hold(three, 1);
    CU_ASSERT_FALSE(summary_page_is_needed(&standings, unit_scratch()));
    fonts_close(fonts);
    hold_counties(false);
    CU_ASSERT(summary_page_is_needed(&standings, unit_scratch()));
}

/* What the summary, drawn alone, says. */
static struct text summary_read(void)
{
    struct document document;
    struct text pdf = TEXT("");
    struct press press = unit_press();
    press.fonts = fonts = fonts_open(&(struct font_wishes){0}, unit_arena(), builder_faults());
    document_begin(&document, &press, "leaderboard.title");
    summary_page_draw(&document, &standings);
    document_draw_footers(&document);
    CU_ASSERT_FATAL(document_end(&document, TEXT(""), &pdf));
    struct text read = pdf_text_of(pdf);
    fonts_close(fonts);
    return read;
}

static struct text unbroken(struct text text)
{
    struct sink sink = sink_in(unit_arena());
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] != '\n')
            sink_byte(&sink, text.bytes[i]);
    return sink_written(&sink);
}

UNIT_TEST(the_first_award_is_named_unless_a_crowd_has_it)
{
    hold_counties(false);
    struct text read = summary_read();
    CU_ASSERT(text_holds(unbroken(read), "共有6名选手参加2个领域的比武，7名评委评分。"));
    CU_ASSERT(text_holds(read, "街道：甲。"));
    CU_ASSERT(text_holds(read, "社区：丙。"));

    const char *crowd[61][2];
    begin_rules();
    for (size_t i = 0; i < 61; i++) {
        struct sink name = sink_in(unit_arena());
        sink_c(&name, "第");
        sink_integer(&name, (int64_t)i);
        crowd[i][0] = text_to_c(unit_arena(), sink_written(&name));
        crowd[i][1] = "90 90 90 90 90 90 90";
    }
    hold(crowd, 61);
    fonts_close(fonts);
    read = summary_read();
    CU_ASSERT(text_holds(read, "社区 61 61 61"));
    CU_ASSERT_FALSE(text_holds(read, "社区：第"));
}
