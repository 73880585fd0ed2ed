#include "paragraph.h"

/* The fewest letters of a paragraph's last line, and by how many letters its others may be shorter for that. */
enum { LETTERS_ALONE = 5, NARROWER_MOST = 3 };

static bool ends_short(const struct lines *lines)
{
    return lines->count > 1 && lines->items[lines->count - 1].count < LETTERS_ALONE;
}

struct lines paragraph_of(struct typesetter *typesetter, const struct span *spans, size_t count, double width,
                          double indent, bool is_spread)
{
    struct lines lines = typeset_spans(typesetter, spans, count, width, indent);
    double letter = count > 0 ? spans[count - 1].style->size : 0;
    for (int i = 1; i <= NARROWER_MOST && ends_short(&lines); i++) {
        struct lines narrower = typeset_spans(typesetter, spans, count, width - (double)i * letter, indent);
        if (narrower.count > lines.count)
            break;
        if (i == NARROWER_MOST || !ends_short(&narrower))
            lines = narrower;
    }
    if (is_spread)
        lines_justify(&lines, width, indent);
    return lines;
}
