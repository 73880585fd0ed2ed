/* What the parts of a certificate share: the document they draw on, and where things stand on the page.
 *
 * Measures are points from the upper left corner; _Y are baselines. */
#ifndef BIWU_CERTIFICATE_PAGE_H
#define BIWU_CERTIFICATE_PAGE_H

#include "canvas.h"
#include "standings.h"

#define CERTIFICATE_WIDTH  MM(297)
#define CERTIFICATE_HEIGHT MM(210)
#define CERTIFICATE_SIDE   MM(43)
#define CERTIFICATE_TEXT   (CERTIFICATE_WIDTH - 2 * CERTIFICATE_SIDE) /* the width of the text */

/* A seal of 45 mm is stamped over host and date, 3 mm above their middle; the body ends above it. */
#define CERTIFICATE_NAME_Y     MM(89.5)
#define CERTIFICATE_BODY_Y     MM(105)
#define CERTIFICATE_UNIT_DROP  MM(7) /* where the unit stands under the name, the body begins this much lower */
#define CERTIFICATE_BODY_END_Y MM(171 - 3 - 45 / 2.0 - 3)
#define CERTIFICATE_HOST_Y     MM(166)
#define CERTIFICATE_DATE_Y     MM(176)

/* All certificates of one document. */
struct certificates {
    const struct standings *standings;
    const struct rules *rules;
    enum language language;
    struct arena *arena;
    struct typesetter typesetter;
    struct canvas canvas;
    size_t border;     /* the form that lies under every page */
    struct texts told; /* texts reported as too long, each once however many certificates hold it */
    size_t told_capacity;
};

/* English stands around the middle of the page, in an upright face; Chinese flush left, in Kai. */
bool certificate_is_centred(const struct certificates *all);
/* The style as the document's language wants it. */
struct style certificate_style(const struct certificates *all, const struct style *style);

/* A text on one line at most `width` wide, made smaller where needed; where that does not do, a fault. */
struct line certificate_line(struct certificates *all, const struct style *style, struct text text, double width);
/* Reports that a text has no room, at the place of the typesetter. */
void certificate_too_long(struct certificates *all, struct text glued);

/* What for: the sentence with the award, and its closing. */
void certificate_draw_body(struct certificates *all, struct text sector, struct text award);
/* Whether there are no more hosts than stand in two rows; a fault otherwise. */
bool certificate_has_room_for_hosts(const struct certificates *all);
/* By whom and when. */
void certificate_draw_hosts(struct certificates *all);

#endif
