#include "stroke_order.h"

#include <stdlib.h>

#include "embed.h"

EMBED("biwu_strokes", "characters/strokes.txt");
extern const char biwu_strokes[], biwu_strokes_end[];

enum { HANZI = 8105, FIRST_HANZI = 0x3400, BEHIND_ALL = 0x10000 };

struct stroke_place {
    uint32_t code_point, place; /* from 1 */
};

static int by_code_point(const void *left, const void *right)
{
    const struct stroke_place *a = left, *b = right;
    return (a->code_point > b->code_point) - (a->code_point < b->code_point);
}

struct stroke_order stroke_order_in(struct arena *arena)
{
    struct stroke_place *places = ARENA_ARRAY(arena, struct stroke_place, HANZI);
    struct text rest = {biwu_strokes, (size_t)(biwu_strokes_end - biwu_strokes)}, line;
    size_t count = 0;
    while (text_next_part(&rest, '\n', &line)) {
        bool is_comment = text_starts_with(line, TEXT("#"));
        while (!is_comment && line.length > 0) {
            places[count] = (struct stroke_place){text_next_character(&line), (uint32_t)count + 1};
            count++;
        }
    }
    qsort(places, count, sizeof *places, by_code_point);
    return (struct stroke_order){places, count};
}

/* 0 where the table does not have it. */
static uint32_t place_of(const struct stroke_order *order, uint32_t code_point)
{
    size_t least = 0, end = order->count;
    while (least < end) {
        size_t middle = least + (end - least) / 2;
        if (order->items[middle].code_point < code_point)
            least = middle + 1;
        else
            end = middle;
    }
    bool is_found = least < order->count && order->items[least].code_point == code_point;
    return is_found ? order->items[least].place : 0;
}

static bool is_passed_over(uint32_t code_point)
{
    enum { MIDDLE_DOT = 0xB7, IDEOGRAPHIC_BLANK = 0x3000 };
    return code_point == ' ' || code_point == MIDDLE_DOT || code_point == IDEOGRAPHIC_BLANK;
}

static void write_place(struct sink *sink, uint32_t place)
{
    enum { BYTE = 8, MASK = 0xFF };
    for (int shift = 2 * BYTE; shift >= 0; shift -= BYTE)
        sink_byte(sink, (char)(place >> shift & MASK));
}

struct text stroke_order_key(const struct stroke_order *order, struct text name, struct arena *arena)
{
    struct sink key = sink_in(arena);
    bool is_short = text_characters(name) == 2;
    while (name.length > 0) {
        uint32_t code_point = text_next_character(&name), place = place_of(order, code_point);
        if (is_passed_over(code_point))
            continue;
        if (is_short && name.length == 0)
            write_place(&key, 0);
        write_place(&key, place > 0 ? place : BEHIND_ALL + code_point);
    }
    return sink_written(&key);
}

struct text stroke_order_unknown(const struct stroke_order *order, struct text name)
{
    while (name.length > 0) {
        struct text from = name;
        uint32_t code_point = text_next_character(&name);
        if (code_point >= FIRST_HANZI && place_of(order, code_point) == 0)
            return (struct text){from.bytes, (size_t)(name.bytes - from.bytes)};
    }
    return (struct text){name.bytes, 0};
}
