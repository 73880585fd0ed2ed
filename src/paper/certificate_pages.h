/* Pages drawn from a template, one for each certificate's values. */
#ifndef BIWU_CERTIFICATE_PAGES_H
#define BIWU_CERTIFICATE_PAGES_H

#include "certificate_values.h"
#include "document.h"
#include "placed_lines.h"
#include "template.h"

/* A box that shows the same on every certificate is laid out once. */
struct ready_box {
    bool is_same, is_title;
    struct placed_lines placed; /* where it is the same */
};

/* A value that has no room in a box: reported once however many certificates hold it. */
struct told_value {
    struct text text;
    const struct template_box *box;
};

struct certificate_pages {
    const struct press *press;
    const struct rules *rules;
    const struct template *template;
    struct certificate_values values; /* of the contest */
    struct ready_box *boxes;          /* as the template's */
    struct typesetter typesetter;
    struct canvas canvas;
    struct arena own, scratch; /* what stays, and the rest */
    size_t background;         /* the form that lies under every page */
    size_t grave;              /* faults before it began */
    struct told_value *told;
    size_t told_count, told_capacity;
};

/* No pages yet; the texts of the rules and of the template are proofread. The pages must stay where they are. */
void certificate_pages_begin(struct certificate_pages *pages, const struct press *press,
                             const struct template *template);
/* The values must be proofread: see proofread.h. `whose` line of the input they are, for faults; without a file the
 * template is to blame. */
void certificate_pages_add(struct certificate_pages *pages, const struct certificate_values *values,
                           struct place whose);
/* The bytes; none where there are no pages. False where faults were reported since the beginning, or where writing
 * fails. */
bool certificate_pages_end(struct certificate_pages *pages, struct text *pdf_bytes);

#endif
