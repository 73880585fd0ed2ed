/* The sentences that an announcer reads. */
#ifndef BIWU_SCRIPT_WORDS_H
#define BIWU_SCRIPT_WORDS_H

#include "reading_aid.h"
#include "round_facts.h"

/* What the sentences of one sector are made of. */
struct script {
    const struct standings *standings;
    const struct rules *rules;
    struct reading_aid aid;
    struct round_facts *rounds; /* one a round of the contest */
    struct arena *arena;
};

/* 3号选手高玉兰, with its colon. */
struct text script_whom(const struct script *script, size_t contestant);
/* What is read of a contestant: round by round, then the final score where there is one. */
struct text script_scores(const struct script *script, size_t contestant);
/* A winner: 3号高玉兰（书院街道）. */
struct text script_winner(const struct script *script, size_t contestant);

#endif
