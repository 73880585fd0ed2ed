#include "standing_piece.h"

#include "figures.h"
#include "words.h"

static void put_text(struct arena *scratch, json_t *object, struct text key, struct text value)
{
    if (value.length > 0)
        json_piece_put(scratch, object, key, json_piece_text(scratch, value));
}

/* ---- the tie ---- */

static void put_tie_value(const struct standings *standings, const struct tie_key *key, size_t contestant,
                          json_t *object, struct arena *scratch)
{
    struct exact value;
    if (tie_key_value(key, &standings->results[contestant], &value))
        json_piece_put(scratch, object, TEXT("value"), json_piece_fraction(scratch, value));
}

static json_t *tie_piece(const struct standings *standings, const struct placing *placing, struct arena *scratch)
{
    const struct contest *contest = standings->contest;
    const struct tie_note *tie = placing->tie;
    const struct tie_key *key = &contest->rules.ties[tie->key];
    json_t *piece = json_piece_object(scratch), *against = json_piece_array(scratch);

    put_text(scratch, piece, TEXT("key"), key->written);
    if (tie->has_value)
        json_piece_put(scratch, piece, TEXT("value"), json_piece_fraction(scratch, tie->value));
    for (size_t i = 0; i < tie->against_count; i++) {
        json_t *other = json_piece_object(scratch);
        put_text(scratch, other, TEXT("contestant"), contest->contestants[tie->against[i]].id);
        put_tie_value(standings, key, tie->against[i], other, scratch);
        json_piece_add(scratch, against, other);
    }
    json_piece_put(scratch, piece, TEXT("against"), against);
    return piece;
}

/* ---- the rounds ---- */

static json_t *dropped_piece(const struct contest *contest, const struct round_result *result, struct arena *scratch)
{
    json_t *piece = json_piece_array(scratch);
    for (size_t i = 0; i < result->dropped_count; i++)
        json_piece_add(scratch, piece, json_piece_text(scratch, contest->judges[result->dropped[i]].id));
    return piece;
}

static json_t *round_piece(const struct contest *contest, size_t round, const struct round_result *result,
                           struct arena *scratch)
{
    const struct round *rules = &contest->rules.rounds[round];
    json_t *piece = json_piece_object(scratch);

    if (result->is_scored) {
        put_text(scratch, piece, TEXT("score"), figure_published(scratch, &contest->rules, result->score));
        json_piece_put(scratch, piece, TEXT("exact"), json_piece_fraction(scratch, result->score));
    }
    json_piece_put(scratch, piece, TEXT("counted"), json_piece_count(scratch, result->counted));
    if (rules->method == METHOD_TRIMMED_MEAN && rules->drop.by == DROP_BY_SHEET)
        json_piece_put(scratch, piece, TEXT("dropped"), dropped_piece(contest, result, scratch));
    json_piece_put(scratch, piece, TEXT("pending"), json_piece_count(scratch, result->pending));
    if (result->is_adjusted)
        put_text(scratch, piece, TEXT("adjustments"), figure_points(scratch, result->adjustments));
    return piece;
}

static json_t *rounds_piece(const struct contest *contest, const struct placing *placing, struct arena *scratch)
{
    json_t *piece = json_piece_object(scratch);
    for (size_t i = 0; i < contest->rules.round_count; i++) {
        const struct round_result *result = &placing->result->rounds[i];
        json_piece_put(scratch, piece, contest->rules.rounds[i].id, round_piece(contest, i, result, scratch));
    }
    return piece;
}

/* ---- the contestant ---- */

static void put_contestant(const struct contestant *contestant, json_t *piece, struct arena *scratch)
{
    put_text(scratch, piece, TEXT("contestant"), contestant->id);
    put_text(scratch, piece, TEXT("name"), contestant->name);
}

json_t *standing_piece(const struct standings *standings, const struct standing *standing, struct arena *scratch)
{
    const struct contest *contest = standings->contest;
    const struct placing *placing = &standing->placing;
    const struct contestant *contestant = &contest->contestants[placing->contestant];
    json_t *piece = json_piece_object(scratch);

    json_piece_put(scratch, piece, TEXT("rank"), json_piece_count(scratch, placing->rank));
    put_contestant(contestant, piece, scratch);
    put_text(scratch, piece, TEXT("unit"), contestant->unit);
    put_text(scratch, piece, TEXT("final"), figure_published(scratch, &contest->rules, placing->result->final));
    json_piece_put(scratch, piece, TEXT("exact"), json_piece_fraction(scratch, placing->result->exact));
    if (standing->award != INDEX_NONE)
        put_text(scratch, piece, TEXT("award"), contest->rules.awards[standing->award].name);
    if (placing->tie)
        json_piece_put(scratch, piece, TEXT("tie"), tie_piece(standings, placing, scratch));
    json_piece_put(scratch, piece, TEXT("rounds"), rounds_piece(contest, placing, scratch));
    return piece;
}

json_t *unranked_piece(const struct standings *standings, const struct unranked *unranked, struct arena *scratch)
{
    const struct contest *contest = standings->contest;
    const struct contestant *contestant = &contest->contestants[unranked->contestant];
    json_t *piece = json_piece_object(scratch);

    put_contestant(contestant, piece, scratch);
    put_text(scratch, piece, TEXT("status"),
             choice_name(&contestant_status_choices, sheets_status(standings->sheets, unranked->contestant)));
    if (unranked->reason.format) {
        /* In the contest's language, so that the document does not depend on who asks for it. */
        struct sink reason = sink_in(scratch);
        words_write_message(&reason, (enum language)contest->rules.language, &unranked->reason);
        put_text(scratch, piece, TEXT("reason"), sink_written(&reason));
    }
    return piece;
}
