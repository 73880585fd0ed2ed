/* Who takes part: the model of a contest, filled by a reader, and its lookups. */
#ifndef BIWU_CONTEST_H
#define BIWU_CONTEST_H

#include "index.h"
#include "rules.h"

enum contestant_status {
    STATUS_COMPETING,
    STATUS_WITHDRAWN,    /* 弃权 */
    STATUS_ABSENT,       /* 缺席 */
    STATUS_DISQUALIFIED, /* 取消资格 */
    STATUS_EXHIBITION,   /* 不计名次 */
};
extern const struct choices contestant_status_choices; /* by their names in code and JSON */

struct contestant {
    struct text id, name, unit, title, county;
    struct text sector_name, panel_name; /* as written */
    int64_t draw;                        /* order of appearance; 0: none */
    int status;                          /* enum contestant_status */
    struct place place;
    size_t sector, panel; /* set by contest_add_contestant; panel INDEX_NONE where none is named */
};

struct judge {
    struct text id, name, unit, county;
    struct text panel_names; /* as written: `专家组;书面组` */
    points weight;           /* > 0 */
    bool is_void;            /* 评分作废: counts as absent everywhere */
    struct place place;
};

struct panel {
    struct text name; /* empty for the panel of all judges */
    size_t *judges;   /* in the order of judges.csv */
    size_t judge_count, judge_capacity;
};

struct adjustment {
    size_t contestant, round; /* round INDEX_NONE: on the final score */
    points value;             /* signed */
    struct text reason;
    struct place place;
};

struct recusal {
    size_t judge, contestant;
    struct text reason;
};

/* Seconds that a contestant took in a round. */
struct timing {
    size_t contestant, round;
    int64_t seconds;
    struct place place;
};

/* Difficulty: what a contestant's panel score of a round is multiplied by. */
struct factor {
    size_t contestant, round;
    points value; /* >= 0 */
    struct place place;
};

struct sector {
    struct text name;
    size_t *contestants; /* in the order of contestants.csv */
    size_t contestant_count, contestant_capacity;
};

struct contest {
    struct arena *arena;
    struct rules rules;
    struct sector *sectors; /* by first appearance in contestants.csv */
    size_t sector_count, sector_capacity;
    struct contestant *contestants;
    size_t contestant_count, contestant_capacity;
    struct judge *judges;
    size_t judge_count, judge_capacity;
    struct panel *panels; /* the first is the panel of all judges */
    size_t panel_count, panel_capacity;
    struct adjustment *adjustments; /* sorted by contestant once completed */
    size_t adjustment_count, adjustment_capacity;
    struct recusal *recusals; /* written ones and automatic ones */
    size_t recusal_count, recusal_capacity;
    struct timing *timings; /* sorted by contestant, then round, once completed */
    size_t timing_count, timing_capacity;
    struct factor *factors; /* sorted as the timings are */
    size_t factor_count, factor_capacity;
    struct index contestant_ids, contestant_names, judge_ids, judge_names, sector_names, panel_names;
};

/* So many cells of marks at the most, over all rounds; each takes 16 bytes. */
enum { CONTEST_MOST_CELLS = 100000000 };

/* An empty contest with these rules; everything it will hold lives in `arena`. */
struct contest contest_with(const struct rules *rules, struct arena *arena);

/* Each adds one, in the order rules, judges, contestants, the rest. Doubled ids are reported and not added. */
void contest_add_judge(struct contest *contest, struct judge judge, struct faults *faults);
void contest_add_contestant(struct contest *contest, struct contestant contestant, struct faults *faults);
void contest_add_adjustment(struct contest *contest, struct adjustment adjustment);
void contest_add_recusal(struct contest *contest, struct recusal recusal);
void contest_add_timing(struct contest *contest, struct timing timing);
void contest_add_factor(struct contest *contest, struct factor factor);
/* After the last: automatic recusals, and what does not fit together (panels nobody sits in, sectors that an award
 * names and nobody is in, contestants for whom no panel is expected). */
void contest_complete(struct contest *contest, struct faults *faults);

/* By id, else by name where that is unique; INDEX_NONE or INDEX_AMBIGUOUS. */
size_t contest_find_contestant(const struct contest *contest, struct text id_or_name);
size_t contest_find_judge(const struct contest *contest, struct text id_or_name);
/* The nearest known id or name, for hints; empty where none is near. */
struct text contest_nearest_contestant(const struct contest *contest, struct text written, struct arena scratch);
struct text contest_nearest_judge(const struct contest *contest, struct text written, struct arena scratch);

/* The panel whose sheets are expected (rules.md 3): the round's, else the contestant's own, else all judges where they
 * name no more than one panel among them; else INDEX_NONE, nothing is guessed. */
size_t contest_expected_panel(const struct contest *contest, size_t round, size_t contestant);

/* How many sheets that makes: the judges of the expected panel, or the one mark of method `given`. */
size_t contest_seats(const struct contest *contest, size_t round, size_t contestant);

/* The run of a contestant's adjustments in `adjustments`, once completed. */
const struct adjustment *contest_adjustments_of(const struct contest *contest, size_t contestant, size_t *count);
/* Seconds, or -1 where no time was taken. */
int64_t contest_seconds(const struct contest *contest, size_t contestant, size_t round);
/* The factor of a contestant in a round; one where none is written. */
points contest_factor(const struct contest *contest, size_t contestant, size_t round);
/* Whether anybody has a factor in this round. */
bool contest_has_factors(const struct contest *contest, size_t round);

#endif
