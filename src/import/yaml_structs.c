/* The values that fill structs of their own: tie keys, the counts of an award, points by time. */
#include <assert.h>
#include <stddef.h>

#include "numbers.h"
#include "plain.h"
#include "yaml_values.h"

/* What stands behind a key's name; empty for those that name nothing. */
static const char *argument_of(int kind)
{
    if (kind == TIE_ROUND)
        return ":ID";
    if (kind == TIE_CRITERION)
        return ":ROUND/ID";
    return kind == TIE_CRITERIA ? ":ROUND/A+B" : "";
}

static bool report_no_tie_key(struct filling *filling, const struct key *key, const struct node *item)
{
    struct arena scratch = filling->scratch;
    struct sink allowed = sink_in(&scratch);
    for (size_t i = 0; i < key->choices->count; i++) {
        if (i > 0)
            sink_c(&allowed, ", ");
        sink_text(&allowed, key->choices->items[i].name);
        sink_c(&allowed, argument_of(key->choices->items[i].value));
    }
    return value_report(filling, item, MESSAGE("{1} cannot be “{2}”", key->name, SHOWN(item->text)),
                        MESSAGE("write one of: {1}", sink_written(&allowed)));
}

static bool read_tie_key(struct filling *filling, const struct key *key, const struct node *item, struct tie_key *tie)
{
    if (item->kind != NODE_SCALAR)
        return value_report(filling, item, MESSAGE("a tie key is one word, such as exact or round:ID"),
                            MESSAGE("write no blank behind its colon, or put it in quotes: \"round:ID\""));
    struct text rest = item->text, name;
    text_next_part(&rest, ':', &name);
    const struct choice *choice = choice_find(key->choices, text_trimmed(name));
    if (!choice)
        return report_no_tie_key(filling, key, item);
    bool takes_argument = *argument_of(choice->value) != '\0';
    if (takes_argument && text_trimmed(rest).length == 0)
        return value_report(filling, item, MESSAGE("the tie key {1} names no round", choice->name),
                            MESSAGE("write {1}{2}", choice->name, text_from_c(argument_of(choice->value))));
    if (!takes_argument && rest.bytes)
        return value_report(filling, item, MESSAGE("the tie key {1} takes nothing behind a colon", choice->name),
                            NO_HINT);
    *tie =
        (struct tie_key){.kind = choice->value, .written = text_copy(filling->arena, item->text), .place = item->place};
    return true;
}

bool value_read_tie_keys(struct filling *filling, const struct key *key, const struct node *value, char *base)
{
    size_t capacity = value->kind == NODE_LIST ? value->count : 1, count = 0;
    const struct node *item = value->kind == NODE_LIST ? value->first : value;
    struct tie_key *ties = ARENA_ARRAY(filling->arena, struct tie_key, capacity);
    for (; item; item = value->kind == NODE_LIST ? item->next : NULL)
        count += read_tie_key(filling, key, item, &ties[count]);
    if (count < capacity)
        return false;
    *(struct tie_key **)(void *)(base + key->offset) = ties;
    *(size_t *)(void *)(base + key->count_offset) = count;
    return true;
}

/* ---- counts of an award ---- */

static bool read_sector_count(struct filling *filling, const struct key *key, const struct node *sector,
                              struct sector_count *count)
{
    if (sector->kind != NODE_SCALAR)
        return value_report(filling, sector, MESSAGE("a key must be one word"), NO_HINT);
    if (!value_is_scalar(filling, key, sector->next))
        return false;
    *count = (struct sector_count){.sector = text_copy(filling->arena, sector->text), .place = sector->place};
    return number_read_integer_within(sector->next->text, key->least, key->most, sector->next->place, filling->faults,
                                      &count->count);
}

bool value_read_counts(struct filling *filling, const struct key *key, const struct node *value, char *base)
{
    struct award *award = (struct award *)(void *)base;
    assert(key->offset == offsetof(struct award, count));
    if (value->kind != NODE_MAPPING) {
        award->has_count = value_is_scalar(filling, key, value) &&
                           number_read_integer_within(value->text, key->least, key->most, value->place, filling->faults,
                                                      &award->count);
        return award->has_count;
    }
    mapping_report_doubled(filling, value);
    award->has_count = true;
    award->by_sector = ARENA_ARRAY(filling->arena, struct sector_count, value->count / 2);
    for (const struct node *sector = value->first; sector; sector = sector->next->next)
        award->by_sector_count += read_sector_count(filling, key, sector, &award->by_sector[award->by_sector_count]);
    return award->by_sector_count == value->count / 2;
}

/* ---- points by time ---- */

static bool read_band(struct filling *filling, const struct key *key, const struct node *value, struct band *band)
{
    if (value->kind != NODE_LIST || value->count != 2)
        return value_report(filling, value, MESSAGE("{1} takes a time and points", key->name),
                            MESSAGE("write them as [0:01, 0.02]"));
    const struct node *time = value->first, *worth = time->next;
    struct band read;
    if (!value_is_scalar(filling, key, time) || !value_is_scalar(filling, key, worth) ||
        !number_read_seconds(time->text, time->place, filling->faults, &read.seconds) ||
        !number_read_points_within(worth->text, key->least, key->most, worth->place, filling->faults, &read.points))
        return false;
    *band = read;
    return true;
}

bool value_read_band(struct filling *filling, const struct key *key, const struct node *value, char *base)
{
    return read_band(filling, key, value, (struct band *)(void *)(base + key->offset));
}

bool value_read_bands(struct filling *filling, const struct key *key, const struct node *value, char *base)
{
    if (value->kind != NODE_LIST)
        return value_report(filling, value, MESSAGE("{1} takes a list", key->name),
                            MESSAGE("write it as [[0:01, 0.02], [0:11, 0.05]]"));
    struct band *bands = ARENA_ARRAY(filling->arena, struct band, value->count);
    size_t count = 0;
    *(struct band **)(void *)(base + key->offset) = bands; /* written, even where one cannot be read */
    for (const struct node *item = value->first; item; item = item->next)
        count += read_band(filling, key, item, &bands[count]);
    if (count < value->count)
        return false;
    *(size_t *)(void *)(base + key->count_offset) = count;
    return true;
}
