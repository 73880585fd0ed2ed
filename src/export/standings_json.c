#include "standings_json.h"

#include "digest.h"
#include "standing_piece.h"

static json_t *sector_piece(const struct standings *standings, const struct sector_standings *sector,
                            struct arena *scratch)
{
    json_t *piece = json_piece_object(scratch);
    json_t *ranking = json_piece_array(scratch), *unranked = json_piece_array(scratch);

    for (size_t i = 0; i < sector->ranking_count; i++)
        json_piece_add(scratch, ranking, standing_piece(standings, &sector->ranking[i], scratch));
    for (size_t i = 0; i < sector->unranked_count; i++)
        json_piece_add(scratch, unranked, unranked_piece(standings, &sector->unranked[i], scratch));

    struct text name = standings->contest->sectors[sector->sector].name;
    json_piece_put(scratch, piece, TEXT("sector"), json_piece_text(scratch, name));
    json_piece_put(scratch, piece, TEXT("ranking"), ranking);
    json_piece_put(scratch, piece, TEXT("unranked"), unranked);
    return piece;
}

/* What is published and official at a time, against what the result is: only the latter is hashed. */
enum part { WHOLE_DOCUMENT, RESULT_ALONE };

static json_t *document_of(const struct standings *standings, size_t only_sector, enum part part, struct arena *scratch)
{
    const struct rules *rules = &standings->contest->rules;
    json_t *document = json_piece_object(scratch), *sectors = json_piece_array(scratch);

    json_piece_put(scratch, document, TEXT("contest"), json_piece_text(scratch, rules->title));
    if (part == WHOLE_DOCUMENT) {
        json_piece_put(scratch, document, TEXT("status"), json_piece_text(scratch, TEXT("provisional")));
        json_piece_put(scratch, document, TEXT("complete"), json_piece_flag(standings->is_complete));
    }
    json_piece_put(scratch, document, TEXT("digits"), json_piece_count(scratch, (size_t)rules->digits));
    for (size_t i = 0; i < standings->sector_count; i++) {
        if (only_sector == INDEX_NONE || standings->sectors[i].sector == only_sector)
            json_piece_add(scratch, sectors, sector_piece(standings, &standings->sectors[i], scratch));
    }
    json_piece_put(scratch, document, TEXT("sectors"), sectors);
    return document;
}

struct text standings_json(const struct standings *standings, size_t only_sector, struct arena *arena,
                           struct arena scratch)
{
    return json_piece_page(arena, document_of(standings, only_sector, WHOLE_DOCUMENT, &scratch));
}

struct text standings_hash(const struct standings *standings, struct arena *arena, struct arena scratch)
{
    json_t *document = document_of(standings, INDEX_NONE, RESULT_ALONE, &scratch);
    return digest_of(json_piece_compact(&scratch, document), arena);
}
