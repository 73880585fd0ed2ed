/* Tasks that several threads do ahead of their turn; the calling thread takes what they made in the tasks' order.
 *
 * What comes out is therefore the same with any number of threads. The calling thread does tasks as well while the next is
 * not ready, so that one thread is enough. */
#ifndef BIWU_AHEAD_H
#define BIWU_AHEAD_H

#include <stdbool.h>

#include "arena.h"
#include "crew.h"

/* Does task number `task`, and leaves what it makes with `slot`, which nobody else touches before its turn is over. */
typedef void ahead_fn(void *context, size_t task, size_t slot);

struct ahead {
    ahead_fn *work;
    void *context;
    size_t first, count; /* tasks `first` up to `count`, without it */
    size_t slots;        /* that many tasks may be begun and not yet taken; at least 1 */

    bool *is_ready; /* by slot */
    size_t begun, taken;
    bool is_over;
    pthread_mutex_t lock; /* guards the three above */
    pthread_cond_t changed;
    struct crew crew;
};

/* Two a thread: one that it works on, and one that is done. */
#define AHEAD_SLOTS(threads) (2 * (threads))

/* Begins with the first four filled in and the rest zero. `threads` with the calling one. */
void ahead_begin(struct ahead *ahead, size_t threads, struct arena *arena);
/* The slot of the task whose turn it is, once it is done. Needs one that is left. */
size_t ahead_in_turn(struct ahead *ahead);
/* Its turn is over: the slot is free for a later task. */
void ahead_taken(struct ahead *ahead);
/* No more are wanted, whether or not all were taken. Nobody works any more when it returns. */
void ahead_end(struct ahead *ahead);

#endif
