/* What the score sheet of one round and sector has to show, before its cells are written. */
#ifndef BIWU_SCORESHEET_PLAN_H
#define BIWU_SCORESHEET_PLAN_H

#include "scoresheet_table.h"

enum sheet_column {
    SHEET_DRAW,
    SHEET_NAME,
    SHEET_GROUP, /* the contestant's own panel, where they differ */
    SHEET_CRITERION,
    SHEET_SEAT,  /* number: of the judge, among the plan's seats */
    SHEET_VOTES, /* number: of the grade */
    SHEET_VOTERS,
    SHEET_HIGHEST, /* from here, number: of the panel in the round */
    SHEET_LOWEST,
    SHEET_SUM,
    SHEET_COUNTED,
    SHEET_PANEL, /* to here */
    SHEET_CRITERION_MEAN,
    SHEET_CRITERION_WEIGHT,
    SHEET_CRITERION_SCORE,
    SHEET_RESULT,
    SHEET_EARNED, /* points for the place */
    SHEET_FACTOR,
    SHEET_SCALED,
    SHEET_COEFFICIENT,
    SHEET_CORRECTED,
    SHEET_TIME,
    SHEET_OVERTIME,
    SHEET_ADJUSTMENTS,
    SHEET_SCORE,
};

struct planned_column {
    enum sheet_column kind;
    size_t number;
};

/* A row is a contestant, or one criterion of a contestant. */
struct planned_row {
    size_t contestant;
    size_t criterion; /* INDEX_NONE: none in particular */
};

/* A judge's place in the table. */
struct planned_seat {
    size_t panel, slot; /* in the round's list of panels; among the sheets expected of a contestant */
};

struct scoresheet_plan {
    struct planned_row *rows; /* by draw number, then as in contestants.csv */
    size_t row_count;
    struct planned_seat *seats; /* panel by panel; as many as any contestant has */
    size_t seat_count;
    struct planned_column *columns; /* of this block, once scoresheet_share_columns() has given them */
    size_t column_count;
    bool by_criterion, has_draw, has_group, has_scale, has_correction, has_time, has_adjustments, has_given;
    int mark_digits, sum_digits, mean_digits, rank_digits, coefficient_digits,
        corrected_digits; /* the same in a whole column */
};

struct scoresheet_plan scoresheet_plan_of(const struct scoresheet *sheet, struct arena *arena);

/* Whether a contestant's sheets are shown: of all who compete, and of the others where there are any. */
bool scoresheet_shows(const struct scoresheet *sheet, size_t contestant);

const struct rules *scoresheet_rules(const struct scoresheet *sheet);
const struct round *scoresheet_round(const struct scoresheet *sheet);
/* NULL where the contestant does not compete. */
const struct round_result *scoresheet_result(const struct scoresheet *sheet, size_t contestant);
/* Whose sheets these are: a place in the round's list of panels, INDEX_NONE of none of them. */
size_t scoresheet_panel_of(const struct scoresheet *sheet, size_t judge);
/* Whether what a panel of the round makes is the sum of whole sheets divided by their number. */
bool scoresheet_divides_sum(const struct scoresheet *sheet, size_t panel);
/* Whether a judge's sheet was named as one far from the others. */
bool scoresheet_is_flagged(const struct round_result *result, size_t judge);
/* A given sheet's total: weight × mark, added up. */
struct exact scoresheet_total(const struct scoresheet *sheet, const struct sheet *marks, struct arena *arena);
/* What it counts as: the total, or what it was clamped to. */
struct exact scoresheet_counted(const struct scoresheet *sheet, size_t contestant, const struct sheet *marks,
                                struct arena *arena);

#endif
