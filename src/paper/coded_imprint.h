/* Who publishes a result, and when; at the left of it the QR code that says which result, and who signed that. */
#ifndef BIWU_CODED_IMPRINT_H
#define BIWU_CODED_IMPRINT_H

#include "edition.h"
#include "flow.h"
#include "rules.h"

/* In points, with the space above; that of the imprint alone where the edition has no code. */
double coded_imprint_height(struct flow *flow, const struct rules *rules, const struct edition *edition);
void coded_imprint_draw(struct flow *flow, const struct rules *rules, const struct edition *edition);

#endif
