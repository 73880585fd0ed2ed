#include "qr_code.h"

#include "pdf_reading.h"

/* What a camera reads of a code on coloured paper. */
static struct text read_again(struct text text)
{
    struct faults faults = faults_in(unit_arena());
    struct fonts *fonts = fonts_open(&(struct font_wishes){0}, unit_arena(), &faults);
    CU_ASSERT_PTR_NOT_NULL_FATAL(fonts);
    struct canvas canvas = canvas_with(fonts, unit_arena());
    struct document_title title = {TEXT("QR"), TEXT("en"), TEXT(""), TEXT("")};
    struct text pdf = TEXT("");
    canvas_add_page(&canvas, MM(80), MM(80));
    canvas_fill_box(&canvas, 0, 0, MM(80), MM(80), 0x803020);
    qr_code_draw(&canvas, text, MM(15), MM(15), MM(50));
    CU_ASSERT_FATAL(canvas_write(&canvas, &title, unit_arena(), unit_scratch(), &pdf, &faults));
    CU_ASSERT(pdf_is_sound(pdf));
    fonts_close(fonts);
    return pdf_reading(pdf,
                       "pdftoppm -gray -r 600 %s | zbarimg -q --raw --nodbus -Sdisable -Sqrcode.enable - 2>/dev/null");
}

static void check_read_again(struct text text)
{
    struct sink line = sink_in(unit_arena());
    sink_text(&line, text);
    sink_byte(&line, '\n');
    CU_ASSERT(text_equal(read_again(text), sink_written(&line)));
}

UNIT_TEST(what_was_drawn_is_read_again)
{
    check_read_again(TEXT("1"));
    check_read_again(TEXT("biwu1/比武争星/BW-2023-0001/阿拉坦·其其格/一等奖/0123abcd//"));
    check_read_again(TEXT("Zoë O’Neill Ålesund Łuczak"));
    check_read_again(TEXT("𠮷田丽 䶮 赵𬭎 %20"));
}

UNIT_TEST(the_longest_text_is_read_again)
{
    struct sink sink = sink_in(unit_arena());
    while (sink.length < QR_CODE_MOST_BYTES)
        sink_byte(&sink, (char)('a' + sink.length % 26));
    check_read_again(sink_written(&sink));
}

UNIT_TEST(of_no_text_there_is_no_code)
{
    CU_ASSERT_EQUAL(read_again(TEXT("")).length, 0);
}
