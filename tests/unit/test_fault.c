#include "fault.h"

#include "unit.h"

static struct place at(const char *file, size_t line, size_t column)
{
    return (struct place){.file = text_from_c(file), .line = line, .column = column};
}

UNIT_TEST(arguments_stand_where_the_format_says)
{
    struct message message = MESSAGE("{2} before {1}, {3} {x} {1) {", TEXT("a"), TEXT("b"));
    struct sink sink = sink_in(unit_arena());
    message_write(&sink, &message, message.format);
    CHECK_TEXT(sink_written(&sink), "b before a,  {x} {1) {");
}

UNIT_TEST(a_format_may_be_translated)
{
    struct message message = MESSAGE("id {1} stands twice", TEXT("C01"));
    struct sink sink = sink_in(unit_arena());
    message_write(&sink, &message, "编号 {1} 重复");
    CHECK_TEXT(sink_written(&sink), "编号 C01 重复");
}

UNIT_TEST(the_twenty_first_of_a_kind_is_only_counted)
{
    struct faults faults = faults_in(unit_arena());
    for (size_t i = 1; i <= 50; i++)
        faults_add(&faults, SEVERITY_ERROR, at("a.csv", i, 1), MESSAGE("wrong"), NO_HINT);
    faults_add(&faults, SEVERITY_ERROR, at("b.csv", 1, 1), MESSAGE("wrong"), NO_HINT);
    faults_add(&faults, SEVERITY_WARNING, at("b.csv", 1, 1), MESSAGE("odd"), NO_HINT);
    CU_ASSERT_EQUAL(faults.count, FAULTS_KEPT_OF_A_KIND + 2);
    CU_ASSERT_EQUAL(faults.kinds[0].count, 50);
    CU_ASSERT_EQUAL(faults_grave(&faults), 51);
}

UNIT_TEST(what_a_fault_says_outlives_its_arguments)
{
    struct faults faults = faults_in(unit_arena());
    char name[] = "J1";
    faults_add(&faults, SEVERITY_FAILURE, at("a", 0, 0), MESSAGE("{1}", text_from_c(name)), NO_HINT);
    name[0] = 'X';
    CHECK_TEXT(faults.items[0].what.arguments[0], "J1");
    CU_ASSERT_EQUAL(faults_grave(&faults), 1);
}

UNIT_TEST(faults_are_sorted_by_place)
{
    struct faults faults = faults_in(unit_arena());
    faults_sort(&faults, unit_scratch());
    faults_add(&faults, SEVERITY_ERROR, at("z.csv", 9, 1), MESSAGE("1"), NO_HINT);
    faults_add(&faults, SEVERITY_ERROR, at("a.csv", 1, 1), MESSAGE("2"), NO_HINT);
    faults_add(&faults, SEVERITY_ERROR, at("z.csv", 2, 5), MESSAGE("3"), NO_HINT);
    faults_add(&faults, SEVERITY_ERROR, at("z.csv", 2, 3), MESSAGE("4"), NO_HINT);
    faults_add(&faults, SEVERITY_ERROR, at("z.csv", 2, 3), MESSAGE("5"), NO_HINT);
    faults_sort(&faults, unit_scratch());
    const char *const expected[] = {"4", "5", "3", "1", "2"};
    for (size_t i = 0; i < 5; i++)
        CU_ASSERT_STRING_EQUAL(faults.items[i].what.format, expected[i]);
}

UNIT_TEST(faults_without_memory_are_counted)
{
    struct faults faults = faults_in(NULL);
    CU_ASSERT_EQUAL(faults_told(&faults), 0);
    faults_add(&faults, SEVERITY_WARNING, (struct place){0}, MESSAGE("a {1}", TEXT("b")), NO_HINT);
    CU_ASSERT_EQUAL(faults_grave(&faults), 0);
    faults_add(&faults, SEVERITY_ERROR, (struct place){0}, MESSAGE("a {1}", TEXT("b")), NO_HINT);
    faults_add(&faults, SEVERITY_FAILURE, (struct place){0}, MESSAGE("c"), NO_HINT);
    CU_ASSERT_EQUAL(faults_grave(&faults), 2);
    CU_ASSERT_EQUAL(faults_told(&faults), 3);
    CU_ASSERT_EQUAL(faults.count, 0);
}

/* 23 of one kind, of which 20 are kept, and one of another. */
static struct faults warnings_of_two_kinds(void)
{
    struct faults faults = faults_in(unit_arena());
    for (size_t i = 1; i <= 23; i++)
        faults_add(&faults, SEVERITY_WARNING, at("a.csv", i, 1), MESSAGE("odd {1}", TEXT("x")), MESSAGE("look"));
    faults_add(&faults, SEVERITY_FAILURE, at("b.csv", 1, 1), MESSAGE("gone"), NO_HINT);
    return faults;
}

UNIT_TEST(joined_faults_are_as_severe_as_asked_and_all_counted)
{
    struct faults others = warnings_of_two_kinds(), faults = faults_in(unit_arena());
    faults_add(&faults, SEVERITY_WARNING, at("a.csv", 99, 1), MESSAGE("other"), NO_HINT);
    faults_join(&faults, &others, SEVERITY_ERROR);
    CU_ASSERT_EQUAL(faults.count, 1 + FAULTS_KEPT_OF_A_KIND + 1);
    CU_ASSERT_EQUAL(faults.by_severity[SEVERITY_WARNING], 1);
    CU_ASSERT_EQUAL(faults.by_severity[SEVERITY_ERROR], 23);
    CU_ASSERT_EQUAL(faults.by_severity[SEVERITY_FAILURE], 1); /* no less than it was */
    CU_ASSERT_EQUAL(faults.kinds[1].count, 23);
    CU_ASSERT_EQUAL(faults.items[1].severity, SEVERITY_ERROR);
    CU_ASSERT_EQUAL(faults.items[20].place.line, 20);
    CHECK_TEXT(faults.items[1].what.arguments[0], "x");
    CU_ASSERT_STRING_EQUAL(faults.items[1].hint.format, "look");
}

UNIT_TEST(faults_join_where_they_are_only_counted)
{
    struct faults others = warnings_of_two_kinds(), counted = {0};
    faults_join(&counted, &others, SEVERITY_WARNING);
    CU_ASSERT_EQUAL(counted.by_severity[SEVERITY_WARNING], 23);
    CU_ASSERT_EQUAL(faults_told(&counted), 24);
    CU_ASSERT_EQUAL(counted.count, 0);
}
