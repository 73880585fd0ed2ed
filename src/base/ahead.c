#include "ahead.h"

static bool may_begin(const struct ahead *ahead)
{
    return ahead->begun < ahead->count && ahead->begun < ahead->taken + ahead->slots;
}

/* Does the next task that nobody has begun. Holds the lock but while it does. */
static void do_one(struct ahead *ahead)
{
    size_t task = ahead->begun++, slot = task % ahead->slots;
    pthread_mutex_unlock(&ahead->lock);
    ahead->work(ahead->context, task, slot);
    pthread_mutex_lock(&ahead->lock);
    ahead->is_ready[slot] = true;
    pthread_cond_broadcast(&ahead->changed);
}

static void do_one_or_wait(struct ahead *ahead)
{
    if (may_begin(ahead))
        do_one(ahead);
    else
        pthread_cond_wait(&ahead->changed, &ahead->lock);
}

static void *help(void *context)
{
    struct ahead *ahead = context;
    pthread_mutex_lock(&ahead->lock);
    while (!ahead->is_over && ahead->begun < ahead->count)
        do_one_or_wait(ahead);
    pthread_mutex_unlock(&ahead->lock);
    return NULL;
}

void ahead_begin(struct ahead *ahead, size_t threads, struct arena *arena)
{
    ahead->is_ready = ARENA_ARRAY(arena, bool, ahead->slots);
    ahead->begun = ahead->taken = ahead->first;
    pthread_mutex_init(&ahead->lock, NULL);
    pthread_cond_init(&ahead->changed, NULL);
    crew_start(&ahead->crew, threads - 1, help, ahead);
}

size_t ahead_in_turn(struct ahead *ahead)
{
    size_t slot = ahead->taken % ahead->slots;
    pthread_mutex_lock(&ahead->lock);
    while (!ahead->is_ready[slot])
        do_one_or_wait(ahead);
    pthread_mutex_unlock(&ahead->lock);
    return slot;
}

void ahead_taken(struct ahead *ahead)
{
    pthread_mutex_lock(&ahead->lock);
    ahead->is_ready[ahead->taken % ahead->slots] = false;
    ahead->taken++;
    pthread_cond_broadcast(&ahead->changed);
    pthread_mutex_unlock(&ahead->lock);
}

void ahead_end(struct ahead *ahead)
{
    pthread_mutex_lock(&ahead->lock);
    ahead->is_over = true;
    pthread_cond_broadcast(&ahead->changed);
    pthread_mutex_unlock(&ahead->lock);
    crew_join(&ahead->crew);
    pthread_cond_destroy(&ahead->changed);
    pthread_mutex_destroy(&ahead->lock);
}
