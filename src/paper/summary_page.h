/* 比赛概况: the contest as a whole, before its sectors. */
#ifndef BIWU_SUMMARY_PAGE_H
#define BIWU_SUMMARY_PAGE_H

#include "document.h"
#include "standings.h"

/* Whether there is more to tell than a sector's own ranking does: several sectors, or several counties. */
bool summary_page_is_needed(const struct standings *standings, struct arena scratch);
/* Its page, or pages, of a document. */
void summary_page_draw(struct document *document, const struct standings *standings);

#endif
