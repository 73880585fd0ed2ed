#include "loose_ends.h"

#include <stdlib.h>

#include "stroke_order.h"

/* ---- the running order ---- */

static int by_draw(const void *a, const void *b)
{
    const struct contestant *left = *(const struct contestant *const *)a, *right = *(const struct contestant *const *)b;
    if (left->draw != right->draw)
        return left->draw < right->draw ? -1 : 1;
    return left->place.line < right->place.line ? -1 : left->place.line > right->place.line;
}

static void warn_of_draws(const struct contest *contest, const struct sector *sector, struct arena scratch,
                          struct faults *faults)
{
    const struct contestant **drawn = ARENA_ARRAY(&scratch, const struct contestant *, sector->contestant_count);
    size_t count = 0;
    for (size_t i = 0; i < sector->contestant_count; i++) {
        const struct contestant *contestant = &contest->contestants[sector->contestants[i]];
        if (contestant->draw > 0)
            drawn[count++] = contestant;
    }
    if (count > 1)
        qsort(drawn, count, sizeof(struct contestant *), by_draw);
    for (size_t i = 1; i < count; i++)
        if (drawn[i]->draw == drawn[i - 1]->draw) {
            struct sink number = sink_in(&scratch);
            sink_integer(&number, drawn[i]->draw);
            faults_add(faults, SEVERITY_WARNING, drawn[i]->place,
                       MESSAGE("contestants {1} and {2} of one sector both have number {3} in the order of appearance",
                               drawn[i - 1]->id, drawn[i]->id, sink_written(&number)),
                       MESSAGE("each sector has every number once"));
        }
}

/* ---- counts by sector ---- */

static void warn_of_forgotten(const struct contest *contest, struct text who, const struct counts *counts,
                              struct faults *faults)
{
    for (size_t s = 0; counts->by_sector_count > 0 && s < contest->sector_count; s++) {
        bool is_named = false;
        for (size_t i = 0; i < counts->by_sector_count; i++)
            is_named = is_named || text_equal(counts->by_sector[i].sector, contest->sectors[s].name);
        if (!is_named)
            faults_add(
                faults, SEVERITY_WARNING, counts->by_sector[0].place,
                MESSAGE("{1} has no count for the sector {2}: nobody there gets it", who, contest->sectors[s].name),
                MESSAGE("where that is meant, write {1}: 0", contest->sectors[s].name));
    }
}

/* ---- the order of counties ---- */

static bool is_listed(const struct texts *texts, struct text text)
{
    for (size_t i = 0; i < texts->count; i++)
        if (text_equal(texts->items[i], text))
            return true;
    return false;
}

/* Each county once, at the first contestant who is of it. */
static void warn_of_counties(const struct contest *contest, struct arena scratch, struct faults *faults)
{
    const struct list_order *order = &contest->rules.publish_order;
    struct index told = index_in(&scratch);
    for (size_t i = 0; order->by == ORDER_BY_COUNTY && i < contest->contestant_count; i++) {
        const struct contestant *contestant = &contest->contestants[i];
        if (is_listed(&order->counties, contestant->county) || index_find(&told, contestant->county) != INDEX_NONE)
            continue;
        index_add(&told, contestant->county, i);
        if (contestant->county.length == 0)
            faults_add(faults, SEVERITY_WARNING, contestant->place,
                       MESSAGE("contestant {1} has no county, and lists go by counties", contestant->id),
                       MESSAGE("who has none stands behind the others"));
        else
            faults_add(faults, SEVERITY_WARNING, contestant->place,
                       MESSAGE("the county {1} is not in the list at publish.order", contestant->county),
                       MESSAGE("its contestants stand behind the others"));
    }
}

/* ---- the order of strokes ---- */

static void warn_of_strokes(const struct contest *contest, struct arena scratch, struct faults *faults)
{
    bool is_asked_for = contest->rules.publish_order.by == ORDER_BY_STROKES;
    struct stroke_order strokes = is_asked_for ? stroke_order_in(&scratch) : (struct stroke_order){0};
    for (size_t i = 0; is_asked_for && i < contest->contestant_count; i++) {
        const struct contestant *contestant = &contest->contestants[i];
        struct text unknown = stroke_order_unknown(&strokes, contestant->name);
        if (unknown.length > 0)
            faults_add(faults, SEVERITY_WARNING, contestant->place,
                       MESSAGE("lists go by strokes, and those of {1} in {2} are not known", unknown, contestant->name),
                       MESSAGE("it stands behind all that are known: look where the name belongs"));
    }
}

/* ---- panels ---- */

static bool is_asked_for(const struct contest *contest, size_t panel)
{
    for (size_t r = 0; r < contest->rules.round_count; r++) {
        const struct round *round = &contest->rules.rounds[r];
        for (size_t p = 0; p < round->panel_count; p++)
            if (text_equal(round->panels[p].name, contest->panels[panel].name))
                return true;
    }
    for (size_t c = 0; c < contest->contestant_count; c++)
        if (contest->contestants[c].panel == panel)
            return true;
    return false;
}

static const struct judge *first_judge(const struct contest *contest, size_t panel)
{
    return &contest->judges[contest->panels[panel].judges[0]];
}

/* Where no panel is asked for at all, every judge scores, whatever panel is written beside the name. */
static void warn_of_panels(const struct contest *contest, struct arena scratch, struct faults *faults)
{
    bool *is_asked = ARENA_ARRAY(&scratch, bool, contest->panel_count), is_any = false;
    for (size_t p = 0; p < contest->panel_count; p++) {
        is_asked[p] = contest->panels[p].name.length == 0 || is_asked_for(contest, p);
        is_any = is_any || (is_asked[p] && contest->panels[p].name.length > 0);
    }
    for (size_t p = 0; is_any && p < contest->panel_count; p++)
        if (!is_asked[p] && contest->panels[p].judge_count > 0)
            faults_add(
                faults, SEVERITY_WARNING, first_judge(contest, p)->place,
                MESSAGE("no round and no contestant names the panel {1}, in which judge {2} sits: it scores nobody",
                        contest->panels[p].name, first_judge(contest, p)->id),
                MESSAGE("is its name misspelt?"));
}

void loose_ends_warn(const struct contest *contest, struct arena scratch, struct faults *faults)
{
    for (size_t s = 0; s < contest->sector_count; s++)
        warn_of_draws(contest, &contest->sectors[s], scratch, faults);
    for (size_t a = 0; a < contest->rules.award_count; a++)
        warn_of_forgotten(contest, contest->rules.awards[a].name, &contest->rules.awards[a].cut.count, faults);
    warn_of_forgotten(contest, TEXT("promote"), &contest->rules.promote.cut.count, faults);
    warn_of_counties(contest, scratch, faults);
    warn_of_strokes(contest, scratch, faults);
    warn_of_panels(contest, scratch, faults);
}
