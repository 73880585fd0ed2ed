/* Room for the reading of characters that few people know, in what is read aloud. */
#ifndef BIWU_READING_AID_H
#define BIWU_READING_AID_H

#include "wording.h"

/* Characters that are no rarity: a bit a code point. */
struct reading_aid {
    enum language language;
    uint64_t *known;
};

/* Those of templates/characters/common.txt. */
struct reading_aid reading_aid_of(enum language language, struct arena *arena);
/* The text, with a blank in parentheses (of the wording) behind each hanzi that is not among them. */
struct text reading_aid_text(const struct reading_aid *aid, struct text text, struct arena *arena);

#endif
