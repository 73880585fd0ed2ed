/* Lines of letters on a canvas, and what readers are told they say. */
#include "canvas.h"
#include "line_break.h"

#include <math.h>

/* Letters set wider apart than this, in ems, look like single words to a reader: it is told the text as one. */
static const double TRACKING_READ_AS_BLANK = 0.08;
static const double HALF_TURN = 180;
static const double PI = 3.14159265358979323846;

static bool is_drawn_alike(const struct style *one, const struct style *other)
{
    return one == other || (fabs(one->size - other->size) <= 0 && fabs(one->tracking - other->tracking) <= 0 &&
                            one->colour == other->colour);
}

/* Letters of one font, size and colour that follow each other without a gap. */
static size_t run_length(const struct letter *letters, size_t count)
{
    size_t length = 1;
    while (!letters[0].is_mark && length < count && letters[length].face == letters[0].face &&
           is_drawn_alike(letters[length].style, letters[0].style) && !letters[length].is_mark)
        length++;
    return length;
}

/* Between two letters, beyond their own widths; what stands behind the run has its own place. */
static double gap_behind(const struct letter *letters, size_t count, size_t at)
{
    return at + 1 < count ? letters[at].move + (letters[at].padding + letters[at + 1].padding) / 2 : 0;
}

static bool is_moved(const struct letter *letters, size_t count, size_t at)
{
    return fabs(gap_behind(letters, count, at)) > 0;
}

static size_t count_moves(const struct letter *letters, size_t count)
{
    size_t moves = 0;
    for (size_t i = 0; i < count; i++)
        moves += is_moved(letters, count, i);
    return moves;
}

static void place_run(struct canvas *canvas, struct content *content, const struct letter *letters, size_t count,
                      double stretch, const double matrix[6])
{
    const struct style *style = letters[0].style;
    content_set_fill(content, style->colour);
    sink_c(&content->operators, "BT ");
    content_set_font(content, letters[0].face, style->size, style->tracking + stretch);
    if (fabs(matrix[1]) > 0)
        content_operator(content, matrix, 6, "Tm");
    else
        content_operator(content, matrix + 4, 2, "Td");
    uint32_t *written = content_add_run(content, canvas->arena, letters[0].face, count + count_moves(letters, count));
    for (size_t i = 0; i < count; i++) {
        *written++ = letters[i].character;
        if (is_moved(letters, count, i))
            *written++ = content_move(gap_behind(letters, count, i) / style->size);
    }
    for (size_t i = 0; i < count; i++)
        character_set_add(&canvas->used[letters[i].face], letters[i].character, canvas->arena);
    for (size_t i = 0; i < count && canvas->is_common; i++)
        character_set_add(&canvas->common[letters[i].face], letters[i].character, canvas->arena);
    sink_c(&content->operators, " ET\n");
}

static double run_width(const struct letter *letters, size_t count, double stretch)
{
    double width = 0;
    for (size_t i = 0; i < count; i++)
        width += (letters[i].is_mark ? 0 : letters[i].advance + stretch) + letters[i].move;
    return width;
}

/* A mark's ink goes over or under the middle of the ink of its base; the fonts' own anchors would need shaping. */
static double mark_shift(const struct canvas *canvas, const struct line *line, size_t at)
{
    const struct letter *mark = &line->letters[at];
    size_t base_at = at;
    while (base_at > 0 && line->letters[base_at].is_mark)
        base_at--;
    const struct letter *base = &line->letters[base_at];
    if (base->is_mark)
        return 0;
    return fonts_ink_middle(canvas->fonts, base->face, base->glyph) * base->style->size - base->advance -
           fonts_ink_middle(canvas->fonts, mark->face, mark->glyph) * mark->style->size;
}

static void draw_runs(struct canvas *canvas, const struct line *line, size_t from, size_t to, double matrix[6],
                      const double origin[2], double *along)
{
    for (size_t i = from, count; i < to; i += count) {
        count = run_length(line->letters + i, to - i);
        bool is_missing = line->letters[i].glyph == 0;
        double at = *along + line->letters[i].padding / 2;
        at += line->letters[i].is_mark ? mark_shift(canvas, line, i) : 0;
        matrix[4] = origin[0] + at * matrix[0];
        matrix[5] = origin[1] + at * matrix[1];
        if (!is_missing)
            place_run(canvas, &canvas_surface(canvas)->content, line->letters + i, count, line->stretch, matrix);
        *along += run_width(line->letters + i, count, line->stretch);
    }
}

/* ---- what readers are told ---- */

static bool is_spaced(const struct line *line)
{
    return line->count > 1 &&
           line->letters[0].style->tracking + line->stretch >= TRACKING_READ_AS_BLANK * line->letters[0].style->size;
}

static bool is_blank(uint32_t code_point)
{
    return code_point == ' ' || code_point == 0x3000;
}

/* Readers make one ASCII blank of a full-width one and of several: names padded with them would not come
 * back. Letters moved apart look like words to them, and others moved together like lines. */
static bool is_set_apart(const struct line *line)
{
    for (size_t i = 0; i < line->count; i++) {
        if (i + 1 < line->count && fabs(line->letters[i].move) > 0)
            return true;
        bool is_doubled = i > 0 && is_blank(line->letters[i].code_point) && is_blank(line->letters[i - 1].code_point);
        if (line->letters[i].code_point == 0x3000 || is_doubled)
            return true;
    }
    return false;
}

/* A word or number, or a letter and the marks on it. */
static size_t word_length(const struct line *line, size_t from)
{
    bool is_word = letter_is_of_word(line->letters[from].code_point);
    size_t to = from + 1;
    while (to < line->count &&
           (line->letters[to].is_mark || (is_word && letter_is_of_word(line->letters[to].code_point))))
        to++;
    return to - from;
}

/* A mark, or a narrow digit in a place that is much wider, would look like a word of its own. */
static bool looks_torn(const struct line *line, size_t from, size_t count)
{
    const struct letter *letters = line->letters + from;
    for (size_t i = 0; count > 1 && i < count; i++)
        if (letters[i].is_mark || gap_behind(letters, count, i) >= TRACKING_READ_AS_BLANK * letters[i].style->size)
            return true;
    return false;
}

static void begin_said(struct canvas *canvas, const struct line *line, size_t from, size_t count)
{
    struct sink said = sink_in(canvas->arena);
    for (size_t i = from; i < from + count; i++)
        character_write(&said, line->letters[i].character);
    canvas_begin_said(canvas, sink_written(&said));
}

/* The letters from `from` on that need no telling. */
static size_t plain_length(const struct line *line, size_t from)
{
    size_t at = from;
    while (at < line->count) {
        size_t word = word_length(line, at);
        if (looks_torn(line, at, word))
            break;
        at += word;
    }
    return at - from;
}

static void draw_plain(struct canvas *canvas, const struct line *line, size_t from, size_t count, double matrix[6],
                       const double origin[2], double *along)
{
    canvas_begin_piece(canvas);
    draw_runs(canvas, line, from, from + count, matrix, origin, along);
    canvas_end_piece(canvas);
}

static void draw_telling(struct canvas *canvas, const struct line *line, size_t from, size_t count, double matrix[6],
                         const double origin[2], double *along)
{
    begin_said(canvas, line, from, count);
    draw_runs(canvas, line, from, from + count, matrix, origin, along);
    canvas_end_said(canvas);
}

static void draw_pieces(struct canvas *canvas, const struct line *line, double matrix[6], double x, double y)
{
    const double origin[] = {x, y};
    double along = -line->first;
    if (canvas_surface(canvas)->content.is_said) {
        draw_runs(canvas, line, 0, line->count, matrix, origin, &along);
        return;
    }
    if (is_spaced(line) || is_set_apart(line)) {
        draw_telling(canvas, line, 0, line->count, matrix, origin, &along);
        return;
    }
    for (size_t i = 0; i < line->count;) {
        size_t plain = plain_length(line, i);
        if (plain > 0)
            draw_plain(canvas, line, i, plain, matrix, origin, &along);
        i += plain;
        if (i == line->count)
            break;
        size_t word = word_length(line, i);
        draw_telling(canvas, line, i, word, matrix, origin, &along);
        i += word;
    }
}

/* A line on its own is one paragraph, however many pieces it is drawn in. */
static void draw_letters(struct canvas *canvas, const struct line *line, double matrix[6], double x, double y)
{
    bool is_alone = canvas->open_count == 0;
    if (is_alone)
        canvas_begin_tag(canvas, TAG_PARAGRAPH);
    draw_pieces(canvas, line, matrix, x, y);
    if (is_alone)
        canvas_end_tag(canvas);
}

void canvas_line(struct canvas *canvas, const struct line *line, double x, double y)
{
    draw_letters(canvas, line, (double[]){1, 0, 0, 1, 0, 0}, x, canvas_surface(canvas)->height - y);
}

void canvas_line_centred(struct canvas *canvas, const struct line *line, double x, double y)
{
    canvas_line(canvas, line, x - line->width / 2, y);
}

void canvas_line_right(struct canvas *canvas, const struct line *line, double x, double y)
{
    canvas_line(canvas, line, x - line->width, y);
}

void canvas_line_turned(struct canvas *canvas, const struct line *line, double x, double y, double degrees)
{
    double angle = degrees / HALF_TURN * PI;
    double along = line->width / 2, up = -0.35 * (line->count > 0 ? line->letters[0].style->size : 0);
    double c = cos(angle), s = sin(angle);
    double left = x - along * c - up * s, base = canvas_surface(canvas)->height - y - along * s + up * c;
    draw_letters(canvas, line, (double[]){c, s, -s, c, 0, 0}, left, base);
}
