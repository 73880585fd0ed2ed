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
