/* A typesetter of the fonts that are installed, in Song of 10 points: for tests of lines and tables. */
#ifndef BIWU_TYPESETTING_H
#define BIWU_TYPESETTING_H

#include "typeset.h"
#include "unit.h"

static struct faults faults;
static struct fonts *fonts;
static struct typesetter typesetter;
static const struct style style = {.role = FONT_SONG, .size = 10};

static inline void begin(void)
{
    faults = faults_in(unit_arena());
    fonts = fonts_open(&(struct font_wishes){0}, unit_arena(), &faults);
    CU_ASSERT_PTR_NOT_NULL_FATAL(fonts);
    typesetter = (struct typesetter){.fonts = fonts, .arena = unit_arena(), .faults = &faults};
}

static inline double width_of(const char *text)
{
    return typeset_line(&typesetter, &style, text_from_c(text)).width;
}

#endif
