/* Where everybody stands, out of standings.json. */
#include "record.h"
#include "revision.h"
#include "standing_awards.h"

static void take(const json_t *piece, struct text sector, struct arena *arena, struct placements *placements)
{
    ARENA_RESERVE_ONE(arena, placements->items, placements->count, placements->capacity);
    placements->items[placements->count++] =
        (struct placement){.contestant = record_text(piece, "contestant", arena),
                           .name = record_text(piece, "name", arena),
                           .sector = sector,
                           .rank = record_count(piece, "rank"),
                           .final = record_text(piece, "final", arena),
                           .award = standing_awards(piece, arena),
                           .is_promoted = json_is_true(json_object_get(piece, "promoted"))};
}

static void take_all(const json_t *list, struct text sector, struct arena *arena, struct placements *placements)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        take(json_array_get(list, i), sector, arena, placements);
}

static struct placement *add(struct placements *placements, enum placed kind, struct arena *arena)
{
    ARENA_RESERVE_ONE(arena, placements->items, placements->count, placements->capacity);
    struct placement *placement = &placements->items[placements->count++];
    *placement = (struct placement){.kind = kind};
    return placement;
}

static void take_teams(const json_t *teams, struct arena *arena, struct placements *placements)
{
    for (size_t i = 0; i < json_array_size(teams); i++) {
        const json_t *piece = json_array_get(teams, i);
        struct placement *team = add(placements, PLACED_TEAM, arena);
        team->name = record_text(piece, "team", arena);
        team->rank = record_count(piece, "rank");
        team->final = record_text(piece, "score", arena);
    }
}

/* The one that has been met from `first` on, or a new one. */
static struct placement *unit_of(struct placements *placements, size_t first, struct text name, struct arena *arena)
{
    for (size_t i = first; i < placements->count; i++)
        if (text_equal(placements->items[i].name, name))
            return &placements->items[i];
    struct placement *unit = add(placements, PLACED_UNIT, arena);
    unit->name = name;
    return unit;
}

/* Special awards of contestants stand beside their names. */
static void take_units(const json_t *specials, struct arena *arena, struct placements *placements)
{
    size_t first = placements->count;
    for (size_t i = 0; i < json_array_size(specials); i++) {
        const json_t *special = json_array_get(specials, i);
        struct text name = record_text(special, "unit", arena);
        if (name.length == 0)
            continue;
        struct placement *unit = unit_of(placements, first, name, arena);
        struct sink awards = sink_in(arena);
        sink_text(&awards, unit->award);
        sink_c(&awards, awards.length > 0 ? "、" : "");
        sink_text(&awards, record_text(special, "award", arena));
        unit->award = sink_written(&awards);
    }
}

bool placements_read(struct text standings_json, struct arena *arena, struct placements *placements)
{
    json_t *document = record_parse(standings_json);
    const json_t *sectors = json_object_get(document, "sectors");
    bool is_sound = json_is_array(sectors);
    *placements = (struct placements){0};
    for (size_t i = 0; i < json_array_size(sectors); i++) {
        const json_t *sector = json_array_get(sectors, i);
        struct text name = record_text(sector, "sector", arena);
        take_all(json_object_get(sector, "ranking"), name, arena, placements);
        take_all(json_object_get(sector, "unranked"), name, arena, placements);
    }
    take_teams(json_object_get(document, "teams"), arena, placements);
    take_units(json_object_get(document, "special"), arena, placements);
    json_decref(document);
    return is_sound;
}
