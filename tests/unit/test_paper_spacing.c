/* Widths worked out by hand: at size 10 a square is 10, its half 5, a quarter em 2.5; Song's marks are squares. */
#include "canvas.h"
#include "line_break.h"
#include "paragraph.h"
#include "pdf_reading.h"
#include "punctuation.h"
#include "typesetting.h"

static void check_width(const char *text, double expected)
{
    CU_ASSERT_DOUBLE_EQUAL(width_of(text), expected, 0.01);
}

UNIT_TEST(marks_at_a_line_s_ends_are_half_as_wide)
{
    static const char *const closing[] = {"，", "。", "、", "；", "：", "！", "？", "」", "』",
                                          "》", "〉", "）", "】", "〕", "”",  "’",  "］", "｝"};
    static const char *const opening[] = {"「", "『", "《", "〈", "（", "【", "〔", "“", "‘", "［", "｛"};
    begin();
    for (size_t i = 0; i < sizeof closing / sizeof *closing; i++) {
        struct sink sink = sink_in(unit_arena());
        sink_c(&sink, "一二");
        sink_c(&sink, closing[i]);
        check_width(text_to_c(unit_arena(), sink_written(&sink)), 25);
        sink_c(&sink, "三"); /* but not within the line */
        check_width(text_to_c(unit_arena(), sink_written(&sink)), 40);
    }
    for (size_t i = 0; i < sizeof opening / sizeof *opening; i++) {
        struct sink sink = sink_in(unit_arena());
        sink_c(&sink, opening[i]);
        sink_c(&sink, "一二");
        struct line line = typeset_line(&typesetter, &style, sink_written(&sink));
        CU_ASSERT_DOUBLE_EQUAL(line.width, 25, 0.01);
        CU_ASSERT_DOUBLE_EQUAL(line.first, 5, 0.01);
    }
    check_width("一…", 20);
    check_width("一～", 20);
    fonts_close(fonts);
}

/* Two squares beside each other are one and a half; the line's last gives up its own half besides. */
UNIT_TEST(of_two_blank_halves_one_is_enough)
{
    begin();
    check_width("一》、二", 35);
    check_width("一，「二", 35);
    check_width("一（《二", 35);
    check_width("一》（二", 35);
    check_width("一》）。二", 40);
    check_width("一。”", 20);
    check_width("“《一", 20);
    check_width("一（？）二", 45); /* the mark is close to both already, but for the blank behind it */
    fonts_close(fonts);
}

UNIT_TEST(hanzi_and_latin_letters_stand_a_quarter_em_apart)
{
    begin();
    double digits = width_of("2023"), letters = width_of("AI"), accent = width_of("é");
    check_width("在2023年", 20 + digits + 5);
    check_width("2023年", 10 + digits + 2.5);
    check_width("用AI评", 20 + letters + 5);
    check_width("一é二", 20 + accent + 5);
    check_width("一e\u0301", 10 + width_of("e") + 2.5);
    check_width("一e\u0301二", 20 + width_of("e") + 5);
    check_width("在 2023 年", 20 + digits + 2 * width_of(" ")); /* parted already */
    check_width("，2023。", 5 + 10 + digits);
    check_width("（2023）", 10 + digits);
    check_width("100%的", 10 + width_of("100%"));
    check_width("一·二", 20 + width_of("·"));
    check_width("第①组", 30);
    fonts_close(fonts);
}

/* Not all readers would give the name back as it was written. */
UNIT_TEST(a_name_has_no_quarters_within_it)
{
    begin();
    double letter = width_of("A"), digit = width_of("1");
    check_width("张\u2060A\u2060明", 20 + letter);
    check_width("张\u2060A同志", 30 + letter + 2.5);
    check_width("第1届张\u2060三", 40 + digit + 5);
    fonts_close(fonts);
}

/* 2.5 is of the hanzi, whichever of the two it is and whatever the other's size. */
UNIT_TEST(the_quarter_is_that_of_the_hanzi)
{
    begin();
    struct style large = {.role = FONT_SONG, .size = 20};
    struct span spans[] = {{TEXT("A"), &large}, {TEXT("一"), &style}, {TEXT("B"), &large}};
    double latin = typeset_line(&typesetter, &large, TEXT("AB")).width;
    struct lines lines = typeset_spans(&typesetter, spans, 3, 100, 0);
    CU_ASSERT_DOUBLE_EQUAL(lines.widest, latin + 10 + 5, 0.01);
    fonts_close(fonts);
}

UNIT_TEST(tables_have_no_quarters_and_notices_keep_their_squares)
{
    begin();
    double digits = width_of("12");
    typesetter.spacing = SPACING_CELL;
    check_width("第12号", 20 + digits);
    check_width("一》（二", 35);
    typesetter.spacing = SPACING_SQUARE;
    check_width("第12号", 20 + digits);
    check_width("（一》，二）。", 70);
    fonts_close(fonts);
}

/* The lines with | between them. */
static void check_lines(const struct lines *lines, const char *expected)
{
    struct sink sink = sink_in(unit_arena());
    for (size_t i = 0; i < lines->count; i++) {
        sink_c(&sink, i > 0 ? "|" : "");
        for (size_t k = 0; k < lines->items[i].count; k++)
            sink_character(&sink, lines->items[i].letters[k].code_point);
    }
    CHECK_TEXT(sink_written(&sink), expected);
}

static void check_wrapped(const char *text, double width, const char *expected)
{
    struct lines lines = typeset_wrapped(&typesetter, &style, text_from_c(text), width);
    check_lines(&lines, expected);
    CU_ASSERT(lines.fits);
}

UNIT_TEST(half_marks_let_more_onto_a_line)
{
    begin();
    check_wrapped("一二三四，五六", 45, "一二三四，|五六");
    check_wrapped("一二三四，五六", 44.9, "一二三|四，五六");
    check_wrapped("（一二三四）五六七八", 50, "（一二三四）|五六七八");
    check_wrapped("一二（三四）《五》六七", 35, "一二|（三四）|《五》六|七");
    check_wrapped("一二A三", 30 + width_of("A"), "一二A|三"); /* no quarter behind the line's last */
    fonts_close(fonts);
}

UNIT_TEST(a_part_is_as_wide_as_a_line_of_it_asks_for)
{
    begin();
    struct text text = TEXT("第12名的");
    struct line line = typeset_line(&typesetter, &style, text);
    double part = line_longest_part(&line);
    CU_ASSERT_DOUBLE_EQUAL(part, 10 + width_of("12") + 2.5, 0.01); /* 12名 */
    CU_ASSERT(typeset_wrapped(&typesetter, &style, text, part).fits);
    fonts_close(fonts);
}

UNIT_TEST(a_smaller_line_is_smaller_in_all_its_parts)
{
    begin();
    struct line whole = typeset_line(&typesetter, &style, TEXT("（一》，在2023年）"));
    struct line half = typeset_fitted(&typesetter, &style, TEXT("（一》，在2023年）"), whole.width / 2, 5);
    CU_ASSERT_DOUBLE_EQUAL(half.width, whole.width / 2, 0.01);
    CU_ASSERT_DOUBLE_EQUAL(half.first, 2.5, 0.01);
    CU_ASSERT_DOUBLE_EQUAL(half.letters[2].move, -2.5, 0.01);
    fonts_close(fonts);
}

/* Only what a font draws in one half is cut: HanaMinA has its ？ and ： in the middle, Kai's quotes are narrow. */
UNIT_TEST(a_mark_is_cut_only_where_nothing_is_drawn)
{
    begin();
    struct fonts *mincho = fonts_open(&(struct font_wishes){.body.wish = TEXT("HanaMinA")}, unit_arena(), &faults);
    CU_ASSERT_PTR_NOT_NULL_FATAL(mincho);
    struct typesetter other = {.fonts = mincho, .arena = unit_arena(), .faults = &faults};
    struct style body = {.role = FONT_BODY, .size = 10};
    CU_ASSERT_DOUBLE_EQUAL(typeset_line(&other, &body, TEXT("一？")).width, 20, 0.01);
    CU_ASSERT_DOUBLE_EQUAL(typeset_line(&other, &body, TEXT("一：")).width, 20, 0.01);
    CU_ASSERT_DOUBLE_EQUAL(typeset_line(&other, &body, TEXT("一，")).width, 15, 0.01);
    CU_ASSERT_DOUBLE_EQUAL(typeset_line(&typesetter, &body, TEXT("一：")).width, 15, 0.01);
    double quote = typeset_line(&typesetter, &body, TEXT("”")).width;
    CU_ASSERT_DOUBLE_EQUAL(typeset_line(&typesetter, &body, TEXT("一”（二")).width, 30 + quote, 0.01);
    fonts_close(mincho);
    fonts_close(fonts);
}

/* In lines that go down it is the upper or the lower half; ： and ！ keep their square, as their ink is in its middle. */
UNIT_TEST(lines_that_go_down_are_spaced_alike)
{
    begin();
    typesetter.is_vertical = true;
    check_width("一二。", 25);
    check_width("（一二", 25);
    check_width("一》（二", 35);
    check_width("一：", 20);
    check_width("一！", 20);
    fonts_close(fonts);
}

UNIT_TEST(every_mark_has_a_number)
{
    for (size_t i = 0; i < PUNCTUATION_MOST; i++) {
        CU_ASSERT_EQUAL(punctuation_number(punctuation_code_point(i)), i);
        CU_ASSERT(punctuation_blank_half(i) != BLANK_HALF_NONE);
    }
    CU_ASSERT_EQUAL(punctuation_number(0x4E00), PUNCTUATION_MOST);
    CU_ASSERT_EQUAL(punctuation_number(0x3003), PUNCTUATION_MOST);
    CU_ASSERT_EQUAL(punctuation_number(0xFF05), PUNCTUATION_MOST);
}

static void check_scripts(uint32_t code_point, bool is_hanzi, bool is_alphanumeric)
{
    CU_ASSERT_EQUAL(letter_is_hanzi(code_point), is_hanzi);
    CU_ASSERT_EQUAL(letter_is_alphanumeric(code_point), is_alphanumeric);
}

UNIT_TEST(scripts_are_told_apart)
{
    static const uint32_t hanzi[] = {0x2E80, 0x3007, 0x3042, 0x3400, 0x4E00, 0xAC00, 0xF900, 0x20BB7, 0x30000};
    static const uint32_t letters[] = {'0', '9', 'A', 'z', 0xC5, 0xEB, 0x394, 0x43B, 0x1820};
    static const uint32_t neither[] = {' ',    '%',    '(',    '-',    0xB7,   0xD7,   0x2019, 0x2026,
                                       0x2460, 0x3000, 0x3001, 0x300A, 0x30FB, 0xFF08, 0xFF0C};
    for (size_t i = 0; i < sizeof hanzi / sizeof *hanzi; i++)
        check_scripts(hanzi[i], true, false);
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        check_scripts(letters[i], false, true);
    for (size_t i = 0; i < sizeof neither / sizeof *neither; i++)
        check_scripts(neither[i], false, false);
}

/* What is moved reads as it was written. */
UNIT_TEST(moved_letters_come_back_exactly)
{
    static const char *const texts[] = {"在2023年“甲”（乙）《丙》，丁AI戊。", "（第3届）：Zoë同志、李𠮷",
                                        "《甲》、《乙》。"};
    begin();
    struct canvas canvas = canvas_with(fonts, unit_arena());
    canvas_add_page(&canvas, MM(210), MM(297));
    for (int role = 0; role < FONT_ROLE_COUNT; role++)
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
            struct style style_of_role = {.role = (enum font_role)role, .size = 12};
            struct line line = typeset_line(&typesetter, &style_of_role, text_from_c(texts[i]));
            canvas_line(&canvas, &line, 50, 40 + 60.0 * role + 15.0 * (double)i);
        }
    struct text pdf = TEXT("");
    struct document_title title = {TEXT("甲"), TEXT("zh-CN"), TEXT(""), TEXT("")};
    CU_ASSERT_FATAL(canvas_write(&canvas, &title, unit_arena(), unit_scratch(), &pdf, &faults));
    CU_ASSERT(pdf_is_sound(pdf));
    static const char *const readers[] = {"pdftotext %s -", "pdftotext -raw %s -", "pdftotext -layout %s -"};
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        struct text read = pdf_reading(pdf, readers[i]);
        for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
            CU_ASSERT(text_holds(read, texts[k]));
    }
    fonts_close(fonts);
}

/* Kai's own quotes are half as wide as a hanzi, as Latin text has them. */
UNIT_TEST(quotes_among_hanzi_are_squares_in_every_font)
{
    static const enum font_role roles[] = {FONT_BODY, FONT_NAME, FONT_NOTICE, FONT_SONG};
    begin();
    typesetter.spacing = SPACING_SQUARE;
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        struct style in_role = {.role = roles[i], .size = 10};
        struct line line = typeset_line(&typesetter, &in_role, TEXT("甲“乙”‘丙’丁"));
        struct line latin = typeset_line(&typesetter, &in_role, TEXT("O’Neill"));
        CU_ASSERT_DOUBLE_EQUAL(line.width, 80, 0.01);
        CU_ASSERT(latin.letters[1].advance < 5);
    }
    fonts_close(fonts);
}
