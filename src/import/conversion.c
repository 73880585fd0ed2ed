#include "conversion.h"

#include <iconv.h>

#include "gb18030_editions.h"

static const char *const iconv_names[] = {
    [ENCODING_UTF16LE] = "UTF-16LE",
    [ENCODING_UTF16BE] = "UTF-16BE",
    [ENCODING_GB18030] = "GB18030",
};

enum { EXCHANGED_LENGTH = 4, MOST_TIMES_LONGER = 2 }; /* two bytes of GB18030 may become four */

/* Goes on from *input, which it leaves at what could not be converted; so with *output. */
static void convert_on(iconv_t handle, struct text *input, struct text *output)
{
    char *from = (char *)input->bytes, *to = (char *)output->bytes;
    iconv(handle, &from, &input->length, &to, &output->length);
    input->bytes = from;
    output->bytes = to;
}

/* A code that iconv refuses, though it is one. */
static bool pass_exchanged(struct text *input, struct text *output)
{
    uint32_t c = gb18030_exchanged(*input);
    if (c == TEXT_INVALID)
        return false;
    char *to = (char *)output->bytes; /* all of these take three bytes */
    *to++ = (char)(0xE0 | c >> 12);
    *to++ = (char)(0x80 | (c >> 6 & 0x3F));
    *to++ = (char)(0x80 | (c & 0x3F));
    output->bytes = to;
    output->length -= 3;
    input->bytes += EXCHANGED_LENGTH;
    input->length -= EXCHANGED_LENGTH;
    return true;
}

enum conversion convert_to_utf8(struct text raw, enum encoding encoding, struct arena *arena, struct text *utf8,
                                size_t *converted)
{
    iconv_t handle = iconv_open("UTF-8", iconv_names[encoding]);
    if ((intptr_t)handle == -1)
        return CONVERSION_UNAVAILABLE;
    size_t room = MOST_TIMES_LONGER * raw.length;
    utf8->bytes = arena_take_unset(arena, room);
    struct text input = raw, output = {utf8->bytes, room};
    do
        convert_on(handle, &input, &output);
    while (encoding == ENCODING_GB18030 && pass_exchanged(&input, &output));
    iconv_close(handle);
    utf8->length = room - output.length;
    *converted = raw.length - input.length;
    return input.length == 0 ? CONVERSION_DONE : CONVERSION_STOPPED;
}
