/* Threads that help the calling one. */
#ifndef BIWU_CREW_H
#define BIWU_CREW_H

#include <pthread.h>
#include <stddef.h>

enum { CREW_MOST = 8 };

struct crew {
    pthread_t threads[CREW_MOST];
    size_t count;
};

typedef void *crew_fn(void *context);

/* How many threads this process can run at once, at most CREW_MOST: 1 where it has one processor. */
size_t crew_processors(void);

/* Starts at most `count` threads, at most CREW_MOST, that run `work`; where the system gives fewer, fewer. */
void crew_start(struct crew *crew, size_t count, crew_fn *work, void *context);
/* Waits until all of them have come back. */
void crew_join(struct crew *crew);

/* Does the items `first` up to `end`, without it, of which share number `share` consists. */
typedef void crew_share_fn(void *context, size_t share, size_t first, size_t end);

/* Cuts `count` items into `shares` ranges of about the same length, in order, and has each done by a thread of its own, the
 * calling one among them; returns when all are done. Where the system gives fewer threads, they do more than one. */
void crew_share(size_t count, size_t shares, crew_share_fn *work, void *context);

#endif
