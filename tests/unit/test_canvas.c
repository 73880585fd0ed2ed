#include "canvas.h"

#include <locale.h>

#include "cff.h"
#include "pdf_reading.h"

static struct faults faults;
static struct fonts *fonts;
static struct typesetter typesetter;
static struct canvas canvas;

static void begin(void)
{
    faults = faults_in(unit_arena());
    fonts = fonts_open(&(struct font_wishes){0}, unit_arena(), &faults);
    CU_ASSERT_PTR_NOT_NULL_FATAL(fonts);
    typesetter = (struct typesetter){.fonts = fonts, .arena = unit_arena(), .faults = &faults};
    canvas = canvas_with(fonts, unit_arena());
    canvas_add_page(&canvas, MM(210), MM(297));
}

static void draw(enum font_role role, const char *text, double y)
{
    struct style style = {.role = role, .size = 12};
    struct line line = typeset_line(&typesetter, &style, text_from_c(text));
    canvas_line(&canvas, &line, 50, y);
}

static struct text written(void)
{
    struct text pdf = TEXT("");
    struct document_title title = {TEXT("题目 𠮷"), TEXT("zh-CN"), TEXT(""), TEXT("")};
    CU_ASSERT_FATAL(canvas_write(&canvas, &title, unit_arena(), unit_scratch(), &pdf, &faults));
    return pdf;
}

UNIT_TEST(names_come_back_exactly)
{
    static const char *const names[] = {"李䶮",
                                        "张　三",
                                        "𠮷田丽",
                                        "赵𬭎",
                                        "阿拉坦·其其格",
                                        "𠮸㒮",
                                        "Zoë O'Brien 91.96分",
                                        "葛\U000E0100城葛城",
                                        "Zoë O’Neill 1111.17"};
    begin();
    for (int role = 0; role < FONT_ROLE_COUNT; role++)
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            draw((enum font_role)role, names[i], 40 + 100.0 * role + 12.0 * (double)i);
    struct text pdf = written(), read = pdf_text_of(pdf);
    CU_ASSERT(pdf_is_sound(pdf));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        CU_ASSERT(text_holds(read, names[i]));
    fonts_close(fonts);
}

UNIT_TEST(the_same_drawing_gives_the_same_bytes)
{
    begin();
    draw(FONT_BODY, "甲乙丙", 40);
    draw(FONT_SONG, "丙乙甲", 60);
    struct text first = written();
    fonts_close(fonts);
    begin();
    draw(FONT_BODY, "甲乙丙", 40);
    draw(FONT_SONG, "丙乙甲", 60);
    CU_ASSERT(text_equal(first, written()));
    fonts_close(fonts);
}

/* Song draws the radical and the plain character by one glyph. */
UNIT_TEST(characters_that_share_a_glyph_are_told_apart)
{
    begin();
    draw(FONT_SONG, "第⼀", 40);
    draw(FONT_SONG, "第一", 60);
    struct text read = pdf_text_of(written());
    CU_ASSERT(text_holds(read, "第⼀"));
    CU_ASSERT(text_holds(read, "第一"));
    fonts_close(fonts);
}

UNIT_TEST(spaced_titles_read_as_one_word)
{
    begin();
    struct style style = {FONT_TITLE, 40, 20, 0};
    struct line line = typeset_line(&typesetter, &style, TEXT("获奖证书"));
    canvas_line_centred(&canvas, &line, MM(105), 100);
    CU_ASSERT(text_holds(pdf_text_of(written()), "获奖证书"));
    CU_ASSERT_DOUBLE_EQUAL(line.width, 4 * 40 + 3 * 20, 0.01);
    fonts_close(fonts);
}

UNIT_TEST(marks_have_no_width_and_come_back)
{
    begin();
    struct style style = {.role = FONT_SONG, .size = 12};
    struct line plain = typeset_line(&typesetter, &style, TEXT("e"));
    struct line marked = typeset_line(&typesetter, &style, TEXT("e\xCC\x81"));
    CU_ASSERT_DOUBLE_EQUAL(plain.width, marked.width, 0.001);
    canvas_line(&canvas, &marked, 50, 50);
    CU_ASSERT(pdf_is_sound(written()));
    fonts_close(fonts);
}

UNIT_TEST(titles_and_bookmarks_are_unicode)
{
    begin();
    draw(FONT_SONG, "甲", 40);
    canvas_add_bookmark(&canvas, TEXT("街道𠮷"), 0);
    struct text pdf = written();
    CU_ASSERT(text_holds(pdf_reading(pdf, "pdfinfo %s"), "题目 𠮷"));
    CU_ASSERT(text_holds(pdf, "<FEFF88579053D842DFB7>"));
    fonts_close(fonts);
}

/* What mutool shows: a tab for each level, the title, the page, and the place from its upper edge. */
UNIT_TEST(bookmarks_lie_within_others)
{
    begin();
    canvas_add_bookmark(&canvas, TEXT("甲组"), 0);
    canvas_add_bookmark_within(&canvas, TEXT("一号"), 0);
    canvas_add_page(&canvas, MM(210), MM(297));
    canvas_add_bookmark_within(&canvas, TEXT("二号"), 0);
    canvas_add_bookmark(&canvas, TEXT("乙组"), 0);
    canvas_add_bookmark_within(&canvas, TEXT("三号"), 0);
    canvas_add_bookmark_of_page(&canvas, TEXT("又是第一页"), 0);
    struct text read = pdf_reading(written(), "mutool show %s outline");
    CU_ASSERT(text_holds(read, "\t\"甲组\"\t#page=1&"));
    CU_ASSERT(text_holds(read, "\t\t\"一号\"\t#page=1&"));
    CU_ASSERT(text_holds(read, "\t\t\"二号\"\t#page=2&"));
    CU_ASSERT_FALSE(text_holds(read, "\t\t\"乙组\""));
    CU_ASSERT(text_holds(read, "\t\t\"三号\"\t#page=2&"));
    CU_ASSERT_FALSE(text_holds(read, "\t\t\"又是第一页\""));
    CU_ASSERT(text_holds(read, "\t\"又是第一页\"\t#page=1&"));
    fonts_close(fonts);
}

UNIT_TEST(a_bookmark_finds_its_place_on_an_enlarged_page)
{
    begin();
    canvas_set_scale(&canvas, 2);
    canvas_add_page(&canvas, 200, 300);
    canvas_add_bookmark(&canvas, TEXT("甲"), 100);
    CU_ASSERT(text_holds(pdf_reading(written(), "mutool show %s outline"), "#page=2&zoom=100,0,200\n"));
    fonts_close(fonts);
}

UNIT_TEST(a_form_is_drawn_on_many_pages)
{
    begin();
    size_t form = canvas_begin_form(&canvas, MM(210), MM(297));
    canvas_fill_box(&canvas, 0, 0, 100, 100, 0x102030);
    draw(FONT_SONG, "底", 40);
    canvas_end_form(&canvas);
    for (int i = 0; i < 450; i++) {
        canvas_add_page(&canvas, MM(210), MM(297));
        canvas_draw_form(&canvas, form);
    }
    struct text pdf = written();
    CU_ASSERT(pdf_is_sound(pdf));
    CU_ASSERT(text_holds(pdf_reading(pdf, "pdfinfo %s"), "451"));
    fonts_close(fonts);
}

UNIT_TEST(an_empty_page_is_a_document)
{
    begin();
    CU_ASSERT(pdf_is_sound(written()));
    fonts_close(fonts);
}

static void check_number(double number, const char *expected)
{
    struct sink sink = sink_in(unit_arena());
    content_number(&sink, number);
    CHECK_TEXT(sink_written(&sink), expected);
}

UNIT_TEST(numbers_are_plain_in_any_locale)
{
    setlocale(LC_ALL, "de_DE.UTF-8");
    check_number(0, "0 ");
    check_number(12.5, "12.5 ");
    check_number(-0.001, "-0.001 ");
    check_number(0.0004, "0 ");
    check_number(841.8898, "841.89 ");
    check_number(1.05, "1.05 ");
    check_number(-3, "-3 ");
    setlocale(LC_ALL, "C");
}

UNIT_TEST(told_text_is_utf16_with_its_mark)
{
    struct content content = content_in(unit_arena());
    content_begin_said(&content, TEXT("甲𠮷a"), PIECE_NONE);
    CHECK_TEXT(sink_written(&content.operators), "/Span<</ActualText<FEFF7532D842DFB70061>>>BDC\n");
}

/* Header; names, top dictionaries, strings, subroutines; charset at 25, glyphs at 32. */
static const unsigned char small_cff[] = {
    1,        0,  4, 1,                                               /* header */
    0,        1,  1, 1, 2,  'F',                                      /* names */
    0,        1,  1, 1, 10, 139, 139, 139, 12, 30, 28 + 0, 0, 32, 15, /* ROS, then charset at 32 */
    164 + 12, 17,                                                     /* not reached: cut below */
};

UNIT_TEST(a_broken_cff_table_is_refused)
{
    struct cff_charset charset;
    for (size_t length = 0; length <= sizeof small_cff; length++) {
        struct text cut = text_copy(unit_arena(), (struct text){(const char *)small_cff, length});
        CU_ASSERT_FALSE(cff_read_charset(cut, &charset, unit_arena()));
    }
}
