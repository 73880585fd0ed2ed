/* Columns that say once more who a row is about: 姓名, 单位, 领域, 出场序号 beside an id. They are compared with
 * contestants.csv and judges.csv. */
#ifndef BIWU_MARKS_BESIDE_H
#define BIWU_MARKS_BESIDE_H

#include "columns.h"
#include "tables.h"

struct beside {
    size_t contestant_cells[COLUMNS_MOST]; /* [column of contestants_format]: the header's cell, or INDEX_NONE */
    bool has_contestant_cells;             /* any of them */
    size_t judge_name_cell;                /* or INDEX_NONE */
};

/* No columns. */
struct beside beside_none(void);

/* Whether the contest keeps anything of the column, of anybody. */
bool beside_is_kept(const struct contest *contest, size_t column);

/* Whether the row says nothing of the contestant that contradicts contestants.csv; an empty cell says nothing, and blanks
 * and full-width forms do not matter. What contradicts is reported. */
bool beside_agrees_with_contestant(const struct beside *beside, const struct record *record,
                                   const struct contestant *contestant, struct arena scratch, struct faults *faults);
/* So with the judge. */
bool beside_agrees_with_judge(const struct beside *beside, const struct record *record, const struct judge *judge,
                              struct faults *faults);

#endif
