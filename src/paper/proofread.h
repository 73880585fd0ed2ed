/* Looks for letters that no font has before a document is set, so that each is blamed on who brought it in. */
#ifndef BIWU_PROOFREAD_H
#define BIWU_PROOFREAD_H

#include "contest.h"
#include "letters.h"

/* A text as that of `about`, who may be empty, whose line in the input is `place`. */
void proofread_text(struct typesetter *typesetter, struct text about, struct place place, struct text text);
/* The contest's own texts: title, hosts, rounds, awards, signers. */
void proofread_rules(struct typesetter *typesetter, const struct rules *rules);
/* Whom objections to the intended awards go to. */
void proofread_notice(struct typesetter *typesetter, const struct rules *rules);
/* A sector's name and all who are in it. */
void proofread_sector(struct typesetter *typesetter, const struct contest *contest, size_t sector);
void proofread_contestant(struct typesetter *typesetter, const struct contestant *contestant);
/* Special awards that were given: units and reasons. */
void proofread_specials(struct typesetter *typesetter, const struct contest *contest);
/* What the contest was told beside marks: special awards, decisions, points on the final, with their reasons. */
void proofread_outcomes(struct typesetter *typesetter, const struct contest *contest);
void proofread_judges(struct typesetter *typesetter, const struct contest *contest);

#endif
