#include "nearest.h"

struct text nearest_word(const struct text *words, size_t count, struct text written, struct arena scratch)
{
    struct text nearest = TEXT("");
    size_t least = text_characters(written) / 2 + 1;
    for (size_t i = 0; i < count; i++) {
        size_t distance = text_distance(words[i], written, scratch);
        if (distance < least) {
            least = distance;
            nearest = words[i];
        }
    }
    return nearest;
}
