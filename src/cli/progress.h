/* A progress bar on standard error, only where that is a terminal. */
#ifndef BIWU_PROGRESS_H
#define BIWU_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct progress {
    bool is_shown;
    size_t total, done;
    const char *label; /* of what is being done, in the user's language */
    int64_t drawn_at;  /* milliseconds, so as not to draw more often than the eye sees */
};

/* Nothing done yet of `total` steps. */
struct progress progress_start(size_t total);
/* A step named `label` begins; those before it are done. */
void progress_step(struct progress *progress, const char *label);
/* Erases the bar: what is printed next begins on a clean line. May be called again. */
void progress_end(struct progress *progress);

#endif
