/* The braces, brackets and stars of a template's texts. */
#include "placeholders.h"
#include "template_parts.h"

/* A text while it is checked: what is open. */
struct marks {
    const char *bracket; /* [ */
    const char *stars;   /* the first of two */
    bool has_value;      /* the brackets hold a placeholder */
};

void template_check_placeholder(struct template_reader *reader, struct text name)
{
    if (placeholder_find(name) < PLACEHOLDER_COUNT)
        return;
    struct arena scratch = *reader->arena;
    struct text nearest = placeholder_nearest(text_trimmed(name), scratch);
    template_fault(reader, name.bytes, MESSAGE("there is no placeholder {1}", name),
                   nearest.length > 0 ? MESSAGE("is “{1}” meant?", nearest) : MESSAGE("biwu help template lists them"));
}

/* The bytes up to the closing brace, which is passed; a fault where there is none. */
static void check_brace(struct template_reader *reader, const char *open, struct text *rest)
{
    struct text name = TEXT("");
    text_next_part(rest, '}', &name);
    if (!rest->bytes) {
        template_fault(reader, open, MESSAGE("this brace is not closed"),
                       MESSAGE("write {name}, in half-width braces"));
        *rest = (struct text){open, 0};
    } else {
        template_check_placeholder(reader, name);
    }
}

static void check_bracket(struct template_reader *reader, struct marks *marks, const char *at, bool is_open)
{
    if (is_open && marks->bracket)
        template_fault(reader, at, MESSAGE("brackets do not stand within brackets"), NO_HINT);
    if (!is_open && !marks->bracket)
        template_fault(reader, at, MESSAGE("this bracket was not opened"), NO_HINT);
    if (!is_open && marks->bracket && !marks->has_value)
        template_fault(reader, marks->bracket, MESSAGE("these brackets hold no placeholder"),
                       MESSAGE("a part in brackets goes where a value in it is empty"));
    marks->bracket = is_open ? at : NULL;
    marks->has_value = false;
}

void template_check_words(struct template_reader *reader, struct text words)
{
    struct marks marks = {0};
    struct text rest = words;
    while (rest.length > 0) {
        const char *at = rest.bytes;
        bool is_stars = text_starts_with(rest, TEXT("**"));
        rest = (struct text){at + (is_stars ? 2 : 1), rest.length - (is_stars ? 2 : 1)};
        if (is_stars) {
            marks.stars = marks.stars ? NULL : at;
        } else if (*at == '{') {
            check_brace(reader, at, &rest);
            marks.has_value = true;
        } else if (*at == '}') {
            template_fault(reader, at, MESSAGE("this brace was not opened"), NO_HINT);
        } else if (*at == '[' || *at == ']') {
            check_bracket(reader, &marks, at, *at == '[');
        }
    }
    if (marks.bracket)
        template_fault(reader, marks.bracket, MESSAGE("this bracket is not closed"), NO_HINT);
    if (marks.stars)
        template_fault(reader, marks.stars, MESSAGE("this stress does not end"), MESSAGE("write **stress**"));
}
