/* What a template may ask for in {braces}: everything the contest knows of who gets a certificate, and why. */
#ifndef BIWU_PLACEHOLDERS_H
#define BIWU_PLACEHOLDERS_H

#include "text.h"

enum placeholder {
    PLACE_HEADING,
    PLACE_NUMBER,
    PLACE_NAME,
    PLACE_PERSON,
    PLACE_TEAM,
    PLACE_UNIT,
    PLACE_TITLE,
    PLACE_COUNTY,
    PLACE_SECTOR,
    PLACE_ID,
    PLACE_DRAW,
    PLACE_AWARD,
    PLACE_RANK,
    PLACE_FINAL,
    PLACE_MEMBERS,
    PLACE_CONTEST,
    PLACE_LEVEL,
    PLACE_VENUE,
    PLACE_DATE,
    PLACE_HOSTS,
    PLACE_HASH,
    PLACE_KEY,
    PLACEHOLDER_COUNT
};

struct placeholder_row {
    const char *name;
    const char *help;   /* English, translatable */
    bool is_of_contest; /* the same on every certificate */
};
extern const struct placeholder_row placeholder_rows[PLACEHOLDER_COUNT];

/* Whether it is the same on every certificate; PLACEHOLDER_COUNT, none, is. */
bool placeholder_is_of_contest(size_t placeholder);
/* The placeholder of this name; PLACEHOLDER_COUNT: there is none. */
size_t placeholder_find(struct text name);
/* The nearest name, for hints; empty where none is near. */
struct text placeholder_nearest(struct text name, struct arena scratch);

#endif
