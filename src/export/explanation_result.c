#include "explanation_result.h"

#include "figures.h"
#include "tie_line.h"

struct outcome_told {
    const struct standings *standings;
    const struct sector_standings *sector;
    const struct standing *standing;
    const struct contestant *contestant;
};

/* ---- rank and ties ---- */

enum { MOST_NAMES = 10 };

/* The others of the same rank: "选手三, 选手四". */
static struct text peers_text(struct telling *telling, const struct outcome_told *told)
{
    struct sink sink = sink_in(telling->scratch);
    size_t named = 0;
    for (size_t i = 0; i < told->sector->ranking_count && named <= MOST_NAMES; i++) {
        const struct placing *other = &told->sector->ranking[i].placing;
        if (other->rank != told->standing->placing.rank || other->contestant == told->standing->placing.contestant)
            continue;
        sink_c(&sink, named > 0 ? ", " : "");
        if (named++ < MOST_NAMES)
            sink_text(&sink, telling->contest->contestants[other->contestant].name);
        else
            sink_c(&sink, "…");
    }
    return sink_written(&sink);
}

static void tell_rank(struct telling *telling, const struct outcome_told *told)
{
    struct text rank = figure_count(telling->scratch, told->standing->placing.rank);
    struct text ranked = figure_count(telling->scratch, told->sector->ranking_count), peers = peers_text(telling, told);
    if (peers.length == 0)
        telling_line(telling, MESSAGE("rank {1} of {2}", rank, ranked));
    else
        telling_line(telling, MESSAGE("rank {1} of {2}, shared with {3}: no tie key parts them", rank, ranked, peers));
}

static void tell_decision(struct telling *telling, const struct outcome_told *told)
{
    const struct decision *decision = contest_decision(telling->contest, told->standing->placing.contestant);
    if (decision)
        telling_line(telling, MESSAGE("decided: {1}; signed by {2}", decision->reason, decision->signers));
}

/* Every key that parted the contestant from others, the first one first. */
static void tell_ties(struct telling *telling, const struct outcome_told *told, const struct tie_note *note)
{
    if (!note)
        return;
    tell_ties(telling, told, note->earlier);
    telling_begin(telling);
    tie_line_write_note(telling->sink, told->standings, &told->standing->placing, note, telling->style,
                        *telling->scratch);
    sink_byte(telling->sink, '\n');
    if (telling->contest->rules.ties[note->key].kind == TIE_DECISION)
        tell_decision(telling, told);
}

/* ---- awards ---- */

static const struct award_outcome *outcome_of(const struct outcome_told *told, size_t award)
{
    return told->standings->contest->rules.awards[award].per == AWARD_PER_CONTEST ? &told->standings->outcomes[award]
                                                                                  : &told->sector->outcomes[award];
}

static const struct placing *later_of(const struct placing *a, const struct placing *b, bool is_by_rank)
{
    if (!a || (is_by_rank ? b->rank >= a->rank : exact_compare(b->result->final, a->result->final) <= 0))
        return b;
    return a;
}

/* The last one who got an award, in the sector or, of one that is given per contest, in all; NULL: nobody did. */
static const struct placing *last_given(const struct outcome_told *told, size_t award)
{
    bool is_per_contest = told->standings->contest->rules.awards[award].per == AWARD_PER_CONTEST;
    const struct placing *last = NULL;
    for (size_t s = 0; s < told->standings->sector_count; s++) {
        const struct sector_standings *sector = &told->standings->sectors[s];
        for (size_t i = 0; (is_per_contest || sector == told->sector) && i < sector->ranking_count; i++)
            if (sector->ranking[i].award == award)
                last = later_of(last, &sector->ranking[i].placing, !is_per_contest);
    }
    return last;
}

/* "places: 2, given to: 3, the last with 90.00" */
static struct text extent_text(struct telling *telling, const struct outcome_told *told, size_t award)
{
    const struct award *rule = &telling->contest->rules.awards[award];
    const struct award_outcome *outcome = outcome_of(told, award);
    const struct placing *last = last_given(told, award);
    struct text given = figure_count(telling->scratch, outcome->given);
    struct text planned = figure_count(telling->scratch, outcome->planned < 0 ? 0 : (size_t)outcome->planned);
    struct text final =
        last ? figure_published(telling->scratch, &telling->contest->rules, last->result->final) : TEXT("");
    struct message message = MESSAGE("places: {1}, given to nobody", planned);
    if (outcome->planned == 0)
        message = MESSAGE("no places");
    else if (last && outcome->planned < 0)
        message = MESSAGE("given to {2}, the last with {3}", planned, given, final);
    else if (last && rule->cumulative)
        message = MESSAGE("up to place {1}, given to {2}, the last with {3}", planned, given, final);
    else if (last)
        message = MESSAGE("places: {1}, given to {2}, the last with {3}", planned, given, final);
    else if (outcome->planned < 0)
        message = MESSAGE("given to nobody");
    return style_text(telling->scratch, telling->style, message);
}

static struct text final_or_round(struct telling *telling, const struct cut *cut, const struct placing *placing)
{
    bool is_final =
        cut->min_score.is_set &&
        exact_compare(placing->result->final, exact_from_points(telling->scratch, cut->min_score.value)) < 0;
    if (is_final)
        return style_text(
            telling->scratch, telling->style,
            MESSAGE("a final score of {1} is needed", figure_points(telling->scratch, cut->min_score.value)));
    return style_text(telling->scratch, telling->style,
                      MESSAGE("{1} in {2} is needed", figure_points(telling->scratch, cut->need.at_least),
                              telling->contest->rules.rounds[cut->need.round].name));
}

/* Whether one who got no award could have got this one. */
static bool may_get(const struct telling *telling, const struct standing *standing, size_t award)
{
    return standing->award == INDEX_NONE &&
           telling->contest->contestants[standing->placing.contestant].veto.length == 0 &&
           cut_is_reached(&telling->contest->rules.awards[award].cut, &standing->placing, *telling->scratch);
}

static bool is_one_of(const size_t *ranks, size_t count, size_t rank)
{
    bool is = false;
    for (size_t i = 0; i < count; i++)
        is = is || ranks[i] == rank;
    return is;
}

/* The rank of those in the sector who are tied across the cut of an award that is withheld from them, and so get no
 * award at all: of all without one who could have got it, and from whom none was withheld before, they are the best. */
static size_t withheld_rank(const struct telling *telling, const struct outcome_told *told, size_t award)
{
    size_t *ranks = ARENA_ARRAY(telling->scratch, size_t, award + 1);
    for (size_t a = 0; a <= award; a++) {
        bool is_by_sector = telling->contest->rules.awards[a].per != AWARD_PER_CONTEST;
        if (!is_by_sector || !told->sector->outcomes[a].is_withheld)
            continue;
        for (size_t i = 0; i < told->sector->ranking_count && ranks[a] == 0; i++)
            if (may_get(telling, &told->sector->ranking[i], a) &&
                !is_one_of(ranks, a, told->sector->ranking[i].placing.rank))
                ranks[a] = told->sector->ranking[i].placing.rank;
    }
    return ranks[award];
}

static bool is_withheld(const struct telling *telling, const struct outcome_told *told, size_t award)
{
    return told->standing->award == INDEX_NONE && telling->contest->rules.awards[award].per != AWARD_PER_CONTEST &&
           told->sector->outcomes[award].is_withheld &&
           withheld_rank(telling, told, award) == told->standing->placing.rank;
}

/* Why the contestant does not get an award; false where that settles the later ones too. */
static bool tell_missed(struct telling *telling, const struct outcome_told *told, size_t award)
{
    const struct award *rule = &telling->contest->rules.awards[award];
    const struct placing *placing = &told->standing->placing;
    if (!cut_is_reached(&rule->cut, placing, *telling->scratch)) {
        telling_line(telling, MESSAGE("not {1}: {2}", rule->name, final_or_round(telling, &rule->cut, placing)));
        return true;
    }
    if (!is_withheld(telling, told, award)) {
        telling_line(telling, MESSAGE("not {1}: {2}", rule->name, extent_text(telling, told, award)));
        return true;
    }
    if (rule->cut.tie == CUT_TIE_ERROR)
        telling_line(telling, MESSAGE("not {1}: tied across its cut, which must be decided first", rule->name));
    else
        telling_line(telling, MESSAGE("not {1}, nor a later award: tied across its cut, it is withheld", rule->name));
    return false;
}

static void tell_awards(struct telling *telling, const struct outcome_told *told)
{
    size_t own = told->standing->award, count = telling->contest->rules.award_count;
    if (told->contestant->veto.length > 0)
        return;
    for (size_t a = 0; a < count && a != own; a++)
        if (!tell_missed(telling, told, a))
            return;
    if (own != INDEX_NONE)
        telling_line(telling, MESSAGE("award: {1}, {2}", telling->contest->rules.awards[own].name,
                                      extent_text(telling, told, own)));
}

static void tell_specials(struct telling *telling, const struct outcome_told *told)
{
    for (size_t i = 0; i < telling->contest->special_count; i++) {
        const struct special_given *given = &telling->contest->specials[i];
        if (given->contestant != told->standing->placing.contestant)
            continue;
        struct text name = telling->contest->rules.specials[given->special].name;
        if (given->reason.length > 0)
            telling_line(telling, MESSAGE("special award: {1}, {2}", name, given->reason));
        else
            telling_line(telling, MESSAGE("special award: {1}", name));
    }
}

/* ---- promotion ---- */

static void tell_promotion(struct telling *telling, const struct outcome_told *told)
{
    const struct standing *standing = told->standing;
    const struct promote *promote = &telling->contest->rules.promote;
    if (told->contestant->veto.length > 0)
        telling_line(telling, MESSAGE("vetoed, no award and no promotion: {1}", told->contestant->veto));
    else if (standing->promotion.is_promoted)
        telling_line(telling, MESSAGE("goes on to the next level"));
    else if (standing->promotion.reserve > 0)
        telling_line(telling, MESSAGE("reserve {1} for the next level",
                                      figure_count(telling->scratch, standing->promotion.reserve)));
    else if (promote->is_set && !cut_is_reached(&promote->cut, &standing->placing, *telling->scratch))
        telling_line(telling, MESSAGE("does not go on to the next level: {1}",
                                      final_or_round(telling, &promote->cut, &standing->placing)));
    else if (promote->is_set)
        telling_line(telling, MESSAGE("does not go on to the next level"));
}

void telling_ranked(struct telling *telling, const struct standings *standings, const struct sector_standings *sector,
                    const struct standing *standing)
{
    const struct outcome_told told = {standings, sector, standing,
                                      &telling->contest->contestants[standing->placing.contestant]};
    tell_rank(telling, &told);
    tell_ties(telling, &told, standing->placing.tie);
    tell_awards(telling, &told);
    tell_specials(telling, &told);
    tell_promotion(telling, &told);
}
