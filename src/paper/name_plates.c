#include "name_plates.h"

#include "glue.h"
#include "palette.h"
#include "people_order.h"
#include "proofread.h"

static const double WIDTH = MM(297), HEIGHT = MM(210), SIDE = MM(24);
static const double FOLD_MARK = MM(8);
/* Middles, from the fold: what stands below it is read from the front, what stands above it, turned, from the back. */
static const double NAME_MIDDLE = MM(46), NAME_ALONE = MM(52.5), UNIT_MIDDLE = MM(85);
static const double NAME_SMALLEST = 24, UNIT_SMALLEST = 12;

static const struct style style_plate_name = {FONT_NAME, 130, 0, INK};
static const struct style style_plate_unit = {FONT_BODY, 30, 0, INK};

enum { SHORT_NAME = 2, USUAL_NAME = 4 };

/* Between letters, in ems: 王 伟 takes as much room as 欧阳修文. */
static double spacing_of(size_t letters)
{
    return letters <= SHORT_NAME ? 0.9 : letters < USUAL_NAME ? 0.35 : letters == USUAL_NAME ? 0.15 : 0;
}

static struct line name_line(struct document *document, struct text name)
{
    struct style style = style_plate_name;
    if (document->language == LANGUAGE_CHINESE)
        style.tracking = style.size * spacing_of(text_characters(name));
    else
        style.role = FONT_SONG_BOLD;
    return typeset_fitted(&document->typesetter, &style, glue_text(name, document->arena), WIDTH - 2 * SIDE,
                          NAME_SMALLEST);
}

/* The same on both sides of the fold. */
static void draw_both(struct document *document, const struct line *line, double from_fold)
{
    double middle = HEIGHT / 2;
    canvas_line_turned(&document->canvas, line, WIDTH / 2, middle + from_fold, 0);
    canvas_line_turned(&document->canvas, line, WIDTH / 2, middle - from_fold, 180);
}

static void draw_fold(struct canvas *canvas)
{
    canvas_rule(canvas, 0, HEIGHT / 2, FOLD_MARK, HEIGHT / 2, 0.4, HAIRLINE);
    canvas_rule(canvas, WIDTH - FOLD_MARK, HEIGHT / 2, WIDTH, HEIGHT / 2, 0.4, HAIRLINE);
}

static void report_long(struct document *document, struct place place, struct text text)
{
    faults_add(document->typesetter.faults, SEVERITY_ERROR, place, MESSAGE("“{1}” is too long for a name plate", text),
               MESSAGE("shorten it"));
}

static void draw_plate(struct document *document, struct text name, struct text unit, struct place place)
{
    struct line big = name_line(document, name);
    struct style style = style_plate_unit;
    style.role = document->language == LANGUAGE_CHINESE ? FONT_BODY : FONT_SONG;
    struct line small = typeset_fitted(&document->typesetter, &style, unit, WIDTH - 2 * SIDE, UNIT_SMALLEST);
    if (big.width > WIDTH - 2 * SIDE + 0.1)
        report_long(document, place, name);
    if (small.width > WIDTH - 2 * SIDE + 0.1)
        report_long(document, place, unit);
    canvas_add_page(&document->canvas, WIDTH, HEIGHT);
    draw_fold(&document->canvas);
    draw_both(document, &big, unit.length > 0 ? NAME_MIDDLE : NAME_ALONE);
    draw_both(document, &small, UNIT_MIDDLE);
}

/* Of the plates from page `first` on, if there are any. */
static void add_bookmark(struct document *document, struct text kind, size_t first)
{
    if (document->canvas.page_count > first)
        canvas_add_bookmark_of_page(&document->canvas, kind, first);
}

static void draw_judges(struct document *document)
{
    for (size_t i = 0; i < document->contest->judge_count; i++) {
        const struct judge *judge = &document->contest->judges[i];
        if (!judge->is_void)
            draw_plate(document, judge->name, judge->unit, judge->place);
    }
    add_bookmark(document, wording_plain(document->language, "name-plates.judges"), 0);
}

static void draw_sector(struct document *document, size_t sector)
{
    const size_t *people = people_in_order(document->contest, sector, document->arena);
    size_t first = document->canvas.page_count;
    for (size_t i = 0; i < document->contest->sectors[sector].contestant_count; i++) {
        const struct contestant *contestant = &document->contest->contestants[people[i]];
        if (people_expect(contestant))
            draw_plate(document, contestant->name, contestant->unit, contestant->place);
    }
    add_bookmark(document, document_contestants(document, sector), first);
}

bool name_plates_write(const struct press *press, struct text *pdf_bytes)
{
    struct document document;
    document_begin(&document, press, "name-plates.title");
    proofread_judges(&document.typesetter, press->contest);
    draw_judges(&document);
    for (size_t i = 0; i < press->contest->sector_count; i++) {
        proofread_sector(&document.typesetter, press->contest, i);
        draw_sector(&document, i);
    }
    return document_end(&document, TEXT(""), pdf_bytes);
}
