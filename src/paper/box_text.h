/* The text of a template's box, laid out with the values of one certificate.
 *
 * The first baseline stands 0.88 of the larger of size and strong-size below the box's top, however much smaller the text
 * is set. A box that names `lines` shrinks its text to one line a paragraph, by half points down to min-size, before it
 * takes further ones; any other box fills its height before it shrinks. */
#ifndef BIWU_BOX_TEXT_H
#define BIWU_BOX_TEXT_H

#include "certificate_values.h"
#include "placed_lines.h"
#include "template.h"

/* Whether the box is there at all with these values. */
bool box_is_shown(const struct template_box *box, const struct certificate_values *values);
/* False where the text has no room even at min-size; what is placed then is too large. `offset` moves all of it. */
bool box_text_place(const struct template_box *box, const struct certificate_values *values, const double offset[2],
                    struct typesetter *typesetter, struct placed_lines *placed);

#endif
