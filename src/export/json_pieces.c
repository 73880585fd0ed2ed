#include "json_pieces.h"

#include <stdlib.h>

static void *needed(struct arena *arena, void *value)
{
    if (!value) {
        arena->exhausted(sizeof(json_t));
        abort(); /* exhausted must not return */
    }
    return value;
}

json_t *json_piece_object(struct arena *arena)
{
    return needed(arena, json_object());
}

json_t *json_piece_array(struct arena *arena)
{
    return needed(arena, json_array());
}

json_t *json_piece_text(struct arena *arena, struct text text)
{
    return needed(arena, json_stringn(text.length > 0 ? text.bytes : "", text.length));
}

json_t *json_piece_count(struct arena *arena, size_t count)
{
    return needed(arena, json_integer((json_int_t)count));
}

json_t *json_piece_flag(bool flag)
{
    return json_boolean(flag);
}

json_t *json_piece_fraction(struct arena *arena, struct exact value)
{
    struct sink sink = sink_in(arena);
    exact_write_fraction(&sink, value);
    return json_piece_text(arena, sink_written(&sink));
}

void json_piece_put(struct arena *arena, json_t *object, struct text key, json_t *value)
{
    bool is_put = json_object_setn_new(object, key.bytes, key.length, value) == 0;
    needed(arena, is_put ? object : NULL);
}

void json_piece_add(struct arena *arena, json_t *array, json_t *value)
{
    bool is_added = json_array_append_new(array, value) == 0;
    needed(arena, is_added ? array : NULL);
}

void json_piece_release(struct arena *arena, json_t *piece, bool is_dumped)
{
    needed(arena, is_dumped ? piece : NULL);
    json_decref(piece);
}

static int write_to_sink(const char *bytes, size_t length, void *sink)
{
    sink_text(sink, (struct text){bytes, length});
    return 0;
}

struct text json_piece_page(struct arena *arena, json_t *document)
{
    struct sink sink = sink_in(arena);
    bool is_dumped = json_dump_callback(document, write_to_sink, &sink, JSON_INDENT(1) | JSON_PRESERVE_ORDER) == 0;
    json_piece_release(arena, document, is_dumped);
    sink_byte(&sink, '\n');
    return sink_written(&sink);
}
