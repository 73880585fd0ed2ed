/* The tables of a contest folder into a contest and its sheets.
 *
 * Each reader takes one file and reports all that is wrong in it. Read them in the order rules, judges, contestants,
 * the rest. `path` must live as long as the contest and the faults. */
#ifndef BIWU_TABLES_H
#define BIWU_TABLES_H

#include "encoding.h"
#include "sheets.h"

/* Nearest names are looked for so often: it takes time, and nobody reads thousands. */
enum { INTAKE_MOST_HINTS = 200 };

struct kept_marks;

struct intake {
    struct contest *contest;
    struct sheets *sheets; /* NULL: marks are looked at, each for itself, and not taken in */
    struct faults *faults;
    enum encoding encoding; /* that of all files without a byte order mark, where the user names it */
    /* Whether these are known for certain: rounds with their criteria, and people by their ids and names. Where one is
     * not, because its own file has faults, a name that is not found there is no fault of the file that uses it. */
    bool knows_rounds, knows_judges, knows_contestants;
    bool knows_sectors;
    size_t side_faults; /* those of the people's files that leave it known who takes part */
    size_t last_contestant, last_judge, last_criterion; /* found in a row: the next one most often is near them */
    struct kept_marks *kept;                            /* NULL, or where marks are kept that may not be taken in yet */
    size_t hints_given;                                 /* nearest names looked for so far */
};

void judges_read(struct intake *intake, const char *path, struct arena scratch);
void contestants_read(struct intake *intake, const char *path, struct arena scratch);
void adjustments_read(struct intake *intake, const char *path, struct arena scratch);
void recusals_read(struct intake *intake, const char *path, struct arena scratch);
void timings_read(struct intake *intake, const char *path, struct arena scratch);
void factors_read(struct intake *intake, const char *path, struct arena scratch);
void ballots_read(struct intake *intake, const char *path, struct arena scratch);
void playoff_read(struct intake *intake, const char *path, struct arena scratch);
void decisions_read(struct intake *intake, const char *path, struct arena scratch);
void special_read(struct intake *intake, const char *path, struct arena scratch);
void protests_read(struct intake *intake, const char *path, struct arena scratch);
void quota_read(struct intake *intake, const char *path, struct arena scratch);
/* A file of marks in long form, one a row, each through sheets_accept(). */
void marks_read(struct intake *intake, const char *path, struct arena scratch);

#endif
