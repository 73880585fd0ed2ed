#include "style.h"

#include "printable.h"

static const char *const sequences[TINT_COUNT] = {
    [TINT_BOLD] = "\033[1m",  [TINT_DIM] = "\033[2m",    [TINT_GOOD] = "\033[32m",
    [TINT_NOTE] = "\033[36m", [TINT_BAD] = "\033[1;31m",
};

const char *tint_sequence(enum tint tint)
{
    return sequences[tint];
}

void style_begin(struct sink *sink, const struct style *style, enum tint tint)
{
    if (style->is_coloured && tint != TINT_PLAIN)
        sink_c(sink, sequences[tint]);
}

void style_end(struct sink *sink, const struct style *style, enum tint tint)
{
    if (style->is_coloured && tint != TINT_PLAIN)
        sink_c(sink, "\033[0m");
}

void style_write(struct sink *sink, const struct style *style, struct message message)
{
    if (!message.format)
        return;
    for (size_t i = 0; i < MESSAGE_ARGUMENTS; i++)
        message.arguments[i] = text_printable(message.arguments[i], sink->arena);
    message_write(sink, &message, style->translate(message.format));
}

void style_write_tinted(struct sink *sink, const struct style *style, enum tint tint, struct message message)
{
    style_begin(sink, style, tint);
    style_write(sink, style, message);
    style_end(sink, style, tint);
}

struct text style_text(struct arena *arena, const struct style *style, struct message message)
{
    struct sink sink = sink_in(arena);
    style_write(&sink, style, message);
    return sink_written(&sink);
}
