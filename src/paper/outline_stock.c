#include "outline_stock.h"

enum {
    STORED = 64,
    ROOM_LEAST = 1 << 16, /* for the list */
    ROOM_EACH = 4,        /* times the outlines: themselves, and deflated with the room for that */
};

void outline_stock_init(struct outline_stock *stock, struct arena arena)
{
    *stock = (struct outline_stock){.arena = arena};
    pthread_mutex_init(&stock->lock, NULL);
}

void outline_stock_release(struct outline_stock *stock)
{
    pthread_mutex_destroy(&stock->lock);
}

static const struct stored_outlines *find(const struct outline_stock *stock, struct text outlines)
{
    for (size_t i = 0; i < stock->count; i++)
        if (text_equal(stock->items[i].plain, outlines))
            return &stock->items[i];
    return NULL;
}

static bool has_room(const struct outline_stock *stock, struct text outlines)
{
    size_t room = (size_t)(stock->arena.end - stock->arena.next);
    return stock->count < STORED && room > ROOM_LEAST && outlines.length < (room - ROOM_LEAST) / ROOM_EACH;
}

static bool store(struct outline_stock *stock, struct text outlines, struct text *packed)
{
    if (!deflated_within(outlines, packed, &stock->arena))
        return false;
    if (stock->count == 0)
        stock->items = ARENA_ARRAY(&stock->arena, struct stored_outlines, STORED);
    stock->items[stock->count++] = (struct stored_outlines){text_copy(&stock->arena, outlines), *packed};
    return true;
}

bool outline_stock_find(struct outline_stock *stock, struct text outlines, struct text *packed, struct arena *arena)
{
    pthread_mutex_lock(&stock->lock);
    const struct stored_outlines *found = find(stock, outlines);
    bool is_stored = found || has_room(stock, outlines), is_made = true;
    if (found)
        *packed = found->packed;
    else if (is_stored)
        is_made = store(stock, outlines, packed);
    pthread_mutex_unlock(&stock->lock);
    return is_stored ? is_made : deflated_within(outlines, packed, arena);
}
