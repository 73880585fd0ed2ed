#include "yaml_keys.h"

#include <assert.h>

#include "index.h"
#include "plain.h"
#include "yaml_misprints.h"

/* ---- doubts ---- */

/* Whatever was reported since the last time may leave `concerns` in doubt. */
static void weigh_faults(struct filling *filling, unsigned concerns)
{
    if (faults_grave(filling->faults) > filling->weighed)
        filling->doubts |= concerns;
    filling->weighed = faults_grave(filling->faults);
}

/* ---- keys that should not be there ---- */

static struct text nearest_key(const struct key_table *table, struct text written, struct arena scratch)
{
    struct index known = index_in(&scratch);
    for (size_t i = 0; i < table->count; i++)
        index_add(&known, table->keys[i].name, i);
    return written.length <= PLAIN_MOST_BYTES ? index_nearest(&known, written, scratch) : TEXT("");
}

static void report_unknown(struct filling *filling, const struct key_table *table, const struct node *key)
{
    if (yaml_misprint_report_key(key->text, key->place, filling->faults))
        return;
    struct text nearest = nearest_key(table, key->text, filling->scratch);
    faults_add(filling->faults, SEVERITY_ERROR, key->place, MESSAGE("unknown key “{1}”", SHOWN(key->text)),
               nearest.length > 0 ? MESSAGE("is “{1}” meant?", nearest) : NO_HINT);
}

static bool is_known(const struct key_table *table, struct text name)
{
    for (size_t i = 0; i < table->count; i++)
        if (text_equal(table->keys[i].name, name))
            return true;
    return false;
}

static void check_keys(struct filling *filling, const struct key_table *table, const struct node *mapping)
{
    for (const struct node *key = mapping->first; key; key = key->next->next) {
        if (key->kind != NODE_SCALAR)
            faults_add(filling->faults, SEVERITY_ERROR, key->place, MESSAGE("a key must be one word"), NO_HINT);
        else if (!is_known(table, key->text))
            report_unknown(filling, table, key);
    }
    weigh_faults(filling, filling->concerns & doubts_in_unknown_key(table));
    mapping_report_doubled(filling, mapping);
    weigh_faults(filling, filling->concerns);
}

/* ---- filling ---- */

static void fill_default(struct filling *filling, const struct key *key, char *base)
{
    if (key->type == KEY_SECTION) {
        yaml_keys_fill(filling, key->section, NULL, base + key->offset);
        return;
    }
    if (!key->default_value) {
        value_clear(key, base);
        return;
    }
    struct arena scratch = filling->scratch;
    struct filling inner = *filling;
    struct text text = text_from_c(key->default_value);
    struct node scalar = {.kind = NODE_SCALAR, .text = text};
    const struct node *value = &scalar;
    if (text_starts_with(text, TEXT("[")))
        value = yaml_tree_read(text, key->name, &scratch, filling->faults);
    inner.scratch = scratch;
    bool is_read = value && value_read(&inner, key, value, base);
    assert(is_read && "a default must fit its own key");
    (void)is_read;
}

static void fill_list(struct filling *filling, const struct key *key, const struct node *value, char *base)
{
    const struct key_table *table = key->section;
    if (value->kind != NODE_LIST) {
        faults_add(filling->faults, SEVERITY_ERROR, value->place, MESSAGE("{1} takes a list", key->name),
                   MESSAGE("begin each entry with a hyphen and a blank on a line of its own"));
        return;
    }
    char *items = arena_take(filling->arena, value->count, table->size), *item = items;
    for (const struct node *entry = value->first; entry; entry = entry->next, item += table->size) {
        if (entry->kind == NODE_MAPPING) {
            yaml_keys_fill(filling, table, entry, item);
            continue;
        }
        faults_add(filling->faults, SEVERITY_ERROR, entry->place,
                   MESSAGE("an entry of {1} must be a section of keys and values", key->name),
                   MESSAGE("write it as { {1}: …, … }", table->keys[0].name));
        yaml_keys_fill(filling, table, NULL, item);
    }
    *(void **)(void *)(base + key->offset) = items;
    *(size_t *)(void *)(base + key->count_offset) = value->count;
}

static void fill_section(struct filling *filling, const struct key *key, const struct node *value, char *base)
{
    if (value->kind == NODE_MAPPING) {
        if (key->count_offset != 0)
            *(bool *)(void *)(base + key->count_offset) = true;
        yaml_keys_fill(filling, key->section, value, base + key->offset);
        return;
    }
    faults_add(filling->faults, SEVERITY_ERROR, value->place,
               MESSAGE("{1} must be a section of keys and values", key->name),
               MESSAGE("write it as { {1}: … }", key->section->keys[0].name));
    fill_default(filling, key, base);
}

static void fill_key(struct filling *filling, const struct key *key, const struct node *value, char *base)
{
    if (key->type == KEY_LIST) {
        fill_list(filling, key, value, base);
    } else if (key->type == KEY_SECTION) {
        fill_section(filling, key, value, base);
    } else {
        fill_default(filling, key, base);
        value_read(filling, key, value, base);
    }
}

/* One key of `mapping`, or its default. */
static void fill_from(struct filling *filling, const struct key *key, const struct node *mapping, char *base)
{
    const struct node *value = mapping ? node_find(mapping, key->name) : NULL;
    if (value && !node_is_null(value)) {
        fill_key(filling, key, value, base);
        return;
    }
    if (mapping && key->required)
        faults_add(filling->faults, SEVERITY_ERROR, value ? value->place : mapping->place,
                   MESSAGE("the key {1} is missing or has no value", key->name), NO_HINT);
    fill_default(filling, key, base);
}

void yaml_keys_fill(struct filling *filling, const struct key_table *table, const struct node *mapping, void *into)
{
    assert(!mapping || mapping->kind == NODE_MAPPING);
    char *base = into;
    unsigned concerns = filling->concerns;
    if (mapping && table->place_offset != SIZE_MAX)
        *(struct place *)(void *)(base + table->place_offset) = mapping->place;
    if (mapping)
        check_keys(filling, table, mapping);

    for (size_t i = 0; i < table->count; i++) {
        filling->concerns = concerns & doubts_in_key(table, table->keys[i].name);
        fill_from(filling, &table->keys[i], mapping, base);
        weigh_faults(filling, filling->concerns);
    }
    filling->concerns = concerns;
}
