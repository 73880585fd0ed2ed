#include "pending.h"

/* Calls for every sheet of the round that is waited for. */
typedef void pending_fn(struct pending_sheets *of_judge, size_t contestant);

static void count_one(struct pending_sheets *of_judge, size_t contestant)
{
    (void)contestant;
    of_judge->count++;
}

static void keep_one(struct pending_sheets *of_judge, size_t contestant)
{
    of_judge->contestants[of_judge->count++] = contestant;
}

/* by_judge[0] is of no judge, by_judge[1 + j] of judge j. */
static void visit(const struct standings *standings, size_t round, struct pending_sheets *by_judge, pending_fn *take)
{
    const struct sheets *sheets = standings->sheets;
    for (size_t c = 0; c < standings->contest->contestant_count; c++) {
        if (!standings_wait_for(standings, round, c))
            continue;
        for (size_t slot = 0; slot < sheets_expected(sheets, round, c); slot++) {
            struct sheet sheet = sheets_sheet(sheets, round, c, slot);
            if (sheet.state == CELL_PENDING)
                take(&by_judge[sheet.judge == INDEX_NONE ? 0 : sheet.judge + 1], c);
        }
    }
}

static void add_round(struct pending *pending, const struct standings *standings, size_t round, struct arena *arena,
                      struct arena scratch)
{
    size_t rows = standings->contest->judge_count + 1;
    struct pending_sheets *by_judge = ARENA_ARRAY(&scratch, struct pending_sheets, rows);
    visit(standings, round, by_judge, count_one);
    for (size_t i = 0; i < rows; i++) {
        by_judge[i].contestants = ARENA_ARRAY(arena, size_t, by_judge[i].count);
        by_judge[i].round = round;
        by_judge[i].judge = i == 0 ? INDEX_NONE : i - 1;
        by_judge[i].count = 0;
    }
    visit(standings, round, by_judge, keep_one);
    for (size_t i = 0; i < rows; i++)
        if (by_judge[i].count > 0)
            pending->items[pending->count++] = by_judge[i];
}

struct pending pending_of(const struct standings *standings, struct arena *arena, struct arena scratch)
{
    const struct contest *contest = standings->contest;
    struct pending pending = {0};
    pending.items = ARENA_ARRAY(arena, struct pending_sheets, contest->rules.round_count * (contest->judge_count + 1));
    for (size_t r = 0; r < contest->rules.round_count; r++)
        add_round(&pending, standings, r, arena, scratch);
    return pending;
}
