/* How a certificate looks: a page, what lies under it, and boxes that hold texts.
 *
 * All measures are points (1/72 inch) from the upper left corner of the page; the file gives millimetres. */
#ifndef BIWU_TEMPLATE_H
#define BIWU_TEMPLATE_H

#include "fault.h"
#include "placeholders.h"

enum template_align { ALIGN_AT_LEFT, ALIGN_CENTRED, ALIGN_AT_RIGHT, ALIGN_JUSTIFIED };
enum template_upright { UPRIGHT_TOP, UPRIGHT_MIDDLE, UPRIGHT_BOTTOM };
enum template_direction { DIRECTION_HORIZONTAL, DIRECTION_VERTICAL };
enum template_orientation { ORIENTATION_LANDSCAPE, ORIENTATION_PORTRAIT };

/* What a box shows. */
enum template_shows {
    SHOWS_TEXT,
    SHOWS_HOSTS, /* who holds the contest and the date: by whom it is stamped */
    SHOWS_IMAGE,
    SHOWS_ORNAMENT, /* two fine lines and a lozenge between them */
    SHOWS_CODE,     /* the QR code that says whose certificate it is */
};

#define TEMPLATE_WHITE      0xFFFFFFu /* the paper without a background */
#define TEMPLATE_WARM_WHITE 0xFDFBF5u /* and with any of them */

/* Drawings that lie under every page. */
enum template_background { BACKGROUND_NONE, BACKGROUND_FRET, BACKGROUND_HONOUR, BACKGROUND_MODERN };

struct picture;

struct template_text {
    struct text text;
    struct place place;
};

/* Part of a paragraph: letters as they stand, or the value of a placeholder. */
struct template_part {
    struct text text;
    size_t placeholder; /* enum placeholder; PLACEHOLDER_COUNT: the text */
    size_t bracket;     /* which [brackets] of the paragraph, from 1: they go where a value in them is empty; 0: none */
    bool is_strong;     /* between **stars** */
};

struct template_paragraph {
    struct template_part *parts;
    size_t count, capacity;
    struct place place;
};

struct template_box {
    struct text name;
    int shows; /* enum template_shows */
    double left, top, width, height;
    struct template_paragraph *paragraphs;
    size_t paragraph_count, paragraph_capacity;
    int font, strong_font;              /* enum font_role */
    double size, smallest, strong_size; /* of the em */
    double tracking, strong_tracking;   /* points behind each letter */
    double indent;                      /* ems before the first line of a paragraph */
    double leading;                     /* ems between baselines */
    double colour, strong_colour;       /* 0xRRGGBB */
    int direction;                      /* enum template_direction */
    struct template_text image;         /* its file */
    const struct picture *picture;      /* what is in it, once it is read */
    double seal;                        /* across, of a stamp over the hosts */
    double lines;                       /* at most so many of a paragraph; 0: as many as the height holds */
    int align, upright;                 /* enum template_align, enum template_upright */
    size_t when;        /* the box is there only where this placeholder has a value; PLACEHOLDER_COUNT: always */
    size_t unless;      /* only where it has none */
    struct place place; /* of its [heading] */
};

struct template
{
    struct template_text heading; /* what kind of certificate: {heading}, and the document's title */
    double paper[2];              /* the shorter and the longer side, as written */
    int orientation;
    double width, height; /* both as turned by the orientation, and as printed_on has them, before it is enlarged */
    /* Of all boxes: what a printer prints too far to the left and too high, and half of what a paper has more. */
    double offset[2];
    int background;
    double bleed;         /* paper beyond each edge, that is cut off */
    double printed_on[2]; /* paper to which everything is enlarged; zero: the page's own size */
    double scale;         /* by which it is, 1 where it is not */
    struct template_box *boxes;
    size_t box_count, box_capacity;
};

/* Reads the UTF-8 text of a template file; `name` is what faults call it. What it keeps lives in `arena`; it borrows the
 * bytes. All faults of the file are reported; false where there was one. */
bool template_read(struct text bytes, struct text name, struct arena *arena, struct template *template,
                   struct faults *faults);

/* Whether one of its boxes is a QR code. */
bool template_shows_code(const struct template *template);
/* Whether a box of text or hosts, or stress in one, is set in this font. */
bool template_is_set_in(const struct template *template, int font);
/* Whether it says something of the result as a whole: by a QR code, {hash} or {key}. */
bool template_vouches(const struct template *template);

#endif
