#include "character.h"
#include "glue.h"
#include "line_break.h"
#include "paragraph.h"
#include "title_words.h"
#include "typesetting.h"

/* The lines with | between them. */
static struct text joined(const struct lines *lines)
{
    struct sink sink = sink_in(unit_arena());
    for (size_t i = 0; i < lines->count; i++) {
        sink_c(&sink, i > 0 ? "|" : "");
        for (size_t k = 0; k < lines->items[i].count; k++)
            sink_character(&sink, lines->items[i].letters[k].code_point);
    }
    return sink_written(&sink);
}

static void check_wrapped(const char *text, double width, const char *expected)
{
    struct lines lines = typeset_wrapped(&typesetter, &style, text_from_c(text), width);
    CHECK_TEXT(joined(&lines), expected);
    CU_ASSERT(lines.fits);
    CU_ASSERT(lines.widest <= width + 0.01);
}

UNIT_TEST(lines_begin_and_end_by_the_rules)
{
    begin();
    check_wrapped("一二三四五，六七", 50, "一二三四|五，六七");
    check_wrapped("一二三四（五）六", 50, "一二三四|（五）六");
    check_wrapped("一二三《四》。五", 40, "一二三|《四》。五");
    check_wrapped("得分91.96分的选手", 50, "得分|91.96分的|选手");
    check_wrapped("in two words", 40, "in two|words");
    check_wrapped("一二三四8′30″五", 40 + 2.5 + typeset_line(&typesetter, &style, TEXT("8")).width, "一二三四|8′30″五");
    check_wrapped("一二三四・五", 40, "一二三|四・五");
    check_wrapped("一二三四——五", 50, "一二三|四——五");
    fonts_close(fonts);
}

static void check_title(const char *text, double width, const char *expected)
{
    struct lines lines =
        typeset_balanced(&typesetter, &style, title_words_kept(text_from_c(text), unit_arena()), width, 3);
    CHECK_TEXT(joined(&lines), expected);
    CU_ASSERT(lines.fits);
}

UNIT_TEST(numbers_stay_with_their_words)
{
    begin();
    check_title("Cup of China 2017, Ladies", 110, "Cup of China 2017,|Ladies");
    check_title("全市 2017 年", 50, "全市|2017 年");
    check_title("第 12 届大赛", 40, "第 12 届|大赛");
    fonts_close(fonts);
}

/* 词意完整: GB/T 9704 wants no line of a title to end within a word. */
UNIT_TEST(titles_end_no_line_within_a_word)
{
    begin();
    check_title("某某市党组织书记大赛", 80, "某某市党组织|书记大赛");
    check_title("某某党组织书记大赛", 60, "某某党组织|书记大赛");
    check_title("全市科学技术推广", 50, "全市科学|技术推广"); /* of the dictionary */
    check_title("扎嘎斯台镇社区", 60, "扎嘎斯台镇|社区");     /* single letters are a name */
    check_title("囊谦县娘拉乡尕羊乡觉拉乡吉曲乡", 60, "囊谦县娘拉乡|尕羊乡觉拉乡|吉曲乡"); /* each a name */
    CHECK_TEXT(glue_removed(title_words_kept(TEXT("Cup of 中国梦，社"), unit_arena()), unit_arena()),
               "Cup of 中国梦，社");
    fonts_close(fonts);
}

static void check_paragraph(const char *text, double width, const char *expected)
{
    struct span span = {text_from_c(text), &style};
    struct lines lines = paragraph_of(&typesetter, &span, 1, width, 0, true);
    CHECK_TEXT(joined(&lines), expected);
}

UNIT_TEST(a_paragraph_does_not_end_in_a_letter_alone)
{
    begin();
    check_paragraph("一二三四五六七八九十", 100, "一二三四五六七八九十");
    check_paragraph("一二三四五六七八九十甲乙", 100, "一二三四五六七|八九十甲乙");
    check_paragraph("一二三四五六七八九十甲乙丙丁戊", 100, "一二三四五六七八九十|甲乙丙丁戊");
    check_paragraph("一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子", 100, "一二三四五六七八|九十甲乙丙丁戊己|庚辛壬癸子");
    fonts_close(fonts);
}

UNIT_TEST(digits_are_tabular)
{
    begin();
    for (int role = 0; role < FONT_ROLE_COUNT; role++) {
        struct style style_of_role = {.role = (enum font_role)role, .size = 10};
        double zeros = typeset_line(&typesetter, &style_of_role, TEXT("00.00")).width;
        for (int i = 1; i <= 9; i++) {
            char digit = (char)('0' + i), figure[] = {digit, digit, '.', digit, digit};
            struct text text = {figure, sizeof figure};
            CU_ASSERT_DOUBLE_EQUAL(typeset_line(&typesetter, &style_of_role, text).width, zeros, 0.0001);
        }
    }
    fonts_close(fonts);
}

UNIT_TEST(glued_names_stay_whole)
{
    begin();
    struct sink sink = sink_in(unit_arena());
    sink_c(&sink, "一二三");
    sink_text(&sink, glue_text(TEXT("阿拉坦"), unit_arena()));
    sink_c(&sink, "同志");
    check_wrapped(text_to_c(unit_arena(), sink_written(&sink)), 50, "一二三|阿拉坦同志");
    struct text glued = glue_text(TEXT("其·格"), unit_arena());
    CHECK_TEXT(glue_removed(glued, unit_arena()), "其·格");
    CU_ASSERT(line_may_end_between(0xB7, 0x683C));
    fonts_close(fonts);
}

UNIT_TEST(a_glued_name_wider_than_the_line_does_not_fit)
{
    begin();
    struct text name = glue_text(TEXT("阿拉坦其其格"), unit_arena());
    CU_ASSERT_FALSE(typeset_wrapped(&typesetter, &style, name, 40).fits);
    CU_ASSERT_FALSE(typeset_column(&typesetter, &style, name, 20, 6, 2).fits);
    fonts_close(fonts);
}

UNIT_TEST(long_words_break_anywhere_at_last)
{
    begin();
    struct lines lines = typeset_wrapped(&typesetter, &style, TEXT("abcdefghijklmnopqrstuvwxyz"), 40);
    CU_ASSERT(lines.fits);
    CU_ASSERT(lines.count > 2);
    fonts_close(fonts);
}

UNIT_TEST(text_shrinks_then_wraps)
{
    begin();
    struct line line = typeset_fitted(&typesetter, &style, TEXT("一二三四五"), 40, 5);
    CU_ASSERT_DOUBLE_EQUAL(line.width, 40, 0.01);
    CU_ASSERT_DOUBLE_EQUAL(line.letters[0].style->size, 8, 0.01);
    struct lines shrunk = typeset_column(&typesetter, &style, TEXT("一二三四五"), 40, 8, 2);
    CU_ASSERT_EQUAL(shrunk.count, 1);
    struct lines wrapped = typeset_column(&typesetter, &style, TEXT("一二三四五六七八"), 40, 8, 2);
    CHECK_TEXT(joined(&wrapped), "一二三四|五六七八");
    CU_ASSERT_DOUBLE_EQUAL(wrapped.items[0].letters[0].style->size, 10, 0.01);
    fonts_close(fonts);
}

UNIT_TEST(justified_lines_reach_the_edge_but_the_last)
{
    begin();
    struct lines lines = typeset_wrapped(&typesetter, &style, TEXT("一二三四五六七，八九十，一二三四五，六"), 88);
    lines_justify(&lines, 88, 0);
    for (size_t i = 0; i + 1 < lines.count; i++) {
        const struct line *line = &lines.items[i];
        CU_ASSERT_DOUBLE_EQUAL(line->width + line->stretch * (double)(line->count - 1), 88, 0.01);
    }
    CU_ASSERT_DOUBLE_EQUAL(lines.items[lines.count - 1].stretch, 0, 0);
    fonts_close(fonts);
}

UNIT_TEST(lines_too_short_to_spread_stay_as_they_are)
{
    begin();
    struct lines lines = typeset_wrapped(&typesetter, &style, TEXT("一二 abcdefghijk"), 70);
    lines_justify(&lines, 70, 0);
    CU_ASSERT_EQUAL_FATAL(lines.count, 2);
    CU_ASSERT_DOUBLE_EQUAL(lines.items[0].stretch, 0, 0);
    fonts_close(fonts);
}

UNIT_TEST(a_line_is_cut_where_it_would_become_too_small)
{
    begin();
    struct line line = typeset_cut(&typesetter, &style, TEXT("一二三四五六七八九十"), 60, 8);
    CU_ASSERT(line.width <= 60.01);
    CU_ASSERT_DOUBLE_EQUAL(line.letters[0].style->size, 8, 0.01);
    CU_ASSERT_EQUAL(line.letters[line.count - 1].code_point, 0x2026);
    CU_ASSERT_EQUAL(typeset_cut(&typesetter, &style, TEXT("一二三"), 60, 8).count, 3);
    fonts_close(fonts);
}

static double quote_width(const char *text)
{
    struct line line = typeset_line(&typesetter, &style, text_from_c(text));
    for (size_t i = 0; i < line.count; i++)
        if (line.letters[i].code_point >= 0x2018 && line.letters[i].code_point <= 0x2022)
            return line.letters[i].advance;
    return 0;
}

UNIT_TEST(quotes_among_latin_letters_are_narrow)
{
    begin();
    CU_ASSERT(quote_width("O’Neill") < 5);
    CU_ASSERT(quote_width(text_to_c(unit_arena(), glue_text(TEXT("李O’Neill"), unit_arena()))) < 5);
    CU_ASSERT(quote_width("The “Star” prize") < 7);
    CU_ASSERT_DOUBLE_EQUAL(quote_width("“AI时代”"), 10, 0.01);
    CU_ASSERT_DOUBLE_EQUAL(quote_width("买买提•艾力"), 10, 0.01);
    fonts_close(fonts);
}

UNIT_TEST(variants_belong_to_their_letter)
{
    begin();
    struct line line = typeset_line(&typesetter, &style, glue_text(TEXT("葛\U000E0100城"), unit_arena()));
    CU_ASSERT_EQUAL_FATAL(line.count, 2);
    CU_ASSERT_EQUAL(line.letters[0].code_point, 0x845B);
    CU_ASSERT_EQUAL(character_selector(line.letters[0].character), 0xE0100);
    CU_ASSERT(line.letters[0].glyph != 0);
    CU_ASSERT_EQUAL(character_selector(character_variant('a', 0xFE0F)), 0xFE0F);
    CU_ASSERT_EQUAL(character_selector(character_variant('a', 0xE01EF)), 0xE01EF);
    CU_ASSERT_EQUAL(character_selector(character_narrow(0x2019)), 0);
    CU_ASSERT_EQUAL(character_code_point(character_narrow(0x2019)), 0x2019);
    fonts_close(fonts);
}

UNIT_TEST(long_names_part_at_dots_hyphens_and_blanks)
{
    begin();
    struct text name = glue_text(TEXT("Anna Smith-Jones·其格"), unit_arena());
    struct text loose = glue_loosened(name, unit_arena());
    struct lines lines = typeset_wrapped(&typesetter, &style, loose, 36);
    CHECK_TEXT(joined(&lines), "Anna|Smith-|Jones·|其格");
    CU_ASSERT(glue_holds(name) && !glue_holds(TEXT("其格")));
    fonts_close(fonts);
}

UNIT_TEST(a_missing_character_is_told_once_with_a_remedy)
{
    begin();
    typesetter.about = TEXT("C01");
    for (int i = 0; i < 3; i++)
        typeset_line(&typesetter, &style, TEXT("王\U00031350明"));
    CU_ASSERT_EQUAL_FATAL(faults.by_severity[SEVERITY_ERROR], 1);
    const struct fault *fault = &faults.items[0];
    CHECK_TEXT(fault->what.arguments[0], "\U00031350");
    CHECK_TEXT(fault->what.arguments[1], "U+31350");
    CHECK_TEXT(fault->what.arguments[2], "C01");
    CU_ASSERT_STRING_EQUAL(fault->hint.format, "name a font file that has it in contest.yaml, under fonts");
    fonts_close(fonts);
}

UNIT_TEST(invisible_characters_draw_nothing)
{
    begin();
    CU_ASSERT_EQUAL(typeset_line(&typesetter, &style, TEXT("\xEF\xBB\xBF甲\xE2\x80\x8B乙")).count, 2);
    CU_ASSERT_EQUAL(typeset_line(&typesetter, &style, TEXT("")).count, 0);
    CU_ASSERT_EQUAL(faults_grave(&faults), 0);
    fonts_close(fonts);
}
