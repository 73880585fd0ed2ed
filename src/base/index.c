#include "index.h"

#include <string.h>

enum { FIRST_ENTRIES = 16 };

struct index index_in(struct arena *arena)
{
    return (struct index){.arena = arena};
}

/* Eight bytes at a time. It decides only how far apart keys lie, never a result. */
static uint32_t hash_of(struct text key)
{
    uint64_t hash = key.length, word;
    for (; key.length > 0; key.bytes += sizeof word, key.length -= sizeof word) {
        word = 0;
        if (key.length < sizeof word) {
            memcpy(&word, key.bytes, key.length);
            key.length = sizeof word;
        } else {
            memcpy(&word, key.bytes, sizeof word);
        }
        hash = (hash ^ word) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 32;
    }
    return (uint32_t)hash;
}

static struct text key_of(const struct index_entry *entry)
{
    return (struct text){entry->bytes, entry->length};
}

/* Where `key` stands or would stand. Needs a free entry. */
static struct index_entry *entry_of(const struct index *index, struct text key, uint32_t hash)
{
    size_t mask = index->capacity - 1;
    size_t at = hash & mask;
    for (;; at = (at + 1) & mask) {
        struct index_entry *entry = &index->entries[at];
        if (!entry->bytes || (entry->hash == hash && text_equal(key_of(entry), key)))
            return entry;
    }
}

size_t index_find(const struct index *index, struct text key)
{
    if (index->count == 0)
        return INDEX_NONE;
    const struct index_entry *entry = entry_of(index, key, hash_of(key));
    return entry->bytes ? entry->number : INDEX_NONE;
}

static void widen(struct index *index, size_t capacity)
{
    struct index wider = *index;
    wider.capacity = capacity;
    wider.entries = ARENA_ARRAY(index->arena, struct index_entry, wider.capacity);
    for (size_t i = 0; i < index->capacity; i++) {
        const struct index_entry *entry = &index->entries[i];
        if (entry->bytes)
            *entry_of(&wider, key_of(entry), entry->hash) = *entry;
    }
    *index = wider;
}

void index_expect(struct index *index, size_t count)
{
    size_t capacity = FIRST_ENTRIES;
    while (capacity / 2 < count)
        capacity *= 2;
    if (capacity > index->capacity)
        widen(index, capacity);
}

void index_add(struct index *index, struct text key, size_t number)
{
    if (index->count * 2 >= index->capacity)
        widen(index, index->capacity ? index->capacity * 2 : FIRST_ENTRIES);
    uint32_t hash = hash_of(key);
    struct index_entry *entry = entry_of(index, key, hash);
    if (!entry->bytes) {
        *entry = (struct index_entry){key.bytes ? key.bytes : "", (uint32_t)key.length, hash, number};
        index->count++;
    } else if (entry->number != number) {
        entry->number = INDEX_AMBIGUOUS;
    }
}

struct text index_nearest(const struct index *index, struct text key, struct arena scratch)
{
    size_t allowed = text_characters(key) / 3;
    size_t least = allowed > 1 ? allowed + 1 : 2;
    const struct index_entry *nearest = NULL;
    bool are_several = false;
    for (size_t i = 0; i < index->capacity; i++) {
        const struct index_entry *entry = &index->entries[i];
        struct text known = key_of(entry);
        if (!known.bytes || text_characters(known) > text_characters(key) + least)
            continue;
        size_t distance = text_distance(key, known, scratch);
        bool is_equal = distance == least && nearest;
        are_several = (are_several && distance >= least) || (is_equal && entry->number != nearest->number);
        if (distance < least || (is_equal && text_compare(known, key_of(nearest)) < 0)) {
            least = distance;
            nearest = entry;
        }
    }
    return nearest && !are_several ? key_of(nearest) : (struct text){0};
}
