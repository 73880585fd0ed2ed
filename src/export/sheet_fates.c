#include "sheet_fates.h"

#include "style.h"

struct round_steps round_steps_from(const struct derivation *derivation, size_t first)
{
    size_t end = first + 1;
    while (end < derivation->count && derivation->steps[end].kind != STEP_ROUND &&
           derivation->steps[end].kind != STEP_ROUND_SCORE && derivation->steps[end].kind != STEP_NO_SCORE)
        end++;
    return (struct round_steps){derivation->steps + first + 1, end - first - 1};
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

const char *round_steps_remark(const struct round_steps *steps, const struct step *sheet, size_t criterion)
{
    static const char *const states[] = {
        [CELL_PENDING] = N_("not here yet, or not whole"),
        [CELL_GIVEN] = "",
        [CELL_ABSENT] = N_("absent: did not score"),
        [CELL_RECUSED] = N_("recused"),
    };
    if (sheet->state != CELL_GIVEN)
        return states[sheet->state];
    enum step_kind fate = round_steps_fate(steps, sheet->judge, criterion);
    if (fate == STEP_DROPPED_LOW)
        return N_("lowest, dropped");
    return fate == STEP_DROPPED_HIGH ? N_("highest, dropped") : "";
}
