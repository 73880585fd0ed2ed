#include "letters.h"

#include "font_packages.h"
#include "line_break.h"

static struct text code_point_name(uint32_t code_point, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    sink_c(&sink, "U+");
    for (int shift = code_point > 0xFFFF ? 16 + (code_point > 0xFFFFF ? 4 : 0) : 12; shift >= 0; shift -= 4)
        sink_byte(&sink, "0123456789ABCDEF"[code_point >> shift & 0xF]);
    return sink_written(&sink);
}

static struct text character_text(uint32_t code_point, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    sink_character(&sink, code_point);
    return sink_written(&sink);
}

/* A text is measured more than once: its missing letters are told the first time. */
static bool is_news(struct typesetter *typesetter, uint32_t code_point, struct text about)
{
    for (size_t i = 0; i < typesetter->missing_count; i++) {
        const struct missing_letter *known = &typesetter->missing[i];
        if (known->code_point == code_point && text_equal(known->about, about))
            return false;
    }
    ARENA_RESERVE_ONE(typesetter->arena, typesetter->missing, typesetter->missing_count, typesetter->missing_capacity);
    typesetter->missing[typesetter->missing_count++] =
        (struct missing_letter){code_point, text_copy(typesetter->arena, about)};
    return true;
}

static void report_missing(struct typesetter *typesetter, uint32_t code_point, struct text text)
{
    struct arena *arena = typesetter->arena;
    struct text package = font_package_for(code_point);
    struct text whom = typeset_unglued(typesetter->about.length > 0 ? typesetter->about : text, arena);
    if (!is_news(typesetter, code_point, whom))
        return;
    struct message hint = MESSAGE("name a font file that has it in contest.yaml, under fonts");
    if (package.length > 0)
        hint =
            MESSAGE("package {1} may have it; or name a font file that has it in contest.yaml, under fonts", package);
    faults_add(typesetter->faults, SEVERITY_ERROR, typesetter->place,
               MESSAGE("no font has the character “{1}” ({2}) of {3}", character_text(code_point, arena),
                       code_point_name(code_point, arena), whom),
               hint);
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

static struct letter letter_of(struct typesetter *typesetter, const struct style *style, uint32_t code_point,
                               struct text text)
{
    struct letter letter = {.code_point = code_point, .style = style, .is_mark = letter_is_mark(code_point)};
    struct glyph glyph;
    if (!fonts_find_glyph(typesetter->fonts, style->role, code_point, &glyph)) {
        report_missing(typesetter, code_point, text);
        return letter;
    }
    letter.face = glyph.face;
    letter.glyph = glyph.id;
    letter.padding = digit_padding(typesetter, style, code_point, &glyph);
    letter.advance = letter.is_mark ? 0 : glyph.advance * style->size + style->tracking + letter.padding;
    return letter;
}

void letters_add(struct typesetter *typesetter, struct letters *letters, const struct style *style, struct text text)
{
    for (struct text rest = text; rest.length > 0;) {
        uint32_t code_point = text_next_character(&rest);
        if (code_point == WORD_JOINER && letters->count > 0)
            letters->items[letters->count - 1].is_glued = true;
        if (code_point == TEXT_INVALID || letter_is_invisible(code_point))
            continue;
        ARENA_RESERVE_ONE(typesetter->arena, letters->items, letters->count, letters->capacity);
        letters->items[letters->count++] = letter_of(typesetter, style, code_point, text);
    }
}

const struct style *letters_style(struct typesetter *typesetter, const struct style *style)
{
    struct style *copy = ARENA_NEW(typesetter->arena, struct style);
    *copy = *style;
    return copy;
}
