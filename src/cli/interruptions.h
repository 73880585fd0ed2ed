/* SIGINT, SIGTERM and SIGHUP held back while files are written, so that whoever writes can tidy up before they end the
 * program. Signals that the caller had ignored stay ignored. */
#ifndef BIWU_INTERRUPTIONS_H
#define BIWU_INTERRUPTIONS_H

#include <signal.h>
#include <stdbool.h>

struct interruptions {
    sigset_t held, former;
};

struct interruptions interruptions_hold(void);
/* Whether one has come since: let go soon. */
bool interruptions_came(const struct interruptions *interruptions);
/* Ends the program where one has come. */
void interruptions_release(const struct interruptions *interruptions);

#endif
