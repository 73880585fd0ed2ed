#include "record.h"

#include <stdlib.h>

static json_t *sound(struct arena *arena, json_t *value)
{
    if (!value)
        arena->exhausted(0);
    return value;
}

json_t *record_object(struct arena *arena)
{
    return sound(arena, json_object());
}

json_t *record_array(struct arena *arena)
{
    return sound(arena, json_array());
}

void record_put(struct arena *arena, json_t *object, const char *key, json_t *value)
{
    if (json_object_set_new(object, key, sound(arena, value)) != 0)
        arena->exhausted(0);
}

void record_add(struct arena *arena, json_t *array, json_t *value)
{
    if (json_array_append_new(array, sound(arena, value)) != 0)
        arena->exhausted(0);
}

void record_put_text(struct arena *arena, json_t *object, const char *key, struct text text)
{
    if (text.length > 0)
        record_put(arena, object, key, json_stringn(text.bytes, text.length));
}

void record_put_count(struct arena *arena, json_t *object, const char *key, size_t count)
{
    if (count > 0)
        record_put(arena, object, key, json_integer((json_int_t)count));
}

struct text record_page(struct arena *arena, json_t *document)
{
    char *dumped = json_dumps(document, JSON_INDENT(1));
    json_decref(document);
    if (!dumped)
        arena->exhausted(0);
    struct sink sink = sink_in(arena);
    sink_c(&sink, dumped);
    sink_byte(&sink, '\n');
    free(dumped);
    return sink_written(&sink);
}

json_t *record_parse(struct text bytes)
{
    return bytes.length > 0 ? json_loadb(bytes.bytes, bytes.length, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, NULL)
                            : NULL;
}

struct text record_text_of(const json_t *value, struct arena *arena)
{
    struct text written = {json_string_value(value), json_string_length(value)};
    return written.bytes ? text_copy(arena, written) : TEXT("");
}

struct text record_text(const json_t *object, const char *key, struct arena *arena)
{
    return record_text_of(json_object_get(object, key), arena);
}

size_t record_count(const json_t *object, const char *key)
{
    json_int_t value = json_integer_value(json_object_get(object, key));
    return value > 0 ? (size_t)value : 0;
}

bool record_is_word(struct text text)
{
    enum { MOST = 40 };
    bool is_word = text.length <= MOST;
    for (size_t i = 0; is_word && i < text.length; i++)
        is_word = text.bytes[i] > ' ' && text.bytes[i] <= '~';
    return is_word;
}
