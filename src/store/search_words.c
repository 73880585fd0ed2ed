#include "search_words.h"

static uint32_t folded(uint32_t code_point)
{
    enum { FULL_FIRST = 0xFF01, FULL_LAST = 0xFF5E, FULL_FROM_ASCII = 0xFF01 - '!', CAPITAL = 'a' - 'A' };
    if (code_point >= FULL_FIRST && code_point <= FULL_LAST)
        code_point -= FULL_FROM_ASCII;
    return code_point >= 'A' && code_point <= 'Z' ? code_point + CAPITAL : code_point;
}

static bool is_passed_over(uint32_t code_point)
{
    static const uint32_t apart[] = {0xA0, 0xB7, 0x2022, 0x2027, 0x3000, 0x30FB, 0xFF65};
    if (code_point < 0x80)
        return !(code_point >= '0' && code_point <= '9') && !(code_point >= 'a' && code_point <= 'z');
    for (size_t i = 0; i < sizeof apart / sizeof *apart; i++)
        if (apart[i] == code_point)
            return true;
    return false;
}

static void write_hexadecimal(struct sink *sink, uint32_t code_point)
{
    int digits = 1;
    while (code_point >> 4 * digits)
        digits++;
    while (digits-- > 0)
        sink_byte(sink, "0123456789abcdef"[code_point >> 4 * digits & 0xF]);
}

struct text search_words(struct text text, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    while (text.length > 0) {
        uint32_t code_point = folded(text_next_character(&text));
        if (code_point == TEXT_INVALID || is_passed_over(code_point))
            continue;
        if (sink.length > 0)
            sink_byte(&sink, ' ');
        write_hexadecimal(&sink, code_point);
    }
    return sink_written(&sink);
}
