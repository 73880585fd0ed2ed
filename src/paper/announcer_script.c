#include "announcer_script.h"

#include "heading.h"
#include "palette.h"
#include "people_order.h"
#include "proofread.h"
#include "rule_words.h"
#include "script_words.h"

/* Read standing, at arm's length. */
static const double LEADING = 24, SPACE = 9;

static const struct style style_script = {FONT_SONG, SIZE_HEADING, 0, INK};
static const struct style style_whom = {FONT_HEI, SIZE_HEADING, 0, INK};
static const struct style style_stage = {FONT_HEI, SIZE_HEADING, 0, DEEP_RED};

enum { LINES_TOGETHER = 2, LINES_SHORT = 24 /* fewer are never parted: a sentence is read without turning the page */ };

/* A paragraph of a label and what follows it; it is not parted where it fits a page. */
static void draw_paragraph(struct document *document, struct flow *flow, struct text label, struct text text)
{
    const struct span spans[] = {{label, &style_whom}, {text, &style_script}};
    struct lines lines = typeset_spans(&document->typesetter, spans, 2, flow_width(flow), 0);
    size_t together = lines.count < LINES_SHORT ? lines.count : LINES_TOGETHER;
    if (flow_room(flow) < (double)together * LEADING)
        flow_turn_page(flow);
    flow_lines(flow, &lines, LEADING);
    flow->y += SPACE;
}

static struct script script_of(struct document *document, const struct standings *standings,
                               const struct reading_aid *aid)
{
    return (struct script){.standings = standings, .rules = document->rules, .aid = *aid, .arena = document->arena};
}

static void draw_sector(struct document *document, const struct standings *standings, size_t sector,
                        const struct reading_aid *aid)
{
    struct script script = script_of(document, standings, aid);
    const size_t *people = people_by_draw(document->contest, sector, document->arena);
    struct flow flow = flow_on(&document->canvas, &document->typesetter, false);
    script.rounds = ARENA_ARRAY(document->arena, struct round_facts, document->rules->round_count);
    for (size_t r = 0; r < document->rules->round_count; r++)
        script.rounds[r] =
            round_facts_of(standings, &standings->sectors[sector], r, document->arena, document->scratch);
    document_begin_section(document, &flow, contest_sector_title(document->contest, sector), !standings->is_complete);
    heading_draw_occasion(&flow, document->rules);
    flow.y += SPACE;
    for (size_t i = 0; i < document->contest->sectors[sector].contestant_count; i++)
        draw_paragraph(document, &flow, script_whom(&script, people[i]), script_scores(&script, people[i]));
}

/* ---- awards ---- */

static struct text winners_text(const struct script *script, size_t sector, size_t award)
{
    const struct sector_standings *standings = &script->standings->sectors[sector];
    struct listing winners = listing_of(script->rules, script->arena, "list.separator");
    for (size_t i = 0; i < standings->ranking_count; i++)
        if (standings->ranking[i].award == award)
            listing_add(&winners, script_winner(script, standings->ranking[i].placing.contestant));
    return listing_text(&winners);
}

static void draw_stage(struct document *document, struct flow *flow, struct text award)
{
    struct text text = document_say(document, "script.award", FILL({"award", award}));
    struct lines lines = typeset_wrapped(&document->typesetter, &style_stage, text, flow_width(flow));
    flow->y += SPACE;
    if (flow_room(flow) < (double)(lines.count + LINES_TOGETHER) * LEADING)
        flow_turn_page(flow);
    flow_lines(flow, &lines, LEADING);
}

static void draw_winners(struct document *document, struct flow *flow, struct text sector, struct text winners)
{
    struct text label = document_say(document, "script.sector", FILL({"sector", sector}));
    if (winners.length > 0)
        draw_paragraph(document, flow, document->contest->sector_count > 1 ? label : TEXT(""),
                       document_say(document, "script.winners", FILL({"winners", winners})));
}

static void draw_award(struct document *document, struct flow *flow, const struct script *script, size_t award)
{
    bool is_given = false;
    for (size_t i = 0; i < script->standings->sector_count; i++)
        is_given = is_given || winners_text(script, i, award).length > 0;
    if (!is_given)
        return;
    draw_stage(document, flow, document->rules->awards[award].name);
    for (size_t i = 0; i < script->standings->sector_count; i++)
        draw_winners(document, flow, document->contest->sectors[i].name, winners_text(script, i, award));
}

static void draw_special(struct document *document, struct flow *flow, const struct script *script, size_t special)
{
    struct listing winners = listing_of(script->rules, script->arena, "list.separator");
    for (size_t i = 0; i < document->contest->special_count; i++) {
        const struct special_given *given = &document->contest->specials[i];
        if (given->special == special)
            listing_add(&winners, given->contestant == INDEX_NONE
                                      ? reading_aid_text(&script->aid, given->unit, document->arena)
                                      : script_winner(script, given->contestant));
    }
    if (winners.count == 0)
        return;
    draw_stage(document, flow, document->rules->specials[special].name);
    draw_paragraph(document, flow, TEXT(""),
                   document_say(document, "script.winners", FILL({"winners", listing_text(&winners)})));
}

/* Special awards, then from the last award to the first. */
static void draw_awards(struct document *document, const struct standings *standings, const struct reading_aid *aid)
{
    struct script script = script_of(document, standings, aid);
    struct flow flow = flow_on(&document->canvas, &document->typesetter, false);
    if (document->rules->award_count + document->rules->special_count == 0)
        return;
    document_begin_section(document, &flow, wording_plain(document->language, "script.awards"),
                           !standings->is_complete);
    if (!standings->is_complete) {
        draw_paragraph(document, &flow, TEXT(""), wording_plain(document->language, "script.awards.later"));
        return;
    }
    for (size_t i = 0; i < document->rules->special_count; i++)
        draw_special(document, &flow, &script, i);
    for (size_t i = document->rules->award_count; i-- > 0;)
        draw_award(document, &flow, &script, i);
}

bool announcer_script_write(const struct press *press, const struct standings *standings, struct text *pdf_bytes)
{
    struct document document;
    document_begin(&document, press, "script.title");
    struct reading_aid aid = reading_aid_of(document.language, document.arena);
    proofread_specials(&document.typesetter, press->contest);
    for (size_t i = 0; i < standings->sector_count; i++) {
        proofread_sector(&document.typesetter, press->contest, i);
        draw_sector(&document, standings, i, &aid);
    }
    draw_awards(&document, standings, &aid);
    document_draw_footers(&document);
    return document_end(&document, TEXT(""), pdf_bytes);
}
