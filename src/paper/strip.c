#include "strip.h"

#include "palette.h"
#include "score_text.h"
#include "symbol.h"

#include <math.h>

enum { STEPS_MOST = 8, LANES_MOST = 7, UNITS_DIGITS = 8 };

static const int64_t UNIT = INT64_C(100000000); /* one point */
static const int64_t STEP_LEAST = INT64_C(1000000);
static const double RADIUS = 2.3, LANE = 5, PADDING = 7; /* dots keep off the rules above and below */
static const double INSET = 9;                           /* of the scale: half a number hangs out at its ends */

/* ---- the scale ---- */

static wide rounded_down(wide value, wide step)
{
    wide rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}

static struct strip_scale scale_by(wide lowest, wide highest, wide step)
{
    struct strip_scale scale = {rounded_down(lowest, step), 0 - rounded_down(0 - highest, step), step};
    if (scale.low == scale.high)
        scale = (struct strip_scale){scale.low - step, scale.high + step, step};
    return scale;
}

struct strip_scale strip_scale_over(wide lowest, wide highest)
{
    static const int steps[] = {1, 2, 5};
    for (wide unit = STEP_LEAST;; unit *= 10)
        for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
            struct strip_scale scale = scale_by(lowest, highest, unit * steps[i]);
            if ((scale.high - scale.low) / scale.step <= STEPS_MOST)
                return scale;
        }
}

static double place_of(const struct strip_scale *scale, wide value, double width)
{
    double share = (double)(value - scale->low) / (double)(scale->high - scale->low);
    return INSET + share * (width - 2 * INSET);
}

/* ---- dots ---- */

/* 0, above, below, further above …: of dots that follow each other from left to right, the first lane that is free;
 * where none is, they overlap. */
struct lanes {
    double ends[LANES_MOST];
    size_t used;
};

static size_t take_lane(struct lanes *lanes, double x)
{
    size_t lane = 0;
    while (lane < lanes->used && lanes->ends[lane] > x - RADIUS)
        lane++;
    if (lane == LANES_MOST)
        lane = 0;
    lanes->used = lane == lanes->used ? lane + 1 : lanes->used;
    lanes->ends[lane] = x + RADIUS;
    return lane;
}

static double lane_offset(size_t lane)
{
    size_t steps = (lane + 1) / 2;
    return (lane % 2 == 1 ? -(double)steps : (double)steps) * LANE;
}

double strip_height(const struct strip *strip, const struct strip_scale *scale, double width)
{
    struct lanes lanes = {.used = 0};
    for (size_t i = 0; i < strip->count; i++)
        take_lane(&lanes, place_of(scale, strip->dots[i].value, width));
    size_t reach = lanes.used / 2; /* on either side of the middle */
    return (2 * (double)reach + 1) * LANE + PADDING;
}

static void draw_marks(struct canvas *canvas, const struct strip_scale *scale, double x, double y, double width,
                       double height)
{
    for (wide value = scale->low; value <= scale->high; value += scale->step) {
        double at = x + place_of(scale, value, width);
        canvas_rule(canvas, at, y - height / 2, at, y + height / 2, 0.3, HAIRLINE);
    }
}

void strip_draw(struct canvas *canvas, const struct strip *strip, const struct strip_scale *scale, double x, double y,
                double width, double height)
{
    struct lanes lanes = {.used = 0};
    draw_marks(canvas, scale, x, y, width, height);
    if (strip->has_bar) {
        double at = x + place_of(scale, strip->bar, width);
        canvas_rule(canvas, at, y - height / 2 + 1.5, at, y + height / 2 - 1.5, 1.1, DEEP_RED);
    }
    for (size_t i = 0; i < strip->count; i++) {
        double at = place_of(scale, strip->dots[i].value, width);
        enum symbol symbol = strip->dots[i].is_hollow ? SYMBOL_RING : SYMBOL_DISC;
        symbol_draw(canvas, symbol, x + at, y + lane_offset(take_lane(&lanes, at)), RADIUS, INK);
    }
}

/* ---- numbers ---- */

static struct text value_text(wide value, wide step, struct arena *arena)
{
    int digits = 0;
    for (wide unit = UNIT; step % unit != 0 && digits < UNITS_DIGITS; unit /= 10)
        digits++;
    return decimal_text(exact_from_ratio(arena, value, UNIT), digits, arena);
}

void strip_draw_scale(struct canvas *canvas, struct typesetter *typesetter, const struct strip_scale *scale,
                      const struct style *style, double x, double y, double width)
{
    for (wide value = scale->low; value <= scale->high; value += scale->step) {
        struct line line = typeset_line(typesetter, style, value_text(value, scale->step, typesetter->arena));
        canvas_line_centred(canvas, &line, x + place_of(scale, value, width), y);
    }
}
