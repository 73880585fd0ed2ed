#include "certificate.h"

#include "certificate_pages.h"
#include "proofread.h"

/* Before anything is laid out, each letter that no font has is told with whom it belongs to. */
static void proofread(struct certificate_pages *pages, const struct contest *contest,
                      const struct certificate_list *list)
{
    proofread_specials(&pages->typesetter, contest);
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].contestant != INDEX_NONE)
            proofread_contestant(&pages->typesetter, &contest->contestants[list->items[i].contestant]);
}

bool certificates_write(const struct press *press, const struct standings *standings, const struct template *template,
                        const struct certificate_choice *choice, const struct text *codes, struct text *pdf_bytes,
                        size_t *page_count)
{
    struct certificate_pages pages;
    certificate_pages_begin(&pages, press, template);
    struct certificate_list list = certificate_list_of(standings, choice, &pages.own);
    proofread(&pages, standings->contest, &list);
    for (size_t i = 0; i < list.count; i++) {
        struct arena before = pages.scratch;
        struct certificate_values values =
            certificate_values_of(&pages.values, standings, &list.items[i], &pages.scratch);
        values.code = codes ? codes[i] : TEXT("");
        certificate_pages_add(&pages, &values, list.items[i].place);
        pages.scratch = before;
    }
    *page_count = pages.canvas.page_count;
    return certificate_pages_end(&pages, pdf_bytes);
}
