#include "outlook.h"

#include "sector_score.h"

/* Larger groups are not looked at: that would take longer than anybody waits for a table. */
enum { OUTLOOK_MOST_IN_GROUP = 5000 };

/* All contestants with their pending marks at one end, in order. */
struct extreme {
    struct sheets sheets;
    struct result *results; /* [contestant] */
};

struct looking {
    const struct contest *contest;
    struct arena *kept; /* of another region than scratch */
    struct extreme low, high;
    const size_t *award_of;
    struct outlooks *outlooks;
};

/* Those who compete with each other, once all has come in. */
struct rivals {
    size_t *members; /* in contestants.csv order */
    size_t count;
    struct placing *low, *high; /* beside each other, not to members: in order, with ranks */
};

/* ---- where it can be told ---- */

static bool round_is_monotone(const struct contest *contest, size_t number)
{
    const struct round *round = &contest->rules.rounds[number];
    int method = round->own.method; /* several panels are of neither */
    bool asks_for_others = method == METHOD_RANK_SUM || method == METHOD_PLACE_POINTS;
    return !asks_for_others && round->panel_correction == CORRECTION_NONE && !contest_drops_unequal(contest, number);
}

static bool drops(const struct round *round)
{
    for (size_t i = 0; i < round->panel_count; i++)
        if (panel_rule_drops(&round->panels[i]))
            return true;
    return false;
}

static bool key_is_monotone(const struct rules *rules, const struct tie_key *key)
{
    bool is_of_marks = key->kind == TIE_CRITERION || key->kind == TIE_CRITERIA;
    return key->kind != TIE_HEAD_TO_HEAD && !(is_of_marks && drops(&rules->rounds[key->round]));
}

static bool is_monotone(const struct contest *contest)
{
    const struct rules *rules = &contest->rules;
    for (size_t r = 0; r < rules->round_count; r++)
        if (!round_is_monotone(contest, r))
            return false;
    for (size_t t = 0; t < rules->tie_count; t++)
        if (!key_is_monotone(rules, &rules->ties[t]))
            return false;
    return rules->stage_count == 1;
}

/* ---- the worst and the best case of one contestant ---- */

static struct placing *in_order(const struct looking *looking, const struct extreme *extreme,
                                const struct rivals *rivals, struct arena *scratch)
{
    struct placing *placings = ARENA_ARRAY(scratch, struct placing, rivals->count);
    for (size_t i = 0; i < rivals->count; i++)
        placings[i] =
            (struct placing){.contestant = rivals->members[i], .result = &extreme->results[rivals->members[i]]};
    ranking_assign(&extreme->sheets, placings, rivals->count, looking->kept, *scratch);
    return placings;
}

/* A list of ranked placings that grows at its end. */
struct ranked {
    struct placing *items;
    size_t count;
    const struct placing *last;
};

/* The one put in between, without a rank yet, stands before those it shares its rank with. */
static void append(const struct looking *looking, struct ranked *ranked, const struct placing *next, size_t one)
{
    const struct placing *last = ranked->last;
    bool shares = false;
    if (last && last->contestant == one)
        shares = ranking_compare(&looking->low.sheets, last, next) == 0;
    else if (last)
        shares = last->rank == next->rank;
    ranked->items[ranked->count] = *next;
    ranked->items[ranked->count].rank = shares ? ranked->items[ranked->count - 1].rank : ranked->count + 1;
    ranked->count++;
    ranked->last = next;
}

enum end { WORST, BEST };

/* The contestant at its lowest among the others at their highest, or the other way round. */
static struct ranked rank_case(const struct looking *looking, const struct rivals *rivals, size_t contestant,
                               enum end end, struct arena *scratch)
{
    const struct placing *others = end == WORST ? rivals->high : rivals->low;
    const struct result *results = end == WORST ? looking->low.results : looking->high.results;
    struct placing *one = ARENA_NEW(scratch, struct placing);
    struct ranked ranked = {ARENA_ARRAY(scratch, struct placing, rivals->count), 0, NULL};
    bool is_in = false;
    *one = (struct placing){.contestant = contestant, .result = &results[contestant]};
    for (size_t i = 0; i <= rivals->count; i++) {
        const struct placing *next = i < rivals->count ? &others[i] : NULL;
        if (next && next->contestant == contestant)
            continue;
        if (!is_in && (!next || ranking_compare(&looking->low.sheets, one, next) <= 0)) {
            append(looking, &ranked, one, contestant);
            is_in = true;
        }
        if (next)
            append(looking, &ranked, next, contestant);
    }
    return ranked;
}

/* ---- promotion ---- */

static bool is_promoted(const struct looking *looking, const struct promotion_group *group, const struct rivals *rivals,
                        size_t contestant, enum end end, struct arena scratch)
{
    struct arena notes = *looking->kept;
    struct faults unheard = faults_in(&notes);
    struct ranked ranked = rank_case(looking, rivals, contestant, end, &scratch);
    struct promotion *promotions = ARENA_ARRAY(&scratch, struct promotion, looking->contest->contestant_count);
    promotion_decide_group(looking->contest, group, ranked.items, ranked.count, scratch, &unheard, promotions);
    return promotions[contestant].is_promoted;
}

static bool is_in_group(const struct looking *looking, const struct promotion_group *group, size_t contestant)
{
    return looking->high.results[contestant].has_final &&
           promotion_group_holds(group, &looking->contest->contestants[contestant]);
}

static void rank_rivals(const struct looking *looking, struct rivals *rivals, struct arena *scratch)
{
    rivals->low = in_order(looking, &looking->low, rivals, scratch);
    rivals->high = in_order(looking, &looking->high, rivals, scratch);
}

static void tell_promotions(const struct looking *looking, struct arena scratch)
{
    const struct contest *contest = looking->contest;
    bool *is_told = ARENA_ARRAY(&scratch, bool, contest->contestant_count);
    for (size_t first = 0; first < contest->contestant_count; first++) {
        struct arena work = scratch;
        struct promotion_group group;
        struct rivals rivals = {ARENA_ARRAY(&work, size_t, contest->contestant_count), 0, NULL, NULL};
        if (is_told[first] || !looking->high.results[first].has_final)
            continue;
        if (!promotion_group_of(contest, first, &group)) {
            looking->outlooks[first].promotion = OUTLOOK_OUT;
            continue;
        }
        for (size_t c = first; c < contest->contestant_count; c++)
            if (is_in_group(looking, &group, c))
                is_told[rivals.members[rivals.count++] = c] = true;
        if (rivals.count > OUTLOOK_MOST_IN_GROUP)
            continue;
        rank_rivals(looking, &rivals, &work);
        for (size_t i = 0; i < rivals.count; i++) {
            size_t c = rivals.members[i];
            bool at_worst = is_promoted(looking, &group, &rivals, c, WORST, work);
            bool at_best = is_promoted(looking, &group, &rivals, c, BEST, work);
            looking->outlooks[c].promotion = at_worst ? OUTLOOK_SAFE : at_best ? OUTLOOK_OPEN : OUTLOOK_OUT;
        }
    }
}

/* ---- awards ---- */

/* The award that a case gives the contestant. */
static size_t award_in(const struct looking *looking, struct text sector_name, size_t entered,
                       const struct ranked *ranked, size_t contestant, struct arena scratch)
{
    const struct contest *contest = looking->contest;
    struct arena notes = *looking->kept;
    struct faults unheard = faults_in(&notes);
    struct award_group group = {sector_name, ranked->items, ranked->count, entered,
                                ARENA_ARRAY(&scratch, struct award_outcome, contest->rules.award_count)};
    size_t *award_of = ARENA_ARRAY(&scratch, size_t, contest->contestant_count);
    awards_give(contest, &group, 1, &group, scratch, &unheard, award_of);
    return award_of[contestant];
}

/* How many others stand, or may stand, before the contestant in its worst case: those who could have an award, and all;
 * those who share its rank counted or not. */
struct ahead {
    size_t eligible, eligible_or_tied, all, all_or_tied;
};

static struct ahead count_ahead(const struct contest *contest, const struct ranked *ranked, size_t contestant)
{
    struct ahead ahead = {0};
    size_t rank = 0;
    for (size_t i = 0; i < ranked->count; i++)
        if (ranked->items[i].contestant == contestant)
            rank = ranked->items[i].rank;
    for (size_t i = 0; i < ranked->count && ranked->items[i].rank <= rank; i++) {
        size_t other = ranked->items[i].contestant;
        bool is_eligible = contest->contestants[other].veto.length == 0, is_before = ranked->items[i].rank < rank;
        if (other == contestant)
            continue;
        ahead.all += is_before;
        ahead.all_or_tied++;
        ahead.eligible += is_eligible && is_before;
        ahead.eligible_or_tied += is_eligible;
    }
    return ahead;
}

/* Whether the places of the awards up to the present one are enough for all who can be before the contestant, however
 * ties fall at the cuts between them. */
static bool is_sure(const struct looking *looking, struct text sector_name, size_t entered, const struct ranked *worst,
                    const struct placing *one, const struct placing *at_best, size_t present, struct arena scratch)
{
    const struct rules *rules = &looking->contest->rules;
    struct ahead ahead = count_ahead(looking->contest, worst, one->contestant);
    int64_t places = 0;
    for (size_t a = 0; a <= present; a++) {
        const struct award *award = &rules->awards[a];
        bool withholds = award->cut.tie == CUT_TIE_WITHHOLD || award->cut.tie == CUT_TIE_ERROR;
        if (!cut_is_reached(&award->cut, one, scratch)) {
            if (award->cut.tie == CUT_TIE_ABSORB || award->vacant == VACANT_PASS_DOWN)
                return false; /* who is tied there may take places from the next award */
            if (withholds && cut_is_reached(&award->cut, at_best, scratch))
                return false; /* better marks could bring the contestant into a tie there, which bars it */
            continue;
        }
        int64_t planned = cut_places(&award->cut, sector_name, worst->count, entered);
        if (planned == NO_LIMIT)
            return true;
        if (award->cumulative) {
            if ((int64_t)(withholds ? ahead.all_or_tied : ahead.all) < planned)
                return true;
        } else {
            places += planned;
            if ((int64_t)(withholds ? ahead.eligible_or_tied : ahead.eligible) < places)
                return true;
        }
        if (withholds)
            return false; /* a tie there could bar the contestant from all that follows */
    }
    return false;
}

static enum outlook award_outlook(const struct looking *looking, const struct rivals *rivals, struct text sector_name,
                                  size_t entered, size_t contestant, struct arena scratch)
{
    size_t present = looking->award_of[contestant];
    struct ranked worst = rank_case(looking, rivals, contestant, WORST, &scratch);
    struct ranked best = rank_case(looking, rivals, contestant, BEST, &scratch);
    size_t at_worst = award_in(looking, sector_name, entered, &worst, contestant, scratch);
    size_t at_best = award_in(looking, sector_name, entered, &best, contestant, scratch);
    struct placing one = {.contestant = contestant, .result = &looking->low.results[contestant]};
    struct placing high = {.contestant = contestant, .result = &looking->high.results[contestant]};
    bool keeps_at_worst = at_worst <= present, keeps_at_best = at_best <= present; /* INDEX_NONE is beyond all */
    bool is_first = present == 0;
    if (keeps_at_worst && (is_first || is_sure(looking, sector_name, entered, &worst, &one, &high, present, scratch)))
        return OUTLOOK_SAFE;
    if (!keeps_at_worst && keeps_at_best)
        return OUTLOOK_OPEN;
    return is_first ? OUTLOOK_OUT : OUTLOOK_UNTOLD; /* of others it holds only where awards before them are sure, too */
}

static void tell_awards_among(const struct looking *looking, struct rivals *rivals, struct text sector_name,
                              size_t entered, struct arena scratch)
{
    if (rivals->count > OUTLOOK_MOST_IN_GROUP)
        return;
    rank_rivals(looking, rivals, &scratch);
    for (size_t i = 0; i < rivals->count; i++)
        if (looking->award_of[rivals->members[i]] != INDEX_NONE)
            looking->outlooks[rivals->members[i]].award =
                award_outlook(looking, rivals, sector_name, entered, rivals->members[i], scratch);
}

static void tell_awards(const struct looking *looking, struct arena scratch)
{
    const struct contest *contest = looking->contest;
    size_t per_contest = 0;
    for (size_t a = 0; a < contest->rules.award_count; a++)
        per_contest += contest->rules.awards[a].per == AWARD_PER_CONTEST;
    if (per_contest > 0 && per_contest < contest->rules.award_count)
        return; /* awards of sectors and of the contest take from each other */
    size_t groups = per_contest > 0 ? 1 : contest->sector_count;
    for (size_t g = 0; g < groups; g++) {
        struct arena work = scratch;
        struct rivals rivals = {ARENA_ARRAY(&work, size_t, contest->contestant_count), 0, NULL, NULL};
        for (size_t c = 0; c < contest->contestant_count; c++)
            if (looking->high.results[c].has_final && (per_contest > 0 || contest->contestants[c].sector == g))
                rivals.members[rivals.count++] = c;
        tell_awards_among(looking, &rivals, per_contest > 0 ? TEXT("") : contest->sectors[g].name,
                          per_contest > 0 ? contest->contestant_count : contest->sectors[g].contestant_count, work);
    }
}

/* ---- all of it ---- */

static void go_to_end(struct extreme *extreme, const struct sheets *sheets, bool is_high, struct arena *kept,
                      struct arena scratch)
{
    struct faults unheard = faults_in(kept);
    const struct contest *contest = sheets->contest;
    extreme->sheets = sheets_filled(sheets, is_high, kept);
    extreme->results = ARENA_ARRAY(kept, struct result, contest->contestant_count);
    for (size_t s = 0; s < contest->sector_count; s++)
        sector_score(&extreme->sheets, s, extreme->results, kept, scratch, NULL, &unheard);
}

void outlook_tell(const struct sheets *sheets, const size_t *award_of, struct arena kept, struct arena scratch,
                  struct outlooks *outlooks)
{
    const struct contest *contest = sheets->contest;
    struct looking looking = {.contest = contest, .kept = &kept, .award_of = award_of, .outlooks = outlooks};
    if (!is_monotone(contest))
        return;
    go_to_end(&looking.low, sheets, false, &kept, scratch);
    go_to_end(&looking.high, sheets, true, &kept, scratch);
    if (contest->rules.promote.is_set && contest->rules.promote.at_most == 0)
        tell_promotions(&looking, scratch);
    if (contest->rules.award_count > 0)
        tell_awards(&looking, scratch);
}
