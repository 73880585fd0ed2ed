#include "places.h"

struct place place_of_byte(struct place start, struct text text, size_t at)
{
    struct place place = start;
    size_t line_start = 0;
    for (size_t i = 0; i < at; i++) {
        bool is_pair = text.bytes[i] == '\r' && i + 1 < text.length && text.bytes[i + 1] == '\n';
        bool is_end = text.bytes[i] == '\n' || text.bytes[i] == '\r';
        if (is_end && !is_pair) {
            place.line++;
            place.column = 1;
            line_start = i + 1;
        }
    }
    place.column += text_characters((struct text){text.bytes + line_start, at - line_start});
    return place;
}
