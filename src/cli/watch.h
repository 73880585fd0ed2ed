/* The files of a contest folder, followed while other programs write them. */
#ifndef BIWU_WATCH_H
#define BIWU_WATCH_H

#include "snapshot.h"

enum { WATCH_MOST_OPEN = 64, WATCH_MOST_NAME = 256 };

struct watch {
    const char *folder; /* borrowed */
    struct text
        besides; /* paths of files that are followed besides, a NUL behind each; borrowed, set as they are known */
    struct arena scratch;
    int events;                                  /* inotify; -1 where there is none, and the files are looked at */
    int places[2];                               /* its watches of the folder and of scores, -1: not there */
    char open[WATCH_MOST_OPEN][WATCH_MOST_NAME]; /* what somebody has begun to write and not closed */
    size_t open_count;
    bool is_told; /* events came, so that what changed is known as it happens */
    struct snapshot settled;
};

/* The files as they are now are not news, unless somebody was writing them just now. */
void watch_begin(struct watch *watch, const char *folder, struct arena scratch);
void watch_end(struct watch *watch);

/* Whether there is anything to follow. */
bool watch_has_files(const struct watch *watch);

/* Waits until nobody is writing a file and all have been still for a moment: longer where the system does not tell of
 * changes (a network drive), and where a file has gone, which programs do while they save. False where one is still being
 * written after some seconds: call again. */
bool watch_settle(struct watch *watch);
/* Whether the files are what they were when watch_settle() returned, and nobody has begun to write. */
bool watch_is_still(struct watch *watch);
/* Waits until they are not. */
void watch_wait(struct watch *watch);
/* A file that is being written, empty where there is none. */
struct text watch_open_file(const struct watch *watch);

#endif
