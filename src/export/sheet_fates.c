#include "sheet_fates.h"

struct round_steps round_steps_from(const struct contest *contest, const struct derivation *derivation, size_t first)
{
    struct round_steps round = {contest, derivation->contestant, derivation->steps + first + 1, 0, false};
    for (size_t i = first + 1; i < derivation->count; i++, round.count++) {
        enum step_kind kind = derivation->steps[i].kind;
        if (kind == STEP_ROUND || kind == STEP_ROUND_SCORE || kind == STEP_NO_SCORE)
            break;
        round.has_clamped = round.has_clamped || kind == STEP_CLAMPED;
    }
    return round;
}

enum step_kind round_steps_fate(const struct round_steps *steps, size_t judge, size_t criterion)
{
    enum step_kind fate = STEP_SHEET;
    for (size_t i = 0; i < steps->count; i++) {
        const struct step *step = &steps->steps[i];
        bool is_drop = step->kind == STEP_DROPPED_LOW || step->kind == STEP_DROPPED_HIGH;
        if (is_drop && step->judge == judge && step->criterion == criterion)
            fate = step->kind;
    }
    return fate;
}

/* ---- what was dropped ---- */

/* The value that is compared with the others': where a sheet was moved, what it was moved to. */
static const struct exact *compared(const struct round_steps *steps, const struct step *step)
{
    for (size_t i = 0; steps->has_clamped && step->kind == STEP_SHEET && i < steps->count; i++)
        if (steps->steps[i].kind == STEP_CLAMPED && steps->steps[i].judge == step->judge)
            return &steps->steps[i].result;
    return &step->value;
}

/* Whether a sheet, or mark, of the same panel that is as high or as low as the dropped one was not dropped in its
 * place. */
static bool has_equal(const struct round_steps *steps, const struct step *dropped, enum step_kind fate)
{
    const struct step *first = dropped, *end = dropped, *behind = steps->steps + steps->count;
    const struct exact *value = compared(steps, dropped);
    bool is_given = false;
    while (first > steps->steps && first[-1].kind != STEP_PANEL)
        first--;
    while (end < behind && end->kind != STEP_PANEL)
        end++;
    for (const struct step *step = first; step < end; step++) {
        is_given = step->kind == STEP_SHEET ? step->state == CELL_GIVEN : is_given;
        bool is_rival = is_given && step->kind == dropped->kind && step->criterion == dropped->criterion;
        if (is_rival && exact_compare(*compared(steps, step), *value) == 0 &&
            round_steps_fate(steps, step->judge, step->criterion) != fate)
            return true;
    }
    return false;
}

static const char *dropped_words(const struct round_steps *steps, const struct step *step)
{
    enum step_kind fate = round_steps_fate(steps, step->judge, step->criterion);
    if (fate == STEP_SHEET)
        return "";
    bool is_one_of_equals = has_equal(steps, step, fate);
    if (fate == STEP_DROPPED_LOW)
        return is_one_of_equals ? N_("lowest, dropped: of equal ones the first judge's") : N_("lowest, dropped");
    return is_one_of_equals ? N_("highest, dropped: of equal ones the last judge's") : N_("highest, dropped");
}

/* ---- remarks ---- */

/* "recused", and why, where somebody wrote it. */
static struct text recused_text(const struct round_steps *steps, size_t judge, const struct style *style,
                                struct arena *arena)
{
    for (size_t i = 0; i < steps->contest->recusal_count; i++) {
        const struct recusal *recusal = &steps->contest->recusals[i];
        if (recusal->judge == judge && recusal->contestant == steps->contestant && recusal->reason.length > 0)
            return style_text(arena, style, MESSAGE("recused: {1}", recusal->reason));
    }
    return text_from_c(style->translate(N_("recused")));
}

struct text round_steps_remark(const struct round_steps *steps, const struct step *step, const struct style *style,
                               struct arena *arena)
{
    static const char *const states[] = {
        [CELL_PENDING] = N_("not here yet, or not whole"),
        [CELL_ABSENT] = N_("absent: did not score"),
    };
    const struct step *sheet = step;
    while (sheet->kind != STEP_SHEET)
        sheet--;
    bool has_judge = sheet->judge != INDEX_NONE; /* a mark that is given has none */
    if (has_judge && steps->contest->judges[sheet->judge].is_void)
        return text_from_c(style->translate(N_("void: counts as absent")));
    if (sheet->state == CELL_RECUSED)
        return recused_text(steps, sheet->judge, style, arena);
    if (sheet->state != CELL_GIVEN)
        return text_from_c(style->translate(states[sheet->state]));
    const char *words = dropped_words(steps, step);
    if (!*words && step != sheet)
        words = dropped_words(steps, sheet);
    return text_from_c(*words ? style->translate(words) : "");
}
