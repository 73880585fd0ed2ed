/* What stands over a document and over its further pages, and what readers show as its title. */
#ifndef BIWU_HEADING_H
#define BIWU_HEADING_H

#include "flow.h"
#include "wording.h"

/* The contest's title and under it the document's (a key of the wording) and the part of the contest it is about. */
void heading_draw(struct flow *flow, const struct rules *rules, const char *document, struct text part);
/* Under it, where documents have no sentence that says so: level, place and date of the contest. */
void heading_draw_occasion(struct flow *flow, const struct rules *rules);
/* Title, document and part in a line, for flow.running_head: the title is cut where the line would be longer than the
 * flow is wide. */
struct text heading_running(const struct flow *flow, const struct rules *rules, const char *document, struct text part);
/* What the PDF says of itself: by whom and on what occasion, too. `kind` of document; `part` may be empty. */
struct document_title heading_of_document(const struct rules *rules, struct text kind, struct text part,
                                          struct arena *arena);

#endif
