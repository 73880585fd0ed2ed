/* Outlines with which the fonts of many documents begin, as those of certificates in files of their own do: kept
 * deflated for those that follow; two threads that need them at once may both deflate them. */
#ifndef BIWU_OUTLINE_STOCK_H
#define BIWU_OUTLINE_STOCK_H

#include <pthread.h>

#include "deflate.h"

enum { OUTLINES_STORED = 64 };

struct stored_outlines {
    struct text plain, packed;
};

struct outline_stock {
    struct arena arena, rest; /* of what is stored: all of it, and what is free */
    struct stored_outlines items[OUTLINES_STORED];
    size_t count;
    pthread_mutex_t lock; /* guards all of them */
};

/* What is stored lives in `arena`, which is the stock's own; when it is full, the stock begins anew. Needs
 * outline_stock_release(). */
void outline_stock_init(struct outline_stock *stock, struct arena arena);
void outline_stock_release(struct outline_stock *stock);

/* deflated_within() of these bytes, in `arena`; the same whether they were stored or not. */
bool outline_stock_find(struct outline_stock *stock, struct text outlines, struct text *packed, struct arena *arena);

#endif
