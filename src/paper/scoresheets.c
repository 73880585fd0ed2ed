#include "scoresheets.h"

#include "heading.h"
#include "palette.h"
#include "proofread.h"
#include "rule_words.h"
#include "scoresheet_legend.h"
#include "scoresheet_steps.h"
#include "signatures.h"

enum { ROWS_CARRIED = 2 };

static const double SPACE = 8;

/* Tried in this order until the judges fit side by side. */
static const struct {
    double size, gap;
    bool is_landscape;
    enum squeeze squeeze;
} settings[] = {{10, 8, false, SQUEEZE_SMALL}, {9, 6, false, SQUEEZE_SMALL}, {10, 8, true, SQUEEZE_SMALL},
                {9, 6, true, SQUEEZE_SMALL},   {8, 6, true, SQUEEZE_SMALL},  {7.5, 6, true, SQUEEZE_CROWDED}};
/* From which of them on several tables are tried. */
enum { SETTINGS_OF_BLOCKS = 2 };

/* All sheets of one document. */
struct scoresheets {
    const struct standings *standings;
    struct document document;
};

/* The tables of one sheet: one, or several where the judges do not fit side by side. */
struct blocks {
    struct table *tables;
    size_t count;
    struct flow flow;
};

static bool blocks_fit(struct scoresheets *all, struct scoresheet *sheet, struct blocks *blocks, size_t setting)
{
    sheet->styles = table_styles(settings[setting].size, all->document.arena);
    sheet->gap = settings[setting].gap;
    blocks->flow = flow_on(&all->document.canvas, &all->document.typesetter, settings[setting].is_landscape);
    for (sheet->block = 0; sheet->block < blocks->count; sheet->block++) {
        struct table *table = &blocks->tables[sheet->block];
        *table = scoresheet_table(sheet, all->document.arena);
        if (!table_fit(table, &all->document.typesetter, flow_width(&blocks->flow), true, settings[setting].squeeze))
            return false;
        table_spread_numbers(table, &all->document.typesetter);
    }
    return true;
}

/* False, with a fault, where not even a single judge fits. */
static bool set_blocks(struct scoresheets *all, struct scoresheet *sheet, struct blocks *blocks)
{
    size_t most = all->standings->contest->judge_count > 0 ? all->standings->contest->judge_count : 1;
    for (blocks->count = 1; blocks->count <= most; blocks->count++) {
        sheet->blocks = blocks->count;
        blocks->tables = ARENA_ARRAY(all->document.arena, struct table, blocks->count);
        for (size_t i = blocks->count > 1 ? SETTINGS_OF_BLOCKS : 0; i < sizeof settings / sizeof *settings; i++)
            if (blocks_fit(all, sheet, blocks, i))
                return true;
    }
    table_blame(&blocks->tables[0], &all->document.typesetter);
    return false;
}

/* The signers and, as one more of them, the time of signing. */
static struct rules with_time_of_signing(const struct scoresheets *all)
{
    struct rules rules = *all->document.rules;
    size_t count = rules.sign.count;
    struct text *items = ARENA_ARRAY(all->document.arena, struct text, count + 1);
    for (size_t i = 0; i < count; i++)
        items[i] = rules.sign.items[i];
    items[count] = wording_plain(all->document.language, "scoresheet.signed");
    rules.sign = (struct texts){items, count + 1};
    return rules;
}

static struct text part_text(struct scoresheets *all, struct text sector, struct text round)
{
    struct listing parts = listing_of(all->document.rules, all->document.arena, "title.separator");
    listing_add(&parts, sector);
    listing_add(&parts, round);
    return listing_text(&parts);
}

static void draw_section(struct scoresheets *all, const struct sector_standings *sector, size_t round)
{
    struct text name = contest_sector_title(all->standings->contest, sector->sector);
    struct text part = part_text(all, name, all->document.rules->rounds[round].name);
    struct scoresheet sheet = {.standings = all->standings, .sector = sector, .round = round};
    sheet.steps = scoresheet_steps(all->standings, sector->sector, round, all->document.arena, all->document.scratch);
    struct blocks blocks;
    struct flow *flow = &blocks.flow;
    if (!set_blocks(all, &sheet, &blocks))
        return;
    struct rules signers = with_time_of_signing(all);
    document_begin_section(&all->document, flow, part, !all->standings->is_complete);
    heading_draw_occasion(flow, all->document.rules);
    struct lines legend = typeset_wrapped(&all->document.typesetter, &style_quiet,
                                          scoresheet_legend(&sheet, all->document.arena), flow_width(flow));
    double closing = (double)legend.count * LEADING_TEXT + signatures_height(flow, &signers);
    tables_flow(blocks.tables, blocks.count, flow, SPACE * 2, ROWS_CARRIED, SPACE + closing);
    flow->y += SPACE;
    if (flow_room(flow) < closing)
        flow_turn_page(flow);
    flow_lines(flow, &legend, LEADING_TEXT);
    signatures_draw(flow, &signers);
}

bool scoresheets_write(const struct press *press, const struct standings *standings, struct text *pdf_bytes)
{
    struct scoresheets all = {.standings = standings};
    struct document *document = &all.document;
    document_begin(document, press, "scoresheet.title");
    if (document->rules->publish_judge_marks)
        proofread_judges(&document->typesetter, document->contest);
    for (size_t i = 0; i < standings->sector_count; i++)
        proofread_sector(&document->typesetter, document->contest, i);
    for (size_t i = 0; i < standings->sector_count; i++)
        for (size_t round = 0; round < document->rules->round_count; round++)
            draw_section(&all, &standings->sectors[i], round);
    document_draw_footers(document);
    return document_end(document, TEXT(""), pdf_bytes);
}
