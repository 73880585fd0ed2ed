/* The field's terms as they stand on paper, in both languages of print. What the tool itself says to its user is
 * translated by the command line's catalogue, not here. */
#ifndef BIWU_WORDS_H
#define BIWU_WORDS_H

#include "contest.h"

/* The word for `english` in a contest's language; needs a word that the table holds. */
struct text words_in(enum language language, const char *english);
/* A message of the core (why a contestant has no score, say) in a contest's language. */
void words_write_message(struct sink *sink, enum language language, const struct message *message);
/* 弃权, withdrawn … */
struct text words_status(enum language language, int contestant_status);
/* The date 2023-10-26 as 2023年10月26日, or 26 October 2023. Other text stays as it is. */
void words_write_date(struct sink *sink, enum language language, struct text date);
/* The contest's own name of a round, of a tie key as a reader calls it: 登台述评, "sub-decimal score". */
void words_write_tie_key(struct sink *sink, const struct rules *rules, const struct tie_key *key);

#endif
