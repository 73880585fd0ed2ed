#include "json_page.h"

#include <assert.h>
#include <string.h>

struct json_page json_page_in(struct arena *arena, bool is_compact)
{
    return (struct json_page){.sink = sink_in(arena), .is_compact = is_compact};
}

static void write_line_begin(struct json_page *page)
{
    if (page->is_compact)
        return;
    sink_byte(&page->sink, '\n');
    for (size_t i = 0; i < page->level; i++)
        sink_byte(&page->sink, ' ');
}

/* What stands before a value: a comma behind another one, and its key. */
static void begin_item(struct json_page *page, struct text key)
{
    if (page->has_items[page->level])
        sink_byte(&page->sink, ',');
    page->has_items[page->level] = true;
    if (page->level > 0)
        write_line_begin(page);
    if (key.length == 0)
        return;
    sink_byte(&page->sink, '"');
    sink_text(&page->sink, key);
    sink_c(&page->sink, page->is_compact ? "\":" : "\": ");
}

void json_page_open(struct json_page *page, struct text key, char opening)
{
    assert(page->level < JSON_PAGE_MOST_LEVELS);
    begin_item(page, key);
    sink_byte(&page->sink, opening);
    page->closing[page->level++] = opening == '{' ? '}' : ']';
    page->has_items[page->level] = false;
}

void json_page_close(struct json_page *page)
{
    bool has_items = page->has_items[page->level--];
    if (has_items)
        write_line_begin(page);
    sink_byte(&page->sink, page->closing[page->level]);
}

/* Jansson indents from the left; here its lines move to the page's level. Its texts hold no raw newline. */
static int write_shifted(const char *bytes, size_t length, void *context)
{
    struct json_page *page = context;
    while (length > 0) {
        const char *newline = memchr(bytes, '\n', length);
        size_t line = newline ? (size_t)(newline - bytes) : length;
        sink_text(&page->sink, (struct text){bytes, line});
        if (!newline)
            break;
        write_line_begin(page);
        bytes = newline + 1;
        length -= line + 1;
    }
    return 0;
}

void json_page_put(struct json_page *page, struct text key, json_t *piece)
{
    size_t flags = page->is_compact ? JSON_COMPACT : JSON_INDENT(1);
    begin_item(page, key);
    bool is_dumped = json_dump_callback(piece, write_shifted, page, flags | JSON_PRESERVE_ORDER | JSON_ENCODE_ANY) == 0;
    json_piece_release(page->sink.arena, piece, is_dumped);
}
