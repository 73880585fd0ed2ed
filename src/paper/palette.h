/* The colours and styles of the documents: one accent a page, three sizes. Sizes are points. */
#ifndef BIWU_PALETTE_H
#define BIWU_PALETTE_H

#include "typeset.h"

#define INK          0x1C1A18u /* warm black */
#define QUIET        0x6B6560u /* footers, captions */
#define DEEP_RED     0x8E1B1Fu /* the accent */
#define HAIRLINE     0xCFC8BFu
#define WATERMARK    0xF1EDE8u /* light enough to read over */
#define MEDAL_GOLD   0xB8912Fu
#define MEDAL_SILVER 0x8C9096u
#define MEDAL_BRONZE 0x9A6A3Fu

enum { SIZE_TITLE = 20, SIZE_HEADING = 14, SIZE_TEXT = 10 };

static const struct style style_title = {FONT_TITLE, SIZE_TITLE, 0.6, INK};
static const struct style style_heading = {FONT_HEI, SIZE_HEADING, 0.5, DEEP_RED};
static const struct style style_text = {FONT_SONG, SIZE_TEXT, 0, INK};
static const struct style style_strong = {FONT_SONG_BOLD, SIZE_TEXT, 0, INK};
static const struct style style_label = {FONT_HEI, SIZE_TEXT, 0, INK};
static const struct style style_quiet = {FONT_SONG, SIZE_TEXT, 0, QUIET};

/* From the top of a line to its baseline, in ems. */
static const double ASCENT = 0.88;
/* Between the baselines of running text. */
static const double LEADING_TEXT = 16;

#endif
