#include "slip_rounds.h"

#include "caveats.h"
#include "glue.h"
#include "palette.h"
#include "rule_words.h"
#include "score_text.h"
#include "words.h"

enum { ROUND, COUNTED, DROPPED, MEAN, CHANGES, SCORE, COLUMNS };

static const double GAP = 13; /* wider than the blank between the highest and the lowest looks */

/* One row while it is filled in. */
struct row {
    const struct round_facts *facts;
    const struct rules *rules;
    size_t contestant;
    const struct round_result *result;
    struct arena *arena;
};

static const char INDENT[] = "\u3000";

static struct text say(const struct row *row, const char *key, const struct filling *fillings)
{
    return rule_say(row->rules, row->arena, key, fillings);
}

static void add_dropped(const struct row *row, struct listing *listing, size_t panel, const char *key, bool is_high)
{
    size_t count;
    struct text marks = facts_dropped(row->facts, row->contestant, panel, is_high, &count, row->arena);
    if (count > 0)
        listing_add(listing, glue_text(say(row, key, FILL({"marks", marks})), row->arena));
}

static struct text dropped_text(const struct row *row, size_t panel)
{
    struct listing listing = listing_of(row->rules, row->arena, "list.blank");
    add_dropped(row, &listing, panel, "slip.high", true);
    add_dropped(row, &listing, panel, "slip.low", false);
    return listing_text(&listing);
}

static void add_factor(const struct row *row, struct listing *listing, struct text by)
{
    if (by.length > 0)
        listing_add(listing, say(row, "slip.times", FILL({"by", by})));
}

static struct text adjustments_text(const struct row *row)
{
    struct sink sink = sink_in(row->arena);
    struct exact exact = exact_from_points(row->arena, row->result->adjustments);
    int used = exact_digits_used(exact);
    if (row->result->adjustments == 0)
        return TEXT("");
    if (row->result->adjustments > 0)
        sink_byte(&sink, '+');
    sink_text(&sink, decimal_text(exact, used > row->rules->digits ? used : row->rules->digits, row->arena));
    return sink_written(&sink);
}

/* ×0.9671　-0.50 */
static struct text changes_text(const struct row *row)
{
    struct listing listing = listing_of(row->rules, row->arena, "list.blank");
    add_factor(row, &listing, facts_factor(row->facts, row->contestant, row->arena));
    add_factor(row, &listing, facts_coefficient(row->facts, row->contestant, row->arena));
    listing_add(&listing, adjustments_text(row));
    struct text floor = facts_floor(row->facts, row->contestant, row->arena);
    if (floor.length > 0)
        listing_add(&listing, say(row, "slip.floor", FILL({"floor", floor})));
    return listing_text(&listing);
}

static struct text score_of(const struct row *row)
{
    int word = sheets_word(row->facts->sheet.standings->sheets, row->facts->sheet.round, row->contestant);
    if (word != STATUS_COMPETING && !row->result->is_scored)
        return words_status((enum language)row->rules->language, word);
    if (!row->result->is_scored)
        return say(row, row->result->pending > 0 ? "scoresheet.pending" : "scoresheet.unscored", NULL);
    return score_text(row->rules, row->result->score, row->arena);
}

static void fill_sheets(const struct row *row, struct table *table, size_t at, size_t panel)
{
    table_at(table, at, COUNTED)->text = facts_counted(row->facts, row->contestant, panel, row->arena);
    table_at(table, at, DROPPED)->text = dropped_text(row, panel);
}

/* 　专业组（70%）: beneath the round. */
static void fill_panel(const struct row *row, struct table *table, size_t at, size_t number)
{
    const struct panel_rule *panel = &scoresheet_round(&row->facts->sheet)->panels[number];
    struct sink name = sink_in(row->arena);
    sink_text(&name, text_from_c(INDENT));
    sink_text(&name, say(row, "scoresheet.over",
                         FILL({"panel", panel->name}, {"weight", rule_points(panel->weight.value, row->arena)})));
    table_at(table, at, ROUND)->text = sink_written(&name);
    fill_sheets(row, table, at, number);
    table_at(table, at, MEAN)->text = facts_panel_score(row->facts, row->contestant, number, row->arena);
}

static void fill_round(const struct row *row, struct table *table, size_t at)
{
    const struct round *round = scoresheet_round(&row->facts->sheet);
    table_at(table, at, ROUND)->text = round->name;
    if (facts_panel_count(row->facts) == 1)
        fill_sheets(row, table, at, 0);
    struct text absence = caveat_absence(row->facts->sheet.standings, row->facts->sheet.round, row->contestant);
    if (absence.length > 0)
        table_at(table, at, MEAN)->text = absence;
    else if (round->own.method != METHOD_GIVEN)
        table_at(table, at, MEAN)->text = facts_panels_score(row->facts, row->contestant, row->arena);
    table_at(table, at, CHANGES)->text = changes_text(row);
    table_at(table, at, SCORE)->text = score_of(row);
}

/* Panels stand beneath their round once all have scored. */
static size_t panel_rows(const struct row *row)
{
    size_t count = facts_panel_count(row->facts);
    return count > 1 && row->result->has_panel ? count : 0;
}

/* Sums, medians and what several panels make together are no means. */
static const char *panel_head(const struct rules *rules)
{
    for (size_t r = 0; r < rules->round_count; r++) {
        if (rules->rounds[r].panel_count > 1)
            return "slip.panel";
        for (size_t p = 0; p < rules->rounds[r].panel_count; p++) {
            int method = rules->rounds[r].panels[p].method;
            if (method != METHOD_MEAN && method != METHOD_TRIMMED_MEAN && method != METHOD_BALLOT &&
                method != METHOD_GIVEN)
                return "slip.panel";
        }
    }
    return "slip.mean";
}

static void set_columns(struct table *table, const struct rules *rules)
{
    static const enum alignment alignments[COLUMNS] = {ALIGN_LEFT,   ALIGN_CENTRE, ALIGN_LEFT,
                                                       ALIGN_NUMBER, ALIGN_NUMBER, ALIGN_NUMBER};
    const char *const heads[COLUMNS] = {"slip.round",      "slip.counted", "slip.dropped",
                                        panel_head(rules), "slip.changes", "slip.score"};
    for (size_t i = 0; i < COLUMNS; i++)
        table->columns[i] = (struct column){.head = wording_plain((enum language)rules->language, heads[i]),
                                            .alignment = alignments[i],
                                            .takes_rest = i == ROUND,
                                            .most_lines = alignments[i] == ALIGN_LEFT ? 3 : 1};
}

static bool any_factor(const struct round_facts *rounds, size_t contestant, struct arena *arena)
{
    const struct rules *rules = scoresheet_rules(&rounds[0].sheet);
    for (size_t r = 0; r < rules->round_count; r++)
        if (facts_factor(&rounds[r], contestant, arena).length > 0 ||
            facts_coefficient(&rounds[r], contestant, arena).length > 0)
            return true;
    return false;
}

static bool is_filled(const struct table *table, size_t column)
{
    for (size_t row = 0; row < table->row_count; row++)
        if (table->cells[row * table->column_count + column].text.length > 0)
            return true;
    return false;
}

/* Without the columns that have nothing in them. */
static struct table compacted(struct table *table, struct arena *arena)
{
    struct table small = table_with(arena, COLUMNS, table->row_count, table->head, table->gap);
    size_t kept[COLUMNS];
    small.column_count = 0;
    small.places = table->places;
    for (size_t i = 0; i < COLUMNS; i++)
        if (i == ROUND || i == SCORE || is_filled(table, i)) {
            small.columns[small.column_count] = table->columns[i];
            kept[small.column_count++] = i;
        }
    for (size_t row = 0; row < table->row_count; row++)
        for (size_t i = 0; i < small.column_count; i++)
            *table_at(&small, row, i) = *table_at(table, row, kept[i]);
    return small;
}

struct table slip_rounds(const struct round_facts *rounds, size_t contestant, struct arena *arena)
{
    const struct standings *standings = rounds[0].sheet.standings;
    const struct rules *rules = &standings->contest->rules;
    const struct style *styles = table_styles(SIZE_TEXT, arena);
    size_t count = 0;
    for (size_t r = 0; r < rules->round_count; r++)
        count += 1 + facts_panel_count(&rounds[r]);
    struct table table = table_with(arena, COLUMNS, count, &styles[TABLE_HEAD], GAP);
    count = 0;
    set_columns(&table, rules);
    if (any_factor(rounds, contestant, arena))
        table.columns[CHANGES].head = wording_plain((enum language)rules->language, "slip.changes.factor");
    for (size_t i = 0; i < COLUMNS * table.row_count; i++)
        table.cells[i].style = &styles[i % COLUMNS == SCORE ? TABLE_STRONG : TABLE_PLAIN];
    for (size_t r = 0; r < rules->round_count; r++) {
        struct row row = {&rounds[r], rules, contestant, &standings->results[contestant].rounds[r], arena};
        if (!row.result->is_entered)
            continue;
        size_t end = count + 1 + panel_rows(&row);
        fill_round(&row, &table, count);
        for (size_t p = 0; count + 1 + p < end; p++)
            fill_panel(&row, &table, count + 1 + p, p);
        for (; count < end; count++)
            table.places[count] = rules->rounds[r].place; /* its name and its panels' are all that can be long */
    }
    table.row_count = count;
    return compacted(&table, arena);
}
