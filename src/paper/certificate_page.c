#include "certificate_page.h"
#include "glue.h"

void certificate_too_long(struct certificates *all, struct text glued)
{
    struct text text = glue_removed(glued, all->canvas.arena);
    for (size_t i = 0; i < all->told.count; i++)
        if (text_equal(all->told.items[i], text))
            return;
    ARENA_RESERVE_ONE(all->canvas.arena, all->told.items, all->told.count, all->told_capacity);
    all->told.items[all->told.count++] = text;
    faults_add(all->typesetter.faults, SEVERITY_ERROR, all->typesetter.place,
               MESSAGE("“{1}” is too long for a certificate", text), MESSAGE("shorten it"));
}

struct line certificate_line(struct certificates *all, const struct style *style, struct text text, double width)
{
    struct line line = typeset_fitted(&all->typesetter, style, text, width, style->size / 2);
    if (line.width > width + 0.1)
        certificate_too_long(all, text);
    return line;
}

bool certificate_is_centred(const struct certificates *all)
{
    return all->language == LANGUAGE_ENGLISH;
}

struct style certificate_style(const struct certificates *all, const struct style *style)
{
    struct style voiced = *style;
    if (certificate_is_centred(all)) {
        voiced.role = style->role == FONT_BODY ? FONT_SONG : style->role == FONT_NAME ? FONT_SONG_BOLD : style->role;
        voiced.tracking = style->tracking / 10;
    }
    return voiced;
}
