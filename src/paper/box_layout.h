/* The texts of a template's boxes, laid out with the values of a certificate; what has no room is told with whom it belongs to. */
#ifndef BIWU_BOX_LAYOUT_H
#define BIWU_BOX_LAYOUT_H

#include "certificate_values.h"
#include "document.h"
#include "placed_lines.h"
#include "template.h"

/* A value that has no room in a box: reported once however many certificates hold it. */
struct told_value {
    struct text text;
    const struct template_box *box;
};

struct box_layout {
    const struct press *press;
    const struct rules *rules;
    const struct template *template;
    struct typesetter typesetter; /* lines live in its arena */
    struct arena *kept;           /* for as long as the layout */
    struct told_value *told;
    size_t told_count, told_capacity;
};

/* Whether what it says, and whether it is shown, follows from known placeholders alone. */
bool box_layout_follows(const struct template_box *box, bool (*is_known)(size_t placeholder),
                        bool (*is_known_condition)(size_t placeholder));

/* None where the box is not shown with these values, or holds no text. `whose` line of the input they are, for faults; without
 * a file the template is to blame. */
struct placed_lines box_layout_place(struct box_layout *layout, const struct template_box *box,
                                     const struct certificate_values *values, struct place whose);

#endif
