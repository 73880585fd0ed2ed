#include "certificate_list.h"

#include "certificate_values.h"

/* The list while it grows. */
struct gathering {
    const struct contest *contest;
    const struct certificate_choice *choice;
    struct arena *arena;
    struct certificate *items;
    size_t count, capacity;
    struct issuing issuing;
};

static bool is_chosen(const struct gathering *gathering, const struct certificate *certificate)
{
    const struct certificate_choice *choice = gathering->choice;
    if (choice->teams > 0 || certificate->team)
        return certificate->team && certificate->team->rank <= choice->teams;
    size_t sector = INDEX_NONE;
    if (certificate->contestant != INDEX_NONE)
        sector = gathering->contest->contestants[certificate->contestant].sector;
    return (choice->sector == INDEX_NONE || choice->sector == sector) &&
           (choice->award == INDEX_NONE || choice->award == certificate->award) &&
           (choice->contestant == INDEX_NONE || choice->contestant == certificate->contestant);
}

/* Chosen or not. */
static size_t number_of(struct gathering *gathering, const struct certificate *certificate)
{
    const struct contest *contest = gathering->contest;
    struct issuing *issuing = &gathering->issuing;
    if (certificate->team)
        return issuing_number(issuing, PLACED_TEAM, certificate->unit,
                              certificate_team_award(&contest->rules, certificate->team->rank, issuing->arena));
    struct text award = certificate_award(&contest->rules, certificate->award);
    return certificate->contestant == INDEX_NONE
               ? issuing_number(issuing, PLACED_UNIT, certificate->unit, award)
               : issuing_number(issuing, PLACED_CONTESTANT, contest->contestants[certificate->contestant].id, award);
}

static void add(struct gathering *gathering, struct certificate certificate)
{
    certificate.number = number_of(gathering, &certificate);
    if (!is_chosen(gathering, &certificate))
        return;
    ARENA_RESERVE_ONE(gathering->arena, gathering->items, gathering->count, gathering->capacity);
    gathering->items[gathering->count++] = certificate;
}

static void add_winners(struct gathering *gathering, const struct sector_standings *sector)
{
    for (size_t i = 0; i < sector->ranking_count; i++) {
        const struct standing *standing = &sector->ranking[i];
        const struct contestant *contestant = &gathering->contest->contestants[standing->placing.contestant];
        if (standing->award != INDEX_NONE)
            add(gathering, (struct certificate){.award = standing->award,
                                                .contestant = standing->placing.contestant,
                                                .unit = contestant->unit,
                                                .standing = standing,
                                                .place = contestant->place});
    }
}

static void add_special(struct gathering *gathering, const struct special_given *given)
{
    const struct contest *contest = gathering->contest;
    bool is_unit = given->contestant == INDEX_NONE;
    add(gathering, (struct certificate){.award = contest->rules.award_count + given->special,
                                        .contestant = given->contestant,
                                        .unit = is_unit ? given->unit : contest->contestants[given->contestant].unit,
                                        .place = given->place});
}

static struct gathering gather(const struct standings *standings, const struct certificate_choice *choice,
                               const struct issued *former, struct arena *arena)
{
    const struct contest *contest = standings->contest;
    struct gathering gathering = {
        .contest = contest, .choice = choice, .arena = arena, .issuing = issuing_after(former, arena)};
    for (size_t i = 0; i < standings->sector_count; i++)
        add_winners(&gathering, &standings->sectors[i]);
    for (size_t i = 0; i < contest->special_count; i++)
        add_special(&gathering, &contest->specials[i]);
    for (size_t i = 0; i < standings->teams.count; i++)
        add(&gathering, (struct certificate){.award = INDEX_NONE,
                                             .contestant = INDEX_NONE,
                                             .unit = standings->teams.items[i].name,
                                             .team = &standings->teams.items[i],
                                             .place = contest->rules.place});
    return gathering;
}

struct certificate_list certificate_list_of(const struct standings *standings, const struct certificate_choice *choice,
                                            const struct issued *former, struct arena *arena)
{
    struct gathering gathering = gather(standings, choice, former, arena);
    return (struct certificate_list){gathering.items, gathering.count};
}

struct issued certificates_issue(const struct standings *standings, const struct issued *former, struct arena *arena)
{
    const struct certificate_choice all = CERTIFICATES_ALL;
    return gather(standings, &all, former, arena).issuing.issued;
}

/* Writes the number of each certificate's holder, in the order of their first ones, and gives how many there are. */
static size_t number_holders(const struct certificate_list *list, const struct contest *contest, size_t *holders,
                             struct arena scratch)
{
    size_t *of_contestants = ARENA_ARRAY(&scratch, size_t, contest->contestant_count), count = 0;
    struct index units = index_in(&scratch);
    for (size_t i = 0; i < contest->contestant_count; i++)
        of_contestants[i] = INDEX_NONE;
    for (size_t i = 0; i < list->count; i++) {
        const struct certificate *certificate = &list->items[i];
        bool is_unit = certificate->contestant == INDEX_NONE;
        size_t known = is_unit ? index_find(&units, certificate->unit) : of_contestants[certificate->contestant];
        holders[i] = known == INDEX_NONE ? count++ : known;
        if (is_unit)
            index_add(&units, certificate->unit, holders[i]);
        else
            of_contestants[certificate->contestant] = holders[i];
    }
    return count;
}

struct certificate_list *certificates_by_holder(const struct certificate_list *list, const struct contest *contest,
                                                size_t *count, struct arena *arena, struct arena scratch)
{
    size_t *holders = ARENA_ARRAY(&scratch, size_t, list->count);
    *count = number_holders(list, contest, holders, scratch);
    struct certificate *items = ARENA_ARRAY(arena, struct certificate, list->count);
    struct certificate_list *lists = ARENA_ARRAY(arena, struct certificate_list, *count);
    for (size_t i = 0; i < list->count; i++)
        lists[holders[i]].count++;
    for (size_t i = 0; i < *count; i++) {
        lists[i].items = items;
        items += lists[i].count;
        lists[i].count = 0;
    }
    for (size_t i = 0; i < list->count; i++) {
        struct certificate_list *own = &lists[holders[i]];
        own->items[own->count++] = list->items[i];
    }
    return lists;
}

struct text certificate_award(const struct rules *rules, size_t award)
{
    return award < rules->award_count ? rules->awards[award].name : rules->specials[award - rules->award_count].name;
}
