#include "truetype.h"

#include <string.h>

/* Where values stand within their tables, and how long those are at least (OpenType 1.9). */
enum {
    HEAD_ADJUSTMENT = 8,
    HEAD_LOCA_FORM = 50,
    HEAD_LENGTH = 54,
    HHEA_METRICS = 34,
    HHEA_LENGTH = 36,
    MAXP_GLYPHS = 4,
    MAXP_ZONES = 14,
    MAXP_INSTRUCTIONS = 26,
    MAXP_LENGTH = 32,
    METRIC = 4,  /* bytes of an advance and a bearing */
    BEARING = 2, /* of a bearing alone */
    GLYPH_HEAD = 10,
};

/* Flags of a composite glyph's part. */
enum {
    PART_HAS_WORDS = 0x0001,
    PART_HAS_SCALE = 0x0008,
    PART_HAS_MORE = 0x0020,
    PART_HAS_TWO_SCALES = 0x0040,
    PART_HAS_MATRIX = 0x0080,
    PART_HAS_INSTRUCTIONS = 0x0100,
};

enum { GLYPHS_MOST = 0xFFFF, TABLES = 6, DIRECTORY = 12 + 16 * TABLES, SHORT_LOCA_MOST = 2 * 0xFFFF };

static unsigned word_at(struct text bytes, size_t at)
{
    return (unsigned)(unsigned char)bytes.bytes[at] << 8 | (unsigned char)bytes.bytes[at + 1];
}

static uint32_t long_at(struct text bytes, size_t at)
{
    return (uint32_t)word_at(bytes, at) << 16 | word_at(bytes, at + 2);
}

static void put_word(char *at, size_t value)
{
    at[0] = (char)(value >> 8 & 0xFF);
    at[1] = (char)(value & 0xFF);
}

static void put_long(char *at, uint32_t value)
{
    put_word(at, value >> 16);
    put_word(at + 2, value);
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

bool truetype_read(struct truetype *font, struct text glyf, struct text head, struct text hhea, struct text hmtx,
                   struct text loca, struct text maxp)
{
    *font = (struct truetype){.glyf = glyf, .head = head, .hhea = hhea, .hmtx = hmtx, .loca = loca, .maxp = maxp};
    if (head.length < HEAD_LENGTH || hhea.length < HHEA_LENGTH || maxp.length < MAXP_LENGTH)
        return false;
    font->glyph_count = word_at(maxp, MAXP_GLYPHS);
    font->metric_count = least(least(word_at(hhea, HHEA_METRICS), font->glyph_count), hmtx.length / METRIC);
    font->is_long = word_at(head, HEAD_LOCA_FORM) == 1;
    size_t offsets = font->glyph_count + 1;
    return font->metric_count > 0 && word_at(head, HEAD_LOCA_FORM) <= 1 &&
           loca.length >= offsets * (font->is_long ? 4 : 2);
}

/* ---- one glyph ---- */

/* Its bytes; none for a blank. False where they lie outside the table, or are too few. */
static bool find_outline(const struct truetype *font, size_t glyph, struct text *outline)
{
    if (glyph >= font->glyph_count)
        return false;
    size_t from = font->is_long ? long_at(font->loca, 4 * glyph) : 2 * (size_t)word_at(font->loca, 2 * glyph);
    size_t to = font->is_long ? long_at(font->loca, 4 * glyph + 4) : 2 * (size_t)word_at(font->loca, 2 * glyph + 2);
    if (from > to || to > font->glyf.length)
        return false;
    *outline = (struct text){font->glyf.bytes + from, to - from};
    if (outline->length >= GLYPH_HEAD && word_at(*outline, 0) == 0) /* no contours */
        outline->length = 0;
    return outline->length == 0 || outline->length >= GLYPH_HEAD;
}

static bool is_composite(struct text outline)
{
    return outline.length > 0 && word_at(outline, 0) >= 0x8000; /* a negative number of contours */
}

/* The part at `at` of a composite glyph; false where it does not fit in. */
struct part {
    unsigned flags, glyph;
    size_t length;
};

static bool read_part(struct text outline, size_t at, struct part *part)
{
    if (at + 4 > outline.length)
        return false;
    part->flags = word_at(outline, at);
    part->glyph = word_at(outline, at + 2);
    part->length = 4 + (part->flags & PART_HAS_WORDS ? 4 : 2);
    part->length += part->flags & PART_HAS_SCALE        ? 2
                    : part->flags & PART_HAS_TWO_SCALES ? 4
                    : part->flags & PART_HAS_MATRIX     ? 8
                                                        : 0;
    return at + part->length <= outline.length;
}

/* ---- which glyphs ---- */

struct cut {
    const struct truetype *font;
    uint32_t *glyphs;      /* of the font, by their new number; 0 is itself */
    uint16_t *new_numbers; /* the other way; 0: not among them, or .notdef */
    size_t count, capacity;
    size_t bytes; /* of their outlines, at most */
    struct arena *arena;
};

static void add_glyph(struct cut *cut, uint32_t glyph)
{
    ARENA_RESERVE_ONE(cut->arena, cut->glyphs, cut->count, cut->capacity);
    cut->glyphs[cut->count++] = glyph;
}

/* Only once a glyph has parts: few fonts for hanzi have any. */
static void number_glyphs(struct cut *cut)
{
    cut->new_numbers = ARENA_ARRAY(cut->arena, uint16_t, cut->font->glyph_count);
    for (size_t i = cut->count; i-- > 0;)
        if (cut->glyphs[i] < cut->font->glyph_count)
            cut->new_numbers[cut->glyphs[i]] = (uint16_t)i;
}

static bool add_parts(struct cut *cut, struct text outline)
{
    struct part part = {.flags = PART_HAS_MORE};
    if (!cut->new_numbers)
        number_glyphs(cut);
    for (size_t at = GLYPH_HEAD; part.flags & PART_HAS_MORE; at += part.length) {
        if (!read_part(outline, at, &part) || part.glyph >= cut->font->glyph_count)
            return false;
        if (cut->new_numbers[part.glyph] != 0)
            continue;
        if (cut->count >= GLYPHS_MOST)
            return false;
        cut->new_numbers[part.glyph] = (uint16_t)cut->count;
        add_glyph(cut, part.glyph);
    }
    return true;
}

/* Parts may consist of parts: those come to the end of the list, and have their turn. */
static bool list_glyphs(struct cut *cut, const uint32_t *glyphs, size_t count)
{
    cut->capacity = count + 1;
    cut->glyphs = ARENA_ARRAY(cut->arena, uint32_t, cut->capacity);
    add_glyph(cut, 0);
    for (size_t i = 0; i < count; i++)
        add_glyph(cut, glyphs[i]);
    for (size_t i = 0; i < cut->count; i++) {
        struct text outline;
        if (!find_outline(cut->font, cut->glyphs[i], &outline) || (is_composite(outline) && !add_parts(cut, outline)))
            return false;
        cut->bytes += outline.length + 4;
    }
    /* Outlines that overlap would come to any length. */
    return cut->count <= GLYPHS_MOST && cut->bytes <= 2 * cut->font->glyf.length + 4 * cut->count;
}

/* ---- what is written ---- */

/* Without instructions. Bytes written; 0 where it is malformed. */
static size_t write_simple(char *to, struct text outline)
{
    size_t hints = GLYPH_HEAD + 2 * (size_t)word_at(outline, 0); /* behind the last points of the contours */
    if (hints + 2 > outline.length)
        return 0;
    size_t rest = hints + 2 + word_at(outline, hints);
    if (rest > outline.length)
        return 0;
    memcpy(to, outline.bytes, hints);
    put_word(to + hints, 0);
    memcpy(to + hints + 2, outline.bytes + rest, outline.length - rest);
    return hints + 2 + outline.length - rest;
}

/* Its parts under their new numbers; they were read before. */
static size_t write_composite(char *to, struct text outline, const struct cut *cut)
{
    struct part part = {.flags = PART_HAS_MORE};
    size_t at = GLYPH_HEAD;
    memcpy(to, outline.bytes, GLYPH_HEAD);
    for (; part.flags & PART_HAS_MORE; at += part.length) {
        read_part(outline, at, &part);
        memcpy(to + at, outline.bytes + at, part.length);
        put_word(to + at, part.flags & ~(unsigned)PART_HAS_INSTRUCTIONS);
        put_word(to + at + 2, cut->new_numbers[part.glyph]);
    }
    return at;
}

/* Outlines one behind the other, and where each begins. False where one is malformed. */
static bool write_outlines(const struct cut *cut, char *file, uint32_t *begins)
{
    size_t end = DIRECTORY;
    for (size_t i = 0; i < cut->count; i++) {
        struct text outline;
        begins[i] = (uint32_t)end;
        find_outline(cut->font, cut->glyphs[i], &outline);
        if (outline.length == 0)
            continue;
        size_t taken =
            is_composite(outline) ? write_composite(file + end, outline, cut) : write_simple(file + end, outline);
        if (taken == 0)
            return false;
        for (; taken % 4 != 0; taken++)
            file[end + taken] = 0;
        end += taken;
    }
    begins[cut->count] = (uint32_t)end;
    return true;
}

static void write_loca(const uint32_t *begins, size_t count, char *loca, bool is_long)
{
    for (size_t i = 0; i < count; i++)
        if (is_long)
            put_long(loca + 4 * i, begins[i] - DIRECTORY);
        else
            put_word(loca + 2 * i, (begins[i] - DIRECTORY) / 2);
}

static void write_metrics(const struct cut *cut, char *hmtx)
{
    const struct truetype *font = cut->font;
    for (size_t i = 0; i < cut->count; i++) {
        size_t glyph = cut->glyphs[i], last = font->metric_count - 1;
        size_t bearing =
            glyph <= last ? METRIC * glyph + 2 : METRIC * font->metric_count + BEARING * (glyph - last - 1);
        memcpy(hmtx + METRIC * i, font->hmtx.bytes + METRIC * (glyph <= last ? glyph : last), 2);
        if (bearing + 2 <= font->hmtx.length) /* some fonts leave out the last ones, which then are 0 */
            memcpy(hmtx + METRIC * i + 2, font->hmtx.bytes + bearing, 2);
    }
}

/* ---- the file ---- */

/* In the order of the directory, which is that of their tags, and of the file. */
enum { GLYF, HEAD, HHEA, HMTX, LOCA, MAXP };
static const char tags[TABLES][5] = {"glyf", "head", "hhea", "hmtx", "loca", "maxp"};

static uint32_t sum_of(const char *bytes, size_t length)
{
    uint32_t sum = 0;
    for (size_t i = 0; i < length; i += 4)
        sum += long_at((struct text){bytes, length}, i);
    return sum;
}

static size_t padded(size_t length)
{
    return (length + 3) / 4 * 4;
}

static void write_directory(char *file, size_t end, const size_t *offsets, const size_t *lengths)
{
    put_long(file, 0x00010000);
    put_word(file + 4, TABLES);
    put_word(file + 6, 64); /* 16 times the largest power of two in them, its exponent, and the rest */
    put_word(file + 8, 2);
    put_word(file + 10, 16 * TABLES - 64);
    for (size_t i = 0; i < TABLES; i++) {
        char *row = file + 12 + 16 * i;
        memcpy(row, tags[i], 4);
        put_long(row + 4, sum_of(file + offsets[i], padded(lengths[i])));
        put_long(row + 8, (uint32_t)offsets[i]);
        put_long(row + 12, (uint32_t)lengths[i]);
    }
    put_long(file + offsets[HEAD] + HEAD_ADJUSTMENT, 0xB1B0AFBA - sum_of(file, end));
}

static void write_heads(const struct cut *cut, char *head, char *hhea, char *maxp, bool is_long)
{
    memcpy(head, cut->font->head.bytes, HEAD_LENGTH);
    put_long(head + HEAD_ADJUSTMENT, 0);
    put_word(head + HEAD_LOCA_FORM, is_long);
    memcpy(hhea, cut->font->hhea.bytes, HHEA_LENGTH);
    put_word(hhea + HHEA_METRICS, cut->count);
    memcpy(maxp, cut->font->maxp.bytes, MAXP_LENGTH);
    put_word(maxp + MAXP_GLYPHS, cut->count);
    put_word(maxp + MAXP_ZONES, 1); /* what hints would need: nothing */
    memset(maxp + MAXP_ZONES + 2, 0, MAXP_INSTRUCTIONS - MAXP_ZONES);
}

bool truetype_cut(const struct truetype *font, const uint32_t *glyphs, size_t count, struct truetype_subset *subset,
                  struct arena *arena)
{
    struct cut cut = {.font = font, .arena = arena};
    if (!list_glyphs(&cut, glyphs, count))
        return false;
    bool is_long = cut.bytes > SHORT_LOCA_MOST;
    size_t lengths[TABLES] =
        {0, HEAD_LENGTH, HHEA_LENGTH, METRIC * cut.count, (cut.count + 1) * (is_long ? 4 : 2), MAXP_LENGTH},
           offsets[TABLES] = {DIRECTORY}, rest = 0;
    for (size_t i = HEAD; i < TABLES; i++)
        rest += padded(lengths[i]);
    uint32_t *begins = ARENA_ARRAY(arena, uint32_t, cut.count + 1);
    char *file = arena_take_unset(arena, DIRECTORY + cut.bytes + rest);
    if (!write_outlines(&cut, file, begins))
        return false;
    size_t end = begins[cut.count];
    lengths[GLYF] = end - DIRECTORY;
    memset(file + end, 0, rest);
    for (size_t i = HEAD; i < TABLES; end += padded(lengths[i++]))
        offsets[i] = end;
    write_loca(begins, cut.count + 1, file + offsets[LOCA], is_long);
    write_metrics(&cut, file + offsets[HMTX]);
    write_heads(&cut, file + offsets[HEAD], file + offsets[HHEA], file + offsets[MAXP], is_long);
    write_directory(file, end, offsets, lengths);
    *subset = (struct truetype_subset){{file, end}, cut.count, begins};
    return true;
}
