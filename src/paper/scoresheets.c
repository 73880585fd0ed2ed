#include "scoresheets.h"

#include "arena_split.h"
#include "footer.h"
#include "heading.h"
#include "palette.h"
#include "proofread.h"
#include "scoresheet_legend.h"
#include "scoresheet_steps.h"
#include "signatures.h"

enum { ROWS_CARRIED = 2 };

static const double SPACE = 8;
static const double ROW_SPACE = 9; /* of a row above and below its text */

/* Tried in this order until the judges fit side by side. */
static const struct {
    double size, gap;
    bool is_landscape;
    enum squeeze squeeze;
} settings[] = {{10, 8, false, SQUEEZE_SMALL}, {9, 6, false, SQUEEZE_SMALL}, {10, 8, true, SQUEEZE_SMALL},
                {9, 6, true, SQUEEZE_SMALL},   {8, 5, true, SQUEEZE_SMALL},  {7.5, 4, true, SQUEEZE_CROWDED}};
/* From which of them on several tables are tried. */
enum { SETTINGS_OF_BLOCKS = 2 };

/* All sheets of one document. */
struct scoresheets {
    const struct standings *standings;
    const struct edition *edition;
    const struct rules *rules;
    enum language language;
    struct arena *arena, scratch;
    struct typesetter typesetter;
    struct canvas canvas;
};

/* The tables of one sheet: one, or several where the judges do not fit side by side. */
struct blocks {
    struct table *tables;
    size_t count;
    struct flow flow;
};

static bool blocks_fit(struct scoresheets *all, struct scoresheet *sheet, struct blocks *blocks, size_t setting)
{
    sheet->styles = table_styles(settings[setting].size, all->arena);
    sheet->gap = settings[setting].gap;
    blocks->flow = flow_on(&all->canvas, &all->typesetter, settings[setting].is_landscape);
    for (sheet->block = 0; sheet->block < blocks->count; sheet->block++) {
        struct table *table = &blocks->tables[sheet->block];
        *table = scoresheet_table(sheet, all->arena);
        if (!table_fit(table, &all->typesetter, flow_width(&blocks->flow), true, settings[setting].squeeze))
            return false;
    }
    return true;
}

/* False, with a fault, where not even a single judge fits. */
static bool set_blocks(struct scoresheets *all, struct scoresheet *sheet, struct blocks *blocks)
{
    size_t most = all->standings->contest->judge_count > 0 ? all->standings->contest->judge_count : 1;
    for (blocks->count = 1; blocks->count <= most; blocks->count++) {
        sheet->blocks = blocks->count;
        blocks->tables = ARENA_ARRAY(all->arena, struct table, blocks->count);
        for (size_t i = blocks->count > 1 ? SETTINGS_OF_BLOCKS : 0; i < sizeof settings / sizeof *settings; i++)
            if (blocks_fit(all, sheet, blocks, i))
                return true;
    }
    table_blame(&blocks->tables[0], &all->typesetter);
    return false;
}

/* One under the other; only the last has the signatures, `tail` high, under it. */
static void draw_blocks(struct blocks *blocks, double tail)
{
    struct flow *flow = &blocks->flow;
    for (size_t i = 0; i < blocks->count; i++) {
        const struct table *table = &blocks->tables[i];
        bool is_last = i + 1 == blocks->count;
        double height = (double)(table->row_count + 2) * (table->head->size + ROW_SPACE);
        if (i > 0 && flow_room(flow) < height + SPACE * 2)
            flow_turn_page(flow);
        else if (i > 0)
            flow->y += SPACE * 2;
        table_flow(table, flow, is_last ? ROWS_CARRIED : 0, is_last ? tail : 0);
    }
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
    sheet.steps = scoresheet_steps(all->standings, sector->sector, round, all->arena, all->scratch);
    struct blocks blocks;
    struct flow *flow = &blocks.flow;
    if (!set_blocks(all, &sheet, &blocks))
        return;
    struct rules signers = with_time_of_signing(all);
    flow->running_head = heading_running(all->rules, "scoresheet.title", part, all->arena);
    if (!all->standings->is_complete)
        flow->watermark = wording_plain(all->language, "page.provisional");

    flow_begin_section(flow);
    canvas_add_bookmark(&all->canvas, part, 0);
    heading_draw(flow, all->rules, "scoresheet.title", part);
    heading_draw_occasion(flow, all->rules);
    struct lines legend =
        typeset_wrapped(&all->typesetter, &style_quiet, scoresheet_legend(&sheet, all->arena), flow_width(flow));
    double closing = (double)legend.count * LEADING_TEXT + signatures_height(flow, &signers);
    draw_blocks(&blocks, SPACE + closing);
    flow->y += SPACE;
    if (flow_room(flow) < closing)
        flow_turn_page(flow);
    flow_lines(flow, &legend, LEADING_TEXT);
    signatures_draw(flow, &signers);
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
                              .arena = &work,
                              .scratch = scratch};
    all.typesetter = (struct typesetter){.fonts = fonts, .arena = &work, .faults = faults, .place = rules->place};
    all.canvas = canvas_with(fonts, &work);
    proofread_rules(&all.typesetter, rules);
    if (rules->publish_judge_marks)
        proofread_judges(&all.typesetter, standings->contest);
    for (size_t i = 0; i < standings->sector_count; i++)
        proofread_sector(&all.typesetter, standings->contest, i);
    for (size_t i = 0; i < standings->sector_count; i++)
        for (size_t round = 0; round < rules->round_count; round++)
            draw_section(&all, &standings->sectors[i], round);
    footers_draw(&all.canvas, &all.typesetter, 0, all.language, edition);
    if (faults_grave(faults) > grave)
        return false;
    struct document_title title = heading_of_document(rules, "scoresheet.title", TEXT(""), &work);
    return canvas_write(&all.canvas, &title, arena, scratch, pdf_bytes, faults);
}
