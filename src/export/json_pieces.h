/* Jansson values for the documents of this wing. None of these returns NULL: where memory runs out they end in the
 * arena's `exhausted`, as the arena itself does. Only this wing's own files include this header. */
#ifndef BIWU_JSON_PIECES_H
#define BIWU_JSON_PIECES_H

#include <jansson.h>

#include "exact.h"

json_t *json_piece_object(struct arena *arena);
json_t *json_piece_array(struct arena *arena);
/* Needs well-formed UTF-8. */
json_t *json_piece_text(struct arena *arena, struct text text);
json_t *json_piece_count(struct arena *arena, size_t count);
json_t *json_piece_flag(bool flag);
/* "2299/25", as a text. */
json_t *json_piece_fraction(struct arena *arena, struct exact value);

/* Both own `value` from now on. */
void json_piece_put(struct arena *arena, json_t *object, struct text key, json_t *value);
void json_piece_add(struct arena *arena, json_t *array, json_t *value);

/* Indented by one blank a level, with a final newline; keys in the order in which they were put. Releases `document`. */
struct text json_piece_page(struct arena *arena, json_t *document);
/* Releases what was written; where jansson could not, memory has run out. */
void json_piece_release(struct arena *arena, json_t *piece, bool is_dumped);

#endif
