#include "yaml_values.h"

#include <assert.h>
#include <stddef.h>

#include "calendar.h"
#include "index.h"
#include "numbers.h"
#include "plain.h"

bool value_report(struct filling *filling, const struct node *value, struct message what, struct message hint)
{
    faults_add(filling->faults, SEVERITY_ERROR, value->place, what, hint);
    return false;
}

bool value_is_scalar(struct filling *filling, const struct key *key, const struct node *value)
{
    if (value->kind == NODE_SCALAR)
        return true;
    return value_report(filling, value, MESSAGE("{1} takes one value, not a list or a section", key->name),
                        value->kind == NODE_MAPPING ? MESSAGE("put a text that holds a colon in quotes") : NO_HINT);
}

void mapping_report_doubled(struct filling *filling, const struct node *mapping)
{
    struct arena scratch = filling->scratch;
    struct index seen = index_in(&scratch);
    for (const struct node *key = mapping->first; key; key = key->next->next) {
        if (key->kind != NODE_SCALAR)
            continue;
        if (index_find(&seen, key->text) != INDEX_NONE)
            value_report(filling, key, MESSAGE("the key “{1}” stands twice", SHOWN(key->text)),
                         MESSAGE("keep one of them"));
        index_add(&seen, key->text, 0);
    }
}

/* ---- texts ---- */

static bool read_text(struct filling *filling, const struct key *key, const struct node *value, char *base)
{
    if (!value_is_scalar(filling, key, value))
        return false;
    if (key->required && value->text.length == 0)
        return value_report(filling, value, MESSAGE("{1} is empty", key->name), NO_HINT);
    *(struct text *)(void *)(base + key->offset) = text_copy(filling->arena, value->text);
    if (key->place_offset != 0)
        *(struct place *)(void *)(base + key->place_offset) = value->place;
    return true;
}

static bool read_texts(struct filling *filling, const struct key *key, const struct node *value, char *base)
{
    const struct node *item = value->kind == NODE_LIST ? value->first : value;
    size_t count = value->kind == NODE_LIST ? value->count : 1;
    struct texts texts = {ARENA_ARRAY(filling->arena, struct text, count), 0};
    struct place *places = key->place_offset != 0 ? ARENA_ARRAY(filling->arena, struct place, count) : NULL;
    for (; item; item = value->kind == NODE_LIST ? item->next : NULL) {
        if (!value_is_scalar(filling, key, item))
            return false;
        if (item->text.length == 0)
            return value_report(filling, item, MESSAGE("{1} has an empty entry", key->name), NO_HINT);
        if (places)
            places[texts.count] = item->place;
        texts.items[texts.count++] = text_copy(filling->arena, item->text);
    }
    *(struct texts *)(void *)(base + key->offset) = texts;
    if (places)
        *(struct place **)(void *)(base + key->place_offset) = places;
    return true;
}

/* ---- dates ---- */

static bool read_date(struct filling *filling, const struct key *key, const struct node *value, char *base)
{
    struct plain plain;
    if (!value_is_scalar(filling, key, value))
        return false;
    if (!plain_from_text(value->text, &plain) || !calendar_has_day(plain_text(&plain)))
        return value_report(filling, value, MESSAGE("“{1}” is not a date", SHOWN(value->text)),
                            MESSAGE("write year, month and day as 2023-10-26"));
    *(struct text *)(void *)(base + key->offset) = text_copy(filling->arena, plain_text(&plain));
    if (key->place_offset != 0)
        *(struct place *)(void *)(base + key->place_offset) = value->place;
    return true;
}

/* ---- flags and numbers ---- */

static bool read_flag(struct filling *filling, const struct key *key, const struct node *value, char *base)
{
    static const struct {
        struct text word;
        bool meaning;
    } words[] = {
        {TEXT_INIT("true"), true}, {TEXT_INIT("false"), false}, {TEXT_INIT("yes"), true},
        {TEXT_INIT("no"), false},  {TEXT_INIT("是"), true},     {TEXT_INIT("否"), false},
    };
    if (!value_is_scalar(filling, key, value))
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_is_word(value->text, words[i].word)) {
            *(bool *)(void *)(base + key->offset) = words[i].meaning;
            return true;
        }
    return value_report(filling, value,
                        MESSAGE("{1} is either true or false, not “{2}”", key->name, SHOWN(value->text)), NO_HINT);
}

static bool read_integer(struct filling *filling, const struct key *key, const struct node *value, char *base)
{
    return value_is_scalar(filling, key, value) &&
           number_read_integer_within(value->text, key->least, key->most, value->place, filling->faults,
                                      (int64_t *)(void *)(base + key->offset));
}

static bool read_points(struct filling *filling, const struct key *key, const struct node *value, char *base)
{
    return value_is_scalar(filling, key, value) &&
           number_read_points_within(value->text, key->least, key->most, value->place, filling->faults,
                                     (points *)(void *)(base + key->offset));
}

static bool read_optional_points(struct filling *filling, const struct key *key, const struct node *value, char *base)
{
    struct optional_points read = {.is_set = true}, *into = (struct optional_points *)(void *)(base + key->offset);
    into->is_set = true; /* written, even where it cannot be read: its lack is not reported on top */
    if (!value_is_scalar(filling, key, value) ||
        !number_read_points_within(value->text, key->least, key->most, value->place, filling->faults, &read.value))
        return false;
    *into = read;
    return true;
}

static bool read_digits(struct filling *filling, const struct key *key, const struct node *value, char *base)
{
    int64_t read = DIGITS_EXACT;
    if (!value_is_scalar(filling, key, value))
        return false;
    bool is_exact = key->least < 0 && text_equal(value->text, TEXT("exact"));
    if (!is_exact && !number_read_integer_within(value->text, 0, POINTS_DIGITS, value->place, filling->faults, &read))
        return false;
    *(int *)(void *)(base + key->offset) = (int)read;
    return true;
}

static bool read_duration(struct filling *filling, const struct key *key, const struct node *value, char *base)
{
    int64_t read;
    if (!value_is_scalar(filling, key, value) ||
        !number_read_seconds(value->text, value->place, filling->faults, &read))
        return false;
    if (read < key->least || read > key->most)
        return value_report(filling, value, MESSAGE("“{1}” is too short or too long a time", SHOWN(value->text)),
                            NO_HINT);
    *(int64_t *)(void *)(base + key->offset) = read;
    return true;
}

/* ---- choices ---- */

const struct choice *value_choice(struct filling *filling, const struct key *key, const struct node *value,
                                  struct text name)
{
    const struct choice *found = choice_find(key->choices, name);
    if (found)
        return found;
    struct arena scratch = filling->scratch;
    struct sink allowed = sink_in(&scratch);
    for (size_t i = 0; i < key->choices->count; i++) {
        if (i > 0)
            sink_c(&allowed, ", ");
        sink_text(&allowed, key->choices->items[i].name);
    }
    value_report(filling, value, MESSAGE("{1} cannot be “{2}”", key->name, SHOWN(value->text)),
                 MESSAGE("write one of: {1}", sink_written(&allowed)));
    return NULL;
}

static bool read_choice(struct filling *filling, const struct key *key, const struct node *value, char *base)
{
    if (!value_is_scalar(filling, key, value))
        return false;
    const struct choice *choice = value_choice(filling, key, value, value->text);
    if (choice)
        *(int *)(void *)(base + key->offset) = choice->value;
    return choice != NULL;
}

static bool read_choice_set(struct filling *filling, const struct key *key, const struct node *value, char *base)
{
    unsigned set = 0;
    const struct node *item = value->kind == NODE_LIST ? value->first : value;
    for (; item; item = value->kind == NODE_LIST ? item->next : NULL) {
        const struct choice *choice =
            value_is_scalar(filling, key, item) ? value_choice(filling, key, item, item->text) : NULL;
        if (!choice)
            return false;
        set |= 1u << choice->value;
    }
    *(unsigned *)(void *)(base + key->offset) = set;
    return true;
}

/* ---- the order of lists ---- */

static bool is_doubled(const struct texts *texts, struct text *doubled)
{
    for (size_t i = 0; i < texts->count; i++)
        for (size_t k = 0; k < i; k++)
            if (text_equal(texts->items[i], texts->items[k])) {
                *doubled = texts->items[i];
                return true;
            }
    return false;
}

static bool read_order_word(struct filling *filling, const struct key *key, const struct node *value, int *by)
{
    const struct choice *choice = value->kind == NODE_SCALAR ? choice_find(key->choices, value->text) : NULL;
    if (!choice)
        return value_report(filling, value, MESSAGE("{1} cannot be “{2}”", key->name, SHOWN(value->text)),
                            MESSAGE("write draw, id, or a list of the counties: [红山区, 松山区]"));
    *by = choice->value;
    return true;
}

static bool read_order(struct filling *filling, const struct key *key, const struct node *value, char *base)
{
    struct list_order read = {.by = ORDER_BY_COUNTY, .place = value->place};
    struct key counties = *key;
    struct text doubled;
    counties.offset = offsetof(struct list_order, counties);
    if (value->kind != NODE_LIST) {
        if (!read_order_word(filling, key, value, &read.by))
            return false;
    } else if (!read_texts(filling, &counties, value, (char *)&read)) {
        return false;
    } else if (is_doubled(&read.counties, &doubled)) {
        return value_report(filling, value, MESSAGE("{1} names {2} twice", key->name, SHOWN(doubled)), NO_HINT);
    }
    *(struct list_order *)(void *)(base + key->offset) = read;
    return true;
}

/* ---- all of them ---- */

static value_fn *const readers[] = {
    [KEY_TEXT] = read_text,
    [KEY_TEXTS] = read_texts,
    [KEY_DATE] = read_date,
    [KEY_FLAG] = read_flag,
    [KEY_INTEGER] = read_integer,
    [KEY_POINTS] = read_points,
    [KEY_OPTIONAL_POINTS] = read_optional_points,
    [KEY_DIGITS] = read_digits,
    [KEY_DURATION] = read_duration,
    [KEY_CHOICE] = read_choice,
    [KEY_CHOICE_SET] = read_choice_set,
    [KEY_TIE_KEYS] = value_read_tie_keys,
    [KEY_COUNTS] = value_read_counts,
    [KEY_BAND] = value_read_band,
    [KEY_BANDS] = value_read_bands,
    [KEY_GRADES] = value_read_grades,
    [KEY_POINTS_LIST] = value_read_points_list,
    [KEY_ORDER] = read_order,
};

bool value_read(struct filling *filling, const struct key *key, const struct node *value, char *base)
{
    assert(key->type < sizeof readers / sizeof *readers && readers[key->type]);
    return readers[key->type](filling, key, value, base);
}

void value_clear(const struct key *key, char *base)
{
    if (key->type == KEY_DIGITS)
        *(int *)(void *)(base + key->offset) = DIGITS_ABSENT;
    if (key->type == KEY_CHOICE)
        *(int *)(void *)(base + key->offset) = CHOICE_ABSENT;
}
