/* Tiny fonts, put together and taken apart by what OpenType 1.9 says of the tables: nothing here reads what truetype.c
 * wrote by its own means. */
#include "truetype.h"

#include <string.h>

#include "unit.h"

enum { ROOM = 16, LARGE = 60000 };

/* ---- putting together ---- */

struct building {
    struct sink glyf, hmtx;
    size_t offsets[ROOM + 1], count, metrics; /* further glyphs have a bearing alone */
};

struct bytes {
    const unsigned char *at;
    size_t length;
};

#define BYTES(...) ((struct bytes){(const unsigned char[]){__VA_ARGS__}, sizeof((const unsigned char[]){__VA_ARGS__})})
#define NO_BYTES   ((struct bytes){NULL, 0})

static void put(struct sink *sink, unsigned long value, int bytes)
{
    while (bytes-- > 0)
        sink_byte(sink, (char)(value >> 8 * bytes & 0xFF));
}

static void put_bytes(struct sink *sink, struct bytes bytes)
{
    for (size_t i = 0; i < bytes.length; i++)
        sink_byte(sink, (char)bytes.at[i]);
}

static struct building building_with(size_t metrics)
{
    return (struct building){.glyf = sink_in(unit_arena()), .hmtx = sink_in(unit_arena()), .metrics = metrics};
}

/* Their advances are 500, 501, 502 … , their bearings 0, -1, -2 … */
static void add(struct building *building, struct bytes outline)
{
    put_bytes(&building->glyf, outline);
    if (building->glyf.length % 2 != 0)
        sink_byte(&building->glyf, 0);
    if (building->count < building->metrics)
        put(&building->hmtx, 500 + building->count, 2);
    put(&building->hmtx, 0x10000 - building->count, 2);
    building->offsets[++building->count] = building->glyf.length;
}

static struct text zeros(size_t length)
{
    return (struct text){ARENA_ARRAY(unit_arena(), char, length), length};
}

static void set(struct text table, size_t at, unsigned long value, int bytes)
{
    for (int i = 0; i < bytes; i++)
        ((char *)table.bytes)[at + (size_t)i] = (char)(value >> 8 * (bytes - 1 - i) & 0xFF);
}

static struct text loca_of(const struct building *building, bool is_long)
{
    struct sink loca = sink_in(unit_arena());
    for (size_t i = 0; i <= building->count; i++)
        put(&loca, is_long ? building->offsets[i] : building->offsets[i] / 2, is_long ? 4 : 2);
    return sink_written(&loca);
}

/* As truetype_read() takes them. */
struct tables {
    struct text glyf, head, hhea, hmtx, loca, maxp;
};

static struct tables tables_of(const struct building *building, bool is_long)
{
    struct tables tables = {sink_written(&building->glyf), zeros(54), zeros(36), sink_written(&building->hmtx),
                            loca_of(building, is_long),    zeros(32)};
    set(tables.head, 0, 0x00010000, 4);
    set(tables.head, 8, 0x12345678, 4); /* the sum of another file */
    set(tables.head, 12, 0x5F0F3CF5, 4);
    set(tables.head, 18, 1000, 2);
    set(tables.head, 50, is_long, 2);
    set(tables.hhea, 0, 0x00010000, 4);
    set(tables.hhea, 34, building->metrics, 2);
    set(tables.maxp, 0, 0x00010000, 4);
    set(tables.maxp, 4, building->count, 2);
    set(tables.maxp, 6, 77, 2); /* points */
    for (size_t at = 14; at < 28; at += 2)
        set(tables.maxp, at, 2, 2); /* zones and all that hints take */
    set(tables.maxp, 28, 3, 2);     /* parts of a glyph */
    set(tables.maxp, 30, 2, 2);     /* depth */
    return tables;
}

static bool read_tables(struct truetype *font, const struct tables *tables)
{
    return truetype_read(font, tables->glyf, tables->head, tables->hhea, tables->hmtx, tables->loca, tables->maxp);
}

/* ---- taking apart ---- */

static unsigned long get(struct text table, size_t at, int bytes)
{
    unsigned long value = 0;
    CU_ASSERT_FATAL(at + (size_t)bytes <= table.length);
    for (int i = 0; i < bytes; i++)
        value = value << 8 | (unsigned char)table.bytes[at + (size_t)i];
    return value;
}

static struct text table_of(struct text file, const char *tag)
{
    for (size_t i = 0; i < get(file, 4, 2); i++)
        if (memcmp(file.bytes + 12 + 16 * i, tag, 4) == 0) {
            size_t from = get(file, 20 + 16 * i, 4), length = get(file, 24 + 16 * i, 4);
            CU_ASSERT_FATAL(from + length <= file.length);
            return (struct text){file.bytes + from, length};
        }
    CU_FAIL_FATAL("no such table");
    return TEXT("");
}

static struct text outline_of(struct text file, size_t glyph)
{
    struct text loca = table_of(file, "loca"), glyf = table_of(file, "glyf");
    bool is_long = get(table_of(file, "head"), 50, 2) == 1;
    size_t from = is_long ? get(loca, 4 * glyph, 4) : 2 * get(loca, 2 * glyph, 2);
    size_t to = is_long ? get(loca, 4 * glyph + 4, 4) : 2 * get(loca, 2 * glyph + 2, 2);
    CU_ASSERT_FATAL(from <= to && to <= glyf.length);
    return (struct text){glyf.bytes + from, to - from};
}

/* Nothing but zeros may follow: a byte from the font it was in, and what makes a multiple of four. */
static void check_outline(struct text file, size_t glyph, struct bytes expected)
{
    struct text outline = outline_of(file, glyph);
    CU_ASSERT_FATAL(outline.length >= expected.length && outline.length < expected.length + 5);
    CU_ASSERT_EQUAL(outline.length % 4, 0);
    CU_ASSERT_EQUAL(memcmp(outline.bytes, expected.at, expected.length), 0);
    for (size_t i = expected.length; i < outline.length; i++)
        CU_ASSERT_EQUAL(outline.bytes[i], 0);
}

static void check_metrics(struct text file, size_t glyph, unsigned long advance, unsigned long bearing)
{
    struct text hmtx = table_of(file, "hmtx");
    CU_ASSERT_EQUAL(get(hmtx, 4 * glyph, 2), advance);
    CU_ASSERT_EQUAL(get(hmtx, 4 * glyph + 2, 2), bearing);
}

static struct truetype_subset cut(const struct tables *tables, const uint32_t *glyphs, size_t count)
{
    struct truetype font;
    struct truetype_subset subset;
    CU_ASSERT_FATAL(read_tables(&font, tables));
    CU_ASSERT_FATAL(truetype_cut(&font, glyphs, count, &subset, unit_arena()));
    return subset;
}

static bool is_cut(const struct tables *tables, uint32_t glyph)
{
    struct truetype font;
    struct truetype_subset subset;
    return read_tables(&font, tables) && truetype_cut(&font, &glyph, 1, &subset, unit_arena());
}

/* ---- outlines ---- */

#define BOX 0, 0, 0, 0, 0, 100, 0, 100 /* xMin, yMin, xMax, yMax */
/* (0, 0), (100, 0), (0, 100), all on the curve: flags, then the steps along x, then along y. */
#define TRIANGLE 0x31, 0x33, 0x27, 100, 100, 100
/* (0, 0), (100, 0), (0, -100) */
#define HANGING 0x31, 0x33, 0x07, 100, 100, 100

enum { NOTDEF, BLANK, HINTED, COMPOSED, NESTED, PART, GLYPHS };

static const unsigned char of_triangle[] = {0, 1, BOX, 0, 2, 0, 0, TRIANGLE};
static const unsigned char of_hanging[] = {0, 1, BOX, 0, 2, 0, 0, HANGING};

static struct building small_font(void)
{
    struct building building = building_with(4);
    add(&building, BYTES(0, 1, BOX, 0, 2, 0, 1, 0xB0, TRIANGLE));
    add(&building, NO_BYTES);
    add(&building, BYTES(0, 1, BOX, 0, 2, 0, 3, 0xB0, 7, 0x21, TRIANGLE));
    /* Words for x and y, one scale, more parts; bytes for x and y, instructions: two of them. */
    add(&building, BYTES(0xFF, 0xFF, BOX, 0x00, 0x2B, 0, PART, 0xFF, 0xF6, 0, 20, 0x20, 0x00, /* and */
                         0x01, 0x02, 0, HINTED, 5, 0xFB, 0, 2, 0xB0, 0x00));
    add(&building, BYTES(0xFF, 0xFF, BOX, 0x00, 0x82, 0, COMPOSED, 1, 2, 0x40, 0, 0, 1, 0, 2, 0x40, 0));
    add(&building, BYTES(0, 1, BOX, 0, 2, 0, 0, HANGING));
    return building;
}

UNIT_TEST(glyphs_have_their_places_and_no_instructions)
{
    struct building building = small_font();
    for (int is_long = 0; is_long < 2; is_long++) {
        struct tables tables = tables_of(&building, is_long);
        struct truetype_subset subset = cut(&tables, (const uint32_t[]){PART, HINTED, HINTED}, 3);
        CU_ASSERT_EQUAL(subset.glyph_count, 4);
        check_outline(subset.program, 0, (struct bytes){of_triangle, sizeof of_triangle});
        check_outline(subset.program, 1, (struct bytes){of_hanging, sizeof of_hanging});
        check_outline(subset.program, 2, (struct bytes){of_triangle, sizeof of_triangle});
        check_outline(subset.program, 3, (struct bytes){of_triangle, sizeof of_triangle});
    }
}

UNIT_TEST(a_blank_stays_blank)
{
    struct building building = small_font();
    struct tables tables = tables_of(&building, false);
    struct truetype_subset subset = cut(&tables, (const uint32_t[]){BLANK, HINTED}, 2);
    CU_ASSERT_EQUAL(outline_of(subset.program, 1).length, 0);
    check_outline(subset.program, 2, (struct bytes){of_triangle, sizeof of_triangle});
}

UNIT_TEST(advances_and_bearings_go_along)
{
    struct building building = small_font();
    struct tables tables = tables_of(&building, false);
    struct truetype_subset subset = cut(&tables, (const uint32_t[]){PART, BLANK, COMPOSED, NESTED}, 4);
    CU_ASSERT_EQUAL(get(table_of(subset.program, "hhea"), 34, 2), subset.glyph_count);
    CU_ASSERT_EQUAL(table_of(subset.program, "hmtx").length, 4 * subset.glyph_count);
    check_metrics(subset.program, 0, 500, 0);
    check_metrics(subset.program, 1, 503, 0x10000 - PART); /* the last advance is that of all further glyphs */
    check_metrics(subset.program, 2, 501, 0x10000 - BLANK);
    check_metrics(subset.program, 3, 503, 0x10000 - COMPOSED);
    check_metrics(subset.program, 4, 503, 0x10000 - NESTED);
    check_metrics(subset.program, 5, 502, 0x10000 - HINTED); /* a part */
}

/* ---- composites ---- */

UNIT_TEST(parts_come_behind_under_new_numbers)
{
    struct building building = small_font();
    struct tables tables = tables_of(&building, false);
    struct truetype_subset subset = cut(&tables, (const uint32_t[]){NESTED}, 1);
    CU_ASSERT_EQUAL(subset.glyph_count, 5); /* 0, NESTED, COMPOSED, PART, HINTED */
    check_outline(subset.program, 1, BYTES(0xFF, 0xFF, BOX, 0x00, 0x82, 0, 2, 1, 2, 0x40, 0, 0, 1, 0, 2, 0x40, 0));
    check_outline(subset.program, 2,
                  BYTES(0xFF, 0xFF, BOX, 0x00, 0x2B, 0, 3, 0xFF, 0xF6, 0, 20, 0x20, 0x00, 0x00, 0x02, 0, 4, 5, 0xFB));
    check_outline(subset.program, 3, (struct bytes){of_hanging, sizeof of_hanging});
    check_outline(subset.program, 4, (struct bytes){of_triangle, sizeof of_triangle});
}

UNIT_TEST(a_part_that_is_asked_for_comes_once)
{
    struct building building = small_font();
    struct tables tables = tables_of(&building, false);
    struct truetype_subset subset = cut(&tables, (const uint32_t[]){HINTED, COMPOSED}, 2);
    CU_ASSERT_EQUAL(subset.glyph_count, 4); /* 0, HINTED, COMPOSED, PART */
    check_outline(subset.program, 2,
                  BYTES(0xFF, 0xFF, BOX, 0x00, 0x2B, 0, 3, 0xFF, 0xF6, 0, 20, 0x20, 0x00, 0x00, 0x02, 0, 1, 5, 0xFB));
}

/* The length of a part follows from its flags: arguments of one byte or two; no scale, one, two, or four. */
UNIT_TEST(parts_of_every_form_are_passed)
{
    static const unsigned char forms[] = {0x22, 0x23, 0x2A, 0x2B, 0x62, 0x63, 0xA2, 0xA3};
    static const size_t lengths[] = {6, 8, 8, 10, 10, 12, 14, 16};
    struct sink sink = sink_in(unit_arena());
    put_bytes(&sink, BYTES(0xFF, 0xFF, BOX));
    for (size_t i = 0; i < sizeof forms; i++) {
        put(&sink, 0x0200u | forms[i], 2); /* with the metrics of the part, too */
        put(&sink, HINTED, 2);
        for (size_t k = 4; k < lengths[i]; k++)
            sink_byte(&sink, (char)(16 * i + k));
    }
    put_bytes(&sink, BYTES(0, 2, 0, PART, 1, 2));
    struct building building = small_font();
    add(&building, (struct bytes){(const unsigned char *)sink.bytes, sink.length});
    struct tables tables = tables_of(&building, false);

    struct text file = cut(&tables, (const uint32_t[]){GLYPHS}, 1).program, outline = outline_of(file, 1);
    size_t at = 10;
    for (size_t i = 0; i < sizeof forms; at += lengths[i++]) {
        CU_ASSERT_EQUAL(get(outline, at, 2), 0x0200u | forms[i]);
        CU_ASSERT_EQUAL(get(outline, at + 2, 2), 2);
        CU_ASSERT_EQUAL(memcmp(outline.bytes + at + 4, sink.bytes + at + 4, lengths[i] - 4), 0);
    }
    CU_ASSERT_EQUAL(get(outline, at, 4), 0x00020003);
}

UNIT_TEST(a_glyph_that_is_its_own_part_comes_to_an_end)
{
    struct building building = small_font();
    add(&building, BYTES(0xFF, 0xFF, BOX, 0, 2, 0, GLYPHS, 0, 0));
    struct tables tables = tables_of(&building, false);
    struct truetype_subset subset = cut(&tables, (const uint32_t[]){GLYPHS}, 1);
    CU_ASSERT_EQUAL(subset.glyph_count, 2);
    check_outline(subset.program, 1, BYTES(0xFF, 0xFF, BOX, 0, 2, 0, 1, 0, 0));
}

/* ---- the file ---- */

static unsigned long sum_of(struct text bytes)
{
    unsigned long sum = 0;
    for (size_t i = 0; i < bytes.length; i++)
        sum += (unsigned long)(unsigned char)bytes.bytes[i] << 8 * (3 - i % 4);
    return sum & 0xFFFFFFFF;
}

UNIT_TEST(the_directory_and_its_sums_are_right)
{
    static const char *const tags[] = {"glyf", "head", "hhea", "hmtx", "loca", "maxp"};
    struct building building = small_font();
    struct tables tables = tables_of(&building, false);
    struct text file = cut(&tables, (const uint32_t[]){BLANK, NESTED}, 2).program;
    CU_ASSERT_EQUAL(get(file, 0, 4), 0x00010000);
    CU_ASSERT_EQUAL(get(file, 4, 2), 6);
    CU_ASSERT_EQUAL(get(file, 6, 2), 64);
    CU_ASSERT_EQUAL(get(file, 8, 2), 2);
    CU_ASSERT_EQUAL(get(file, 10, 2), 32);
    for (size_t i = 0; i < 6; i++) {
        struct text table = table_of(file, tags[i]);
        CU_ASSERT_EQUAL(memcmp(file.bytes + 12 + 16 * i, tags[i], 4), 0); /* sorted */
        CU_ASSERT_EQUAL(get(file, 20 + 16 * i, 4) % 4, 0);
        unsigned long counted = strcmp(tags[i], "head") == 0 ? get(table, 8, 4) : 0; /* as if it were 0 */
        CU_ASSERT_EQUAL(get(file, 16 + 16 * i, 4), (sum_of(table) - counted) & 0xFFFFFFFF);
    }
    CU_ASSERT_EQUAL(sum_of(file), 0xB1B0AFBA);
    CU_ASSERT_EQUAL(file.length % 4, 0);
}

UNIT_TEST(it_is_told_where_outlines_begin)
{
    struct building building = small_font();
    struct tables tables = tables_of(&building, false);
    struct truetype_subset subset = cut(&tables, (const uint32_t[]){HINTED, BLANK, NESTED}, 3);
    struct text glyf = table_of(subset.program, "glyf"), loca = table_of(subset.program, "loca");
    for (size_t i = 0; i <= subset.glyph_count; i++)
        CU_ASSERT_PTR_EQUAL(subset.program.bytes + subset.begins[i], glyf.bytes + 2 * get(loca, 2 * i, 2));
    CU_ASSERT_EQUAL(subset.begins[subset.glyph_count], subset.begins[0] + glyf.length);
}

UNIT_TEST(what_tables_say_of_glyphs_and_hints_is_set)
{
    struct building building = small_font();
    struct tables tables = tables_of(&building, true);
    struct text file = cut(&tables, (const uint32_t[]){NESTED}, 1).program;
    struct text maxp = table_of(file, "maxp"), head = table_of(file, "head");
    CU_ASSERT_EQUAL(get(maxp, 0, 4), 0x00010000);
    CU_ASSERT_EQUAL(get(maxp, 4, 2), 5);
    CU_ASSERT_EQUAL(get(maxp, 6, 2), 77);
    CU_ASSERT_EQUAL(get(maxp, 14, 2), 1); /* zones: no twilight */
    for (size_t at = 16; at < 28; at += 2)
        CU_ASSERT_EQUAL(get(maxp, at, 2), 0);
    CU_ASSERT_EQUAL(get(maxp, 28, 4), 0x00030002);
    CU_ASSERT_EQUAL(get(head, 12, 4), 0x5F0F3CF5);
    CU_ASSERT_EQUAL(get(head, 18, 2), 1000);
    CU_ASSERT_EQUAL(get(head, 50, 2), 0); /* short again */
    CU_ASSERT_EQUAL(table_of(file, "loca").length, 12);
}

/* Two bytes a place reach as far as 131,070. */
UNIT_TEST(large_fonts_have_long_places)
{
    struct building building = building_with(1);
    struct text points = zeros(LARGE);
    ((char *)points.bytes)[1] = 1; /* one contour */
    add(&building, NO_BYTES);
    for (size_t i = 0; i < 3; i++) {
        ((char *)points.bytes)[LARGE - 1] = (char)('a' + i);
        add(&building, (struct bytes){(const unsigned char *)points.bytes, LARGE});
    }
    struct tables tables = tables_of(&building, true);
    for (uint32_t count = 2; count <= 3; count++) {
        struct text file = cut(&tables, (const uint32_t[]){1, 2, 3}, count).program;
        CU_ASSERT_EQUAL(get(table_of(file, "head"), 50, 2), count == 3);
        CU_ASSERT_EQUAL(table_of(file, "loca").length, (count + 2) * (count == 3 ? 4 : 2));
        struct text last = outline_of(file, count);
        CU_ASSERT_EQUAL(last.length, LARGE);
        CU_ASSERT_EQUAL(last.bytes[LARGE - 1], (char)('a' + count - 1));
        CU_ASSERT_EQUAL(sum_of(file), 0xB1B0AFBA);
    }
}

/* ---- what is malformed ---- */

UNIT_TEST(tables_too_short_for_each_other_are_refused)
{
    struct building building = small_font();
    const struct tables whole = tables_of(&building, false);
    struct truetype font;
    CU_ASSERT_TRUE(read_tables(&font, &whole));
    for (size_t i = 0; i < 5; i++) {
        struct tables tables = whole;
        struct text *table = (struct text *[]){&tables.head, &tables.hhea, &tables.hmtx, &tables.loca, &tables.maxp}[i];
        table->length--;
        CU_ASSERT_EQUAL(read_tables(&font, &tables), table == &tables.hmtx); /* fonts are in use that lack bearings */
        *table = TEXT("");
        CU_ASSERT_FALSE(read_tables(&font, &tables));
    }
}

/* A byte of a table of its own is another one. */
static bool is_read_with(size_t table, size_t at, unsigned long value)
{
    struct building building = small_font();
    struct tables tables = tables_of(&building, false);
    struct truetype font;
    set((struct text[]){tables.head, tables.hhea, tables.maxp}[table], at, value, 2);
    return read_tables(&font, &tables);
}

UNIT_TEST(counts_and_forms_that_cannot_be_are_refused)
{
    CU_ASSERT_TRUE(is_read_with(0, 50, 0));
    CU_ASSERT_FALSE(is_read_with(0, 50, 1)); /* then there would be too few places */
    CU_ASSERT_FALSE(is_read_with(0, 50, 2));
    CU_ASSERT_FALSE(is_read_with(1, 34, 0));
    CU_ASSERT_TRUE(is_read_with(1, 34, GLYPHS + 1)); /* as in fonts in use */
    CU_ASSERT_FALSE(is_read_with(2, 4, 0));
    CU_ASSERT_FALSE(is_read_with(2, 4, GLYPHS + 1));
    CU_ASSERT_FALSE(is_read_with(2, 4, 0xFFFF));
}

UNIT_TEST(places_outside_and_backwards_are_refused)
{
    struct building building = small_font();
    for (int is_long = 0; is_long < 2; is_long++) {
        struct tables tables = tables_of(&building, is_long);
        size_t each = is_long ? 4 : 2, end = building.glyf.length;
        CU_ASSERT_TRUE(is_cut(&tables, PART));
        CU_ASSERT_FALSE(is_cut(&tables, GLYPHS));
        CU_ASSERT_FALSE(is_cut(&tables, UINT32_MAX));
        set(tables.loca, each * GLYPHS, is_long ? end + 2 : end / 2 + 1, (int)each);
        CU_ASSERT_FALSE(is_cut(&tables, PART));
        set(tables.loca, each * GLYPHS, is_long ? 0xFFFFFFFF : 0xFFFF, (int)each);
        CU_ASSERT_FALSE(is_cut(&tables, PART));
        CU_ASSERT_TRUE(is_cut(&tables, HINTED));
        set(tables.loca, each * GLYPHS, 0, (int)each);
        CU_ASSERT_FALSE(is_cut(&tables, PART));
        CU_ASSERT_FALSE(is_cut(&tables, NESTED)); /* of which it is a part */
    }
}

static bool is_cut_with(struct bytes outline)
{
    struct building building = small_font();
    add(&building, outline);
    struct tables tables = tables_of(&building, false);
    return is_cut(&tables, GLYPHS);
}

UNIT_TEST(outlines_that_are_cut_short_are_refused)
{
    CU_ASSERT_TRUE(is_cut_with(BYTES(0, 1, BOX, 0, 2, 0, 0, TRIANGLE)));
    CU_ASSERT_FALSE(is_cut_with(BYTES(0, 1, 0, 0, 0, 0, 0, 0)));
    CU_ASSERT_FALSE(is_cut_with(BYTES(0, 1, BOX, 0, 2)));             /* no length of instructions */
    CU_ASSERT_FALSE(is_cut_with(BYTES(0x7F, 0xFF, BOX, 0, 2, 0, 0))); /* too many contours */
    CU_ASSERT_FALSE(is_cut_with(BYTES(0, 1, BOX, 0, 2, 0, 7, TRIANGLE)));
    CU_ASSERT_FALSE(is_cut_with(BYTES(0, 1, BOX, 0, 2, 0xFF, 0xFF, TRIANGLE)));
    CU_ASSERT_TRUE(is_cut_with(BYTES(0, 1, BOX, 0, 2, 0, 6, TRIANGLE))); /* its points are not looked at */
}

UNIT_TEST(parts_that_are_cut_short_or_lacking_are_refused)
{
    CU_ASSERT_TRUE(is_cut_with(BYTES(0xFF, 0xFF, BOX, 0, 2, 0, PART, 0, 0)));
    CU_ASSERT_FALSE(is_cut_with(BYTES(0xFF, 0xFF, BOX)));
    CU_ASSERT_FALSE(is_cut_with(BYTES(0xFF, 0xFF, BOX, 0, 2)));
    CU_ASSERT_FALSE(is_cut_with(BYTES(0xFF, 0xFF, BOX, 0, 2, 0, PART)));
    CU_ASSERT_FALSE(is_cut_with(BYTES(0xFF, 0xFF, BOX, 0, 3, 0, PART, 0, 0)));
    CU_ASSERT_FALSE(is_cut_with(BYTES(0xFF, 0xFF, BOX, 0, 0x0A, 0, PART, 0, 0)));
    CU_ASSERT_FALSE(is_cut_with(BYTES(0xFF, 0xFF, BOX, 0, 0x42, 0, PART, 0, 0, 0x40, 0)));
    CU_ASSERT_FALSE(is_cut_with(BYTES(0xFF, 0xFF, BOX, 0, 0x82, 0, PART, 0, 0, 0x40, 0, 0, 0, 0, 0)));
    CU_ASSERT_FALSE(is_cut_with(BYTES(0xFF, 0xFF, BOX, 0, 0x22, 0, PART, 0, 0))); /* more, but none follows */
    CU_ASSERT_FALSE(is_cut_with(BYTES(0xFF, 0xFF, BOX, 0, 2, 0, GLYPHS + 1, 0, 0)));
    CU_ASSERT_FALSE(is_cut_with(BYTES(0xFF, 0xFF, BOX, 0, 2, 0xFF, 0xFF, 0, 0)));
}
