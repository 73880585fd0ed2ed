/* The columns of every table of a contest folder: one row a column, read by the readers and by `biwu help files`. */
#ifndef BIWU_COLUMNS_H
#define BIWU_COLUMNS_H

#include "index.h"
#include "records.h"

struct column {
    struct text name;    /* as code and English headers call it */
    struct text aliases; /* other headers that mean it, parted by | */
    bool required;       /* the column must be there; what its cells must hold is the reader's to say */
    const char *help;    /* English, translatable */
};

struct table_format {
    struct text file; /* its name, or a pattern, within the folder */
    const struct column *columns;
    size_t count;
    bool required;       /* every contest has this file */
    const char *help;    /* English, translatable */
    const char *example; /* a file's name and its lines, or NULL */
};

/* Places in the formats' lists of columns. */
enum contestants_column {
    CONTESTANTS_ID,
    CONTESTANTS_NAME,
    CONTESTANTS_SECTOR,
    CONTESTANTS_UNIT,
    CONTESTANTS_TITLE,
    CONTESTANTS_COUNTY,
    CONTESTANTS_PANEL,
    CONTESTANTS_DRAW,
    CONTESTANTS_STATUS,
    CONTESTANTS_LOT,
    CONTESTANTS_VETO,
};
enum judges_column {
    JUDGES_ID,
    JUDGES_NAME,
    JUDGES_UNIT,
    JUDGES_COUNTY,
    JUDGES_PANEL,
    JUDGES_WEIGHT,
    JUDGES_STATUS,
};
enum marks_column { MARKS_ROUND, MARKS_CONTESTANT, MARKS_JUDGE, MARKS_CRITERION, MARKS_SCORE };
enum adjustments_column {
    ADJUSTMENTS_CONTESTANT,
    ADJUSTMENTS_ROUND,
    ADJUSTMENTS_POINTS,
    ADJUSTMENTS_REASON,
    ADJUSTMENTS_KIND,
};
enum recusals_column { RECUSALS_JUDGE, RECUSALS_CONTESTANT, RECUSALS_REASON };
enum timings_column { TIMINGS_CONTESTANT, TIMINGS_ROUND, TIMINGS_SECONDS };
enum factors_column { FACTORS_CONTESTANT, FACTORS_ROUND, FACTORS_FACTOR };
enum ballots_column { BALLOTS_ROUND, BALLOTS_CONTESTANT, BALLOTS_GRADE, BALLOTS_COUNT };
enum playoff_column { PLAYOFF_CONTESTANT, PLAYOFF_ATTEMPT, PLAYOFF_SCORE };
enum decisions_column { DECISIONS_CONTESTANT, DECISIONS_PLACE, DECISIONS_REASON, DECISIONS_SIGNERS };
enum protests_column { PROTESTS_CONTESTANT, PROTESTS_TIME, PROTESTS_ABOUT, PROTESTS_DECISION };
enum special_column { SPECIAL_AWARD, SPECIAL_CONTESTANT, SPECIAL_UNIT, SPECIAL_REASON };
enum quota_column { QUOTA_COUNTY, QUOTA_SECTOR, QUOTA_COUNT };

enum { COLUMNS_MOST = 16 }; /* no format has more */

extern const struct table_format contestants_format, judges_format, marks_format, adjustments_format, recusals_format,
    timings_format, factors_format, ballots_format, playoff_format, decisions_format, special_format, quota_format,
    protests_format;

/* What the other two shapes of a file of marks hold, for `biwu help files`: marks_format knows their columns by their
 * headers, but for those that judges and criteria head. */
extern const struct table_format marks_by_judge_format, marks_by_sheet_format;

/* All files' formats, in the order in which they are explained. */
extern const struct table_format *const table_formats[];
extern const size_t table_format_count;

/* Columns that are read beside a format's own, by the very header; a name of one of the format's own means that one. */
struct extra_columns {
    const struct text *names;
    size_t count;
    size_t *cell_of; /* beside names: set by columns_match() */
    bool may_lack;   /* one that is not there is no fault: its cells are empty */
};

/* The column that a header means (trimmed, full-width forms and ASCII case folded), or INDEX_NONE. */
size_t columns_find(const struct table_format *format, struct text header);

/* The unknown header nearest to a name of the column, for hints; empty where none is near. */
struct text columns_nearest_header(const struct table_format *format, const struct column *column,
                                   const struct record *header, struct arena scratch);

/* Reports that the format's column of this number is missing, with a hint at what may be meant to be it. */
void columns_report_missing(const struct table_format *format, size_t number, const struct record *header,
                            struct arena scratch, struct faults *faults);
/* Reports that two cells of a header mean the same column. */
void columns_report_doubled(const struct table_format *format, size_t column, const struct record *header, size_t first,
                            size_t second, struct faults *faults);

/* Sets cell_of[column] to the header's cell that names the column, INDEX_NONE where none does. Unknown columns are
 * warnings. Doubled ones, missing required ones and missing ones of `extra` (may be NULL) are errors: false. */
bool columns_match(const struct table_format *format, const struct record *header, struct extra_columns *extra,
                   struct arena scratch, struct faults *faults, size_t cell_of[COLUMNS_MOST]);

#endif
