#include "choice.h"

#include <assert.h>

const struct choice *choice_find(const struct choices *choices, struct text name)
{
    for (size_t i = 0; i < choices->count; i++)
        if (text_equal(choices->items[i].name, name))
            return &choices->items[i];
    return NULL;
}

struct text choice_name(const struct choices *choices, int value)
{
    size_t i = 0;
    for (; choices->items[i].value != value; i++)
        assert(i + 1 < choices->count);
    return choices->items[i].name;
}
