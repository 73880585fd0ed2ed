#include "certificate.h"

#include "certificate_pages.h"
#include "certificate_words.h"
#include "crew.h"
#include "proofread.h"

/* Each share begins with what all certificates have in common. */
enum { CERTIFICATES_A_SHARE = 64 };

/* A range of the list, laid out by one thread. */
struct share {
    struct press press;
    struct faults faults; /* counted alone */
    struct certificate_pages pages;
};

struct layout {
    const struct press *press;
    const struct standings *standings;
    const struct template *template;
    const struct certificate_list *list;
    struct share *shares;
};

static void proofread(struct certificate_pages *pages, const struct contest *contest,
                      const struct certificate *certificate)
{
    if (certificate->contestant != INDEX_NONE)
        proofread_contestant(&pages->layout.typesetter, &contest->contestants[certificate->contestant]);
}

static void add(struct certificate_pages *pages, const struct standings *standings,
                const struct certificate *certificate)
{
    struct arena before = pages->scratch;
    struct certificate_values values = certificate_values_of(&pages->values, standings, certificate, &pages->scratch);
    values.code = certificate->code;
    values.kind = shared_texts_kind(&pages->shared, standings->contest, certificate);
    certificate_pages_add(pages, &values, certificate->place);
    pages->scratch = before;
}

/* Before anything is laid out, each letter that no font has is told with whom it belongs to. */
static void lay_out(const struct layout *layout, const struct press *press, size_t first, size_t end,
                    struct certificate_pages *pages)
{
    const struct contest *contest = layout->standings->contest;
    certificate_pages_begin(pages, press, layout->template);
    proofread_specials(&pages->layout.typesetter, contest);
    for (size_t i = first; i < end; i++)
        proofread(pages, contest, &layout->list->items[i]);
    certificate_pages_share(pages, layout->standings, layout->list);
    for (size_t i = first; i < end; i++)
        add(pages, layout->standings, &layout->list->items[i]);
}

static void lay_out_share(void *context, size_t number, size_t first, size_t end)
{
    const struct layout *layout = context;
    struct share *share = &layout->shares[number];
    lay_out(layout, &share->press, first, end, &share->pages);
}

/* Joins the shares' pages to those of the first. False where there is a fault: those are reported by one thread, in the
 * order of the list. */
static bool lay_out_shares(struct layout *layout, size_t count, struct arena *scratch)
{
    size_t faults = 0, room = (size_t)(scratch->end - scratch->next) / (count + 1);
    layout->shares = ARENA_ARRAY(scratch, struct share, count);
    for (size_t i = 0; i < count; i++) {
        struct share *share = &layout->shares[i];
        share->faults = faults_in(NULL);
        share->press = *layout->press;
        share->press.faults = &share->faults;
        share->press.scratch = arena_cut(scratch, room / 2);
    }
    crew_share(layout->list->count, count, lay_out_share, layout);
    for (size_t i = 0; i < count; i++)
        faults += faults_told(&layout->shares[i].faults);
    for (size_t i = 1; i < count && faults == 0; i++)
        canvas_join(&layout->shares[0].pages.canvas, &layout->shares[i].pages.canvas);
    return faults == 0;
}

/* ---- bookmarks ---- */

static size_t sector_of(const struct contest *contest, const struct certificate *certificate)
{
    return certificate->standing ? contest->contestants[certificate->contestant].sector : INDEX_NONE;
}

static struct text group_text(const struct contest *contest, const struct certificate *certificate, struct arena *arena)
{
    enum language language = (enum language)contest->rules.language;
    if (certificate->team)
        return wording_plain(language, "leaderboard.teams");
    struct text award = certificate_award(&contest->rules, certificate->award);
    size_t sector = sector_of(contest, certificate);
    return wording_text(
        arena, language, "certificate.bookmark",
        FILL({"sector", sector == INDEX_NONE ? TEXT("") : contest_sector_title(contest, sector)}, {"award", award}));
}

/* One for each award of a sector and each special award: one a person would be ten thousand in a large file. A file of one
 * certificate has none. */
static void add_bookmarks(struct certificate_pages *pages, const struct contest *contest,
                          const struct certificate_list *list)
{
    for (size_t i = 0; i < list->count && list->count > 1; i++) {
        const struct certificate *here = &list->items[i], *before = i > 0 ? here - 1 : NULL;
        if (before && here->award == before->award && sector_of(contest, here) == sector_of(contest, before))
            continue;
        canvas_add_bookmark_of_page(&pages->canvas, group_text(contest, here, &pages->own), i);
    }
}

bool certificates_write(const struct press *press, const struct standings *standings, const struct template *template,
                        const struct certificate_list *list, struct text *pdf_bytes)
{
    struct layout layout = {press, standings, template, list, NULL};
    struct press rest = *press;
    size_t most = list->count / CERTIFICATES_A_SHARE, processors = crew_processors();
    size_t shares = most < processors ? most : processors;
    if (shares > 1 && lay_out_shares(&layout, shares, &rest.scratch)) {
        struct certificate_pages *pages = &layout.shares[0].pages;
        pages->layout.press = &rest;
        pages->scratch = rest.scratch;
        add_bookmarks(pages, standings->contest, list);
        return certificate_pages_end(pages, pdf_bytes);
    }
    struct certificate_pages pages;
    lay_out(&layout, press, 0, list->count, &pages);
    add_bookmarks(&pages, standings->contest, list);
    return certificate_pages_end(&pages, pdf_bytes);
}
