/* Where a table goes on overleaf. */
#include "table_parts.h"

/* Fewer rows, or contestants with several rows each, look lost on a page. */
enum { ROWS_TOGETHER = 5, GROUPS_TOGETHER = 2 };

static double height(const struct table_measure *measure, size_t from, size_t to)
{
    return measure->above[to] - measure->above[from] - (double)(to - from) * measure->saving;
}

/* Behind the rows that belong to row `first`. */
static size_t group_end(const struct table_measure *measure, size_t first)
{
    size_t end = first + 1;
    while (end < measure->count && measure->has_no_rule[end])
        end++;
    return end;
}

static size_t group_start(const struct table_measure *measure, size_t row)
{
    while (row > 0 && row < measure->count && measure->has_no_rule[row])
        row--;
    return row;
}

/* Behind the rows from `from` on that go into a room; a group is parted only where no page holds it. */
static size_t rows_within(const struct table_measure *measure, size_t from, double room)
{
    size_t end = from;
    while (end < measure->count) {
        size_t next = group_end(measure, end);
        if (measure->has_no_rule[end] || height(measure, end, next) > measure->page)
            next = end + 1;
        if (height(measure, from, next) > room)
            break;
        end = next;
    }
    return end;
}

/* Each page as full as it can be; gives where the last begins. */
static size_t fill(const struct table_measure *measure, struct table_pages *pages)
{
    size_t from = 0;
    double room = measure->first;
    while (height(measure, from, measure->count) > room) {
        size_t end = rows_within(measure, from, room - TABLE_GOES_ON);
        if (end == from && (from > 0 || room >= measure->page))
            end++;
        if (end == measure->count)
            break;
        pages->begins[end] = true;
        pages->turns++;
        from = end;
        room = measure->page;
    }
    return from;
}

static bool is_lost(const struct table_measure *measure, size_t from)
{
    size_t groups = 0;
    for (size_t row = from; row < measure->count && groups < GROUPS_TOGETHER; row = group_end(measure, row))
        groups++;
    return measure->count - from < ROWS_TOGETHER || groups < GROUPS_TOGETHER;
}

/* The page before gives rows to the last while it keeps as many. */
static void share(const struct table_measure *measure, struct table_pages *pages, size_t last)
{
    size_t before = last;
    while (before > 0 && !pages->begins[--before])
        ;
    while (last > before && is_lost(measure, last)) {
        size_t row = group_start(measure, last - 1);
        double tail = pages->tail_fits ? measure->tail : 0;
        if (row <= before || row - before < measure->count - row ||
            height(measure, row, measure->count) + tail > measure->page)
            return;
        pages->begins[last] = false;
        pages->begins[row] = true;
        last = row;
    }
}

static struct table_pages share_out(const struct table_measure *measure, struct arena *arena)
{
    struct table_pages pages = {.begins = ARENA_ARRAY(arena, bool, measure->count), .saving = measure->saving};
    size_t last = fill(measure, &pages), count = measure->count;
    double room = last > 0 || pages.turns > 0 ? measure->page : measure->first;
    size_t stays = group_start(measure, count > measure->carried ? count - measure->carried : 0);
    pages.tail_fits = height(measure, last, count) + measure->tail <= room;
    if (!pages.tail_fits && stays > last && height(measure, stays, count) + measure->tail <= measure->page) {
        pages.begins[stays] = true;
        pages.turns++;
        pages.tail_fits = true;
        last = stays;
    }
    share(measure, &pages, last);
    return pages;
}

struct table_pages table_share_out(const struct table_measure *measure, double saving, struct arena *arena)
{
    if (measure->count == 0)
        return (struct table_pages){.tail_fits = true};
    struct table_pages pages = share_out(measure, arena);
    if (saving <= 0 || pages.turns > 1 || (pages.turns == 0 && pages.tail_fits))
        return pages;
    struct table_measure closer = *measure;
    closer.saving = saving;
    struct table_pages closer_pages = share_out(&closer, arena);
    return closer_pages.turns == 0 && closer_pages.tail_fits ? closer_pages : pages;
}
