#include "award.h"

/* ---- what awards and promotion share ---- */

static int64_t count_for(const struct counts *counts, struct text sector_name)
{
    for (size_t i = 0; i < counts->by_sector_count; i++)
        if (text_equal(counts->by_sector[i].sector, sector_name))
            return counts->by_sector[i].count;
    return counts->count;
}

static int64_t share_of(const struct cut *cut, size_t total)
{
    int64_t units = (int64_t)total * cut->percent.value; /* total is at most 10^8, percent 10^6 units */
    int64_t whole = units / POINTS_ONE_HUNDRED, left = units % POINTS_ONE_HUNDRED;
    if (cut->round == AWARD_ROUND_UP)
        return whole + (left > 0);
    if (cut->round == AWARD_ROUND_HALF_UP)
        return whole + (left * 2 >= POINTS_ONE_HUNDRED);
    return whole;
}

int64_t cut_places(const struct cut *cut, struct text sector_name, size_t ranked, size_t entered)
{
    if (cut->count.is_set)
        return count_for(&cut->count, sector_name);
    if (cut->percent.is_set)
        return share_of(cut, cut->of == AWARD_OF_ENTERED ? entered : ranked);
    return NO_LIMIT;
}

bool cut_is_reached(const struct cut *cut, const struct placing *placing, struct arena scratch)
{
    if (cut->min_score.is_set &&
        exact_compare(placing->result->final, exact_from_points(&scratch, cut->min_score.value)) < 0)
        return false;
    if (cut->need.round == INDEX_NONE)
        return true;
    const struct round_result *round = &placing->result->rounds[cut->need.round];
    return round->is_scored && exact_compare(round->score, exact_from_points(&scratch, cut->need.at_least)) >= 0;
}

static struct cut_line cut_line_of(const struct placing *const *queue, size_t count, size_t places)
{
    size_t end = places < count ? places : count;
    struct cut_line line = {end, end, end};
    if (end == 0 || end == count || queue[end]->rank != queue[end - 1]->rank)
        return line;
    while (line.tied_first > 0 && queue[line.tied_first - 1]->rank == queue[end]->rank)
        line.tied_first--;
    while (line.tied_end < count && queue[line.tied_end]->rank == queue[end]->rank)
        line.tied_end++;
    return line;
}

void cut_report_tie(const struct contest *contest, const struct placing *const *queue, struct cut_line line,
                    struct text what, struct faults *faults)
{
    for (size_t i = line.tied_first; i < line.tied_end; i++) {
        const struct contestant *contestant = &contest->contestants[queue[i]->contestant];
        faults_add(
            faults, SEVERITY_WARNING, contestant->place,
            what.length > 0
                ? MESSAGE("contestant {1} is tied across the cut of {2}: it must be decided", contestant->id, what)
                : MESSAGE("contestant {1} is tied across the cut for the next level: it must be decided",
                          contestant->id),
            MESSAGE("by playoff.csv or decisions.csv, named in ties"));
    }
}

/* ---- giving ---- */

struct giving {
    const struct contest *contest;
    size_t *award_of; /* [contestant] */
    bool *is_barred;  /* [contestant]: tied across a cut that was withheld */
    struct faults *faults;
    struct arena scratch;
};

static bool is_free(const struct giving *giving, const struct placing *placing)
{
    return giving->award_of[placing->contestant] == INDEX_NONE && !giving->is_barred[placing->contestant] &&
           giving->contest->contestants[placing->contestant].veto.length == 0;
}

/* Whom the cut counts: those without an award who reach what is asked, or under `cumulative` everybody. */
static size_t line_up(const struct giving *giving, const struct award *award, const struct award_group *group,
                      bool counts_all, const struct placing **queue)
{
    size_t count = 0;
    for (size_t i = 0; i < group->count; i++) {
        const struct placing *placing = &group->placings[i];
        if (counts_all || (is_free(giving, placing) && cut_is_reached(&award->cut, placing, giving->scratch)))
            queue[count++] = placing;
    }
    return count;
}

/* Gives the award to those of queue[0, end) who may have it. */
static size_t give(const struct giving *giving, size_t award, const struct placing *const *queue, size_t end)
{
    size_t given = 0;
    for (size_t i = 0; i < end; i++) {
        if (!is_free(giving, queue[i]) ||
            !cut_is_reached(&giving->contest->rules.awards[award].cut, queue[i], giving->scratch))
            continue;
        giving->award_of[queue[i]->contestant] = award;
        given++;
    }
    return given;
}

static void bar(const struct giving *giving, const struct award *award, const struct placing *const *queue,
                struct cut_line line)
{
    for (size_t i = line.tied_first; i < line.tied_end; i++)
        if (is_free(giving, queue[i]) && cut_is_reached(&award->cut, queue[i], giving->scratch))
            giving->is_barred[queue[i]->contestant] = true;
}

/* How many of the group have an award or were barred from one. */
static size_t count_settled(const struct giving *giving, const struct award_group *group)
{
    size_t settled = 0;
    for (size_t i = 0; i < group->count; i++)
        settled += giving->award_of[group->placings[i].contestant] != INDEX_NONE ||
                   giving->is_barred[group->placings[i].contestant];
    return settled;
}

/* Gives one award in one group. Returns by how many places the next one has more (passed down) or fewer (absorbed). */
static int64_t give_award(const struct giving *giving, size_t number, const struct award_group *group, int64_t carried)
{
    struct arena scratch = giving->scratch;
    const struct award *award = &giving->contest->rules.awards[number];
    struct award_outcome *outcome = &group->outcomes[number];
    int64_t planned = cut_places(&award->cut, group->sector_name, group->count, group->entered);
    bool counts_all = award->cumulative && planned != NO_LIMIT;
    /* A cut counted from the first place stands still, whatever the award before has left or absorbed. */
    int64_t by_cut = planned;
    if (planned != NO_LIMIT && !counts_all)
        planned = planned + carried > 0 ? planned + carried : 0;

    const struct placing **queue = ARENA_ARRAY(&scratch, const struct placing *, group->count);
    size_t count = line_up(giving, award, group, counts_all, queue);
    struct cut_line line = cut_line_of(queue, count, planned == NO_LIMIT ? count : (size_t)planned);
    bool is_tied = line.tied_end > line.tied_first;
    bool is_withheld = is_tied && (award->cut.tie == CUT_TIE_WITHHOLD || award->cut.tie == CUT_TIE_ERROR);
    *outcome = (struct award_outcome){
        .planned = planned, .absorbed = by_cut > planned ? by_cut - planned : 0, .is_withheld = is_withheld};
    size_t before = give(giving, number, queue, is_withheld ? line.tied_first : line.end);
    size_t extended = is_withheld ? 0 : give(giving, number, queue, line.tied_end);
    outcome->given = before + extended;
    outcome->extended = extended;
    if (is_withheld)
        bar(giving, award, queue, line);
    if (is_tied && award->cut.tie == CUT_TIE_ERROR)
        cut_report_tie(giving->contest, queue, line, award->name, giving->faults);

    size_t taken = counts_all ? count_settled(giving, group) : outcome->given;
    int64_t unfilled = planned == NO_LIMIT || is_withheld ? 0 : planned - (int64_t)taken;
    outcome->is_vacant = unfilled > 0;
    if (extended > 0)
        return award->cut.tie == CUT_TIE_ABSORB ? -(int64_t)extended : 0;
    return unfilled > 0 && award->vacant == VACANT_PASS_DOWN ? unfilled : 0;
}

void awards_give(const struct contest *contest, const struct award_group *sectors, size_t sector_count,
                 const struct award_group *whole, struct arena scratch, struct faults *faults, size_t *award_of)
{
    const struct rules *rules = &contest->rules;
    int64_t *carried = ARENA_ARRAY(&scratch, int64_t, sector_count + 1);
    struct giving giving = {contest, award_of, ARENA_ARRAY(&scratch, bool, contest->contestant_count), faults, scratch};
    for (size_t c = 0; c < contest->contestant_count; c++)
        award_of[c] = INDEX_NONE;
    for (size_t a = 0; a < rules->award_count; a++) {
        /* What is carried stays within the same groups. */
        for (size_t i = 0; a > 0 && rules->awards[a].per != rules->awards[a - 1].per && i <= sector_count; i++)
            carried[i] = 0;
        if (rules->awards[a].per == AWARD_PER_CONTEST)
            carried[sector_count] = give_award(&giving, a, whole, carried[sector_count]);
        else
            for (size_t s = 0; s < sector_count; s++)
                carried[s] = give_award(&giving, a, &sectors[s], carried[s]);
    }
}
