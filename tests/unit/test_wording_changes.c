/* What the user's own sentences change, and what they leave. */
#include "wording_changes.h"

#include <string.h>

#include "fonts.h"
#include "unit.h"
#include "wording.h"

static struct faults faults;

static bool read(enum language language, const char *lines)
{
    faults = faults_in(unit_arena());
    return wording_changes_read(language, text_from_c(lines), TEXT("wording.txt"), NULL, unit_arena(), &faults);
}

/* "wording.txt:2:20", of fault number `at`. */
static struct text place_of_fault(size_t at)
{
    struct sink sink = sink_in(unit_arena());
    sink_text(&sink, faults.items[at].place.file);
    sink_byte(&sink, ':');
    sink_integer(&sink, (int64_t)faults.items[at].place.line);
    sink_byte(&sink, ':');
    sink_integer(&sink, (int64_t)faults.items[at].place.column);
    return sink_written(&sink);
}

static struct text what_of_fault(size_t at)
{
    struct sink sink = sink_in(unit_arena());
    message_write(&sink, &faults.items[at].what, faults.items[at].what.format);
    return sink_written(&sink);
}

UNIT_TEST(a_sentence_changes_and_comes_back)
{
    struct text before = wording_plain(LANGUAGE_CHINESE, "leaderboard.title");
    CU_ASSERT(read(LANGUAGE_CHINESE, "# 说明\n\n leaderboard.title = 成绩榜 \npage.hash = \" {hash} \""));
    CHECK_TEXT(wording_plain(LANGUAGE_CHINESE, "leaderboard.title"), "成绩榜");
    CHECK_TEXT(wording_plain(LANGUAGE_CHINESE, "page.hash"), " {hash} ");
    CHECK_TEXT(wording_plain(LANGUAGE_CHINESE, "leaderboard.rank"), "名次");
    CHECK_TEXT(wording_built_in(LANGUAGE_CHINESE, TEXT("page.hash")), "结果校验码 {hash}");
    CU_ASSERT(read(LANGUAGE_CHINESE, ""));
    CU_ASSERT(text_equal(wording_plain(LANGUAGE_CHINESE, "leaderboard.title"), before));
}

UNIT_TEST(the_other_language_stays)
{
    CU_ASSERT(read(LANGUAGE_ENGLISH, "leaderboard.rank = Place\n"));
    CHECK_TEXT(wording_plain(LANGUAGE_ENGLISH, "leaderboard.rank"), "Place");
    CHECK_TEXT(wording_plain(LANGUAGE_CHINESE, "leaderboard.rank"), "名次");
    CU_ASSERT(read(LANGUAGE_CHINESE, "leaderboard.rank = 位次\n"));
    CU_ASSERT_FALSE(text_equal(wording_plain(LANGUAGE_ENGLISH, "leaderboard.rank"), TEXT("Place")));
    wording_restore();
}

UNIT_TEST(a_fault_leaves_the_programs_own)
{
    static const char *const wrong[] = {
        "leaderboard.rank = 位次\nno.such = 1",
        "leaderboard.rank = 位次\nx",
        "leaderboard.rank = 1\nleaderboard.rank=",
        "leaderboard.rank = {rank}",
        "leaderboard.rank = {",
        "leaderboard.rank = }",
        "leaderboard.rank = [",
        "leaderboard.rank = a]",
        "leaderboard.rank = [a[b]",
        "page.hash = {{hash}",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        CU_ASSERT_FALSE(read(LANGUAGE_CHINESE, wrong[i]));
        CU_ASSERT(faults_grave(&faults) >= 1);
        CHECK_TEXT(wording_plain(LANGUAGE_CHINESE, "leaderboard.rank"), "名次");
        CHECK_TEXT(wording_plain(LANGUAGE_CHINESE, "page.hash"), "结果校验码 {hash}");
    }
}

UNIT_TEST(a_letter_that_no_font_has_is_told_where_it_stands)
{
    struct fonts *fonts = fonts_open(&(struct font_wishes){0}, unit_arena(), &faults);
    const char *lines = "page.hash = 校验 {hash}\nleaderboard.rank = 名𱍐\nleaderboard.name = \"𱍐א\"\n";
    faults = faults_in(unit_arena());
    CU_ASSERT_PTR_NOT_NULL_FATAL(fonts);
    CU_ASSERT_FALSE(
        wording_changes_read(LANGUAGE_CHINESE, text_from_c(lines), TEXT("wording.txt"), fonts, unit_arena(), &faults));
    CU_ASSERT_EQUAL_FATAL(faults.count, 3);
    CHECK_TEXT(place_of_fault(0), "wording.txt:2:20");
    CHECK_TEXT(what_of_fault(0), "no font has the character “𱍐” (U+31350) of leaderboard.rank");
    CHECK_TEXT(place_of_fault(1), "wording.txt:3:20");
    CHECK_TEXT(what_of_fault(1), "no font has the character “𱍐” (U+31350) of leaderboard.name");
    CHECK_TEXT(what_of_fault(2), "letters such as “א” (U+05D0) of leaderboard.name cannot be printed");
    CU_ASSERT_PTR_NOT_NULL(strstr(faults.items[0].hint.format, "under fonts"));
    CHECK_TEXT(wording_plain(LANGUAGE_CHINESE, "leaderboard.rank"), "名次");
    fonts_close(fonts);
}

static struct text sentence_of(const char *letter, size_t count)
{
    struct sink sink = sink_in(unit_arena());
    sink_c(&sink, "\nleaderboard.rank = ");
    for (size_t i = 0; i < count; i++)
        sink_c(&sink, letter);
    return sink_written(&sink);
}

UNIT_TEST(a_sentence_has_a_thousand_characters_at_most)
{
    faults = faults_in(unit_arena());
    CU_ASSERT(wording_changes_read(LANGUAGE_CHINESE, sentence_of("名", 1000), TEXT("wording.txt"), NULL, unit_arena(),
                                   &faults));
    CU_ASSERT_FALSE(wording_changes_read(LANGUAGE_CHINESE, sentence_of("名", 1001), TEXT("wording.txt"), NULL,
                                         unit_arena(), &faults));
    CU_ASSERT_EQUAL_FATAL(faults.count, 1);
    CHECK_TEXT(place_of_fault(0), "wording.txt:2:20");
    CHECK_TEXT(what_of_fault(0), "a sentence has at most 1000 characters");
    CHECK_TEXT(wording_plain(LANGUAGE_CHINESE, "leaderboard.rank"), "名次");
}
