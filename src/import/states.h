/* The words for states in tables, Chinese and English. */
#ifndef BIWU_STATES_H
#define BIWU_STATES_H

#include "sheets.h"

struct state_word {
    struct text word;
    int state;
};

struct state_words {
    const struct state_word *items;
    size_t count;
};

extern const struct state_words contestant_status_words; /* enum contestant_status */
extern const struct state_words judge_status_words;      /* 1: void */
extern const struct state_words cell_state_words;        /* enum cell_state */
extern const struct state_words adjustment_kind_words;   /* the sign: 1 or -1 */
extern const struct state_words no_veto_words;           /* of those whom nothing is held against */

/* Sets *state by a word, in any ASCII case; false where it is none of them. */
bool state_find(const struct state_words *words, struct text written, int *state);
/* All of the words, for hints. */
struct text state_words_listed(const struct state_words *words, struct arena *arena);

#endif
