#include "records.h"

#include "places.h"

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

/* Where a cell stands that begins so many characters behind the start of its record, on the same line. */
static struct place place_on_line(const struct record *record, size_t cell, size_t characters)
{
    const struct place *start = &record->start;
    return (struct place){start->file, start->line, start->column + characters, start->row, (uint32_t)cell + 1};
}

struct place record_place(const struct record *record, size_t cell)
{
    if (!record->starts)
        return place_on_line(record, cell, cell + 1 - record->start.column);
    size_t at = cell < record->count ? record->starts[cell] : record->raw.length;
    if (record->is_one_line)
        return place_on_line(record, cell, text_characters((struct text){record->raw.bytes, at}));
    struct place place = place_of_byte(record->start, record->raw, at);
    place.cell = (uint32_t)cell + 1;
    return place;
}

struct place record_place_behind(const struct record *record, size_t known, struct place place, size_t cell)
{
    if (!record->is_one_line || known > cell || cell >= record->count)
        return record_place(record, cell);
    size_t from = record->starts[known];
    place.column += text_characters((struct text){record->raw.bytes + from, record->starts[cell] - from});
    place.cell = (uint32_t)cell + 1;
    return place;
}

/* The first line that is not blank, without its end. Within quotes no line ends. */
static struct text first_line(struct text utf8)
{
    bool is_quoted = false;
    size_t start = 0;
    while (start < utf8.length && (is_line_end(utf8.bytes[start]) || utf8.bytes[start] == ' '))
        start++;
    size_t end = start;
    for (; end < utf8.length && (is_quoted || !is_line_end(utf8.bytes[end])); end++)
        is_quoted ^= utf8.bytes[end] == '"';
    return (struct text){utf8.bytes + start, end - start};
}

char records_separator(struct text utf8)
{
    static const char separators[] = {',', ';', '\t'};
    size_t counts[sizeof separators] = {0}, best = 0;
    struct text line = first_line(utf8);
    bool is_quoted = false;

    for (size_t at = 0; at < line.length; at++) {
        is_quoted ^= line.bytes[at] == '"';
        for (size_t i = 0; !is_quoted && i < sizeof separators; i++)
            counts[i] += line.bytes[at] == separators[i];
    }
    for (size_t i = 1; i < sizeof separators; i++)
        if (counts[i] > counts[best])
            best = i;
    return separators[best];
}

bool records_first_line_ends(struct text utf8)
{
    struct text line = first_line(utf8);
    return line.bytes + line.length < utf8.bytes + utf8.length;
}
