#include "cff.h"

/* A place in the table that runs dry instead of running over. */
struct reader {
    struct text table;
    size_t at;
    bool is_dry;
};

static uint32_t read_number(struct reader *reader, unsigned bytes)
{
    uint32_t number = 0;
    for (unsigned i = 0; i < bytes; i++) {
        if (reader->at >= reader->table.length) {
            reader->is_dry = true;
            return 0;
        }
        number = number << 8 | (unsigned char)reader->table.bytes[reader->at++];
    }
    return number;
}

/* An INDEX: its count, the slice of its first item; the reader moves behind it. */
static uint32_t read_index(struct reader *reader, struct text *first)
{
    *first = TEXT("");
    uint32_t count = read_number(reader, 2);
    if (count == 0)
        return 0;
    unsigned size = read_number(reader, 1);
    size_t offsets = reader->at, items = offsets + (count + 1) * (size_t)size - 1;
    uint32_t from = read_number(reader, size), to = read_number(reader, size);
    reader->at = offsets + count * (size_t)size;
    uint32_t end = read_number(reader, size);
    reader->at = items + end;
    bool is_sound =
        size >= 1 && size <= 4 && from >= 1 && to >= from && to <= end && items + end <= reader->table.length;
    reader->is_dry |= !is_sound;
    if (is_sound)
        *first = (struct text){reader->table.bytes + items + from, to - from};
    return count;
}

/* ---- the top dictionary ---- */

enum { OPERATOR_CHARSET = 15, OPERATOR_CHAR_STRINGS = 17, OPERATOR_ROS = 12 << 8 | 30 };

struct top_dictionary {
    uint32_t charset, char_strings;
    bool is_cid_keyed;
};

static void skip_real(struct reader *reader)
{
    uint32_t byte;
    do
        byte = read_number(reader, 1);
    while ((byte & 0xF) != 0xF && !reader->is_dry);
}

/* An operand that begins with `lead`; only the forms that offsets are written in are kept exactly. */
static uint32_t read_operand(struct reader *reader, uint32_t lead)
{
    if (lead == 28)
        return read_number(reader, 2);
    if (lead == 29)
        return read_number(reader, 4);
    if (lead == 30)
        skip_real(reader);
    else if (lead >= 247 && lead <= 250)
        return (lead - 247) * 256 + read_number(reader, 1) + 108;
    else if (lead >= 251)
        read_number(reader, 1);
    return lead >= 32 && lead <= 246 ? lead - 139 : 0;
}

static struct top_dictionary read_top(struct text dictionary)
{
    struct top_dictionary top = {0};
    struct reader reader = {.table = dictionary};
    uint32_t operand = 0;
    while (reader.at < dictionary.length) {
        uint32_t lead = read_number(&reader, 1);
        if (lead > 21) {
            operand = read_operand(&reader, lead);
            continue;
        }
        uint32_t code = lead == 12 ? 12u << 8 | read_number(&reader, 1) : lead;
        if (code == OPERATOR_CHARSET)
            top.charset = operand;
        else if (code == OPERATOR_CHAR_STRINGS)
            top.char_strings = operand;
        else if (code == OPERATOR_ROS)
            top.is_cid_keyed = true;
    }
    return top;
}

/* ---- the charset ---- */

static void read_ranges(struct reader *reader, unsigned format, struct cff_charset *charset)
{
    for (size_t glyph = 1; glyph < charset->count && !reader->is_dry;) {
        uint32_t first = read_number(reader, 2);
        uint32_t left = format == 0 ? 0 : read_number(reader, format);
        for (uint32_t i = 0; i <= left && glyph < charset->count; i++)
            charset->cids[glyph++] = (uint16_t)(first + i);
    }
}

bool cff_read_charset(struct text cff, struct cff_charset *charset, struct arena *arena)
{
    struct reader reader = {.table = cff, .at = 2};
    struct text dictionary, first;
    reader.at = read_number(&reader, 1);
    read_index(&reader, &first); /* names */
    read_index(&reader, &dictionary);
    struct top_dictionary top = read_top(dictionary);

    reader.at = top.char_strings;
    charset->count = read_index(&reader, &first);
    charset->cids = ARENA_ARRAY(arena, uint16_t, charset->count);
    for (size_t i = 0; i < charset->count; i++)
        charset->cids[i] = (uint16_t)i;
    charset->is_cid_keyed = top.is_cid_keyed;
    if (top.is_cid_keyed && top.charset > 2) { /* 0 to 2 are charsets that CID-keyed fonts do not use */
        reader.at = top.charset;
        unsigned format = read_number(&reader, 1);
        reader.is_dry |= format > 2;
        if (!reader.is_dry)
            read_ranges(&reader, format, charset);
    }
    return !reader.is_dry && charset->count > 0;
}
