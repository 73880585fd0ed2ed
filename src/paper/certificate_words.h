/* The number, date and award of a certificate, in words and figures. */
#ifndef BIWU_CERTIFICATE_WORDS_H
#define BIWU_CERTIFICATE_WORDS_H

#include "rules.h"

/* `CFBW-2023-{n:04}` with the number in the place of {n}, {n:4} or {n:04}. */
void certificate_write_number(struct sink *sink, struct text pattern, size_t number);

/* 2023-10-26 as 二〇二三年十月二十六日; other text stays as it is. */
void certificate_write_date(struct sink *sink, struct text date);
/* 一, 二十六; from 100 on in figures. */
void certificate_write_ordinal(struct sink *sink, size_t number);

/* An award's name; from rules.award_count on a special one's. */
struct text certificate_award(const struct rules *rules, size_t award);
/* What a team of this rank gets: 团体第一名, glued. */
struct text certificate_team_award(const struct rules *rules, size_t rank, struct arena *arena);
/* The same in the same words for good, by which a numbered certificate is known, however wording.txt has it printed. */
struct text certificate_team_place(const struct rules *rules, size_t rank, struct arena *arena);

#endif
