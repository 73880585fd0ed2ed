#include "mark_chart.h"

#include "heading.h"
#include "mark_chart_table.h"
#include "palette.h"
#include "paragraph.h"
#include "proofread.h"
#include "rule_words.h"

#include <string.h>

enum { ROWS_WHOLE = 12, ROWS_OF_HEAD = 4, ROWS_CARRIED = 2 };

static const double SPACE = 8, GAP = 9;

/* Tried in this order until names and strips fit side by side. */
static const struct {
    bool is_landscape;
    enum squeeze squeeze;
} settings[] = {{false, SQUEEZE_WRAPPED}, {true, SQUEEZE_WRAPPED}, {true, SQUEEZE_CROWDED}};

static struct text legend_text(const struct document *document, const struct round *round)
{
    const struct rules *rules = document->rules;
    struct listing sentences = listing_of(rules, document->arena, "sentence.separator");
    listing_add(&sentences, rule_say(rules, document->arena, "marks.dots", NULL));
    if (round->has_panels && round->panel_count > 1)
        listing_add(&sentences, rule_say(rules, document->arena, "marks.panels", NULL));
    if (mark_chart_hides_drops(round))
        listing_add(&sentences, rule_say(rules, document->arena, "marks.by-criterion", NULL));
    if (mark_chart_has_hollow_dots(round))
        listing_add(&sentences, rule_say(rules, document->arena, "marks.hollow", NULL));
    if (mark_chart_has_bars(round))
        listing_add(&sentences, rule_say(rules, document->arena, "marks.bar", NULL));
    return listing_text(&sentences);
}

/* The charts of one sector: a table a round, or none where nobody has sheets in it. */
struct charts {
    struct table *tables;
    size_t count;
    struct flow flow;
};

static bool fit_all(struct document *document, struct charts *charts, size_t setting)
{
    charts->flow = flow_on(&document->canvas, &document->typesetter, settings[setting].is_landscape);
    for (size_t i = 0; i < charts->count; i++)
        if (!table_fit(&charts->tables[i], &document->typesetter, flow_width(&charts->flow), false,
                       settings[setting].squeeze))
            return false;
    return true;
}

/* False, with a fault, where a name has no room. */
static bool fit(struct document *document, struct charts *charts)
{
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
        if (fit_all(document, charts, i))
            return true;
    for (size_t i = 0; i < charts->count; i++)
        table_blame(&charts->tables[i], &document->typesetter);
    return false;
}

/* Within another document, too, its pages bear the title of this one. */
static void begin_section(struct document *document, struct flow *flow, struct text sector, bool is_provisional)
{
    static const char *const title = "marks.title";
    struct listing bookmark = listing_of(document->rules, document->arena, "title.separator");
    document_begin_plain(document, flow, TEXT(""), is_provisional);
    flow->running_head = heading_running(flow, document->rules, title, sector);
    listing_add(&bookmark, sector);
    if (strcmp(document->title, title) != 0)
        listing_add(&bookmark, document_say(document, title, NULL));
    canvas_add_bookmark(&document->canvas, listing_text(&bookmark), 0);
    heading_draw(flow, document->rules, title, sector);
    heading_draw_occasion(flow, document->rules);
}

static void draw_text(struct document *document, struct flow *flow, const struct style *style, struct text text)
{
    struct span span = {text, style};
    struct lines lines =
        paragraph_of(flow->typesetter, &span, 1, flow_width(flow), 0, document->language == LANGUAGE_CHINESE);
    flow_lines(flow, &lines, LEADING_TEXT);
}

static void turn_page(struct flow *flow)
{
    flow_turn_page(flow);
    flow->y += SPACE / 2;
}

/* Under each other; one that fits a page is not begun where it would be parted. */
static void draw_chart(struct document *document, struct flow *flow, const struct table *table, size_t round,
                       struct text *legend)
{
    double rows = (double)(table->row_count < ROWS_WHOLE ? table->row_count : ROWS_WHOLE) + ROWS_OF_HEAD;
    if (flow_room(flow) < rows * LEADING_TEXT * 1.5)
        turn_page(flow);
    if (document->rules->round_count > 1) {
        canvas_begin_tag(flow->canvas, TAG_SECTION);
        draw_text(document, flow, &style_label, document->rules->rounds[round].name);
        canvas_end_tag(flow->canvas);
    }
    struct text own_legend = legend_text(document, &document->rules->rounds[round]);
    if (!text_equal(*legend, own_legend)) /* else it stands above already */
        draw_text(document, flow, &style_quiet, own_legend);
    *legend = own_legend;
    flow->y += SPACE / 2;
    table_flow(table, flow, ROWS_CARRIED, 0);
    flow->y += SPACE * 2;
}

void mark_chart_draw(struct document *document, const struct standings *standings,
                     const struct sector_standings *sector)
{
    const struct style *styles = table_styles(SIZE_TEXT, document->arena);
    size_t rounds = document->rules->round_count, *round_of = ARENA_ARRAY(document->arena, size_t, rounds);
    struct charts charts = {.tables = ARENA_ARRAY(document->arena, struct table, rounds)};
    for (size_t round = 0; round < rounds; round++) {
        struct table table = mark_chart_table(standings, sector, round, styles, GAP, document->arena);
        round_of[charts.count] = round;
        charts.tables[charts.count] = table;
        charts.count += table.row_count > 0;
    }
    if (charts.count == 0 || !fit(document, &charts))
        return;
    begin_section(document, &charts.flow, contest_sector_title(document->contest, sector->sector),
                  !standings->is_complete);
    struct text legend = TEXT("");
    for (size_t i = 0; i < charts.count; i++)
        draw_chart(document, &charts.flow, &charts.tables[i], round_of[i], &legend);
}

bool mark_chart_has_sheets(const struct standings *standings)
{
    const struct rules *rules = &standings->contest->rules;
    for (size_t s = 0; s < standings->sector_count; s++)
        for (size_t i = 0; i < standings->sectors[s].ranking_count; i++)
            for (size_t round = 0; round < rules->round_count; round++)
                if (round_is_judged(&rules->rounds[round]) &&
                    standings->sectors[s].ranking[i].placing.result->rounds[round].has_panel)
                    return true;
    return false;
}

bool mark_chart_write(const struct press *press, const struct standings *standings, struct text *pdf_bytes)
{
    struct document document;
    document_begin(&document, press, "marks.title");
    for (size_t i = 0; i < standings->sector_count; i++) {
        proofread_sector(&document.typesetter, document.contest, i);
        mark_chart_draw(&document, standings, &standings->sectors[i]);
    }
    document_draw_footers(&document);
    return document_end(&document, TEXT(""), pdf_bytes);
}
