/* 计分办法: the contest's rules in prose, A4 upright. */
#ifndef BIWU_RULES_PAGE_H
#define BIWU_RULES_PAGE_H

#include "document.h"

/* The bytes of the PDF; false, with a fault, where a character has no font or a library fails. */
bool rules_page_write(const struct press *press, struct text *pdf_bytes);

#endif
