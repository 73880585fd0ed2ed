/* Who holds the contest, and the date beneath: by whom a certificate is stamped.
 *
 * The date stands at the bottom of the box, the last hosts 10 mm above it. To readers all of it is one paragraph. */
#ifndef BIWU_BOX_HOSTS_H
#define BIWU_BOX_HOSTS_H

#include "certificate_values.h"
#include "placed_lines.h"
#include "rules.h"
#include "template.h"

/* False, and a fault, where the box has no room for them. */
bool box_hosts_place(const struct template_box *box, const struct rules *rules, struct text date,
                     const double offset[2], struct typesetter *typesetter, struct placed_lines *placed);

/* Whether a stamp over a host and the date would reach into the other box: one as wide as the box's `seal`, 3 mm above the
 * middle of both, over each of as many hosts as stand side by side with room for their own. `scale`: by which boxes are printed;
 * stamps are not. */
bool box_hosts_stamp_reaches(const struct template_box *hosts, double scale, const struct template_box *other);

#endif
