#include "font_cutting.h"

#include "font_face.h"
#include "glyph_store.h"
#include "index.h"

#include <string.h>

enum {
    DIGITS = 10,
    CHARACTERS_MANY = 1000,
    COMMON_LEAST = 16, /* of fewer, what is deflated once is no faster, and longer */
    PARTS = 4
};

/* Where one thread makes fonts, one after the other. */
struct font_making {
    struct arena keep, scratch;
    size_t failed; /* a face; INDEX_NONE: none */
};

/* ---- codes ---- */

/* Digits come all together where there is one: then the certificates 0001 and 0002 have the same font, which is made
 * once. Needs room for ten more. */
static size_t with_all_digits(const struct font_face *face, uint32_t *characters, size_t count)
{
    size_t first = 0, end, all = 0;
    uint32_t digits[DIGITS];
    while (first < count && characters[first] < '0')
        first++;
    for (end = first; end < count && characters[end] <= '9';)
        end++;
    for (uint32_t digit = '0'; first < end && digit <= '9'; digit++)
        if (font_face_glyph(face, digit) != 0)
            digits[all++] = digit;
    if (all < end - first)
        return count;
    memmove(characters + first + all, characters + end, (count - end) * sizeof *characters);
    memcpy(characters + first, digits, all * sizeof *characters);
    return count - (end - first) + all;
}

/* Puts those that documents have in common before the others. How many; 0: all stay where they are. */
static size_t common_first(const struct canvas *canvas, size_t face, uint32_t *characters, size_t count,
                           struct arena scratch)
{
    size_t common, others = 0;
    if (!canvas->common || fonts_face(canvas->fonts, face)->outlines != OUTLINES_TRUETYPE)
        return 0;
    const uint32_t *listed = character_set_list(&canvas->common[face], &common, &scratch);
    uint32_t *rest = ARENA_ARRAY(&scratch, uint32_t, count);
    if (common < COMMON_LEAST)
        return 0;
    for (size_t i = 0, next = 0; i < count; i++)
        if (next < common && characters[i] == listed[next])
            next++;
        else
            rest[others++] = characters[i];
    memcpy(characters, listed, common * sizeof *characters);
    memcpy(characters + common, rest, others * sizeof *characters);
    return common;
}

static bool begin_font(const struct canvas *canvas, size_t face, struct glyph_font *font, struct font_making *making)
{
    size_t count;
    struct arena scratch = making->scratch;
    uint32_t *listed = character_set_list(&canvas->used[face], &count, &scratch);
    uint32_t *items = ARENA_ARRAY(&making->keep, uint32_t, count + DIGITS);
    memcpy(items, listed, count * sizeof *items);
    count = with_all_digits(fonts_face(canvas->fonts, face), items, count);
    struct font_characters characters = {items, count, common_first(canvas, face, items, count, scratch)};
    return deflate_is_ready() &&
           glyph_store_font(fonts_store(canvas->fonts, face), characters, font, &making->keep, scratch);
}

static void begin_some(void *context, size_t share, size_t first, size_t end)
{
    struct font_cutting *cutting = context;
    struct font_making *making = &cutting->makings[share];
    (void)first;
    (void)end;
    for (size_t face; (face = atomic_fetch_add(&cutting->begun, 1)) < cutting->count;)
        if (!character_set_is_empty(&cutting->canvas->used[face]) &&
            !begin_font(cutting->canvas, face, &cutting->fonts[face], making)) {
            cutting->fonts[face].face = NULL;
            making->failed = face;
        }
}

/* ---- outlines ---- */

static void cut_some(void *context, size_t share, size_t first, size_t end)
{
    struct font_cutting *cutting = context;
    struct font_making *making = &cutting->makings[share];
    (void)first;
    (void)end;
    for (size_t face; (face = atomic_fetch_add(&cutting->cut, 1)) < cutting->count;) {
        struct glyph_font *font = &cutting->fonts[face];
        if (font->face && !font->is_cut && !glyph_font_cut(font, &making->keep, making->scratch))
            making->failed = face;
    }
}

static bool report(const struct font_cutting *cutting, struct faults *faults)
{
    size_t failed = INDEX_NONE;
    for (size_t i = 0; i < cutting->sharing.shares; i++)
        failed = failed == INDEX_NONE ? cutting->makings[i].failed : failed;
    if (failed != INDEX_NONE)
        faults_add(faults, SEVERITY_FAILURE, (struct place){0},
                   MESSAGE("font {1} cannot be embedded", fonts_face(cutting->canvas->fonts, failed)->file), NO_HINT);
    return failed == INDEX_NONE;
}

/* ---- all ---- */

static size_t characters_of_all(const struct canvas *canvas)
{
    size_t all = 0;
    for (size_t i = 0; i < fonts_face_count(canvas->fonts); i++)
        all += character_set_count(&canvas->used[i]);
    return all;
}

/* Subsets of many characters take longer than to start threads. */
bool font_cutting_begin(struct font_cutting *cutting, const struct canvas *canvas, struct arena *scratch,
                        struct faults *faults)
{
    size_t count = fonts_face_count(canvas->fonts);
    size_t threads = characters_of_all(canvas) >= CHARACTERS_MANY ? crew_processors() : 1;
    size_t room = (size_t)(scratch->end - scratch->next) / PARTS / threads;
    *cutting = (struct font_cutting){.canvas = canvas,
                                     .fonts = ARENA_ARRAY(scratch, struct glyph_font, count),
                                     .count = count,
                                     .makings = ARENA_ARRAY(scratch, struct font_making, threads)};
    for (size_t i = 0; i < threads; i++)
        cutting->makings[i] = (struct font_making){arena_cut(scratch, room), arena_cut(scratch, room), INDEX_NONE};
    crew_share(threads, threads, begin_some, cutting);
    cutting->sharing = (struct crew_sharing){.work = cut_some, .context = cutting, .count = threads, .shares = threads};
    if (report(cutting, faults)) {
        crew_share_begin(&cutting->sharing, threads - 1);
        return true;
    }
    font_cutting_wait(cutting);
    return false;
}

void font_cutting_wait(struct font_cutting *cutting)
{
    if (!cutting->is_over)
        crew_share_end(&cutting->sharing);
    cutting->is_over = true;
}

bool font_cutting_end(struct font_cutting *cutting, struct faults *faults)
{
    font_cutting_wait(cutting);
    return report(cutting, faults);
}
