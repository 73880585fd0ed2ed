/* What the text of a page is: headings, paragraphs, tables. Readers for the blind and programs that take tables out of a
 * PDF go by it; on paper it does not show.
 *
 * Structure is page by page: a table over three pages is three tables, each with its head, as it is printed. */
#ifndef BIWU_TAGS_H
#define BIWU_TAGS_H

#include "text.h"

enum tag {
    TAG_TITLE,
    TAG_HEADING,
    TAG_SECTION,   /* the heading of one */
    TAG_PARAGRAPH, /* within another tag it is that tag's text */
    TAG_TABLE,
    TAG_ROW,      /* within a table */
    TAG_HEAD,     /* within a row: a cell that says what a column holds */
    TAG_CELL,     /* within a row; where it is empty it is one all the same, as is a TAG_HEAD */
    TAG_ARTIFACT, /* of the page, not of the text: footers, running heads, watermarks */
    TAG_MARK,     /* a piece of the page's content */
};

/* An element of a page's structure, or a piece of content. Pieces are numbered by their order, from 0. */
struct tag_item {
    uint8_t tag;      /* enum tag */
    uint16_t columns; /* how many a cell or head is wide */
    uint32_t parent;  /* an item before it; TAG_NO_PARENT: the page */
};

#define TAG_NO_PARENT UINT32_MAX

struct tag_items {
    struct tag_item *items; /* in the order of reading, parents first */
    size_t count, capacity;
    size_t marks; /* how many are pieces of content */
};

/* As PDF names it. */
const char *tag_name(enum tag tag);

#endif
