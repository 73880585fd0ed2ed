/* Memory that will soon be written to, made ready by a thread while others read: the system clears each page when it is
 * first touched, and for ten million marks that is a fifth of all the time. */
#ifndef BIWU_MEMORY_AHEAD_H
#define BIWU_MEMORY_AHEAD_H

#include "crew.h"

struct memory_ahead {
    void *start;
    size_t size;
    struct crew crew;
};

/* Begins, where it is enough memory to be worth a thread and there is a processor for one. What is written meanwhile
 * stays. *ahead must stay where it is until the end. */
void memory_ahead_begin(struct memory_ahead *ahead, void *start, size_t size);
/* Waits until it is done; the memory may be given back then. */
void memory_ahead_end(struct memory_ahead *ahead);

#endif
