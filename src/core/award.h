/* Awards by rank: counts, shares, least scores, and ties across the cut (rules.md 5). */
#ifndef BIWU_AWARD_H
#define BIWU_AWARD_H

#include "ranking.h"

/* What became of one award in one sector, or in the contest where it is given per contest. */
struct award_outcome {
    int64_t planned; /* by count, percent or what is left; -1: no limit */
    size_t given;
    size_t extended;  /* of them, tied across the cut: so many more than planned */
    int64_t absorbed; /* so many fewer planned than its cut says: the award before has them, tied across its cut */
    bool is_vacant;   /* planned places stayed empty: 空缺 is printed */
    bool is_withheld; /* a tie lay across the cut, under tie: withhold or error */
};

/* Contestants who are ranked together: a sector, or the whole contest. */
struct award_group {
    struct text sector_name; /* empty for the whole contest */
    const struct placing *placings;
    size_t count;
    size_t entered;                 /* whatever their status */
    struct award_outcome *outcomes; /* one an award; set for the awards that are given in this group */
};

/* Sets award_of[contestant] to the index in rules.awards of each ranked contestant's award, or INDEX_NONE. Ties across
 * a cut that must not be are reported as warnings. */
void awards_give(const struct contest *contest, const struct award_group *sectors, size_t sector_count,
                 const struct award_group *whole, struct arena scratch, struct faults *faults, size_t *award_of);

/* ---- what awards and promotion share ---- */

enum { NO_LIMIT = -1 };

/* How many places a cut has: by count (one a sector), or a share of `ranked` or `entered`; NO_LIMIT without either. */
int64_t cut_places(const struct cut *cut, struct text sector_name, size_t ranked, size_t entered);
/* Whether a placing reaches the least score and what is needed of a round. */
bool cut_is_reached(const struct cut *cut, const struct placing *placing, struct arena scratch);

/* A queue of placings with a cut behind the first `places`. */
struct cut_line {
    size_t end;                  /* so many of the queue are before the cut */
    size_t tied_first, tied_end; /* the shared rank that lies across it; empty where none does */
};
/* Reports those who are tied across a cut; `what` is an award's name, or empty: the next level. */
void cut_report_tie(const struct contest *contest, const struct placing *const *queue, struct cut_line line,
                    struct text what, struct faults *faults);

#endif
