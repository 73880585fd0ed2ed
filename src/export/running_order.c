#include "running_order.h"

#include <stdlib.h>

#include "csv_page.h"
#include "figures.h"
#include "sha256.h"
#include "text_table.h"

/* ---- the draw ---- */

static bool takes_part(const struct contestant *contestant)
{
    return contestant->status == STATUS_COMPETING || contestant->status == STATUS_EXHIBITION;
}

static struct text digest_for(struct text seed, struct text id, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    sink_text(&sink, seed);
    sink_byte(&sink, '\0');
    sink_text(&sink, id);
    return sha256_text(sink_written(&sink), arena);
}

static int by_digest(const void *a, const void *b)
{
    const struct drawn *first = a, *second = b;
    return text_compare(first->digest, second->digest);
}

static void draw_sector(struct running_order *order, const struct sector *sector, struct arena *arena)
{
    struct drawn *drawn = order->drawn + order->count;
    size_t count = 0;
    for (size_t i = 0; i < sector->contestant_count; i++) {
        const struct contestant *contestant = &order->contest->contestants[sector->contestants[i]];
        if (takes_part(contestant))
            drawn[count++] = (struct drawn){sector->contestants[i], digest_for(order->seed, contestant->id, arena)};
    }
    if (count > 1)
        qsort(drawn, count, sizeof *drawn, by_digest);
    for (size_t i = 0; i < count; i++)
        order->numbers[drawn[i].contestant] = (int64_t)i + 1;
    order->count += count;
}

struct running_order running_order_of(const struct contest *contest, struct text seed, struct arena *arena)
{
    struct running_order order = {contest, seed, ARENA_ARRAY(arena, struct drawn, contest->contestant_count), 0,
                                  ARENA_ARRAY(arena, int64_t, contest->contestant_count)};
    for (size_t i = 0; i < contest->sector_count; i++)
        draw_sector(&order, &contest->sectors[i], arena);
    return order;
}

/* ---- as CSV ---- */

static struct text number_text(const struct running_order *order, const struct drawn *drawn, struct arena *arena)
{
    return figure_count(arena, (size_t)order->numbers[drawn->contestant]);
}

struct text running_order_csv(const struct running_order *order, struct arena *arena, struct arena scratch)
{
    static const struct text headers[] = {TEXT_INIT("draw"), TEXT_INIT("id"), TEXT_INIT("name"), TEXT_INIT("sector"),
                                          TEXT_INIT("unit")};
    struct csv_page page = csv_page_for(CSV_FOR_PROGRAMS, arena);
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++)
        csv_page_cell(&page, headers[i]);
    csv_page_end_row(&page);
    for (size_t i = 0; i < order->count; i++) {
        const struct contestant *contestant = &order->contest->contestants[order->drawn[i].contestant];
        csv_page_cell(&page, number_text(order, &order->drawn[i], &scratch));
        csv_page_words(&page, contestant->id);
        csv_page_words(&page, contestant->name);
        csv_page_words(&page, contestant->sector_name);
        csv_page_words(&page, contestant->unit);
        csv_page_end_row(&page);
    }
    return csv_page_written(&page);
}

/* ---- as a table ---- */

enum { SHOWN = 4 };

static size_t sector_of(const struct running_order *order, size_t position)
{
    return order->contest->contestants[order->drawn[position].contestant].sector;
}

static void write_sector(struct sink *sink, const struct running_order *order, size_t first, size_t end,
                         const struct style *style, struct arena scratch)
{
    struct table_cell *cells = ARENA_ARRAY(&scratch, struct table_cell, SHOWN * (end - first));
    for (size_t i = first; i < end; i++) {
        const struct contestant *contestant = &order->contest->contestants[order->drawn[i].contestant];
        struct table_cell *row = cells + SHOWN * (i - first);
        row[0] = (struct table_cell){number_text(order, &order->drawn[i], &scratch), TINT_BOLD};
        row[1].text = contestant->id;
        row[2].text = contestant->name;
        row[3].text = contestant->unit;
    }
    const struct table_column columns[SHOWN] = {{text_from_c(style->translate(N_("Draw"))), true, false},
                                                {text_from_c(style->translate(N_("Id"))), false, false},
                                                {text_from_c(style->translate(N_("Name"))), false, false},
                                                {text_from_c(style->translate(N_("Unit"))), false, true}};
    struct text_table table = {columns, SHOWN, cells, end - first, 0, false};
    sink_byte(sink, '\n');
    style_write_tinted(sink, style, TINT_BOLD, MESSAGE("{1}", order->contest->sectors[sector_of(order, first)].name));
    sink_byte(sink, '\n');
    sink_text(sink, text_table(&table, style, sink->arena, scratch));
}

struct text running_order_table(const struct running_order *order, const struct style *style, struct arena *arena,
                                struct arena scratch)
{
    struct sink sink = sink_in(arena);
    style_write_tinted(&sink, style, TINT_BOLD, MESSAGE("{1}", order->contest->rules.title));
    sink_byte(&sink, '\n');
    style_write(&sink, style, MESSAGE("seed: {1}", order->seed));
    sink_byte(&sink, '\n');
    for (size_t first = 0, end; first < order->count; first = end) {
        for (end = first + 1; end < order->count && sector_of(order, end) == sector_of(order, first);)
            end++;
        write_sector(&sink, order, first, end, style, scratch);
    }
    return sink_written(&sink);
}
