#include "blank_slip.h"

#include "glue.h"
#include "imprint.h"
#include "palette.h"
#include "rule_words.h"
#include "score_text.h"
#include "title_words.h"

#include <math.h>

/* Edges of the text on the page, and what stands over and under the table. */
static const double LEFT = MM(20), RIGHT = MM(190), ABOVE = MM(7), HEADING = MM(16), FACTS = MM(9.5), CLOSING = MM(16);
/* Columns from the right: correction, score, range; the hints take half of the rest where there are any. */
static const double CORRECTION = MM(34), SCORE = MM(28), RANGE = MM(30);
static const double ROW = MM(9), HEAD = MM(7), PADDING = 4, LINE = 0.5, SMALLEST = 8;
enum { MOST_LINES = 4 };
/* What stands over the table grows by a line at a time, and shrinks hardly. */
static const double LEADING_OCCASION = 13, LEADING_HEADING = 19, OCCASION_SMALLEST = 9, HEADING_SMALLEST = 11;
enum { OCCASION_MOST_LINES = 8, HEADING_MOST_LINES = 5 };

static double names_width(const struct slip_form *form)
{
    double width = RIGHT - LEFT - CORRECTION - SCORE - RANGE;
    return form->has_hints ? width * 0.4 : width;
}

static double hints_width(const struct slip_form *form)
{
    return RIGHT - LEFT - CORRECTION - SCORE - RANGE - names_width(form);
}

static bool has_sum(const struct slip_form *form)
{
    const struct round *round = form->round;
    for (size_t i = 0; i < round->criterion_count; i++)
        if (round->criteria[i].weight != POINTS_ONE)
            return false;
    return round->criterion_count > 1;
}

static struct text name_of(const struct round *round, size_t criterion)
{
    return round->criterion_count > 1 ? round->criteria[criterion].name : round->name;
}

/* ---- what stands over the table ---- */

static struct text count_text(struct document *document, bool is_part, size_t number, size_t count)
{
    return document_say(document, is_part ? "blank-sheet.number.part" : "blank-sheet.number",
                        FILL({"number", number_text((int64_t)number, document->arena)},
                             {"count", number_text((int64_t)count, document->arena)}));
}

/* The widest of all counts, which stand at the right of the first line. */
static double count_width(struct document *document)
{
    size_t most = document->contest->contestant_count;
    return typeset_line(&document->typesetter, &style_quiet, count_text(document, true, most, most)).width;
}

/* Of each of a contestant's sheets, and of each round, it would be the same. */
static bool is_told(const struct document *document, struct place place)
{
    const struct faults *faults = document->typesetter.faults;
    for (size_t i = 0; i < faults->count; i++)
        if (faults->items[i].severity == SEVERITY_ERROR && faults->items[i].place.line == place.line &&
            text_equal(faults->items[i].place.file, place.file))
            return true;
    return false;
}

/* By its words, or else by its letters. */
static struct lines head_lines(struct document *document, const struct style *style, struct text text, double width,
                               double smallest, size_t most_lines, struct place place)
{
    struct text kept = title_words_kept(text, document->arena);
    struct lines lines = typeset_column(&document->typesetter, style, kept, width, smallest, most_lines);
    if (!lines.fits)
        lines = typeset_column(&document->typesetter, style, text, width, smallest, most_lines);
    if (!lines.fits && !is_told(document, place))
        faults_add(document->typesetter.faults, SEVERITY_ERROR, place,
                   MESSAGE("“{1}” is too long for a blank sheet", text), MESSAGE("shorten it"));
    return lines;
}

static struct lines occasion_lines(struct document *document)
{
    const struct rules *rules = document->rules;
    struct listing parts = listing_of(rules, document->arena, "list.blank");
    listing_add(&parts, rules->title);
    listing_add(&parts, rules->level);
    listing_add(&parts, rules->venue);
    return head_lines(document, &style_quiet, listing_text(&parts), RIGHT - LEFT - count_width(document) - 2 * PADDING,
                      OCCASION_SMALLEST, OCCASION_MOST_LINES, rules_place_of(rules, rules->title_place));
}

static struct lines heading_lines(struct document *document, const struct round *round, struct text sector)
{
    struct listing parts = listing_of(document->rules, document->arena, "title.separator");
    listing_add(&parts, wording_plain(document->language, "blank-sheet.title"));
    listing_add(&parts, round->name);
    listing_add(&parts, sector);
    return head_lines(document, &style_heading, listing_text(&parts), RIGHT - LEFT, HEADING_SMALLEST,
                      HEADING_MOST_LINES, rules_place_of(document->rules, round->place));
}

/* As high as that of the sector with the longest name: all slips of a round are cut alike. */
static double heading_height(const struct slip_form *form, size_t sectors)
{
    size_t most = 1;
    for (size_t i = 0; i < sectors; i++)
        most = form->headings[i].count > most ? form->headings[i].count : most;
    return HEADING + (double)(form->occasion.count - 1) * LEADING_OCCASION + (double)(most - 1) * LEADING_HEADING;
}

static void set_heading(struct document *document, struct slip_form *form)
{
    size_t sectors = document->contest->sector_count;
    form->occasion = occasion_lines(document);
    form->headings = ARENA_ARRAY(document->arena, struct lines, sectors);
    for (size_t i = 0; i < sectors; i++)
        form->headings[i] = heading_lines(document, form->round, contest_sector_title(document->contest, i));
    form->heading = heading_height(form, sectors);
}

/* ---- the slips of a round ---- */

struct slip_form slip_form_of(struct document *document, const struct round *round)
{
    size_t count = round->criterion_count;
    struct slip_form form = {.round = round,
                             .names = ARENA_ARRAY(document->arena, struct lines, count),
                             .hints = ARENA_ARRAY(document->arena, struct lines, count),
                             .heights = ARENA_ARRAY(document->arena, double, count)};
    struct typesetter *typesetter = &document->typesetter;
    set_heading(document, &form);
    for (size_t i = 0; i < count; i++)
        form.has_hints = form.has_hints || round->criteria[i].look_for.length > 0;
    for (size_t i = 0; i < count; i++) {
        form.names[i] =
            typeset_column(typesetter, &style_text, name_of(round, i), names_width(&form) - 2 * PADDING, 8, MOST_LINES);
        form.hints[i] =
            typeset_wrapped(typesetter, &style_quiet, round->criteria[i].look_for, hints_width(&form) - 2 * PADDING);
        double lines = fmax((double)form.names[i].count, (double)form.hints[i].count);
        form.heights[i] = fmax(ROW, lines * LEADING_TEXT + 2 * PADDING);
        if (!form.names[i].fits)
            faults_add(typesetter->faults, SEVERITY_ERROR, round->criteria[i].place,
                       MESSAGE("“{1}” is too long for its column on paper", name_of(round, i)),
                       MESSAGE("shorten it, or part it by blanks or · where a line may end"));
    }
    return form;
}

double slip_height(const struct slip_form *form, size_t first, size_t end)
{
    double height = ABOVE + form->heading + FACTS + HEAD + CLOSING;
    for (size_t i = first; i < end; i++)
        height += form->heights[i];
    return height + (end == form->round->criterion_count && has_sum(form) ? ROW : 0);
}

/* ---- over the table ---- */

static void draw_left(struct document *document, const struct style *style, struct text text, double x, double y)
{
    struct line line = typeset_line(&document->typesetter, style, text);
    canvas_line(&document->canvas, &line, x, y);
}

static void draw_heading(struct document *document, const struct slip_form *form, const struct blank_slip *slip,
                         double top)
{
    bool is_part = slip->end < slip->round->criterion_count || slip->first > 0;
    struct line count =
        typeset_line(&document->typesetter, &style_quiet, count_text(document, is_part, slip->number, slip->count));
    const struct lines *heading = &form->headings[slip->sector];
    double y = top + SIZE_TEXT;
    canvas_begin_tag(&document->canvas, TAG_PARAGRAPH);
    for (size_t i = 0; i < form->occasion.count; i++)
        canvas_line(&document->canvas, &form->occasion.items[i], LEFT, y + (double)i * LEADING_OCCASION);
    canvas_end_tag(&document->canvas);
    canvas_line_right(&document->canvas, &count, RIGHT, y);
    y += (double)(form->occasion.count - 1) * LEADING_OCCASION + MM(8);
    canvas_begin_tag(&document->canvas, TAG_PARAGRAPH);
    for (size_t i = 0; i < heading->count; i++)
        canvas_line(&document->canvas, &heading->items[i], LEFT, y + (double)i * LEADING_HEADING);
    canvas_end_tag(&document->canvas);
}

/* 3号　高玉兰, or lines to write that on. */
static struct text whom_text(struct document *document, const struct blank_slip *slip)
{
    struct text draw = wording_plain(document->language, "blank-sheet.blank"), name = TEXT("");
    if (slip->contestant != INDEX_NONE) {
        const struct contestant *contestant = &document->contest->contestants[slip->contestant];
        if (contestant->draw > 0)
            draw = number_text(contestant->draw, document->arena);
        if (!slip->round->blind)
            name = glue_text(contestant->name, document->arena);
    }
    return document_say(document, "blank-sheet.whom", FILL({"draw", draw}, {"name", name}));
}

static struct place place_of(const struct document *document, const struct blank_slip *slip)
{
    return slip->contestant == INDEX_NONE ? document->rules->place
                                          : document->contest->contestants[slip->contestant].place;
}

static struct text seat_text(struct document *document, const struct blank_slip *slip, struct text panel)
{
    struct text seat = document_say(document, "blank-sheet.seat.of", FILL({"panel", panel}, {"seat", slip->seat}));
    return document_say(document, "blank-sheet.seat",
                        FILL({"seat", seat}, {"date", imprint_date(document->rules, document->arena)}));
}

/* With as much of the panel's name as there is room for. */
static struct line seat_line(struct document *document, const struct blank_slip *slip, double width)
{
    struct text panel = slip->panel, written = panel;
    struct line line;
    for (;;) {
        line = typeset_fitted(&document->typesetter, &style_text, seat_text(document, slip, written), width, SMALLEST);
        if (line.width <= width || panel.length == 0)
            return line;
        do
            panel.length--;
        while (panel.length > 0 && ((unsigned char)panel.bytes[panel.length] & 0xC0) == 0x80);
        struct sink cut = sink_in(document->arena);
        sink_text(&cut, panel);
        sink_c(&cut, "…");
        written = sink_written(&cut);
    }
}

static void draw_facts(struct document *document, const struct blank_slip *slip, double top)
{
    double y = top + SIZE_TEXT + 2, width = RIGHT - LEFT - 2 * PADDING;
    struct text text = whom_text(document, slip);
    struct line seat = typeset_line(&document->typesetter, &style_text, seat_text(document, slip, slip->panel));
    struct line whom =
        typeset_fitted(&document->typesetter, &style_strong, text, width - fmin(seat.width, width / 2), SMALLEST);
    /* Whose sheet it is counts for more than where its judge sits, and the seat for more than its panel. */
    seat = seat_line(document, slip, width - whom.width);
    if (whom.width + seat.width > width && !is_told(document, place_of(document, slip)))
        faults_add(document->typesetter.faults, SEVERITY_ERROR, place_of(document, slip),
                   MESSAGE("“{1}” is too long for a blank sheet", glue_removed(text, document->arena)),
                   MESSAGE("shorten it"));
    canvas_line(&document->canvas, &whom, LEFT, y);
    canvas_line_right(&document->canvas, &seat, RIGHT, y);
}

/* ---- the table ---- */

struct grid {
    double x[6]; /* edges of the columns; the second and third are one where there are no hints */
    double y;
};

static struct grid grid_of(const struct slip_form *form, double top)
{
    double range = RIGHT - CORRECTION - SCORE - RANGE;
    return (struct grid){{LEFT, LEFT + names_width(form), range, range + RANGE, range + RANGE + SCORE, RIGHT}, top};
}

static void draw_row_box(struct document *document, const struct grid *grid, double height)
{
    canvas_box(&document->canvas, LEFT, grid->y, RIGHT - LEFT, height, LINE, QUIET);
    for (size_t i = 1; i < 5; i++)
        if (grid->x[i] > grid->x[i - 1])
            canvas_rule(&document->canvas, grid->x[i], grid->y, grid->x[i], grid->y + height, LINE, QUIET);
}

static void draw_lines(struct document *document, const struct grid *grid, size_t column, const struct lines *lines,
                       double height)
{
    double y = grid->y + (height - (double)lines->count * LEADING_TEXT) / 2;
    for (size_t i = 0; i < lines->count; i++, y += LEADING_TEXT)
        canvas_line(&document->canvas, &lines->items[i], grid->x[column] + PADDING,
                    y + LEADING_TEXT / 2 + (ASCENT - 0.5) * SIZE_TEXT);
}

static void draw_centred(struct document *document, const struct grid *grid, size_t column, const struct style *style,
                         struct text text, double height)
{
    double width = grid->x[column + 1] - grid->x[column];
    struct line line = typeset_fitted(&document->typesetter, style, text, width - PADDING, 6);
    canvas_line_centred(&document->canvas, &line, grid->x[column] + width / 2,
                        grid->y + height / 2 + (ASCENT - 0.5) * style->size);
}

static void draw_heads(struct document *document, const struct slip_form *form, struct grid *grid)
{
    static const char *const keys[] = {"blank-sheet.criterion", "blank-sheet.look-for", "blank-sheet.range",
                                       "blank-sheet.score", "blank-sheet.correction"};
    draw_row_box(document, grid, HEAD);
    for (size_t i = 0; i < 5; i++)
        if (i != 1 || form->has_hints)
            draw_centred(document, grid, i, &style_label, wording_plain(document->language, keys[i]), HEAD);
    grid->y += HEAD;
}

/* Places go one by one anyhow. */
static struct text step_text(const struct round *round, const struct criterion *criterion, struct arena *arena)
{
    return round->own.method == METHOD_PLACE_POINTS ? TEXT("") : rule_optional_points(criterion->step, arena);
}

static struct text range_text(struct document *document, const struct round *round, const struct criterion *criterion)
{
    struct arena *arena = document->arena;
    struct text weight = criterion->weight == POINTS_ONE ? TEXT("") : rule_points(criterion->weight, arena);
    return document_say(document, "blank-sheet.range.of",
                        FILL({"min", rule_points(criterion->min, arena)}, {"max", rule_points(criterion->max, arena)},
                             {"weight", weight}, {"step", step_text(round, criterion, arena)}));
}

static void draw_rows(struct document *document, const struct slip_form *form, const struct blank_slip *slip,
                      struct grid *grid)
{
    for (size_t i = slip->first; i < slip->end; i++) {
        double height = form->heights[i];
        draw_row_box(document, grid, height);
        draw_lines(document, grid, 0, &form->names[i], height);
        draw_lines(document, grid, 1, &form->hints[i], height);
        draw_centred(document, grid, 2, &style_text, range_text(document, form->round, &form->round->criteria[i]),
                     height);
        grid->y += height;
    }
    if (slip->end < form->round->criterion_count || !has_sum(form))
        return;
    points most = 0;
    for (size_t i = 0; i < form->round->criterion_count; i++)
        most += form->round->criteria[i].max;
    draw_row_box(document, grid, ROW);
    struct line sum =
        typeset_line(&document->typesetter, &style_label, wording_plain(document->language, "blank-sheet.sum"));
    draw_lines(document, grid, 0, &(struct lines){.items = &sum, .count = 1}, ROW);
    draw_centred(document, grid, 2, &style_text, rule_points(most, document->arena), ROW);
    grid->y += ROW;
}

static void draw_closing(struct document *document, double y)
{
    double rule = MM(52), baseline = y + MM(10);
    draw_left(document, &style_quiet, wording_plain(document->language, "blank-sheet.note"), LEFT, baseline);
    struct line label =
        typeset_line(&document->typesetter, &style_text, wording_plain(document->language, "blank-sheet.signature"));
    canvas_line_right(&document->canvas, &label, RIGHT - rule - 2 * PADDING, baseline);
    canvas_rule(&document->canvas, RIGHT - rule, baseline + 2.5, RIGHT, baseline + 2.5, LINE, QUIET);
}

void slip_draw(struct document *document, const struct slip_form *form, const struct blank_slip *slip, double top,
               double height)
{
    /* What room there is goes above and below alike. */
    double y = top + ABOVE + fmin((height - slip_height(form, slip->first, slip->end)) / 3, MM(12));
    draw_heading(document, form, slip, y);
    draw_facts(document, slip, y + form->heading);
    struct grid grid = grid_of(form, y + form->heading + FACTS);
    draw_heads(document, form, &grid);
    draw_rows(document, form, slip, &grid);
    draw_closing(document, grid.y);
}
