#include "standings_table.h"

#include "figures.h"
#include "printable.h"
#include "status_word.h"
#include "text_table.h"
#include "tie_line.h"

struct sector_table {
    const struct standings *standings;
    const struct sector_standings *sector;
    const struct style *style;
    struct arena *arena, *scratch; /* of two regions */
    bool has_draw, has_unit, has_award, has_promotion;
    struct table_column *columns;
    size_t column_count;
    struct table_cell *cells;
    size_t cell_count, row_count;
};

/* ---- columns ---- */

static void note_what_is_filled(struct sector_table *table)
{
    const struct contest *contest = table->standings->contest;
    const struct sector *sector = &contest->sectors[table->sector->sector];
    for (size_t i = 0; i < sector->contestant_count; i++) {
        const struct contestant *contestant = &contest->contestants[sector->contestants[i]];
        table->has_draw = table->has_draw || contestant->draw > 0;
        table->has_unit = table->has_unit || contestant->unit.length > 0;
    }
    table->has_award = contest->rules.award_count > 0;
    table->has_promotion = contest->rules.promote.is_set;
}

static void add_column(struct sector_table *table, struct text heading, bool is_number)
{
    table->columns[table->column_count++] = (struct table_column){.heading = heading, .is_number = is_number};
}

static void set_columns(struct sector_table *table)
{
    const struct rules *rules = &table->standings->contest->rules;
    translate_fn *translate = table->style->translate;
    table->columns = ARENA_ARRAY(table->scratch, struct table_column, rules->round_count + 8);

    add_column(table, text_from_c(translate(N_("Rank"))), true);
    if (table->has_draw)
        add_column(table, text_from_c(translate(N_("Draw"))), true);
    add_column(table, text_from_c(translate(N_("Id"))), false);
    add_column(table, text_from_c(translate(N_("Name"))), false);
    if (table->has_unit)
        add_column(table, text_from_c(translate(N_("Unit"))), false);
    for (size_t i = 0; i < rules->round_count; i++)
        add_column(table, rules->rounds[i].name, true);
    add_column(table, text_from_c(translate(N_("Final"))), true);
    if (table->has_award)
        add_column(table, text_from_c(translate(N_("Award"))), false);
    if (table->has_promotion)
        add_column(table, text_from_c(translate(N_("Next level"))), false);
}

/* ---- rows ---- */

static void add_cell(struct sector_table *table, struct text text, enum tint tint)
{
    table->cells[table->cell_count++] = (struct table_cell){text, tint};
}

static void add_contestant(struct sector_table *table, const struct contestant *contestant, enum tint tint)
{
    if (table->has_draw)
        add_cell(table, contestant->draw > 0 ? figure_count(table->scratch, (size_t)contestant->draw) : TEXT(""), tint);
    add_cell(table, contestant->id, tint);
    add_cell(table, contestant->name, tint);
    if (table->has_unit)
        add_cell(table, contestant->unit, tint);
}

static void add_rounds(struct sector_table *table, const struct result *result, enum tint tint)
{
    const struct rules *rules = &table->standings->contest->rules;
    for (size_t i = 0; i < rules->round_count; i++) {
        bool is_scored = result && result->rounds[i].is_scored;
        add_cell(table, is_scored ? figure_published(table->scratch, rules, result->rounds[i].score) : TEXT(""), tint);
    }
}

/* Who goes on to the next level, and who is next in line. */
static struct text promotion_text(const struct sector_table *table, struct promotion promotion)
{
    if (promotion.is_promoted)
        return text_from_c(table->style->translate(N_("goes on")));
    if (promotion.reserve == 0)
        return TEXT("");
    return style_text(table->scratch, table->style,
                      MESSAGE("reserve {1}", figure_count(table->scratch, promotion.reserve)));
}

static void add_ranked(struct sector_table *table, const struct standing *standing)
{
    const struct contest *contest = table->standings->contest;
    const struct placing *placing = &standing->placing;
    bool has_award = standing->award != INDEX_NONE;

    add_cell(table, figure_count(table->scratch, placing->rank), has_award ? TINT_BOLD : TINT_PLAIN);
    add_contestant(table, &contest->contestants[placing->contestant], TINT_PLAIN);
    add_rounds(table, placing->result, TINT_PLAIN);
    add_cell(table, figure_published(table->scratch, &contest->rules, placing->result->final), TINT_BOLD);
    if (table->has_award)
        add_cell(table, has_award ? contest->rules.awards[standing->award].name : TEXT(""), TINT_GOOD);
    if (table->has_promotion)
        add_cell(table, promotion_text(table, standing->promotion), TINT_GOOD);
}

static void add_unranked(struct sector_table *table, const struct unranked *unranked)
{
    const struct contestant *contestant = &table->standings->contest->contestants[unranked->contestant];
    add_cell(table, TEXT("—"), TINT_DIM);
    add_contestant(table, contestant, TINT_DIM);
    add_rounds(table, unranked->result, TINT_DIM);
    int status = sheets_status(table->standings->sheets, unranked->contestant);
    add_cell(table, text_from_c(table->style->translate(status_word(status))), TINT_DIM);
    if (table->has_award)
        add_cell(table, TEXT(""), TINT_PLAIN);
    if (table->has_promotion)
        add_cell(table, TEXT(""), TINT_PLAIN);
}

static void fill(struct sector_table *table)
{
    const struct sector_standings *sector = table->sector;
    table->column_count = table->cell_count = 0;
    set_columns(table);
    table->row_count = sector->ranking_count + sector->unranked_count;
    table->cells = ARENA_ARRAY(table->scratch, struct table_cell, table->row_count * table->column_count);
    for (size_t i = 0; i < sector->ranking_count; i++)
        add_ranked(table, &sector->ranking[i]);
    for (size_t i = 0; i < sector->unranked_count; i++)
        add_unranked(table, &sector->unranked[i]);
}

static struct text filled_text(const struct sector_table *table, const struct style *style)
{
    struct text_table plain = {table->columns, table->column_count, table->cells, table->row_count, 0, false};
    return text_table(&plain, style, table->arena, *table->scratch);
}

static bool is_too_wide(const struct sector_table *table)
{
    struct style unlimited = {.translate = table->style->translate};
    return table->style->width > 0 && text_lines_width(filled_text(table, &unlimited)) > table->style->width;
}

/* On a narrow terminal the units give way: a table that wraps cannot be read. */
static struct text table_text(struct sector_table *table)
{
    note_what_is_filled(table);
    fill(table);
    if (table->has_unit && is_too_wide(table)) {
        table->has_unit = false;
        fill(table);
    }
    struct style unlimited = *table->style;
    unlimited.width = 0;
    return filled_text(table, &unlimited);
}

/* ---- notes ---- */

static void write_tie_note(struct sink *sink, const struct sector_table *table, size_t position)
{
    size_t before = sink->length;
    sink_c(sink, "· ");
    size_t begun = sink->length;
    tie_line_write(sink, table->standings, table->sector, position, table->style, *table->scratch);
    if (sink->length == begun)
        sink->length = before; /* another note has told it */
    else
        sink_byte(sink, '\n');
}

static void write_reason(struct sink *sink, const struct sector_table *table, const struct unranked *unranked)
{
    const struct contestant *contestant = &table->standings->contest->contestants[unranked->contestant];
    sink_c(sink, "· ");
    sink_text(sink, contestant->name);
    sink_c(sink, ": ");
    style_write(sink, table->style, *unranked->reason);
    sink_byte(sink, '\n');
}

static void write_note(struct sink *sink, const struct sector_table *table, struct message note)
{
    sink_c(sink, "· ");
    style_write(sink, table->style, note);
    sink_byte(sink, '\n');
}

/* A decision's reason, once where several were decided on together. */
static void write_decision(struct sink *sink, const struct sector_table *table, size_t position)
{
    const struct contest *contest = table->standings->contest;
    const struct standing *ranking = table->sector->ranking;
    const struct tie_note *tie = ranking[position].placing.tie;
    if (contest->rules.ties[tie->key].kind != TIE_DECISION)
        return;
    const struct decision *decision = contest_decision(contest, ranking[position].placing.contestant);
    const struct decision *above =
        position > 0 ? contest_decision(contest, ranking[position - 1].placing.contestant) : NULL;
    if (decision && !(above && text_equal(above->reason, decision->reason)))
        write_note(sink, table, MESSAGE("decided: {1}; signed by {2}", decision->reason, decision->signers));
}

static void write_veto(struct sink *sink, const struct sector_table *table, const struct contestant *contestant)
{
    if (contestant->veto.length > 0)
        write_note(sink, table,
                   MESSAGE("{1}: vetoed, no award and no promotion: {2}", contestant->name, contestant->veto));
}

/* Places of the sector's awards that stay empty, and awards that a tie withholds. */
static void write_award_note(struct sink *sink, const struct sector_table *table, size_t award)
{
    const struct award *rule = &table->standings->contest->rules.awards[award];
    const struct award_outcome *outcome = &table->sector->outcomes[award];
    if (rule->per == AWARD_PER_CONTEST)
        return;
    if (outcome->is_vacant)
        write_note(sink, table, MESSAGE("{1}: places stay empty", rule->name));
    if (outcome->is_withheld)
        write_note(sink, table, MESSAGE("{1}: not given to those who are tied across its cut", rule->name));
}

static void write_notes(struct sink *sink, const struct sector_table *table)
{
    const struct contest *contest = table->standings->contest;
    const struct sector_standings *sector = table->sector;
    style_begin(sink, table->style, TINT_NOTE);
    for (size_t i = 0; i < sector->ranking_count; i++)
        if (sector->ranking[i].placing.tie) {
            write_tie_note(sink, table, i);
            write_decision(sink, table, i);
        }
    for (size_t i = 0; i < sector->ranking_count; i++)
        write_veto(sink, table, &contest->contestants[sector->ranking[i].placing.contestant]);
    for (size_t a = 0; a < contest->rules.award_count; a++)
        write_award_note(sink, table, a);
    for (size_t i = 0; i < sector->unranked_count; i++)
        if (sector->unranked[i].reason)
            write_reason(sink, table, &sector->unranked[i]);
    style_end(sink, table->style, TINT_NOTE);
}

/* ---- the page ---- */

static void write_heading(struct sink *sink, const struct sector_table *table)
{
    const struct sector *sector = &table->standings->contest->sectors[table->sector->sector];
    style_begin(sink, table->style, TINT_BOLD);
    sink_text(sink, sector->name);
    style_end(sink, table->style, TINT_BOLD);
    sink_c(sink, "  ");
    style_write_tinted(sink, table->style, TINT_DIM,
                       MESSAGE("{1} ranked of {2}", figure_count(table->scratch, table->sector->ranking_count),
                               figure_count(table->scratch, sector->contestant_count)));
    sink_byte(sink, '\n');
}

static void write_sector(struct sink *sink, const struct standings *standings, const struct sector_standings *sector,
                         const struct style *style, struct arena scratch)
{
    struct sector_table table = {.standings = standings, .sector = sector, .style = style};
    table.arena = sink->arena;
    table.scratch = &scratch;
    sink_byte(sink, '\n');
    write_heading(sink, &table);
    sink_text(sink, table_text(&table));
    write_notes(sink, &table);
}

/* ---- special awards ---- */

static void write_specials(struct sink *sink, const struct contest *contest, const struct style *style)
{
    sink_byte(sink, '\n');
    style_write_tinted(sink, style, TINT_BOLD, MESSAGE("Special awards"));
    sink_byte(sink, '\n');
    for (size_t i = 0; i < contest->special_count; i++) {
        const struct special_given *given = &contest->specials[i];
        struct text who = given->contestant == INDEX_NONE ? given->unit : contest->contestants[given->contestant].name;
        style_write(sink, style, MESSAGE("{1}: {2}", contest->rules.specials[given->special].name, who));
        if (given->reason.length > 0) {
            sink_c(sink, "  ");
            sink_text(sink, given->reason);
        }
        sink_byte(sink, '\n');
    }
}

/* ---- teams ---- */

static struct text members_text(const struct contest *contest, const struct team *team, struct arena *scratch)
{
    struct sink sink = sink_in(scratch);
    for (size_t i = 0; i < team->member_count; i++) {
        sink_c(&sink, i > 0 ? ", " : "");
        sink_text(&sink, contest->contestants[team->members[i]].name);
    }
    return sink_written(&sink);
}

static void write_teams(struct sink *sink, const struct standings *standings, const struct style *style,
                        struct arena scratch)
{
    translate_fn *translate = style->translate;
    const struct teams_ranking *teams = &standings->teams;
    const struct table_column columns[] = {{text_from_c(translate(N_("Rank"))), true, false},
                                           {text_from_c(translate(N_("Team"))), false, false},
                                           {text_from_c(translate(N_("Score"))), true, false},
                                           {text_from_c(translate(N_("Members that count"))), false, false}};
    enum { COLUMNS = sizeof columns / sizeof *columns };
    struct table_cell *cells = ARENA_ARRAY(&scratch, struct table_cell, teams->count * COLUMNS);
    for (size_t i = 0; i < teams->count; i++) {
        const struct team *team = &teams->items[i];
        cells[i * COLUMNS].text = figure_count(&scratch, team->rank);
        cells[i * COLUMNS + 1].text = team->name;
        cells[i * COLUMNS + 2].text = figure_published(&scratch, &standings->contest->rules, team->score);
        cells[i * COLUMNS + 3].text = members_text(standings->contest, team, &scratch);
    }
    struct text_table plain = {columns, COLUMNS, cells, teams->count, 0, false};
    struct style unlimited = *style;
    unlimited.width = 0;
    sink_byte(sink, '\n');
    style_write_tinted(sink, style, TINT_BOLD, MESSAGE("Teams"));
    sink_byte(sink, '\n');
    sink_text(sink, text_table(&plain, &unlimited, sink->arena, scratch));
}

struct text standings_table(const struct standings *standings, size_t only_sector, const struct style *style,
                            struct arena *arena, struct arena scratch)
{
    struct sink sink = sink_in(arena);
    style_begin(&sink, style, TINT_BOLD);
    sink_text(&sink, text_printable(standings->contest->rules.title, arena));
    style_end(&sink, style, TINT_BOLD);
    if (!standings->is_complete) {
        sink_c(&sink, "  ");
        style_write_tinted(&sink, style, TINT_NOTE, MESSAGE("provisional: not complete"));
    }
    sink_byte(&sink, '\n');
    for (size_t i = 0; i < standings->sector_count; i++)
        if (only_sector == INDEX_NONE || standings->sectors[i].sector == only_sector)
            write_sector(&sink, standings, &standings->sectors[i], style, scratch);
    if (only_sector == INDEX_NONE && standings->teams.count > 0)
        write_teams(&sink, standings, style, scratch);
    if (only_sector == INDEX_NONE && standings->contest->special_count > 0)
        write_specials(&sink, standings->contest, style);
    return sink_written(&sink);
}
