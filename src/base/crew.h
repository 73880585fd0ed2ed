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

#endif
