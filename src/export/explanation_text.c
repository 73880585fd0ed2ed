#include "explanation_text.h"

#include "explanation_sheets.h"
#include "explanation_steps.h"
#include "figures.h"
#include "status_word.h"
#include "tie_line.h"

static void write_head(struct telling *telling, const struct contestant *contestant)
{
    struct sink *sink = telling->sink;
    style_write_tinted(sink, telling->style, TINT_BOLD, MESSAGE("{1} {2}", contestant->id, contestant->name));
    if (contestant->unit.length > 0) {
        sink_c(sink, "  ");
        sink_text(sink, contestant->unit);
    }
    sink_byte(sink, '\n');
    style_write_tinted(sink, telling->style, TINT_DIM,
                       MESSAGE("{1} · {2}", telling->contest->rules.title, contestant->sector_name));
    sink_byte(sink, '\n');
}

static void write_title(struct telling *telling, struct text title)
{
    sink_byte(telling->sink, '\n');
    style_write_tinted(telling->sink, telling->style, TINT_BOLD, MESSAGE("{1}", title));
    sink_byte(telling->sink, '\n');
}

static struct text dropped_text(struct telling *telling, const struct panel_rule *rule)
{
    struct text high = figure_count(telling->scratch, (size_t)rule->drop.high);
    struct text low = figure_count(telling->scratch, (size_t)rule->drop.low);
    if (rule->drop.by == DROP_BY_SHEET)
        return style_text(telling->scratch, telling->style, MESSAGE("{1} highest and {2} lowest dropped", high, low));
    return style_text(telling->scratch, telling->style,
                      MESSAGE("{1} highest and {2} lowest of each criterion dropped", high, low));
}

/* How a panel's sheets make its score; empty where that goes without saying. */
static struct text method_text(struct telling *telling, const struct panel_rule *rule)
{
    static const char *const words[] = {
        [METHOD_MEAN] = N_("mean of all sheets"),
        [METHOD_MEDIAN] = N_("the middle of all sheets"),
        [METHOD_SUM] = N_("sum of all sheets"),
        [METHOD_RANK_SUM] = N_("sum of the judges' ranks, the lowest is the best"),
        [METHOD_PLACE_POINTS] = N_("points by the mean of the places that judges wrote"),
        [METHOD_BALLOT] = N_("mean of the votes"),
    };
    if (rule->method == METHOD_GIVEN)
        return TEXT("");
    if (rule->method == METHOD_TRIMMED_MEAN)
        return dropped_text(telling, rule);
    return text_from_c(telling->style->translate(words[rule->method]));
}

static void begin_round(struct telling *telling, const struct explanation *explanation, size_t first)
{
    telling->round = explanation->derivation->steps[first].round;
    const struct round *round = &telling->contest->rules.rounds[telling->round];
    struct text method = round->has_panels ? TEXT("") : method_text(telling, &round->own);

    write_title(telling, round->name);
    if (method.length > 0)
        telling_line(telling, MESSAGE("{1}", method));
    sink_text(telling->sink,
              explanation_sheets(explanation, first, telling->style, telling->sink->arena, *telling->scratch));
}

static bool opens_final(enum step_kind kind)
{
    return kind == STEP_WEIGHTED || kind == STEP_ADDED || kind == STEP_LEFT_OUT || kind == STEP_NO_FINAL ||
           kind == STEP_NOT_ADVANCED;
}

static void write_steps(struct telling *telling, const struct explanation *explanation)
{
    const struct derivation *derivation = explanation->derivation;
    bool is_final = false;
    for (size_t i = 0; i < derivation->count; i++) {
        const struct step *step = &derivation->steps[i];
        if (!is_final && opens_final(step->kind)) {
            write_title(telling, text_from_c(telling->style->translate(N_("Final score"))));
            is_final = true;
        }
        is_final = is_final && step->kind != STEP_ROUND;
        if (step->kind == STEP_ROUND)
            begin_round(telling, explanation, i);
        else
            telling_step(telling, step);
    }
}

/* Every key that parted the contestant from others, the first one first. */
static void write_ties(struct telling *telling, const struct explanation *explanation, const struct placing *placing,
                       const struct tie_note *note)
{
    if (!note)
        return;
    write_ties(telling, explanation, placing, note->earlier);
    telling_begin(telling);
    tie_line_write_note(telling->sink, explanation->standings, placing, note, telling->style, *telling->scratch);
    sink_byte(telling->sink, '\n');
}

/* The award, and how many places it has. */
static void write_award(struct telling *telling, const struct explanation *explanation, const struct standing *standing)
{
    const struct sector_standings *sector;
    standings_find(explanation->standings, standing->placing.contestant, &sector);
    if (standing->award == INDEX_NONE)
        return;
    const struct award *award = &telling->contest->rules.awards[standing->award];
    const struct award_outcome *outcome = award->per == AWARD_PER_CONTEST
                                              ? &explanation->standings->outcomes[standing->award]
                                              : &sector->outcomes[standing->award];
    struct text given = figure_count(telling->scratch, outcome->given);
    if (outcome->planned < 0)
        telling_line(telling, MESSAGE("award: {1}, given to {2}", award->name, given));
    else
        telling_line(telling, MESSAGE("award: {1}, {2} places, given to {3}", award->name,
                                      figure_count(telling->scratch, (size_t)outcome->planned), given));
}

static void write_promotion(struct telling *telling, const struct standing *standing)
{
    const struct contestant *contestant = &telling->contest->contestants[standing->placing.contestant];
    if (contestant->veto.length > 0)
        telling_line(telling, MESSAGE("vetoed, no award and no promotion: {1}", contestant->veto));
    if (standing->promotion.is_promoted)
        telling_line(telling, MESSAGE("goes on to the next level"));
    if (standing->promotion.reserve > 0)
        telling_line(telling, MESSAGE("reserve {1} for the next level",
                                      figure_count(telling->scratch, standing->promotion.reserve)));
}

static void write_ranked(struct telling *telling, const struct explanation *explanation,
                         const struct standing *standing, size_t ranked)
{
    const struct placing *placing = &standing->placing;
    telling_line(telling, MESSAGE("rank {1} of {2}", figure_count(telling->scratch, placing->rank),
                                  figure_count(telling->scratch, ranked)));
    write_ties(telling, explanation, placing, placing->tie);
    write_award(telling, explanation, standing);
    write_promotion(telling, standing);
}

static void write_unranked(struct telling *telling, const struct explanation *explanation)
{
    int status = sheets_status(explanation->standings->sheets, explanation->contestant);
    telling_line(telling, MESSAGE("not ranked: {1}", text_from_c(telling->style->translate(status_word(status)))));
}

struct text explanation_text(const struct explanation *explanation, const struct style *style, struct arena *arena,
                             struct arena scratch)
{
    struct sink sink = sink_in(arena);
    struct telling telling = {explanation->standings->contest, style, &sink, &scratch, INDEX_NONE, false};
    const struct sector_standings *sector;
    const struct standing *standing = standings_find(explanation->standings, explanation->contestant, &sector);

    write_head(&telling, &telling.contest->contestants[explanation->contestant]);
    write_steps(&telling, explanation);
    write_title(&telling, text_from_c(style->translate(N_("Result"))));
    if (standing)
        write_ranked(&telling, explanation, standing, sector->ranking_count);
    else
        write_unranked(&telling, explanation);
    return sink_written(&sink);
}
