/* What the user's own sentences change, and what they leave. */
#include "wording_changes.h"

#include "unit.h"
#include "wording.h"

static struct faults faults;

static bool read(enum language language, const char *lines)
{
    faults = faults_in(unit_arena());
    return wording_changes_read(language, text_from_c(lines), TEXT("wording.txt"), unit_arena(), &faults);
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
