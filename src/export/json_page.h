/* A JSON document that is written while it is made: its frame here, its pieces by jansson, each released once it is
 * written. A tree of a hundred thousand contestants would take ten times the memory of its text. */
#ifndef BIWU_JSON_PAGE_H
#define BIWU_JSON_PAGE_H

#include "json_pieces.h"

/* No document nests its frame deeper. */
enum { JSON_PAGE_MOST_LEVELS = 8 };

struct json_page {
    struct sink sink;
    bool is_compact; /* no blank or newline between tokens; else indented by one blank a level */
    size_t level;
    char closing[JSON_PAGE_MOST_LEVELS];
    bool has_items[JSON_PAGE_MOST_LEVELS + 1];
};

struct json_page json_page_in(struct arena *arena, bool is_compact);

/* An object (opening '{') or array ('[') that what follows goes into, until it is closed. `key` is plain ASCII; it is
 * empty within an array and for the document itself. */
void json_page_open(struct json_page *page, struct text key, char opening);
void json_page_close(struct json_page *page);
/* One value more. Owns `piece`. */
void json_page_put(struct json_page *page, struct text key, json_t *piece);

#endif
