#include "score_grids.h"

#include "csv_page.h"

/* One table as it is written. */
struct grid {
    const struct sheets *sheets;
    const struct contest *contest;
    struct grid_names names;
    size_t round;
    size_t *contestants; /* whose marks it takes */
    size_t count;
    const struct panel *panel; /* NULL: marks are given */
    struct csv_page page;
};

static const struct text recused = TEXT_INIT("回避");

static const struct round *round_of(const struct grid *grid)
{
    return &grid->contest->rules.rounds[grid->round];
}

/* ---- cells ---- */

static void write_contestant_heading(struct grid *grid)
{
    csv_page_cell(&grid->page, TEXT("选手编号"));
    if (grid->names.contestants)
        csv_page_cell(&grid->page, TEXT("姓名"));
}

static void write_contestant(struct grid *grid, size_t contestant)
{
    csv_page_words(&grid->page, grid->contest->contestants[contestant].id);
    if (grid->names.contestants)
        csv_page_words(&grid->page, grid->contest->contestants[contestant].name);
}

/* Where a mark will stand. */
static void write_mark(struct grid *grid, size_t contestant, size_t judge)
{
    struct sheet sheet;
    bool is_recused = sheets_find(grid->sheets, grid->round, contestant, judge, &sheet) && sheet.state == CELL_RECUSED;
    csv_page_cell(&grid->page, is_recused ? recused : TEXT(""));
}

/* Whether every judge can be told by name: a column headed by one says more than by an id. */
static bool have_names_of_their_own(const struct contest *contest)
{
    bool are_own = true;
    for (size_t j = 0; j < contest->judge_count; j++)
        are_own = are_own && contest_find_judge(contest, contest->judges[j].name) == j;
    return are_own;
}

static bool has_seat(const struct grid *grid, size_t seat)
{
    return !grid->contest->judges[grid->panel->judges[seat]].is_void;
}

/* ---- the three shapes ---- */

static void write_by_judge(struct grid *grid)
{
    bool by_name = grid->names.judges && have_names_of_their_own(grid->contest);
    write_contestant_heading(grid);
    for (size_t i = 0; i < grid->panel->judge_count; i++) {
        const struct judge *judge = &grid->contest->judges[grid->panel->judges[i]];
        if (has_seat(grid, i))
            csv_page_words(&grid->page, by_name ? judge->name : judge->id);
    }
    csv_page_end_row(&grid->page);
    for (size_t c = 0; c < grid->count; c++) {
        write_contestant(grid, grid->contestants[c]);
        for (size_t i = 0; i < grid->panel->judge_count; i++)
            if (has_seat(grid, i))
                write_mark(grid, grid->contestants[c], grid->panel->judges[i]);
        csv_page_end_row(&grid->page);
    }
}

static void write_sheet(struct grid *grid, size_t contestant, size_t judge)
{
    write_contestant(grid, contestant);
    csv_page_words(&grid->page, grid->contest->judges[judge].id);
    if (grid->names.judges)
        csv_page_words(&grid->page, grid->contest->judges[judge].name);
    for (size_t k = 0; k < round_of(grid)->criterion_count; k++)
        write_mark(grid, contestant, judge);
    csv_page_end_row(&grid->page);
}

/* Contestant by contestant, as sheets are collected. */
static void write_by_sheet(struct grid *grid)
{
    write_contestant_heading(grid);
    csv_page_cell(&grid->page, TEXT("评委编号"));
    if (grid->names.judges)
        csv_page_cell(&grid->page, TEXT("评委姓名"));
    for (size_t k = 0; k < round_of(grid)->criterion_count; k++)
        csv_page_words(&grid->page, round_of(grid)->criteria[k].name);
    csv_page_end_row(&grid->page);
    for (size_t c = 0; c < grid->count; c++)
        for (size_t i = 0; i < grid->panel->judge_count; i++)
            if (has_seat(grid, i))
                write_sheet(grid, grid->contestants[c], grid->panel->judges[i]);
}

/* A file of this shape says its round in a column, never in its name. */
static void write_given(struct grid *grid)
{
    csv_page_cell(&grid->page, TEXT("环节"));
    write_contestant_heading(grid);
    csv_page_cell(&grid->page, TEXT("得分"));
    csv_page_end_row(&grid->page);
    for (size_t c = 0; c < grid->count; c++) {
        csv_page_words(&grid->page, round_of(grid)->name);
        write_contestant(grid, grid->contestants[c]);
        csv_page_cell(&grid->page, TEXT(""));
        csv_page_end_row(&grid->page);
    }
}

/* ---- which tables there are ---- */

static bool takes_part(const struct contestant *contestant)
{
    return contestant->status == STATUS_COMPETING || contestant->status == STATUS_EXHIBITION;
}

/* Takes the contestants of a round whom this panel scores, or all where it is INDEX_NONE. */
static void take_contestants(struct grid *grid, size_t panel)
{
    grid->count = 0;
    for (size_t c = 0; c < grid->contest->contestant_count; c++)
        if (takes_part(&grid->contest->contestants[c]) &&
            (panel == INDEX_NONE || contest_expected_panel(grid->contest, grid->round, c) == panel))
            grid->contestants[grid->count++] = c;
}

static void add(struct score_grids *grids, struct grid *grid, bool is_of_panel, struct arena *arena)
{
    struct sink stem = sink_in(arena);
    sink_text(&stem, round_of(grid)->name);
    if (is_of_panel) {
        sink_byte(&stem, '-');
        sink_text(&stem, grid->panel->name);
    }
    grid->page = csv_page_for(CSV_FOR_SPREADSHEET, arena);
    if (!grid->panel)
        write_given(grid);
    else if (round_of(grid)->criterion_count > 1)
        write_by_sheet(grid);
    else
        write_by_judge(grid);
    ARENA_RESERVE_ONE(arena, grids->items, grids->count, grids->capacity);
    grids->items[grids->count++] = (struct score_grid){sink_written(&stem), csv_page_written(&grid->page)};
}

static void add_judged(struct score_grids *grids, struct grid *grid, struct arena *arena)
{
    take_contestants(grid, INDEX_NONE);
    size_t all = grid->count;
    for (size_t p = 0; p < grid->contest->panel_count; p++) {
        take_contestants(grid, p);
        grid->panel = &grid->contest->panels[p];
        if (grid->count > 0)
            add(grids, grid, grid->count < all, arena);
    }
}

struct score_grids score_grids_of(const struct sheets *sheets, struct grid_names names, struct arena *arena,
                                  struct arena scratch)
{
    const struct contest *contest = sheets->contest;
    struct score_grids grids = {NULL, 0, 0};
    for (size_t r = 0; r < contest->rules.round_count; r++) {
        struct grid grid = {.sheets = sheets, .contest = contest, .names = names, .round = r};
        grid.contestants = ARENA_ARRAY(&scratch, size_t, contest->contestant_count);
        if (contest->rules.rounds[r].own.method == METHOD_BALLOT)
            continue;
        if (round_is_judged(&contest->rules.rounds[r])) {
            add_judged(&grids, &grid, arena);
        } else {
            take_contestants(&grid, INDEX_NONE);
            add(&grids, &grid, false, arena);
        }
    }
    return grids;
}
