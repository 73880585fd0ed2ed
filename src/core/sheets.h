/* The marks: sheets_accept() is the only way one gets in, by file or live.
 *
 * A cell belongs to a round, a contestant, a judge expected for that contestant in that round, and a criterion. */
#ifndef BIWU_SHEETS_H
#define BIWU_SHEETS_H

#include "contest.h"

enum cell_state {
    CELL_PENDING, /* expected, not here yet */
    CELL_GIVEN,
    CELL_ABSENT,  /* 缺评: the judge did not score */
    CELL_RECUSED, /* 回避 */
};

/* A mark as it comes in. */
struct mark {
    size_t round, contestant, criterion;
    size_t judge; /* INDEX_NONE for method `given` */
    int state;    /* enum cell_state */
    int word;     /* 弃权, 缺席, 取消资格 in the cell: enum contestant_status; STATUS_COMPETING: none */
    points value; /* for CELL_GIVEN */
    struct place place;
};

struct cell {
    points value;
    uint32_t line; /* of the mark, for a later contradiction; 0: set by a recusal, not by a mark */
    uint16_t file;
    uint8_t state; /* enum cell_state */
};

/* What the cells of a contestant and round say in place of scores. */
struct round_word {
    uint8_t status; /* STATUS_WITHDRAWN or STATUS_ABSENT; STATUS_COMPETING: nothing */
    bool has_mark;  /* a number stands in one of the cells */
    uint16_t file;  /* where it was first said, a word or a number */
    uint32_t line;
};

struct sheets {
    const struct contest *contest;
    struct arena *arena;
    struct cell *cells;
    size_t cell_count;
    size_t *first_cell;       /* [round][contestant] */
    size_t *panel;            /* [round][contestant]: index of the expected panel, INDEX_NONE for none */
    size_t *slots;            /* [panel][judge]: the judge's seat in the panel, INDEX_NONE where not in it */
    struct round_word *words; /* [round][contestant] */
    bool *is_disqualified;    /* [contestant], by a word in a cell */
    struct text *files;
    size_t file_count, file_capacity;
};

/* One judge's marks for one contestant in one round. */
struct sheet {
    size_t judge;             /* INDEX_NONE for method `given` */
    int state;                /* enum cell_state, of the sheet as a whole; partly filled is CELL_PENDING */
    const struct cell *cells; /* one a criterion */
};

/* Empty sheets of a completed contest: all pending, or recused. */
struct sheets sheets_of(const struct contest *contest, struct arena *arena);

/* Takes one mark in, or reports why not: over its maximum, under its minimum, off its step, by a judge who is not
 * expected or is recused, or contradicting one that is already there (the same again is welcome). */
bool sheets_accept(struct sheets *sheets, const struct mark *mark, struct faults *faults);

/* What the cells of a round say of a contestant in place of scores: STATUS_WITHDRAWN, STATUS_ABSENT, or
 * STATUS_COMPETING for nothing. */
int sheets_word(const struct sheets *sheets, size_t round, size_t contestant);
/* The contestant's status by contestants.csv and by the words in score cells (rules.md 2). */
int sheets_status(const struct sheets *sheets, size_t contestant);

/* Whether a given mark keeps its criterion's maximum, minimum and step (counted from the minimum); reports where not. */
bool mark_is_allowed(const struct criterion *criterion, const struct mark *mark, struct arena *arena,
                     struct faults *faults);

/* A copy of the sheets in which every pending mark has come in, as low or as high as it may be. It lives in `arena`; its
 * contest is a copy, too, with the lowest or highest grade for who has no votes yet. */
struct sheets sheets_filled(const struct sheets *sheets, bool is_high, struct arena *arena);

/* How many sheets are expected of a contestant in a round, and the sheet in seat `slot`. */
size_t sheets_expected(const struct sheets *sheets, size_t round, size_t contestant);
struct sheet sheets_sheet(const struct sheets *sheets, size_t round, size_t contestant, size_t slot);
/* The sheet of one judge; false where none is expected. */
bool sheets_find(const struct sheets *sheets, size_t round, size_t contestant, size_t judge, struct sheet *sheet);
/* Whether some but not all of a sheet's criteria are filled. */
bool sheet_is_partial(const struct sheet *sheet, const struct round *round);
/* Σ criterion weight × mark of a given sheet, in 1/10^8. */
wide sheet_total(const struct sheet *sheet, const struct round *round);

#endif
