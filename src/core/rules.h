/* The rules of a contest as contest.yaml states them, for the engine. rule_table.h holds the tables that fill them. */
#ifndef BIWU_RULES_H
#define BIWU_RULES_H

#include "exact.h"
#include "fault.h"
#include "own_font.h"
#include "points.h"

enum language { LANGUAGE_CHINESE, LANGUAGE_ENGLISH };
enum combine { COMBINE_WEIGHTED, COMBINE_SUM, COMBINE_BEST };
enum method {
    METHOD_MEAN,
    METHOD_TRIMMED_MEAN,
    METHOD_MEDIAN,
    METHOD_SUM,
    METHOD_RANK_SUM,     /* sum of the judges' ranks within the sector: lower is better */
    METHOD_PLACE_POINTS, /* judges write places; their mean orders the sector, and the place earns points */
    METHOD_GIVEN,        /* one mark, no judge */
    METHOD_BALLOT,       /* counts of votes by grade */
};
enum drop_by { DROP_BY_SHEET, DROP_BY_CRITERION };
enum too_few { TOO_FEW_ERROR, TOO_FEW_KEEP_ALL };
enum missing { MISSING_ERROR, MISSING_MEAN_OF_OTHERS, MISSING_LEAVE_OUT };
enum outlier_policy { OUTLIERS_NONE, OUTLIERS_FLAG, OUTLIERS_CLAMP };
enum panel_correction { CORRECTION_NONE, CORRECTION_MEAN, CORRECTION_PANEL_MEANS };
enum absent_round { ABSENT_ROUND_UNRANKED, ABSENT_ROUND_ZERO };
enum tie_key_kind {
    TIE_EXACT,
    TIE_ROUND,
    TIE_CRITERION,
    TIE_CRITERIA,
    TIE_PANEL,
    TIE_BEST_SHEET,
    TIE_WORST_SHEET,
    TIE_MEDIAN_SHEET,
    TIE_ALL_SHEETS,
    TIE_NEXT_BEST,
    TIE_HEAD_TO_HEAD,
    TIE_COLUMN,
    TIE_PLAYOFF,
    TIE_DECISION,
};
enum award_of { AWARD_OF_RANKED, AWARD_OF_ENTERED };
enum award_round { AWARD_ROUND_UP, AWARD_ROUND_DOWN, AWARD_ROUND_HALF_UP };
enum cut_tie { CUT_TIE_EXTEND, CUT_TIE_ABSORB, CUT_TIE_WITHHOLD, CUT_TIE_ERROR };
enum award_per { AWARD_PER_SECTOR, AWARD_PER_CONTEST };
enum promote_per { PROMOTE_PER_SECTOR, PROMOTE_PER_COUNTY };
enum vacant { VACANT_LEAVE, VACANT_PASS_DOWN };
enum teams_by { TEAMS_BY_UNIT, TEAMS_BY_COUNTY };
enum teams_method { TEAMS_SUM, TEAMS_POINTS };
enum recusal_by { RECUSAL_BY_UNIT, RECUSAL_BY_COUNTY };
enum list_order_by { ORDER_BY_DRAW, ORDER_BY_ID, ORDER_BY_STROKES, ORDER_BY_COUNTY };

/* A number of digits (0..4) at a rounding place, or one of these. */
enum { DIGITS_EXACT = -1, DIGITS_ABSENT = -2 };

/* A choice that is not written and has no default; rules_complete() leaves none of them. */
enum { CHOICE_ABSENT = -1 };

/* Limits that keep sums of marks within 128 bits (docs/architecture.md). */
enum { ROUND_MOST_CRITERIA = 1000, PANEL_MOST_JUDGES = 10000 };

/* A value that contest.yaml need not hold. */
struct optional_points {
    bool is_set;
    points value;
};

struct texts {
    struct text *items;
    size_t count;
};

struct points_list {
    points *items;
    size_t count;
};

struct criterion {
    struct text id, name;
    struct text look_for; /* what judges look at, for the sheets that they fill in; may be empty */
    points max, min, weight;
    struct optional_points step;
    struct place place;
};

struct drop {
    int64_t high, low; /* sheets, or marks of each criterion, set aside at either end */
    int by;            /* enum drop_by */
};

struct outliers {
    int policy;                           /* enum outlier_policy */
    struct optional_points limit, spread; /* from the mean of the panel; between its highest and lowest */
};

/* How one panel's sheets make its score. */
struct panel_rule {
    struct text name;              /* of the panel; empty: the contestant's own, or all judges */
    struct optional_points weight; /* per cent of the round, where it has several panels */
    int method;                    /* enum method */
    struct drop drop;
    bool has_drop; /* written, not the default */
    int64_t min_sheets;
    int too_few; /* enum too_few */
    int missing; /* enum missing */
    int panel_digits, criterion_digits, clamp_digits;
    struct outliers outliers;
    struct place place;
};

/* Points by time: from so many seconds over the limit, or (under) below so many seconds. */
struct band {
    int64_t seconds;
    points points;
};

struct overtime {
    int64_t limit;                          /* seconds; 0: going over time costs nothing */
    int64_t every;                          /* seconds of each started unit */
    struct optional_points deduct, at_most; /* per started unit; of all deductions together */
    struct band *bands;                     /* in place of deduct, the shortest first */
    size_t band_count;
    struct band under; /* seconds 0: being quick costs nothing */
};

/* 优秀: 100 */
struct grade {
    struct text name;
    points value;
    struct place place;
};

struct round {
    struct text id, name;
    struct optional_points weight;
    struct panel_rule own;     /* as written at the round; what its panels lack */
    struct panel_rule *panels; /* at least one once completed */
    size_t panel_count;
    bool has_panels;            /* several, each with its weight */
    struct criterion *criteria; /* at least one once completed */
    size_t criterion_count;
    struct optional_points max, min, step; /* of the only criterion, where there is no list */
    int digits;
    struct grade *grades; /* for METHOD_BALLOT */
    size_t grade_count;
    struct points_list place_points; /* for METHOD_PLACE_POINTS: of the first place, the second … */
    points scale;
    int panel_correction; /* enum panel_correction */
    int correction_digits;
    struct overtime overtime;
    struct optional_points floor;
    int64_t advance; /* so many of each sector enter; 0: all do */
    bool carry;      /* earlier scores count on */
    bool blind;      /* the sheets that judges fill in name nobody */
    struct place place;
};

/* Rounds after which it is settled who enters the next one. */
struct stage {
    size_t first, end; /* the rounds whose scores make its result: [first, end) */
    size_t since;      /* the first round that only those who entered the stage have */
    int64_t advance;   /* how many entered, by the stage before; 0: all */
};

struct tie_key {
    int kind;                          /* enum tie_key_kind */
    bool is_lower_first;               /* written with a minus */
    struct text written;               /* "exact", "round:stage", "-column:lot" */
    size_t number;                     /* in rules.ties */
    size_t round, panel, column;       /* once completed, where the kind takes them; column: in rules.columns */
    size_t *criteria, criterion_count; /* for TIE_CRITERION, TIE_CRITERIA */
    struct place place;
};

/* `count`: one number for every sector, or one a sector. */
struct sector_count {
    struct text sector;
    int64_t count;
    struct place place;
};

struct counts {
    bool is_set;
    int64_t count; /* for sectors not named in by_sector; 0 where by_sector is given */
    struct sector_count *by_sector;
    size_t by_sector_count;
};

struct need {
    struct text round_id;
    points at_least;
    size_t round; /* once completed; INDEX_NONE: nothing is needed */
};

/* Whom an award or a promotion reaches. */
struct cut {
    struct counts count;
    struct optional_points percent, min_score;
    struct need need;
    int of;    /* enum award_of */
    int round; /* enum award_round */
    int tie;   /* enum cut_tie */
};

struct award {
    struct text name;
    struct cut cut;
    bool cumulative, rest;
    int per;    /* enum award_per */
    int vacant; /* enum vacant */
    struct place place;
};

/* An award that is given, not computed. */
struct special {
    struct text name, from; /* from: special.csv */
    struct place place;
};

struct teams {
    bool is_set;
    int by;       /* enum teams_by */
    int64_t best; /* so many members count; 0: all */
    int method;   /* enum teams_method */
    struct points_list points;
    struct place place;
};

struct promote {
    bool is_set;
    struct cut cut;
    struct text quota; /* quota.csv, or empty */
    int per;           /* enum promote_per */
    int64_t at_most;   /* of one unit; 0: no limit */
    int64_t reserves;
    struct place place;
};

/* In which order lists of people stand. */
struct list_order {
    int by;                /* enum list_order_by */
    struct texts counties; /* under ORDER_BY_COUNTY, the official order; within a county by draw */
    struct place place;    /* of that list */
};

/* 公示: intended awards are announced for so long, and objections go there. */
struct notice {
    bool is_set;
    struct text from, to;               /* dates, both of them included */
    struct text office, phone, address; /* may be empty */
    struct place office_place, phone_place, address_place;
    bool scores; /* are shown beside the names */
    struct place place;
};

struct rules {
    struct text title, level, date, venue;
    struct texts hosts;
    struct place title_place, level_place, venue_place; /* where they are written; rules_place_of() */
    struct place *host_places;                          /* beside the hosts, or NULL */
    int language;                                       /* enum language */

    int digits;   /* of the published final score, 0..4 */
    int rounding; /* enum rounding, at every rounding place */
    int combine;  /* enum combine */
    int64_t best; /* how many of the best rounds are added, under COMBINE_BEST */

    struct round *rounds;
    size_t round_count;
    struct stage *stages; /* at least one once completed; the last one's result is the final */
    size_t stage_count;
    int absent_round; /* enum absent_round */
    struct tie_key *ties;
    size_t tie_count;
    struct texts columns; /* of contestants.csv that tie keys name, as written there */
    bool dense;
    struct award *awards;
    size_t award_count;
    struct special *specials;
    size_t special_count;
    struct teams teams;
    struct promote promote;

    struct texts sign;
    struct place *sign_places; /* beside them, or NULL */
    unsigned recusal_auto;     /* bits 1 << enum recusal_by */
    bool publish_judge_marks;
    struct list_order publish_order;
    struct text certificate_template;                         /* a name, or a file that ends in .txt */
    struct text certificate_number;                           /* with one {n} or {n:0k}, or empty: no numbers */
    struct place score_place, certificate_place;              /* of these sections, where they are written */
    struct text protest_until, protest_office, protest_phone; /* objections to the result; empty: not printed */
    struct place protest_until_place, protest_office_place, protest_phone_place;
    struct notice notice;
    struct own_font font_title, font_body, font_name, font_heading, font_notice;
    struct place place; /* contest.yaml as a whole */
};

/* The place of a value, or contest.yaml as a whole where none is known. */
struct place rules_place_of(const struct rules *rules, struct place written);
struct place rules_place_of_host(const struct rules *rules, size_t host);
struct place rules_place_of_signer(const struct rules *rules, size_t signer);

/* The round with this id or name, or INDEX_NONE. */
size_t rules_find_round(const struct rules *rules, struct text id_or_name);
size_t round_find_criterion(const struct round *round, struct text id_or_name);
/* The grade of a ballot with this name, or INDEX_NONE. */
size_t round_find_grade(const struct round *round, struct text name);

/* Whether judges score the round: neither one given mark nor a ballot. */
bool round_is_judged(const struct round *round);
/* Whether time taken changes the score of this round. */
bool round_has_overtime(const struct round *round);
/* Whether lower scores are the better ones: in contests by rank sums. */
bool rules_lower_first(const struct rules *rules);
/* Whether a panel's sheets, or the marks within each criterion, are dropped at the ends. */
bool panel_rule_drops(const struct panel_rule *rule);
/* The same, and within each criterion. */
bool panel_rule_drops_by_criterion(const struct panel_rule *rule);

/* What each gets who shares the places [first, end), counted from 0: the mean of their points, 0 beyond the list. */
struct exact points_of_places(const struct points_list *list, size_t first, size_t end, struct arena *arena);

/* A value at a rounding place: to `digits` by the contest's rounding, or as it is for DIGITS_EXACT. */
struct exact rules_round(const struct rules *rules, struct arena *arena, struct exact value, int digits);

#endif
