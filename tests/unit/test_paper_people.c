/* In which order people are listed, how their names are read. */
#include "contest_builder.h"
#include "people_order.h"
#include "reading_aid.h"
#include "unit.h"

static struct contest contest;

static void add(const char *id, const char *county, int64_t draw)
{
    struct contestant contestant = builder_contestant(id, "社区");
    contestant.county = text_from_c(county);
    contestant.draw = draw;
    contest_add_contestant(&contest, contestant, builder_faults());
}

static void hold(struct list_order order)
{
    static struct rules rules;
    rules = builder_rules(1);
    rules.publish_order = order;
    contest = builder_open(&rules);
    add("C3", "乙县", 2);
    add("C1", "丙县", 1);
    add("C2", "甲县", 0);
    add("C5", "", 3);
    add("C4", "甲县", 4);
}

static struct text order_of(const size_t *people)
{
    struct sink sink = sink_in(unit_arena());
    for (size_t i = 0; i < contest.sectors[0].contestant_count; i++) {
        sink_text(&sink, contest.contestants[people[i]].id);
        sink_c(&sink, " ");
    }
    return sink_written(&sink);
}

UNIT_TEST(lists_go_by_draw_id_or_county)
{
    static struct text items[] = {TEXT_INIT("甲县"), TEXT_INIT("乙县")};
    hold((struct list_order){.by = ORDER_BY_DRAW});
    CHECK_TEXT(order_of(people_in_order(&contest, 0, unit_arena())), "C1 C3 C5 C4 C2 ");
    hold((struct list_order){.by = ORDER_BY_ID});
    CHECK_TEXT(order_of(people_in_order(&contest, 0, unit_arena())), "C1 C2 C3 C4 C5 ");
    CHECK_TEXT(order_of(people_by_draw(&contest, 0, unit_arena())), "C1 C3 C5 C4 C2 ");
    /* Within a county by draw; who is of no listed county last, by draw too. */
    hold((struct list_order){.by = ORDER_BY_COUNTY, .counties = {items, 2}});
    CHECK_TEXT(order_of(people_in_order(&contest, 0, unit_arena())), "C4 C2 C3 C1 C5 ");
}

/* 王 has 4 strokes, 李 7, 赵 9; of one name by draw. */
UNIT_TEST(lists_go_by_strokes_of_names)
{
    static const char *const names[] = {"赵一", "李大", "王芳", "李大"};
    hold((struct list_order){.by = ORDER_BY_STROKES});
    for (size_t i = 0; i < 4; i++)
        contest.contestants[i].name = text_from_c(names[i]);
    contest.contestants[4].name = TEXT("Zoe");
    CHECK_TEXT(order_of(people_in_order(&contest, 0, unit_arena())), "C2 C1 C5 C3 C4 ");
}

UNIT_TEST(rare_characters_get_room_for_their_reading)
{
    struct reading_aid aid = reading_aid_of(LANGUAGE_CHINESE, unit_arena());
    CHECK_TEXT(reading_aid_text(&aid, TEXT("李䶮"), unit_arena()), "李䶮（　　　）");
    CHECK_TEXT(reading_aid_text(&aid, TEXT("𠮷田丽"), unit_arena()), "𠮷（　　　）田丽");
    CHECK_TEXT(reading_aid_text(&aid, TEXT("王喆堃"), unit_arena()), "王喆（　　　）堃（　　　）");
    CHECK_TEXT(reading_aid_text(&aid, TEXT("阿拉坦·其其格 Åkesson 3号"), unit_arena()), "阿拉坦·其其格 Åkesson 3号");
    CHECK_TEXT(reading_aid_text(&aid, TEXT("王婷琪"), unit_arena()), "王婷琪");
}
