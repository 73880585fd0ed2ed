/* manifest.json of an archive: which official result it holds. */
#include <string.h>

#include "archive.h"
#include "record.h"

enum { FORMAT = 1 };

struct text archive_manifest(const struct rules *rules, const struct revision *revision, struct text version,
                             struct arena *arena)
{
    json_t *document = record_object(arena);
    record_put_text(arena, document, "program", TEXT("biwu"));
    record_put(arena, document, "format", json_integer(FORMAT));
    record_put_text(arena, document, "version", version);
    record_put_text(arena, document, "contest", revision->contest);
    record_put_text(arena, document, "level", rules->level);
    record_put_text(arena, document, "date", rules->date);
    record_put(arena, document, "revision", json_integer((json_int_t)revision->number));
    record_put_text(arena, document, "time", revision->time);
    record_put_text(arena, document, "manifest", revision->manifest);
    record_put_text(arena, document, "result", revision->result);
    return record_page(arena, document);
}

bool archive_manifest_agrees(struct text manifest, struct text other)
{
    static const char *const needed[] = {"revision", "manifest", "result"};
    json_t *one = record_parse(manifest), *two = record_parse(other);
    bool agrees = json_is_object(one) && json_is_object(two);
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        agrees = agrees && json_object_get(one, needed[i]) && json_object_get(two, needed[i]);
    const char *key;
    json_t *value;
    json_object_foreach(one, key, value)
    {
        const json_t *same = json_object_get(two, key);
        agrees = agrees && (!same || strcmp(key, "version") == 0 || json_equal(value, same));
    }
    json_decref(one);
    json_decref(two);
    return agrees;
}

struct text archive_manifest_version(struct text manifest, struct arena *arena)
{
    json_t *document = record_parse(manifest);
    const char *program = json_string_value(json_object_get(document, "program"));
    bool is_ours = program && strcmp(program, "biwu") == 0 && record_count(document, "format") == FORMAT;
    struct text version = is_ours ? record_text(document, "version", arena) : TEXT("");
    json_decref(document);
    return record_is_word(version) ? version : TEXT("");
}
