/* Who takes part: the model of a contest, filled by a reader, and its lookups. */
#ifndef BIWU_CONTEST_H
#define BIWU_CONTEST_H

#include "index.h"
#include "rule_table.h"

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
    struct text veto;                    /* 一票否决: why no award and no promotion; empty: none */
    struct optional_points *columns;     /* one a rules.columns, or NULL where there are none */
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

/* Votes for one grade, in a round of method `ballot`. */
struct ballot {
    size_t contestant, round;
    size_t grade; /* in the round's grades */
    int64_t count;
    struct place place;
};

/* 加赛: one attempt to part those who are tied. */
struct playoff {
    size_t contestant;
    size_t attempt; /* from 1 */
    points score;
    struct place place;
};

/* 评委会裁定 */
struct decision {
    size_t contestant;
    int64_t order; /* among those it parts: 1 is before 2 */
    struct text reason, signers;
    struct place place;
};

/* 复核申请: it changes no result, and an open one keeps the result from being official. */
struct protest {
    size_t contestant;
    struct text time, about;
    struct text decision; /* empty: open */
    struct place place;   /* of the decision */
};

/* Who gets one of rules.specials: a contestant or a whole unit. */
struct special_given {
    size_t special;
    size_t contestant; /* INDEX_NONE: the unit */
    struct text unit, reason;
    struct place place;
};

/* How many go on from one county, one sector or both. */
struct quota {
    struct text county, sector; /* one of them may be empty: all */
    int64_t count;
    struct place place;
};

struct sector {
    struct text name;
    size_t *contestants; /* in the order of contestants.csv */
    size_t contestant_count, contestant_capacity;
};

/* The stand-in for a sector, 全体: of lists that name none. */
extern const struct text contest_no_sector;

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
    size_t named_panels;
    struct adjustment *adjustments; /* sorted by contestant once completed */
    size_t adjustment_count, adjustment_capacity;
    struct recusal *recusals; /* written ones and automatic ones */
    size_t recusal_count, recusal_capacity;
    struct timing *timings; /* sorted by contestant, then round, once completed */
    size_t timing_count, timing_capacity;
    struct factor *factors; /* sorted as the timings are */
    size_t factor_count, factor_capacity;
    struct ballot *ballots; /* sorted so, then by grade */
    size_t ballot_count, ballot_capacity;
    struct playoff *playoffs; /* sorted by contestant, then attempt */
    size_t playoff_count, playoff_capacity;
    size_t playoff_attempts; /* the last one of anybody */
    struct decision *decisions;
    size_t decision_count, decision_capacity;
    struct protest *protests; /* in the order in which they came */
    size_t protest_count, protest_capacity;
    struct special_given *specials; /* in the order of rules.specials */
    size_t special_count, special_capacity;
    struct quota *quotas;
    size_t quota_count, quota_capacity;
    size_t *round_panels; /* one a round: the panel of all judges of its list of panels, else INDEX_NONE */
    struct index contestant_ids, contestant_names, judge_ids, judge_names, sector_names, panel_names;
};

/* So many cells of marks at the most, over all rounds; each takes 16 bytes. */
enum { CONTEST_MOST_CELLS = 100000000 };

/* An empty contest with these rules; everything it will hold lives in `arena`. */
struct contest contest_with(const struct rules *rules, struct arena *arena);

/* Makes room for so many contestants at once; before the first. */
void contest_expect_contestants(struct contest *contest, size_t count);
/* Each adds one, in the order rules, judges, contestants, the rest. Doubled ids are reported and not added. */
void contest_add_judge(struct contest *contest, struct judge judge, struct faults *faults);
void contest_add_contestant(struct contest *contest, struct contestant contestant, struct faults *faults);
void contest_add_adjustment(struct contest *contest, struct adjustment adjustment);
void contest_add_recusal(struct contest *contest, struct recusal recusal);
void contest_add_timing(struct contest *contest, struct timing timing);
void contest_add_factor(struct contest *contest, struct factor factor);
void contest_add_ballot(struct contest *contest, struct ballot ballot);
/* Adds one to ballots that are sorted already, at its place. */
void contest_insert_ballot(struct contest *contest, struct ballot ballot);
void contest_add_playoff(struct contest *contest, struct playoff playoff);
void contest_add_decision(struct contest *contest, struct decision decision);
void contest_add_protest(struct contest *contest, struct protest protest);
void contest_add_special(struct contest *contest, struct special_given special);
void contest_add_quota(struct contest *contest, struct quota quota);
/* After the last: automatic recusals, and what does not fit together (panels nobody sits in, sectors that an award
 * names and nobody is in, contestants for whom no panel is expected). */
void contest_complete(struct contest *contest, struct faults *faults);

/* What paper calls a sector: its name; empty where the contest has but the stand-in, which is none to speak of. */
struct text contest_sector_title(const struct contest *contest, size_t sector);

/* By id, else by name where that is unique; INDEX_NONE or INDEX_AMBIGUOUS. */
size_t contest_find_contestant(const struct contest *contest, struct text id_or_name);
size_t contest_find_judge(const struct contest *contest, struct text id_or_name);
/* The nearest known id or name, for hints; empty where none is near. */
struct text contest_nearest_contestant(const struct contest *contest, struct text written, struct arena scratch);
struct text contest_nearest_judge(const struct contest *contest, struct text written, struct arena scratch);

/* The panel whose sheets are expected (rules.md 3): the round's, else the contestant's own, else all judges where they
 * name no more than one panel among them; else INDEX_NONE, nothing is guessed. */
size_t contest_expected_panel(const struct contest *contest, size_t round, size_t contestant);

/* How many sheets that makes: the judges of the expected panel, or the one mark or ballot of a round without judges. */
size_t contest_seats(const struct contest *contest, size_t round, size_t contestant);

/* Whether a panel of the round drops sheets or marks of judges who weigh unequally: then a higher mark may make another
 * sheet the one that is dropped, and lower the mean. Needs a completed contest. */
bool contest_drops_unequal(const struct contest *contest, size_t round);

/* The run of a contestant's adjustments in `adjustments`, once completed. */
const struct adjustment *contest_adjustments_of(const struct contest *contest, size_t contestant, size_t *count);
/* Seconds, or -1 where no time was taken. */
int64_t contest_seconds(const struct contest *contest, size_t contestant, size_t round);
/* The factor of a contestant in a round; one where none is written. */
points contest_factor(const struct contest *contest, size_t contestant, size_t round);
/* The same as written, or NULL. */
const struct factor *contest_find_factor(const struct contest *contest, size_t contestant, size_t round);
/* The votes for a contestant in a round, grade by grade; none where nobody has voted yet. */
const struct ballot *contest_ballots_of(const struct contest *contest, size_t contestant, size_t round, size_t *count);
/* The score of an attempt of a playoff, or NULL; attempts count from 1. */
const struct playoff *contest_playoff(const struct contest *contest, size_t contestant, size_t attempt);
/* The decision about a contestant, or NULL. */
const struct decision *contest_decision(const struct contest *contest, size_t contestant);
/* Whether a judge sits in a panel. */
bool panel_seats(const struct panel *panel, size_t judge);
/* Whether anybody has a factor in this round. */
bool contest_has_factors(const struct contest *contest, size_t round);

#endif
