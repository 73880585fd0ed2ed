#include "certificate_list.h"

#include "certificate_words.h"
#include "glue.h"

/* The list while it grows. */
struct gathering {
    const struct contest *contest;
    const struct certificate_choice *choice;
    struct arena *arena;
    struct certificate *items;
    size_t count, capacity;
    struct issuing issuing;
    struct index printed; /* numbers as they were ever printed */
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

/* ---- numbers ---- */

static struct text members_of(const struct contest *contest, const struct team *team, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    for (size_t i = 0; i < team->member_count; i++) {
        sink_c(&sink, i > 0 ? "、" : "");
        sink_text(&sink, contest->contestants[team->members[i]].name);
    }
    return sink_written(&sink);
}

static enum placed describe(const struct contest *contest, const struct certificate *certificate, struct arena *arena,
                            struct text of[ISSUED_TEXTS])
{
    if (certificate->team) {
        of[ISSUED_NAME] = certificate->unit;
        of[ISSUED_MEMBERS] = members_of(contest, certificate->team, arena);
        of[ISSUED_AWARD] = certificate_team_place(&contest->rules, certificate->team->rank, arena);
        return PLACED_TEAM;
    }
    of[ISSUED_AWARD] = certificate_award(&contest->rules, certificate->award);
    if (certificate->contestant == INDEX_NONE) {
        of[ISSUED_NAME] = certificate->unit;
        return PLACED_UNIT;
    }
    const struct contestant *contestant = &contest->contestants[certificate->contestant];
    of[ISSUED_ID] = contestant->id;
    of[ISSUED_NAME] = contestant->name;
    of[ISSUED_UNIT] = contestant->unit;
    of[ISSUED_SECTOR] = contest->sectors[contestant->sector].name;
    return PLACED_CONTESTANT;
}

static struct text printed_number(const struct rules *rules, size_t number, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    certificate_write_number(&sink, rules->certificate_number, number);
    return sink_written(&sink);
}

/* With another pattern than before a number may look like one that somebody has: it is left out. */
static void print_number(struct gathering *gathering, struct issued_certificate *issued)
{
    const struct rules *rules = &gathering->contest->rules;
    struct issuing *issuing = &gathering->issuing;
    if (rules->certificate_number.length == 0)
        return;
    issued->printed = printed_number(rules, issued->number, issuing->arena);
    while (index_find(&gathering->printed, issued->printed) != INDEX_NONE) {
        issued->number = ++issuing->highest;
        issued->printed = printed_number(rules, issued->number, issuing->arena);
    }
    index_add(&gathering->printed, issued->printed, issued->number);
}

/* What was printed once stays, whatever pattern the rules have now. */
static void number(struct gathering *gathering, struct certificate *certificate)
{
    struct issuing *issuing = &gathering->issuing;
    struct text of[ISSUED_TEXTS] = {0};
    enum placed kind = describe(gathering->contest, certificate, issuing->arena, of);
    struct issued_certificate *issued = issuing_take(issuing, kind, of);
    if (issued->printed.length == 0)
        print_number(gathering, issued);
    certificate->number = issued->number;
    certificate->printed = issued->printed;
}

/* ---- the list ---- */

static void add(struct gathering *gathering, struct certificate certificate)
{
    number(gathering, &certificate); /* chosen or not */
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

/* Where its name is written. */
static struct place place_of_team(const struct contest *contest, const struct team *team)
{
    return team->member_count > 0 ? contest->contestants[team->members[0]].place : contest->rules.place;
}

static struct gathering gather(const struct standings *standings, const struct certificate_choice *choice,
                               const struct issued *former, struct arena *arena)
{
    const struct contest *contest = standings->contest;
    struct gathering gathering = {.contest = contest,
                                  .choice = choice,
                                  .arena = arena,
                                  .issuing = issuing_after(former, arena),
                                  .printed = index_in(arena)};
    for (size_t i = 0; former && i < former->count; i++)
        if (former->items[i].printed.length > 0)
            index_add(&gathering.printed, former->items[i].printed, i);
    for (size_t i = 0; i < standings->sector_count; i++)
        add_winners(&gathering, &standings->sectors[i]);
    for (size_t i = 0; i < contest->special_count; i++)
        add_special(&gathering, &contest->specials[i]);
    for (size_t i = 0; i < standings->teams.count; i++)
        add(&gathering, (struct certificate){.award = INDEX_NONE,
                                             .contestant = INDEX_NONE,
                                             .unit = standings->teams.items[i].name,
                                             .team = &standings->teams.items[i],
                                             .place = place_of_team(contest, &standings->teams.items[i])});
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
