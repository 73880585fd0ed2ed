/* The characters that a document takes from one font. */
#ifndef BIWU_CHARACTER_SET_H
#define BIWU_CHARACTER_SET_H

#include "character.h"

struct character_set {
    struct character_block **plain; /* by code point; NULL until there is one, as each of them */
    uint32_t *forms;                /* characters that are not plain, in order: there are few */
    size_t form_count, form_capacity;
};

void character_set_add(struct character_set *set, uint32_t character, struct arena *arena);
/* Adds all that the other has. */
void character_set_unite(struct character_set *set, const struct character_set *other, struct arena *arena);
bool character_set_is_empty(const struct character_set *set);
size_t character_set_count(const struct character_set *set);
/* All of them in order; *count is how many. */
uint32_t *character_set_list(const struct character_set *set, size_t *count, struct arena *arena);

#endif
