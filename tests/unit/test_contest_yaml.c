#include "contest_yaml.h"
#include "import_files.h"
#include "yaml_tree.h"

static struct faults faults;

static unsigned doubts;

static struct rules rules_of(struct text yaml)
{
    const char *folder = test_folder();
    const char *path = test_file(folder, "contest.yaml", yaml);
    struct rules rules;
    faults = faults_in(unit_arena());
    doubts = contest_yaml_read(path, ENCODING_UNTOLD, unit_arena(), unit_scratch(), &faults, &rules);
    test_folder_remove(folder);
    return rules;
}

static void check_faults(struct text yaml, size_t count, const char *const *expected)
{
    rules_of(yaml);
    faults_sort(&faults, unit_scratch());
    CU_ASSERT_EQUAL_FATAL(faults.count, count);
    for (size_t i = 0; i < count; i++)
        CHECK_TEXT(fault_shown(&faults.items[i]), expected[i]);
}

#define CHECK_FAULTS(yaml, ...)                                                                                        \
    check_faults(TEXT(yaml), sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *),                        \
                 (const char *const[]){__VA_ARGS__})
#define SOUND "title: t\nrounds: [{id: r}]\n"

UNIT_TEST(absent_keys_have_their_defaults)
{
    struct rules rules = rules_of(TEXT(SOUND "awards: [{name: a}]\n"));
    CU_ASSERT_EQUAL_FATAL(faults.count, 0);
    CU_ASSERT_EQUAL(rules.digits, 2);
    CU_ASSERT_EQUAL(rules.rounding, ROUNDING_HALF_UP);
    CU_ASSERT_EQUAL(rules.combine, COMBINE_WEIGHTED);
    CU_ASSERT_EQUAL(rules.best, 1);
    CU_ASSERT_EQUAL_FATAL(rules.tie_count, 1);
    CU_ASSERT_EQUAL(rules.ties[0].kind, TIE_EXACT);
    CHECK_TEXT(rules.certificate_template, "award");
    CU_ASSERT_EQUAL(rules.recusal_auto, 0);

    CU_ASSERT_EQUAL_FATAL(rules.round_count, 1);
    const struct round *round = &rules.rounds[0];
    CU_ASSERT_EQUAL(round->own.method, METHOD_MEAN);
    CU_ASSERT_EQUAL(round->own.drop.high, 1);
    CU_ASSERT_EQUAL(round->own.drop.low, 1);
    CU_ASSERT_EQUAL(round->digits, DIGITS_ABSENT);
    CU_ASSERT_EQUAL(round->overtime.limit, 0);
    CU_ASSERT_FALSE(round->weight.is_set);
    CU_ASSERT_EQUAL(round->criterion_count, 0);
    CU_ASSERT_EQUAL(round->place.line, 2);
    CU_ASSERT_EQUAL(round->place.column, 10);
    CU_ASSERT_FALSE(rules.awards[0].cut.count.is_set);
}

UNIT_TEST(every_type_of_key_is_read)
{
    struct rules rules = rules_of(TEXT("title: \"比武: 争星\"\n"
                                       "date: ２０２３-10-26\n"
                                       "host: [甲, 乙]\n"
                                       "language: en\n"
                                       "dense: true\n"
                                       "recusal: { auto: [unit, county] }\n"
                                       "ties: [exact, round:stage, \"round: 书面\"]\n"
                                       "rounds:\n"
                                       "  - id: stage\n"
                                       "    weight: 70.5\n"
                                       "    digits: exact\n"
                                       "    drop: { high: 2, by: criterion }\n"
                                       "    overtime: { limit: 8:00, deduct: 0.5, at-most: 3 }\n"
                                       "    criteria:\n"
                                       "      - { id: a, max: 40, min: -5, step: 0.25 }\n"
                                       "awards:\n"
                                       "  - { name: 一等奖, count: { 街道: 3, 社区: 1 }, percent: 20, rest: yes }\n"
                                       "  - { name: 二等奖, count: 2 }\n"));
    CU_ASSERT_EQUAL_FATAL(faults.count, 0);
    CHECK_TEXT(rules.title, "比武: 争星");
    CHECK_TEXT(rules.date, "2023-10-26");
    CU_ASSERT_EQUAL_FATAL(rules.hosts.count, 2);
    CHECK_TEXT(rules.hosts.items[1], "乙");
    CU_ASSERT_EQUAL(rules.language, LANGUAGE_ENGLISH);
    CU_ASSERT_TRUE(rules.dense);
    CU_ASSERT_EQUAL(rules.recusal_auto, 1u << RECUSAL_BY_UNIT | 1u << RECUSAL_BY_COUNTY);
    CU_ASSERT_EQUAL_FATAL(rules.tie_count, 3);
    CU_ASSERT_EQUAL(rules.ties[1].kind, TIE_ROUND);
    CHECK_TEXT(rules.ties[1].written, "round:stage");
    CU_ASSERT_EQUAL(rules.ties[1].place.column, 15);

    const struct round *round = &rules.rounds[0];
    CU_ASSERT_EQUAL(round->weight.value, 705000);
    CU_ASSERT_EQUAL(round->digits, DIGITS_EXACT);
    CU_ASSERT_EQUAL(round->own.drop.high, 2);
    CU_ASSERT_EQUAL(round->own.drop.low, 1);
    CU_ASSERT_EQUAL(round->own.drop.by, DROP_BY_CRITERION);
    CU_ASSERT_EQUAL(round->overtime.limit, 480);
    CU_ASSERT_EQUAL(round->overtime.every, 30);
    CU_ASSERT_EQUAL(round->overtime.deduct.value, 5000);
    CU_ASSERT_EQUAL(round->overtime.at_most.value, 30000);
    CU_ASSERT_EQUAL_FATAL(round->criterion_count, 1);
    CU_ASSERT_EQUAL(round->criteria[0].min, -50000);
    CU_ASSERT_EQUAL(round->criteria[0].step.value, 2500);
    CU_ASSERT_EQUAL(round->criteria[0].weight, POINTS_ONE);
    CU_ASSERT_EQUAL(round->criteria[0].place.line, 15);

    CU_ASSERT_EQUAL_FATAL(rules.award_count, 2);
    CU_ASSERT_TRUE(rules.awards[0].cut.count.is_set);
    CU_ASSERT_EQUAL(rules.awards[0].cut.count.count, 0);
    CU_ASSERT_EQUAL_FATAL(rules.awards[0].cut.count.by_sector_count, 2);
    CHECK_TEXT(rules.awards[0].cut.count.by_sector[1].sector, "社区");
    CU_ASSERT_EQUAL(rules.awards[0].cut.count.by_sector[0].count, 3);
    CU_ASSERT_TRUE(rules.awards[0].rest);
    CU_ASSERT_EQUAL(rules.awards[1].cut.count.count, 2);
}

UNIT_TEST(lists_go_by_a_word_or_by_counties)
{
    struct rules rules = rules_of(TEXT(SOUND));
    CU_ASSERT_EQUAL(rules.publish_order.by, ORDER_BY_DRAW);
    rules = rules_of(TEXT(SOUND "publish: {order: id}\n"));
    CU_ASSERT_EQUAL(rules.publish_order.by, ORDER_BY_ID);
    rules = rules_of(TEXT(SOUND "publish: {order: strokes}\n"));
    CU_ASSERT_EQUAL(rules.publish_order.by, ORDER_BY_STROKES);
    rules = rules_of(TEXT(SOUND "publish: {order: [红山区, 松山区]}\n"));
    CU_ASSERT_EQUAL(faults.count, 0);
    CU_ASSERT_EQUAL(rules.publish_order.by, ORDER_BY_COUNTY);
    CU_ASSERT_EQUAL_FATAL(rules.publish_order.counties.count, 2);
    CHECK_TEXT(rules.publish_order.counties.items[1], "松山区");
    CHECK_FAULTS(SOUND "publish: {order: county}\n",
                 "3:18 order cannot be “county” | write draw, id, or a list of the counties: [红山区, 松山区]");
    CHECK_FAULTS(SOUND "publish: {order: [红山区, 松山区, 红山区]}\n", "3:18 order names 红山区 twice");
    CHECK_FAULTS(SOUND "publish: {order: [[红山区]]}\n", "3:19 order takes one value, not a list or a section");
    CHECK_FAULTS(SOUND "notice: {from: 2023-10-27}\n", "3:9 the key to is missing or has no value");
}

UNIT_TEST(a_key_without_value_is_absent)
{
    struct rules rules = rules_of(TEXT(SOUND "score:\nsign:\nlevel: ~\n"));
    CU_ASSERT_EQUAL(faults.count, 0);
    CU_ASSERT_EQUAL(rules.digits, 2);
    CU_ASSERT_EQUAL(rules.level.length, 0);
    CHECK_FAULTS("title:\nrounds: [{id: r}]\n", "1:7 the key title is missing or has no value");
    CHECK_FAULTS("title: \"\"\nrounds: [{id: r}]\n", "1:8 title is empty");
}

UNIT_TEST(all_faults_come_at_once)
{
    CHECK_FAULTS("rounds:\n  - { id: r, maxx: 5, weight: -1 }\n  - { name: x }\nlanguage: fr\nrounds: []\n",
                 "1:1 the key title is missing or has no value", "2:14 unknown key “maxx” | is “max” meant?",
                 "2:31 “-1” is out of range | it must be from 0 to 100", "3:5 the key id is missing or has no value",
                 "4:11 language cannot be “fr” | write one of: zh, en",
                 "5:1 the key “rounds” stands twice | keep one of them");
}

UNIT_TEST(a_faulty_value_keeps_its_default)
{
    struct rules rules = rules_of(TEXT(SOUND "score: { digits: many, best: 2 }\nties: [exact, other]\n"));
    CU_ASSERT_EQUAL(faults.count, 2);
    CU_ASSERT_EQUAL(rules.digits, 2);
    CU_ASSERT_EQUAL(rules.best, 2);
    CU_ASSERT_EQUAL(rules.tie_count, 1);
}

UNIT_TEST(full_width_signs_and_tabs_are_found_first)
{
    CHECK_FAULTS("title: t\nlevel：市级\nrounds: []\n",
                 "2:6 there is a full-width colon (：) behind this key | write an ordinary colon and a blank: level:");
    CHECK_FAULTS("title: 比赛：决赛\nrounds:\n\t- { id: r }\n",
                 "3:1 there is a tab at the beginning of this line | YAML is indented with blanks only");
    CHECK_FAULTS("title: t\nrounds: [{ id: r， name: x }]\n",
                 "2:17 this line is not well-formed, perhaps by this “，” | write an ordinary ,");
    CHECK_FAULTS(
        "title: t\nrounds: [{ id: r, digits：2 }]\n",
        "2:25 there is a full-width colon (：) behind this key | write an ordinary colon and a blank: digits:");
}

UNIT_TEST(hostile_files_end_in_one_fault)
{
    struct sink deep = sink_in(unit_arena());
    sink_c(&deep, "title: ");
    for (size_t i = 0; i < 100000; i++)
        sink_byte(&deep, '[');
    rules_of(sink_written(&deep));
    CU_ASSERT_EQUAL_FATAL(faults.count, 1);
    CHECK_TEXT(fault_shown(&faults.items[0]), "1:39 lists and sections are nested too deep here");

    CHECK_FAULTS("a: &a [x]\nb: [*a, *a]\n", "2:5 aliases (*a) are not read here | write the value out");
    CHECK_FAULTS("", "0:0 this file is empty");
    CHECK_FAULTS("--- {title: t}\n--- {title: u}\n",
                 "2:1 a second document begins here | keep one document, without --- in between");
}

UNIT_TEST(the_tree_has_places_in_characters)
{
    faults = faults_in(unit_arena());
    const struct node *root =
        yaml_tree_read(TEXT("街道: { 社区: 好, b: [1, '2'] }\n"), TEXT("x"), unit_arena(), &faults);
    CU_ASSERT_PTR_NOT_NULL_FATAL(root);
    const struct node *inner = node_find(root, TEXT("街道"));
    const struct node *list = node_find(inner, TEXT("b"));
    CU_ASSERT_EQUAL(inner->place.column, 5);
    CU_ASSERT_EQUAL(node_find(inner, TEXT("社区"))->place.column, 11);
    CU_ASSERT_EQUAL(list->count, 2);
    CU_ASSERT_EQUAL(list->last->place.column, 21);
    CU_ASSERT_TRUE(list->last->is_quoted);
    CU_ASSERT_PTR_NULL(node_find(inner, TEXT("c")));
}

static void check_doubts(struct text yaml, unsigned expected)
{
    rules_of(yaml);
    CU_ASSERT_EQUAL(doubts, expected);
}

UNIT_TEST(faults_leave_in_doubt_what_they_touch)
{
    check_doubts(TEXT(SOUND), DOUBT_NOTHING);
    check_doubts(TEXT(SOUND "date: soon\nties: [other]\nfonts: { titel: x }\n"), DOUBT_NOTHING);
    check_doubts(TEXT("title:\nrounds: [{id: r, drop: { high: x }, digits: 9, overtime: { deduct: 1 }}]\n"),
                 DOUBT_NOTHING);
    check_doubts(TEXT("title: t\nrounds: [{id: r, criteria: [{ id: c, weight: x }]}]\n"), DOUBT_NOTHING);
    check_doubts(TEXT("title: t\nrounds: [{id: r, weight: x}]\n"), DOUBT_WEIGHTS);
    check_doubts(TEXT(SOUND "score: { digits: x }\n"), DOUBT_NOTHING);
    check_doubts(TEXT(SOUND "score: { combine: x }\n"), DOUBT_WEIGHTS);
    check_doubts(TEXT(SOUND "scroe: { combine: sum }\n"), DOUBT_WEIGHTS);
    check_doubts(TEXT(SOUND "awards: [{ name: a, conut: 1 }]\n"), DOUBT_AWARDS);
    check_doubts(TEXT("title: t\nrounds: [{id: r, criteria: [{ max: 5 }]}]\n"), DOUBT_MARKS);
    check_doubts(TEXT("title: t\nrounds: [{id: r, methd: given}]\n"), DOUBT_MARKS | DOUBT_WEIGHTS);
    check_doubts(TEXT("title: t\n"), DOUBT_MARKS | DOUBT_WEIGHTS);
    check_doubts(TEXT("title: \"\\a\"\nrounds: [{id: r}]\n"), DOUBT_EVERYTHING);
    check_doubts(TEXT("title: [\n"), DOUBT_EVERYTHING);
}

UNIT_TEST(rules_are_completed_as_far_as_they_are_known)
{
    struct rules rules =
        rules_of(TEXT("title: t\nrounds: [{id: r, weight: x}, {id: s, weight: 5}]\nawards: [{name: a}]\n"));
    faults = faults_in(unit_arena());
    rules_complete_known(&rules, doubts, unit_arena(), unit_scratch(), &faults);
    CU_ASSERT_EQUAL(rules.round_count, 2);
    CU_ASSERT_EQUAL_FATAL(faults.count, 1);
    CHECK_TEXT(fault_shown(&faults.items[0]),
               "3:10 award a does not say who gets it | add count, percent, min-score or rest");

    rules = rules_of(TEXT("title: t\nrounds: [{id: r, methd: x}]\nties: [\"round:q\"]\nawards: [{name: a}]\n"));
    faults = faults_in(unit_arena());
    rules_complete_known(&rules, doubts, unit_arena(), unit_scratch(), &faults);
    CU_ASSERT_EQUAL(rules.round_count, 0);
    CU_ASSERT_EQUAL(faults.count, 1);

    rules = rules_of(TEXT("title: t\nrounds: [{id: r, max: 1, min: 2}]\n"));
    CU_ASSERT_EQUAL(doubts, DOUBT_NOTHING);
    rules_complete_known(&rules, doubts, unit_arena(), unit_scratch(), &faults);
    CU_ASSERT_EQUAL(rules.round_count, 0);
    CU_ASSERT_EQUAL(faults.count, 1);
}
