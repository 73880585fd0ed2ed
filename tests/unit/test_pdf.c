/* The PDF container: what printers, archives and readers of a file find around its pages. */
#include "canvas.h"

#include <sys/resource.h>

#include "pdf_reading.h"
#include "srgb_profile.h"

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
}

static void draw(const char *text)
{
    struct style style = {.role = FONT_SONG, .size = 12};
    struct line line = typeset_line(&typesetter, &style, text_from_c(text));
    canvas_line(&canvas, &line, 50, 50);
}

static struct text written(const struct document_title *title)
{
    struct text pdf = TEXT("");
    CU_ASSERT_FATAL(canvas_write(&canvas, title, unit_arena(), unit_scratch(), &pdf, &faults));
    return pdf;
}

static const struct document_title plain = {TEXT_INIT("题目"), TEXT_INIT("zh-CN"), TEXT_INIT(""), TEXT_INIT("")};

/* A4 is 595.28 × 841.89 points, 3 mm are 8.50. */
UNIT_TEST(pages_are_cut_to_their_size)
{
    begin();
    canvas_add_page(&canvas, MM(210), MM(297));
    struct text boxes = pdf_reading(written(&plain), "pdfinfo -box %s");
    CU_ASSERT(text_holds(boxes, "MediaBox:            0.00     0.00   595.28   841.89"));
    CU_ASSERT(text_holds(boxes, "TrimBox:             0.00     0.00   595.28   841.89"));

    canvas_set_bleed(&canvas, MM(3));
    size_t form = canvas_begin_form(&canvas, MM(210), MM(297));
    canvas_fill_box(&canvas, -MM(3), -MM(3), MM(216), MM(303), 0xC00000);
    canvas_end_form(&canvas);
    canvas_add_page(&canvas, MM(210), MM(297));
    canvas_draw_form(&canvas, form);
    struct text pdf = written(&plain);
    boxes = pdf_reading(pdf, "pdfinfo -box -f 2 -l 2 %s");
    CU_ASSERT(text_holds(boxes, "MediaBox:     -8.50    -8.50   603.78   850.39"));
    CU_ASSERT(text_holds(boxes, "BleedBox:     -8.50    -8.50   603.78   850.39"));
    CU_ASSERT(text_holds(boxes, "TrimBox:       0.00     0.00   595.28   841.89"));
    /* 216 × 303 mm at 25.4 dpi, every dot of it red. */
    struct text dots = pdf_reading(pdf, "pdftoppm -f 2 -r 25.4 -aa no %s");
    CU_ASSERT(text_holds(dots, "P6\n216 303\n255\n"));
    size_t red = 0;
    for (size_t i = dots.length - 216 * 303 * 3; i < dots.length; i += 3)
        red += memcmp(dots.bytes + i, "\xC0\0\0", 3) == 0;
    CU_ASSERT_EQUAL(red, 216 * 303);
    fonts_close(fonts);
}

UNIT_TEST(a_file_says_what_it_is)
{
    begin();
    canvas_add_page(&canvas, MM(210), MM(297));
    struct document_title title = {TEXT("甲<乙> & 丙"), TEXT("en"), TEXT("某市𠮷局"), TEXT("市级 2023")};
    struct text pdf = written(&title), info = pdf_reading(pdf, "pdfinfo %s");
    CU_ASSERT(text_holds(info, "Title:           甲<乙> & 丙\n"));
    CU_ASSERT(text_holds(info, "Author:          某市𠮷局\n"));
    CU_ASSERT(text_holds(info, "Subject:         市级 2023\n"));
    CU_ASSERT_FALSE(text_holds(info, "Date"));
    CU_ASSERT(text_holds(pdf, "甲&lt;乙&gt; &amp; 丙</rdf:li>"));
    CU_ASSERT(text_holds(pdf, "<rdf:li>某市𠮷局</rdf:li>"));
    CU_ASSERT(text_holds(pdf, "/Lang (en)"));
    CU_ASSERT(text_holds(pdf, "/DisplayDocTitle true"));
    CU_ASSERT_FALSE(text_holds(pdf_reading(written(&plain), "pdfinfo %s"), "Author"));
    fonts_close(fonts);
}

static struct text identifier_of(const struct document_title *title)
{
    struct text pdf = written(title);
    for (size_t i = pdf.length - 4; i > 0; i--)
        if (memcmp(pdf.bytes + i, "/ID ", 4) == 0)
            return (struct text){pdf.bytes + i, pdf.length - i};
    return TEXT("");
}

UNIT_TEST(the_identifier_is_of_the_content)
{
    struct document_title other = plain;
    other.author = TEXT("甲");
    begin();
    canvas_add_page(&canvas, MM(210), MM(297));
    struct text first = identifier_of(&plain);
    CU_ASSERT_FATAL(first.length > 70);
    first.length = 70; /* two of 16 bytes each, in hexadecimal */
    CU_ASSERT_EQUAL(memcmp(first.bytes, identifier_of(&plain).bytes, 70), 0);
    CU_ASSERT_NOT_EQUAL(memcmp(first.bytes, identifier_of(&other).bytes, 70), 0);
    draw("甲");
    CU_ASSERT_NOT_EQUAL(memcmp(first.bytes, identifier_of(&plain).bytes, 70), 0);
    fonts_close(fonts);
}

static long peak_kibibytes(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

/* A flat tree of pages would end at 32,767. */
UNIT_TEST(forty_thousand_pages_are_a_document)
{
    enum { PAGES = 40000, FONT_BYTES = 100 * 1000, PAGE_BYTES = 2 * 1000 };
    begin();
    canvas_add_page(&canvas, MM(210), MM(297));
    draw("第0123456789页");
    size_t alone = written(&plain).length;
    CU_ASSERT(alone < FONT_BYTES);
    long before = peak_kibibytes();
    for (int i = 1; i < PAGES; i++) {
        canvas_add_page(&canvas, MM(210), MM(297));
        struct sink sink = sink_in(unit_arena());
        sink_c(&sink, "第");
        sink_integer(&sink, i);
        sink_c(&sink, "页");
        draw(text_to_c(unit_arena(), sink_written(&sink)));
    }
    struct text pdf = written(&plain);
    long each = (peak_kibibytes() - before) * 1024 / PAGES;
    printf("%zu bytes a page in the file, %ld in memory\n", pdf.length / PAGES, each);
    CU_ASSERT(pdf.length < alone + (size_t)PAGES * PAGE_BYTES);
#ifndef __SANITIZE_ADDRESS__
    CU_ASSERT(each < 15 * 1000);
#endif
    CU_ASSERT(text_holds(pdf_reading(pdf, "pdfinfo %s"), "Pages:           40000"));
    CU_ASSERT(text_holds(pdf_reading(pdf, "pdftotext -f 40000 %s -"), "第39999页"));
    fonts_close(fonts);
}

static uint32_t number_at(struct text profile, size_t at)
{
    const unsigned char *bytes = (const unsigned char *)profile.bytes + at;
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/* What is in it, a colour management tells: tests/paper/colours.py. */
UNIT_TEST(the_profile_of_colours_is_whole)
{
    struct text profile = srgb_profile(unit_arena());
    CU_ASSERT_EQUAL_FATAL(number_at(profile, 0), profile.length);
    uint32_t count = number_at(profile, 128);
    CU_ASSERT_EQUAL_FATAL(count, 9);
    for (size_t i = 0; i < count; i++) {
        uint32_t start = number_at(profile, 136 + 12 * i), length = number_at(profile, 140 + 12 * i);
        CU_ASSERT_EQUAL(start % 4, 0);
        CU_ASSERT(start + length <= profile.length);
    }
}

static void draw_tagged(enum tag tag, const char *text)
{
    canvas_begin_tag(&canvas, tag);
    if (text[0])
        draw(text);
    canvas_end_tag(&canvas);
}

UNIT_TEST(readers_are_told_what_text_is)
{
    begin();
    canvas_add_page(&canvas, MM(210), MM(297));
    draw_tagged(TAG_TITLE, "题目");
    canvas_begin_tag(&canvas, TAG_PARAGRAPH);
    draw("头一行");
    draw_tagged(TAG_PARAGRAPH, "第二行");
    canvas_end_tag(&canvas);
    draw("单独一行");
    draw_tagged(TAG_ARTIFACT, "页脚");
    canvas_begin_tag(&canvas, TAG_TABLE);
    canvas_begin_tag(&canvas, TAG_ROW);
    canvas_begin_wide_tag(&canvas, TAG_HEAD, 2);
    draw("姓名");
    canvas_end_tag(&canvas);
    canvas_end_tag(&canvas);
    canvas_add_page(&canvas, MM(210), MM(297));
    canvas_begin_tag(&canvas, TAG_ROW);
    draw_tagged(TAG_CELL, "");
    draw_tagged(TAG_CELL, "𠮷 0.5 分");
    canvas_end_tag(&canvas);
    canvas_end_tag(&canvas);
    canvas_turn_to(&canvas, 0);
    canvas_rule(&canvas, 0, 0, 100, 100, 1, 0);
    draw("回到首页");
    struct text pdf = written(&plain), read = pdf_reading(pdf, "pdfinfo -struct-text %s");
    CHECK_TEXT(read, "Document\n"
                     "  Part\n"
                     "    Sect\n"
                     "      H1 (block)\n"
                     "        \"题目\"\n"
                     "      P (block)\n"
                     "        \"头一行\"\n"
                     "        \"第二行\"\n"
                     "      P (block)\n"
                     "        \"单独一行\"\n"
                     "      Table (block)\n"
                     "        TR\n"
                     "          TH:\n"
                     "             /ColSpan 2\n"
                     "            \"姓名\"\n"
                     "      P (block)\n"
                     "        \"回到首页\"\n"
                     "    Sect\n"
                     "      Table (block)\n"
                     "        TR\n"
                     "          TD\n"
                     "          TD\n"
                     "            \"𠮷 0.5 分\"\n");
    CU_ASSERT(text_holds(pdf_reading(pdf, "pdfinfo %s"), "Tagged:          yes"));
    CU_ASSERT(text_holds(pdf_text_of(pdf), "页脚"));
    fonts_close(fonts);
}
