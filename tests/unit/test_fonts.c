#include "fonts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "font_face.h"
#include "font_finder.h"
#include "font_packages.h"
#include "import_files.h"
#include "unit.h"

static struct faults faults;

static struct fonts *open_with(const struct font_wishes *wishes)
{
    faults = faults_in(unit_arena());
    return fonts_open(wishes, unit_arena(), &faults);
}

static struct fonts *open_built_in(void)
{
    struct fonts *fonts = open_with(&(struct font_wishes){0});
    CU_ASSERT_PTR_NOT_NULL_FATAL(fonts);
    return fonts;
}

static struct text face_name(const struct fonts *fonts, enum font_role role, uint32_t code_point)
{
    struct glyph glyph;
    CU_ASSERT_FATAL(fonts_find_glyph(fonts, role, code_point, &glyph));
    return fonts_face(fonts, glyph.face)->ps_name;
}

UNIT_TEST(every_role_writes_rare_names)
{
    static const uint32_t letters[] = {0x4DAE, 0x20BB7, 0x2CB4E, 0xB7, 0x5176, '0', 'A', 0x3007};
    struct fonts *fonts = open_built_in();
    for (int role = 0; role < FONT_ROLE_COUNT; role++)
        for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
            struct glyph glyph;
            CU_ASSERT(fonts_find_glyph(fonts, (enum font_role)role, letters[i], &glyph));
            CU_ASSERT(glyph.id != 0 && glyph.advance > 0);
        }
    fonts_close(fonts);
}

UNIT_TEST(a_collection_gives_the_chinese_font_in_it)
{
    struct fonts *fonts = open_built_in();
    CHECK_TEXT(face_name(fonts, FONT_SONG, 0x4E00), "NotoSerifCJKsc-Regular");
    CHECK_TEXT(face_name(fonts, FONT_SONG_BOLD, 0x4E00), "NotoSerifCJKsc-Bold");
    CHECK_TEXT(face_name(fonts, FONT_HEI, 0x4E00), "NotoSansCJKsc-Regular");
    CHECK_TEXT(face_name(fonts, FONT_BODY, 0x4E00), "LXGWWenKai-Regular");
    CHECK_TEXT(face_name(fonts, FONT_NAME, 0x4E00), "LXGWWenKai-Bold");
    fonts_close(fonts);
}

UNIT_TEST(rare_characters_fall_through_the_chain)
{
    struct fonts *fonts = open_built_in();
    CHECK_TEXT(face_name(fonts, FONT_SONG, 0x20BB8), "HanaMinB");
    CHECK_TEXT(face_name(fonts, FONT_BODY, 0x48AE), "NotoSerifCJKsc-Regular");
    struct glyph glyph;
    CU_ASSERT_FALSE(fonts_find_glyph(fonts, FONT_SONG, 0x31350, &glyph));
    fonts_close(fonts);
}

UNIT_TEST(a_wished_family_goes_first)
{
    struct fonts *fonts = open_with(&(struct font_wishes){.body.wish = TEXT("HanaMinA")});
    CU_ASSERT_PTR_NOT_NULL_FATAL(fonts);
    CHECK_TEXT(face_name(fonts, FONT_BODY, 0x4E00), "HanaMinA");
    CHECK_TEXT(face_name(fonts, FONT_TITLE, 0x4E00), "NotoSerifCJKsc-Bold");
    fonts_close(fonts);
}

static struct font_place hanazono(void)
{
    struct font_place place;
    struct font_finder *finder = font_finder_new();
    CU_ASSERT_PTR_NOT_NULL_FATAL(finder);
    CU_ASSERT_FATAL(font_finder_find(finder, TEXT("HanaMinB"), false, unit_arena(), &place));
    font_finder_free(finder);
    return place;
}

UNIT_TEST(a_wished_file_goes_first)
{
    struct fonts *fonts = open_with(&(struct font_wishes){.title.wish = hanazono().file});
    CU_ASSERT_PTR_NOT_NULL_FATAL(fonts);
    CHECK_TEXT(face_name(fonts, FONT_TITLE, 0x20BB8), "HanaMinB");
    fonts_close(fonts);
}

UNIT_TEST(a_missing_wish_is_an_error)
{
    CU_ASSERT_PTR_NULL(open_with(&(struct font_wishes){.name.wish = TEXT("No Such Family")}));
    CU_ASSERT_EQUAL(faults.by_severity[SEVERITY_ERROR], 1);
    CU_ASSERT_PTR_NULL(open_with(&(struct font_wishes){.name.wish = TEXT("missing.ttf"), .folder = TEXT("/nowhere")}));
    CU_ASSERT_EQUAL(faults.by_severity[SEVERITY_ERROR], 1);
}

static char *read_all(struct text file, size_t *length)
{
    FILE *stream = fopen(text_to_c(unit_arena(), file), "rb");
    CU_ASSERT_PTR_NOT_NULL_FATAL(stream);
    fseek(stream, 0, SEEK_END);
    *length = (size_t)ftell(stream);
    rewind(stream);
    char *bytes = arena_take(unit_arena(), 1, *length);
    CU_ASSERT_EQUAL_FATAL(fread(bytes, 1, *length, stream), *length);
    fclose(stream);
    return bytes;
}

/* Sets fsType, at byte 8 of table OS/2, to 2: restricted. */
static void restrict_licence(char *font)
{
    for (const char *entry = font + 12;; entry += 16)
        if (memcmp(entry, "OS/2", 4) == 0) {
            size_t offset = 0;
            for (int i = 8; i < 12; i++)
                offset = offset << 8 | (unsigned char)entry[i];
            font[offset + 9] = 2;
            return;
        }
}

UNIT_TEST(a_font_that_forbids_embedding_is_refused)
{
    size_t length;
    char *font = read_all(hanazono().file, &length), name[] = "/tmp/biwu-font-XXXXXX";
    restrict_licence(font);
    int file = mkstemp(name);
    CU_ASSERT_FATAL(file >= 0 && write(file, font, length) == (ssize_t)length);
    close(file);
    CU_ASSERT_PTR_NULL(open_with(&(struct font_wishes){.body.wish = text_from_c(name)}));
    CU_ASSERT_STRING_EQUAL(faults.items[0].what.format, "the licence bits of font “{1}” forbid embedding it");
    unlink(name);
}

UNIT_TEST(short_wishes_and_capital_endings)
{
    size_t length;
    const char *font = read_all(hanazono().file, &length);
    CU_ASSERT_PTR_NULL(open_with(&(struct font_wishes){.name.wish = TEXT("x")}));
    char name[] = "/tmp/biwu-font-XXXXXX.TTF";
    int file = mkstemps(name, 4);
    CU_ASSERT_FATAL(file >= 0 && write(file, font, length) == (ssize_t)length);
    close(file);
    struct fonts *fonts =
        open_with(&(struct font_wishes){.body.wish = text_from_c(name + strlen("/tmp/")), .folder = TEXT("/tmp")});
    unlink(name);
    CU_ASSERT_PTR_NOT_NULL_FATAL(fonts);
    CHECK_TEXT(face_name(fonts, FONT_BODY, 0x20BB8), "HanaMinB");
    fonts_close(fonts);
}

/* With one Chinese font alone, and nothing else, every role is written by it. */
static void check_alone(struct text family)
{
    char link[512], conf[512];
    const char *folder = test_folder();
    struct font_place place;
    struct font_finder *finder = font_finder_new();
    CU_ASSERT_FATAL(finder && font_finder_find(finder, family, false, unit_arena(), &place));
    font_finder_free(finder);
    const char *file = text_to_c(unit_arena(), place.file);
    snprintf(link, sizeof link, "%s%s", folder, strrchr(file, '/'));
    snprintf(conf, sizeof conf, "%s/fonts.conf", folder);
    CU_ASSERT_EQUAL_FATAL(symlink(file, link), 0);
    FILE *stream = fopen(conf, "w");
    CU_ASSERT_PTR_NOT_NULL_FATAL(stream);
    fprintf(stream, "<?xml version=\"1.0\"?><fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>", folder,
            folder);
    fclose(stream);
    setenv("FONTCONFIG_FILE", conf, 1);
    struct fonts *fonts = open_built_in();
    unsetenv("FONTCONFIG_FILE");
    for (int role = 0; role < FONT_ROLE_COUNT; role++) {
        struct glyph glyph;
        CU_ASSERT(fonts_find_glyph(fonts, (enum font_role)role, 0x4E00, &glyph));
        CU_ASSERT(fonts_find_glyph(fonts, (enum font_role)role, '0', &glyph));
    }
    fonts_close(fonts);
    test_folder_remove(folder);
}

UNIT_TEST(one_chinese_font_is_enough)
{
    check_alone(TEXT("LXGW WenKai"));
    check_alone(TEXT("Noto Sans CJK SC"));
}

/* Of each range whose package is installed here, a letter. */
UNIT_TEST(what_packages_have_is_found)
{
    static const uint32_t letters[] = {0x41,   0x14D,  0x259,  0x416,   0x561,   0x10D0, 0x1100, 0x1EA5,
                                       0x1F00, 0x221B, 0x2460, 0x2713,  0x2E81,  0x3105, 0x3400, 0x9FFF,
                                       0xAC00, 0xF900, 0xFF21, 0x20000, 0x2CEB0, 0x2F800};
    struct fonts *fonts = open_built_in();
    for (int role = 0; role < FONT_ROLE_COUNT; role++)
        for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
            struct glyph glyph;
            CU_ASSERT(font_package_for(letters[i]).length > 0);
            CU_ASSERT(fonts_find_glyph(fonts, (enum font_role)role, letters[i], &glyph));
        }
    fonts_close(fonts);
}

UNIT_TEST(packages_for_what_is_missing)
{
    CHECK_TEXT(font_package_for(0x4DAE), "fonts-hanazono");
    CHECK_TEXT(font_package_for(0x20BB7), "fonts-hanazono");
    CHECK_TEXT(font_package_for(0x31350), "");
    CHECK_TEXT(font_package_for(0x4E00), "fonts-lxgw-wenkai");
    CHECK_TEXT(font_package_for(0x1F600), "");
}
