/* The result hash of a standings.json that any version has written, by the recipe of docs/reference/standings-json.md alone. */
#ifndef BIWU_RESULT_HASH_H
#define BIWU_RESULT_HASH_H

#include "text.h"

/* In lower-case hexadecimal. False where the bytes are no such document, or not that of an official result. */
bool result_hash_read(struct text standings_json, struct arena *arena, struct text *hash);

#endif
