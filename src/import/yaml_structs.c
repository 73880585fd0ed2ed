/* The values that fill structs of their own: tie keys, counts, grades, lists of points, points by time. */
#include "numbers.h"
#include "plain.h"
#include "yaml_values.h"

static bool report_no_tie_key(struct filling *filling, const struct key *key, const struct node *item)
{
    struct arena scratch = filling->scratch;
    struct sink allowed = sink_in(&scratch);
    for (size_t i = 0; i < key->choices->count; i++) {
        if (i > 0)
            sink_c(&allowed, ", ");
        sink_text(&allowed, key->choices->items[i].name);
        const char *argument = tie_key_argument(key->choices->items[i].value);
        if (argument) {
            sink_byte(&allowed, ':');
            sink_c(&allowed, argument);
        }
    }
    return value_report(filling, item, MESSAGE("{1} cannot be “{2}”", key->name, SHOWN(item->text)),
                        MESSAGE("write one of: {1}", sink_written(&allowed)));
}

static bool report_no_argument(struct filling *filling, const struct node *item, struct text name, const char *argument)
{
    return value_report(filling, item, MESSAGE("the tie key {1} names nothing", name),
                        MESSAGE("write {1}:{2}", name, text_from_c(argument)));
}

static bool read_tie_key(struct filling *filling, const struct key *key, const struct node *item, struct tie_key *tie)
{
    if (item->kind != NODE_SCALAR)
        return value_report(filling, item, MESSAGE("a tie key is one word, such as exact or round:ID"),
                            MESSAGE("write no blank behind its colon, or put it in quotes: \"round:ID\""));
    struct text rest = item->text, name;
    bool is_lower_first = text_starts_with(rest, TEXT("-"));
    rest.bytes += is_lower_first;
    rest.length -= is_lower_first;
    text_next_part(&rest, ':', &name);
    const struct choice *choice = choice_find(key->choices, text_trimmed(name));
    if (!choice)
        return report_no_tie_key(filling, key, item);
    const char *argument = tie_key_argument(choice->value);
    if (argument && text_trimmed(rest).length == 0)
        return report_no_argument(filling, item, choice->name, argument);
    if (!argument && rest.bytes)
        return value_report(filling, item, MESSAGE("the tie key {1} takes nothing behind a colon", choice->name),
                            NO_HINT);
    if (is_lower_first && choice->value != TIE_COLUMN)
        return value_report(filling, item, MESSAGE("only a tie key column:NAME takes a minus"), NO_HINT);
    *tie = (struct tie_key){.kind = choice->value,
                            .is_lower_first = is_lower_first,
                            .written = text_copy(filling->arena, item->text),
                            .place = item->place};
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

/* ---- mappings from names to numbers ---- */

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
    struct counts *counts = (struct counts *)(void *)(base + key->offset);
    if (value->kind != NODE_MAPPING) {
        counts->is_set = value_is_scalar(filling, key, value) &&
                         number_read_integer_within(value->text, key->least, key->most, value->place, filling->faults,
                                                    &counts->count);
        return counts->is_set;
    }
    mapping_report_doubled(filling, value);
    counts->is_set = true;
    counts->by_sector = ARENA_ARRAY(filling->arena, struct sector_count, value->count / 2);
    for (const struct node *sector = value->first; sector; sector = sector->next->next)
        counts->by_sector_count += read_sector_count(filling, key, sector, &counts->by_sector[counts->by_sector_count]);
    return counts->by_sector_count == value->count / 2;
}

static bool read_grade(struct filling *filling, const struct key *key, const struct node *name, struct grade *grade)
{
    if (name->kind != NODE_SCALAR)
        return value_report(filling, name, MESSAGE("a key must be one word"), NO_HINT);
    if (!value_is_scalar(filling, key, name->next))
        return false;
    *grade = (struct grade){.name = text_copy(filling->arena, name->text), .place = name->place};
    return number_read_points_within(name->next->text, key->least, key->most, name->next->place, filling->faults,
                                     &grade->value);
}

bool value_read_grades(struct filling *filling, const struct key *key, const struct node *value, char *base)
{
    if (value->kind != NODE_MAPPING)
        return value_report(filling, value, MESSAGE("{1} takes grades with their worth", key->name),
                            MESSAGE("write them as { 优秀: 100, 良好: 85 }"));
    mapping_report_doubled(filling, value);
    struct grade *grades = ARENA_ARRAY(filling->arena, struct grade, value->count / 2);
    size_t count = 0;
    for (const struct node *name = value->first; name; name = name->next->next)
        count += read_grade(filling, key, name, &grades[count]);
    *(struct grade **)(void *)(base + key->offset) = grades;
    *(size_t *)(void *)(base + key->count_offset) = value->count / 2; /* written, even where one cannot be read */
    return count == value->count / 2;
}

/* ---- lists of points ---- */

bool value_read_points_list(struct filling *filling, const struct key *key, const struct node *value, char *base)
{
    struct points_list *list = (struct points_list *)(void *)(base + key->offset);
    if (value->kind != NODE_LIST)
        return value_report(filling, value, MESSAGE("{1} takes a list", key->name), MESSAGE("write it as [12, 10, 8]"));
    list->items = ARENA_ARRAY(filling->arena, points, value->count);
    list->count = value->count; /* written, even where one cannot be read */
    bool are_read = true;
    size_t i = 0;
    for (const struct node *item = value->first; item; item = item->next, i++)
        are_read &=
            value_is_scalar(filling, key, item) &&
            number_read_points_within(item->text, key->least, key->most, item->place, filling->faults, &list->items[i]);
    return are_read;
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
