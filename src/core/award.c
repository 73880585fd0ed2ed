#include "award.h"

enum { NO_LIMIT = -1 };

static int64_t count_for(const struct award *award, struct text sector_name)
{
    for (size_t i = 0; i < award->by_sector_count; i++)
        if (text_equal(award->by_sector[i].sector, sector_name))
            return award->by_sector[i].count;
    return award->count;
}

static int64_t share_of(const struct award *award, size_t total)
{
    int64_t units = (int64_t)total * award->percent.value; /* total is at most 10^6, percent 10^6 units */
    int64_t whole = units / POINTS_ONE_HUNDRED, left = units % POINTS_ONE_HUNDRED;
    if (award->round == AWARD_ROUND_UP)
        return whole + (left > 0);
    if (award->round == AWARD_ROUND_HALF_UP)
        return whole + (left * 2 >= POINTS_ONE_HUNDRED);
    return whole;
}

static bool is_limited(const struct award *award)
{
    return award->has_count || award->percent.is_set;
}

static int64_t planned_places(const struct award *award, struct text sector_name, size_t ranked, size_t entered)
{
    if (award->has_count)
        return count_for(award, sector_name);
    if (award->percent.is_set)
        return share_of(award, award->of == AWARD_OF_ENTERED ? entered : ranked);
    return NO_LIMIT;
}

/* How many from the first place on reach the least score; they stand in its order. */
static size_t qualified(const struct award *award, const struct placing *placings, size_t count, struct arena *arena)
{
    if (!award->min_score.is_set)
        return count;
    struct exact least = exact_from_points(arena, award->min_score.value);
    size_t end = 0;
    while (end < count && exact_compare(placings[end].result->final, least) >= 0)
        end++;
    return end;
}

struct cut {
    size_t first, end;           /* who gets it, by position */
    size_t tied_first, tied_end; /* the shared rank that lies across the cut; empty where none does */
};

static struct cut find_cut(const struct award *award, int64_t planned, const struct placing *placings, size_t count,
                           size_t first, size_t qualified_end)
{
    size_t end = qualified_end;
    if (planned != NO_LIMIT) {
        size_t from = award->cumulative ? 0 : first;
        end = (size_t)planned < count - from ? from + (size_t)planned : count;
    }
    if (end > qualified_end)
        end = qualified_end;
    if (end < first)
        end = first;
    struct cut cut = {first, end, end, end};
    bool is_tied = end > first && end < count && placings[end].rank == placings[end - 1].rank;
    while (is_tied && cut.tied_first > first && placings[cut.tied_first - 1].rank == placings[end].rank)
        cut.tied_first--;
    while (is_tied && cut.tied_end < count && placings[cut.tied_end].rank == placings[end].rank)
        cut.tied_end++;
    return cut;
}

/* Gives one award from position `first` on. Returns the position from which the next award goes on. */
static size_t give(size_t number, const struct award *award, struct cut cut, size_t *award_of,
                   struct award_outcome *outcome)
{
    bool is_tied = cut.tied_end > cut.tied_first;
    outcome->is_withheld = is_tied && award->tie == AWARD_TIE_WITHHOLD;
    size_t end = outcome->is_withheld ? cut.tied_first : cut.tied_end;
    for (size_t i = cut.first; i < end; i++)
        award_of[i] = number;
    outcome->given = end - cut.first;
    return cut.tied_end;
}

void awards_give(const struct rules *rules, struct text sector_name, const struct placing *placings, size_t count,
                 size_t entered, struct arena scratch, size_t *award_of, struct award_outcome *outcomes)
{
    size_t first = 0;
    int64_t carried = 0; /* places that the award before passes down (> 0) or has absorbed (< 0) */
    for (size_t i = 0; i < count; i++)
        award_of[i] = INDEX_NONE;

    for (size_t a = 0; a < rules->award_count; a++) {
        const struct award *award = &rules->awards[a];
        int64_t planned = planned_places(award, sector_name, count, entered);
        /* A cut counted from the first place stands still, whatever the award before has left or absorbed. */
        if (is_limited(award) && !award->cumulative)
            planned = planned + carried > 0 ? planned + carried : 0;
        struct cut cut = find_cut(award, planned, placings, count, first, qualified(award, placings, count, &scratch));
        outcomes[a] = (struct award_outcome){.planned = planned};
        first = give(a, award, cut, award_of, &outcomes[a]);

        size_t taken = award->cumulative ? first : outcomes[a].given;
        int64_t unfilled = planned == NO_LIMIT || outcomes[a].is_withheld ? 0 : planned - (int64_t)taken;
        outcomes[a].is_vacant = unfilled > 0;
        carried = 0;
        if (unfilled > 0 && award->vacant == VACANT_PASS_DOWN)
            carried = unfilled;
        if (award->tie == AWARD_TIE_ABSORB)
            carried -= (int64_t)(cut.tied_end - cut.end);
    }
}
