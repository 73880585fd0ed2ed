/* Texts that several certificates have in common, as forms: each is laid out, deflated and kept once, and its pages only name it. */
#ifndef BIWU_SHARED_TEXTS_H
#define BIWU_SHARED_TEXTS_H

#include "box_layout.h"
#include "certificate_list.h"

/* One for each paragraph of a box, in their order; none: the box has no text, or is not shared. */
struct text_forms {
    size_t first, count; /* of the canvas */
};

/* On fewer pages a form takes more than it spares. */
enum { TEXT_FORMS_LEAST = 4 };

struct text_forms text_forms_draw(const struct placed_lines *placed, const struct box_layout *layout,
                                  struct canvas *canvas);

/* Those of one award in one sector. */
struct shared_texts {
    struct text_forms *forms; /* by kind, then by box of the template */
    size_t box_count, kind_count, sector_count;
};

/* Draws what follows from award and sector alone, and not already from the contest, whose values are `of_contest`. The same
 * template and list give the same numbers of forms. */
struct shared_texts shared_texts_of(struct box_layout *layout, struct canvas *canvas,
                                    const struct certificate_values *of_contest, const struct standings *standings,
                                    const struct certificate_list *list, struct arena *arena);
/* Whether a box says the same on all certificates of one award in one sector, or on all of the contest. */
bool shared_texts_follow(const struct template_box *box);
/* The kind of a certificate: from 1, by award and sector; 0: it shares nothing. */
size_t shared_texts_kind(const struct shared_texts *shared, const struct contest *contest,
                         const struct certificate *certificate);
struct text_forms shared_texts_find(const struct shared_texts *shared, size_t kind, size_t box);

#endif
