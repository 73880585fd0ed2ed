#include "later_format.h"

#include <string.h>

#include "record.h"

bool later_format_of_json(struct text bytes, size_t known)
{
    json_t *document = record_parse(bytes);
    const char *program = json_string_value(json_object_get(document, "program"));
    bool is_later = program && strcmp(program, "biwu") == 0 && record_count(document, "format") > known;
    json_decref(document);
    return is_later;
}

bool later_format_of_line(struct text bytes, struct text start, uint64_t known)
{
    enum { MOST_DIGITS = 9 };
    struct text line;
    uint64_t number = 0;
    if (!text_next_part(&bytes, '\n', &line) || !text_starts_with(line, start) ||
        line.length > start.length + MOST_DIGITS)
        return false;
    for (size_t i = start.length; i < line.length; i++) {
        if (line.bytes[i] < '0' || line.bytes[i] > '9')
            return false;
        number = number * 10 + (uint64_t)(line.bytes[i] - '0');
    }
    return number > known;
}
