#include "index.h"

enum { FIRST_ENTRIES = 16 };

struct index index_in(struct arena *arena)
{
    return (struct index){.arena = arena};
}

/* Where `key` stands or would stand. Needs a free entry. */
static struct index_entry *entry_of(const struct index *index, struct text key)
{
    size_t mask = index->capacity - 1;
    size_t at = text_hash(key) & mask;
    while (index->entries[at].key.bytes && !text_equal(index->entries[at].key, key))
        at = (at + 1) & mask;
    return &index->entries[at];
}

size_t index_find(const struct index *index, struct text key)
{
    if (index->count == 0)
        return INDEX_NONE;
    const struct index_entry *entry = entry_of(index, key);
    return entry->key.bytes ? entry->number : INDEX_NONE;
}

static void widen(struct index *index)
{
    struct index wider = *index;
    wider.capacity = index->capacity ? index->capacity * 2 : FIRST_ENTRIES;
    wider.entries = ARENA_ARRAY(index->arena, struct index_entry, wider.capacity);
    for (size_t i = 0; i < index->capacity; i++)
        if (index->entries[i].key.bytes)
            *entry_of(&wider, index->entries[i].key) = index->entries[i];
    *index = wider;
}

void index_add(struct index *index, struct text key, size_t number)
{
    if (index->count * 2 >= index->capacity)
        widen(index);
    struct index_entry *entry = entry_of(index, key);
    if (!entry->key.bytes) {
        *entry = (struct index_entry){key.bytes ? key : TEXT(""), number};
        index->count++;
    } else if (entry->number != number) {
        entry->number = INDEX_AMBIGUOUS;
    }
}

struct text index_nearest(const struct index *index, struct text key, struct arena scratch)
{
    size_t allowed = text_characters(key) / 3;
    size_t least = allowed > 1 ? allowed + 1 : 2;
    struct text nearest = {0};
    for (size_t i = 0; i < index->capacity; i++) {
        struct text known = index->entries[i].key;
        if (!known.bytes || text_characters(known) > text_characters(key) + least)
            continue;
        size_t distance = text_distance(key, known, scratch);
        bool is_first_of_equals = distance == least && nearest.bytes && text_compare(known, nearest) < 0;
        if (distance < least || is_first_of_equals) {
            least = distance;
            nearest = known;
        }
    }
    return nearest;
}
