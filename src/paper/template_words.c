/* The braces, brackets and stars of a template's texts. */
#include "placeholders.h"
#include "template_parts.h"

/* A text while it is parted: what is open, and what is found. */
struct parting {
    struct template_reader *reader;
    struct template_paragraph paragraph;
    const char *start;   /* of the letters since the last mark */
    const char *bracket; /* [ */
    const char *stars;   /* the first of two */
    size_t brackets;     /* opened so far */
    bool has_value;      /* the brackets hold a placeholder */
};

size_t template_read_placeholder(struct template_reader *reader, struct text name)
{
    size_t placeholder = placeholder_find(name);
    if (placeholder < PLACEHOLDER_COUNT)
        return placeholder;
    struct arena scratch = *reader->arena;
    struct text nearest = placeholder_nearest(text_trimmed(name), scratch);
    template_fault(reader, name.bytes, MESSAGE("there is no placeholder {1}", name),
                   nearest.length > 0 ? MESSAGE("is “{1}” meant?", nearest) : MESSAGE("biwu help template lists them"));
    return placeholder;
}

static void add_part(struct parting *parting, struct text text, size_t placeholder)
{
    struct template_paragraph *paragraph = &parting->paragraph;
    ARENA_RESERVE_ONE(parting->reader->arena, paragraph->parts, paragraph->count, paragraph->capacity);
    paragraph->parts[paragraph->count++] =
        (struct template_part){text, placeholder, parting->bracket ? parting->brackets : 0, parting->stars != NULL};
}

/* The letters up to a mark, behind which others begin at `next`. */
static void add_letters(struct parting *parting, const char *mark, const char *next)
{
    if (mark > parting->start)
        add_part(parting, (struct text){parting->start, (size_t)(mark - parting->start)}, PLACEHOLDER_COUNT);
    parting->start = next;
}

/* `rest` begins behind the opening brace, and ends behind the closing one; a fault where there is none. */
static void take_brace(struct parting *parting, const char *open, struct text *rest)
{
    struct text name = TEXT("");
    text_next_part(rest, '}', &name);
    if (!rest->bytes) {
        template_fault(parting->reader, open, MESSAGE("this brace is not closed"),
                       MESSAGE("write {name}, in half-width braces"));
        *rest = (struct text){open, 0};
        return;
    }
    add_letters(parting, open, rest->bytes);
    add_part(parting, name, template_read_placeholder(parting->reader, name));
    parting->has_value = true;
}

static void take_bracket(struct parting *parting, const char *at, bool is_open)
{
    struct template_reader *reader = parting->reader;
    if (is_open && parting->bracket)
        template_fault(reader, at, MESSAGE("brackets do not stand within brackets"), NO_HINT);
    if (!is_open && !parting->bracket)
        template_fault(reader, at, MESSAGE("this bracket was not opened"), NO_HINT);
    if (!is_open && parting->bracket && !parting->has_value)
        template_fault(reader, parting->bracket, MESSAGE("these brackets hold no placeholder"),
                       MESSAGE("a part in brackets goes where a value in it is empty"));
    add_letters(parting, at, at + 1);
    parting->bracket = is_open ? at : NULL;
    parting->brackets += is_open;
    parting->has_value = false;
}

static void take_stars(struct parting *parting, const char *at)
{
    add_letters(parting, at, at + 2);
    parting->stars = parting->stars ? NULL : at;
}

static void part_words(struct parting *parting, struct text words)
{
    struct text rest = words;
    while (rest.length > 0) {
        const char *at = rest.bytes;
        bool is_stars = text_starts_with(rest, TEXT("**"));
        rest = (struct text){at + (is_stars ? 2 : 1), rest.length - (is_stars ? 2 : 1)};
        if (is_stars)
            take_stars(parting, at);
        else if (*at == '{')
            take_brace(parting, at, &rest);
        else if (*at == '}')
            template_fault(parting->reader, at, MESSAGE("this brace was not opened"), NO_HINT);
        else if (*at == '[' || *at == ']')
            take_bracket(parting, at, *at == '[');
        else if (text_starts_with((struct text){at, rest.length + 1}, TEXT("｛")))
            template_fault(parting->reader, at, MESSAGE("this brace is in full width"),
                           MESSAGE("write {name}, in half-width braces"));
    }
    add_letters(parting, words.bytes + words.length, NULL);
}

struct template_paragraph template_read_paragraph(struct template_reader *reader, struct text words)
{
    struct parting parting = {
        .reader = reader, .paragraph.place = template_place(reader, words.bytes), .start = words.bytes};
    part_words(&parting, words);
    if (parting.bracket)
        template_fault(reader, parting.bracket, MESSAGE("this bracket is not closed"), NO_HINT);
    if (parting.stars)
        template_fault(reader, parting.stars, MESSAGE("this stress does not end"), MESSAGE("write **stress**"));
    return parting.paragraph;
}
