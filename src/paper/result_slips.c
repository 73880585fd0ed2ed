#include "result_slips.h"

#include "caveats.h"
#include "footer.h"
#include "glue.h"
#include "heading.h"
#include "imprint.h"
#include "leaderboard_notes.h"
#include "palette.h"
#include "paragraph.h"
#include "people_order.h"
#include "proofread.h"
#include "rule_words.h"
#include "score_text.h"
#include "slip_rounds.h"
#include "tie_notes.h"
#include "words.h"

#include <math.h>

static const double SPACE = 12, LEADING_FACT = 18, SLACK = 0.1;
/* The stamp, 45 mm across, covers host and date, which stand a little below its middle; nothing else runs there. */
static const double BEFORE_SEAL = MM(15), SEAL = MM(45), SEAL_BELOW_MIDDLE = MM(3);
static const double CONCLUSION = MM(30); /* about: what the rounds come to, and enquiries */

enum { ROWS_CARRIED = 3 };

/* All slips of one document. */
struct slips {
    const struct standings *standings;
    struct document document;
    const struct round_facts *rounds; /* of the present sector */
    bool is_small;                    /* A5 */
};

static const struct style style_result = {FONT_SONG_BOLD, SIZE_HEADING, 0, INK};

static void draw_text(struct slips *slips, struct flow *flow, const struct style *style, struct text text)
{
    struct span span = {text, style};
    struct lines lines = paragraph_of(&slips->document.typesetter, &span, 1, flow_width(flow), 0,
                                      style->size == SIZE_TEXT && slips->document.language == LANGUAGE_CHINESE);
    flow_lines(flow, &lines, style->size * 1.6);
}

/* ---- who ---- */

static void report_long(struct slips *slips, struct place place, struct text text)
{
    struct typesetter *typesetter = &slips->document.typesetter;
    faults_add(typesetter->faults, SEVERITY_ERROR, place,
               MESSAGE("“{1}” is too long for a result slip", glue_removed(text, typesetter->arena)),
               MESSAGE("shorten it, or part it by blanks or · where a line may end"));
}

static void draw_fact(struct slips *slips, struct flow *flow, const char *key, struct text value, struct place place)
{
    struct typesetter *typesetter = &slips->document.typesetter;
    struct line label = typeset_line(typesetter, &style_quiet, wording_plain(slips->document.language, key));
    double indent = label.width + SIZE_TEXT;
    struct lines lines = typeset_column(typesetter, &style_strong, value, flow_width(flow) - indent, 8, 2);
    if (value.length == 0)
        return;
    if (lines.widest > flow_width(flow) - indent + SLACK)
        report_long(slips, place, value);
    canvas_line(flow->canvas, &label, flow->left, flow->y + (LEADING_FACT - SIZE_TEXT) / 2 + ASCENT * SIZE_TEXT);
    flow->left += indent;
    flow_lines(flow, &lines, LEADING_FACT);
    flow->left -= indent;
}

static void draw_facts(struct slips *slips, struct flow *flow, const struct contestant *contestant)
{
    struct document *document = &slips->document;
    if (contestant->draw > 0)
        draw_fact(slips, flow, "slip.draw", number_text(contestant->draw, document->arena), contestant->place);
    draw_fact(slips, flow, "slip.name", glue_text(contestant->name, document->arena), contestant->place);
    draw_fact(slips, flow, "slip.unit", contestant->unit, contestant->place);
}

/* One a contestant, within that of the sector. */
static void add_bookmarks(struct slips *slips, const struct contestant *contestant, struct text sector, bool is_first)
{
    struct document *document = &slips->document;
    struct text draw = contestant->draw > 0 ? number_text(contestant->draw, document->arena) : TEXT("");
    if (is_first)
        canvas_add_bookmark(&document->canvas, document_part(document, sector), 0);
    canvas_add_bookmark_within(
        &document->canvas, document_say(document, "slip.bookmark", FILL({"draw", draw}, {"name", contestant->name})),
        0);
}

/* ---- what came of it ---- */

static struct text unranked_text(struct slips *slips, size_t contestant)
{
    struct document *document = &slips->document;
    const struct result *result = &slips->standings->results[contestant];
    int status = sheets_status(slips->standings->sheets, contestant);
    struct sink reason = sink_in(document->arena);
    struct text word = words_status(document->language, status);
    if (status == STATUS_COMPETING) {
        word = wording_plain(document->language, "leaderboard.waiting");
        if (result->why_not)
            words_write_message(&reason, document->language, result->why_not);
    }
    return document_say(document, "slip.unranked", FILL({"status", word}, {"reason", sink_written(&reason)}));
}

static struct text added_text(struct slips *slips, points value)
{
    struct document *document = &slips->document;
    if (value == 0)
        return TEXT("");
    return document_say(document, value > 0 ? "script.added" : "script.taken",
                        FILL({"points", facts_points(value, document->arena)}));
}

/* How many others have the rank. */
static size_t count_sharing(const struct sector_standings *sector, size_t rank)
{
    size_t count = 0;
    for (size_t i = 0; i < sector->ranking_count; i++)
        count += sector->ranking[i].placing.rank == rank;
    return count - 1;
}

static void draw_number_of(struct slips *slips, struct flow *flow, const char *key, const char *name, size_t number,
                           struct text keys)
{
    struct text written = number_text((int64_t)number, slips->document.arena);
    draw_text(slips, flow, &style_text, document_say(&slips->document, key, FILL({name, written}, {"keys", keys})));
}

/* What decided a tie, and what did not. */
static void draw_ties(struct slips *slips, struct flow *flow, const struct standing *standing, size_t sharing)
{
    struct document *document = &slips->document;
    size_t others;
    struct text keys = tie_keys_of(slips->standings, &standing->placing, &others, document->arena);
    if (keys.length > 0)
        draw_number_of(slips, flow, "slip.tie", "others", others, keys);
    if (sharing > 0)
        draw_number_of(slips, flow, "slip.shared.how", "others", sharing,
                       tie_keys_of_rules(document->rules, document->arena));
}

/* Why there is no award, and what is still to come. */
static void draw_caveats(struct slips *slips, struct flow *flow, size_t contestant)
{
    struct document *document = &slips->document;
    static const char *const keys[] = {"slip.veto", "slip.veto.promotion"};
    struct text veto = caveat_veto(slips->standings, contestant, keys, document->arena);
    size_t pending = caveat_pending(slips->standings, contestant);
    if (veto.length > 0)
        draw_text(slips, flow, &style_text, veto);
    if (pending > 0)
        draw_number_of(slips, flow, "slip.pending", "count", pending, TEXT(""));
}

/* Whoever is still to come may take it. */
static struct text award_text(const struct slips *slips, const struct standing *standing)
{
    bool is_told = standing->award != INDEX_NONE && slips->standings->is_complete;
    return is_told ? slips->document.rules->awards[standing->award].name : TEXT("");
}

static void draw_result(struct slips *slips, struct flow *flow, size_t contestant)
{
    struct document *document = &slips->document;
    const struct sector_standings *sector;
    const struct standing *standing = standings_find(slips->standings, contestant, &sector);
    if (!standing) {
        draw_text(slips, flow, &style_result, unranked_text(slips, contestant));
        return;
    }
    const struct result *result = standing->placing.result;
    size_t sharing = count_sharing(sector, standing->placing.rank);
    draw_text(slips, flow, &style_result,
              document_say(document, rules_lower_first(document->rules) ? "slip.final.ranks" : "slip.final",
                           FILL({"changes", added_text(slips, result->adjustments)},
                                {"final", score_text(document->rules, result->final, document->arena)},
                                {"sector", contest_sector_title(document->contest, sector->sector)},
                                {"rank", number_text((int64_t)standing->placing.rank, document->arena)},
                                {"shared", sharing > 0 ? wording_plain(document->language, "slip.shared") : TEXT("")},
                                {"count", number_text((int64_t)sector->ranking_count, document->arena)},
                                {"award", award_text(slips, standing)})));
    draw_ties(slips, flow, standing, sharing);
}

/* ---- by whom ---- */

static struct text office_text(const struct document *document, struct arena *arena)
{
    if (document->rules->protest_office.length > 0)
        return document->rules->protest_office;
    return imprint_hosts(document->rules, arena);
}

static void draw_enquiries(struct slips *slips, struct flow *flow)
{
    struct document *document = &slips->document;
    struct text office = office_text(document, document->arena);
    if (office.length + document->rules->protest_phone.length > 0)
        draw_text(slips, flow, &style_text,
                  document_say(document, "slip.enquiries",
                               FILL({"office", office}, {"phone", document->rules->protest_phone})));
}

/* Room for a seal over host and date, at the foot of the page. */
static void draw_imprint(struct slips *slips, struct flow *flow)
{
    const struct rules *rules = slips->document.rules;
    double height = imprint_height(flow, rules), above = SEAL / 2 + SEAL_BELOW_MIDDLE - height / 2;
    if (flow_room(flow) < SEAL)
        flow_turn_page(flow);
    /* At the foot of A5; of A4 below the text, not far away from it. */
    double top = slips->is_small ? flow->bottom - SEAL : fmin(flow->y + BEFORE_SEAL, flow->bottom - SEAL);
    flow->y = top + above;
    imprint_draw(flow, rules);
}

static void draw_rounds(struct slips *slips, struct flow *flow, size_t contestant)
{
    struct typesetter *typesetter = &slips->document.typesetter;
    struct table table = slip_rounds(slips->rounds, contestant, slips->document.arena);
    if (table_fit(&table, typesetter, flow_width(flow), false, SQUEEZE_CROWDED))
        table_flow(&table, flow, ROWS_CARRIED, CONCLUSION + SEAL + imprint_height(flow, slips->document.rules));
    else
        table_blame(&table, typesetter);
    flow->y += SPACE;
}

static void draw_slip(struct slips *slips, size_t number, bool is_first)
{
    struct document *document = &slips->document;
    const struct contestant *contestant = &document->contest->contestants[number];
    size_t first = document->canvas.page_count;
    struct flow flow = slips->is_small ? flow_on_small(&document->canvas, &document->typesetter)
                                       : flow_on(&document->canvas, &document->typesetter, false);
    struct text sector = contest_sector_title(document->contest, contestant->sector);
    document_begin_bare(document, &flow, sector, !slips->standings->is_complete);
    add_bookmarks(slips, contestant, sector, is_first);
    heading_draw(&flow, document->rules, document->title, sector);
    heading_draw_occasion(&flow, document->rules);
    draw_facts(slips, &flow, contestant);
    flow.y += SPACE;
    if (sheets_status(slips->standings->sheets, number) == STATUS_COMPETING)
        draw_rounds(slips, &flow, number);
    draw_result(slips, &flow, number);
    draw_caveats(slips, &flow, number);
    flow.y += SPACE;
    draw_enquiries(slips, &flow);
    draw_imprint(slips, &flow);
    footers_draw(&document->canvas, &document->typesetter, first, document->language, document->press->edition);
}

/* Means of several rounds stand in one column. */
static void align_means(struct round_facts *rounds, size_t count)
{
    int most = 0;
    for (size_t r = 0; r < count; r++)
        most = rounds[r].mean_digits > most ? rounds[r].mean_digits : most;
    for (size_t r = 0; r < count; r++)
        rounds[r].mean_digits = most;
}

static void draw_sector(struct slips *slips, size_t sector)
{
    struct document *document = &slips->document;
    const size_t *people = people_in_order(document->contest, sector, document->arena);
    struct round_facts *rounds = ARENA_ARRAY(document->arena, struct round_facts, document->rules->round_count);
    for (size_t r = 0; r < document->rules->round_count; r++)
        rounds[r] =
            round_facts_of(slips->standings, &slips->standings->sectors[sector], r, document->arena, document->scratch);
    align_means(rounds, document->rules->round_count);
    slips->rounds = rounds;
    for (size_t i = 0; i < document->contest->sectors[sector].contestant_count; i++)
        draw_slip(slips, people[i], i == 0);
}

static void draw_all(struct slips *slips, bool is_small)
{
    slips->is_small = is_small;
    slips->document.canvas = canvas_with(slips->document.press->fonts, slips->document.arena);
    for (size_t i = 0; i < slips->standings->sector_count; i++)
        draw_sector(slips, i);
}

/* One page each; false, and no faults told, where something has no room there. */
static bool draw_small(struct slips *slips)
{
    struct typesetter *typesetter = &slips->document.typesetter;
    struct faults *told = typesetter->faults, untold = faults_in(slips->document.arena);
    size_t missing = typesetter->missing_count;
    typesetter->faults = &untold;
    draw_all(slips, true);
    typesetter->faults = told;
    typesetter->missing_count = missing;
    return faults_grave(&untold) == 0 && slips->document.canvas.page_count == slips->document.contest->contestant_count;
}

bool result_slips_write(const struct press *press, const struct standings *standings, struct text *pdf_bytes)
{
    struct slips slips = {.standings = standings};
    document_begin(&slips.document, press, "slip.title");
    for (size_t i = 0; i < standings->sector_count; i++)
        proofread_sector(&slips.document.typesetter, press->contest, i);
    if (!draw_small(&slips))
        draw_all(&slips, false);
    return document_end(&slips.document, TEXT(""), pdf_bytes);
}
