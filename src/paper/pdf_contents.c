#include "pdf_contents.h"

/* Handing over costs as much as some pages; with less than a few tasks a thread it is not worth it. */
enum { PAGES_A_TASK = 16, PAGES_LEAST = 128, ALIGNMENT = 16 };

/* Bytes of a page that stays as it is: to deflate it would take a third of the time of a certificate, and without that it
 * takes less than two kilobytes, too, with all its objects. */
enum { PAGE_SHORT = 704 };

struct contents_slot {
    struct arena arena; /* for every task anew */
    struct stream {
        struct packed packed; /* of NULL where there was no memory */
        uint64_t hash;
    } streams[PAGES_A_TASK];
};

static struct stream stream_of(const struct pdf_contents *contents, size_t page, struct arena *arena)
{
    const struct pdf_parts *parts = contents->file->parts;
    struct text operators = content_encode(&parts->canvas->pages[page].content, parts->cutting->fonts, arena);
    bool is_short = operators.length > 0 && operators.length < PAGE_SHORT; /* without bytes it would be no stream */
    struct packed packed = {is_short ? operators : deflated(operators, arena), !is_short};
    return (struct stream){packed, checksum(packed.bytes)};
}

static size_t page_count(const struct pdf_contents *contents)
{
    return contents->file->parts->canvas->page_count;
}

static void make_some(void *context, size_t task, size_t at)
{
    const struct pdf_contents *contents = context;
    struct contents_slot *slot = &contents->slots[at];
    struct arena arena = slot->arena;
    size_t first = task * PAGES_A_TASK;
    bool is_ready = deflate_is_ready();
    for (size_t i = 0; i < PAGES_A_TASK && first + i < page_count(contents); i++)
        slot->streams[i] = is_ready ? stream_of(contents, first + i, &arena) : (struct stream){.hash = 0};
}

static void write_contents(void *context, size_t at, struct sink *entries, struct packed *stream, struct arena *scratch)
{
    struct pdf_contents *contents = context;
    (void)entries;
    if (contents->slots && at % PAGES_A_TASK == 0) {
        if (at > 0)
            ahead_taken(&contents->ahead);
        contents->slot = ahead_in_turn(&contents->ahead);
    }
    struct stream made = {.hash = 0};
    if (contents->slots)
        made = contents->slots[contents->slot].streams[at % PAGES_A_TASK];
    if (!made.packed.bytes.bytes)
        made = stream_of(contents, at, scratch);
    pdf_fingerprint(contents->file, made.hash);
    *stream = made.packed;
}

/* What the largest task takes. Together the slots lie in few pages of memory: to touch others for the first time would
 * take as long as to encode them. */
static size_t room_of_tasks(const struct pdf_contents *contents)
{
    const struct canvas_page *pages = contents->file->parts->canvas->pages;
    size_t most = 0;
    for (size_t i = 0, room = 0; i < page_count(contents); i++) {
        size_t encoded = content_encode_room(&pages[i].content);
        room = (i % PAGES_A_TASK == 0 ? 0 : room) + encoded + deflated_room(encoded) + 2 * (size_t)ALIGNMENT;
        most = room > most ? room : most;
    }
    return most;
}

static void begin_ahead(struct pdf_contents *contents, size_t threads)
{
    struct arena *scratch = &contents->file->scratch;
    size_t slots = AHEAD_SLOTS(threads), room = room_of_tasks(contents);
    contents->slots = ARENA_ARRAY(scratch, struct contents_slot, slots);
    for (size_t i = 0; i < slots; i++)
        contents->slots[i].arena = arena_part(scratch, room);
    contents->ahead = (struct ahead){.work = make_some,
                                     .context = contents,
                                     .count = (page_count(contents) + PAGES_A_TASK - 1) / PAGES_A_TASK,
                                     .slots = slots};
    ahead_begin(&contents->ahead, threads, scratch);
}

bool pdf_contents_begin(struct pdf_contents *contents, struct pdf_file *file)
{
    *contents = (struct pdf_contents){.file = file};
    if (!pdf_series_begin(&contents->series, file, page_count(contents), write_contents, contents))
        return false;
    if (page_count(contents) >= PAGES_LEAST && crew_processors() > 1)
        begin_ahead(contents, crew_processors());
    return true;
}

void pdf_contents_end(struct pdf_contents *contents)
{
    if (contents->slots)
        ahead_end(&contents->ahead);
}
