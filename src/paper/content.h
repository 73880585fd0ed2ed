/* The content of a page or form as PDF operators. Text is kept as characters until every glyph of the document is
 * known; content_encode() then puts the fonts' codes in. Measures are points; the origin is the lower left corner. */
#ifndef BIWU_CONTENT_H
#define BIWU_CONTENT_H

#include "text.h"

/* A string of one font, to stand at byte `at` of the operators. */
struct glyph_run {
    uint32_t at, count; /* moves among them */
    uint16_t face;
    bool is_said; /* within a stretch whose text is told as a whole */
};

/* Operators with the runs in them, and the runs' characters, one run's after the other's. */
struct content_part {
    struct text operators;
    const struct glyph_run *runs; /* in the order of their places */
    const uint32_t *characters;
    size_t run_count;
    struct content_part *next;
};

struct content {
    struct content_part *first, *last; /* packed: what was drawn before */
    struct sink operators;             /* what is drawn now */
    struct glyph_run *runs;
    size_t run_count, run_capacity;
    uint32_t *characters;
    size_t character_count, character_capacity;
    uint32_t fill, stroke; /* colours now in force, 0xRRGGBB */
    double line_width;
    size_t face; /* FACE_NONE: none yet */
    double font_size, spacing;
    bool is_said; /* between content_begin_said() and its end */
};

#define FACE_NONE SIZE_MAX

struct content content_in(struct arena *arena);

/* A number with at most three digits behind the point, and a blank. The locale has no say. */
void content_number(struct sink *sink, double number);
/* Numbers, then the operator: content_operator(content, (double[]){x, y}, 2, "m"). */
void content_operator(struct content *content, const double *numbers, size_t count, const char *name);
void content_set_fill(struct content *content, uint32_t colour);
void content_set_stroke(struct content *content, uint32_t colour, double width);
/* The font of the text to come, and what is added after each letter; written where they change. */
void content_set_font(struct content *content, size_t face, double size, double spacing);
/* Stands among a run's characters: what comes next is moved by so many ems, at most 16. */
uint32_t content_move(double ems);
/* Room for the characters of a run and the moves between them, which the caller fills in at once. */
uint32_t *content_add_run(struct content *content, struct arena *arena, uint16_t face, size_t count);

/* For documents of many pages: what is drawn takes no more room in `arena` than it needs, and the buffers that it was
 * drawn into go on to `next`, where nothing may be drawn yet since it was packed itself. */
void content_pack(struct content *content, struct content *next, struct arena *arena);

/* A piece of the page's content that its structure refers to by number. Pieces do not nest: readers lose the outer one. */
#define PIECE_NONE SIZE_MAX
void content_begin_piece(struct content *content, const char *tag, size_t piece);
void content_end_piece(struct content *content);
/* What is shown in between reads as this text, however its letters are placed; such a stretch is a piece of its own, or
 * PIECE_NONE. Not within one another. */
void content_begin_said(struct content *content, struct text text, size_t piece);
void content_end_said(struct content *content);

struct glyph_font;
/* The finished operators; fonts is indexed by face. Lives in `arena`. */
struct text content_encode(const struct content *content, const struct glyph_font *fonts, struct arena *arena);
/* More bytes than that takes of its arena. */
size_t content_encode_room(const struct content *content);

#endif
