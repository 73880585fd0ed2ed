/* Pages by GB/T 9704: A4, 37 mm above and 28 mm at the left, 22 lines of 28 letters on 156 × 225 mm. */
#ifndef BIWU_NOTICE_PAGE_H
#define BIWU_NOTICE_PAGE_H

#include "document.h"

enum notice_part {
    NOTICE_TEXT,       /* 仿宋 */
    NOTICE_HEADING,    /* 黑体 */
    NOTICE_SUBHEADING, /* 楷体 */
    NOTICE_PARTS
};

struct notice_page {
    struct document *document;
    struct flow flow;
    bool has_parts; /* headings are bookmarks; set it before the first */
};

/* The first page, with the title in 小标宋 二号. */
void notice_page_begin(struct notice_page *page, struct document *document, bool is_provisional, struct text title);
/* A paragraph in 三号, indented by two letters; a heading does not stand alone at the foot of a page. */
void notice_page_paragraph(struct notice_page *page, enum notice_part part, struct text text);
/* The last paragraph, hosts and date, which never stand alone on a page, and “— 1 —” on every page. */
void notice_page_end(struct notice_page *page, struct text last, struct text date);

#endif
