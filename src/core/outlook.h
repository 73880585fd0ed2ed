/* What the sheets that are still to come can make of everyone (rules.md 5): safe, open or out.
 *
 * Every contestant's marks are its own, and more is never worse: so each one's result lies between the one with all
 * its pending marks at their lowest and the one with all at their highest. A contestant fares worst where it has its lowest
 * and all others have their highest result, and best the other way round. Where that does not hold nothing is said. */
#ifndef BIWU_OUTLOOK_H
#define BIWU_OUTLOOK_H

#include "promotion.h"

enum outlook {
    OUTLOOK_UNTOLD,
    OUTLOOK_SAFE, /* whatever comes in */
    OUTLOOK_OPEN,
    OUTLOOK_OUT, /* whatever comes in */
};

/* Of one contestant. */
struct outlooks {
    enum outlook promotion;
    enum outlook award; /* of an award at least as good as the present one */
};

/* Sets outlooks[contestant] of those who will be ranked; award_of[contestant] are the present awards. `kept` and
 * `scratch` are of different regions, and both are free again on return. */
void outlook_tell(const struct sheets *sheets, const size_t *award_of, struct arena kept, struct arena scratch,
                  struct outlooks *outlooks);

#endif
