/* Tables of marks to be filled in: every contestant and judge stands there, and the marks are missing.
 *
 * A round in which judges give one mark each has a row a contestant and a column a judge; one with several criteria a row a
 * contestant and judge and a column a criterion; one of given marks a row a mark. Where contestants of a round have different
 * panels, each panel has a table. Rounds of ballots have none. Who is recused stands there as 回避; who does not take part,
 * and judges whose marks are void, do not. */
#ifndef BIWU_SCORE_GRIDS_H
#define BIWU_SCORE_GRIDS_H

#include "sheets.h"

struct score_grid {
    struct text stem; /* of the file's name, which says the round: 登台述评, 面试-第一考官组 */
    struct text csv;  /* for spreadsheets */
};

struct score_grids {
    struct score_grid *items;
    size_t count, capacity;
};

/* Whom tables name beside the ids: names of people who may still change would contradict the people's own tables. */
struct grid_names {
    bool contestants, judges;
};

/* Needs the empty sheets of a completed contest. */
struct score_grids score_grids_of(const struct sheets *sheets, struct grid_names names, struct arena *arena,
                                  struct arena scratch);

#endif
