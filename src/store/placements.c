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
    json_decref(document);
    return is_sound;
}
