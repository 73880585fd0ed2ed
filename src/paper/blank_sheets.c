#include "blank_sheets.h"

#include "blank_slip.h"
#include "palette.h"
#include "people_order.h"
#include "proofread.h"
#include "score_text.h"

static const double PAGE_WIDTH = MM(210), PAGE_HEIGHT = MM(297), PAGE_EDGE = MM(8);
enum { SLIPS_MOST = 4 }; /* on a page */

/* The slips of one judge in one round. */
struct pile {
    struct document *document;
    const struct slip_form *form;
    size_t round, judge;
    struct blank_slip *items;
    size_t count, capacity;
    size_t whole;       /* counted whole, where one takes several pages */
    const size_t *ends; /* of its parts: behind their last criteria */
    size_t parts;
};

/* ---- who scores whom ---- */

static bool is_recused(const struct contest *contest, size_t judge, size_t contestant)
{
    for (size_t i = 0; i < contest->recusal_count; i++)
        if (contest->recusals[i].judge == judge && contest->recusals[i].contestant == contestant)
            return true;
    return false;
}

/* Of several panels of a round the one in which the judge sits, else the one that is expected for the contestant. */
static const struct panel *panel_of(const struct contest *contest, size_t round, size_t judge, size_t contestant)
{
    const struct round *rule = &contest->rules.rounds[round];
    for (size_t i = 0; rule->has_panels && i < rule->panel_count; i++) {
        const struct panel *panel = &contest->panels[index_find(&contest->panel_names, rule->panels[i].name)];
        if (panel_seats(panel, judge))
            return panel;
    }
    return &contest->panels[contest_expected_panel(contest, round, contestant)];
}

static struct text seat_number(struct document *document, const struct panel *panel, size_t judge)
{
    size_t seat = 0;
    while (panel->judges[seat] != judge)
        seat++;
    return number_text((int64_t)seat + 1, document->arena);
}

/* ---- piles ---- */

static void add_slip(struct pile *pile, const struct panel *panel, size_t sector, size_t contestant)
{
    struct document *document = pile->document;
    pile->whole++;
    for (size_t i = 0; i < pile->parts; i++) {
        ARENA_RESERVE_ONE(document->arena, pile->items, pile->count, pile->capacity);
        pile->items[pile->count++] = (struct blank_slip){.round = pile->form->round,
                                                         .sector = sector,
                                                         .panel = panel->name,
                                                         .seat = seat_number(document, panel, pile->judge),
                                                         .contestant = contestant,
                                                         .number = pile->whole,
                                                         .first = i == 0 ? 0 : pile->ends[i - 1],
                                                         .end = pile->ends[i]};
    }
}

/* Slips of all of the sector whom the judge scores, or, where it is open who enters, of as many as will. */
static void add_sector(struct pile *pile, size_t sector)
{
    const struct contest *contest = pile->document->contest;
    const size_t *people = people_by_draw(contest, sector, pile->document->arena);
    int64_t entering = pile->form->round->advance, left = entering;
    for (size_t i = 0; i < contest->sectors[sector].contestant_count && (entering == 0 || left > 0); i++) {
        const struct panel *panel = panel_of(contest, pile->round, pile->judge, people[i]);
        if (!people_expect(&contest->contestants[people[i]]) || !panel_seats(panel, pile->judge))
            continue;
        if (entering == 0 && is_recused(contest, pile->judge, people[i]))
            continue;
        add_slip(pile, panel, sector, entering > 0 ? INDEX_NONE : people[i]);
        left--;
    }
}

/* ---- pages ---- */

/* How many slips stand on a page; 1 also for those that take several. */
static size_t slips_of_page(const struct slip_form *form)
{
    size_t count = SLIPS_MOST;
    while (count > 1 && slip_height(form, 0, form->round->criterion_count) > PAGE_HEIGHT / (double)count)
        count--;
    return count;
}

/* Shares the criteria out over as few pages as they need; gives how many, and where each ends. */
static size_t parts_of(const struct slip_form *form, size_t *ends)
{
    size_t count = 0, first = 0, all = form->round->criterion_count;
    while (first < all) {
        size_t end = first + 1;
        while (end < all && slip_height(form, first, end + 1) <= PAGE_HEIGHT - 2 * PAGE_EDGE)
            end++;
        ends[count++] = first = end;
    }
    return count;
}

static void draw_cuts(struct canvas *canvas, size_t each)
{
    for (size_t i = 1; i < each; i++) {
        double y = PAGE_HEIGHT / (double)each * (double)i;
        canvas_rule(canvas, 0, y, PAGE_WIDTH, y, 0.4, HAIRLINE);
    }
}

/* Slip s of page p is number s × pages + p, so that a cut pile is in order. */
static void draw_pile(struct pile *pile, size_t each)
{
    struct document *document = pile->document;
    size_t pages = (pile->count + each - 1) / each;
    double height = PAGE_HEIGHT / (double)each;
    for (size_t page = 0; page < pages; page++) {
        canvas_add_page(&document->canvas, PAGE_WIDTH, PAGE_HEIGHT);
        if (page == 0)
            canvas_add_bookmark(&document->canvas,
                                document_say(document, "blank-sheet.pile",
                                             FILL({"round", pile->form->round->name}, {"panel", pile->items[0].panel},
                                                  {"seat", pile->items[0].seat})),
                                0);
        draw_cuts(&document->canvas, each);
        for (size_t place = 0; place < each && place * pages + page < pile->count; place++) {
            struct blank_slip *slip = &pile->items[place * pages + page];
            slip->count = pile->whole;
            slip_draw(document, pile->form, slip, height * (double)place, height);
        }
    }
}

static void draw_round(struct document *document, size_t round)
{
    const struct contest *contest = document->contest;
    struct slip_form form = slip_form_of(document, &contest->rules.rounds[round]);
    size_t *ends = ARENA_ARRAY(document->arena, size_t, form.round->criterion_count);
    size_t parts = parts_of(&form, ends);
    for (size_t judge = 0; judge < contest->judge_count; judge++) {
        struct pile pile = {
            .document = document, .form = &form, .round = round, .judge = judge, .ends = ends, .parts = parts};
        for (size_t i = 0; !contest->judges[judge].is_void && i < contest->sector_count; i++)
            add_sector(&pile, i);
        draw_pile(&pile, slips_of_page(&form));
    }
}

bool blank_sheets_write(const struct press *press, struct text *pdf_bytes, size_t *pages)
{
    struct document document;
    document_begin(&document, press, "blank-sheet.title");
    for (size_t i = 0; i < press->contest->sector_count; i++)
        proofread_sector(&document.typesetter, press->contest, i);
    for (size_t i = 0; i < document.rules->round_count; i++)
        if (round_is_judged(&document.rules->rounds[i]))
            draw_round(&document, i);
    *pages = document.canvas.page_count;
    *pdf_bytes = TEXT("");
    if (*pages == 0)
        return faults_grave(press->faults) == document.grave;
    return document_end(&document, TEXT(""), pdf_bytes);
}
