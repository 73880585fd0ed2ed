#include "crew.h"

#include <stdatomic.h>
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

struct sharing {
    crew_share_fn *work;
    void *context;
    size_t count, shares;
    atomic_size_t begun;
};

static void *take_shares(void *context)
{
    struct sharing *sharing = context;
    for (size_t share; (share = atomic_fetch_add(&sharing->begun, 1)) < sharing->shares;)
        sharing->work(sharing->context, share, sharing->count * share / sharing->shares,
                      sharing->count * (share + 1) / sharing->shares);
    return NULL;
}

void crew_share(size_t count, size_t shares, crew_share_fn *work, void *context)
{
    struct sharing sharing = {.work = work, .context = context, .count = count, .shares = shares};
    struct crew crew;
    crew_start(&crew, shares - 1, take_shares, &sharing);
    take_shares(&sharing);
    crew_join(&crew);
}
