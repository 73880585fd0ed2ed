#include "letters.h"

#include "character.h"
#include "font_packages.h"
#include "line_break.h"
#include "script.h"
#include "spacing.h"

enum { BULLET = 0x2022 };

static struct text code_point_name(uint32_t code_point, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    sink_code_point(&sink, code_point);
    return sink_written(&sink);
}

static struct text character_text(uint32_t code_point, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    sink_character(&sink, code_point);
    return sink_written(&sink);
}

/* A text is measured more than once: its missing letters are told the first time. What is about nobody tells only of
 * letters that nobody has. */
static bool is_news(struct typesetter *typesetter, uint32_t code_point)
{
    struct text about = typesetter->about;
    for (size_t i = 0; i < typesetter->missing_count; i++) {
        const struct missing_letter *known = &typesetter->missing[i];
        if (known->code_point == code_point && (about.length == 0 || text_equal(known->about, about)))
            return false;
    }
    ARENA_RESERVE_ONE(typesetter->arena, typesetter->missing, typesetter->missing_count, typesetter->missing_capacity);
    typesetter->missing[typesetter->missing_count++] =
        (struct missing_letter){code_point, text_copy(typesetter->arena, about)};
    return true;
}

static struct message missing_message(struct typesetter *typesetter, uint32_t code_point)
{
    struct text letter = character_text(code_point, typesetter->arena);
    struct text number = code_point_name(code_point, typesetter->arena);
    if (typesetter->about.length == 0)
        return MESSAGE("no font has the character “{1}” ({2})", letter, number);
    return MESSAGE("no font has the character “{1}” ({2}) of {3}", letter, number, typesetter->about);
}

static struct message unset_message(struct typesetter *typesetter, uint32_t code_point)
{
    struct text letter = character_text(code_point, typesetter->arena);
    struct text number = code_point_name(code_point, typesetter->arena);
    if (typesetter->about.length == 0)
        return MESSAGE("letters such as “{1}” ({2}) cannot be printed", letter, number);
    return MESSAGE("letters such as “{1}” ({2}) of {3} cannot be printed", letter, number, typesetter->about);
}

static void report_unset(struct typesetter *typesetter, uint32_t code_point)
{
    if (is_news(typesetter, code_point))
        faults_add(
            typesetter->faults, SEVERITY_ERROR, typesetter->place, unset_message(typesetter, code_point),
            MESSAGE("they run from right to left or join, which is not set: write it in hanzi or Latin letters"));
}

static void report_missing(struct typesetter *typesetter, uint32_t code_point)
{
    struct text package = font_package_for(code_point);
    if (!is_news(typesetter, code_point))
        return;
    struct message hint = MESSAGE("name a font file that has it in contest.yaml, under fonts");
    if (package.length > 0)
        hint =
            MESSAGE("package {1} may have it; or name a font file that has it in contest.yaml, under fonts", package);
    faults_add(typesetter->faults, SEVERITY_ERROR, typesetter->place, missing_message(typesetter, code_point), hint);
}

/* Digits are as wide as a 0, also in fonts that draw a narrow 1: figures stand under each other. */
static double digit_padding(struct typesetter *typesetter, const struct style *style, uint32_t code_point,
                            const struct glyph *glyph)
{
    struct glyph zero;
    if (code_point < '1' || code_point > '9' || !fonts_find_glyph(typesetter->fonts, style->role, '0', &zero))
        return 0;
    return zero.face == glyph->face ? (zero.advance - glyph->advance) * style->size : 0;
}

/* The form that it takes where lines go down, if a font has that; quotes among Latin letters lie with them. */
static uint32_t form_of(const struct typesetter *typesetter, const struct style *style, uint32_t character)
{
    if (!typesetter->is_vertical || character_is_narrow(character))
        return character;
    uint32_t form = character_vertical(character_code_point(character));
    struct glyph glyph;
    bool has_form = form != character_code_point(character);
    return has_form && fonts_find_glyph(typesetter->fonts, style->role, form, &glyph) ? form : character;
}

static bool is_quote(uint32_t code_point)
{
    return code_point == 0x2018 || code_point == 0x2019 || code_point == 0x201C || code_point == 0x201D;
}

/* Some fonts for Chinese have the quotes of Latin text alone: among hanzi these are the square ones of the tables' font. */
static bool find_glyph(const struct typesetter *typesetter, const struct style *style, uint32_t character,
                       struct glyph *glyph)
{
    static const double NARROW = 0.75; /* ems */
    struct glyph square;
    if (!fonts_find_glyph(typesetter->fonts, style->role, character, glyph))
        return false;
    if (is_quote(character) && glyph->advance < NARROW &&
        fonts_find_glyph(typesetter->fonts, FONT_SONG, character, &square) && square.advance > NARROW)
        *glyph = square;
    return true;
}

static struct letter letter_of(struct typesetter *typesetter, const struct style *style, uint32_t character)
{
    uint32_t code_point = character_code_point(character);
    struct letter letter = {.code_point = code_point, .character = character, .style = style};
    struct glyph glyph;
    letter.is_mark = letter_is_mark(code_point);
    letter.character = character = form_of(typesetter, style, character);
    if (!script_can_be_set(code_point)) {
        report_unset(typesetter, code_point);
        return letter;
    }
    if (!find_glyph(typesetter, style, character, &glyph)) {
        report_missing(typesetter, code_point);
        return letter;
    }
    letter.face = glyph.face;
    letter.glyph = glyph.id;
    if (typesetter->spacing != SPACING_SQUARE && character_is_plain(character))
        letter.blank = (uint8_t)fonts_blank_half(typesetter->fonts, glyph.face, code_point, typesetter->is_vertical);
    letter.padding = digit_padding(typesetter, style, code_point, &glyph);
    letter.advance = letter.is_mark ? 0 : glyph.advance * style->size + style->tracking + letter.padding;
    return letter;
}

/* Whether what follows can be a selector, or glue before one, by its first byte: hanzi, most of all letters, cannot. */
static bool may_be_selected(struct text rest)
{
    enum { LEADS_GLUE = 0xE2, LEADS_SELECTOR = 0xEF, LEADS_SUPPLEMENT = 0xF3 };
    unsigned char lead = rest.length > 0 ? (unsigned char)rest.bytes[0] : 0;
    return lead == LEADS_GLUE || lead == LEADS_SELECTOR || lead == LEADS_SUPPLEMENT;
}

/* The first letter that is not glue; 0: none. */
static uint32_t first_letter(struct text text)
{
    while (text.length > 0) {
        uint32_t code_point = text_next_character(&text);
        if (code_point != WORD_JOINER)
            return code_point;
    }
    return 0;
}

/* Latin, Greek or Cyrillic. */
static bool is_word_letter(uint32_t code_point)
{
    return code_point < 0x2000 && letter_is_of_word(code_point) && (code_point | 0x20) >= 'a';
}

/* Without any hanzi: its quotes are those of a Latin font. */
static bool is_latin(struct text text)
{
    bool has_letter = false;
    while (text.length > 0) {
        uint32_t code_point = text_next_character(&text);
        if (code_point != TEXT_INVALID && letter_is_wide(code_point))
            return false;
        has_letter |= is_word_letter(code_point);
    }
    return has_letter;
}

/* The next character of `whole`, in the form that its neighbours and a selector behind it ask for. */
static uint32_t take_character(struct text *rest, uint32_t before, struct text whole)
{
    uint32_t code_point = text_next_character(rest);
    if ((is_quote(code_point) || code_point == BULLET) &&
        (is_latin(whole) || (is_word_letter(before) && is_word_letter(first_letter(*rest)))))
        return character_narrow(code_point);
    if (code_point == TEXT_INVALID || !may_be_selected(*rest))
        return code_point;
    uint32_t after = first_letter(*rest);
    if (!character_is_selector(after) || letter_is_invisible(code_point))
        return code_point;
    text_next_character(rest);
    return character_variant(code_point, after);
}

/* Tables are made of short texts: each takes no more than it needs, and is not cleared, since letters are set whole. */
static void make_room(struct letters *letters, size_t more, struct arena *arena)
{
    size_t needed = letters->count + more, size = sizeof *letters->items;
    if (needed <= letters->capacity)
        return;
    letters->items = arena_grow_unset(arena, letters->items, letters->capacity * size, needed * size);
    letters->capacity = needed;
}

void letters_add(struct typesetter *typesetter, struct letters *letters, const struct style *style, struct text text)
{
    uint32_t before = 0;
    make_room(letters, text_characters(text), typesetter->arena);
    for (struct text rest = text; rest.length > 0;) {
        uint32_t character = take_character(&rest, before, text);
        if (character == WORD_JOINER && letters->count > 0)
            letters->items[letters->count - 1].is_glued = true;
        if (character == TEXT_INVALID || letter_is_invisible(character) || character_is_selector(character))
            continue;
        letters->items[letters->count++] = letter_of(typesetter, style, character);
        if (letters->count > 1)
            spacing_set(typesetter->spacing, &letters->items[letters->count - 2]);
        before = character_code_point(character);
    }
}

struct measure measure_begin(const struct typesetter *typesetter)
{
    return (struct measure){*typesetter->arena, typesetter->missing_count};
}

void measure_end(struct typesetter *typesetter, const struct measure *measure)
{
    if (typesetter->missing_count == measure->missing)
        *typesetter->arena = measure->before;
}

const struct style *letters_style(struct typesetter *typesetter, const struct style *style)
{
    struct style *copy = ARENA_NEW(typesetter->arena, struct style);
    *copy = *style;
    return copy;
}
