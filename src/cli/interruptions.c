#include "interruptions.h"

#include <stddef.h>

static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
enum { SIGNAL_COUNT = sizeof signals / sizeof *signals };

struct interruptions interruptions_hold(void)
{
    struct interruptions interruptions;
    sigemptyset(&interruptions.held);
    for (size_t i = 0; i < SIGNAL_COUNT; i++) {
        struct sigaction action;
        /* A blocked signal is pending even where it is ignored, and would then look as if it were to end us. */
        if (sigaction(signals[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN)
            sigaddset(&interruptions.held, signals[i]);
    }
    sigprocmask(SIG_BLOCK, &interruptions.held, &interruptions.former);
    return interruptions;
}

bool interruptions_came(const struct interruptions *interruptions)
{
    sigset_t pending;
    bool has_come = false;
    sigpending(&pending);
    for (size_t i = 0; i < SIGNAL_COUNT; i++)
        has_come = has_come || (sigismember(&interruptions->held, signals[i]) && sigismember(&pending, signals[i]));
    return has_come;
}

void interruptions_release(const struct interruptions *interruptions)
{
    sigprocmask(SIG_SETMASK, &interruptions->former, NULL);
}
