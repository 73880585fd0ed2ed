/* Whether the result of a contest folder is official: whether its newest revision is of what lies in the folder. */
#ifndef BIWU_OFFICIAL_H
#define BIWU_OFFICIAL_H

#include "fault.h"
#include "revision.h"

struct session;

enum official_state {
    OFFICIAL_NEVER,   /* there is no revision */
    OFFICIAL_NOW,     /* the inputs are those of the newest, byte by byte, and give its result */
    OFFICIAL_CHANGED, /* they are not, or do not */
    OFFICIAL_UNTOLD,  /* the newest cannot be read */
};

struct official {
    enum official_state state;
    struct revision revision; /* the newest; its number is 0 where there is none, or it cannot be read */
};

/* Looks, once the standings are there, and warns of what has changed since the newest revision, by its place. */
void official_look(struct session *session, const char *folder);
/* Warns of what that means, where anything has. */
void official_conclude(struct session *session, const char *folder);

#endif
