/* Pages drawn from a template, one for each certificate's values. */
#ifndef BIWU_CERTIFICATE_PAGES_H
#define BIWU_CERTIFICATE_PAGES_H

#include "shared_texts.h"

/* A box that shows the same on every certificate is laid out once. */
struct ready_box {
    bool is_same, is_title;
    bool is_common;             /* in a document of few certificates: others like it say the same */
    struct placed_lines placed; /* where it is the same */
    struct text_forms forms;    /* likewise, on many certificates */
};

struct certificate_pages {
    struct box_layout layout;
    struct certificate_values values; /* of the contest */
    struct ready_box *boxes;          /* as the template's */
    struct shared_texts shared;
    struct canvas canvas;
    struct arena own, scratch; /* what stays, and the rest */
    size_t background;         /* the form that lies under every page */
    size_t grave;              /* faults before it began */
};

/* No pages yet; the texts of the rules and of the template are proofread. The pages must stay where they are. */
void certificate_pages_begin(struct certificate_pages *pages, const struct press *press,
                             const struct template *template);
/* Before the first page: of these certificates, all that are to come. Their values must be proofread. */
void certificate_pages_share(struct certificate_pages *pages, const struct standings *standings,
                             const struct certificate_list *list);
/* The values must be proofread: see proofread.h. `whose` line of the input they are, for faults; without a file the
 * template is to blame. */
void certificate_pages_add(struct certificate_pages *pages, const struct certificate_values *values,
                           struct place whose);
/* The bytes; none where there are no pages. False where faults were reported since the beginning, or where writing
 * fails. */
bool certificate_pages_end(struct certificate_pages *pages, struct text *pdf_bytes);

#endif
