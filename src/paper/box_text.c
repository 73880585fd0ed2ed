#include "box_text.h"

#include "box_vertical.h"
#include "glue.h"
#include "line_break.h"
#include "palette.h"

#include <math.h>

static const double DESCENT = 0.12; /* from the last baseline to the lower edge, in ems */
static const double STEP = 0.5;
static const double SLACK = 0.05; /* points: millimetres are written rounded */

enum { HALVINGS = 5, LETTERS_ALONE = 3, SPOKEN_ALONE = 2, NARROWER_MOST = 3 };

/* Where names may break: nowhere; at blanks and middle dots; anywhere, the last resort. */
enum glue_kept { GLUE_KEPT, GLUE_LOOSENED, GLUE_REMOVED };

/* What a box is set from. */
struct source {
    const struct template_box *box;
    const struct text *values; /* by enum placeholder */
    struct typesetter *typesetter;
    enum glue_kept glue;
};

/* A box set at one size. */
struct setting {
    struct lines *paragraphs;
    size_t count, lines; /* of all paragraphs */
    double size;
    bool fits_width;
};

bool box_is_shown(const struct template_box *box, const struct certificate_values *values)
{
    bool has_wanted = box->when == PLACEHOLDER_COUNT || values->of[box->when].length > 0;
    bool has_unwanted = box->unless < PLACEHOLDER_COUNT && values->of[box->unless].length > 0;
    return has_wanted && !has_unwanted;
}

/* ---- what stands in it ---- */

static bool is_left_out(const struct template_paragraph *paragraph, size_t bracket, const struct text *values)
{
    for (size_t i = 0; bracket > 0 && i < paragraph->count; i++) {
        const struct template_part *part = &paragraph->parts[i];
        if (part->bracket == bracket && part->placeholder < PLACEHOLDER_COUNT && values[part->placeholder].length == 0)
            return true;
    }
    return false;
}

static struct text text_of(const struct source *source, const struct template_part *part)
{
    struct text text = part->placeholder < PLACEHOLDER_COUNT ? source->values[part->placeholder] : part->text;
    if (source->glue == GLUE_KEPT)
        return text;
    return source->glue == GLUE_LOOSENED ? glue_loosened(text, source->typesetter->arena)
                                         : glue_removed(text, source->typesetter->arena);
}

static size_t spans_of(const struct source *source, const struct template_paragraph *paragraph,
                       const struct style styles[2], struct span *spans)
{
    size_t count = 0;
    for (size_t i = 0; i < paragraph->count; i++) {
        const struct template_part *part = &paragraph->parts[i];
        struct text text = text_of(source, part);
        if (text.length > 0 && !is_left_out(paragraph, part->bracket, source->values))
            spans[count++] = (struct span){text, &styles[part->is_strong]};
    }
    return count;
}

/* How long its lines may be, and how much they may take up beside each other. */
static double length_of(const struct template_box *box)
{
    return box->direction == DIRECTION_VERTICAL ? box->height : box->width;
}

static double breadth_of(const struct template_box *box)
{
    return box->direction == DIRECTION_VERTICAL ? box->width : box->height;
}

/* ---- lines ---- */

static bool is_flush(const struct template_box *box)
{
    return box->align == ALIGN_AT_LEFT || box->align == ALIGN_JUSTIFIED;
}

/* A letter or two on the last line, or one and the marks behind it: 体）。 */
static bool ends_alone(const struct lines *lines)
{
    if (lines->count < 2)
        return false;
    const struct line *last = &lines->items[lines->count - 1];
    size_t spoken = 0;
    for (size_t i = 0; i < last->count; i++)
        spoken += !letter_never_begins(last->letters[i].code_point);
    return last->count < LETTERS_ALONE || spoken < SPOKEN_ALONE;
}

/* Where letters would stand alone on the last line, the others are a letter or more shorter. */
static struct lines flush(struct typesetter *typesetter, const struct span *spans, size_t count, double width,
                          const struct template_box *box, double size)
{
    double indent = box->indent * size;
    struct lines lines = typeset_spans(typesetter, spans, count, width, indent);
    for (int i = 1; i <= NARROWER_MOST && ends_alone(&lines); i++) {
        struct lines narrower = typeset_spans(typesetter, spans, count, width - i * size, indent);
        if (!narrower.fits || narrower.count > lines.count)
            break;
        lines = ends_alone(&narrower) ? lines : narrower;
    }
    if (box->align == ALIGN_JUSTIFIED)
        lines_justify(&lines, width, indent);
    return lines;
}

/* Centred lines are about as long as each other: as narrow as their number allows. */
static struct lines balanced(struct typesetter *typesetter, const struct span *spans, size_t count, double width)
{
    struct lines lines = typeset_spans(typesetter, spans, count, width, 0);
    double least = lines.widest / 2, most = width;
    for (int i = 0; i < HALVINGS && lines.count > 1; i++) {
        double middle = (least + most) / 2;
        struct lines tried = typeset_spans(typesetter, spans, count, middle, 0);
        bool fits = tried.fits && tried.count <= lines.count;
        lines = fits ? tried : lines;
        most = fits ? middle : most;
        least = fits ? least : middle;
    }
    return lines;
}

static struct lines set_paragraph(const struct source *source, const struct template_paragraph *paragraph, double size,
                                  double width)
{
    const struct template_box *box = source->box;
    double scale = size / box->size;
    const struct style styles[] = {
        {(enum font_role)box->font, size, box->tracking * scale, (uint32_t)box->colour},
        {(enum font_role)box->strong_font, box->strong_size * scale, box->strong_tracking * scale,
         (uint32_t)box->strong_colour},
    };
    struct span *spans = ARENA_ARRAY(source->typesetter->arena, struct span, paragraph->count);
    size_t count = spans_of(source, paragraph, styles, spans);
    if (is_flush(box))
        return flush(source->typesetter, spans, count, width, box, size);
    return balanced(source->typesetter, spans, count, width);
}

static struct setting set_at(const struct source *source, double size, double width)
{
    const struct template_box *box = source->box;
    struct setting setting = {.count = box->paragraph_count, .size = size, .fits_width = true};
    setting.paragraphs = ARENA_ARRAY(source->typesetter->arena, struct lines, setting.count);
    for (size_t i = 0; i < setting.count; i++) {
        setting.paragraphs[i] = set_paragraph(source, &box->paragraphs[i], size, width);
        setting.lines += setting.paragraphs[i].count;
        setting.fits_width = setting.fits_width && setting.paragraphs[i].fits;
    }
    return setting;
}

/* ---- the size that fits ---- */

static double largest_size(const struct template_box *box)
{
    return fmax(box->size, box->strong_size);
}

/* From the upper edge of the first line to the lower edge of the last. */
static double extent_of(const struct template_box *box, const struct setting *setting)
{
    double between = setting->lines > 0 ? (double)(setting->lines - 1) * setting->size * box->leading : 0;
    return largest_size(box) * (ASCENT + DESCENT * setting->size / box->size) + between;
}

static bool fits(const struct template_box *box, const struct setting *setting, double most_lines)
{
    for (size_t i = 0; i < setting->count; i++)
        if (most_lines > 0 && (double)setting->paragraphs[i].count > most_lines)
            return false;
    return setting->fits_width && extent_of(box, setting) <= breadth_of(box) + SLACK;
}

/* Half points smaller until it fits, or to the smallest size. */
static struct setting set_fitting(const struct source *source, double most_lines)
{
    const struct template_box *box = source->box;
    double size = box->size;
    struct setting setting = set_at(source, size, length_of(box));
    while (!fits(box, &setting, most_lines) && size - STEP >= box->smallest) {
        size -= STEP;
        setting = set_at(source, size, length_of(box));
    }
    return setting;
}

/* One line a paragraph: all widths grow with the size, so that the size that fits is known from any. */
static bool set_single(const struct source *source, struct setting *setting)
{
    const struct template_box *box = source->box;
    double widest = 0;
    *setting = set_at(source, box->size, HUGE_VAL);
    for (size_t i = 0; i < setting->count; i++)
        widest = fmax(widest, setting->paragraphs[i].widest + (is_flush(box) ? box->indent * box->size : 0));
    if (widest <= length_of(box) + SLACK)
        return true;
    double fitting = floor(box->size * length_of(box) / widest / STEP) * STEP;
    *setting = set_at(source, fmax(fitting, box->smallest), HUGE_VAL);
    return fitting >= box->smallest;
}

static bool set_within(struct source *source, struct setting *setting)
{
    const struct template_box *box = source->box;
    if (box->lines > 0 && set_single(source, setting))
        return fits(box, setting, 1);
    if (box->lines > 0 && box->lines < 2)
        return false;
    for (source->glue = GLUE_KEPT;; source->glue++) {
        *setting = set_fitting(source, box->lines);
        if (fits(box, setting, box->lines) || source->glue == GLUE_REMOVED)
            return fits(box, setting, box->lines);
    }
}

/* ---- where it stands ---- */

/* From the edge where lines begin to the line's beginning. */
static double start_of(const struct template_box *box, const struct line *line, double indent)
{
    double free = length_of(box) - line->width;
    if (box->align == ALIGN_CENTRED)
        return free / 2;
    return box->align == ALIGN_AT_RIGHT ? free : indent;
}

/* From the edge where the first line stands to that line. */
static double first_edge(const struct template_box *box, const struct setting *setting)
{
    double free = breadth_of(box) - extent_of(box, setting);
    if (box->upright == UPRIGHT_TOP)
        return 0;
    return box->upright == UPRIGHT_BOTTOM ? free : free / 2;
}

/* `across` is the line's distance from the first. */
static void place_line(const struct source *source, const struct line *line, double start, double across, bool begins,
                       const double offset[2], struct placed_lines *placed)
{
    const struct template_box *box = source->box;
    double left = box->left + offset[0], top = box->top + offset[1];
    if (box->direction == DIRECTION_VERTICAL) {
        double x = left + box->width - largest_size(box) / 2 - across;
        box_vertical_place(line, x, top + start, begins, source->typesetter, placed);
        return;
    }
    struct placed_line made = {
        .line = *line, .x = left + start, .y = top + largest_size(box) * ASCENT + across, .begins = begins};
    placed_lines_add(placed, made, source->typesetter->arena);
}

bool box_text_place(const struct template_box *box, const struct certificate_values *values, const double offset[2],
                    struct typesetter *typesetter, struct placed_lines *placed)
{
    struct source source = {.box = box, .values = values->of, .typesetter = typesetter};
    struct setting setting = {0};
    typesetter->is_vertical = box->direction == DIRECTION_VERTICAL;
    bool is_placed = set_within(&source, &setting);
    typesetter->is_vertical = false;
    double across = first_edge(box, &setting);
    for (size_t i = 0; i < setting.count; i++)
        for (size_t n = 0; n < setting.paragraphs[i].count; n++, across += setting.size * box->leading) {
            const struct line *line = &setting.paragraphs[i].items[n];
            double start = start_of(box, line, n == 0 ? box->indent * setting.size : 0);
            place_line(&source, line, start, across, n == 0, offset, placed);
        }
    return is_placed;
}
