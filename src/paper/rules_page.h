/* 计分办法: the contest's rules in prose, A4 upright. */
#ifndef BIWU_RULES_PAGE_H
#define BIWU_RULES_PAGE_H

#include "edition.h"
#include "fonts.h"
#include "standings.h"

/* The bytes of the PDF, in `arena`, which must not share a region with scratch. False, with a fault, where a character
 * has no font or a library fails. */
bool rules_page_write(const struct standings *standings, const struct edition *edition, const struct fonts *fonts,
                      struct arena *arena, struct arena scratch, struct text *pdf_bytes, struct faults *faults);

#endif
