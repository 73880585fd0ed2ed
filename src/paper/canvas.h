/* Pages to draw on, recorded first and written as one PDF at the end.
 *
 * Measures are points (1/72 inch; MM() converts); the origin is the upper left corner of the page, y grows downwards.
 * Text is placed by its baseline. Nothing is dated and nothing is random: the same drawing gives the same bytes. */
#ifndef BIWU_CANVAS_H
#define BIWU_CANVAS_H

#include "character_set.h"
#include "content.h"
#include "picture.h"
#include "tags.h"
#include "typeset.h"

#define MM(millimetres) ((millimetres)*72.0 / 25.4)

struct canvas_page {
    double width, height; /* once cut */
    double bleed;         /* paper beyond each edge that is cut off */
    double scale;         /* by which a page is enlarged in the end */
    struct content content;
    struct tag_items tags;
};

enum { TAGS_DEEPEST = 8 };

struct open_tag {
    enum tag tag;
    size_t columns;
    uint32_t item; /* on the current page; TAG_NO_PARENT: not yet there */
};

struct bookmark {
    struct text title;
    size_t page;
    double y;       /* of the place, from the lower edge */
    bool is_within; /* the last one before it that is not within another */
};

struct canvas {
    struct arena *arena;
    const struct fonts *fonts;
    struct canvas_page *pages; /* forms lie among `forms`, not here */
    size_t page_count, page_capacity;
    struct canvas_page *forms;
    size_t form_count, form_capacity;
    struct picture *pictures; /* each once, however often it is drawn */
    size_t picture_count, picture_capacity;
    struct bookmark *bookmarks;
    size_t bookmark_count, bookmark_capacity;
    bool is_on_form; /* drawing goes to the last form, else to the page `current` */
    size_t said_on_forms;
    size_t current;
    double bleed;                 /* of pages and forms to come */
    double scale;                 /* of pages to come */
    struct character_set *used;   /* by face */
    struct character_set *common; /* of them, what other documents have, too; NULL: nothing */
    bool is_common;               /* what is being drawn */
    struct open_tag open[TAGS_DEEPEST];
    size_t open_count;
    struct tag_items spare_tags; /* empty, with the room that the last page took */
};

/* No pages yet. Everything recorded lives in `arena`. */
struct canvas canvas_with(const struct fonts *fonts, struct arena *arena);

/* For print shops: pages and forms added from now on lie on paper larger by `bleed` on each side, and colours that reach
 * an edge must be drawn as far beyond it, or a white line shows where the knife went a little aside. The origin stays the
 * corner of the finished page. 3 mm are usual; 0 at first. */
void canvas_set_bleed(struct canvas *canvas, double bleed);
/* Pages added from now on are enlarged by this factor, their paper and all that is drawn on them; but not their bleed. */
void canvas_set_scale(struct canvas *canvas, double scale);
/* A new page, on which drawing goes on. */
void canvas_add_page(struct canvas *canvas, double width, double height);
/* Drawing goes on on an earlier page, counted from 0. */
void canvas_turn_to(struct canvas *canvas, size_t page);

/* The page or form that is drawn on now. */
struct canvas_page *canvas_surface(struct canvas *canvas);

/* A drawing that several pages share (one Form XObject): what is drawn until canvas_end_form(). Gives its number. */
size_t canvas_begin_form(struct canvas *canvas, double width, double height);
void canvas_end_form(struct canvas *canvas);
void canvas_draw_form(struct canvas *canvas, size_t form);
/* The same for text that several pages share: on each of them it is an element of its own. */
size_t canvas_begin_text_form(struct canvas *canvas, double width, double height);
void canvas_draw_text_form(struct canvas *canvas, size_t form, enum tag tag);

/* Text drawn in between is a title, a paragraph, a cell, within what is open already; it may go on on other pages. A line
 * drawn where nothing is open is a paragraph of its own. Lines and areas are never part of the text, nor are forms. */
void canvas_begin_tag(struct canvas *canvas, enum tag tag);
/* A cell or head over several columns. */
void canvas_begin_wide_tag(struct canvas *canvas, enum tag tag, size_t columns);
void canvas_end_tag(struct canvas *canvas);

/* Text drawn in between is the same in many documents: what their fonts have in common is made once. */
void canvas_begin_common(struct canvas *canvas);
void canvas_end_common(struct canvas *canvas);

/* What is drawn in between reads as `text`: a name in two pieces is still one name. */
void canvas_begin_said(struct canvas *canvas, struct text text);
void canvas_end_said(struct canvas *canvas);

/* Draws a line from x on, or around the middle x, or up to x. */
void canvas_line(struct canvas *canvas, const struct line *line, double x, double y);
void canvas_line_centred(struct canvas *canvas, const struct line *line, double x, double y);
void canvas_line_right(struct canvas *canvas, const struct line *line, double x, double y);
/* Around the point, turned by `degrees` against the clock. */
void canvas_line_turned(struct canvas *canvas, const struct line *line, double x, double y, double degrees);

void canvas_rule(struct canvas *canvas, double x1, double y1, double x2, double y2, double thickness, uint32_t colour);
void canvas_box(struct canvas *canvas, double x, double y, double width, double height, double thickness,
                uint32_t colour);
void canvas_fill_box(struct canvas *canvas, double x, double y, double width, double height, uint32_t colour);

/* Fills the cells of a square grid of so many columns and rows whose bits are set: rows from the top, each of whole bytes,
 * the highest bit at the left. */
void canvas_fill_grid(struct canvas *canvas, const unsigned char *bits, size_t columns, double x, double y, double size,
                      uint32_t colour);

/* Gives a picture its number, if it has none yet: they are numbered in the order in which they come. */
size_t canvas_number_picture(struct canvas *canvas, const struct picture *picture);
/* A picture in this area, whose sides it takes; it is told to nobody who does not see. What it borrows must outlive the canvas. */
void canvas_picture(struct canvas *canvas, const struct picture *picture, double x, double y, double width,
                    double height);

/* A path: how it will be drawn, its points, then its end. Nothing else may be drawn in between. */
void canvas_begin_stroke(struct canvas *canvas, double thickness, uint32_t colour);
void canvas_begin_fill(struct canvas *canvas, uint32_t colour);
void canvas_move(struct canvas *canvas, double x, double y);
void canvas_line_to(struct canvas *canvas, double x, double y);
void canvas_curve_to(struct canvas *canvas, double x1, double y1, double x2, double y2, double x, double y);
void canvas_end_fill(struct canvas *canvas);
void canvas_end_stroke(struct canvas *canvas, bool is_closed);
/* Paths of a form many times, each a step from the last: the same numbers again and again take next to no room in the file.
 * They come between canvas_begin_copies() and each canvas_end_copy(), always at the first one's place. */
struct canvas_copies {
    uint32_t fill, stroke; /* as before the first */
    double line_width;
};
struct canvas_copies canvas_begin_copies(struct canvas *canvas);
void canvas_end_copy(struct canvas *canvas, double x, double y);
void canvas_end_copies(struct canvas *canvas, const struct canvas_copies *copies);

/* For the canvas's own parts: a piece of text, or of what is none, in the page's content; another page comes. */
void canvas_begin_piece(struct canvas *canvas);
void canvas_begin_artifact(struct canvas *canvas);
void canvas_end_piece(struct canvas *canvas);
/* The items of the page that is left move to where they take no more room than they need. */
void canvas_tags_pack(struct canvas *canvas, struct tag_items *tags);
void canvas_tags_leave_page(struct canvas *canvas);

/* An entry of the document's outline that leads to `y` on the current page. */
void canvas_add_bookmark(struct canvas *canvas, struct text title, double y);
/* The same, within the last one of those above: a person within a sector. */
void canvas_add_bookmark_within(struct canvas *canvas, struct text title, double y);
/* One that leads to the top of any page, joined ones too. */
void canvas_add_bookmark_of_page(struct canvas *canvas, struct text title, size_t page);

/* Appends the pages of another canvas with the same forms and pictures, numbered alike, and without bookmarks. Theirs stays
 * where it is and must outlive the canvas. */
void canvas_join(struct canvas *canvas, const struct canvas *more);

/* What readers show of the document as a whole. */
struct document_title {
    struct text title;
    struct text language;        /* "zh-CN", "en" */
    struct text author, subject; /* empty: none */
};

/* The PDF's bytes, in `arena`. False and a fault where a font cannot be embedded or a library fails; needs at least one
 * page. */
bool canvas_write(const struct canvas *canvas, const struct document_title *title, struct arena *arena,
                  struct arena scratch, struct text *pdf_bytes, struct faults *faults);

#endif
