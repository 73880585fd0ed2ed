/* What tie keys name: rounds, criteria, panels, columns. */
#include "index.h"
#include "rule_table.h"
#include "rules_parts.h"

static void report(const struct tie_key *key, struct faults *faults, struct message what, struct message hint)
{
    faults_add(faults, SEVERITY_ERROR, key->place, what, hint);
}

/* What stands behind the colon. */
static struct text argument_of(const struct tie_key *key)
{
    struct text rest = key->written, kind;
    text_next_part(&rest, ':', &kind);
    return text_trimmed(rest);
}

/* Takes the round off "ROUND/…"; false, and reported, where there is no such round. */
static bool take_round(const struct rules *rules, struct tie_key *key, struct text *rest, struct faults *faults)
{
    struct text id;
    text_next_part(rest, '/', &id);
    key->round = rules_find_round(rules, text_trimmed(id));
    if (key->round != INDEX_NONE)
        return true;
    report(key, faults, MESSAGE("tie key {1}: there is no such round", key->written),
           rules->round_count > 0 ? MESSAGE("the first round's id is {1}", rules->rounds[0].id) : NO_HINT);
    return false;
}

static void find_criteria(const struct rules *rules, struct tie_key *key, struct text rest, struct arena *arena,
                          struct faults *faults)
{
    const struct round *round = &rules->rounds[key->round];
    struct text id;
    size_t unknown = 0;
    key->criteria = ARENA_ARRAY(arena, size_t, rest.length + 1);
    while (text_next_part(&rest, '+', &id)) {
        size_t criterion = round_find_criterion(round, text_trimmed(id));
        unknown += criterion == INDEX_NONE;
        if (criterion == INDEX_NONE)
            report(key, faults, MESSAGE("tie key {1}: round {2} has no criterion {3}", key->written, round->name, id),
                   MESSAGE("the first criterion's id is {1}", round->criteria[0].id));
        else
            key->criteria[key->criterion_count++] = criterion;
    }
    if (round->own.method == METHOD_BALLOT)
        report(key, faults, MESSAGE("tie key {1}: a ballot has no criteria", key->written), NO_HINT);
    else if ((key->criterion_count == 0 && unknown == 0) || (key->kind == TIE_CRITERION && key->criterion_count > 1))
        report(key, faults, MESSAGE("tie key {1} does not name what it compares", key->written),
               MESSAGE("write criterion:ROUND/ID or criteria:ROUND/A+B"));
}

static void find_panel(const struct rules *rules, struct tie_key *key, struct text name, struct faults *faults)
{
    const struct round *round = &rules->rounds[key->round];
    key->panel = INDEX_NONE;
    for (size_t i = 0; i < round->panel_count; i++)
        if (text_equal(round->panels[i].name, text_trimmed(name)))
            key->panel = i;
    if (key->panel == INDEX_NONE || name.length == 0)
        report(key, faults, MESSAGE("tie key {1}: round {2} names no such panel", key->written, round->name),
               MESSAGE("write panel:ROUND/NAME, with a panel of that round"));
}

static size_t column_number(struct rules *rules, struct text name)
{
    for (size_t i = 0; i < rules->columns.count; i++)
        if (text_equal(rules->columns.items[i], name))
            return i;
    rules->columns.items[rules->columns.count] = name;
    return rules->columns.count++;
}

static bool compares_sheets(int kind)
{
    return kind == TIE_BEST_SHEET || kind == TIE_WORST_SHEET || kind == TIE_MEDIAN_SHEET || kind == TIE_ALL_SHEETS;
}

/* Keys that put the higher mark first, where the lower one is the better. */
static void check_direction(const struct rules *rules, const struct tie_key *key, bool names_round,
                            struct faults *faults)
{
    if (key->kind == TIE_PANEL && rules_lower_first(rules))
        report(key, faults, MESSAGE("tie key {1}: a rank sum is the score of its round", key->written),
               MESSAGE("write round:ROUND"));
    if (key->kind == TIE_ROUND || !(names_round || compares_sheets(key->kind)))
        return;
    for (size_t r = 0; r < rules->round_count; r++)
        if (rules->rounds[r].own.method == METHOD_PLACE_POINTS && (!names_round || key->round == r))
            report(key, faults,
                   MESSAGE("tie key {1}: the marks of round {2} are places, the lowest is the best", key->written,
                           rules->rounds[r].name),
                   MESSAGE("write round:ROUND for the points, or head-to-head"));
}

static void complete_key(struct rules *rules, struct tie_key *key, struct arena *arena, struct faults *faults)
{
    struct text rest = argument_of(key);
    bool names_round =
        key->kind == TIE_ROUND || key->kind == TIE_CRITERION || key->kind == TIE_CRITERIA || key->kind == TIE_PANEL;
    if (key->kind == TIE_COLUMN)
        key->column = column_number(rules, rest);
    if (key->kind == TIE_NEXT_BEST && rules->combine != COMBINE_BEST)
        report(key, faults, MESSAGE("tie key next-best needs combine: best"), NO_HINT);
    if (names_round && !take_round(rules, key, &rest, faults))
        return;
    check_direction(rules, key, names_round, faults);
    if (key->kind == TIE_CRITERION || key->kind == TIE_CRITERIA)
        find_criteria(rules, key, rest, arena, faults);
    if (key->kind == TIE_PANEL)
        find_panel(rules, key, rest, faults);
}

void rules_complete_ties(struct rules *rules, struct arena *arena, struct faults *faults)
{
    if (rules->tie_count == 0) { /* an empty list stands for the default */
        rules->ties = ARENA_NEW(arena, struct tie_key);
        *rules->ties = (struct tie_key){.kind = TIE_EXACT, .written = TEXT("exact"), .place = rules->place};
        rules->tie_count = 1;
    }
    rules->columns.items = ARENA_ARRAY(arena, struct text, rules->tie_count);
    for (size_t i = 0; i < rules->tie_count; i++) {
        rules->ties[i].number = i;
        complete_key(rules, &rules->ties[i], arena, faults);
    }
}
