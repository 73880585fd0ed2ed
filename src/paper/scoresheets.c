#include "scoresheets.h"

#include "arena_split.h"
#include "footer.h"
#include "heading.h"
#include "palette.h"
#include "scoresheet_table.h"
#include "signatures.h"

enum { ROWS_CARRIED = 3 };

static const double SPACE = 8;

/* Tried in this order until the judges fit side by side. */
static const struct {
    double size, gap;
    bool is_landscape;
} settings[] = {{10, 8, false}, {9, 6, false}, {10, 8, true}, {9, 6, true}, {8, 5, true}, {7, 4, true}};

/* All sheets of one document. */
struct scoresheets {
    const struct standings *standings;
    const struct edition *edition;
    const struct rules *rules;
    enum language language;
    struct arena *arena;
    struct typesetter typesetter;
    struct canvas canvas;
};

static const struct style *styles_of(double size, struct arena *arena)
{
    struct style *styles = ARENA_ARRAY(arena, struct style, SCORESHEET_STYLES);
    styles[SCORESHEET_PLAIN] = style_text;
    styles[SCORESHEET_STRONG] = style_strong;
    styles[SCORESHEET_QUIET] = style_quiet;
    styles[SCORESHEET_HEAD] = style_label;
    for (size_t i = 0; i < SCORESHEET_STYLES; i++)
        styles[i].size = size;
    return styles;
}

static struct table fitting_table(struct scoresheets *all, struct scoresheet *sheet, struct flow *flow)
{
    struct table table = {0};
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
        sheet->styles = styles_of(settings[i].size, all->arena);
        sheet->gap = settings[i].gap;
        table = scoresheet_table(sheet, all->arena);
        *flow = flow_on(&all->canvas, &all->typesetter, settings[i].is_landscape);
        if (table_fit(&table, &all->typesetter, flow_width(flow), true))
            break;
    }
    return table;
}

static const char *legend_key(const struct scoresheets *all, const struct sector_standings *sector, size_t number)
{
    const struct round *round = &all->rules->rounds[number];
    bool drops = round->method == METHOD_TRIMMED_MEAN && round->drop.high + round->drop.low > 0;
    if (round->method == METHOD_GIVEN)
        return "scoresheet.legend.given";
    if (drops && round->drop.by == DROP_BY_CRITERION && round->criterion_count > 1)
        return "scoresheet.legend.criterion";
    if (scoresheet_names_judges(all->standings, sector, number))
        return drops ? "scoresheet.legend.named" : "scoresheet.legend.named.mean";
    return drops ? "scoresheet.legend" : "scoresheet.legend.mean";
}

/* The signers and, as one more of them, the time of signing. */
static struct rules with_time_of_signing(const struct scoresheets *all)
{
    struct rules rules = *all->rules;
    size_t count = rules.sign.count;
    struct text *items = ARENA_ARRAY(all->arena, struct text, count + 1);
    for (size_t i = 0; i < count; i++)
        items[i] = rules.sign.items[i];
    items[count] = wording_plain(all->language, "scoresheet.signed");
    rules.sign = (struct texts){items, count + 1};
    return rules;
}

static struct text part_text(struct scoresheets *all, struct text sector, struct text round)
{
    struct sink sink = sink_in(all->arena);
    sink_text(&sink, sector);
    sink_text(&sink, wording_plain(all->language, "title.separator"));
    sink_text(&sink, round);
    return sink_written(&sink);
}

static void draw_section(struct scoresheets *all, const struct sector_standings *sector, size_t round)
{
    struct text name = all->standings->contest->sectors[sector->sector].name;
    struct text part = part_text(all, name, all->rules->rounds[round].name);
    struct scoresheet sheet = {.standings = all->standings, .sector = sector, .round = round};
    struct flow flow;
    struct table table = fitting_table(all, &sheet, &flow);
    struct rules signers = with_time_of_signing(all);
    flow.running_head = heading_running(all->rules, "scoresheet.title", part, all->arena);
    if (!all->standings->is_complete)
        flow.watermark = wording_plain(all->language, "page.provisional");

    flow_begin_section(&flow);
    canvas_add_bookmark(&all->canvas, part, 0);
    heading_draw(&flow, all->rules, "scoresheet.title", part);
    struct lines legend =
        typeset_wrapped(&all->typesetter, &style_quiet, wording_plain(all->language, legend_key(all, sector, round)),
                        flow_width(&flow));
    double closing = (double)legend.count * LEADING_TEXT + signatures_height(&flow, &signers);
    table_flow(&table, &flow, ROWS_CARRIED, SPACE + closing);
    flow.y += SPACE;
    if (flow_room(&flow) < closing)
        flow_turn_page(&flow);
    flow_lines(&flow, &legend, LEADING_TEXT);
    signatures_draw(&flow, &signers);
}

bool scoresheets_write(const struct standings *standings, const struct edition *edition, const struct fonts *fonts,
                       struct arena *arena, struct arena scratch, struct text *pdf_bytes, struct faults *faults)
{
    const struct rules *rules = &standings->contest->rules;
    size_t grave = faults_grave(faults);
    struct arena work = arena_split(&scratch);
    struct scoresheets all = {.standings = standings,
                              .edition = edition,
                              .rules = rules,
                              .language = (enum language)rules->language,
                              .arena = &work};
    all.typesetter = (struct typesetter){.fonts = fonts, .arena = &work, .faults = faults, .place = rules->place};
    all.canvas = canvas_with(fonts, &work);
    for (size_t i = 0; i < standings->sector_count; i++)
        for (size_t round = 0; round < rules->round_count; round++)
            draw_section(&all, &standings->sectors[i], round);
    footers_draw(&all.canvas, &all.typesetter, 0, all.language, edition);
    if (faults_grave(faults) > grave)
        return false;
    struct document_title title = heading_of_document(rules, "scoresheet.title", TEXT(""), &work);
    return canvas_write(&all.canvas, &title, arena, scratch, pdf_bytes, faults);
}
