/* Numbers of certificates through corrections. */
#include "issued.h"

#include "unit.h"

static size_t number_of(struct issuing *issuing, enum placed kind, const char *id, const char *name, const char *award)
{
    const struct text of[ISSUED_TEXTS] = {
        [ISSUED_ID] = text_from_c(id), [ISSUED_NAME] = text_from_c(name), [ISSUED_AWARD] = text_from_c(award)};
    return issuing_take(issuing, kind, of)->number;
}

static size_t number(struct issuing *issuing, const char *id, const char *award)
{
    return number_of(issuing, PLACED_CONTESTANT, id, "甲", award);
}

UNIT_TEST(the_first_are_numbered_in_their_order)
{
    struct issuing issuing = issuing_after(NULL, unit_arena());
    CU_ASSERT_EQUAL(number(&issuing, "01", "一等奖"), 1);
    CU_ASSERT_EQUAL(number(&issuing, "02", "二等奖"), 2);
    CU_ASSERT_EQUAL(number_of(&issuing, PLACED_UNIT, "", "甲", "一等奖"), 3);
    CU_ASSERT_EQUAL(number_of(&issuing, PLACED_TEAM, "", "甲", "一等奖"), 4);
    CU_ASSERT_EQUAL(issuing.issued.count, 4);
}

UNIT_TEST(who_keeps_an_award_keeps_its_number)
{
    struct issuing first = issuing_after(NULL, unit_arena());
    number(&first, "01", "一等奖");
    number(&first, "02", "二等奖");
    number(&first, "03", "三等奖");
    struct issuing second = issuing_after(&first.issued, unit_arena());
    CU_ASSERT_EQUAL(number(&second, "02", "一等奖"), 4);
    CU_ASSERT_EQUAL(number(&second, "01", "二等奖"), 5);
    CU_ASSERT_EQUAL(number(&second, "03", "三等奖"), 3);
    CU_ASSERT_EQUAL_FATAL(second.issued.count, 5);
    CU_ASSERT(second.issued.items[0].is_recalled && second.issued.items[1].is_recalled);
    CU_ASSERT(!second.issued.items[2].is_recalled && !second.issued.items[3].is_recalled);
    /* The correction was wrong: the papers of the first result hold again, and those of the second do not. */
    struct issuing third = issuing_after(&second.issued, unit_arena());
    CU_ASSERT_EQUAL(number(&third, "01", "一等奖"), 1);
    CU_ASSERT_EQUAL(number(&third, "02", "二等奖"), 2);
    CU_ASSERT_EQUAL(number(&third, "04", "三等奖"), 6);
    CU_ASSERT_EQUAL_FATAL(third.issued.count, 6);
    CU_ASSERT(third.issued.items[3].is_recalled && third.issued.items[4].is_recalled);
}

UNIT_TEST(somebody_else_behind_an_id_has_another_number)
{
    struct issuing first = issuing_after(NULL, unit_arena());
    CU_ASSERT_EQUAL(number_of(&first, PLACED_CONTESTANT, "01", "甲", "奖"), 1);
    CU_ASSERT_EQUAL(number_of(&first, PLACED_CONTESTANT, "02", "乙", "奖"), 2);
    struct issuing second = issuing_after(&first.issued, unit_arena());
    CU_ASSERT_EQUAL(number_of(&second, PLACED_CONTESTANT, "01", "乙", "奖"), 3);
    CU_ASSERT_EQUAL(number_of(&second, PLACED_CONTESTANT, "02", "甲", "奖"), 4);
    CU_ASSERT(second.issued.items[0].is_recalled && second.issued.items[1].is_recalled);
}

UNIT_TEST(one_award_given_twice_is_two_papers)
{
    struct issuing first = issuing_after(NULL, unit_arena());
    CU_ASSERT_EQUAL(number(&first, "01", "创新奖"), 1);
    CU_ASSERT_EQUAL(number(&first, "01", "创新奖"), 2);
    CU_ASSERT_EQUAL(number(&first, "02", "创新奖"), 3);
    struct issuing second = issuing_after(&first.issued, unit_arena());
    CU_ASSERT_EQUAL(number(&second, "01", "创新奖"), 1);
    CU_ASSERT_EQUAL(number(&second, "01", "创新奖"), 2);
    CU_ASSERT_EQUAL(number(&second, "01", "创新奖"), 4);
    CU_ASSERT(second.issued.items[2].is_recalled);
    /* One of them is taken back: the last, and it is the first to hold again. */
    struct issuing third = issuing_after(&second.issued, unit_arena());
    CU_ASSERT_EQUAL(number(&third, "01", "创新奖"), 1);
    CU_ASSERT_EQUAL(number(&third, "01", "创新奖"), 2);
    CU_ASSERT(third.issued.items[2].is_recalled && third.issued.items[3].is_recalled);
    struct issuing fourth = issuing_after(&third.issued, unit_arena());
    for (size_t i = 0; i < 2; i++)
        number(&fourth, "01", "创新奖");
    CU_ASSERT_EQUAL(number(&fourth, "01", "创新奖"), 4);
    CU_ASSERT_EQUAL(number(&fourth, "01", "创新奖"), 5);
}

UNIT_TEST(numbers_need_no_order)
{
    struct issued_certificate items[] = {
        {.number = 7,
         .of = {[ISSUED_ID] = TEXT_INIT("01"), [ISSUED_NAME] = TEXT_INIT("甲"), [ISSUED_AWARD] = TEXT_INIT("奖")}},
        {.number = 3,
         .of = {[ISSUED_ID] = TEXT_INIT("02"), [ISSUED_NAME] = TEXT_INIT("甲"), [ISSUED_AWARD] = TEXT_INIT("奖")}}};
    const struct issued former = {items, 2, 2};
    struct issuing issuing = issuing_after(&former, unit_arena());
    CU_ASSERT_EQUAL(number(&issuing, "03", "奖"), 8);
    CU_ASSERT_EQUAL(number(&issuing, "02", "奖"), 3);
}
