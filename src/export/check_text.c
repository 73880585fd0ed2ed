#include "check_text.h"

#include "figures.h"
#include "pending.h"
#include "text_table.h"

struct summary {
    const struct standings *standings;
    const struct style *style;
    struct sink sink;
    struct arena *arena, *scratch; /* of two regions */
};

/* More contestants of one judge are counted, not named. */
enum { NAMED_MOST = 10 };

static struct text count_text(struct summary *summary, size_t count)
{
    return figure_count(summary->scratch, count);
}

static void add_line(struct summary *summary, struct message message)
{
    style_write(&summary->sink, summary->style, message);
    sink_byte(&summary->sink, '\n');
}

static void add_sector(struct summary *summary, const struct sector_standings *sector)
{
    const struct sector *entered = &summary->standings->contest->sectors[sector->sector];
    add_line(summary,
             MESSAGE("  {1}: contestants {2}, ranked {3}", entered->name,
                     count_text(summary, entered->contestant_count), count_text(summary, sector->ranking_count)));
}

/* "C01 张丽, C02 王伟 …" */
static struct text names_of(struct summary *summary, const struct pending_sheets *sheets)
{
    const struct contest *contest = summary->standings->contest;
    struct sink sink = sink_in(summary->scratch);
    for (size_t i = 0; i < sheets->count && i < NAMED_MOST; i++) {
        const struct contestant *contestant = &contest->contestants[sheets->contestants[i]];
        sink_c(&sink, i > 0 ? ", " : "");
        sink_text(&sink, contestant->id);
        sink_byte(&sink, ' ');
        sink_text(&sink, contestant->name);
    }
    sink_c(&sink, sheets->count > NAMED_MOST ? " …" : "");
    return sink_written(&sink);
}

static struct text judge_of(struct summary *summary, const struct pending_sheets *sheets)
{
    if (sheets->judge == INDEX_NONE)
        return TEXT("");
    const struct judge *judge = &summary->standings->contest->judges[sheets->judge];
    struct sink sink = sink_in(summary->scratch);
    sink_text(&sink, judge->id);
    sink_byte(&sink, ' ');
    sink_text(&sink, judge->name);
    return sink_written(&sink);
}

static void add_pending(struct summary *summary)
{
    translate_fn *translate = summary->style->translate;
    struct pending pending = pending_of(summary->standings, summary->arena, *summary->scratch);
    const struct table_column columns[] = {{text_from_c(translate(N_("Round"))), false, false},
                                           {text_from_c(translate(N_("Judge"))), false, false},
                                           {text_from_c(translate(N_("Sheets"))), true, false},
                                           {text_from_c(translate(N_("Contestants"))), false, true}};
    enum { COLUMNS = sizeof columns / sizeof *columns };
    struct table_cell *cells = ARENA_ARRAY(summary->scratch, struct table_cell, COLUMNS * pending.count);
    for (size_t i = 0; i < pending.count; i++) {
        const struct pending_sheets *sheets = &pending.items[i];
        struct table_cell *row = &cells[COLUMNS * i];
        row[0].text = summary->standings->contest->rules.rounds[sheets->round].name;
        row[1].text = judge_of(summary, sheets);
        row[2].text = count_text(summary, sheets->count);
        row[3].text = names_of(summary, sheets);
    }
    struct text_table table = {columns, COLUMNS, cells, pending.count, 2, false};
    sink_text(&summary->sink, text_table(&table, summary->style, summary->arena, *summary->scratch));
}

struct text check_text(const struct standings *standings, const struct style *style, struct arena *arena,
                       struct arena scratch)
{
    const struct contest *contest = standings->contest;
    struct summary summary = {standings, style, sink_in(arena), arena, &scratch};
    style_write_tinted(&summary.sink, style, TINT_BOLD, MESSAGE("{1}", contest->rules.title));
    sink_byte(&summary.sink, '\n');
    add_line(&summary,
             MESSAGE("rounds: {1}, judges: {2}, contestants: {3}", count_text(&summary, contest->rules.round_count),
                     count_text(&summary, contest->judge_count), count_text(&summary, contest->contestant_count)));
    for (size_t i = 0; i < standings->sector_count; i++)
        add_sector(&summary, &standings->sectors[i]);
    if (standings->is_complete) {
        add_line(&summary, MESSAGE("complete"));
        return sink_written(&summary.sink);
    }
    add_line(&summary,
             MESSAGE("not complete: sheets pending: {1}, contestants without a final score: {2}",
                     count_text(&summary, standings->pending), count_text(&summary, standings->without_final)));
    if (standings->pending > 0)
        add_pending(&summary);
    return sink_written(&summary.sink);
}
