/* What people read at a terminal: tables, ties, explanations, figures. */
#include <locale.h>

#include "contest_builder.h"
#include "explanation_text.h"
#include "figures.h"
#include "standings_table.h"
#include "text_table.h"
#include "unit.h"

static const char *in_english(const char *english)
{
    return english;
}

static const struct style plain = {in_english, false, 0};

static struct contest contest;
static struct sheets sheets;
static struct standings standings;

/* One round, trimmed, one line of seven marks a contestant. */
static void set_up(struct rules rules, size_t count, const char *const *marks)
{
    static struct tie_key exact = {.kind = TIE_EXACT, .written = TEXT_INIT("exact")};
    setlocale(LC_CTYPE, "C.UTF-8");
    rules.ties = &exact;
    rules.tie_count = 1;
    rules.rounds[0].own.method = METHOD_TRIMMED_MEAN;
    contest = builder_contest(&rules, 7, count);
    sheets = sheets_of(&contest, unit_arena());
    for (size_t c = 0; c < count; c++)
        builder_marks(&sheets, 0, c, marks[c]);
    standings = standings_of(&contest, &sheets, unit_arena(), unit_scratch(), builder_faults());
}

UNIT_TEST(columns_stand_below_each_other)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct table_column columns[] = {{TEXT_INIT("名"), false, false}, {TEXT_INIT("分"), true, false}};
    const struct table_cell cells[] = {{TEXT_INIT("𠮷"), TINT_PLAIN},
                                       {TEXT_INIT("9.5"), TINT_PLAIN},
                                       {TEXT_INIT("阿拉坦·其其格"), TINT_BOLD},
                                       {TEXT_INIT("10.0"), TINT_PLAIN}};
    struct text_table table = {columns, 2, cells, 2, 1, false};
    CHECK_TEXT(text_table(&table, &plain, unit_arena(), unit_scratch()), " 名               分\n"
                                                                         " 𠮷              9.5\n"
                                                                         " 阿拉坦·其其格  10.0\n");
}

UNIT_TEST(the_last_column_is_broken_at_blanks_and_between_hanzi)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct table_column columns[] = {{TEXT("K"), false, false}, {TEXT("Meaning"), false, true}};
    const struct table_cell cells[] = {{TEXT("a"), TINT_PLAIN},
                                       {TEXT("points taken in all at the most"), TINT_PLAIN},
                                       {TEXT("b"), TINT_PLAIN},
                                       {TEXT("每个开始的单位时间扣的分数上限为 3"), TINT_PLAIN}};
    const struct text_table table = {columns, 2, cells, 2, 0, false};
    const struct style narrow = {in_english, false, 25};
    CHECK_TEXT(text_table(&table, &narrow, unit_arena(), unit_scratch()), "K  Meaning\n"
                                                                          "a  points taken in all at\n"
                                                                          "   the most\n"
                                                                          "b  每个开始的单位时间扣的\n"
                                                                          "   分数上限为 3\n");
}

UNIT_TEST(table_shows_ranks_ties_and_reasons)
{
    const char *marks[] = {"92.5 91.0 93.2 90.8 92.6 91.4 92.3", "92.5 91.0 93.2 90.8 92.6 91.4 92.29", "- - - - - - -",
                           "92.5 91.0 93.2 90.8 92.6 91.4 92.28"};
    set_up(builder_rules(1), 4, marks);
    CHECK_TEXT(standings_table(&standings, INDEX_NONE, &plain, unit_arena(), unit_scratch()),
               "比赛  provisional: not complete\n"
               "\n"
               "领域  3 ranked of 4\n"
               "Rank  Id  Name     r1      Final\n"
               "   1  C1  C1    91.96      91.96\n"
               "   2  C2  C2    91.96      91.96\n"
               "   3  C4  C4    91.96      91.96\n"
               "   —  C3  C3           no result\n"
               "· tie at 91.96, parted by 顺延小数位: C1 91.960 before C2 91.958, C4 91.956\n"
               "· tie at 91.96, parted by 顺延小数位: C2 91.958 before C4 91.956\n"
               "· C3: round r1: no marks\n");
}

static struct text explain(size_t contestant)
{
    struct derivation derivation = {.arena = unit_arena(), .contestant = contestant};
    builder_derive(&sheets, contestant, &derivation);
    struct explanation explanation = {&standings, contestant, &derivation};
    return explanation_text(&explanation, &plain, unit_arena(), unit_scratch());
}

UNIT_TEST(explanation_is_told_as_a_scorer_would)
{
    const char *marks[] = {"92.5 91.0 93.2 90.8 92.6 缺评 92.3"};
    set_up(builder_rules(1), 1, marks);
    CHECK_TEXT(explain(0), "C1 C1\n"
                           "比赛 · 领域\n"
                           "\n"
                           "r1\n"
                           "  1 highest and 1 lowest dropped\n"
                           "  Judge    Mark\n"
                           "  J1 J1   92.5\n"
                           "  J2 J2   91.0\n"
                           "  J3 J3  (93.2)  highest, dropped\n"
                           "  J4 J4  (90.8)  lowest, dropped\n"
                           "  J5 J5   92.6\n"
                           "  J6 J6          absent: did not score\n"
                           "  J7 J7   92.3\n"
                           "  mean of the 4 that count: 368.4 ÷ 4 = 92.1\n"
                           "  score of the round: 92.1\n"
                           "\n"
                           "Final score\n"
                           "  r1: 92.10 × 100 % = 92.1\n"
                           "  final score: 92.10\n"
                           "\n"
                           "Result\n"
                           "  rank 1 of 1\n");
}

UNIT_TEST(figures_say_what_was_cut)
{
    struct arena *arena = unit_arena();
    CHECK_TEXT(figure_full(arena, exact_from_ratio(arena, 269, 3)), "89.666666… (269/3)");
    CHECK_TEXT(figure_full(arena, exact_from_ratio(arena, 2299, 25)), "91.96");
    CHECK_TEXT(figure_cut(arena, exact_from_ratio(arena, 2299, 25), 1), "91.9…");
    CHECK_TEXT(figure_signed(arena, 5000), "+0.5");
    CHECK_TEXT(figure_duration(arena, 485), "8:05");
    CHECK_TEXT(figure_duration(arena, 3723), "1:02:03");
    struct exact a = exact_from_ratio(arena, 91963, 1000), b = exact_from_ratio(arena, 91961, 1000);
    CU_ASSERT_EQUAL(figure_digits_apart(a, b, 2, unit_scratch()), 3);
}
