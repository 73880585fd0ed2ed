#include <string.h>

#include "unit.h"
#include "workbook_page.h"

static struct workbook_page page;

static void begin(void)
{
    struct workbook_about about = {TEXT("比武"), TEXT("市级"), TEXT("2023-10-26")};
    workbook_page_begin(&page, &about, unit_arena());
}

static struct text end(void)
{
    struct faults faults = faults_in(unit_arena());
    struct text bytes = TEXT("");
    CU_ASSERT_TRUE(workbook_page_end(&page, &faults, &bytes));
    CU_ASSERT_EQUAL(faults.count, 0);
    return bytes;
}

/* The name that a sheet gets. */
static struct text named(struct text wanted)
{
    workbook_page_sheet(&page, wanted);
    return page.names[page.name_count - 1];
}

UNIT_TEST(names_of_sheets_are_allowed_ones)
{
    begin();
    CHECK_TEXT(named(TEXT("街道")), "街道");
    CHECK_TEXT(named(TEXT("a[b]c:d*e?f/g\\h")), "a_b_c_d_e_f_g_h");
    CHECK_TEXT(named(TEXT("'x'y'")), "_x'y_");
    end();
}

UNIT_TEST(names_of_sheets_are_31_utf_16_units_at_the_most)
{
    begin();
    CHECK_TEXT(named(TEXT("0123456789012345678901234567890123")), "0123456789012345678901234567890");
    CHECK_TEXT(named(TEXT("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二")),
               "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一");
    /* 𠮷 takes two */
    CHECK_TEXT(named(TEXT("𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷")), "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷");
    end();
}

UNIT_TEST(names_of_sheets_differ_by_more_than_case)
{
    begin();
    CHECK_TEXT(named(TEXT("Open")), "Open");
    CHECK_TEXT(named(TEXT("OPEN")), "OPEN (2)");
    CHECK_TEXT(named(TEXT("open")), "open (3)");
    CHECK_TEXT(named(TEXT("01234567890123456789012345678901")), "0123456789012345678901234567890");
    CHECK_TEXT(named(TEXT("01234567890123456789012345678902")), "012345678901234567890123456 (2)");
    end();
}

UNIT_TEST(the_same_input_gives_the_same_bytes)
{
    struct text bytes[2];
    for (int i = 0; i < 2; i++) {
        begin();
        workbook_page_sheet(&page, TEXT("一"));
        workbook_page_text(&page, TEXT("=1+1"), LOOK_HEADING);
        workbook_page_end_heading(&page);
        workbook_page_number(&page, TEXT("91.96"), 2, LOOK_STRONG);
        workbook_page_end_row(&page);
        bytes[i] = end();
    }
    CU_ASSERT_TRUE(bytes[0].length > 100 && text_starts_with(bytes[0], TEXT("PK\x03\x04")));
    CU_ASSERT_TRUE(text_equal(bytes[0], bytes[1]));
}

UNIT_TEST(a_text_that_no_cell_can_hold_is_a_failure)
{
    enum { TOO_LONG = 40000 };
    struct faults faults = faults_in(unit_arena());
    char *letters = arena_take(unit_arena(), 1, TOO_LONG);
    struct text bytes = TEXT("");
    memset(letters, 'x', TOO_LONG);
    begin();
    workbook_page_sheet(&page, TEXT("一"));
    workbook_page_text(&page, (struct text){letters, TOO_LONG}, LOOK_PLAIN);
    CU_ASSERT_FALSE(workbook_page_end(&page, &faults, &bytes));
    CU_ASSERT_EQUAL(faults.by_severity[SEVERITY_FAILURE], 1);
}
