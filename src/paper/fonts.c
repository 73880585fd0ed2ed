#include "fonts.h"

#include "character.h"
#include "font_face.h"
#include "font_file.h"
#include "font_finder.h"
#include "glyph_memo.h"
#include "glyph_store.h"

#include <hb.h>
#include <string.h>
#include <strings.h>

/* Stores may take one part in so many of the memory that is left. */
enum { FACES_MOST = 32, CHAIN_LONGEST = 16, STORES_PART = 4 };

struct chain {
    size_t faces[CHAIN_LONGEST];
    size_t count;
    struct glyph_memo memo;
};

struct fonts {
    bool has_kai, is_own[FONT_ROLE_COUNT];
    struct font_face faces[FACES_MOST];
    struct glyph_store *stores; /* beside them */
    size_t count;
    struct chain chains[FONT_ROLE_COUNT];
};

/* The built-in choice: families in order, and the package of the first for the hint when none is installed. */
struct family {
    struct text name;
    bool bold;
};

enum { FAMILIES_OF_A_ROLE = 4 };

#define KAI  TEXT_INIT("LXGW WenKai")
#define SONG TEXT_INIT("Noto Serif CJK SC")
#define HEI  TEXT_INIT("Noto Sans CJK SC")
#define KAI_BOLD                                                                                                       \
    {                                                                                                                  \
        KAI, true                                                                                                      \
    }
#define SONG_BOLD                                                                                                      \
    {                                                                                                                  \
        SONG, true                                                                                                     \
    }

static const struct text kai_name = KAI;

static const struct family role_families[FONT_ROLE_COUNT][FAMILIES_OF_A_ROLE] = {
    [FONT_TITLE] = {SONG_BOLD, {SONG, false}, KAI_BOLD},
    [FONT_BODY] = {{KAI, false}, {SONG, false}},
    [FONT_NAME] = {KAI_BOLD, {KAI, false}, SONG_BOLD, {SONG, false}},
    [FONT_SONG] = {{SONG, false}, {KAI, false}},
    [FONT_SONG_BOLD] = {SONG_BOLD, {SONG, false}, KAI_BOLD},
    [FONT_HEI] = {{HEI, false}, {SONG, false}, {KAI, false}},
    [FONT_HEI_BOLD] = {{HEI, true}, {HEI, false}, SONG_BOLD},
    [FONT_NOTICE_TITLE] = {SONG_BOLD, {SONG, false}, KAI_BOLD},
    [FONT_NOTICE] = {{KAI, false}, {SONG, false}},
};

/* At the end of every chain: rare characters, Chinese of another kind where the role's own is not installed, and signs. */
static const struct family rare_families[] = {
    {TEXT_INIT("HanaMinA"), false},
    {TEXT_INIT("HanaMinB"), false},
    {TEXT_INIT("TW-Kai"), false},
    {TEXT_INIT("TW-Kai-Plus"), false},
    {TEXT_INIT("TW-Kai-Ext-B"), false},
    {SONG, false},
    {KAI, false},
    {HEI, false},
    {TEXT_INIT("DejaVu Serif"), false},
    {TEXT_INIT("DejaVu Sans"), false},
};

static bool is_usable(const struct font_face *face)
{
    return face->is_embeddable && face->outlines != OUTLINES_NONE;
}

/* The face of a file, opened once however many roles ask for it; FACES_MOST where it cannot be opened. */
static size_t face_of(struct fonts *fonts, const struct font_place *place, struct arena *arena)
{
    for (size_t i = 0; i < fonts->count; i++)
        if (text_equal(fonts->faces[i].file, place->file) && fonts->faces[i].index == place->index)
            return i;
    if (fonts->count == FACES_MOST)
        return FACES_MOST;
    if (!font_face_open(&fonts->faces[fonts->count], place->file, place->index, arena))
        return FACES_MOST;
    return fonts->count++;
}

static void chain_add(struct chain *chain, size_t face)
{
    for (size_t i = 0; i < chain->count; i++)
        if (chain->faces[i] == face)
            return;
    if (face < FACES_MOST && chain->count < CHAIN_LONGEST)
        chain->faces[chain->count++] = face;
}

/* The usable face of a built-in family; FACES_MOST where there is none. */
static size_t find_family(struct fonts *fonts, const struct font_finder *finder, const struct family *family,
                          struct arena *arena)
{
    struct font_place place;
    if (!font_finder_find(finder, family->name, family->bold, arena, &place))
        return FACES_MOST;
    size_t face = face_of(fonts, &place, arena);
    return face < FACES_MOST && is_usable(&fonts->faces[face]) ? face : FACES_MOST;
}

/* ---- the user's own ---- */

static bool ends_with(struct text text, const char *ending)
{
    size_t length = strlen(ending);
    return text.length > length && strncasecmp(text.bytes + text.length - length, ending, length) == 0;
}

static bool is_file_name(struct text wish)
{
    bool has_folder = wish.length > 0 && memchr(wish.bytes, '/', wish.length);
    return has_folder || ends_with(wish, ".ttf") || ends_with(wish, ".otf") || ends_with(wish, ".ttc");
}

static bool find_wished(const struct font_finder *finder, struct text wish, bool bold, struct text folder,
                        struct arena *arena, struct font_place *place)
{
    if (!is_file_name(wish))
        return font_finder_find(finder, wish, bold, arena, place);
    struct sink path = sink_in(arena);
    if (wish.bytes[0] != '/' && folder.length > 0) {
        sink_text(&path, folder);
        sink_byte(&path, '/');
    }
    sink_text(&path, wish);
    *place = (struct font_place){sink_written(&path), 0};
    return true;
}

static bool report_wish(struct faults *faults, struct place place, struct message what, struct message hint)
{
    faults_add(faults, SEVERITY_ERROR, place, what, hint);
    return false;
}

static bool add_wish(struct fonts *fonts, enum font_role role, const struct font_finder *finder,
                     const struct font_wishes *wishes, const struct own_font *own, struct arena *arena,
                     struct faults *faults)
{
    struct text wish = own->wish;
    if (wish.length == 0)
        return true;
    struct font_place place;
    size_t face = FACES_MOST;
    bool is_found = find_wished(finder, wish, role == FONT_TITLE || role == FONT_NAME, wishes->folder, arena, &place);
    if (is_found) {
        if (!font_file_may_be_opened(place.file, wish, own->place, arena, faults))
            return false;
        face = face_of(fonts, &place, arena);
    }
    if (face == FACES_MOST && is_found && font_file_is_there(place.file, arena))
        return report_wish(faults, own->place, MESSAGE("“{1}” is no font, or damaged", wish),
                           MESSAGE("name a TrueType or OpenType file: .ttf, .otf or .ttc"));
    if (face == FACES_MOST)
        return report_wish(faults, own->place, MESSAGE("there is no font “{1}”", wish),
                           MESSAGE("name a font file, or a family that fc-list shows; empty takes the built-in one"));
    if (!fonts->faces[face].is_embeddable)
        return report_wish(faults, own->place, MESSAGE("the licence bits of font “{1}” forbid embedding it", wish),
                           MESSAGE("choose another font: a PDF that only names its font prints wrongly elsewhere"));
    if (!is_usable(&fonts->faces[face]))
        return report_wish(faults, own->place, MESSAGE("font “{1}” has no TrueType or CFF outlines", wish), NO_HINT);
    if (wishes->is_chinese && !font_face_has_hanzi(&fonts->faces[face]))
        faults_add(faults, SEVERITY_WARNING, own->place,
                   MESSAGE("font “{1}” has no hanzi: these are set in the built-in font", wish),
                   MESSAGE("name a font for Chinese"));
    else
        fonts->is_own[role] = true;
    chain_add(&fonts->chains[role], face);
    return true;
}

static bool add_wishes(struct fonts *fonts, const struct font_finder *finder, const struct font_wishes *wishes,
                       struct arena *arena, struct faults *faults)
{
    bool title = add_wish(fonts, FONT_TITLE, finder, wishes, &wishes->title, arena, faults);
    bool body = add_wish(fonts, FONT_BODY, finder, wishes, &wishes->body, arena, faults);
    bool name = add_wish(fonts, FONT_NAME, finder, wishes, &wishes->name, arena, faults);
    bool heading = add_wish(fonts, FONT_NOTICE_TITLE, finder, wishes, &wishes->heading, arena, faults);
    bool notice = add_wish(fonts, FONT_NOTICE, finder, wishes, &wishes->notice, arena, faults);
    return title && body && name && heading && notice;
}

/* ---- all ---- */

enum { RARE_FAMILIES = sizeof rare_families / sizeof *rare_families };

/* Families are looked for once, however many chains have them: fontconfig takes a third of a millisecond for each. */
struct looked_for {
    struct {
        const struct family *family;
        size_t face;
    } items[FONT_ROLE_COUNT * FAMILIES_OF_A_ROLE + RARE_FAMILIES];
    size_t count;
};

static bool is_same(const struct family *a, const struct family *b)
{
    return a->bold == b->bold && text_equal(a->name, b->name);
}

static void add_family(struct fonts *fonts, struct chain *chain, const struct font_finder *finder,
                       const struct family *family, struct looked_for *looked_for, struct arena *arena)
{
    size_t at = 0;
    if (family->name.length == 0)
        return;
    while (at < looked_for->count && !is_same(looked_for->items[at].family, family))
        at++;
    if (at == looked_for->count) {
        looked_for->items[at].family = family;
        looked_for->items[at].face = find_family(fonts, finder, family, arena);
        looked_for->count++;
    }
    fonts->has_kai |= text_equal(family->name, kai_name) && looked_for->items[at].face < FACES_MOST;
    chain_add(chain, looked_for->items[at].face);
}

static void add_built_in(struct fonts *fonts, const struct font_finder *finder, struct arena *arena)
{
    struct looked_for looked_for = {.count = 0};
    for (size_t role = 0; role < FONT_ROLE_COUNT; role++) {
        struct chain *chain = &fonts->chains[role];
        for (size_t i = 0; i < FAMILIES_OF_A_ROLE; i++)
            add_family(fonts, chain, finder, &role_families[role][i], &looked_for, arena);
        for (size_t i = 0; i < RARE_FAMILIES; i++)
            add_family(fonts, chain, finder, &rare_families[i], &looked_for, arena);
    }
}

static bool find_in_chain(const struct fonts *fonts, const struct chain *chain, uint32_t character, struct glyph *glyph)
{
    struct remembered_glyph found;
    bool is_found = glyph_memo_find(&chain->memo, character, &found);
    for (size_t i = 0; !is_found && i < chain->count; i++) {
        const struct font_face *face = &fonts->faces[chain->faces[i]];
        is_found = font_face_find_form(face, character, &found.id);
        if (!is_found)
            continue;
        found.face = (uint32_t)chain->faces[i];
        found.advance = hb_font_get_glyph_h_advance(face->font, found.id);
        glyph_memo_add(&chain->memo, character, &found);
    }
    if (is_found)
        *glyph = (struct glyph){(uint16_t)found.face, found.id, found.advance / fonts->faces[found.face].units_per_em};
    return is_found;
}

/* A chain that cannot write Chinese is none, whatever else is installed. */
static bool chains_are_whole(const struct fonts *fonts)
{
    struct glyph glyph;
    for (size_t role = 0; role < FONT_ROLE_COUNT; role++)
        if (!fonts_find_glyph(fonts, (enum font_role)role, 0x4E00, &glyph) ||
            !fonts_find_glyph(fonts, (enum font_role)role, '0', &glyph))
            return false;
    return true;
}

struct fonts *fonts_open(const struct font_wishes *wishes, struct arena *arena, struct faults *faults)
{
    struct font_finder *finder = font_finder_new();
    if (!finder) {
        faults_add(faults, SEVERITY_FAILURE, (struct place){0}, MESSAGE("fontconfig cannot be started"), NO_HINT);
        return NULL;
    }
    struct fonts *fonts = ARENA_NEW(arena, struct fonts);
    fonts->stores = ARENA_ARRAY(arena, struct glyph_store, FACES_MOST);
    bool is_fine = add_wishes(fonts, finder, wishes, arena, faults);
    add_built_in(fonts, finder, arena);
    font_finder_free(finder);
    size_t room = (size_t)(arena->end - arena->next) / STORES_PART / FACES_MOST;
    for (size_t i = 0; i < fonts->count; i++)
        glyph_store_init(&fonts->stores[i], &fonts->faces[i], arena_cut(arena, room));
    for (size_t role = 0; role < FONT_ROLE_COUNT; role++)
        fonts->chains[role].memo = glyph_memo_in(arena);
    if (!chains_are_whole(fonts)) {
        faults_add(faults, SEVERITY_FAILURE, (struct place){0}, MESSAGE("no font for Chinese is installed"),
                   MESSAGE("apt-get install fonts-lxgw-wenkai fonts-noto-cjk fonts-hanazono"));
        is_fine = false;
    }
    if (is_fine)
        return fonts;
    fonts_close(fonts);
    return NULL;
}

void fonts_close(struct fonts *fonts)
{
    for (size_t i = 0; i < fonts->count; i++) {
        font_face_close(&fonts->faces[i]);
        glyph_store_release(&fonts->stores[i]);
    }
    fonts->count = 0;
}

bool fonts_find_glyph(const struct fonts *fonts, enum font_role role, uint32_t character, struct glyph *glyph)
{
    const struct chain *chain = &fonts->chains[role];
    return find_in_chain(fonts, chain, character, glyph) ||
           (!character_is_plain(character) && find_in_chain(fonts, chain, character_code_point(character), glyph));
}

bool fonts_have_kai(const struct fonts *fonts, enum font_role role)
{
    return fonts->has_kai || fonts->is_own[role];
}

double fonts_ink_middle(const struct fonts *fonts, uint16_t face, uint32_t glyph)
{
    hb_glyph_extents_t extents = {0};
    hb_font_get_glyph_extents(fonts->faces[face].font, glyph, &extents);
    return (extents.x_bearing + extents.width / 2.0) / fonts->faces[face].units_per_em;
}

enum blank_half fonts_blank_half(const struct fonts *fonts, uint16_t face, uint32_t code_point, bool is_vertical)
{
    const struct font_face *drawn_by = &fonts->faces[face];
    size_t number = punctuation_number(code_point);
    if (number == PUNCTUATION_MOST)
        return BLANK_HALF_NONE;
    uint32_t half_drawn = is_vertical ? drawn_by->half_drawn_down : drawn_by->half_drawn;
    return half_drawn >> number & 1 ? punctuation_blank_half(number) : BLANK_HALF_NONE;
}

size_t fonts_face_count(const struct fonts *fonts)
{
    return fonts->count;
}

const struct font_face *fonts_face(const struct fonts *fonts, size_t face)
{
    return &fonts->faces[face];
}

struct glyph_store *fonts_store(const struct fonts *fonts, size_t face)
{
    return &fonts->stores[face];
}
