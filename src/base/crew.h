/* Threads that help the calling one. */
#ifndef BIWU_CREW_H
#define BIWU_CREW_H

#include <pthread.h>
#include <stdatomic.h>
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

/* `count` items cut into `shares` ranges of about the same length, in order, each done by one thread. */
struct crew_sharing {
    crew_share_fn *work;
    void *context;
    size_t count, shares;
    atomic_size_t begun;
    struct crew crew;
};

/* Has at most `helpers` threads begin with the ranges while the calling one goes on; the first four are filled in, the rest
 * is zero. The sharing must stay where it is until crew_share_end(). */
void crew_share_begin(struct crew_sharing *sharing, size_t helpers);
/* Does what nobody has begun, and returns when all are done. */
void crew_share_end(struct crew_sharing *sharing);

/* Both at once, by as many threads as shares, the calling one among them; where the system gives fewer, they do more than
 * one. */
void crew_share(size_t count, size_t shares, crew_share_fn *work, void *context);

#endif
