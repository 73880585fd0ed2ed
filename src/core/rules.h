/* The rules of a contest as contest.yaml states them: structs for the engine, and the tables of keys that fill them.
 *
 * A key of contest.yaml exists once: as a row of a key table here. The reader walks the file along these tables. */
#ifndef BIWU_RULES_H
#define BIWU_RULES_H

#include "choice.h"
#include "exact.h"
#include "fault.h"
#include "points.h"

/* ---- the rules ---- */

enum language { LANGUAGE_CHINESE, LANGUAGE_ENGLISH };
enum combine { COMBINE_WEIGHTED, COMBINE_SUM, COMBINE_BEST };
enum method { METHOD_MEAN, METHOD_TRIMMED_MEAN, METHOD_MEDIAN, METHOD_SUM, METHOD_GIVEN };
enum drop_by { DROP_BY_SHEET, DROP_BY_CRITERION };
enum too_few { TOO_FEW_ERROR, TOO_FEW_KEEP_ALL };
enum missing { MISSING_ERROR, MISSING_MEAN_OF_OTHERS, MISSING_LEAVE_OUT };
enum tie_key_kind {
    TIE_EXACT,
    TIE_ROUND,
    TIE_CRITERION,
    TIE_CRITERIA,
    TIE_BEST_SHEET,
    TIE_WORST_SHEET,
    TIE_MEDIAN_SHEET,
    TIE_ALL_SHEETS
};
enum award_of { AWARD_OF_RANKED, AWARD_OF_ENTERED };
enum award_round { AWARD_ROUND_UP, AWARD_ROUND_DOWN, AWARD_ROUND_HALF_UP };
enum award_tie { AWARD_TIE_EXTEND, AWARD_TIE_ABSORB, AWARD_TIE_WITHHOLD };
enum vacant { VACANT_LEAVE, VACANT_PASS_DOWN };
enum recusal_by { RECUSAL_BY_UNIT, RECUSAL_BY_COUNTY };
enum list_order { ORDER_BY_DRAW, ORDER_BY_ID };

/* A number of digits (0..4) at a rounding place, or one of these. */
enum { DIGITS_EXACT = -1, DIGITS_ABSENT = -2 };

/* A value that contest.yaml need not hold. */
struct optional_points {
    bool is_set;
    points value;
};

struct texts {
    struct text *items;
    size_t count;
};

struct criterion {
    struct text id, name;
    points max, min, weight;
    struct optional_points step;
    struct place place;
};

struct drop {
    int64_t high, low; /* sheets, or marks of each criterion, set aside at either end */
    int by;            /* enum drop_by */
    bool is_written;   /* not the default */
};

/* Points by time: from so many seconds over the limit on or, as `under`, for less than so many seconds. */
struct band {
    int64_t seconds;
    points points;
};

struct overtime {
    int64_t limit;                          /* seconds; 0: going over time costs nothing */
    int64_t every;                          /* seconds of each started unit */
    struct optional_points deduct, at_most; /* per started unit; of what going over costs at the most */
    struct band *bands;                     /* in place of deduct, the shortest first */
    size_t band_count;
    struct band under; /* seconds 0: being quick costs nothing */
};

struct round {
    struct text id, name, panel; /* panel empty: the contestant's own, or all judges */
    struct optional_points weight;
    int method; /* enum method */
    struct drop drop;
    int64_t min_sheets;
    int too_few;                /* enum too_few */
    int missing;                /* enum missing */
    struct criterion *criteria; /* at least one once completed */
    size_t criterion_count;
    struct optional_points max, min, step; /* of the only criterion, where there is no list */
    int digits, panel_digits, criterion_digits;
    points scale; /* times the panel score */
    struct overtime overtime;
    struct optional_points floor; /* adjustments never bring the round below it */
    struct place place;
};

struct tie_key {
    int kind;         /* enum tie_key_kind */
    size_t number;    /* in rules.ties */
    size_t round;     /* for those that name one, once completed */
    size_t *criteria; /* for TIE_CRITERION and TIE_CRITERIA */
    size_t criterion_count;
    struct text written; /* "exact", "round:stage" */
    struct place place;
};

/* `count` of an award: one number for every sector, or one a sector. */
struct sector_count {
    struct text sector;
    int64_t count;
    struct place place;
};

struct award {
    struct text name;
    bool has_count;
    int64_t count; /* for sectors not named in by_sector; 0 where by_sector is given */
    struct sector_count *by_sector;
    size_t by_sector_count;
    struct optional_points percent, min_score;
    int of;    /* enum award_of */
    int round; /* enum award_round */
    bool cumulative, rest;
    int tie;    /* enum award_tie */
    int vacant; /* enum vacant */
    struct place place;
};

struct rules {
    struct text title, level, date, venue;
    struct texts hosts;
    int language; /* enum language */

    int digits;   /* of the published final score, 0..4 */
    int rounding; /* enum rounding, at every rounding place */
    int combine;  /* enum combine */
    int64_t best; /* how many of the best rounds are added, under COMBINE_BEST */

    struct round *rounds;
    size_t round_count;
    struct tie_key *ties;
    size_t tie_count;
    bool dense;
    struct award *awards;
    size_t award_count;

    struct texts sign;
    unsigned recusal_auto; /* bits 1 << enum recusal_by */
    bool publish_judge_marks;
    int publish_order;                                        /* enum list_order */
    int certificate_template;                                 /* by certificate_choices */
    struct text certificate_number;                           /* with one {n} or {n:0k}, or empty: no numbers */
    struct text protest_until, protest_office, protest_phone; /* objections to the result; empty: not printed */
    struct text font_title, font_body, font_name;
    struct place place; /* contest.yaml as a whole */
};

/* Fills in what follows from the rest (a single criterion, digits, the default tie key) and reports what does not fit
 * together: weights that do not add to 100, doubled ids, tie keys and drops that cannot be. */
void rules_complete(struct rules *rules, struct arena *arena, struct faults *faults);

/* The round with this id or name, or INDEX_NONE. */
size_t rules_find_round(const struct rules *rules, struct text id_or_name);
size_t round_find_criterion(const struct round *round, struct text id_or_name);

/* Whether time taken costs points in this round. */
bool round_has_overtime(const struct round *round);

/* A value at a rounding place: to `digits` by the contest's rounding, or as it is for DIGITS_EXACT. */
struct exact rules_round(const struct rules *rules, struct arena *arena, struct exact value, int digits);

extern const struct choices language_choices, rounding_choices, combine_choices, method_choices, drop_by_choices,
    too_few_choices, missing_choices, tie_key_choices, award_of_choices, award_round_choices, award_tie_choices,
    vacant_choices, recusal_by_choices, list_order_choices, certificate_choices;

/* ---- the table of keys ---- */

enum key_type {
    KEY_TEXT,            /* struct text */
    KEY_TEXTS,           /* struct texts: one text or a list of them */
    KEY_DATE,            /* struct text, YYYY-MM-DD, checked */
    KEY_FLAG,            /* bool */
    KEY_INTEGER,         /* int64_t within [least, most] */
    KEY_POINTS,          /* points within [least, most] */
    KEY_OPTIONAL_POINTS, /* struct optional_points */
    KEY_DIGITS,          /* int: 0..4, or `exact` where `least` is negative; DIGITS_ABSENT without a default */
    KEY_DURATION,        /* int64_t seconds: 90, 8:00 or 1:02:03 */
    KEY_CHOICE,          /* int, by `choices` */
    KEY_CHOICE_SET,      /* unsigned: bits 1 << value, from a list */
    KEY_SECTION,         /* a mapping along `section`, whose offsets are within the same struct; sets the bool at
                            `count_offset`, where that is not 0, if it is written */
    KEY_LIST,            /* a list of mappings along `section`: pointer at `offset`, size_t count at `count_offset` */
    KEY_TIE_KEYS,        /* a list of tie keys, as KEY_LIST */
    KEY_BAND,            /* struct band: [duration, points] */
    KEY_BANDS,           /* a list of them, as KEY_LIST */
    KEY_COUNTS,          /* of an award: one integer, or a mapping from sector to integer */
};

struct key {
    struct text name;
    enum key_type type;
    size_t offset, count_offset;
    const char *default_value; /* as it would be written in the file; NULL: the zero value. Holds also for the keys of a
                                  section that is not written */
    bool required;             /* where the mapping it belongs to is written */
    int64_t least, most;       /* for KEY_POINTS in points */
    const struct choices *choices;
    const struct key_table *section;
    const char *help; /* English, translatable */
};

struct key_table {
    const struct key *keys;
    size_t count;
    size_t size;         /* of the struct it fills */
    size_t place_offset; /* of the struct place in it, or SIZE_MAX */
};

extern const struct key_table contest_keys;

#endif
