#include "crew.h"

#include <unistd.h>

size_t crew_processors(void)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    long most = processors < CREW_MOST ? processors : CREW_MOST; /* GCOVR_EXCL_BR_LINE: as the machine has it */
    return most < 1 ? 1 : (size_t)most;                          /* GCOVR_EXCL_BR_LINE: systems that do not tell */
}

void crew_start(struct crew *crew, size_t count, crew_fn *work, void *context)
{
    crew->count = 0;
    while (crew->count < count && crew->count < CREW_MOST &&
           pthread_create(&crew->threads[crew->count], NULL, work, context) == 0)
        crew->count++;
}

void crew_join(struct crew *crew)
{
    while (crew->count > 0)
        pthread_join(crew->threads[--crew->count], NULL);
}

static void *take_shares(void *context)
{
    struct crew_sharing *sharing = context;
    for (size_t share; (share = atomic_fetch_add(&sharing->begun, 1)) < sharing->shares;)
        sharing->work(sharing->context, share, sharing->count * share / sharing->shares,
                      sharing->count * (share + 1) / sharing->shares);
    return NULL;
}

void crew_share_begin(struct crew_sharing *sharing, size_t helpers)
{
    crew_start(&sharing->crew, helpers, take_shares, sharing);
}

void crew_share_end(struct crew_sharing *sharing)
{
    take_shares(sharing);
    crew_join(&sharing->crew);
}

void crew_share(size_t count, size_t shares, crew_share_fn *work, void *context)
{
    struct crew_sharing sharing = {.work = work, .context = context, .count = count, .shares = shares};
    crew_share_begin(&sharing, shares - 1);
    crew_share_end(&sharing);
}
