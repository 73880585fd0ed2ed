#include "people_order.h"

#include <stdlib.h>

#include "stroke_order.h"

/* What does not count in the contest's order is alike for all. */
struct place_in_order {
    struct text strokes;
    size_t county;
    int64_t draw;
    struct text id;
    size_t contestant;
};

static int by_place(const void *left, const void *right)
{
    const struct place_in_order *a = left, *b = right;
    int order = text_compare(a->strokes, b->strokes);
    if (order == 0)
        order = (a->county > b->county) - (a->county < b->county);
    if (order == 0)
        order = (a->draw > b->draw) - (a->draw < b->draw);
    if (order == 0)
        order = text_compare(a->id, b->id);
    return order != 0 ? order : (a->contestant > b->contestant) - (a->contestant < b->contestant);
}

/* Behind all of them for one that is not listed. */
static size_t county_place(const struct list_order *order, struct text county)
{
    size_t place = 0;
    while (place < order->counties.count && !text_equal(order->counties.items[place], county))
        place++;
    return place;
}

static struct place_in_order place_of(const struct contest *contest, const struct list_order *order, size_t number)
{
    const struct contestant *contestant = &contest->contestants[number];
    struct place_in_order place = {.contestant = number, .strokes = TEXT(""), .id = TEXT("")};
    if (order->by == ORDER_BY_ID)
        place.id = contestant->id;
    else
        place.draw = contestant->draw > 0 ? contestant->draw : INT64_MAX;
    if (order->by == ORDER_BY_COUNTY)
        place.county = county_place(order, contestant->county);
    return place;
}

static void add_strokes(const struct contest *contest, struct place_in_order *places, size_t count, struct arena *arena)
{
    struct stroke_order strokes = stroke_order_in(arena);
    for (size_t i = 0; i < count; i++)
        places[i].strokes = stroke_order_key(&strokes, contest->contestants[places[i].contestant].name, arena);
}

static size_t *people_by(const struct contest *contest, const struct list_order *order, size_t sector,
                         struct arena *arena)
{
    const struct sector *members = &contest->sectors[sector];
    size_t count = members->contestant_count;
    struct place_in_order *places = ARENA_ARRAY(arena, struct place_in_order, count);
    size_t *people = ARENA_ARRAY(arena, size_t, count);
    for (size_t i = 0; i < count; i++)
        places[i] = place_of(contest, order, members->contestants[i]);
    if (order->by == ORDER_BY_STROKES)
        add_strokes(contest, places, count, arena);
    if (count > 1)
        qsort(places, count, sizeof *places, by_place);
    for (size_t i = 0; i < count; i++)
        people[i] = places[i].contestant;
    return people;
}

size_t *people_in_order(const struct contest *contest, size_t sector, struct arena *arena)
{
    return people_by(contest, &contest->rules.publish_order, sector, arena);
}

size_t *people_by_draw(const struct contest *contest, size_t sector, struct arena *arena)
{
    return people_by(contest, &(struct list_order){.by = ORDER_BY_DRAW}, sector, arena);
}

bool people_expect(const struct contestant *contestant)
{
    return contestant->status == STATUS_COMPETING || contestant->status == STATUS_EXHIBITION;
}

bool people_have_draws(const struct contest *contest, size_t sector)
{
    const struct sector *members = &contest->sectors[sector];
    for (size_t i = 0; i < members->contestant_count; i++)
        if (contest->contestants[members->contestants[i]].draw > 0)
            return true;
    return false;
}

bool people_have_units(const struct contest *contest, size_t sector)
{
    const struct sector *members = &contest->sectors[sector];
    for (size_t i = 0; i < members->contestant_count; i++)
        if (contest->contestants[members->contestants[i]].unit.length > 0)
            return true;
    return false;
}
