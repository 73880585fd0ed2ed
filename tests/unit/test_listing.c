/* A list of records in three forms. */
#include "listing.h"

#include <locale.h>
#include <string.h>

#include "unit.h"

static const struct listing_column columns[] = {
    {TEXT_INIT("name"), "Name", LISTED_TEXT},
    {TEXT_INIT("unit"), "Unit", LISTED_TEXT},
    {TEXT_INIT("rank"), "Rank", LISTED_COUNT},
    {TEXT_INIT("final"), "Final", LISTED_SCORE},
};
static const struct text cells[] = {
    TEXT_INIT("甲, 乙"), TEXT_INIT(""), TEXT_INIT("12"), TEXT_INIT("9.50"),
    TEXT_INIT("=丙"),    TEXT_INIT(""), TEXT_INIT(""),   TEXT_INIT("-1.00"),
};
static const struct listing listing = {columns, 4, cells, 2};
static const struct listing nothing = {columns, 4, cells, 0};

static const char *same(const char *english)
{
    return english;
}

UNIT_TEST(csv_has_every_column)
{
    CHECK_TEXT(listing_csv(&listing, CSV_FOR_PROGRAMS, unit_arena()),
               "name,unit,rank,final\n\"甲, 乙\",,12,9.50\n=丙,,,-1.00\n");
    CHECK_TEXT(listing_csv(&nothing, CSV_FOR_PROGRAMS, unit_arena()), "name,unit,rank,final\n");
}

UNIT_TEST(json_has_what_is_there_and_counts_are_numbers)
{
    CHECK_TEXT(listing_json(&listing, unit_arena(), unit_scratch()),
               "[\n {\n  \"name\": \"甲, 乙\",\n  \"rank\": 12,\n  \"final\": \"9.50\"\n },\n"
               " {\n  \"name\": \"=丙\",\n  \"final\": \"-1.00\"\n }\n]\n");
    CHECK_TEXT(listing_json(&nothing, unit_arena(), unit_scratch()), "[]\n");
}

UNIT_TEST(a_table_has_no_empty_column)
{
    struct style style = {.translate = same};
    struct text table = listing_table(&listing, &style, unit_arena(), unit_scratch());
    const char *bytes = text_to_c(unit_arena(), table);
    CU_ASSERT_PTR_NOT_NULL(strstr(bytes, "Rank  Final\n"));
    CU_ASSERT_PTR_NULL(strstr(bytes, "Unit"));
    CU_ASSERT_PTR_NOT_NULL(strstr(bytes, "  12   9.50\n"));
}

/* Ten columns for the day, two between the columns, twenty for the last, as ever: eight of forty are left for the title. */
UNIT_TEST(long_texts_are_broken_in_a_narrow_terminal_and_no_others)
{
    static const struct listing_column three[] = {{TEXT_INIT("day"), "Day", LISTED_TEXT},
                                                  {TEXT_INIT("title"), "Title", LISTED_LONG},
                                                  {TEXT_INIT("file"), "File", LISTED_LONG}};
    static const struct text row[] = {TEXT_INIT("2023-10-26"), TEXT_INIT("全市干部政策理论"),
                                      TEXT_INIT("archives/of/2023.biw")};
    struct style style = {.translate = same, .width = 42};
    struct listing narrow = {three, 3, row, 1};
    setlocale(LC_CTYPE, "C.UTF-8");
    CHECK_TEXT(listing_table(&narrow, &style, unit_arena(), unit_scratch()),
               "Day         Title     File\n2023-10-26  全市干部  archives/of/2023.biw\n            政策理论\n");
    style.width = 50;
    CHECK_TEXT(listing_table(&narrow, &style, unit_arena(), unit_scratch()),
               "Day         Title             File\n2023-10-26  全市干部政策理论  archives/of/2023.biw\n");
}

/* A score from an archive is a text that anybody can have written. */
UNIT_TEST(a_spreadsheet_takes_no_score_for_a_formula)
{
    static const struct listing_column score[] = {{TEXT_INIT("final"), "Final", LISTED_SCORE}};
    static const struct text formula[] = {TEXT_INIT("=1+1")};
    CHECK_TEXT(listing_csv(&(struct listing){score, 1, formula, 1}, CSV_FOR_SPREADSHEET, unit_arena()),
               "\uFEFFfinal\n'=1+1\n");
}
