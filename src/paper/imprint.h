/* Who publishes a result, and when. */
#ifndef BIWU_IMPRINT_H
#define BIWU_IMPRINT_H

#include "flow.h"
#include "rules.h"

/* All hosts in a row; the date of the contest; any date of it as people write it. */
struct text imprint_hosts(const struct rules *rules, struct arena *arena);
struct text imprint_date(const struct rules *rules, struct arena *arena);
struct text imprint_written_date(const struct rules *rules, struct text date, struct arena *arena);

/* Hosts and date at the right, under the signatures. The height is in points. */
double imprint_height(struct flow *flow, const struct rules *rules);
void imprint_draw(struct flow *flow, const struct rules *rules);

#endif
