#include "mark_chart_table.h"

#include "glue.h"
#include "palette.h"
#include "score_text.h"
#include "scoresheet_steps.h"
#include "wording.h"

#include <stdlib.h>

enum { COLUMN_RANK, COLUMN_NAME, COLUMN_STRIP, COLUMN_SCORE, COLUMNS };
enum { NAME_LINES = 2 };

static const double STRIP_NARROWEST = MM(85);
static const wide POINTS_TO_TOTALS = 10000; /* 1/10^4 to 1/10^8 */

static bool drops_any(const struct round *round)
{
    bool drops = false;
    for (size_t i = 0; i < round->panel_count; i++)
        drops = drops || panel_rule_drops(&round->panels[i]);
    return drops;
}

bool mark_chart_has_hollow_dots(const struct round *round)
{
    return drops_any(round) && !scoresheet_goes_by_criterion(round);
}

bool mark_chart_hides_drops(const struct round *round)
{
    return drops_any(round) && scoresheet_goes_by_criterion(round);
}

bool mark_chart_has_bars(const struct round *round)
{
    int method = round->panels[0].method;
    return !round->has_panels && (method == METHOD_MEAN || method == METHOD_TRIMMED_MEAN || method == METHOD_MEDIAN);
}

/* ---- dots ---- */

static bool is_dropped(const struct round_result *result, size_t judge)
{
    for (size_t i = 0; i < result->dropped_count; i++)
        if (result->dropped[i] == judge)
            return true;
    return false;
}

/* To 1/10,000: a hairline is thicker. */
static wide bar_of(const struct round_result *result, struct arena scratch)
{
    struct sink sink = sink_in(&scratch);
    points value = 0;
    exact_write_decimal(&sink, result->panel, POINTS_DIGITS);
    points_read(sink_written(&sink), &value);
    return value * POINTS_TO_TOTALS;
}

static int by_value(const void *left, const void *right)
{
    const struct strip_dot *a = left, *b = right;
    if (a->value != b->value)
        return a->value > b->value ? 1 : -1;
    return a->is_hollow - b->is_hollow;
}

/* No dots where the contestant has no sheets. */
static struct strip strip_of(const struct standings *standings, size_t number, const struct placing *placing,
                             struct arena *arena)
{
    const struct round *round = &standings->contest->rules.rounds[number];
    const struct round_result *result = &placing->result->rounds[number];
    size_t expected = sheets_expected(standings->sheets, number, placing->contestant);
    struct strip strip = {.dots = ARENA_ARRAY(arena, struct strip_dot, expected)};
    for (size_t i = 0; result->is_entered && i < expected; i++) {
        struct sheet sheet = sheets_sheet(standings->sheets, number, placing->contestant, i);
        if (sheet.state == CELL_GIVEN)
            strip.dots[strip.count++] = (struct strip_dot){sheet_total(&sheet, round), is_dropped(result, sheet.judge)};
    }
    qsort(strip.dots, strip.count, sizeof *strip.dots, by_value);
    strip.has_bar = mark_chart_has_bars(round) && result->has_panel;
    strip.bar = strip.has_bar ? bar_of(result, *arena) : 0;
    return strip;
}

/* ---- the table ---- */

static void set_columns(struct table *table, const struct rules *rules, const struct round *round,
                        const struct strip_scale *scale)
{
    enum language language = (enum language)rules->language;
    table->columns[COLUMN_RANK] = (struct column){
        .head = wording_plain(language, "leaderboard.rank"), .alignment = ALIGN_CENTRE, .most_lines = 1};
    table->columns[COLUMN_NAME] = (struct column){
        .head = wording_plain(language, "leaderboard.name"), .alignment = ALIGN_LEFT, .most_lines = NAME_LINES};
    table->columns[COLUMN_STRIP] =
        (struct column){.scale = scale, .least = STRIP_NARROWEST, .takes_rest = true, .most_lines = 1};
    table->columns[COLUMN_SCORE] = (struct column){.head = round->name, .alignment = ALIGN_NUMBER, .most_lines = 1};
}

static void set_row(struct table *table, const struct standings *standings, const struct style *styles,
                    const struct placing *placing, size_t round, struct arena *arena)
{
    const struct contest *contest = standings->contest;
    const struct contestant *contestant = &contest->contestants[placing->contestant];
    const struct round_result *result = &placing->result->rounds[round];
    size_t row = table->row_count++;
    struct text score = result->is_scored ? score_text(&contest->rules, result->score, arena)
                                          : wording_plain((enum language)contest->rules.language, "none");
    struct table_cell *cells = table_at(table, row, 0);
    table->places[row] = contestant->place;
    cells[COLUMN_RANK] =
        (struct table_cell){.text = number_text((int64_t)placing->rank, arena), .style = &styles[TABLE_STRONG]};
    cells[COLUMN_NAME] = (struct table_cell){.text = glue_text(contestant->name, arena), .style = &styles[TABLE_PLAIN]};
    cells[COLUMN_STRIP] = (struct table_cell){.style = &styles[TABLE_PLAIN]};
    cells[COLUMN_SCORE] = (struct table_cell){.text = score, .style = &styles[TABLE_STRONG]};
}

/* Over all dots and bars. */
static struct strip_scale scale_of(const struct strip *strips, size_t count)
{
    wide lowest = strips[0].dots[0].value, highest = lowest;
    for (size_t i = 0; i < count; i++) {
        const struct strip *strip = &strips[i];
        wide first = strip->dots[0].value, last = strip->dots[strip->count - 1].value;
        first = strip->has_bar && strip->bar < first ? strip->bar : first;
        last = strip->has_bar && strip->bar > last ? strip->bar : last;
        lowest = first < lowest ? first : lowest;
        highest = last > highest ? last : highest;
    }
    return strip_scale_over(lowest, highest);
}

struct table mark_chart_table(const struct standings *standings, const struct sector_standings *sector, size_t round,
                              const struct style *styles, double gap, struct arena *arena)
{
    const struct rules *rules = &standings->contest->rules;
    struct table table = table_with(arena, COLUMNS, sector->ranking_count, &styles[TABLE_HEAD], gap);
    struct strip *strips = ARENA_ARRAY(arena, struct strip, sector->ranking_count);
    struct strip_scale *scale = ARENA_NEW(arena, struct strip_scale);
    table.row_count = 0;
    for (size_t i = 0; round_is_judged(&rules->rounds[round]) && i < sector->ranking_count; i++) {
        struct strip strip = strip_of(standings, round, &sector->ranking[i].placing, arena);
        if (strip.count == 0)
            continue;
        strips[table.row_count] = strip;
        set_row(&table, standings, styles, &sector->ranking[i].placing, round, arena);
        table_at(&table, table.row_count - 1, COLUMN_STRIP)->strip = &strips[table.row_count - 1];
    }
    if (table.row_count > 0)
        *scale = scale_of(strips, table.row_count);
    set_columns(&table, rules, &rules->rounds[round], scale);
    return table;
}
