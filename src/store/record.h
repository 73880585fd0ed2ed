/* JSON documents that are written once and stay: their keys, one after the other, by jansson. Where memory runs out these
 * end in the arena's `exhausted`. */
#ifndef BIWU_RECORD_H
#define BIWU_RECORD_H

#include <jansson.h>

#include "text.h"

json_t *record_object(struct arena *arena);
json_t *record_array(struct arena *arena);
/* Both own `value` from now on. */
void record_put(struct arena *arena, json_t *object, const char *key, json_t *value);
void record_add(struct arena *arena, json_t *array, json_t *value);
/* Nothing for an empty text, and for 0. Texts are well-formed UTF-8. */
void record_put_text(struct arena *arena, json_t *object, const char *key, struct text text);
void record_put_count(struct arena *arena, json_t *object, const char *key, size_t count);
/* Indented by one blank a level, with a final newline. Releases `document`. */
struct text record_page(struct arena *arena, json_t *document);

/* NULL where the bytes are no JSON, or an object has a key twice. json_decref() releases it. */
json_t *record_parse(struct text bytes);
/* Empty, and 0, where there is no such key or it holds something else. */
struct text record_text(const json_t *object, const char *key, struct arena *arena);
size_t record_count(const json_t *object, const char *key);
/* The same of a value. */
struct text record_text_of(const json_t *value, struct arena *arena);
/* Whether it may stand in a message as it is: a version, of ASCII letters, digits and signs. */
bool record_is_word(struct text text);

#endif
