#include "summary_page.h"

#include "glue.h"
#include "imprint.h"
#include "palette.h"
#include "paragraph.h"
#include "rule_words.h"
#include "score_text.h"
#include "summary_tables.h"

static const double SPACE = 8, GAP = 9;

enum { ROWS_BEGUN = 3, ROWS_CARRIED = 2 };
enum { WINNERS_MOST = 60 }; /* more than these are no names to remember: the rankings list them */

bool summary_page_is_needed(const struct standings *standings, struct arena scratch)
{
    return standings->contest->sector_count > 1 || summary_count_counties(standings, scratch) > 1;
}

/* ---- texts ---- */

static size_t count_judges(const struct contest *contest)
{
    size_t count = 0;
    for (size_t i = 0; i < contest->judge_count; i++)
        count += !contest->judges[i].is_void;
    return count;
}

static struct text number_or_none(size_t number, struct arena *arena)
{
    return number > 0 ? number_text((int64_t)number, arena) : TEXT("");
}

static struct text basis_text(const struct document *document, const struct standings *standings)
{
    const struct contest *contest = document->contest;
    struct arena *arena = document->arena;
    size_t sectors = contest->sector_count;
    return rule_say(document->rules, arena, standings->is_complete ? "summary.basis" : "summary.basis.provisional",
                    FILL({"hosts", imprint_hosts(document->rules, arena)}, {"contest", document->rules->title},
                         {"level", document->rules->level}, {"date", imprint_date(document->rules, arena)},
                         {"place", document->rules->venue},
                         {"contestants", number_text((int64_t)contest->contestant_count, arena)},
                         {"sectors", number_or_none(sectors > 1 ? sectors : 0, arena)},
                         {"judges", number_or_none(count_judges(contest), arena)}));
}

/* Who has the first award, of one sector. */
static struct text winners_text(const struct document *document, const struct sector_standings *sector)
{
    const struct rules *rules = document->rules;
    struct listing people = listing_of(rules, document->arena, "list.separator");
    for (size_t i = 0; i < sector->ranking_count; i++) {
        const struct contestant *contestant = &document->contest->contestants[sector->ranking[i].placing.contestant];
        if (sector->ranking[i].award == 0)
            listing_add(&people, rule_say(rules, document->arena, "summary.winner",
                                          FILL({"name", glue_text(contestant->name, document->arena)},
                                               {"unit", contestant->unit})));
    }
    return listing_text(&people);
}

static size_t count_winners(const struct standings *standings)
{
    size_t count = 0;
    for (size_t s = 0; s < standings->sector_count; s++)
        for (size_t i = 0; i < standings->sectors[s].ranking_count; i++)
            count += standings->sectors[s].ranking[i].award == 0;
    return count;
}

/* ---- drawing ---- */

static void draw_text(struct document *document, struct flow *flow, const struct style *style, struct text text)
{
    struct span span = {text, style};
    struct lines lines =
        paragraph_of(flow->typesetter, &span, 1, flow_width(flow), 0, document->language == LANGUAGE_CHINESE);
    flow_lines(flow, &lines, LEADING_TEXT);
}

static void draw_heading(struct document *document, struct flow *flow, struct text text, double below)
{
    flow->y += SPACE * 1.5;
    if (flow_room(flow) < LEADING_TEXT + below)
        flow_turn_page(flow);
    canvas_begin_tag(flow->canvas, TAG_SECTION);
    draw_text(document, flow, &style_label, text);
    canvas_end_tag(flow->canvas);
    flow->y += SPACE / 2;
}

static void draw_table(struct document *document, struct flow *flow, const struct table *table, const char *heading)
{
    size_t rows = table->row_count < ROWS_BEGUN ? table->row_count : ROWS_BEGUN;
    double below = (double)(rows + 2) * LEADING_TEXT * 1.5;
    draw_heading(document, flow, document_say(document, heading, NULL), below);
    table_flow(table, flow, ROWS_CARRIED, 0);
}

static bool fits(struct document *document, const struct flow *flow, struct table *table, enum squeeze most)
{
    double width = flow_width(flow);
    if (table_fit(table, &document->typesetter, width, false, most))
        return true;
    for (size_t i = 0; i < table->column_count; i++) /* columns of numbers are equally wide where there is room */
        table->columns[i].group = 0;
    return table_fit(table, &document->typesetter, width, false, most) ||
           table_fit(table, &document->typesetter, width, true, most);
}

/* With as much as has room: sectors and awards, either, or neither. */
static void draw_counties(struct document *document, const struct standings *standings, struct flow *flow,
                          const struct style *styles)
{
    bool has_sectors = document->contest->sector_count > 1, has_awards = document->rules->award_count > 0;
    const struct summary_choice choices[] = {
        {has_sectors, has_awards}, {has_sectors, false}, {false, has_awards}, {false, false}};
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
        struct table table = summary_by_county(standings, choices[i], styles, GAP, document->arena);
        if (fits(document, flow, &table, SQUEEZE_DEEP) ||
            (i + 1 == sizeof choices / sizeof *choices && fits(document, flow, &table, SQUEEZE_CROWDED))) {
            draw_table(document, flow, &table, "summary.by.county");
            return;
        }
        if (i + 1 == sizeof choices / sizeof *choices)
            table_blame(&table, &document->typesetter);
    }
}

static void draw_winners(struct document *document, const struct standings *standings, struct flow *flow)
{
    const struct rules *rules = document->rules;
    bool is_first = true;
    if (rules->award_count == 0 || rules->awards[0].rest || count_winners(standings) > WINNERS_MOST)
        return;
    for (size_t i = 0; i < standings->sector_count; i++) {
        struct text people = winners_text(document, &standings->sectors[i]);
        if (people.length == 0)
            continue;
        if (is_first)
            draw_heading(document, flow, rules->awards[0].name, LEADING_TEXT);
        is_first = false;
        draw_text(document, flow, &style_text,
                  rule_say(rules, document->arena, "summary.winners",
                           FILL({"sector", contest_sector_title(document->contest, standings->sectors[i].sector)},
                                {"people", people})));
    }
}

void summary_page_draw(struct document *document, const struct standings *standings)
{
    const struct style *styles = table_styles(SIZE_TEXT, document->arena);
    struct table sectors = summary_by_sector(standings, styles, GAP, document->arena);
    struct flow flow = flow_on(&document->canvas, &document->typesetter, false);
    if (!fits(document, &flow, &sectors, SQUEEZE_SMALL)) {
        flow = flow_on(&document->canvas, &document->typesetter, true);
        if (!fits(document, &flow, &sectors, SQUEEZE_CROWDED)) {
            table_blame(&sectors, &document->typesetter);
            return;
        }
    }
    document_begin_section(document, &flow, document_say(document, "summary.title", NULL), !standings->is_complete);
    draw_text(document, &flow, &style_text, basis_text(document, standings));
    if (contest_sector_title(document->contest, 0).length > 0) /* else the counties' table has the same row, all */
        draw_table(document, &flow, &sectors, "summary.by.sector");
    if (summary_count_counties(standings, document->scratch) > 1)
        draw_counties(document, standings, &flow, styles);
    draw_winners(document, standings, &flow);
    flow.y += SPACE * 2;
    if (flow_room(&flow) < imprint_height(&flow, document->rules))
        flow_turn_page(&flow);
    imprint_draw(&flow, document->rules);
}
