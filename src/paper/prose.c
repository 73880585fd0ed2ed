#include "prose.h"

#include "score_text.h"

struct text prose_say(const struct prose *prose, const char *key, const struct filling *fillings)
{
    return rule_say(prose->rules, prose->arena, key, fillings);
}

/* Beyond the numerals of the wording, figures go on. */
struct text prose_number(const struct prose *prose, size_t number)
{
    struct text rest = prose_say(prose, "prose.numerals", NULL), numeral;
    for (size_t i = 1; text_next_part(&rest, ' ', &numeral); i++)
        if (i == number)
            return numeral;
    return number_text((int64_t)number, prose->arena);
}

void prose_begin_section(struct prose *prose, const char *title)
{
    ARENA_RESERVE_ONE(prose->arena, prose->sections, prose->count, prose->capacity);
    prose->sections[prose->count++] = (struct prose_section){0};
    prose->sections[prose->count - 1].heading =
        prose_say(prose, "prose.heading",
                  FILL({"number", prose_number(prose, prose->count)}, {"title", prose_say(prose, title, NULL)}));
}

void prose_add(struct prose *prose, struct text label, struct text text)
{
    struct prose_section *section = &prose->sections[prose->count - 1];
    if (text.length == 0)
        return;
    ARENA_RESERVE_ONE(prose->arena, section->paragraphs, section->count, section->capacity);
    section->paragraphs[section->count++] = (struct prose_paragraph){label, text};
}
