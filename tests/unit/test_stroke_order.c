/* Names by strokes. The numbers and forms of strokes are counted by hand. */
#include "stroke_order.h"

#include "unit.h"

static void check_order(const char *const *names, size_t count)
{
    struct stroke_order order = stroke_order_in(unit_arena());
    for (size_t i = 0; i + 1 < count; i++) {
        struct text first = stroke_order_key(&order, text_from_c(names[i]), unit_arena());
        struct text second = stroke_order_key(&order, text_from_c(names[i + 1]), unit_arena());
        if (text_compare(first, second) >= 0)
            fprintf(stderr, "%s before %s\n", names[i], names[i + 1]);
        CU_ASSERT_TRUE(text_compare(first, second) < 0);
    }
}

#define CHECK_ORDER(...)                                                                                               \
    do {                                                                                                               \
        static const char *const names[] = {__VA_ARGS__};                                                              \
        check_order(names, sizeof names / sizeof *names);                                                              \
    } while (0)

UNIT_TEST(fewer_strokes_come_first)
{
    /* 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 */
    CHECK_ORDER("丁", "马", "王", "石", "刘", "李", "林", "赵", "徐", "黄", "韩", "鲍", "廖", "潘", "薛", "魏");
    /* By the first character, whatever follows: 欧 has 8, 洪 has 9. */
    CHECK_ORDER("欧阳少东", "洪一");
}

UNIT_TEST(equal_numbers_go_by_the_forms_of_strokes)
{
    /* 王 1121, 毛 3115, 方 4153, 尹 5113, 孔 5215; 林 12341234, 欧 13453534; 田 25121, 史 25134; 冯 41551 */
    CHECK_ORDER("王", "毛", "方", "尹", "孔");
    CHECK_ORDER("林", "欧");
    CHECK_ORDER("石", "田", "史", "白", "冯");
}

UNIT_TEST(equal_surnames_go_by_what_follows)
{
    CHECK_ORDER("李一鸣", "李大鸣");
    CHECK_ORDER("高富", "高大富");
    CHECK_ORDER("田富", "田大利", "田大富");
    CHECK_ORDER("王", "王一", "王一一");
    CHECK_ORDER("王 一", "王大一");
    CHECK_ORDER("王\u3000一", "王大一");
}

UNIT_TEST(what_is_not_known_comes_last)
{
    struct stroke_order order = stroke_order_in(unit_arena());
    CHECK_ORDER("魏一", "Anna", "𠮷田丽");
    CHECK_ORDER("阿拉坦其其木格", "阿拉坦·其其格"); /* 木 4, 格 10 */
    CU_ASSERT_EQUAL(order.count, 8105);
    CHECK_TEXT(stroke_order_unknown(&order, TEXT("李𠮷𠮷")), "𠮷");
    CHECK_TEXT(stroke_order_unknown(&order, TEXT("李\U00030EDE")),
               "\U00030EDE"); /* behind the table's last code point */
    CHECK_TEXT(stroke_order_unknown(&order, TEXT("赵𬭎䶮")), "");
    CHECK_TEXT(stroke_order_unknown(&order, TEXT("Åke 阿拉坦·其其格")), "");
}
