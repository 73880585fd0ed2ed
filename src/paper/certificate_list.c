#include "certificate_list.h"

/* The list while it grows. */
struct gathering {
    const struct contest *contest;
    const struct certificate_choice *choice;
    struct arena *arena;
    struct certificate *items;
    size_t count, capacity;
    size_t number; /* of the last one, chosen or not */
};

static bool is_chosen(const struct gathering *gathering, const struct certificate *certificate)
{
    const struct certificate_choice *choice = gathering->choice;
    if (choice->teams > 0 || certificate->team)
        return certificate->team && certificate->team->rank <= choice->teams &&
               (!choice->unit.bytes || text_equal(choice->unit, certificate->unit));
    size_t sector = INDEX_NONE;
    if (certificate->contestant != INDEX_NONE)
        sector = gathering->contest->contestants[certificate->contestant].sector;
    return (choice->sector == INDEX_NONE || choice->sector == sector) &&
           (choice->award == INDEX_NONE || choice->award == certificate->award) &&
           (choice->contestant == INDEX_NONE || choice->contestant == certificate->contestant) &&
           (!choice->unit.bytes ||
            (certificate->contestant == INDEX_NONE && text_equal(choice->unit, certificate->unit)));
}

static void add(struct gathering *gathering, struct certificate certificate)
{
    certificate.number = ++gathering->number;
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

struct certificate_list certificate_list_of(const struct standings *standings, const struct certificate_choice *choice,
                                            struct arena *arena)
{
    const struct contest *contest = standings->contest;
    struct gathering gathering = {.contest = contest, .choice = choice, .arena = arena};
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
    return (struct certificate_list){gathering.items, gathering.count};
}

static bool have_one_holder(const struct certificate *one, const struct certificate *other)
{
    return one->contestant == other->contestant &&
           (one->contestant != INDEX_NONE || text_equal(one->unit, other->unit));
}

bool certificate_is_first(const struct certificate_list *list, size_t number)
{
    for (size_t i = 0; i < number; i++)
        if (have_one_holder(&list->items[i], &list->items[number]))
            return false;
    return true;
}

struct text certificate_award(const struct rules *rules, size_t award)
{
    return award < rules->award_count ? rules->awards[award].name : rules->specials[award - rules->award_count].name;
}
