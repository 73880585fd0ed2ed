#include "running_order_page.h"

#include "glue.h"
#include "heading.h"
#include "palette.h"
#include "paragraph.h"
#include "people_list.h"
#include "people_order.h"
#include "proofread.h"
#include "score_text.h"
#include "signatures.h"
#include "words.h"

enum { DRAW, NAME, UNIT, TIME, COLUMNS };

static const struct list_column columns[COLUMNS] = {
    [DRAW] = {"running-order.draw", ALIGN_CENTRE, MM(18), false},
    [NAME] = {"running-order.name", ALIGN_LEFT, MM(24), false},
    [UNIT] = {"running-order.unit", ALIGN_LEFT, 0, true},
    [TIME] = {"running-order.time", ALIGN_LEFT, MM(34), false},
};

static const double SPACE = 8;

static struct table table_of(struct document *document, size_t sector)
{
    const struct contest *contest = document->contest;
    const size_t *people = people_by_draw(contest, sector, document->arena);
    struct table table = people_list(document, columns, COLUMNS, contest->sectors[sector].contestant_count);
    for (size_t i = 0; i < table.row_count; i++) {
        const struct contestant *contestant = &contest->contestants[people[i]];
        table.places[i] = contestant->place;
        if (contestant->draw > 0)
            table_at(&table, i, DRAW)->text = number_text(contestant->draw, document->arena);
        table_at(&table, i, NAME)->text = glue_text(contestant->name, document->arena);
        table_at(&table, i, UNIT)->text = contestant->unit;
        if (!people_expect(contestant))
            table_at(&table, i, TIME)->text = words_status(document->language, contestant->status);
    }
    return table;
}

static struct lines seed_lines(struct document *document, const struct flow *flow, struct text seed)
{
    struct text text = document_say(document, "running-order.seed", FILL({"seed", glue_text(seed, document->arena)}));
    struct span span = {text, &style_text};
    return paragraph_of(&document->typesetter, &span, 1, flow_width(flow), 0, document->language == LANGUAGE_CHINESE);
}

static void draw_section(struct document *document, size_t sector, struct text seed)
{
    static const char *const keys[] = {"running-order.drawn", "running-order.drawn-by", "running-order.witness"};
    struct rules drawn = document_signed_by(document, keys, sizeof keys / sizeof *keys);
    struct table table = table_of(document, sector);
    struct flow flow;
    if (!people_list_fit(document, &table, &flow))
        return;
    bool has_seed = seed.length > 0;
    struct lines lines = has_seed ? seed_lines(document, &flow, seed) : (struct lines){0};
    double tail = has_seed ? SPACE + (double)lines.count * LEADING_TEXT : signatures_height(&flow, &drawn);
    document_begin_section(document, &flow, contest_sector_title(document->contest, sector), false);
    heading_draw_occasion(&flow, document->rules);
    people_list_flow(&flow, &table, tail);
    if (has_seed) {
        flow.y += SPACE;
        flow_lines(&flow, &lines, LEADING_TEXT);
    } else {
        signatures_draw(&flow, &drawn);
    }
}

bool running_order_page_write(const struct press *press, struct text seed, struct text *pdf_bytes)
{
    struct document document;
    document_begin(&document, press, "running-order.title");
    for (size_t i = 0; i < press->contest->sector_count; i++) {
        proofread_sector(&document.typesetter, press->contest, i);
        draw_section(&document, i, seed);
    }
    document_draw_footers(&document);
    return document_end(&document, TEXT(""), pdf_bytes);
}
