/* What one panel's sheets make of one contestant in one round (rules.md 3, steps 1 to 3). The inner half of score.h. */
#ifndef BIWU_PANEL_H
#define BIWU_PANEL_H

#include "score.h"

/* A given sheet, or one criterion's mark of it. */
struct tally {
    size_t judge, seat; /* seat: its place in the order of judges.csv */
    points weight;      /* the judge's */
    wide value;         /* in 1/unit of the list it stands in */
};

struct tallies {
    struct tally *items;
    size_t count;
    wide unit;
};

/* A sheet's total is Σ criterion weight × mark, in 1/10^8. */
#define TALLY_UNIT ((wide)POINTS_ONE * POINTS_ONE)

/* The sheets that a panel has of a contestant: the given ones by their totals, the others counted by their state. */
struct panel_sheets {
    struct tallies given;
    const struct cell **cells; /* beside given.items: a mark a criterion */
    size_t pending, absent, recused;
};

/* Collects them, of round->panels[panel]; what it keeps lives in `arena`. Records each sheet. */
struct panel_sheets panel_sheets_of(const struct sheets *sheets, size_t round, size_t contestant, size_t panel,
                                    struct arena *arena, struct derivation *derivation);

/* Whether the sheets are enough for a score; otherwise *why_not says why. */
bool panel_has_enough(const struct round *round, const struct panel_rule *rule, const struct panel_sheets *sheets,
                      struct arena *arena, struct message *why_not);

/* How many sheets are set aside at either end: none where the panel keeps all because they are too few. */
struct trim {
    size_t low, high;
    bool kept_all;
};

/* What is set aside of so many given sheets. Where they are enough for a score, `kept_all` is too-few: keep-all. */
struct trim panel_trim_of(const struct panel_rule *rule, size_t given);

/* The panel score after panel-digits (by criterion: after criterion-digits, added up). Needs enough sheets. Whole
 * sheets that are set aside are written to result->dropped, result->counted grows by those that count. */
struct exact panel_score(const struct rules *rules, const struct round *round, const struct panel_rule *rule,
                         const struct panel_sheets *sheets, struct trim trim, struct arena *arena, struct arena scratch,
                         struct derivation *derivation, struct round_result *result);

/* Those of a criterion's marks that count under drop by criterion, [first, end) of `marks` once they are in order. */
void panel_trim_marks(struct tallies *marks, struct trim trim, size_t *first, size_t *end);

#endif
