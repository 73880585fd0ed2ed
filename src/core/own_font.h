/* A font of the user's own, as contest.yaml names it. */
#ifndef BIWU_OWN_FONT_H
#define BIWU_OWN_FONT_H

#include "fault.h"

struct own_font {
    struct text wish; /* a file or family; empty: the built-in choice */
    struct place place;
};

#endif
