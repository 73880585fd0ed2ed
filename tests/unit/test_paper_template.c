#include "contest_builder.h"
#include "template.h"
#include "template_builtin.h"
#include "unit.h"

static struct template template;

static const char sound[] = "# remark\n"
                            "heading = 获奖证书\r\n"
                            "page = A3\n"
                            "\n"
                            "[box name]\n"
                            "text = **{name}**同志：\n"
                            "left = 72 mm\n"
                            "top = 25.4\n"
                            "width = 100\n"
                            "height = 20\n"
                            "size = 三号\n"
                            "colour = #8e1B1F\n"
                            "align = centre\n";

static bool reads(const char *written)
{
    builder_rules(1);
    return template_read(text_from_c(written), TEXT("t.txt"), unit_arena(), &template, builder_faults());
}

/* Whether a file of `before` and this line has exactly one fault, in the line's column, of this format. */
static bool line_has_fault(const char *before, const char *line, size_t column, const char *format)
{
    struct sink sink = sink_in(unit_arena());
    size_t number = 1;
    sink_c(&sink, before);
    for (const char *c = before; *c; c++)
        number += *c == '\n';
    sink_c(&sink, line);
    sink_byte(&sink, '\n');
    if (reads(text_to_c(unit_arena(), sink_written(&sink))) || builder_faults()->count != 1)
        return false;
    const struct place *place = &builder_faults()->items[0].place;
    return builder_reported(format) && place->line == number && place->column == column;
}

static bool hint_holds(const char *word)
{
    return text_equal(builder_faults()->items[0].hint.arguments[0], text_from_c(word));
}

UNIT_TEST(a_template_is_read)
{
    CU_ASSERT_FATAL(reads(sound));
    CHECK_TEXT(template.heading.text, "获奖证书");
    /* A3 lying: 420 x 297 mm of 72/25.4 points */
    CU_ASSERT_DOUBLE_EQUAL(template.width, 1190.55, 0.01);
    CU_ASSERT_DOUBLE_EQUAL(template.height, 841.89, 0.01);
    CU_ASSERT_EQUAL_FATAL(template.box_count, 1);
    const struct template_box *box = &template.boxes[0];
    CHECK_TEXT(box->name, "name");
    CU_ASSERT_EQUAL_FATAL(box->paragraphs[0].count, 2);
    CU_ASSERT_EQUAL(box->paragraphs[0].parts[0].placeholder, PLACE_NAME);
    CU_ASSERT(box->paragraphs[0].parts[0].is_strong);
    CU_ASSERT_EQUAL(box->paragraphs[0].parts[1].placeholder, PLACEHOLDER_COUNT);
    CHECK_TEXT(box->paragraphs[0].parts[1].text, "同志：");
    CU_ASSERT_FALSE(box->paragraphs[0].parts[1].is_strong);
    CU_ASSERT_EQUAL(box->paragraphs[0].place.line, 6);
    CU_ASSERT_EQUAL(box->paragraphs[0].place.column, 8);
    CU_ASSERT_DOUBLE_EQUAL(box->left, 204.09, 0.01);
    CU_ASSERT_DOUBLE_EQUAL(box->top, 72, 0.01);
    CU_ASSERT_DOUBLE_EQUAL(box->size, 16, 0);
    CU_ASSERT_DOUBLE_EQUAL(box->smallest, 8, 0);
    CU_ASSERT_DOUBLE_EQUAL(box->strong_size, 16, 0);
    CU_ASSERT_DOUBLE_EQUAL(box->leading, 1.5, 0);
    CU_ASSERT_DOUBLE_EQUAL(box->colour, 0x8E1B1F, 0);
    CU_ASSERT_EQUAL(box->align, ALIGN_CENTRED);
}

UNIT_TEST(a_text_is_parted)
{
    /* letters, [ letters and a value ], [ a value ], letters */
    CU_ASSERT_FATAL(
        reads("heading = x\n[box a]\ntext = \"在[（{sector}）][{award}]中 \"\nleft = 0\ntop = 0\nwidth = 10\n"
              "height = 10\nunless = team\n"));
    const struct template_paragraph *paragraph = &template.boxes[0].paragraphs[0];
    const size_t brackets[] = {0, 1, 1, 1, 2, 0};
    CU_ASSERT_EQUAL_FATAL(paragraph->count, 6);
    for (size_t i = 0; i < 6; i++)
        CU_ASSERT_EQUAL(paragraph->parts[i].bracket, brackets[i]);
    CU_ASSERT_EQUAL(paragraph->parts[2].placeholder, PLACE_SECTOR);
    CHECK_TEXT(paragraph->parts[3].text, "）");
    CHECK_TEXT(paragraph->parts[5].text, "中 ");
    CU_ASSERT_EQUAL(template.boxes[0].when, PLACEHOLDER_COUNT);
    CU_ASSERT_EQUAL(template.boxes[0].unless, PLACE_TEAM);
}

UNIT_TEST(a_page_of_its_own_measures)
{
    CU_ASSERT_FATAL(reads("heading = x\npage = 420 × 100 mm\norientation = portrait\noffset = 1.27, -2.54\n[box a]\n"
                          "text = b\nleft = 0\ntop = 0\nwidth = 100\nheight = 420\n"));
    CU_ASSERT_DOUBLE_EQUAL(template.width, 283.46, 0.01);
    CU_ASSERT_DOUBLE_EQUAL(template.height, 1190.55, 0.01);
    CU_ASSERT_DOUBLE_EQUAL(template.offset[0], 3.6, 0.001);
    CU_ASSERT_DOUBLE_EQUAL(template.offset[1], -7.2, 0.001);
}

UNIT_TEST(keys_that_do_not_exist)
{
    CU_ASSERT(line_has_fault(sound, "  colur = red", 3, "unknown key “{1}”"));
    CU_ASSERT(hint_holds("colour"));
    CU_ASSERT(line_has_fault(sound, "page = A4", 1, "unknown key “{1}”"));
    CU_ASSERT(line_has_fault("heading = x\nsize = 3\n", "[box a]\ntext=b\nleft=1\ntop=1\nwidth=1\nheight=1", 1,
                             "unknown key “{1}”") == false);
    CU_ASSERT(builder_reported("unknown key “{1}”"));
    CU_ASSERT(line_has_fault(sound, "align = left", 1, "the key “{1}” stands twice"));
    CU_ASSERT(line_has_fault(sound, "indent =", 1, "{1} is empty"));
    CU_ASSERT(line_has_fault(sound, "indent ＝ 2", 1, "this line is no key = value"));
    CU_ASSERT(line_has_fault(sound, "indent", 1, "this line is no key = value"));
}

UNIT_TEST(values_that_are_none)
{
    CU_ASSERT(line_has_fault(sound, "indent = wide", 10, "{1} takes a number, not “{2}”"));
    CU_ASSERT(line_has_fault(sound, "indent = 1,5", 10, "{1} takes a number, not “{2}”"));
    CU_ASSERT(line_has_fault(sound, "indent = 21", 10, "{1} lies between {2} and {3}; this is {4}"));
    CU_ASSERT(line_has_fault(sound, "lines = 1.5", 9, "{1} takes a whole number from {2} to {3}, not {4}"));
    CU_ASSERT(line_has_fault(sound, "font = 宋体", 8, "{1} cannot be “{2}”"));
    CU_ASSERT(line_has_fault(sound, "strong-colour = #12345", 17, "{1} cannot be “{2}”"));
    CU_ASSERT(line_has_fault(sound, "strong-colour = #12345G", 17, "{1} cannot be “{2}”"));
    CU_ASSERT(line_has_fault(sound, "min-size = 17", 1, "the box {1}: min-size is larger than size") == false);
    CU_ASSERT(builder_reported("the box {1}: min-size is larger than size"));
}

UNIT_TEST(placeholders_brackets_and_stars)
{
    CU_ASSERT(line_has_fault(sound, "text = 获{awrd}奖", 10, "there is no placeholder {1}"));
    CU_ASSERT(hint_holds("award"));
    CU_ASSERT(line_has_fault(sound, "text = 获{award", 9, "this brace is not closed"));
    CU_ASSERT(line_has_fault(sound, "text = award}", 13, "this brace was not opened"));
    CU_ASSERT(line_has_fault(sound, "text = 获｛award｝", 9, "this brace is in full width"));
    CU_ASSERT(line_has_fault(sound, "text = [{unit}", 8, "this bracket is not closed"));
    CU_ASSERT(line_has_fault(sound, "text = {unit}]", 14, "this bracket was not opened"));
    CU_ASSERT(line_has_fault(sound, "text = [{unit}[{id}]", 15, "brackets do not stand within brackets"));
    CU_ASSERT(line_has_fault(sound, "text = a [b]", 10, "these brackets hold no placeholder"));
    CU_ASSERT(line_has_fault(sound, "text = a **b", 10, "this stress does not end"));
    CU_ASSERT(line_has_fault(sound, "when = persn", 8, "there is no placeholder {1}"));
    CU_ASSERT(line_has_fault(sound, "text = [（{unit}）]**{award}**", 1, "") == false);
    CU_ASSERT_EQUAL(builder_faults()->count, 0);
}

UNIT_TEST(boxes_that_are_none)
{
    CU_ASSERT(line_has_fault(sound, "[seal]", 1, "this heading is not understood") == false);
    CU_ASSERT(builder_reported("this heading is not understood"));
    CU_ASSERT_FALSE(reads("heading = x\n"));
    CU_ASSERT(builder_reported("the template has no box"));
    CU_ASSERT_FALSE(reads("heading = x\n[box a]\nleft = 250\ntop = 1\nwidth = 47.5\nheight = 5\n"));
    CU_ASSERT(builder_reported("the box {1} has no text"));
    CU_ASSERT_FALSE(reads("heading = x\n[box a]\ntext = b\nleft = 250\ntop = 1\nwidth = 47.5\nheight = 6\n"));
    CU_ASSERT(builder_reported("the box {1} does not lie within the page"));
    CU_ASSERT_FALSE(reads("heading = x\n[box a]\ntext = b\nshows = hosts\nleft = 0\ntop = 1\nwidth = 7\nheight = 6\n"));
    CU_ASSERT(builder_reported("the box {1} shows no text of its own"));
    CU_ASSERT_FALSE(reads("[box a]\ntext = b\nleft = 0\ntop = 1\nheight = 5\n[box a]\n"));
    CU_ASSERT(builder_reported("the key {1} is missing or has no value"));
    CU_ASSERT(builder_reported("the box {1} stands twice"));
    CU_ASSERT_FALSE(reads("heading = x\n[box a]\ntext = b\nsize = 16\nleft = 0\ntop = 1\nwidth = 7\nheight = 5.6\n"));
    CU_ASSERT(builder_reported("the box {1} is lower than a line of its text"));
    CU_ASSERT_FALSE(reads("heading = x\n[box a]\nshows = qr\nleft = 0\ntop = 1\nwidth = 22\nheight = 14.9\n"));
    CU_ASSERT(builder_reported("the box {1} is too small for a QR code that can be read"));
    CU_ASSERT(reads("heading = x\n[box a]\nshows = qr\nleft = 0\ntop = 1\nwidth = 15\nheight = 22\n"));
}

UNIT_TEST(the_program_s_own_are_sound)
{
    struct text bytes;
    CU_ASSERT(template_find_builtin(TEXT("award"), LANGUAGE_CHINESE, &bytes));
    CU_ASSERT(reads(text_to_c(unit_arena(), bytes)));
    CHECK_TEXT(template.heading.text, "获奖证书");
    CU_ASSERT(template_find_builtin(TEXT("award"), LANGUAGE_ENGLISH, &bytes));
    CU_ASSERT(reads(text_to_c(unit_arena(), bytes)));
    CHECK_TEXT(template.heading.text, "Certificate of Award");
    CU_ASSERT_FALSE(template_find_builtin(TEXT("award.en"), LANGUAGE_CHINESE, &bytes));
    CU_ASSERT_FALSE(template_find_builtin(TEXT(""), LANGUAGE_CHINESE, &bytes));
    CHECK_TEXT(template_nearest_builtin(TEXT("awrad"), LANGUAGE_CHINESE, unit_scratch()), "award");
}

#define CODE_BOX "[box a]\nshows = qr\nleft = 0\ntop = 1\nwidth = 22\nheight = 22\n"

/* 22 mm are 15.5 on A5 and 11 on A6; 15 are 21.2 on A3. */
UNIT_TEST(a_code_is_measured_as_it_is_printed)
{
    CU_ASSERT(reads("heading = x\n" CODE_BOX));
    CU_ASSERT_EQUAL(builder_faults()->count, 0);
    CU_ASSERT(reads("heading = x\nprinted-on = A5\n" CODE_BOX));
    CU_ASSERT(builder_reported("the box {1} prints a QR code {2} mm wide"));
    CHECK_TEXT(builder_faults()->items[0].what.arguments[1], "15.5");
    CU_ASSERT_FALSE(reads("heading = x\nprinted-on = 105 x 148\n" CODE_BOX));
    CU_ASSERT(builder_reported("the box {1} is too small for a QR code that can be read"));
    CU_ASSERT(reads("heading = x\nprinted-on = A3\n[box a]\nshows = qr\nleft = 0\ntop = 1\nwidth = 15\nheight = 15\n"));
    CU_ASSERT_EQUAL(builder_faults()->count, 0);
}

UNIT_TEST(other_paper_has_the_page_s_proportions)
{
    CU_ASSERT(reads("heading = x\nprinted-on = 185 x 260\n" CODE_BOX));
    CU_ASSERT_FALSE(reads("heading = x\npage = A4\nprinted-on = 100 x 500\n" CODE_BOX));
    CU_ASSERT(builder_reported("the paper of printed-on has other proportions than the page"));
    CU_ASSERT_EQUAL(builder_faults()->items[0].place.line, 3);
    CU_ASSERT_EQUAL(builder_faults()->items[0].place.column, 14);
    CU_ASSERT_FALSE(reads("heading = x\nprinted-on = 216 x 279\n" CODE_BOX));
}
