/* The steps of a derivation that are told in a line of their own. */
#ifndef BIWU_EXPLANATION_STEPS_H
#define BIWU_EXPLANATION_STEPS_H

#include "explanation.h"
#include "style.h"

struct telling {
    const struct contest *contest;
    const struct style *style;
    struct sink *sink;
    struct arena *scratch;                      /* of another region than the sink's */
    size_t round;                               /* in which the step is */
    bool is_in_panel, is_in_criterion;          /* whose lines stand further in */
    const struct step *reference, *coefficient; /* of a panel correction, for the lines that follow */
};

/* Writes the line of one step, or nothing where its kind has none (rounds and sheets are told otherwise). */
void telling_step(struct telling *telling, const struct step *step);
/* How a panel's sheets make its score; empty where that goes without saying. */
struct text telling_method(struct telling *telling, const struct panel_rule *rule);
/* Begins a line, indented. */
void telling_begin(struct telling *telling);
/* One line of its own. */
void telling_line(struct telling *telling, struct message message);

#endif
