#include "example_people.h"

enum { CONTESTANTS_IN_SECTOR = 3, COUNTED_JUDGES = 3 };

static struct text numbered(const char *word, size_t number, int digits, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    sink_c(&sink, word);
    sink_padded(&sink, number, digits);
    return sink_written(&sink);
}

/* Words that are there once each. */
static void add_once(struct texts *words, struct text word, struct arena *arena)
{
    for (size_t i = 0; i < words->count; i++)
        if (text_equal(words->items[i], word))
            return;
    struct text *grown = ARENA_ARRAY(arena, struct text, words->count + 1);
    for (size_t i = 0; i < words->count; i++)
        grown[i] = words->items[i];
    grown[words->count++] = word;
    words->items = grown;
}

/* ---- judges ---- */

/* The panels that the rules ask for, in their order. */
static struct texts panels_of_rules(const struct contest *contest)
{
    struct texts panels = {NULL, 0};
    for (size_t r = 0; r < contest->rules.round_count; r++) {
        const struct round *round = &contest->rules.rounds[r];
        for (size_t p = 0; round_is_judged(round) && p < round->panel_count; p++)
            if (round->panels[p].name.length > 0)
                add_once(&panels, round->panels[p].name, contest->arena);
    }
    return panels;
}

static bool evens_out_panels(const struct rules *rules)
{
    bool evens_out = false;
    for (size_t r = 0; r < rules->round_count; r++)
        evens_out = evens_out || rules->rounds[r].panel_correction != CORRECTION_NONE;
    return evens_out;
}

static struct texts panels_wanted(const struct contest *contest, const struct contest *others)
{
    struct texts panels = panels_of_rules(contest);
    for (size_t c = 0; others && c < others->contestant_count; c++)
        if (others->contestants[c].panel_name.length > 0)
            add_once(&panels, others->contestants[c].panel_name, contest->arena);
    if (panels.count > 0 || others || !evens_out_panels(&contest->rules))
        return panels;
    add_once(&panels, TEXT("第一评委组"), contest->arena);
    add_once(&panels, TEXT("第二评委组"), contest->arena);
    return panels;
}

/* So many that marks are left once the highest and lowest are dropped. */
static int64_t judges_needed(const struct panel_rule *rule)
{
    int64_t needed = COUNTED_JUDGES;
    if (panel_rule_drops(rule))
        needed += rule->drop.high + rule->drop.low;
    return needed > rule->min_sheets ? needed : rule->min_sheets;
}

/* So many as any round asks of this panel; of all panels where a round names none. */
static int64_t judges_in(const struct contest *contest, struct text panel)
{
    int64_t most = 0;
    for (size_t r = 0; r < contest->rules.round_count; r++) {
        const struct round *round = &contest->rules.rounds[r];
        for (size_t p = 0; round_is_judged(round) && p < round->panel_count; p++) {
            const struct panel_rule *rule = &round->panels[p];
            bool is_of_it = rule->name.length == 0 || text_equal(rule->name, panel);
            int64_t needed = judges_needed(rule);
            most = is_of_it && needed > most ? needed : most;
        }
    }
    return most;
}

static void add_judge(struct contest *contest, struct text panel, struct faults *none)
{
    size_t number = contest->judge_count + 1;
    bool shows_unit = contest->rules.recusal_auto & 1u << RECUSAL_BY_UNIT;
    struct judge judge = {.id = numbered("J", number, 1, contest->arena),
                          .name = numbered("示例评委", number, 1, contest->arena),
                          .unit = shows_unit ? numbered("示例评委单位", number, 1, contest->arena) : TEXT(""),
                          .panel_names = panel,
                          .weight = POINTS_ONE};
    contest_add_judge(contest, judge, none);
}

void example_judges_add(struct contest *contest, const struct contest *others)
{
    struct faults none = faults_in(contest->arena);
    struct texts panels = panels_wanted(contest, others);
    if (panels.count == 0)
        add_once(&panels, TEXT(""), contest->arena);
    for (size_t p = 0; p < panels.count; p++) {
        int64_t count = judges_in(contest, panels.items[p]);
        for (int64_t i = 0; i < count; i++)
            add_judge(contest, panels.items[p], &none);
    }
}

/* ---- contestants ---- */

static void add_sectors(struct texts *sectors, const struct counts *counts, struct arena *arena)
{
    for (size_t i = 0; i < counts->by_sector_count; i++)
        add_once(sectors, counts->by_sector[i].sector, arena);
}

static struct texts sectors_wanted(const struct contest *contest)
{
    struct texts sectors = {NULL, 0};
    for (size_t a = 0; a < contest->rules.award_count; a++)
        add_sectors(&sectors, &contest->rules.awards[a].cut.count, contest->arena);
    add_sectors(&sectors, &contest->rules.promote.cut.count, contest->arena);
    if (sectors.count > 0)
        return sectors;
    add_once(&sectors, TEXT("示例领域甲"), contest->arena);
    add_once(&sectors, TEXT("示例领域乙"), contest->arena);
    return sectors;
}

/* Whether some round leaves it to the contestants who scores them. */
static bool asks_for_panels(const struct contest *contest)
{
    bool asks = false;
    for (size_t r = 0; contest->named_panels > 1 && r < contest->rules.round_count; r++) {
        const struct round *round = &contest->rules.rounds[r];
        asks = asks || (round_is_judged(round) && round->panels[0].name.length == 0);
    }
    return asks;
}

static void add_contestant(struct contest *contest, struct text sector, struct faults *none)
{
    size_t number = contest->contestant_count + 1;
    const struct promote *promote = &contest->rules.promote;
    bool shows_county = promote->is_set && promote->per == PROMOTE_PER_COUNTY;
    struct contestant contestant = {.id = numbered("C", number, 2, contest->arena),
                                    .name = numbered("示例选手", number, 1, contest->arena),
                                    .unit = numbered("示例单位", number, 1, contest->arena),
                                    .county = shows_county ? TEXT("示例旗县区") : TEXT(""),
                                    .sector_name = sector};
    /* The first panel is that of all judges. */
    if (asks_for_panels(contest))
        contestant.panel_name = contest->panels[1 + (number - 1) % contest->named_panels].name;
    contest_add_contestant(contest, contestant, none);
}

void example_contestants_add(struct contest *contest)
{
    struct faults none = faults_in(contest->arena);
    struct texts sectors = sectors_wanted(contest);
    for (size_t s = 0; s < sectors.count; s++)
        for (size_t i = 0; i < CONTESTANTS_IN_SECTOR; i++)
            add_contestant(contest, sectors.items[s], &none);
}
