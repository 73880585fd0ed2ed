#include "manifest_json.h"

#include <string.h>

#include "json_pieces.h"
#include "sha256.h"

static json_t *entry_piece(const struct manifest_entry *entry, struct arena *scratch)
{
    json_t *piece = json_piece_object(scratch);
    json_piece_put(scratch, piece, TEXT("name"), json_piece_text(scratch, entry->name));
    json_piece_put(scratch, piece, TEXT("size"), json_piece_count(scratch, entry->bytes.length));
    json_piece_put(scratch, piece, TEXT("sha256"), json_piece_text(scratch, sha256_text(entry->bytes, scratch)));
    return piece;
}

static json_t *leftover_piece(const struct manifest *manifest, struct arena *scratch)
{
    json_t *piece = json_piece_array(scratch);
    for (size_t i = 0; i < manifest->leftover_count; i++)
        json_piece_add(scratch, piece, json_piece_text(scratch, manifest->leftover[i]));
    return piece;
}

struct text manifest_json(const struct manifest *manifest, struct arena *arena, struct arena scratch)
{
    json_t *document = json_piece_object(&scratch), *files = json_piece_array(&scratch);
    for (size_t i = 0; i < manifest->count; i++)
        json_piece_add(&scratch, files, entry_piece(&manifest->entries[i], &scratch));
    json_piece_put(&scratch, document, TEXT("program"), json_piece_text(&scratch, TEXT("biwu")));
    json_piece_put(&scratch, document, TEXT("version"), json_piece_text(&scratch, manifest->version));
    if (manifest->result.length > 0)
        json_piece_put(&scratch, document, TEXT("result"), json_piece_text(&scratch, manifest->result));
    json_piece_put(&scratch, document, TEXT("files"), files);
    if (manifest->leftover_count > 0)
        json_piece_put(&scratch, document, TEXT("leftover"), leftover_piece(manifest, &scratch));
    return json_piece_page(arena, document);
}

static bool is_plain_name(const char *name, size_t length)
{
    return length > 0 && name[0] != '.' && !memchr(name, '/', length) && !memchr(name, '\0', length);
}

static void take_name(const json_t *piece, struct arena *arena, struct text *names, size_t *count)
{
    struct text written = {json_string_value(piece), json_string_length(piece)};
    if (written.bytes && is_plain_name(written.bytes, written.length))
        names[(*count)++] = text_copy(arena, written);
}

bool manifest_names(struct text bytes, struct arena *arena, struct text **names, size_t *count)
{
    json_t *document = bytes.length > 0 ? json_loadb(bytes.bytes, bytes.length, JSON_ALLOW_NUL, NULL) : NULL;
    const json_t *program = json_object_get(document, "program"), *files = json_object_get(document, "files");
    bool is_ours = json_is_string(program) && strcmp(json_string_value(program), "biwu") == 0 && json_is_array(files);

    const json_t *leftover = json_object_get(document, "leftover");
    *names = ARENA_ARRAY(arena, struct text, json_array_size(files) + json_array_size(leftover));
    *count = 0;
    for (size_t i = 0; is_ours && i < json_array_size(files); i++)
        take_name(json_object_get(json_array_get(files, i), "name"), arena, *names, count);
    for (size_t i = 0; is_ours && i < json_array_size(leftover); i++)
        take_name(json_array_get(leftover, i), arena, *names, count);
    json_decref(document);
    return is_ours;
}
