#include "outline_stock.h"

void outline_stock_init(struct outline_stock *stock, struct arena arena)
{
    *stock = (struct outline_stock){.arena = arena, .rest = arena};
    pthread_mutex_init(&stock->lock, NULL);
}

void outline_stock_release(struct outline_stock *stock)
{
    pthread_mutex_destroy(&stock->lock);
}

/* A copy, since what is stored may go any time. */
static bool find(const struct outline_stock *stock, struct text outlines, struct text *packed, struct arena *arena)
{
    for (size_t i = stock->count; i > 0; i--)
        if (text_equal(stock->items[i - 1].plain, outlines)) {
            *packed = text_copy(arena, stock->items[i - 1].packed);
            return true;
        }
    return false;
}

static size_t room(const struct arena *arena)
{
    return (size_t)(arena->end - arena->next);
}

/* Certificates of a sector and award follow each other: what was stored long ago is not asked for again. */
static void store(struct outline_stock *stock, struct text outlines, struct text packed)
{
    enum { ALIGNING = 64 };
    size_t needed = outlines.length + packed.length + ALIGNING;
    if (needed > room(&stock->arena))
        return;
    if (stock->count == OUTLINES_STORED || needed > room(&stock->rest)) {
        stock->count = 0;
        stock->rest = stock->arena;
    }
    struct text plain = text_copy(&stock->rest, outlines);
    stock->items[stock->count++] = (struct stored_outlines){plain, text_copy(&stock->rest, packed)};
}

bool outline_stock_find(struct outline_stock *stock, struct text outlines, struct text *packed, struct arena *arena)
{
    pthread_mutex_lock(&stock->lock);
    bool is_found = find(stock, outlines, packed, arena);
    pthread_mutex_unlock(&stock->lock);
    if (is_found)
        return true;
    if (!deflated_within(outlines, packed, arena))
        return false;
    pthread_mutex_lock(&stock->lock);
    store(stock, outlines, *packed); /* maybe a second time, where two threads needed them at once */
    pthread_mutex_unlock(&stock->lock);
    return true;
}
