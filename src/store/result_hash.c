#include "result_hash.h"

#include <stdlib.h>
#include <string.h>

#include "record.h"
#include "sha256.h"

/* A key that is hashed, and which keys of the objects below it are. Without those its value is hashed as it is. */
struct hashed {
    const char *key; /* NULL at the end of a list; "*": any */
    const struct hashed *below;
};

static const struct hashed rival_keys[] = {{"contestant", NULL}, {"value", NULL}, {NULL, NULL}};
static const struct hashed tie_keys[] = {{"key", NULL}, {"value", NULL}, {"against", rival_keys}, {NULL, NULL}};
static const struct hashed round_keys[] = {{"score", NULL},   {"exact", NULL},   {"counted", NULL},
                                           {"dropped", NULL}, {"pending", NULL}, {"adjustments", NULL},
                                           {NULL, NULL}};
static const struct hashed any_round[] = {{"*", round_keys}, {NULL, NULL}};
static const struct hashed ranked_keys[] = {
    {"rank", NULL},    {"contestant", NULL}, {"name", NULL},        {"unit", NULL},    {"final", NULL},
    {"exact", NULL},   {"award", NULL},      {"promoted", NULL},    {"reserve", NULL}, {"award_standing", NULL},
    {"special", NULL}, {"tie", tie_keys},    {"rounds", any_round}, {NULL, NULL}};
static const struct hashed unranked_keys[] = {{"contestant", NULL}, {"name", NULL},   {"status", NULL},
                                              {"special", NULL},    {"reason", NULL}, {NULL, NULL}};
static const struct hashed sector_keys[] = {
    {"sector", NULL}, {"ranking", ranked_keys}, {"unranked", unranked_keys}, {NULL, NULL}};
static const struct hashed team_keys[] = {{"rank", NULL},  {"team", NULL},    {"score", NULL},
                                          {"exact", NULL}, {"members", NULL}, {NULL, NULL}};
static const struct hashed special_keys[] = {
    {"award", NULL}, {"contestant", NULL}, {"unit", NULL}, {"reason", NULL}, {NULL, NULL}};
static const struct hashed document_keys[] = {{"contest", NULL},    {"digits", NULL},          {"sectors", sector_keys},
                                              {"teams", team_keys}, {"special", special_keys}, {NULL, NULL}};

static const struct hashed *find(const struct hashed *list, const char *key)
{
    while (list->key && strcmp(list->key, key) != 0 && strcmp(list->key, "*") != 0)
        list++;
    return list->key ? list : NULL;
}

/* Leaves those keys alone, in every object of a list too. */
static void leave(json_t *value, const struct hashed *keys)
{
    const char *key;
    void *next;
    json_t *inner;
    for (size_t i = 0; i < json_array_size(value); i++)
        leave(json_array_get(value, i), keys);
    json_object_foreach_safe(value, next, key, inner)
    {
        const struct hashed *hashed = find(keys, key);
        if (!hashed)
            json_object_del(value, key);
        else if (hashed->below)
            leave(inner, hashed->below);
    }
}

static bool is_official(const json_t *document)
{
    const char *status = json_string_value(json_object_get(document, "status"));
    return status && strcmp(status, "official") == 0 && json_is_true(json_object_get(document, "complete")) &&
           json_is_array(json_object_get(document, "sectors"));
}

bool result_hash_read(struct text standings_json, struct arena *arena, struct text *hash)
{
    json_t *document = record_parse(standings_json);
    bool is_sound = is_official(document);
    *hash = TEXT("");
    if (is_sound) {
        leave(document, document_keys);
        char *compact = json_dumps(document, JSON_COMPACT);
        if (!compact)
            arena->exhausted(0);
        *hash = sha256_text(text_from_c(compact), arena);
        free(compact);
    }
    json_decref(document);
    return is_sound;
}
