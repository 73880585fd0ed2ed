#include "explanation_json.h"

#include "figures.h"
#include "standing_piece.h"
#include "words.h"

enum {
    HAS_STATE = 1,
    HAS_COUNT = 2,
    HAS_DIGITS = 4,
    HAS_WEIGHT = 8,
    HAS_VALUE = 16,
    HAS_RESULT = 32,
    HAS_NOTE = 64,
    HAS_UNITS = 128,
    HAS_GRADE = 256
};

struct step_form {
    struct text name;
    unsigned fields;
};

static const struct step_form forms[STEP_KIND_COUNT] = {
    [STEP_ROUND] = {TEXT_INIT("round"), 0},
    [STEP_SHEET] = {TEXT_INIT("sheet"), HAS_STATE},
    [STEP_MARK] = {TEXT_INIT("mark"), HAS_VALUE},
    [STEP_CRITERION] = {TEXT_INIT("criterion"), 0},
    [STEP_DROPPED_LOW] = {TEXT_INIT("dropped-low"), HAS_VALUE},
    [STEP_DROPPED_HIGH] = {TEXT_INIT("dropped-high"), HAS_VALUE},
    [STEP_KEPT_ALL] = {TEXT_INIT("kept-all"), HAS_COUNT},
    [STEP_MEAN] = {TEXT_INIT("mean"), HAS_COUNT | HAS_WEIGHT | HAS_VALUE | HAS_RESULT},
    [STEP_PANEL] = {TEXT_INIT("panel"), 0},
    [STEP_PANEL_WEIGHTED] = {TEXT_INIT("panel-weighted"), HAS_WEIGHT | HAS_VALUE | HAS_RESULT},
    [STEP_PANELS_SUM] = {TEXT_INIT("panels-sum"), HAS_RESULT},
    [STEP_CLAMP_MEAN] = {TEXT_INIT("clamp-mean"), HAS_DIGITS | HAS_VALUE | HAS_RESULT},
    [STEP_CLAMPED] = {TEXT_INIT("clamped"), HAS_DIGITS | HAS_VALUE | HAS_RESULT},
    [STEP_FLAGGED] = {TEXT_INIT("flagged"), HAS_VALUE | HAS_RESULT},
    [STEP_MEAN_PLACE] = {TEXT_INIT("mean-place"), HAS_COUNT | HAS_RESULT},
    [STEP_RANK] = {TEXT_INIT("rank"), HAS_COUNT | HAS_RESULT},
    [STEP_RANK_SUM] = {TEXT_INIT("rank-sum"), HAS_COUNT | HAS_RESULT},
    [STEP_PLACE] = {TEXT_INIT("place"), HAS_COUNT | HAS_UNITS | HAS_VALUE | HAS_RESULT},
    [STEP_VOTES] = {TEXT_INIT("votes"), HAS_COUNT | HAS_GRADE | HAS_VALUE},
    [STEP_BALLOT] = {TEXT_INIT("ballot"), HAS_COUNT | HAS_DIGITS | HAS_VALUE | HAS_RESULT},
    [STEP_CORRECTION_MEANS] = {TEXT_INIT("correction-means"), HAS_VALUE | HAS_RESULT},
    [STEP_COEFFICIENT] = {TEXT_INIT("coefficient"), HAS_DIGITS | HAS_VALUE | HAS_RESULT},
    [STEP_CORRECTED] = {TEXT_INIT("corrected"), HAS_VALUE | HAS_RESULT},
    [STEP_EARLIER] = {TEXT_INIT("earlier"), HAS_DIGITS | HAS_VALUE | HAS_RESULT},
    [STEP_ADVANCED] = {TEXT_INIT("advanced"), 0},
    [STEP_NOT_ADVANCED] = {TEXT_INIT("not-advanced"), 0},
    [STEP_MEDIAN] = {TEXT_INIT("median"), HAS_COUNT | HAS_RESULT},
    [STEP_SUM] = {TEXT_INIT("sum"), HAS_COUNT | HAS_RESULT},
    [STEP_MISSING] = {TEXT_INIT("missing"), HAS_COUNT | HAS_VALUE | HAS_RESULT},
    [STEP_PANEL_SCORE] = {TEXT_INIT("panel-score"), HAS_DIGITS | HAS_VALUE | HAS_RESULT},
    [STEP_CRITERION_WEIGHTED] = {TEXT_INIT("criterion-weighted"), HAS_WEIGHT | HAS_VALUE | HAS_RESULT},
    [STEP_CRITERION_SCORE] = {TEXT_INIT("criterion-score"), HAS_DIGITS | HAS_VALUE | HAS_RESULT},
    [STEP_CRITERIA_SUM] = {TEXT_INIT("criteria-sum"), HAS_RESULT},
    [STEP_GIVEN] = {TEXT_INIT("given"), HAS_DIGITS | HAS_VALUE | HAS_RESULT},
    [STEP_OVERTIME] = {TEXT_INIT("overtime"), HAS_COUNT | HAS_UNITS | HAS_WEIGHT | HAS_VALUE | HAS_RESULT},
    [STEP_BAND] = {TEXT_INIT("overtime-band"), HAS_COUNT | HAS_UNITS | HAS_VALUE | HAS_RESULT},
    [STEP_UNDER] = {TEXT_INIT("under-time"), HAS_COUNT | HAS_VALUE},
    [STEP_SCALED] = {TEXT_INIT("scaled"), HAS_WEIGHT | HAS_VALUE | HAS_RESULT},
    [STEP_FACTOR] = {TEXT_INIT("factor"), HAS_WEIGHT | HAS_VALUE | HAS_RESULT},
    [STEP_FLOOR] = {TEXT_INIT("floor"), HAS_VALUE | HAS_RESULT},
    [STEP_ADJUSTMENT] = {TEXT_INIT("adjustment"), HAS_VALUE | HAS_NOTE},
    [STEP_ROUND_SCORE] = {TEXT_INIT("round-score"), HAS_DIGITS | HAS_VALUE | HAS_RESULT},
    [STEP_NO_SCORE] = {TEXT_INIT("no-score"), HAS_NOTE},
    [STEP_ABSENT_ROUND] = {TEXT_INIT("absent-round"), HAS_RESULT},
    [STEP_WEIGHTED] = {TEXT_INIT("weighted"), HAS_WEIGHT | HAS_VALUE | HAS_RESULT},
    [STEP_ADDED] = {TEXT_INIT("added"), HAS_RESULT},
    [STEP_LEFT_OUT] = {TEXT_INIT("left-out"), HAS_VALUE},
    [STEP_FINAL] = {TEXT_INIT("final"), HAS_DIGITS | HAS_VALUE | HAS_RESULT},
    [STEP_NO_FINAL] = {TEXT_INIT("no-final"), HAS_NOTE},
};

static const struct text state_names[] = {
    [CELL_PENDING] = TEXT_INIT("pending"),
    [CELL_GIVEN] = TEXT_INIT("given"),
    [CELL_ABSENT] = TEXT_INIT("absent"),
    [CELL_RECUSED] = TEXT_INIT("recused"),
};

struct writer {
    const struct contest *contest;
    struct arena *scratch;
    size_t round; /* in which the steps are */
};

static void put(struct writer *writer, json_t *object, struct text key, json_t *value)
{
    json_piece_put(writer->scratch, object, key, value);
}

static void put_text(struct writer *writer, json_t *object, struct text key, struct text value)
{
    put(writer, object, key, json_piece_text(writer->scratch, value));
}

static void put_who(struct writer *writer, json_t *piece, const struct step *step)
{
    const struct rules *rules = &writer->contest->rules;
    if (step->round != INDEX_NONE)
        put_text(writer, piece, TEXT("round"), rules->rounds[step->round].id);
    if (step->panel != INDEX_NONE)
        put_text(writer, piece, TEXT("panel"), rules->rounds[writer->round].panels[step->panel].name);
    if (step->criterion != INDEX_NONE)
        put_text(writer, piece, TEXT("criterion"), rules->rounds[writer->round].criteria[step->criterion].id);
    if (step->judge != INDEX_NONE)
        put_text(writer, piece, TEXT("judge"), writer->contest->judges[step->judge].id);
}

static void put_digits(struct writer *writer, json_t *piece, int digits)
{
    if (digits >= 0)
        put(writer, piece, TEXT("digits"), json_piece_count(writer->scratch, (size_t)digits));
    else
        put_text(writer, piece, TEXT("digits"), TEXT("exact"));
}

static void put_note(struct writer *writer, json_t *piece, const struct step *step)
{
    struct sink sink = sink_in(writer->scratch);
    if (step->kind == STEP_ADJUSTMENT)
        message_write(&sink, &step->note, step->note.format); /* a reason as somebody wrote it */
    else
        words_write_message(&sink, (enum language)writer->contest->rules.language, &step->note);
    put_text(writer, piece, TEXT("note"), sink_written(&sink));
}

static json_t *step_piece(struct writer *writer, const struct step *step)
{
    unsigned fields = forms[step->kind].fields;
    json_t *piece = json_piece_object(writer->scratch);

    put_text(writer, piece, TEXT("step"), forms[step->kind].name);
    put_who(writer, piece, step);
    if (fields & HAS_STATE)
        put_text(writer, piece, TEXT("state"), state_names[step->state]);
    if (fields & HAS_COUNT)
        put(writer, piece, TEXT("count"), json_piece_count(writer->scratch, (size_t)step->count));
    if (fields & HAS_UNITS)
        put(writer, piece, TEXT("units"), json_piece_count(writer->scratch, (size_t)step->units));
    if (fields & HAS_GRADE)
        put_text(writer, piece, TEXT("grade"), writer->contest->rules.rounds[writer->round].grades[step->units].name);
    if (fields & HAS_DIGITS)
        put_digits(writer, piece, step->digits);
    if (fields & HAS_WEIGHT)
        put_text(writer, piece, TEXT("weight"), figure_points(writer->scratch, step->weight));
    if ((fields & HAS_VALUE) || (step->kind == STEP_SHEET && step->state == CELL_GIVEN))
        put(writer, piece, TEXT("value"), json_piece_fraction(writer->scratch, step->value));
    if (fields & HAS_RESULT)
        put(writer, piece, TEXT("result"), json_piece_fraction(writer->scratch, step->result));
    if (fields & HAS_NOTE)
        put_note(writer, piece, step);
    return piece;
}

static json_t *steps_piece(const struct explanation *explanation, struct arena *scratch)
{
    struct writer writer = {explanation->standings->contest, scratch, INDEX_NONE};
    json_t *piece = json_piece_array(scratch);
    for (size_t i = 0; i < explanation->derivation->count; i++) {
        const struct step *step = &explanation->derivation->steps[i];
        if (step->kind == STEP_ROUND)
            writer.round = step->round;
        json_piece_add(scratch, piece, step_piece(&writer, step));
    }
    return piece;
}

static const struct unranked *find_unranked(const struct sector_standings *sector, size_t contestant)
{
    size_t i = 0;
    while (sector->unranked[i].contestant != contestant)
        i++;
    return &sector->unranked[i];
}

struct text explanation_json(const struct explanation *explanation, struct arena *arena, struct arena scratch)
{
    const struct standings *standings = explanation->standings;
    const struct contest *contest = standings->contest;
    const struct sector_standings *sector;
    const struct standing *standing = standings_find(standings, explanation->contestant, &sector);
    json_t *document = json_piece_object(&scratch);

    json_piece_put(&scratch, document, TEXT("contest"), json_piece_text(&scratch, contest->rules.title));
    json_piece_put(&scratch, document, TEXT("sector"),
                   json_piece_text(&scratch, contest->sectors[sector->sector].name));
    if (standing)
        json_piece_put(&scratch, document, TEXT("standing"),
                       standing_piece(standings, standing, STANDING_WHOLE, &scratch));
    else
        json_piece_put(&scratch, document, TEXT("unranked"),
                       unranked_piece(standings, find_unranked(sector, explanation->contestant), &scratch));
    json_piece_put(&scratch, document, TEXT("steps"), steps_piece(explanation, &scratch));
    return json_piece_page(arena, document);
}
