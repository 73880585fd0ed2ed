#include "standing_piece.h"

#include "figures.h"
#include "words.h"

static void put_text(struct arena *scratch, json_t *object, struct text key, struct text value)
{
    if (value.length > 0)
        json_piece_put(scratch, object, key, json_piece_text(scratch, value));
}

/* ---- the tie ---- */

static void put_tie_value(struct tie_value value, json_t *object, struct arena *scratch)
{
    if (value.is_there)
        json_piece_put(scratch, object, TEXT("value"), json_piece_fraction(scratch, value.value));
}

static json_t *tie_piece(const struct standings *standings, const struct placing *placing, struct arena *scratch)
{
    const struct contest *contest = standings->contest;
    const struct tie_note *tie = placing->tie;
    json_t *piece = json_piece_object(scratch), *against = json_piece_array(scratch);

    put_text(scratch, piece, TEXT("key"), contest->rules.ties[tie->key].written);
    put_tie_value(tie->value, piece, scratch);
    for (size_t i = 0; i < tie->against_count; i++) {
        json_t *other = json_piece_object(scratch);
        put_text(scratch, other, TEXT("contestant"), contest->contestants[tie->against[i].contestant].id);
        put_tie_value(tie->against[i].note->value, other, scratch);
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

static bool drops_sheets(const struct round *round)
{
    for (size_t i = 0; i < round->panel_count; i++)
        if (round->panels[i].method == METHOD_TRIMMED_MEAN && !panel_rule_drops_by_criterion(&round->panels[i]))
            return true;
    return false;
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
    if (drops_sheets(rules))
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
        if (!result->is_entered)
            continue;
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

/* The names of the special awards that the contestant was given. */
static void put_specials(const struct contest *contest, size_t contestant, json_t *piece, struct arena *scratch)
{
    json_t *names = NULL;
    for (size_t i = 0; i < contest->special_count; i++) {
        if (contest->specials[i].contestant != contestant)
            continue;
        names = names ? names : json_piece_array(scratch);
        json_piece_add(scratch, names,
                       json_piece_text(scratch, contest->rules.specials[contest->specials[i].special].name));
    }
    if (names)
        json_piece_put(scratch, piece, TEXT("special"), names);
}

/* Empty where nothing is told, so that the key is absent. */
static struct text outlook_name(enum outlook outlook)
{
    static const struct text names[] = {
        [OUTLOOK_UNTOLD] = TEXT_INIT(""),
        [OUTLOOK_SAFE] = TEXT_INIT("safe"),
        [OUTLOOK_OPEN] = TEXT_INIT("open"),
        [OUTLOOK_OUT] = TEXT_INIT("out"),
    };
    return names[outlook];
}

json_t *standing_piece(const struct standings *standings, const struct standing *standing, enum standing_part part,
                       struct arena *scratch)
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
    if (standing->promotion.is_promoted)
        json_piece_put(scratch, piece, TEXT("promoted"), json_piece_flag(true));
    if (standing->promotion.reserve > 0)
        json_piece_put(scratch, piece, TEXT("reserve"), json_piece_count(scratch, standing->promotion.reserve));
    if (part == STANDING_WHOLE)
        put_text(scratch, piece, TEXT("standing"), outlook_name(standing->outlooks.promotion));
    if (standing->award != INDEX_NONE)
        put_text(scratch, piece, TEXT("award_standing"), outlook_name(standing->outlooks.award));
    put_specials(contest, placing->contestant, piece, scratch);
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
    put_specials(contest, unranked->contestant, piece, scratch);
    if (unranked->reason) {
        /* In the contest's language, so that the document does not depend on who asks for it. */
        struct sink reason = sink_in(scratch);
        words_write_message(&reason, (enum language)contest->rules.language, unranked->reason);
        put_text(scratch, piece, TEXT("reason"), sink_written(&reason));
    }
    return piece;
}

json_t *team_piece(const struct contest *contest, const struct team *team, struct arena *scratch)
{
    json_t *piece = json_piece_object(scratch), *members = json_piece_array(scratch);
    json_piece_put(scratch, piece, TEXT("rank"), json_piece_count(scratch, team->rank));
    put_text(scratch, piece, TEXT("team"), team->name);
    put_text(scratch, piece, TEXT("score"), figure_published(scratch, &contest->rules, team->score));
    json_piece_put(scratch, piece, TEXT("exact"), json_piece_fraction(scratch, team->score));
    for (size_t i = 0; i < team->member_count; i++)
        json_piece_add(scratch, members, json_piece_text(scratch, contest->contestants[team->members[i]].id));
    json_piece_put(scratch, piece, TEXT("members"), members);
    return piece;
}

json_t *special_piece(const struct contest *contest, const struct special_given *given, struct arena *scratch)
{
    json_t *piece = json_piece_object(scratch);
    put_text(scratch, piece, TEXT("award"), contest->rules.specials[given->special].name);
    if (given->contestant != INDEX_NONE)
        put_text(scratch, piece, TEXT("contestant"), contest->contestants[given->contestant].id);
    put_text(scratch, piece, TEXT("unit"), given->unit);
    put_text(scratch, piece, TEXT("reason"), given->reason);
    return piece;
}
