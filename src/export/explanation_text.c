#include "explanation_text.h"

#include "explanation_result.h"
#include "explanation_sheets.h"
#include "explanation_steps.h"
#include "figures.h"
#include "status_word.h"

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

static void begin_round(struct telling *telling, const struct explanation *explanation, size_t first)
{
    telling->round = explanation->derivation->steps[first].round;
    telling->is_in_panel = telling->is_in_criterion = false;
    const struct round *round = &telling->contest->rules.rounds[telling->round];
    struct text method = round->has_panels ? TEXT("") : telling_method(telling, &round->own);

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

/* The rounds in whose cells the status was written: "登台述评"; empty where contestants.csv has it. */
static struct text rounds_text(struct telling *telling, const struct explanation *explanation, int status)
{
    struct sink sink = sink_in(telling->scratch);
    for (size_t r = 0; r < telling->contest->rules.round_count; r++) {
        bool is_said = status != STATUS_COMPETING &&
                       sheets_word(explanation->standings->sheets, r, explanation->contestant) == status;
        sink_c(&sink, is_said && sink.length > 0 ? ", " : "");
        sink_text(&sink, is_said ? telling->contest->rules.rounds[r].name : TEXT(""));
    }
    return sink_written(&sink);
}

static void write_unranked(struct telling *telling, const struct explanation *explanation)
{
    int status = sheets_status(explanation->standings->sheets, explanation->contestant);
    struct text words = text_from_c(telling->style->translate(status_word(status)));
    struct text rounds = rounds_text(telling, explanation, status);
    if (rounds.length > 0 && telling->contest->contestants[explanation->contestant].status == STATUS_COMPETING)
        telling_line(telling, MESSAGE("not ranked: {1} in {2}", words, rounds));
    else
        telling_line(telling, MESSAGE("not ranked: {1}", words));
}

struct text explanation_text(const struct explanation *explanation, const struct style *style, struct arena *arena,
                             struct arena scratch)
{
    struct sink sink = sink_in(arena);
    struct telling telling = {
        .contest = explanation->standings->contest, .style = style, .sink = &sink, .scratch = &scratch};
    telling.round = INDEX_NONE;
    const struct sector_standings *sector;
    const struct standing *standing = standings_find(explanation->standings, explanation->contestant, &sector);

    write_head(&telling, &telling.contest->contestants[explanation->contestant]);
    write_steps(&telling, explanation);
    write_title(&telling, text_from_c(style->translate(N_("Result"))));
    if (standing)
        telling_ranked(&telling, explanation->standings, sector, standing);
    else
        write_unranked(&telling, explanation);
    return sink_written(&sink);
}
