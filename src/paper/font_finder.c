#include "font_finder.h"

#include <fontconfig/fontconfig.h>
#include <stdlib.h>

struct font_finder {
    FcConfig *config;
};

struct font_finder *font_finder_new(void)
{
    FcConfig *config = FcInitLoadConfigAndFonts();
    if (!config)
        return NULL;
    struct font_finder *finder = malloc(sizeof *finder);
    if (!finder)
        FcConfigDestroy(config);
    else
        finder->config = config;
    return finder;
}

void font_finder_free(struct font_finder *finder)
{
    if (!finder)
        return;
    FcConfigDestroy(finder->config);
    free(finder);
}

static FcPattern *pattern_of(const char *family, bool bold)
{
    FcPattern *pattern = FcPatternCreate();
    FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)family);
    FcPatternAddInteger(pattern, FC_WEIGHT, bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    FcPatternAddInteger(pattern, FC_SLANT, FC_SLANT_ROMAN);
    return pattern;
}

/* fontconfig always answers with something: only a font that bears the asked name is an answer. */
static bool bears_name(const FcPattern *font, const char *family)
{
    FcChar8 *name;
    for (int i = 0; FcPatternGetString(font, FC_FAMILY, i, &name) == FcResultMatch; i++)
        if (FcStrCmpIgnoreCase(name, (const FcChar8 *)family) == 0)
            return true;
    return false;
}

static bool place_of(const FcPattern *font, struct arena *arena, struct font_place *place)
{
    FcChar8 *file;
    int index = 0;
    if (FcPatternGetString(font, FC_FILE, 0, &file) != FcResultMatch)
        return false;
    FcPatternGetInteger(font, FC_INDEX, 0, &index);
    place->file = text_copy(arena, text_from_c((const char *)file));
    place->index = (unsigned)index & 0xFFFF; /* above it: the instance of a variable font */
    return true;
}

bool font_finder_find(const struct font_finder *finder, struct text family, bool bold, struct arena *arena,
                      struct font_place *place)
{
    const char *name = text_to_c(arena, family);
    FcPattern *pattern = pattern_of(name, bold);
    FcConfigSubstitute(finder->config, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    FcResult result;
    FcPattern *font = FcFontMatch(finder->config, pattern, &result);
    bool found = font && bears_name(font, name) && place_of(font, arena, place);
    if (font)
        FcPatternDestroy(font);
    FcPatternDestroy(pattern);
    return found;
}
