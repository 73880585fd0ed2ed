#include "moves.h"

#include "unit.h"

static struct placement placed(const char *id, size_t rank, const char *final, const char *award)
{
    return (struct placement){.contestant = text_from_c(id),
                              .name = text_from_c(id),
                              .sector = TEXT_INIT("青年组"),
                              .rank = rank,
                              .final = text_from_c(final),
                              .award = text_from_c(award)};
}

/* "C1 C2": those who have moved between two results, in order. */
static struct text moved(struct placement *from, size_t from_count, struct placement *to, size_t to_count)
{
    struct placements before = {.items = from, .count = from_count}, after = {.items = to, .count = to_count};
    struct moves moves = moves_between(&before, &after, unit_arena(), unit_scratch());
    struct sink sink = sink_in(unit_arena());
    for (size_t i = 0; i < moves.count; i++) {
        const struct move *move = &moves.items[i];
        sink_c(&sink, i > 0 ? " " : "");
        sink_c(&sink, move->from ? "" : "+");
        sink_c(&sink, move->to ? "" : "-");
        sink_text(&sink, move->to ? move->to->contestant : move->from->contestant);
        if (move->from && move->to)
            CU_ASSERT(text_equal(move->from->contestant, move->to->contestant));
    }
    return sink_written(&sink);
}

UNIT_TEST(the_same_moves_nobody)
{
    struct placement from[] = {placed("C1", 1, "91.00", "一等奖"), placed("C2", 2, "90.00", "")};
    CHECK_TEXT(moved(from, 2, from, 2), "");
    CHECK_TEXT(moved(from, 0, from, 0), "");
    struct placement turned[] = {from[1], from[0]}; /* the order of a list is no move */
    CHECK_TEXT(moved(from, 2, turned, 2), "");
}

UNIT_TEST(each_of_rank_score_award_sector_and_promotion_is_a_move)
{
    struct placement from = placed("C1", 1, "91.00", "一等奖"), to = from;
    to.rank = 2;
    CHECK_TEXT(moved(&from, 1, &to, 1), "C1");
    to = from, to.final = TEXT("91.01");
    CHECK_TEXT(moved(&from, 1, &to, 1), "C1");
    to = from, to.award = TEXT("");
    CHECK_TEXT(moved(&from, 1, &to, 1), "C1");
    to = from, to.sector = TEXT("老年组");
    CHECK_TEXT(moved(&from, 1, &to, 1), "C1");
    to = from, to.is_promoted = true;
    CHECK_TEXT(moved(&from, 1, &to, 1), "C1");
    to = from, to.name = TEXT("乙"); /* the id is somebody else's now */
    CHECK_TEXT(moved(&from, 1, &to, 1), "+C1 -C1");
}

/* A team, a unit and a contestant's id are different things, whatever they are called. */
UNIT_TEST(teams_and_units_are_moved_by_their_names)
{
    struct placement from[] = {placed("东街", 1, "91.00", ""), placed("东街", 1, "180.00", ""),
                               placed("东街", 0, "", "组织奖")};
    struct placement to[] = {from[0], from[1], from[2]};
    from[1].kind = to[1].kind = PLACED_TEAM;
    from[2].kind = to[2].kind = PLACED_UNIT;
    CHECK_TEXT(moved(from, 3, to, 3), "");
    to[1].rank = 2;
    CHECK_TEXT(moved(from, 3, to, 3), "东街");
    to[1].rank = 1;
    to[2].award = TEXT("");
    CHECK_TEXT(moved(from, 3, to, 3), "东街");
    CHECK_TEXT(moved(from, 3, to, 2), "-东街");
    CHECK_TEXT(moved(from, 1, to, 2), "+东街");
}

UNIT_TEST(who_comes_stands_in_order_and_who_goes_at_the_end)
{
    struct placement from[] = {placed("C1", 1, "91.00", ""), placed("C9", 2, "90.00", ""),
                               placed("C3", 3, "89.00", "")};
    struct placement to[] = {placed("C4", 1, "95.00", ""), placed("C1", 2, "91.00", ""), placed("C3", 3, "89.00", "")};
    CHECK_TEXT(moved(from, 3, to, 3), "+C4 C1 -C9");
}
