/* The tables of contest.yaml's keys: a key exists once, as a row here. The reader walks the file along them, `biwu help
 * rules` and the documentation print them. */
#ifndef BIWU_RULE_TABLE_H
#define BIWU_RULE_TABLE_H

#include "choice.h"
#include "rules.h"

extern const struct choices language_choices, rounding_choices, combine_choices, method_choices, drop_by_choices,
    too_few_choices, missing_choices, outlier_choices, correction_choices, absent_round_choices, tie_key_choices,
    award_of_choices, award_round_choices, award_tie_choices, promote_tie_choices, award_per_choices,
    promote_per_choices, vacant_choices, teams_by_choices, teams_method_choices, recusal_by_choices, list_order_choices;

enum key_type {
    KEY_TEXT,            /* struct text */
    KEY_TEXTS,           /* struct texts: one text or a list of them */
    KEY_DATE,            /* struct text, YYYY-MM-DD, checked */
    KEY_FLAG,            /* bool */
    KEY_INTEGER,         /* int64_t within [least, most] */
    KEY_POINTS,          /* points within [least, most] */
    KEY_OPTIONAL_POINTS, /* struct optional_points */
    KEY_POINTS_LIST,     /* struct points_list: a list of points within [least, most] */
    KEY_DIGITS,          /* int: 0..4, or `exact` where `least` is negative; DIGITS_ABSENT without a default */
    KEY_DURATION,        /* int64_t seconds: 90, 8:00 or 1:02:03 */
    KEY_CHOICE,          /* int, by `choices`; CHOICE_ABSENT without a default */
    KEY_CHOICE_SET,      /* unsigned: bits 1 << value, from a list */
    KEY_SECTION,         /* a mapping along `section`, whose offsets are within the struct at `offset`; sets the bool at
                            `count_offset`, where that is not 0, if it is written */
    KEY_LIST,            /* a list of mappings along `section`: pointer at `offset`, size_t count at `count_offset` */
    KEY_TIE_KEYS,        /* a list of tie keys, as KEY_LIST */
    KEY_COUNTS,          /* struct counts: one integer, or a mapping from sector to integer */
    KEY_GRADES,          /* a mapping from names to points: struct grade, as KEY_LIST */
    KEY_BAND,            /* struct band: [duration, points] */
    KEY_BANDS,           /* a list of them, as KEY_LIST */
    KEY_ORDER,           /* struct list_order: one of `choices`, or a list of counties */
};

struct key {
    struct text name;
    enum key_type type;
    size_t offset, count_offset;
    const char *default_value; /* as it would be written in the file; NULL: the zero value. Holds also for the keys of a
                                  section that is not written */
    bool required;             /* where the mapping it belongs to is written */
    int64_t least, most;       /* for points in points */
    const struct choices *choices;
    const struct key_table *section;
    const char *help; /* English, translatable */
    /* Where the place of a value goes: of a text a struct place, of texts a pointer to one for each; 0: nowhere. */
    size_t place_offset;
};

struct key_table {
    const struct key *keys;
    size_t count;
    size_t size;         /* of the struct it fills */
    size_t place_offset; /* of the struct place in it, or SIZE_MAX */
};

extern const struct key_table contest_keys;

/* What a tie key takes behind its colon: "ROUND", "ROUND/CRITERION" …; NULL: nothing, and no colon. */
const char *tie_key_argument(int kind);

#endif
