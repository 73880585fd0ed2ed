#include "xlsx_text.h"

#include <string.h>

#include "printable.h"

void xlsx_text_add(struct xlsx_text *text, struct text piece)
{
    size_t room = RECORDS_MOST_CELL_BYTES + 1 - text->sink.length;
    sink_text(&text->sink, (struct text){piece.bytes, piece.length < room ? piece.length : room});
}

void xlsx_text_clear(struct xlsx_text *text)
{
    text->sink.length = 0;
}

/* ---- escapes ---- */

enum { ESCAPE_LENGTH = 7 };

/* The UTF-16 unit that an escape at the front of `rest` stands for, or TEXT_INVALID. */
static uint32_t escaped_unit(struct text rest)
{
    uint32_t unit = 0;
    if (rest.length < ESCAPE_LENGTH || rest.bytes[0] != '_' || rest.bytes[1] != 'x' || rest.bytes[6] != '_')
        return TEXT_INVALID;
    for (size_t i = 2; i < ESCAPE_LENGTH - 1; i++) {
        int c = (unsigned char)rest.bytes[i], letter = c | 0x20;
        bool is_number = c >= '0' && c <= '9';
        if (!is_number && (letter < 'a' || letter > 'f'))
            return TEXT_INVALID;
        unit = unit * 16 + (uint32_t)(is_number ? c - '0' : letter - 'a' + 10);
    }
    /* Halves of a pair are never written so: they would be no character of their own. */
    return unit >= 0xD800 && unit <= 0xDFFF ? TEXT_INVALID : unit;
}

/* An escape is longer than what it stands for, so that the text can be written over itself. */
static void resolve_escapes(struct sink *sink)
{
    struct sink resolved = *sink;
    size_t kept = 0;
    for (size_t at = 0; at < sink->length;) {
        uint32_t unit = escaped_unit((struct text){sink->bytes + at, sink->length - at});
        if (unit == TEXT_INVALID) {
            resolved.bytes[kept++] = sink->bytes[at++];
            continue;
        }
        resolved.length = kept;
        sink_character(&resolved, unit);
        kept = resolved.length;
        at += ESCAPE_LENGTH;
    }
    sink->length = kept;
}

/* ---- the whole ---- */

static bool is_seen(unsigned char byte)
{
    return byte >= 0x20 && byte < 0x7F;
}

static bool holds_control(struct text text)
{
    while (text.length > 0) {
        if (is_seen((unsigned char)text.bytes[0])) {
            text = (struct text){text.bytes + 1, text.length - 1};
            continue;
        }
        uint32_t c = text_next_character(&text);
        if (c != '\t' && c != '\n' && c != '\r' && character_is_control(c))
            return true;
    }
    return false;
}

enum defect xlsx_text_defect(struct text text)
{
    if (text.length > RECORDS_MOST_CELL_BYTES)
        return DEFECT_LONG;
    return holds_control(text) ? DEFECT_CONTROL : DEFECT_NONE;
}

enum defect xlsx_text_settle(struct xlsx_text *text, struct text *settled)
{
    struct sink *sink = &text->sink;
    enum defect defect = sink->length > RECORDS_MOST_CELL_BYTES ? DEFECT_LONG : DEFECT_NONE;
    if (sink->length >= ESCAPE_LENGTH && memchr(sink->bytes, '_', sink->length))
        resolve_escapes(sink);
    *settled = text_trimmed(sink_written(sink));
    return defect != DEFECT_NONE ? defect : xlsx_text_defect(*settled);
}
