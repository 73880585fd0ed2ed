/* A template of certificates: read, and where it has no fault previewed, with a dot in place of each of its images. */
#include "fuzz.h"

#include <assert.h>
#include <stdlib.h>

#include "certificate.h"
#include "encoding.h"

static struct fonts *fonts;

static void close_fonts(void)
{
    fonts_close(fonts);
}

/* Opened once. */
static const struct fonts *all_fonts(void)
{
    struct faults faults = faults_in(fuzz_lasting_arena());
    if (fonts)
        return fonts;
    fonts = fonts_open(&(struct font_wishes){0}, fuzz_lasting_arena(), &faults);
    assert(fonts);
    atexit(close_fonts);
    return fonts;
}

static void put_dots(struct template *template)
{
    static const unsigned char dot[] = {0x78, 0x9C, 0x63, 0x00, 0x00, 0x00, 0x01, 0x00, 0x01};
    static const struct picture picture = {1, 1, true, false, {(const char *)dot, sizeof dot}};
    for (size_t i = 0; i < template->box_count; i++)
        if (template->boxes[i].shows == SHOWS_IMAGE)
            template->boxes[i].picture = &picture;
}

/* What does not fit is told; what is not told is a PDF. */
static void preview(const struct template *template, struct arena *arena)
{
    struct faults faults = faults_in(arena);
    const struct edition edition = {0};
    struct text pdf = TEXT("");
    struct press press = {
        .edition = &edition, .fonts = all_fonts(), .arena = arena, .scratch = fuzz_scratch(), .faults = &faults};
    bool is_written = certificate_preview_write(&press, template, &pdf);
    assert(is_written == (faults_grave(&faults) == 0));
    assert(!is_written || text_starts_with(pdf, TEXT("%PDF-1.4")));
    assert(faults.by_severity[SEVERITY_FAILURE] == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena *arena = fuzz_arena();
    struct faults faults = faults_in(arena);
    struct text raw = {(const char *)bytes, size}, text, file = TEXT("t.txt");
    struct template template;
    bool is_sound = encoding_as_utf8(raw, ENCODING_UNTOLD, file, arena, &faults, &text) &&
                    template_read(text, file, arena, &template, &faults);
    assert(is_sound == (faults_grave(&faults) == 0));
    fuzz_check_faults(&faults);
    if (!is_sound)
        return 0;
    put_dots(&template);
    preview(&template, arena);
    return 0;
}
