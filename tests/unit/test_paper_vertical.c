/* Lines that go down, laid out by hand: squares of 10, whose baseline is 8.8 below their upper edge; x is the line's
 * middle. */
#include "box_vertical.h"
#include "unit.h"

static struct faults faults;
static struct fonts *fonts;
static struct typesetter typesetter;
static struct placed_lines placed;
static const struct style style = {.role = FONT_SONG, .size = 10};

static void place(const char *text)
{
    faults = faults_in(unit_arena());
    if (!fonts)
        fonts = fonts_open(&(struct font_wishes){0}, unit_arena(), &faults);
    CU_ASSERT_PTR_NOT_NULL_FATAL(fonts);
    typesetter = (struct typesetter){.fonts = fonts, .arena = unit_arena(), .faults = &faults, .is_vertical = true};
    placed = (struct placed_lines){0};
    struct line line = typeset_line(&typesetter, &style, text_from_c(text));
    box_vertical_place(&line, 100, 50, true, &typesetter, &placed);
}

static void end(void)
{
    fonts_close(fonts);
    fonts = NULL;
}

static double lying_width(const char *text)
{
    struct typesetter across = typesetter;
    across.is_vertical = false;
    return typeset_line(&across, &style, text_from_c(text)).width;
}

static void check_piece(size_t at, double x, double y, bool is_turned)
{
    CU_ASSERT_FATAL(at < placed.count);
    CU_ASSERT_DOUBLE_EQUAL(placed.items[at].x, x, 0.01);
    CU_ASSERT_DOUBLE_EQUAL(placed.items[at].y, y, 0.01);
    CU_ASSERT_EQUAL(placed.items[at].is_turned, is_turned);
}

UNIT_TEST(hanzi_stand_under_each_other)
{
    place("一二三");
    CU_ASSERT_EQUAL_FATAL(placed.count, 3);
    for (size_t i = 0; i < 3; i++)
        check_piece(i, 95, 58.8 + 10 * (double)i, false);
    CHECK_TEXT(placed.items[0].says, "一二三");
    CU_ASSERT(placed.items[0].begins && !placed.items[1].begins);
    CU_ASSERT(!placed.items[0].is_last_said && placed.items[2].is_last_said);
    end();
}

/* A word lies as one piece, a quarter em from the hanzi above and below it; its place is its middle. */
UNIT_TEST(latin_words_lie)
{
    place("一AB二");
    CU_ASSERT_EQUAL_FATAL(placed.count, 3);
    double length = lying_width("AB");
    check_piece(0, 95, 58.8, false);
    check_piece(1, 100, 62.5 + length / 2, true);
    check_piece(2, 95, 65 + length + 8.8, false);
    CU_ASSERT_EQUAL(placed.items[1].line.count, 2);
    CU_ASSERT_DOUBLE_EQUAL(placed.items[1].line.width, length, 0.01);
    end();
}

/* Quotes among Latin letters are those of their font, and lie with them; around a word among hanzi they are hanzi's. */
UNIT_TEST(an_apostrophe_lies_with_its_word)
{
    place("O’Neill");
    CU_ASSERT_EQUAL_FATAL(placed.count, 1);
    CU_ASSERT(placed.items[0].is_turned);
    CU_ASSERT_EQUAL(placed.items[0].line.count, 7);
    CU_ASSERT_DOUBLE_EQUAL(placed.items[0].line.width, lying_width("O’Neill"), 0.01);
    CHECK_TEXT(placed.items[0].says, "O’Neill");
    place("“Bob” Hope");
    CU_ASSERT_EQUAL(placed.count, 1);
    place("一“AB”二");
    CU_ASSERT_EQUAL_FATAL(placed.count, 5);
    CU_ASSERT_EQUAL(placed.items[1].line.letters[0].character, 0xFE43);
    CU_ASSERT_EQUAL(placed.items[3].line.letters[0].character, 0xFE44);
    end();
}

/* The first bracket's blank half lies above the line; 》 and （ share one. */
UNIT_TEST(marks_give_up_their_halves_downwards)
{
    place("《一》（二");
    CU_ASSERT_EQUAL_FATAL(placed.count, 5);
    static const double tops[] = {45, 55, 65, 70, 80};
    for (size_t i = 0; i < 5; i++)
        check_piece(i, 95, tops[i] + 8.8, false);
    end();
}

/* What is drawn is another form, what it reads as is not. */
UNIT_TEST(marks_take_their_form_and_stay_what_they_are)
{
    place("一，（二）");
    static const uint32_t drawn[] = {0x4E00, 0xFE10, 0xFE35, 0x4E8C, 0xFE36};
    CU_ASSERT_EQUAL_FATAL(placed.count, 5);
    for (size_t i = 0; i < 5; i++)
        CU_ASSERT_EQUAL(placed.items[i].line.letters[0].character, drawn[i]);
    CHECK_TEXT(placed.items[0].says, "一，（二）");
    end();
}

UNIT_TEST(a_letter_and_its_marks_are_one_piece)
{
    place("一e\u0301二");
    CU_ASSERT_EQUAL_FATAL(placed.count, 3);
    CU_ASSERT_EQUAL(placed.items[1].line.count, 2);
    CU_ASSERT(placed.items[1].is_turned);
    place("一·二"); /* a middle dot is the same either way, and as wide as it is */
    CU_ASSERT_EQUAL_FATAL(placed.count, 3);
    CU_ASSERT_FALSE(placed.items[1].is_turned);
    end();
}

UNIT_TEST(letters_set_apart_are_so_downwards)
{
    struct style spaced = {.role = FONT_SONG, .size = 10, .tracking = 3};
    place("一");
    placed = (struct placed_lines){0};
    struct line line = typeset_line(&typesetter, &spaced, TEXT("一二"));
    line.stretch = 2;
    box_vertical_place(&line, 100, 50, false, &typesetter, &placed);
    CU_ASSERT_EQUAL_FATAL(placed.count, 2);
    check_piece(0, 95, 58.8, false);
    check_piece(1, 95, 73.8, false);
    CU_ASSERT_FALSE(placed.items[0].begins);
    end();
}

UNIT_TEST(an_empty_line_has_no_pieces)
{
    place("");
    CU_ASSERT_EQUAL(placed.count, 0);
    end();
}
