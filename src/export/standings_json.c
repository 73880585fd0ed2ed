#include "standings_json.h"

#include "json_page.h"
#include "sha256.h"
#include "standing_piece.h"

/* `scratch` is used anew by each contestant. */
static void write_sector(struct json_page *page, const struct standings *standings,
                         const struct sector_standings *sector, enum standing_part part, struct arena scratch)
{
    struct arena one = scratch;
    json_page_open(page, TEXT(""), '{');
    struct text name = standings->contest->sectors[sector->sector].name;
    json_page_put(page, TEXT("sector"), json_piece_text(&one, name));

    json_page_open(page, TEXT("ranking"), '[');
    for (size_t i = 0; i < sector->ranking_count; i++, one = scratch)
        json_page_put(page, TEXT(""), standing_piece(standings, &sector->ranking[i], part, &one));
    json_page_close(page);
    json_page_open(page, TEXT("unranked"), '[');
    for (size_t i = 0; i < sector->unranked_count; i++, one = scratch)
        json_page_put(page, TEXT(""), unranked_piece(standings, &sector->unranked[i], &one));
    json_page_close(page);
    json_page_close(page);
}

/* Teams and special awards, where the contest has them. */
static void write_across_sectors(struct json_page *page, const struct standings *standings, struct arena scratch)
{
    const struct contest *contest = standings->contest;
    struct arena one = scratch;
    if (contest->rules.teams.is_set) {
        json_page_open(page, TEXT("teams"), '[');
        for (size_t i = 0; i < standings->teams.count; i++, one = scratch)
            json_page_put(page, TEXT(""), team_piece(contest, &standings->teams.items[i], &one));
        json_page_close(page);
    }
    if (contest->special_count > 0) {
        json_page_open(page, TEXT("special"), '[');
        for (size_t i = 0; i < contest->special_count; i++, one = scratch)
            json_page_put(page, TEXT(""), special_piece(contest, &contest->specials[i], &one));
        json_page_close(page);
    }
}

static void write_document(struct json_page *page, const struct standings *standings, size_t only_sector,
                           enum standing_part part, struct arena scratch)
{
    const struct rules *rules = &standings->contest->rules;
    json_page_open(page, TEXT(""), '{');
    json_page_put(page, TEXT("contest"), json_piece_text(&scratch, rules->title));
    if (part == STANDING_WHOLE) {
        json_page_put(page, TEXT("status"),
                      json_piece_text(&scratch, standings->is_official ? TEXT("official") : TEXT("provisional")));
        json_page_put(page, TEXT("complete"), json_piece_flag(standings->is_complete));
    }
    json_page_put(page, TEXT("digits"), json_piece_count(&scratch, (size_t)rules->digits));
    json_page_open(page, TEXT("sectors"), '[');
    for (size_t i = 0; i < standings->sector_count; i++) {
        if (only_sector == INDEX_NONE || standings->sectors[i].sector == only_sector)
            write_sector(page, standings, &standings->sectors[i], part, scratch);
    }
    json_page_close(page);
    if (only_sector == INDEX_NONE)
        write_across_sectors(page, standings, scratch);
    json_page_close(page);
}

struct text standings_json(const struct standings *standings, size_t only_sector, struct arena *arena,
                           struct arena scratch)
{
    struct json_page page = json_page_in(arena, false);
    write_document(&page, standings, only_sector, STANDING_WHOLE, scratch);
    sink_byte(&page.sink, '\n');
    return sink_written(&page.sink);
}

struct text standings_hash(const struct standings *standings, struct arena *arena, struct arena scratch)
{
    /* The document is gone once its digest is known. */
    struct arena until_digested = *arena;
    struct json_page page = json_page_in(&until_digested, true);
    write_document(&page, standings, INDEX_NONE, STANDING_RESULT, scratch);
    return sha256_text(sink_written(&page.sink), arena);
}
